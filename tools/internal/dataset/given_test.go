package dataset_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// statement is what a row says, without who said it and where: sources were cleaned and
// their ids changed, the statements did not.
type statement struct{ indicator, country, period, value, low, high string }

// given counts the 7,015 statements that the atlas began with. testdata/given.csv keeps them
// as they were collected in November 2026, with the atlas's ids of the indicators; it is
// never edited. A statement that turns out to be wrong moves to data/left-out.csv.
func given(t *testing.T) (statements map[statement]int, byIndicator map[string]int) {
	statements, byIndicator = map[statement]int{}, map[string]int{}
	for _, s := range statementsIn(t, "testdata/given.csv", "") {
		statements[s]++
		byIndicator[s.indicator]++
	}
	return statements, byIndicator
}

// statementsIn reads a file without the package under test, so that both must err alike to
// lose a row. Files of observations leave the indicator to their name.
func statementsIn(t *testing.T, path, indicator string) []statement {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	var all []statement
	for _, row := range rows[1:] {
		name := indicator
		if i, ok := column["indicator"]; ok {
			name = row[i]
		}
		all = append(all, statement{name, row[column["country"]], row[column["period"]],
			row[column["value"]], row[column["low"]], row[column["high"]]})
	}
	return all
}

func TestGivenStatementsCounted(t *testing.T) {
	_, got := given(t)
	want := map[string]int{
		"nsp": 1449, "oat": 1242, "dcr": 710, "policy-support": 243, "women-in-treatment": 133,
		"take-home-naloxone": 132, "peer-naloxone": 139, "drug-checking": 68, "safer-smoking": 14,
		"nsp-sites": 130, "oat-sites": 99, "dcr-sites": 50, "needles-per-person": 331, "oat-coverage": 144,
		"oat-clients": 30, "people-in-treatment": 133, "prison-nsp": 294, "prison-oat": 249,
		"people-who-inject": 421, "women-who-inject": 10, "hiv-prevalence": 471,
		"hiv-prevalence-women": 137, "hiv-prevalence-men": 162, "hcv-prevalence": 224,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("given statements of each indicator, -want +got:\n%s", diff)
	}
	sum := 0
	for _, n := range got {
		sum += n
	}
	if sum != 7015 {
		t.Errorf("%d given statements, want 7,015", sum)
	}
}

// TestEveryGivenStatementIsKept: a statement given twice must stand twice.
func TestEveryGivenStatementIsKept(t *testing.T) {
	kept := statementsIn(t, "../../../data/left-out.csv", "")
	files, err := filepath.Glob("../../../data/observations/*.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		kept = append(kept, statementsIn(t, file, strings.TrimSuffix(filepath.Base(file), ".csv"))...)
	}
	missing, _ := given(t)
	for _, s := range kept {
		missing[s]--
	}
	for s, n := range missing {
		if n > 0 {
			t.Errorf("%d × %v: neither in data/observations nor in data/left-out.csv", n, s)
		}
	}
}
