package templates_test

import (
	"net/url"
	"os"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/issueform"
	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
)

const repository = "https://code.example/tiny"

// Each value leads to a form that knows which value is meant, and to its table.
func TestEachValueCanBeCorrected(t *testing.T) {
	profile := built(t, unchanged).page("country/ken/index.html")
	for indicator, current := range map[string]string{
		"nsp":                "Yes, 2024",
		"oat":                "Yes, last reported 2008",
		"policy-support":     "Unknown in 2024; yes in 2022",
		"women-in-treatment": "12–18 %, 2020",
		"oat-clients":        "12,345 people, last reported 2007",
	} {
		t.Run(indicator, func(t *testing.T) {
			links := All(First(First(profile, Is("id", indicator)), Class("correct")), Tag("a"))
			if len(links) != 2 {
				t.Fatalf("%d links", len(links))
			}
			form, err := url.Parse(Attr(links[0], "href"))
			if err != nil {
				t.Fatal(err)
			}
			q := form.Query()
			if q.Get("country") != "KEN" || q.Get("indicator") != indicator || q.Get("current") != current {
				t.Errorf("the form is filled with %v", q)
			}
			if got := Attr(links[1], "href"); got != repository+"/edit/main/data/observations/"+indicator+".csv" {
				t.Errorf("the table is at %s", got)
			}
		})
	}
}

// Every link to a form fills fields that the form has; a country without data has one, too.
func TestLinksFillFieldsOfTheForms(t *testing.T) {
	forms, err := issueform.Folder(os.DirFS(checkout + "/.github/ISSUE_TEMPLATE"))
	if err != nil {
		t.Fatal(err)
	}
	r := built(t, unchanged)
	for page, least := range map[string]int{"country/ken/index.html": 9, "country/civ/index.html": 3, "country/nru/index.html": 2, "about/index.html": 1} {
		found := 0
		for _, n := range All(r.page(page), Tag("a")) {
			if address := Attr(n, "href"); strings.HasPrefix(address, repository+"/issues/new") {
				found++
				if err := issueform.CheckLink(address, repository, forms); err != nil {
					t.Errorf("%s: %s: %v", page, address, err)
				}
			}
		}
		if found < least {
			t.Errorf("%s: %d links to forms; want at least %d", page, found, least)
		}
	}
}

// Whoever has no account writes, and the subject holds any name letter by letter.
func TestMailNamesTheCountry(t *testing.T) {
	r := built(t, unchanged)
	for page, want := range map[string]string{
		"country/ken/index.html": "Correction: Kenya (KEN)",
		"country/civ/index.html": `Correction: “Côte d'Ivoire” & <b>"Кот-д’Ивуар"</b>, 科特迪瓦: a name that is much longer than any line of a table should have to hold (CIV)`,
	} {
		mail := First(r.page(page), Tag("a"), func(n *html.Node) bool {
			return strings.HasPrefix(Attr(n, "href"), "mailto:") && Closest(n, Class("know-better")) != nil
		})
		address := Attr(mail, "href")
		u, err := url.Parse(address)
		if err != nil || u.Opaque != "tiny@tiny.example" || u.Query().Get("subject") != want {
			t.Errorf("%s: %q, %v", page, address, err)
		}
		if strings.Contains(address, "+") {
			t.Errorf("%s: mail programs show the + of %s", page, address)
		}
	}
}
