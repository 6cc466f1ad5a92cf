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

// BenchmarkReload is the time from a changed cell, string or layout of the real site to the new page: notice
// it, check and conclude everything, write the records, render. Pictures are drawn after it. Hugo looks for
// changes every half second, so the changes come at ten points of that time in turn: -benchtime 10x.
func BenchmarkReload(b *testing.B) {
	root := filepath.Join(b.TempDir(), "atlas")
	if err := sitetest.Checkout(repository, root); err != nil {
		b.Fatal(err)
	}
	s := serve(b, root, 0, reconcile.Rule, edition.Rule)
	for _, change := range []struct{ name, file, old, new string }{
		{"value", table, "KEN,2023,yes,", "KEN,2023,no,"},
		{"string", "data/i18n/en.toml", `skip_to_content = "`, `skip_to_content = "! `},
		{"layout", "layouts/_partials/profile/core.html", "<tbody>", `<tbody class="new">`},
	} {
		b.Run(change.name, func(b *testing.B) { s.reload(b, change.file, change.old, change.new) })
	}
}

// reload changes a text of a file and back, and waits for the page each time.
func (s *shown) reload(b *testing.B, file, old, new string) {
	before, n := s.content(b), 0
	for b.Loop() {
		s.replace(b, file, old, new)
		for after := before; after == before; after = s.content(b) {
			s.await(b, func(told) bool { return true })
		}
		b.StopTimer()
		old, new = new, old
		time.Sleep(3*time.Second + time.Duration(n%10)*50*time.Millisecond) // nobody edits faster than pictures are drawn
		n++
		before = s.content(b)
		b.StartTimer()
	}
	if n%2 == 1 { // leave the file as it was
		s.replace(b, file, old, new)
		time.Sleep(3 * time.Second)
	}
}

var built = regexp.MustCompile(`built=\d+`)

// content gives a page without what the preview added.
func (s *shown) content(b *testing.B) string {
	return built.ReplaceAllString(s.read(b, "country/ken/"), "")
}
