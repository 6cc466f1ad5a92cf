package build

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"
)

// BenchmarkGenerate is the tool's own share of a build of which every picture is known: conclude
// statuses, word the maps, write the records and public files. The first build is not counted.
func BenchmarkGenerate(b *testing.B) {
	root := b.TempDir()
	if err := sitetest.Checkout(filepath.Join("..", "..", ".."), root); err != nil {
		b.Fatal(err)
	}
	generate := func() {
		r := &run{Options: Options{Root: root, Now: time.Now, Cache: filepath.Join("..", "..", "..", "build", "cache", "pictures")}}
		for _, step := range []func(context.Context) error{r.check, r.conclude, r.generate} {
			if err := step(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
	}
	generate()
	for b.Loop() {
		generate()
	}
}
