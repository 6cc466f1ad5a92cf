package site_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// sites makes the page of an indicator with one country for each number; "3-9" is a range.
func sites(numbers []string) site.Indicator { return sitePages(numbers).Indicators["nsp-sites"] }

func sitePages(numbers []string) site.Pages {
	var countries, rows strings.Builder
	for i, number := range numbers {
		low, high, isRange := strings.Cut(number, "-")
		if value := number; isRange {
			fmt.Fprintf(&rows, "X%02d,2024,,%s,%s,,report,p. 1,stated,\n", i, low, high)
		} else {
			fmt.Fprintf(&rows, "X%02d,2024,%s,,,,report,p. 1,stated,\n", i, value)
		}
		fmt.Fprintf(&countries, "X%02d,XX,,north,,,,yes,\n", i)
	}
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"data/edition.toml":               "date = \"2026-11-22\"\n",
		"data/regions.csv":                "id,order,gshr_name\nnorth,1,North\n",
		"data/countries.csv":              "iso3,iso2,m49,region,m49_region,m49_subregion,point,profile,status_note\n" + countries.String(),
		"data/indicators.csv":             "id,kind,unit,group,order,palette,stale_after_years\nnsp-sites,count,sites,services,1,sequential,8\n",
		"data/sources.csv":                "id,tier,title,publisher,year,url,language,licence,accessed,note\nreport,1,Report,,2024,,en,,2026-11,\n",
		"data/observations/nsp-sites.csv": "country,period,value,low,high,basis,source,locator,confidence,note\n" + rows.String(),
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	d := dataset.Load(files)
	return site.Build(d, status.Of(d), site.Maps{})
}

// describe writes classes as "q1 <3 2" (class, bounds, count).
func describe(classes []site.Class) []string {
	var list []string
	for _, c := range classes {
		text := c.ID
		if c.Low != nil {
			text += fmt.Sprintf(" ≥%g", *c.Low)
		}
		if c.High != nil {
			text += fmt.Sprintf(" <%g", *c.High)
		}
		list = append(list, fmt.Sprint(text, " ", c.Count))
	}
	return list
}

// TestClasses: classes hold about as many countries each, between breaks of two digits.
func TestClasses(t *testing.T) {
	tests := []struct {
		name, numbers string
		want          []string
		fills         string // of each country, in the order of the numbers
	}{
		{"quintiles", "1 2 3 4 5 6 7 8 9 10",
			[]string{"q1 <3 2", "q2 ≥3 <5 2", "q3 ≥5 <7 2", "q4 ≥7 <9 2", "q5 ≥9 2"}, "q1 q1 q2 q2 q3 q3 q4 q4 q5 q5"},
		{"whatever the order", "10 3 7 1 9 5 2 8 6 4",
			[]string{"q1 <3 2", "q2 ≥3 <5 2", "q3 ≥5 <7 2", "q4 ≥7 <9 2", "q5 ≥9 2"}, "q5 q2 q4 q1 q5 q3 q1 q4 q3 q2"},
		{"breaks have two significant digits, and 23,000 would part nothing", "104 1251 23456 345678 4567890 56789012",
			[]string{"q1 <1300 2", "q2 ≥1300 <350000 2", "q3 ≥350000 <4.6e+06 1", "q4 ≥4.6e+06 1"}, ""},
		{"decimals too", "0.104 0.236 0.3449 0.48 0.561 0.7",
			[]string{"q1 <0.24 2", "q2 ≥0.24 <0.48 1", "q3 ≥0.48 <0.56 1", "q4 ≥0.56 2"}, ""},
		{"five numbers are one class", "1 20 300 4000 50000", []string{"q3 5"}, "q3 q3 q3 q3 q3"},
		{"equal numbers are one class", "7 7 7 7 7 7 7", []string{"q3 7"}, "q3 q3 q3 q3 q3 q3 q3"},
		{"many zeros leave fewer breaks", "0 0 0 0 0 0 1 2 3 10", []string{"q2 <1 6", "q3 ≥1 <3 2", "q4 ≥3 2"}, "q2 q2 q2 q2 q2 q2 q3 q3 q4 q4"},
		{"a range within one class has its colour", "1 2 3 4 5 6 7 8 9 10 3-4",
			[]string{"q1 <3 2", "q2 ≥3 <5 3", "q3 ≥5 <7 2", "q4 ≥7 <9 2", "q5 ≥9 2"}, "q1 q1 q2 q2 q3 q3 q4 q4 q5 q5 q2"},
		{"a range across two is of neither", "1 2 3 4 5 6 7 8 9 10 4-5",
			[]string{"q1 <3 2", "q2 ≥3 <5 2", "q3 ≥5 <7 2", "q4 ≥7 <9 2", "q5 ≥9 2"}, "q1 q1 q2 q2 q3 q3 q4 q4 q5 q5 range"},
		{"half a range is of none", "1 2 3 4 5 6 7 8 9 10 -2 9-",
			[]string{"q1 <3 2", "q2 ≥3 <5 2", "q3 ≥5 <7 2", "q4 ≥7 <9 2", "q5 ≥9 2"}, "q1 q1 q2 q2 q3 q3 q4 q4 q5 q5 range range"},
		{"ranges do not set breaks", "1-2 3-4 5-6 7-8 9-10 11-12", []string{"q3 6"}, "q3 q3 q3 q3 q3 q3"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			numbers := strings.Fields(test.numbers)
			page := sites(numbers)
			if diff := cmp.Diff(test.want, describe(page.Classes)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			for i, want := range strings.Fields(test.fills) {
				if got := page.Entries[fmt.Sprintf("x%02d", i)].Fill; got != want {
					t.Errorf("%s is filled %s, want %s", numbers[i], got, want)
				}
			}
			if got := strings.Count(test.fills, "range"); page.Straddling != got {
				t.Errorf("%d straddling ranges, want %d", page.Straddling, got)
			}
		})
	}
}

// TestNoClassIsEmpty: a colour of the legend that no country has would mislead.
func TestNoClassIsEmpty(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 5))
		numbers := make([]string, 1+r.IntN(30))
		for i := range numbers {
			numbers[i] = fmt.Sprintf("%.*f", r.IntN(3), 9.5+3*r.ExpFloat64()*float64(r.IntN(2)+1))
		}
		for _, c := range sites(numbers).Classes {
			if c.Count == 0 {
				t.Fatalf("seed %d: %s of %v is empty", seed, c.ID, numbers)
			}
		}
	}
}
