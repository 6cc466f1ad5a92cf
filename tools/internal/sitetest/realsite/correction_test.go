package realsite_test

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/issueform"
	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// Each value of each profile leads to a form that knows it and to a table that exists; each
// profile to an address for those who have no account.
func TestEveryValueCanBeCorrected(t *testing.T) {
	s, f := Built(t), newFaults(t)
	forms, err := issueform.Folder(os.DirFS(filepath.Join(s.Root, ".github/ISSUE_TEMPLATE")))
	if err != nil {
		t.Fatal(err)
	}
	edition := s.Data.Edition
	tables := edition.Repository + "/edit/main/"
	for _, p := range s.Pages {
		filled, mails := map[string]bool{}, 0
		for _, n := range All(p.Doc, Tag("a")) {
			address := Attr(n, "href")
			switch {
			case strings.HasPrefix(address, edition.Repository+"/issues"):
				if err := issueform.CheckLink(address, edition.Repository, forms); err != nil {
					f.addf("%s: %s: %v", p.Path, address, err)
				}
				filled[query(address, "country")+" "+query(address, "indicator")] = true
			case strings.HasPrefix(address, tables):
				if _, ok := s.Data.Raw[strings.TrimPrefix(address, tables)]; !ok {
					f.addf("%s: no such table: %s", p.Path, address)
				}
			case strings.HasPrefix(address, "mailto:"+edition.Contact+"?"):
				mails++
			}
		}
		if kind(p.Path) != "country/…" {
			continue
		}
		country := strings.ToUpper(strings.Trim(strings.TrimPrefix(p.Path, "/country/"), "/"))
		for _, entry := range All(p.Doc, Class("entry")) {
			if !filled[country+" "+Attr(entry, "id")] {
				f.addf("%s#%s leads to no form of its own", p.Path, Attr(entry, "id"))
			}
		}
		if mails != 1 {
			f.addf("%s: %d addresses for mail with a subject", p.Path, mails)
		}
	}
}

func query(address, name string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Query().Get(name)
}
