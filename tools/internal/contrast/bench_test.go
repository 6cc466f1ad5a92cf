package contrast_test

import (
	"os"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/contrast"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/words"
)

// BenchmarkMaps draws the real data twice, of one indicator and of all that there are.
func BenchmarkMaps(b *testing.B) {
	d := dataset.Load(os.DirFS(root))
	var all []string
	for _, i := range d.Indicators {
		all = append(all, i.ID)
	}
	w, err := words.Read(os.DirFS(root), "en", all)
	if err != nil {
		b.Fatal(err)
	}
	for name, ids := range map[string][]string{"one": all[:1], "all": all} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := contrast.Maps(d, d, w, ids); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
