package realsite_test

import (
	"encoding/csv"
	"os"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// seedFigure is a figure that the atlas was asked to show: as it was given, its digits, the row of
// data/aggregates.csv (or, after "printed", of data/totals.csv) that holds it, and its topic.
type seedFigure struct{ given, digits, fact, topic string }

func seedFigures(t *testing.T) []seedFigure {
	t.Helper()
	file, err := os.Open("testdata/seed_figures.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil || len(rows) < 50 {
		t.Fatalf("%d figures, %v", len(rows), err)
	}
	var list []seedFigure
	for _, row := range rows[1:] {
		list = append(list, seedFigure{row[0], row[1], row[2], row[3]})
	}
	return list
}

// Every figure that the atlas was asked to show stands on its topic, in every language, with a
// footnote that leads to its publication, and with the year that it is about.
func TestEverySeedFigureStandsOnItsTopic(t *testing.T) {
	s, f := Built(t), newFaults(t)
	for _, figure := range seedFigures(t) {
		source, year := groundOf(t, s, figure.fact)
		for _, lang := range dataset.Languages {
			p := s.Page(inLanguage("/topics/"+figure.topic+"/", lang))
			shown := shownFact(p, figure.fact)
			if shown == nil {
				f.addf("%s does not show %s (%s)", p.Path, figure.given, figure.fact)
				continue
			}
			if lang == dataset.Languages[0] && !strings.Contains(Text(shown), figure.digits) {
				f.addf("%s says %q for %s", p.Path, Text(shown), figure.given)
			}
			note := footnote(p, shown)
			if href := unbound(Attr(First(note, Class("source")), "href")); href != "/sources/#"+source || !strings.Contains(Text(note), year) {
				f.addf("%s: %s is from %s, and the footnote says %q; want %s and the year %q", p.Path, figure.given, href, Text(note), source, year)
			}
		}
	}
}

// groundOf gives the publication that a figure is from, and the year that it is about if that is known.
func groundOf(t *testing.T, s *Site, fact string) (source, year string) {
	t.Helper()
	if key, printed := strings.CutPrefix(fact, "printed "); printed {
		for _, total := range s.Data.Totals {
			if total.Scope == "world" && strings.Join([]string{total.Indicator, strconv.Itoa(total.Period), total.Source}, " ") == key {
				return total.Source, strconv.Itoa(total.Period)
			}
		}
	}
	for _, a := range s.Data.Aggregates {
		if a.ID == fact && a.Period == 0 {
			return a.Source, ""
		} else if a.ID == fact {
			return a.Source, strconv.Itoa(a.Period)
		}
	}
	t.Errorf("the data have no figure %s", fact)
	return "", ""
}

// shownFact finds a figure on a page; nil if it is not there.
func shownFact(p *Page, fact string) *html.Node {
	key, value := "data-fact", fact
	if printed, ok := strings.CutPrefix(fact, "printed "); ok {
		key, value = "data-printed", printed
	}
	if found := All(p.Doc, Is(key, value)); len(found) > 0 {
		return found[0]
	}
	return nil
}

// footnote gives the note to which the mark behind a figure leads, or that of its table's caption.
func footnote(p *Page, shown *html.Node) *html.Node {
	mark := shown.NextSibling
	if shown.Data == "tr" {
		mark = First(Closest(shown, Tag("table")), Class("mark"))
	}
	if mark == nil || !Class("mark")(mark) {
		return &html.Node{Type: html.ElementNode}
	}
	return First(p.Doc, Is("id", strings.TrimPrefix(Attr(First(mark, Tag("a")), "href"), "#")))
}
