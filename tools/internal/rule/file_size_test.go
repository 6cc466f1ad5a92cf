package rule

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// huge is a file system in which one file claims to be large.
type huge struct {
	fstest.MapFS
	name string
}

type hugeInfo struct{ fs.FileInfo }

func (hugeInfo) Size() int64 { return 1 << 30 }

func (h huge) Stat(name string) (fs.FileInfo, error) {
	info, err := h.MapFS.Stat(name)
	if name == h.name && err == nil {
		info = hugeInfo{info}
	}
	return info, err
}

func TestFileSize(t *testing.T) {
	d := dataset.Load(huge{tinyFS(), "data/totals.csv"})
	wantOnly(t, checked(d, []Rule{fileSize}),
		"data/totals.csv:1:1: error file-size: 1073741824 bytes; want at most 268435456")
}
