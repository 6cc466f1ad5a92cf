package rule

import (
	"os"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
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

func BenchmarkLoadAndCheck(b *testing.B) {
	for b.Loop() {
		Check(dataset.Load(os.DirFS(root)), All())
	}
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
