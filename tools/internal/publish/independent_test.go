package publish_test

import (
	"cmp"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
)

// This file concludes every latest status a second time, from the design's eight sentences
// and from nothing of the tool: it reads the CSV files itself and argues with sets of years
// where package status walks through periods. What the sentences leave open it takes from
// decisions of the project: a known answer that differs ends the search for the year in which
// a status was stated, and a number is never supported by one of another year.

// opinion is a row of latest.csv, without locators.
type opinion map[string]string

// rowsOf reads a data file.
func rowsOf(t *testing.T, path string) []map[string]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../../../data", path))
	if err != nil {
		t.Fatal(err)
	}
	return records(t, data)
}

func keyed(rows []map[string]string, key string) map[string]map[string]string {
	byKey := map[string]map[string]string{}
	for _, row := range rows {
		byKey[row[key]] = row
	}
	return byKey
}

// opinions concludes every series of the real data, by indicator, country and basis.
func opinions(t *testing.T) (concluded map[string]opinion, earlier map[string]string) {
	sources, concluded, earlier := keyed(rowsOf(t, "sources.csv"), "id"), map[string]opinion{}, map[string]string{}
	edition := editionYear(t)
	for _, indicator := range rowsOf(t, "indicators.csv") {
		series := map[string][]map[string]string{}
		for _, row := range rowsOf(t, "observations/"+indicator["id"]+".csv") {
			row["tier"], row["source_year"] = sources[row["source"]]["tier"], sources[row["source"]]["year"]
			key := strings.Join([]string{indicator["id"], row["country"], row["basis"]}, " ")
			series[key] = append(series[key], row)
		}
		for key, rows := range series {
			o, before := conclude(rows)
			if edition-whole(cmp.Or(o["stated_period"], o["period"])) > whole(indicator["stale_after_years"]) {
				o["stale"] = "yes"
			}
			o["indicator"], o["country"], o["basis"] = indicator["id"], rows[0]["country"], rows[0]["basis"]
			concluded[key], earlier[key] = o, before
		}
	}
	return concluded, earlier
}

func editionYear(t *testing.T) int {
	text, err := os.ReadFile("../../../data/edition.toml")
	if err != nil {
		t.Fatal(err)
	}
	_, date, _ := strings.Cut(string(text), "\ndate = \"")
	return whole(date[:4])
}

// conclude says what the rows of one series say in the end, and what was known before an
// unknown or inferred answer ("yes 2022").
func conclude(rows []map[string]string) (o opinion, before string) {
	years := map[string][]map[string]string{}
	for _, row := range rows {
		years[row["period"]] = append(years[row["period"]], row)
	}
	newest := slices.Max(slices.Collect(maps.Keys(years)))
	answer := verdict(years[newest])
	stated, turned := "", "" // the newest year that gives the answer, and that gives another
	for year, said := range years {
		other := verdict(said)
		if other != answer && (other == "yes" || other == "no") {
			turned = max(turned, year)
		}
		if gives(said, answer) && (year == newest || answer != "value") {
			stated = max(stated, year)
		}
	}
	if answer == "value" || answer == "contested" {
		turned = "" // sentence 6 and the first decision are about yes, no and unknown
	}
	if stated <= turned {
		stated = ""
	}
	if turned != "" && (stated == "" || answer == "unknown") {
		before = verdict(years[turned]) + " " + turned
	}
	return row(years[newest], answer, newest, stated), before
}

// row writes a conclusion as latest.csv does.
func row(said []map[string]string, answer, newest, stated string) opinion {
	lead := leader(said, answer)
	o := opinion{"status": answer, "period": newest, "stated_period": stated, "stale": "no",
		"value": "", "low": "", "high": "", "source": lead["source"], "confidence": lead["confidence"]}
	if answer == "value" {
		o["value"], o["low"], o["high"] = lead["value"], lead["low"], lead["high"]
	}
	spoke := map[string]bool{}
	for _, r := range heard(said) {
		if (r["value"] == "unknown") == (answer == "unknown") {
			spoke[r["source"]] = true
		}
	}
	o["sources"] = strings.Join(slices.Sorted(maps.Keys(spoke)), ";")
	return o
}

// heard: sentence 1. Derived rows are heard only if there are no others.
func heard(said []map[string]string) []map[string]string {
	firsthand := slices.DeleteFunc(slices.Clone(said), func(r map[string]string) bool { return r["confidence"] == "derived" })
	if len(firsthand) > 0 {
		return firsthand
	}
	return said
}

// verdict: sentences 2 to 4, by the best tier that says yes and the best that says no.
func verdict(said []map[string]string) string {
	best := map[string]string{}
	for _, r := range heard(said) {
		if tier, ok := best[r["value"]]; !ok || r["tier"] < tier {
			best[r["value"]] = r["tier"]
		}
	}
	switch yes, no := best["yes"], best["no"]; {
	case yes != "" && no != "" && yes < "4" == (no < "4"):
		return "contested"
	case yes != "" && (no == "" || yes < "4"):
		return "yes"
	case no != "":
		return "no"
	case best["unknown"] != "":
		return "unknown"
	}
	return "value"
}

// gives tells whether a stated or implied row of the year gives the answer: sentence 5.
func gives(said []map[string]string, answer string) bool {
	return slices.ContainsFunc(said, func(r map[string]string) bool {
		number := r["value"] == "" || strings.Contains("0123456789", r["value"][:1])
		return r["confidence"] != "derived" &&
			(r["value"] == answer || answer == "value" && number || answer == "contested" && verdict(said) == answer)
	})
}

// leader: the best tier leads; of equals the stated one, then the newer source, then its id.
func leader(said []map[string]string, answer string) map[string]string {
	if answer == "contested" {
		answer = "yes"
	}
	var able []map[string]string
	for _, r := range heard(said) {
		if r["value"] == answer || answer == "value" {
			able = append(able, r)
		}
	}
	return slices.MinFunc(able, func(a, b map[string]string) int {
		return cmp.Or(cmp.Compare(a["tier"], b["tier"]), -cmp.Compare(a["confidence"], b["confidence"]),
			-cmp.Compare(a["source_year"], b["source_year"]), cmp.Compare(a["source"], b["source"]), cmp.Compare(a["locator"], b["locator"]))
	})
}

func whole(text string) int {
	n, _ := strconv.Atoi(text)
	return n
}

func TestLatestAgreesWithASecondConclusion(t *testing.T) {
	want, _ := opinions(t)
	got := map[string]opinion{}
	for _, row := range records(t, publishReal(t)["data/v1/latest.csv"]) {
		delete(row, "locator")
		sources := strings.Split(row["sources"], ";")
		if sources[0] != row["source"] {
			t.Errorf("%v: the leading source is not the first of those that spoke", row)
		}
		slices.Sort(sources)
		row["sources"] = strings.Join(sources, ";")
		got[strings.Join([]string{row["indicator"], row["country"], row["basis"]}, " ")] = row
	}
	if len(want) < 1900 {
		t.Errorf("only %d series; the real data have more", len(want))
	}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("-second conclusion +latest.csv:\n%s", diff)
	}
}

func TestStatusAgreesWithASecondConclusion(t *testing.T) {
	want, before := opinions(t)
	for _, s := range realSet(t).atlas.All {
		key := strings.Join([]string{s.Indicator, s.Country, s.Basis}, " ")
		got := opinion{"status": string(s.Latest.State), "period": strconv.Itoa(s.Latest.Period), "stated_period": year(s.StatedPeriod),
			"stale": map[bool]string{true: "yes", false: "no"}[s.Stale], "source": s.Latest.Lead.Source, "earlier": ""}
		if s.Latest.State == "value" {
			got["value"], got["low"], got["high"] = s.Latest.Lead.Value, s.Latest.Lead.Low, s.Latest.Lead.High
		}
		if s.Earlier.State != "no-data" {
			got["earlier"] = string(s.Earlier.State) + " " + strconv.Itoa(s.Earlier.Period)
		}
		second := opinion{"earlier": before[key]}
		for name := range got {
			if name != "earlier" {
				second[name] = want[key][name]
			}
		}
		if diff := gocmp.Diff(second, got); diff != "" {
			t.Errorf("%s: -second conclusion +status:\n%s", key, diff)
		}
		delete(want, key)
	}
	for key := range want {
		t.Errorf("%s: nothing concluded", key)
	}
}

func year(y int) string {
	if y == 0 {
		return ""
	}
	return strconv.Itoa(y)
}
