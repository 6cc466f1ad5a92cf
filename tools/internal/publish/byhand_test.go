package publish_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/publish"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// TestByHand holds values that were worked out from the rows of fixture.txtar, not copied
// from what the program wrote. A dash stands for a member that is left out.
func TestByHand(t *testing.T) {
	files := publishFixture(t)
	const (
		atlas, xaa, xbb, xcc = "atlas.geojson", "countries/xaa.json", "countries/xbb.json", "countries/xcc.json"
		nsp                  = "indicators/nsp.json"
	)
	tests := []struct {
		name, file string
		path       []any
		want       string
	}{
		{"all three countries are features", atlas, []any{"features", 2, "id"}, "XCC"},
		{"tier 4 alone never contests", atlas, []any{"features", 0, "properties", "nsp_status"}, "yes"},
		{"the best tier leads", atlas, []any{"features", 0, "properties", "nsp_source"}, "review"},
		{"yes and no of tier 2 are contested", atlas, []any{"features", 1, "properties", "nsp_status"}, "contested"},
		{"2010 is more than 8 years before 2026", atlas, []any{"features", 1, "properties", "nsp_stale"}, "true"},
		{"unknown in 2024", atlas, []any{"features", 0, "properties", "dcr_status"}, "unknown"},
		{"a derived row adds to the year that a source stated", atlas, []any{"features", 1, "properties", "dcr_stated_period"}, "2014"},
		{"and is the newest period", atlas, []any{"features", 1, "properties", "dcr_period"}, "2024"},
		{"stated in 2014, so stale", atlas, []any{"features", 1, "properties", "dcr_stale"}, "true"},
		{"entrants go before clients, though older", atlas, []any{"features", 0, "properties", "women_in_treatment_value"}, "20"},
		{"the basis is named", atlas, []any{"features", 0, "properties", "women_in_treatment_basis"}, "entrants"},
		{"a sample never stands for a country", atlas, []any{"features", 1, "properties", "women_in_treatment_value"}, "18"},
		{"a range without a value", atlas, []any{"features", 1, "properties", "people_who_inject_value"}, "-"},
		{"has its ends", atlas, []any{"features", 1, "properties", "people_who_inject_high"}, "200"},
		{"an inferred number has no stated year", atlas, []any{"features", 1, "properties", "people_who_inject_stated_period"}, "-"},
		{"no data is a status", atlas, []any{"features", 2, "properties", "nsp_status"}, "no-data"},
		{"and has no year", atlas, []any{"features", 2, "properties", "nsp_period"}, "-"},
		{"our own name goes before CLDR's", atlas, []any{"features", 1, "properties", "name_en"}, "Beeland <the old>"},
		{"the region by name", atlas, []any{"features", 0, "properties", "region_name"}, "North & Upper"},
		{"a country without an area is a point", atlas, []any{"features", 2, "geometry"}, "map[coordinates:[-171.8 -9.2] type:Point]"},
		{"the outer ring is turned counter-clockwise", atlas, []any{"features", 1, "geometry", "coordinates", 0},
			"[[170 -50] [180 -50] [180 -40] [170 -40] [170 -50]]"},
		{"a hole is clockwise", atlas, []any{"features", 0, "geometry", "coordinates", 0, 1}, "[[2 2] [2 3] [3 3] [3 2] [2 2]]"},
		{"coordinates have four decimals", atlas, []any{"features", 0, "geometry", "coordinates", 1, 0, 1, 0}, "20.1235"},
		{"where the boundaries come from", atlas, []any{"atlas", "boundaries", "url"}, "https://code.example/squares"},

		{"who said it", xaa, []any{"answers", 0, "headline", "sources"}, "[review ministry news]"},
		{"who agreed", xaa, []any{"answers", 0, "series", 0, "periods", 1, "agree", 0, "source"}, "ministry"},
		{"who was against", xaa, []any{"answers", 0, "series", 0, "periods", 1, "against", 0, "source"}, "news"},
		{"who did not speak", xaa, []any{"answers", 0, "series", 0, "periods", 1, "silent", 0, "source"}, "survey"},
		{"the note goes with the statement", xaa, []any{"answers", 0, "series", 0, "periods", 1, "agree", 0, "note"}, "31 sites are above zero."},
		{"what was known before an unknown", xaa, []any{"answers", 1, "headline", "earlier"}, "map[period:2018 status:no]"},
		{"a number is written as its source writes it", xaa, []any{"answers", 2, "series", 0, "latest", "value"}, "21.50"},
		{"another estimate stands beside it", xaa, []any{"answers", 3, "series", 0, "periods", 0, "against", 0, "value"}, "11000"},
		{"M49 is a code, not a number", xaa, []any{"country", "m49"}, "901"},
		{"a sample is kept, and marked", xbb, []any{"answers", 2, "series", 1, "national"}, "false"},
		{"a derived row alone is inferred", xbb, []any{"answers", 3, "series", 0, "periods", 0, "inferred"}, "true"},
		{"no data, no series", xcc, []any{"answers", 0, "series"}, "[]"},
		{"no data, no sources", xcc, []any{"sources"}, "[]"},
		{"the address of the page", xcc, []any{"country", "page"}, "https://tiny.example/country/xcc/"},
		{"one yes, one contested, one without data", nsp, []any{"countries"}, "map[contested:1 no-data:1 yes:1]"},
		{"of which the contested one is old", nsp, []any{"stale"}, "map[contested:1]"},
		{"a source in full", nsp, []any{"sources", 2, "title"}, `The "great" review, second edition`},
		{"the edition", nsp, []any{"edition", "number"}, "2026.1"},
		{"the licence", nsp, []any{"licence", "name"}, "CC-BY-4.0"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := text(at(t, files[publish.Folder+test.file], test.path...)); got != test.want {
				t.Errorf("%s %v: got %s, want %s", test.file, test.path, got, test.want)
			}
		})
	}
}

// TestLatestByHand: latest.csv, worked out from the rows of fixture.txtar.
func TestLatestByHand(t *testing.T) {
	want := `indicator,country,period,stated_period,status,value,low,high,basis,confidence,stale,source,locator,sources
dcr,XAA,2024,2024,unknown,,,,,stated,no,ministry,p. 9,ministry
dcr,XBB,2024,2014,yes,,,,,derived,yes,ministry,p. 9,ministry
nsp,XAA,2024,2024,yes,,,,,stated,no,review,"Table 1, row A",review;ministry;news
nsp,XBB,2010,2010,contested,,,,,stated,yes,survey,p. 4,survey;ministry
people-who-inject,XAA,2015,2015,value,12000,9000,15000,,stated,yes,review,Table 5,review;ministry
people-who-inject,XBB,2020,,value,,100,200,,derived,no,survey,p. 6,survey
women-in-treatment,XAA,2022,2022,value,21.50,,,clients,stated,no,ministry,p. 12,ministry
women-in-treatment,XAA,2021,2021,value,20,,,entrants,stated,no,ministry,p. 11,ministry
women-in-treatment,XBB,2012,2012,value,18,,,oat_clients,stated,yes,survey,p. 5,survey
women-in-treatment,XBB,2019,2019,value,35,,,sample,stated,no,review,Table 4,review
`
	if diff := cmp.Diff(want, string(publishFixture(t)["data/v1/latest.csv"])); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestErrors(t *testing.T) {
	tests := []struct {
		name   string
		change []string
		want   string
	}{
		{"a number that is none", []string{"12000,9000", "about 12000,9000"}, "publishing data/v1/indicators/people-who-inject.json: "},
		{"a country without area and point", []string{"-171.8 -9.2", ""}, `country XCC has no area: point ""; want longitude and latitude`},
		{"a point that is not in degrees", []string{"-171.8 -9.2", "-271.8 -9.2"}, `country XCC has no area: point "-271.8 -9.2"; want degrees`},
		{"an identifier that is no file name", []string{"people-who-inject,count", "../people,count"},
			`publishing "data/v1/indicators/../people.json": not a file name`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := fixture(t, test.change...)
			files, err := publish.Files(d, status.Of(d), fixtureAreas(), disclaimer)
			if err == nil || !strings.Contains(err.Error(), test.want) || files != nil {
				t.Errorf("got %d files and error %v, want %q", len(files), err, test.want)
			}
		})
	}
}
