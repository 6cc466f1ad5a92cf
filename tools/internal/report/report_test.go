package report_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/report"
)

func TestPrint(t *testing.T) {
	table := report.Table{
		Title:   "Where what is",
		Columns: []report.Column{{Title: "country"}, {Title: "sites", Number: true}, {Title: "nothing"}, {Title: "note"}},
		Rows: [][]string{
			{"Côte d’Ivoire", "7", "", "one programme in the capital and two more in the north"},
			{"Кения", "1,031", "", ""},
			{"日本", "", "", "none"},
		},
		Remarks: []string{"Sites are counted once, wherever they stand."},
	}
	for _, test := range []struct {
		name  string
		style report.Style
		want  string
	}{
		{"columns as wide as their widest cell, numbers to the right, no empty column", report.Style{}, `
Where what is
country        sites  note
────────────────────────────────────────────────────────────────────────────
Côte d’Ivoire      7  one programme in the capital and two more in the north
Кения          1,031
日本                  none
Sites are counted once, wherever they stand.
`},
		{"in a narrow terminal the widest column gives way", report.Style{Width: 44}, `
Where what is
country        sites  note
────────────────────────────────────────────
Côte d’Ivoire      7  one programme in the
                      capital and two more
                      in the north
Кения          1,031
日本                  none
Sites are counted once, wherever they stand.
`},
		{"no column becomes narrower than its longest word", report.Style{Width: 10}, `
Where what
is
country   sites  note
──────────────────────────
Côte          7  one
d’Ivoire         programme
                 in the
                 capital
                 and two
                 more in
                 the north
Кения     1,031
日本             none
Sites are
counted
once,
wherever
they
stand.
`},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(strings.TrimPrefix(test.want, "\n"), printed(t, test.style, table)); diff != "" {
				t.Errorf("table (-want +got):\n%s", diff)
			}
		})
	}
}

func printed(t *testing.T, s report.Style, tables ...report.Table) string {
	t.Helper()
	var out strings.Builder
	if err := s.Print(&out, tables...); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestPrintSeparatesTables(t *testing.T) {
	a, b := report.Table{Title: "one"}, report.Table{Remarks: []string{"two"}}
	if got, want := printed(t, report.Style{}, a, b), "one\n\ntwo\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestPrintKeepsControlCharactersFromTheTerminal(t *testing.T) {
	table := report.Table{Columns: []report.Column{{Title: "a"}}, Rows: [][]string{{"x\x1b[2Jy\nz"}}}
	if got, want := printed(t, report.Style{}, table), "a\n────────\nx�[2Jy�z\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestColoursOnlyWhereAllowed(t *testing.T) {
	table := report.Table{Title: "T", Columns: []report.Column{{Title: "a"}}, Rows: [][]string{{"b"}}}
	if got, want := printed(t, report.Style{Colour: true}, table), "\x1b[1mT\x1b[0m\n\x1b[1ma\x1b[0m\n\x1b[2m─\x1b[0m\nb\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
