package reconcile_test

import (
	"slices"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/reconcile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rule"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// world: what the sources say of eight countries, chosen so that the count of every year can be
// worked by hand.
//
//	        2012  2014  2016   2018      2020      2022  2024
//	ARG      -     -    yes H   -         -         -     -
//	BOL      -     -     -      -        yes W/no H -     -
//	CHL      -    yes H  -      no H      -         -     -
//	COL      -     -     -      -         -        yes H  -
//	ECU     yes W  -     -      -         -         -     -
//	FIN      -     -     -      -        yes H      -    yes H (derived)
//	PER      -     -     -      -        yes W (a part)   -
//	URY      -     -     -      -        yes H (derived)  -     (H: HRI, W: WHO)
//
// Known of 2020: yes ARG, ECU, FIN, URY; contested BOL; no CHL. So four, three of them in the south.
const observations = "country,period,value,low,high,basis,source,locator,confidence,note\n" +
	"ARG,2016,yes,,,,hri-2016,p. 1,stated,\n" +
	"BOL,2020,no,,,,hri-2020,p. 1,stated,\n" +
	"BOL,2020,yes,,,,who-2020,p. 1,stated,\n" +
	"CHL,2014,yes,,,,hri-2016,p. 2,stated,\n" +
	"CHL,2018,no,,,,hri-2020,p. 2,stated,\n" +
	"COL,2022,yes,,,,hri-2020,p. 9,stated,\n" +
	"ECU,2012,yes,,,,who-2020,p. 3,stated,\n" +
	"FIN,2020,yes,,,,hri-2020,p. 4,stated,\n" +
	"FIN,2024,yes,,,,hri-2020,p. 5,derived,as before\n" +
	"PER,2020,yes,,,subnational,who-2020,p. 4,stated,one city\n" +
	"URY,2020,yes,,,,hri-2020,p. 6,derived,by exclusion\n"

func load(totals, exceptions string) *dataset.Dataset {
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"data/countries.csv": "iso3,region,profile\nARG,south,yes\nBOL,south,yes\nCHL,south,yes\nCOL,south,yes\nECU,south,yes\nFIN,north,yes\nPER,south,yes\nURY,south,yes\n",
		"data/regions.csv":   "id,order,gshr_name\nnorth,1,North\nsouth,2,South\n",
		"data/indicators.csv": "id,kind,unit,group,order,palette,stale_after_years\nnsp,availability,,services,1,yes-no,8\n" +
			"nsp-sites,count,sites,services,2,sequential,8\n",
		"data/sources.csv": "id,tier,publisher,year\nhri-2016,1,Harm Reduction International,2016\nhri-2020,1,Harm Reduction International,2020\n" +
			"dpf-2021,3,Harm Reduction International (quoted by Drug Policy Facts),2021\nwho-2020,1,WHO,2020\nold-2009,1,International Harm Reduction Association,2009\n",
		"data/totals.csv":           "indicator,period,scope,countries,source,note\n" + totals,
		"data/exceptions.csv":       "rule,file,key,reason\n" + exceptions,
		"data/edition.toml":         "date = \"2026-11-22\"\n",
		"data/observations/nsp.csv": observations,
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return dataset.Load(files)
}

func compare(totals, exceptions string) []reconcile.Line {
	d := load(totals, exceptions)
	return reconcile.Compare(d, status.Of(d))
}

func TestCount(t *testing.T) {
	for _, test := range []struct {
		name, total string
		yes         []string
		diff        int
	}{
		{"nothing was known before", "nsp,2011,world,0,hri-2020,\n", nil, 0},
		{"an old yes counts on", "nsp,2015,world,2,hri-2016,\n", []string{"CHL", "ECU"}, 0},
		{"until a no", "nsp,2018,world,1,hri-2016,\n", []string{"ARG", "ECU"}, 1},
		{"contested does not count, derived does", "nsp,2020,world,5,hri-2020,\n", []string{"ARG", "ECU", "FIN", "URY"}, -1},
		{"nor a part of a country, nor a year to come", "nsp,2020,south,3,hri-2020,\n", []string{"ARG", "ECU", "URY"}, 0},
		{"the other region", "nsp,2020,north,1,hri-2020,\n", []string{"FIN"}, 0},
		{"later all is in", "nsp,2024,world,5,hri-2020,\n", []string{"ARG", "COL", "ECU", "FIN", "URY"}, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			line := compare(test.total, "")[0]
			if diff := cmp.Diff(test.yes, line.Yes); diff != "" {
				t.Errorf("counted (-want +got):\n%s", diff)
			}
			if line.Diff != test.diff || line.Ours != len(test.yes) || line.Kept != "" {
				t.Errorf("ours %d, diff %+d, kept %q; want diff %+d", line.Ours, line.Diff, line.Kept, test.diff)
			}
		})
	}
}

func TestKept(t *testing.T) {
	for _, test := range []struct{ name, total, want string }{
		{"a count of something else", "other:rooms,2020,world,90,hri-2020,\n", "counts something else"},
		{"a number", "nsp-sites,2020,world,90,hri-2020,\n", "counts a number, not countries that say yes"},
		{"another part of the world", "nsp,2020,other:Europe,31,hri-2020,\n", "is about another part of the world"},
	} {
		t.Run(test.name, func(t *testing.T) {
			line := compare(test.total, "")[0]
			if line.Kept != test.want || line.Differs() || line.Unlisted() {
				t.Errorf("kept %q, differs %v; want %q", line.Kept, line.Differs(), test.want)
			}
		})
	}
}

func candidate(country string, counted bool, year int, source string, why ...reconcile.Why) reconcile.Candidate {
	return reconcile.Candidate{Country: country, Counted: counted, Why: why, Year: year, Source: source}
}

func TestCandidates(t *testing.T) {
	for _, test := range []struct {
		name, totals string
		named        bool
		want         []reconcile.Candidate
	}{
		{"none where the figures are equal", "nsp,2020,north,1,hri-2020,\n", false, nil},
		{"more printed: who may be counted there and not here", "nsp,2020,world,6,hri-2020,\n", false, []reconcile.Candidate{
			candidate("BOL", false, 2020, "who-2020", reconcile.Disputed),
			candidate("CHL", false, 2014, "hri-2016", reconcile.Withdrawn),
			candidate("COL", false, 2022, "hri-2020", reconcile.Later),
			candidate("PER", false, 2020, "who-2020", reconcile.Partial),
		}},
		{"a yes three years later is no candidate", "nsp,2019,world,9,hri-2020,\n", false, []reconcile.Candidate{
			candidate("CHL", false, 2014, "hri-2016", reconcile.Withdrawn),
			candidate("FIN", false, 2020, "hri-2020", reconcile.Later),
			candidate("URY", false, 2020, "hri-2020", reconcile.Later),
		}},
		{"fewer printed: who may be counted here and not there", "nsp,2020,world,3,hri-2016,\n", false, []reconcile.Candidate{
			candidate("ARG", true, 2016, "hri-2016", reconcile.Old),
			candidate("ECU", true, 2012, "who-2020", reconcile.OtherSources, reconcile.Old),
			candidate("URY", true, 2020, "hri-2020", reconcile.Inferred),
		}},
		{"a reason that fits more than half sets nobody apart", "nsp,2020,south,2,hri-2016,\n", false, []reconcile.Candidate{
			candidate("ECU", true, 2012, "who-2020", reconcile.OtherSources),
			candidate("URY", true, 2020, "hri-2020", reconcile.Inferred),
		}},
		{"who quotes a total counts as its publisher", "nsp,2018,world,1,dpf-2021,\n", false, []reconcile.Candidate{
			candidate("ARG", true, 2016, "hri-2016", reconcile.Earlier),
			candidate("ECU", true, 2012, "who-2020", reconcile.OtherSources, reconcile.Old),
		}},
		{"so does a publisher under its former name", "nsp,2018,world,1,old-2009,\n", false, []reconcile.Candidate{
			candidate("ARG", true, 2016, "hri-2016", reconcile.Earlier),
			candidate("ECU", true, 2012, "who-2020", reconcile.OtherSources, reconcile.Old),
		}},
		{"the publisher's own rows are its list", "nsp,2020,world,2,hri-2020,\n", true, []reconcile.Candidate{
			candidate("ARG", true, 2016, "hri-2016", reconcile.NotTheirs),
			candidate("ECU", true, 2012, "who-2020", reconcile.NotTheirs),
		}},
		{"and name whom we miss", "nsp,2020,world,1,who-2020,\n", true, []reconcile.Candidate{
			candidate("ARG", true, 2016, "hri-2016", reconcile.NotTheirs),
			candidate("BOL", false, 2020, "who-2020", reconcile.Theirs),
			candidate("ECU", true, 2012, "who-2020", reconcile.NotTheirs),
			candidate("FIN", true, 2020, "hri-2020", reconcile.NotTheirs),
			candidate("URY", true, 2020, "hri-2020", reconcile.NotTheirs),
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			line := compare(test.totals, "")[0]
			if diff := cmp.Diff(test.want, line.Candidates); diff != "" || line.Named != test.named {
				t.Errorf("named %v, want %v; candidates (-want +got):\n%s", line.Named, test.named, diff)
			}
		})
	}
}

const (
	off    = "nsp,2020,world,6,hri-2020,\n"
	excuse = "total-unreconciled,data/totals.csv,nsp/2020/world/hri-2020/6,The list is not printed.\n"
)

func TestExceptions(t *testing.T) {
	for _, test := range []struct {
		name, totals, exceptions string
		explained                string
		findings                 []string
		unused                   int
	}{
		{"a difference is a finding", off, "", "",
			[]string{"data/totals.csv:2:16: error total-unreconciled: 6 countries printed, 4 counted; want the same number, or an exception for data/totals.csv nsp/2020/world/hri-2020/6 with the reason (`go run ./tools/atlas reconcile` names the countries)"}, 0},
		{"unless it is excused", off, excuse, "The list is not printed.", nil, 0},
		{"an excuse for another number is none", "nsp,2020,world,7,hri-2020,\n", excuse, "",
			[]string{
				"data/exceptions.csv:2:1: error exception-unused: nothing that this exception excuses; want the line removed, or its key corrected",
				"data/totals.csv:2:16: error total-unreconciled: 7 countries printed, 4 counted; want the same number, or an exception for data/totals.csv nsp/2020/world/hri-2020/7 with the reason (`go run ./tools/atlas reconcile` names the countries)",
			}, 1},
		{"nor may one outlive its difference", "nsp,2020,world,4,hri-2020,\n", "total-unreconciled,data/totals.csv,nsp/2020/world/hri-2020/4,No more.\n", "No more.",
			[]string{"data/exceptions.csv:2:1: error exception-unused: nothing that this exception excuses; want the line removed, or its key corrected"}, 1},
		{"equal figures need none", "nsp,2020,world,4,hri-2020,\n", "", "", nil, 0},
		{"nor does a total that is kept", "nsp,2020,other:Europe,31,hri-2020,\n", "", "", nil, 0},
		{"without totals there is nothing to compare", "", "", "", nil, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := load(test.totals, test.exceptions)
			var got []string
			for _, f := range rule.Check(d, []rule.Rule{reconcile.Rule, named("exception-unused")}) {
				got = append(got, f.String())
			}
			if diff := cmp.Diff(test.findings, got); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
			lines := reconcile.Compare(d, status.Of(d))
			if len(lines) > 0 && lines[0].Explained != test.explained {
				t.Errorf("explained %q, want %q", lines[0].Explained, test.explained)
			}
			if unused := reconcile.Unused(d, lines); len(unused) != test.unused {
				t.Errorf("unused exceptions %v, want %d", unused, test.unused)
			}
		})
	}
}

func named(name string) rule.Rule {
	all := rule.All()
	return all[slices.IndexFunc(all, func(r rule.Rule) bool { return r.Name == name })]
}
