package site_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// at gives a value of a JSON document by a path of member names and indexes, separated by
// spaces; "#" gives the length of a list or object. What is missing is "-".
func at(t *testing.T, data []byte, path string) string {
	t.Helper()
	var value any
	if err := json.Unmarshal(data, &value); err != nil {
		t.Fatal(err)
	}
	for _, step := range strings.Fields(path) {
		switch v := value.(type) {
		case map[string]any:
			if value = v[step]; step == "#" {
				value = len(v)
			}
		case []any:
			if step == "#" {
				value = len(v)
				continue
			}
			var i int
			if _, err := fmt.Sscan(step, &i); err != nil || i >= len(v) {
				t.Fatalf("%s: no element %s", path, step)
			}
			value = v[i]
		default:
			t.Fatalf("%s: nothing below %v", path, value)
		}
	}
	if value == nil {
		return "-"
	}
	return fmt.Sprint(value)
}

// TestByHand holds values that were worked out from the rows of testdata/fixture.txtar. The
// edition is of 2026: a service is old before 2018.
func TestByHand(t *testing.T) {
	const countries, indicators = "countries.json", "indicators.json"
	tests := []struct{ name, file, path, want string }{
		{"its former name is known to the finder", countries, "xaa aliases 0", "Oldland"},
		{"yes was last stated in 2020", countries, "xaa entries nsp year", "2020"},
		{"a derived row agrees in 2024", countries, "xaa entries nsp no_change_by", "2024"},
		{"a fresh yes is plain", countries, "xaa entries nsp fill", "yes"},
		{"its scale", countries, "xaa entries nsp scale 0 number value n", "31"},
		{"its history has five periods", countries, "xaa entries nsp history #", "5"},
		{"newest first, and derived", countries, "xaa entries nsp history 0 derived", "true"},
		{"the overruled newspaper stands last in 2020", countries, "xaa entries nsp history 1 statements 2 source", "news"},
		{"report and ministry disagreed in 2014", countries, "xaa entries nsp history 3 state", "contested"},
		{"a yes of 2008 is old", countries, "xaa entries oat fill", "yes-stale"},
		{"a derived no", countries, "xaa entries dcr state", "no"},
		{"is inferred", countries, "xaa entries dcr inferred", "true"},
		{"and names the stated yes before it", countries, "xaa entries dcr earlier", "map[state:yes year:2019]"},
		{"alcohol is hatched", countries, "xaa entries women-in-treatment fill", "q3-hatched"},
		{"tier 1 leads", countries, "xaa entries people-who-inject number value n", "1000"},
		{"tier 2 is another estimate", countries, "xaa entries people-who-inject against 0 number value n", "1500"},
		{"8 + 1 + 3 + 1 + 1 + 1 + 2 rows", countries, "xaa observations", "17"},
		{"sources by first use, newest period first", countries, "xaa sources", "[summary report news ministry]"},
		{"the yes of 2020 and its repetition of 2024 have a footnote each", countries, "xaa entries nsp footnotes", "[1 2]"},
		{"the first is the place that leads", countries, "xaa footnotes 0 source", "report"},
		{"the fifth is another place in the first", countries, "xaa footnotes 4 as", "1"},
		{"an inferred no and the stated yes before it", countries, "xaa entries dcr footnotes", "[4 5]"},
		{"no row is no data", countries, "xbb entries nsp state", "no-data"},
		{"and has no colour", countries, "xbb entries nsp fill", "none"},
		{"tier 1 against tier 2 is contested", countries, "xbb entries dcr fill", "contested"},
		{"the yes leads", countries, "xbb entries dcr lead source", "report"},
		{"a province says nothing for the country", countries, "xbb entries policy-support state", "no-data"},
		{"but is shown", countries, "xbb entries policy-support others 0 state", "yes"},
		{"as what it is", countries, "xbb entries policy-support others 0 basis", "subnational"},
		{"entrants go before the newer clients", countries, "xbb entries women-in-treatment basis", "entrants"},
		{"21.50 keeps its decimals", countries, "xbb entries women-in-treatment number value d", "2"},
		{"2012 is old", countries, "xbb entries women-in-treatment fill", "q3-stale"},
		{"clients and the sample stand beside", countries, "xbb entries women-in-treatment others #", "2"},
		{"a range has no value", countries, "xbb entries people-who-inject number value", "-"},
		{"but ends", countries, "xbb entries people-who-inject number high n", "2100"},
		{"oat, dcr, policy, women, people", countries, "xbb with_data", "5"},
		{"unknown in 2024", countries, "xcc entries nsp state", "unknown"},
		{"yes in 2022", countries, "xcc entries nsp earlier", "map[state:yes year:2022]"},
		{"the no by exclusion is silent", countries, "xcc entries nsp silent 0 source", "summary"},
		{"an awkward name is untouched", countries, "xdd names en", `Côte-d’<Ünter> & "Isles", The`},
		{"nothing is known", countries, "xdd with_data", "0"},
		{"of every indicator", countries, "xdd entries #", "7"},
		{"a place without inhabitants has no profile", countries, "#", "4"},

		{"one yes", indicators, "nsp counts yes", "1"},
		{"one unknown", indicators, "nsp counts unknown", "1"},
		{"two without data", indicators, "nsp counts no_data", "2"},
		{"of them one in the north", indicators, "nsp regions 0 counts no_data", "1"},
		{"years with rows", indicators, "nsp periods", "[2024 2022 2020 2018 2014 2010]"},
		{"8 + 4 rows", indicators, "nsp observations", "12"},
		{"the newest printed count", indicators, "nsp published", "map[countries:2 period:2024 source:summary]"},
		{"an old yes is counted apart", indicators, "oat counts stale_yes", "1"},
		{"inferred ones too", indicators, "dcr counts inferred", "1"},
		{"figures with alcohol too", indicators, "women-in-treatment counts alcohol", "1"},
		{"services are old before 2018", indicators, "oat stale_before", "2018"},
		{"two have entries, two nothing to say", indicators, "nsp entries #", "2"},
		{"the province is announced", indicators, "policy-support entries xbb partial", "1"},
		{"history is for profiles", indicators, "nsp entries xaa history", "-"},
		{"one value is one class, which holds the range too", indicators, "people-who-inject classes 0 count", "2"},

		{"dcr appeared in 2019", "changes.json", "world years 0 changes 0 to", "map[state:yes year:2019]"},
		{"nsp since 2010: a contested year changes nothing", "changes.json", "world years 1 changes 0 from", "map[state:no year:2010]"},
		{"the derived no of 2022 is no change", "changes.json", "world years #", "2"},

		{"all rows", "totals.json", "observations", "29"},
		{"three of four countries", "totals.json", "countries_with_data", "3"},
		{"five core indicators", "atlas.json", "core", "[nsp oat dcr policy-support women-in-treatment]"},
		{"Å is an A in English", "atlas.json", "countries en", "[xbb xcc xdd xaa]"},
		{"Ñ is a letter after N in Spanish", "atlas.json", "countries es", "[xaa xdd xbb xcc]"},
		{"É is an E in French", "atlas.json", "countries fr", "[xcc xbb xdd xaa]"},
		{"Ё is an Е in Russian, and case does not matter", "atlas.json", "countries ru", "[xcc xbb xaa xdd]"},
		{"the Arabic alphabet", "atlas.json", "countries ar", "[xcc xbb xdd xaa]"},
		{"a region in Spanish order", "members.json", "south es", "[xdd xcc]"},
		{"two printed counts and an aggregate", "sources.json", "2 totals", "3"},
		{"what a source supports, by country", "sources.json", "0 supports 4 countries", "[xaa xbb]"},
		{"a map is walked as the table is read: north, Å last", "maps.json", "world shapes 0 id", "xbb"},
		{"marks lie above areas", "maps.json", "world shapes 2 id", "xcc"},
		{"a moved mark has a hairline", "maps.json", "world shapes 2 mark line", "M9,4L9.5,1"},
		{"one in its place has none", "maps.json", "world shapes 3 mark line", "-"},
	}
	files, err := fixturePages(t).Encode().Files()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range tests {
		if got := at(t, files[test.file], test.path); got != test.want {
			t.Errorf("%s: %s %s is %s, want %s", test.name, test.file, test.path, got, test.want)
		}
	}
}

// TestMarkup: templates escape text themselves, so records must not.
func TestMarkup(t *testing.T) {
	files, err := fixturePages(t).Encode().Files()
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(files["countries.json"]), `Côte-d’<Ünter> & \"Isles\", The`) {
		t.Error("the awkward name is escaped for HTML")
	}
	if !strings.Contains(string(files["sources.json"]), `?a=1&b=2`) {
		t.Error("an address is escaped for HTML")
	}
}
