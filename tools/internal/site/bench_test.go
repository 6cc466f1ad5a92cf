package site_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// BenchmarkRecords makes the records of the real data, writes them, and tells what each page reads: Hugo waits
// for all three.
func BenchmarkRecords(b *testing.B) {
	d := dataset.Load(os.DirFS(filepath.Join("..", "..", "..")))
	if len(d.Faults) > 0 {
		b.Fatal(d.Faults)
	}
	a := status.Of(d)
	pages := site.Build(d, a, site.Maps{})
	b.Run("build", func(b *testing.B) {
		for b.Loop() {
			site.Build(d, a, site.Maps{})
		}
	})
	b.Run("write", func(b *testing.B) {
		for b.Loop() {
			if _, err := pages.Encode().Files(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("reads", func(b *testing.B) {
		for b.Loop() {
			if _, err := pages.Encode().Reads(); err != nil {
				b.Fatal(err)
			}
		}
	})
}
