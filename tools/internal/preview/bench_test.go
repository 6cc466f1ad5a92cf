package preview_test

import (
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"github.com/harm-reduction-atlas/atlas/tools/internal/edition"
	"github.com/harm-reduction-atlas/atlas/tools/internal/reconcile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"
)

// BenchmarkReload is the time from a changed cell of the real data to the new page: notice it,
// check and conclude everything, write the records, render. Pictures are drawn after it. Hugo looks for
// changes every half second, so the changes come at ten points of that time in turn: -benchtime 10x.
func BenchmarkReload(b *testing.B) {
	root := filepath.Join(b.TempDir(), "atlas")
	if err := sitetest.Checkout(repository, root); err != nil {
		b.Fatal(err)
	}
	s := serve(b, root, 0, reconcile.Rule, edition.Rule)
	old, new := "KEN,2023,yes,", "KEN,2023,no,"
	before := s.content(b)
	for n := 0; b.Loop(); n++ {
		s.replace(b, table, old, new)
		for after := before; after == before; after = s.content(b) {
			s.await(b, func(told) bool { return true })
		}
		b.StopTimer()
		old, new = new, old
		time.Sleep(3*time.Second + time.Duration(n%10)*50*time.Millisecond) // nobody edits faster than pictures are drawn
		before = s.content(b)
		b.StartTimer()
	}
}

var built = regexp.MustCompile(`built=\d+`)

// content gives a page without what the preview added.
func (s *shown) content(b *testing.B) string {
	return built.ReplaceAllString(s.read(b, "country/ken/"), "")
}
