package report_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/report"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rule"
)

var findings = []rule.Finding{
	{Pos: csvfile.Pos{File: "data/a,b:c.csv", Line: 41, Col: 10}, Level: rule.Error, Rule: "value", Found: `"maybe"`, Want: "yes, no or unknown"},
	{Pos: csvfile.Pos{File: "data/edition.toml", Line: 1, Col: 1}, Level: rule.Warning, Rule: "odd", Found: "100%\r\n<b>", Want: "less"},
}

func TestFindings(t *testing.T) {
	for _, test := range []struct {
		name  string
		style report.Style
		want  string
	}{
		{"plain, as the finding itself says", report.Style{}, "data/a,b:c.csv:41:10: error value: \"maybe\"; want yes, no or unknown\n" +
			"data/edition.toml:1:1: warning odd: 100%��<b>; want less\n"},
		{"coloured", report.Style{Colour: true}, "\x1b[1mdata/a,b:c.csv:41:10\x1b[0m: \x1b[31merror\x1b[0m value: \"maybe\"; want yes, no or unknown\n" +
			"\x1b[1mdata/edition.toml:1:1\x1b[0m: \x1b[33mwarning\x1b[0m odd: 100%��<b>; want less\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var out strings.Builder
			if err := test.style.Findings(&out, findings); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, out.String()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// The names of the fields are a promise to other programs.
func TestJSON(t *testing.T) {
	var out strings.Builder
	if err := report.JSON(&out, findings); err != nil {
		t.Fatal(err)
	}
	var got any
	if err := json.Unmarshal([]byte(out.String()), &got); err != nil {
		t.Fatal(err)
	}
	want := map[string]any{"errors": 1.0, "warnings": 1.0, "findings": []any{
		map[string]any{"file": "data/a,b:c.csv", "line": 41.0, "column": 10.0, "level": "error", "rule": "value", "found": `"maybe"`, "want": "yes, no or unknown"},
		map[string]any{"file": "data/edition.toml", "line": 1.0, "column": 1.0, "level": "warning", "rule": "odd", "found": "100%\r\n<b>", "want": "less"},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// What GitHub takes for the end of a property or of a command must be escaped.
func TestGitHub(t *testing.T) {
	var out strings.Builder
	if err := report.GitHub(&out, findings); err != nil {
		t.Fatal(err)
	}
	want := "::error file=data/a%2Cb%3Ac.csv,line=41,col=10,title=value::\"maybe\"; want yes, no or unknown\n" +
		"::warning file=data/edition.toml,line=1,col=1,title=odd::100%25%0D%0A<b>; want less\n"
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSummary(t *testing.T) {
	d := &dataset.Dataset{
		Observations: make([]dataset.Observation, 7015), Indicators: make([]dataset.Indicator, 24),
		Countries: make([]dataset.Country, 250), Sources: make([]dataset.Source, 1),
	}
	for _, test := range []struct {
		name     string
		findings []rule.Finding
		want     string
	}{
		{"what was read, if nothing was found", nil, "7,015 observations, 24 indicators, 250 countries, 1 source: no findings"},
		{"what was found", findings, "1 error, 1 warning"},
		{"more of it", append(findings[:1:1], findings...), "2 errors, 1 warning"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := report.Summary(d, test.findings); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestRules(t *testing.T) {
	got := report.Rules([]rule.Rule{{Name: "value", Level: rule.Error, About: "An answer is yes or no."}})
	if diff := cmp.Diff([][]string{{"value", "error", "An answer is yes or no."}}, got.Rows); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
