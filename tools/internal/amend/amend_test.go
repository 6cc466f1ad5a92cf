package amend_test

import (
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/amend"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rule"
	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"
)

const sourcesFile, nspFile = "data/sources.csv", "data/observations/nsp.csv"

// tiny gives a small data set that keeps every rule, to be changed in memory.
func tiny(t *testing.T) fstest.MapFS {
	t.Helper()
	files, err := sitetest.Tiny(filepath.Join("..", "..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func observed(cells ...string) amend.Row {
	row := amend.Row{File: nspFile, Cells: map[string]string{"country": "THA", "period": "2024", "value": "no",
		"source": "hri-gshr-2024", "locator": "p. 9", "confidence": "stated"}}
	for i := 0; i < len(cells); i += 2 {
		row.Cells[cells[i]] = cells[i+1]
	}
	return row
}

func TestAddPlansCanonicalFiles(t *testing.T) {
	root := tiny(t)
	newSource := amend.Row{File: sourcesFile, Cells: map[string]string{"id": "a-new-one", "tier": "2", "title": "A, new one",
		"year": "2024", "language": "en", "accessed": "2026-11"}}
	plan, err := amend.Add(root, []amend.Row{observed("source", "a-new-one", "note", ` says "no" `), newSource}, rule.All())
	if err != nil || len(plan.Findings) > 0 {
		t.Fatal(err, plan.Findings)
	}
	var places []string
	for _, at := range plan.Places {
		places = append(places, at.String())
	}
	if diff := cmp.Diff([]string{nspFile + ":15:1", sourcesFile + ":2:1"}, places); diff != "" {
		t.Errorf("places (-want +got):\n%s", diff)
	}
	for _, c := range plan.Changes {
		added := strings.Split(string(c.Content), "\n")
		want := map[string]string{
			nspFile:     `THA,2024,no,,,,a-new-one,p. 9,stated,"says ""no"""`,
			sourcesFile: `a-new-one,2,"A, new one",,2024,,en,,2026-11,`,
		}[c.File]
		if got := added[map[string]int{nspFile: 14, sourcesFile: 1}[c.File]]; got != want {
			t.Errorf("%s: got %s, want %s", c.File, got, want)
		}
	}
	if n := len(plan.After.Observations) - len(plan.Before.Observations); n != 1 {
		t.Errorf("%d observations more, want 1", n)
	}
}

func TestAddTellsEveryFinding(t *testing.T) {
	for _, test := range []struct {
		name string
		row  amend.Row
		want string // a rule that must speak
	}{
		{"a country that is none", observed("country", "THX"), "country-unknown"},
		{"a source that is none", observed("source", "hri-gshr-2042"), "source-unknown"},
		{"a statement that stands there", observed("country", "AUS", "value", "yes", "locator", "Table 1, row Australia"), "duplicate-row"},
		{"no place in the source", observed("locator", ""), "empty-cell"},
		{"a formula", observed("note", "=1+1"), "formula"},
	} {
		t.Run(test.name, func(t *testing.T) {
			root := tiny(t)
			plan, err := amend.Add(root, []amend.Row{test.row}, rule.All())
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range plan.Findings {
				if f.Rule == test.want && f.File == nspFile {
					return
				}
			}
			t.Errorf("no finding of %s among %v", test.want, plan.Findings)
		})
	}
}

func TestAddRefusesWhatTheDataSetDoesNotHave(t *testing.T) {
	for _, row := range []amend.Row{
		{File: "data/nowhere.csv"},
		{File: "data/observations/unheard-of.csv"},
		{File: "../outside.csv"},
		observed("colour", "red"),
	} {
		if plan, err := amend.Add(tiny(t), []amend.Row{row}, rule.All()); err == nil {
			t.Errorf("%v: accepted with %d changes", row, len(plan.Changes))
		}
	}
}

// A finding that was there before stands in nobody's way, though its line may move.
func TestAddOverlooksOldFindings(t *testing.T) {
	root := tiny(t)
	root[nspFile].Data = []byte(strings.Replace(string(root[nspFile].Data), "THA,2020,no", "THA,2020,perhaps", 1))
	plan, err := amend.Add(root, []amend.Row{observed("country", "AUS", "value", "yes")}, rule.All())
	if err != nil || len(plan.Findings) > 0 || len(rule.Check(plan.Before, rule.All())) == 0 {
		t.Errorf("error %v, findings %v", err, plan.Findings)
	}
}

// What cannot be read must never be written over.
func TestAddLeavesBrokenDataAlone(t *testing.T) {
	root := tiny(t)
	root["data/totals.csv"] = &fstest.MapFile{Data: []byte("indicator,\"period\n")}
	plan, err := amend.Add(root, []amend.Row{observed()}, rule.All())
	if err != nil || len(plan.Findings) == 0 || len(plan.Changes) > 0 {
		t.Errorf("error %v, %d findings, %d changes", err, len(plan.Findings), len(plan.Changes))
	}
}

// Whatever a cell holds, the new file says exactly that, or there are findings.
func FuzzAdd(f *testing.F) {
	for _, text := range []string{"p. 9", `"`, "a\nb", "é,", " x ", "\xff", "\r\n"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		plan, err := amend.Add(tiny(t), []amend.Row{observed("note", text)}, rule.All())
		if err != nil || len(plan.Findings) > 0 {
			return
		}
		var all []dataset.Observation
		for _, o := range plan.After.Observations {
			if o.Country == "THA" && o.Period == 2024 {
				all = append(all, o)
			}
		}
		if len(all) != 1 || all[0].Note != strings.TrimSpace(text) {
			t.Errorf("note %q came back as %v", text, all)
		}
	})
}
