package rule

import (
	"io/fs"
	"os"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"
)

const root = "../../.."

func BenchmarkCheck(b *testing.B) {
	d := dataset.Load(os.DirFS(root))
	if len(d.Observations) == 0 {
		b.Fatal("no real data")
	}
	for b.Loop() {
		Check(d, All())
	}
}

// BenchmarkLoadAndCheck reads the data and checks them, as `check` does.
func BenchmarkLoadAndCheck(b *testing.B) {
	sitetest.Growing(b, root, func(data fs.FS) { Check(dataset.Load(data), All()) })
}

// BenchmarkRule tells which rule costs what.
func BenchmarkRule(b *testing.B) {
	d := dataset.Load(os.DirFS(root))
	for _, r := range All() {
		b.Run(r.Name, func(b *testing.B) {
			for b.Loop() {
				Check(d, []Rule{r})
			}
		})
	}
}
