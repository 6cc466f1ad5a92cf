package rule

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// locked is a file system in which one file may not be read.
type locked struct {
	fstest.MapFS
	name string
}

func (l locked) ReadFile(name string) ([]byte, error) {
	if name == l.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return l.MapFS.ReadFile(name)
}

func TestFileUnreadable(t *testing.T) {
	d := dataset.Load(locked{tinyFS(), "data/totals.csv"})
	wantOnly(t, checked(d, []Rule{fileUnreadable}),
		"data/totals.csv:1:1: error file-unreadable: permission denied; want a file that can be read")
}
