package report_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/harm-reduction-atlas/atlas/tools/internal/agenda"
	"github.com/harm-reduction-atlas/atlas/tools/internal/change"
	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/report"
	"github.com/harm-reduction-atlas/atlas/tools/internal/review"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rule"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// holds validates what a command prints for programs against its published schema.
func holds(t *testing.T, schema, printed string) error {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile("schema/" + schema)
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(printed))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(value)
}

func TestFindingsKeepTheirSchema(t *testing.T) {
	for name, findings := range map[string][]rule.Finding{
		"none": nil,
		"two":  {{Pos: csvfile.Pos{File: "data/x.csv", Line: 1, Col: 2}, Level: rule.Error, Rule: "file-missing", Found: "a", Want: "b"}, {Pos: csvfile.Pos{File: "data/y.csv", Line: 3, Col: 1}, Level: rule.Warning, Rule: "year"}},
	} {
		var out bytes.Buffer
		if err := report.JSON(&out, findings); err != nil {
			t.Fatal(err)
		}
		if err := holds(t, "check.schema.json", out.String()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if holds(t, "check.schema.json", `{"findings":[{"file":"x"}],"errors":0,"warnings":0}`) == nil {
		t.Error("the schema lets a finding without a place pass")
	}
}

func TestOverviewKeepsItsSchema(t *testing.T) {
	for name, d := range map[string]*dataset.Dataset{"nothing known": load("", ""), "little": aged(), "no data set": {}} {
		var out bytes.Buffer
		if err := report.OverviewJSON(&out, d, status.Of(d), 20); err != nil {
			t.Fatal(err)
		}
		if err := holds(t, "status.schema.json", out.String()); err != nil {
			t.Errorf("%s: %v\n%s", name, err, &out)
		}
	}
	if holds(t, "status.schema.json", `{"edition":"","date":"","next_year":0,"indicators":[{}],"regions":[],"gaps":0,"next":[]}`) == nil {
		t.Error("the schema lets an indicator without a count pass")
	}
}

// Programs read the reasons of gaps, so that none may come without standing in the schema.
func TestSchemaNamesEveryReason(t *testing.T) {
	gap := `{"edition":"","date":"","next_year":0,"indicators":[],"regions":[],"gaps":1,"next":[{"indicator":"nsp","country":"KEN","status":"yes","reasons":["%s"]}]}`
	for _, r := range agenda.Reasons {
		if err := holds(t, "status.schema.json", fmt.Sprintf(gap, r)); err != nil {
			t.Errorf("%s: %v", r, err)
		}
	}
	if holds(t, "status.schema.json", fmt.Sprintf(gap, "boredom")) == nil {
		t.Error("the schema lets any reason pass")
	}
}

func TestDiffKeepsItsSchema(t *testing.T) {
	yes := &change.Row{Status: "yes", Period: 2024, Source: "hri-2024"}
	share := &change.Row{Status: "value", Value: "12.5", Low: "10", Period: 2024, StatedPeriod: 2024, Source: "hri-2024"}
	drawn := report.Drawn{Folder: "maps", Files: []string{"nsp-after.svg"}, Indicators: []string{"nsp"}}
	for name, r := range map[string]review.Review{
		"nothing": {},
		"all": {
			Changes: []change.Change{
				{Key: change.Key{Indicator: "nsp", Country: "KEN"}, New: yes},
				{Key: change.Key{Indicator: "women-in-treatment", Country: "KEN", Basis: "entrants"}, Old: share},
			},
			Counts: []review.Count{{Indicator: "nsp", What: "stale", Old: 1, New: 2}},
			Totals: []review.Total{{Total: dataset.Total{Indicator: "nsp", Scope: "world", Source: "hri-2024", Period: 2024, Countries: 92}, Old: 91, New: 93, Unlisted: true}},
			Added:  []review.Source{{ID: "hri-2024"}}, Removed: []review.Source{{ID: "hri-2022"}},
			Rows: review.Rows{Added: 2, Removed: 1},
		},
	} {
		var out bytes.Buffer
		if err := report.DiffJSON(&out, r, drawn); err != nil {
			t.Fatal(err)
		}
		if err := holds(t, "diff.schema.json", out.String()); err != nil {
			t.Errorf("%s: %v\n%s", name, err, &out)
		}
	}
	if holds(t, "diff.schema.json", `{}`) == nil {
		t.Error("the schema lets an empty object pass")
	}
}
