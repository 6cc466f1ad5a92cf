package site_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// profiles makes the records of a data set from rows "indicator,country,period,value,low,high,basis,
// source,confidence", and thresholds from rows that begin with #. The sources s1 and s2 are of tier 1;
// all countries are in one region.
func profiles(t *testing.T, rows ...string) site.Pages {
	t.Helper()
	files := fstest.MapFS{}
	add := func(name, text string) {
		f := files["data/"+name]
		if f == nil {
			f = &fstest.MapFile{}
			files["data/"+name] = f
		}
		f.Data = append(f.Data, text+"\n"...)
	}
	add("edition.toml", `date = "2026-11-22"`)
	add("regions.csv", "id,order,gshr_name\nhere,1,Here")
	add("sources.csv", "id,tier,title,publisher,year,url,language,licence,accessed,note\ns1,1,T,,2025,,en,,2026-11,\ns2,1,U,,2025,,en,,2026-11,")
	add("countries.csv", "iso3,iso2,m49,region,m49_region,m49_subregion,point,profile,status_note")
	for _, c := range strings.Fields("XAA XBB XCC XDD XEE") {
		add("countries.csv", c+",,,here,,,,yes,")
	}
	add("indicators.csv", "id,kind,unit,group,order,palette,stale_after_years")
	for n, kind := range []string{"nsp,availability,,services", "oat,availability,,services", "dcr,availability,,services",
		"policy-support,availability,,policy", "women-in-treatment,percentage,percent,women", "drug-checking,availability,,services",
		"nsp-sites,count,sites,services", "needles-per-person,score,per-person-per-year,services"} {
		palette := map[bool]string{true: "yes-no", false: "sequential"}[strings.Contains(kind, "availability")]
		add("indicators.csv", fmt.Sprintf("%s,%d,%s,8", kind, n+1, palette))
		id, _, _ := strings.Cut(kind, ",")
		add("observations/"+id+".csv", "country,period,value,low,high,basis,source,locator,confidence,note")
	}
	add("i18n/terms.csv", "term,lang,name,short,definition,usage")
	add("wording.csv", "lang,avoid,instead,why")
	add("thresholds.csv", "indicator,limit,value,period,source,locator,note")
	for i, row := range rows {
		if limit, ok := strings.CutPrefix(row, "#"); ok {
			add("thresholds.csv", limit)
			continue
		}
		cells := strings.Split(row, ",")
		add("observations/"+cells[0]+".csv", strings.Join(cells[1:8], ",")+fmt.Sprintf(",p. %d,%s,A note.", i, cells[8]))
	}
	d := dataset.Load(files)
	return site.Build(d, status.Of(d), site.Maps{})
}

// claimed writes a summary on one line for each sentence.
func claimed(claims []site.Claim) []string {
	var list []string
	for _, c := range claims {
		list = append(list, strings.TrimSpace(c.Says+" "+itemised(c.Items)+also(c.Also)))
	}
	return list
}

func itemised(items []site.Item) string {
	var words []string
	for _, i := range items {
		text := i.Indicator
		if i.When != "" {
			text += fmt.Sprintf(" %s %d", i.When, i.Year)
		}
		if i.Other != 0 {
			text += fmt.Sprintf(" %d", i.Other)
		}
		words = append(words, text)
	}
	return strings.Join(words, ", ")
}

func also(items []site.Item) string {
	if len(items) == 0 {
		return ""
	}
	return " | " + itemised(items)
}

// Each answer goes into the sentence that says neither more nor less, with its own year.
func TestSummarySaysWhatIsKnown(t *testing.T) {
	const rest = "oat, dcr, policy-support, women-in-treatment"
	tests := []struct {
		name string
		rows []string
		want []string
	}{
		{"nothing at all", nil, []string{"nothing"}},
		{"nothing on the core questions", []string{"drug-checking,XAA,2024,yes,,,,s1,stated"}, []string{"silent_all"}},
		{"one yes", []string{"nsp,XAA,2024,yes,,,,s1,stated"}, []string{"services_yes nsp year 2024", "silent " + rest}},
		{"a yes by a number", []string{"nsp,XAA,2024,yes,,,,s1,implied"}, []string{"services_yes nsp year 2024", "silent " + rest}},
		{"one no", []string{"nsp,XAA,2024,no,,,,s1,stated"}, []string{"services_no nsp year 2024", "silent " + rest}},
		{"yes and no in one sentence", []string{"nsp,XAA,2024,yes,,,,s1,stated", "oat,XAA,2020,no,,,,s1,stated", "dcr,XAA,2022,yes,,,,s1,stated"},
			[]string{"services_both nsp year 2024, dcr year 2022 | oat year 2020", "silent policy-support, women-in-treatment"}},
		{"an old yes", []string{"nsp,XAA,2008,yes,,,,s1,stated"}, []string{"services_yes nsp last 2008", "silent " + rest}},
		{"a derived answer that agrees moves no year", []string{"nsp,XAA,2020,yes,,,,s1,stated", "nsp,XAA,2024,yes,,,,s1,derived"},
			[]string{"services_yes nsp year 2020", "silent " + rest}},
		{"an old yes and no change reported", []string{"nsp,XAA,2008,yes,,,,s1,stated", "nsp,XAA,2024,yes,,,,s1,derived"},
			[]string{"services_yes nsp kept 2008 2024", "silent " + rest}},
		{"only inferred", []string{"nsp,XAA,2022,yes,,,,s1,derived"}, []string{"services_inferred_yes nsp year 2022", "silent " + rest}},
		{"inferred long ago", []string{"nsp,XAA,2012,no,,,,s1,derived"}, []string{"services_inferred_no nsp last_inferred 2012", "silent " + rest}},
		{"inferred against an earlier answer", []string{"nsp,XAA,2016,no,,,,s1,stated", "nsp,XAA,2022,yes,,,,s1,derived"},
			[]string{"services_inferred_yes nsp before_no 2022 2016", "silent " + rest}},
		{"sources disagree", []string{"nsp,XAA,2020,yes,,,,s1,stated", "nsp,XAA,2020,no,,,,s2,stated"},
			[]string{"services_contested nsp year 2020", "silent " + rest}},
		{"unknown after a yes", []string{"nsp,XAA,2022,yes,,,,s1,stated", "nsp,XAA,2024,unknown,,,,s1,stated"},
			[]string{"services_unknown nsp before_yes 2024 2022", "silent " + rest}},
		{"an old unknown is no report to fall back on", []string{"nsp,XAA,2008,unknown,,,,s1,stated"},
			[]string{"services_unknown nsp year 2008", "silent " + rest}},
		{"a part of the country", []string{"nsp,XAA,2024,yes,,,subnational,s1,stated", "oat,XAA,2024,yes,,,,s1,stated"},
			[]string{"services_yes oat year 2024", "partial nsp", "silent dcr, policy-support, women-in-treatment"}},
		{"reports before inferences", []string{"nsp,XAA,2022,yes,,,,s1,derived", "oat,XAA,2024,unknown,,,,s1,stated", "dcr,XAA,2024,no,,,,s1,stated"},
			[]string{"services_no dcr year 2024", "services_unknown oat year 2024", "services_inferred_yes nsp year 2022", "silent policy-support, women-in-treatment"}},
		{"policy and women", []string{"policy-support,XAA,2012,no,,,,s1,stated", "women-in-treatment,XAA,2020,12,,,clients+alcohol,s1,stated"},
			[]string{"policy_no policy-support last 2012", "women_clients-alcohol women-in-treatment year 2020", "silent nsp, oat, dcr"}},
		{"inferred policy and share", []string{"policy-support,XAA,2020,yes,,,,s1,derived", "women-in-treatment,XAA,2020,12,,,entrants,s1,derived"},
			[]string{"policy_inferred_yes policy-support year 2020", "women_entrants women-in-treatment inferred 2020", "silent nsp, oat, dcr"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := claimed(profiles(t, test.rows...).Countries["xaa"].Summary)
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// Over the real data every core question of every country is in exactly one sentence.
func TestSummariesAreComplete(t *testing.T) {
	d := dataset.Load(os.DirFS("../../.."))
	pages := site.Build(d, status.Of(d), site.Maps{})
	for id, country := range pages.Countries {
		said := map[string]int{}
		for _, c := range country.Summary {
			for _, i := range append(c.Items, c.Also...) {
				said[i.Indicator]++
			}
		}
		whole := country.Summary[0].Says == "nothing" || country.Summary[0].Says == "silent_all"
		for _, core := range pages.Atlas.Core {
			if said[core] != 1 && !whole || whole && len(said) > 0 {
				t.Errorf("%s: %s is in %d sentences of %v", id, core, said[core], claimed(country.Summary))
			}
		}
	}
}

// A region's figures are laid side by side on one basis only, and only where the size of a
// country does not matter.
func TestSpreads(t *testing.T) {
	share := func(country, period, value, basis string) string {
		return fmt.Sprintf("women-in-treatment,%s,%s,%s,,,%s,s1,stated", country, period, value, basis)
	}
	tests := []struct {
		name, indicator string
		rows            []string
		want            string
	}{
		{"an odd number", "women-in-treatment", []string{share("XAA", "2010", "30", "clients"), share("XBB", "2020", "5.5", "clients"), share("XCC", "2015", "7", "clients")},
			"clients: 3 from 5.5 to 30, median 7, 2010 to 2020"},
		{"an even number needs a decimal more", "women-in-treatment", []string{share("XAA", "2010", "30", "clients"), share("XBB", "2020", "5", "clients"), share("XCC", "2015", "8", "clients"), share("XDD", "2015", "7", "clients")},
			"clients: 4 from 5 to 30, median 7.5, 2010 to 2020"},
		{"or none", "women-in-treatment", []string{share("XAA", "2010", "30", "clients"), share("XBB", "2020", "5", "clients"), share("XCC", "2015", "9", "clients"), share("XDD", "2015", "7", "clients")},
			"clients: 4 from 5 to 30, median 8, 2010 to 2020"},
		{"two have no middle", "women-in-treatment", []string{share("XAA", "2010", "30", "clients"), share("XBB", "2020", "5", "clients")},
			"clients: 2 from 5 to 30, 2010 to 2020"},
		{"a range has no place in the middle", "women-in-treatment", []string{share("XAA", "2010", "30", "clients"), share("XBB", "2020", "5", "clients"), "women-in-treatment,XCC,2015,,2,40,clients,s1,stated"},
			"clients: 3 from 2 to 40, 2010 to 2020"},
		{"bases stay apart", "women-in-treatment", []string{share("XAA", "2010", "30", "clients"), share("XBB", "2020", "5", "entrants")},
			"clients: 1 from 30 to 30, 2010 to 2010; entrants: 1 from 5 to 5, 2020 to 2020"},
		{"a sample is no figure of the country", "women-in-treatment", []string{share("XAA", "2010", "30", "sample")}, ""},
		{"rates", "needles-per-person", []string{"needles-per-person,XAA,2018,0,,,,s1,stated"}, ": 1 from 0 to 0, 2018 to 2018"},
		{"no counts", "nsp-sites", []string{"nsp-sites,XAA,2018,10,,,,s1,stated"}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var words []string
			for _, s := range profiles(t, test.rows...).Indicators[test.indicator].Regions[0].Spreads {
				text := fmt.Sprintf("%s: %d from %v to %v", s.Basis, s.Countries, s.Low.N, s.High.N)
				if s.Median != nil {
					text += fmt.Sprintf(", median %.*f", s.Median.Decimals, s.Median.N)
				}
				words = append(words, fmt.Sprintf("%s, %d to %d", text, s.From, s.To))
			}
			if got := strings.Join(words, "; "); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
