package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/change"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/review"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// Names give what a reader calls a country and an indicator.
type Names struct {
	Country, Indicator func(id string) string
	// Order lists indicators as pages do.
	Order []string
}

// ordered sorts indicators as pages do, and those that no page shows by their ids.
func (n Names) ordered(ids []string) []string {
	place := func(id string) int {
		if at := slices.Index(n.Order, id); at >= 0 {
			return at
		}
		return len(n.Order)
	}
	slices.SortFunc(ids, func(a, b string) int { return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(a, b)) })
	return ids
}

// Sentence says a change in a line: "Kenya · NSP: no (2020) → yes (2024), source hri-gshr-2024".
func (n Names) Sentence(c change.Change) string {
	subject := n.Country(c.Country) + " · " + n.Indicator(c.Indicator)
	if c.Basis != "" {
		subject += " (" + basis(c.Basis) + ")"
	}
	line := fmt.Sprintf("%s: %s → %s", subject, stood(c.Old), stood(c.New))
	if c.New == nil {
		return line
	}
	if len(c.New.Sources) > 1 && c.New.Status == string(status.Contested) {
		return line + ", sources " + strings.Join(c.New.Sources, ", ")
	}
	return line + ", source " + c.New.Source
}

// stood says what a row says.
func stood(r *change.Row) string {
	if r == nil {
		return "no data"
	}
	word := r.Status
	if r.Status == string(status.Value) {
		word = number(status.Statement{Observation: &dataset.Observation{Value: r.Value, Low: r.Low, High: r.High}})
	}
	if r.Inferred() {
		word += ", inferred"
	}
	return fmt.Sprintf("%s (%d)", word, r.Year())
}

// Diff gives a review as tables.
func Diff(r review.Review, n Names) []Table {
	if r.Nothing() {
		return []Table{{Title: "Nothing that the data say has changed."}}
	}
	return slices.DeleteFunc([]Table{
		{Title: "What the atlas says now, and said before", Columns: []Column{{"country", false}, {"indicator", false}, {"before", false}, {"now", false}, {"source", false}}, Rows: changed(r, n)},
		{Title: "Sources disagree now", Columns: []Column{{"country", false}, {"indicator", false}, {"sources", false}}, Rows: contested(r, n)},
		{Title: "Countries counted", Columns: []Column{{"indicator", false}, {"that say", false}, {"before", true}, {"now", true}, {"difference", true}}, Rows: counted(r, n)},
		{Title: "Printed totals", Columns: []Column{{"indicator", false}, {"period", true}, {"scope", false}, {"printed", true}, {"ours before", true}, {"ours now", true}, {"verdict", false}}, Rows: compared(r, n)},
		{Title: "Sources", Columns: []Column{{"", false}, {"id", false}, {"tier", true}, {"title", false}}, Rows: sourced(r)},
		{Title: "Observations", Remarks: []string{plural(r.Rows.Added, "row", "rows") + " added, " + plural(r.Rows.Removed, "row", "rows") + " taken away; an edited one is both."}},
	}, func(t Table) bool { return len(t.Rows)+len(t.Remarks) == 0 })
}

func changed(r review.Review, n Names) (rows [][]string) {
	for _, c := range r.Changes {
		indicator, source := n.Indicator(c.Indicator), ""
		if c.Basis != "" {
			indicator += " (" + basis(c.Basis) + ")"
		}
		if c.New != nil {
			source = c.New.Source
		}
		rows = append(rows, []string{n.Country(c.Country), indicator, stood(c.Old), stood(c.New), source})
	}
	return rows
}

func contested(r review.Review, n Names) (rows [][]string) {
	for _, c := range r.Contested() {
		rows = append(rows, []string{n.Country(c.Country), n.Indicator(c.Indicator), strings.Join(c.New.Sources, ", ")})
	}
	return rows
}

func counted(r review.Review, n Names) (rows [][]string) {
	for _, c := range r.Counts {
		rows = append(rows, []string{n.Indicator(c.Indicator), what(c.What), Count(c.Old), Count(c.New), difference(c.New - c.Old)})
	}
	return rows
}

// what words the things that a review counts.
func what(word string) string {
	switch word {
	case "data":
		return "anything"
	case string(status.Value):
		return "a number"
	}
	return word
}

func compared(r review.Review, n Names) (rows [][]string) {
	for _, t := range r.Totals {
		verdict := "excused"
		switch {
		case t.Unlisted:
			verdict = "UNLISTED"
		case t.New == t.Countries:
			verdict = "equal"
		}
		rows = append(rows, []string{n.Indicator(t.Indicator), year(t.Period), t.Scope, Count(t.Countries), Count(t.Old), Count(t.New), verdict})
	}
	return rows
}

func sourced(r review.Review) (rows [][]string) {
	for _, s := range r.Added {
		rows = append(rows, []string{"new", s.ID, year(s.Tier), s.Title})
	}
	for _, s := range r.Removed {
		rows = append(rows, []string{"gone", s.ID, year(s.Tier), s.Title})
	}
	return rows
}
