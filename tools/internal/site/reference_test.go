package site_test

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// reference is a data set with three countries in two regions: two answer yes by 2020, one
// answers no.
var reference = map[string]string{
	"data/edition.toml": "number = \"2026.1\"\ndate = \"2026-11-22\"\n",
	"data/regions.csv":  "id,order,gshr_name\nnorth,1,North\nsouth,2,South\n",
	"data/countries.csv": "iso3,iso2,m49,region,m49_region,m49_subregion,point,profile,status_note\n" +
		"XAA,XA,901,north,,,,yes,\nXBB,XB,902,north,,,,yes,\nXCC,XC,903,south,,,,yes,\n",
	"data/indicators.csv": "id,kind,unit,group,order,palette,stale_after_years\nnsp,availability,,services,1,yes-no,8\noat,availability,,services,2,yes-no,8\n",
	"data/sources.csv": "id,tier,title,publisher,year,url,language,licence,accessed,note\n" +
		"press,4,Press,Daily,2020,,en,,2026-11,\nreport,1,Report,Somebody,2020,,en,,2026-11,\nsummary,1,Summary,Somebody,2020,,en,,2026-11,\n",
	"data/observations/nsp.csv": "country,period,value,low,high,basis,source,locator,confidence,note\n" +
		"XAA,2020,yes,,,,report,Table 1,stated,\nXBB,2018,yes,,,,press,Body text,stated,\nXCC,2020,no,,,,report,Table 1,stated,\n",
	"data/totals.csv": "indicator,period,scope,countries,source,note\n" +
		"nsp,2020,south,0,report,\nnsp,2020,north,3,report,\nnsp,2020,world,1,report,\nnsp,2020,world,2,press,\nnsp,2020,world,1,summary,\nother:rooms,2020,world,9,report,\n",
	"data/exceptions.csv": "rule,file,key,reason\n" +
		"total-unreconciled,data/totals.csv,nsp/2020/world/report/1,The press names a pilot that the report leaves out.\n",
	"data/left-out.csv": "indicator,country,period,value,low,high,basis,source,locator,confidence,reason\n" +
		"nsp,XAA,2019,yes,,,,press,Body text,stated,A copy of the report.\n",
	"data/boundaries/lines.csv": "area,neighbour,within,reason\n",
	"data/boundaries/areas.csv": "area,country,drawn,reason\nXDD,XAA,joined,Drawn as part of Aland.\nXEE,,undetermined,Nobody says whose it is.\n",
}

// referenceData reads the data set with some files replaced.
func referenceData(replaced map[string]string) *dataset.Dataset {
	files := fstest.MapFS{}
	for _, set := range []map[string]string{reference, replaced} {
		for name, text := range set {
			files[name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	return dataset.Load(files)
}

func referencePages() site.Pages {
	d := referenceData(nil)
	return site.Build(d, status.Of(d), site.Maps{})
}

// The printed totals stand beside ours: numbers printed alike together, the world before the
// regions, what counts something else only as a number. Two publications print 1 for the
// world, but the country that may make the difference is named once.
func TestReconciliation(t *testing.T) {
	want := site.Reconciliation{Compared: 5, Equal: 2, Kept: 1, Indicators: []site.Reconciled{{Indicator: "nsp", Totals: []site.Total{
		{Period: 2020, Scope: "world", Ours: 2, Explained: "The press names a pilot that the report leaves out.",
			Printed:   []site.Printed{{Countries: 1, Difference: 1, Sources: []string{"report", "summary"}}, {Countries: 2, Sources: []string{"press"}}},
			Countries: []site.Differing{{Country: "xbb", Counted: true}}, Named: true},
		{Period: 2020, Scope: "north", Ours: 2, Printed: []site.Printed{{Countries: 3, Difference: -1, Sources: []string{"report"}}}},
		{Period: 2020, Scope: "south", Ours: 0, Printed: []site.Printed{{Countries: 0, Sources: []string{"report"}}}},
	}}}}
	if diff := cmp.Diff(want, referencePages().Reconciliation); diff != "" {
		t.Errorf("reconciliation (-want +got):\n%s", diff)
	}
}

func TestLeftOutAndAreas(t *testing.T) {
	pages := referencePages()
	if diff := cmp.Diff([]site.LeftOut{{Indicator: "nsp", Country: "xaa", Period: "2019", Value: "yes", Source: "press", Reason: "A copy of the report."}}, pages.LeftOut); diff != "" {
		t.Errorf("left out (-want +got):\n%s", diff)
	}
	want := []site.Area{
		{ID: "XDD", Country: "xaa", Drawn: "joined", Reason: "Drawn as part of Aland."},
		{ID: "XEE", Drawn: "undetermined", Reason: "Nobody says whose it is."},
	}
	if diff := cmp.Diff(want, pages.Areas); diff != "" {
		t.Errorf("areas (-want +got):\n%s", diff)
	}
}

// XAA is contested in 2020, since a report and a ministry disagree; in 2019 a source that does
// not know stands beside a yes.
func TestEvidence(t *testing.T) {
	d := referenceData(map[string]string{
		"data/sources.csv": "id,tier,title,publisher,year,url,language,licence,accessed,note\n" +
			"ministry,2,Return,Ministry,2020,,en,,2026-11,\nreport,1,Report,Somebody,2020,,en,,2026-11,\n",
		"data/observations/nsp.csv": "country,period,value,low,high,basis,source,locator,confidence,note\n" +
			"XAA,2019,unknown,,,,report,Table 1,stated,\nXAA,2019,yes,,,,ministry,Table 1,stated,\n" +
			"XAA,2020,no,,,,ministry,Table 1,stated,\nXAA,2020,yes,,,,report,Table 1,implied,\n" +
			"XBB,2019,no,,,,ministry,Table 1,derived,By exclusion.\n",
	})
	want := site.Evidence{
		Tiers:      []site.TierEvidence{{Tier: 1, Sources: 1, Observations: 2}, {Tier: 2, Sources: 1, Observations: 3}, {Tier: 3}, {Tier: 4}},
		Confidence: []site.ConfidenceEvidence{{Confidence: "stated", Observations: 3}, {Confidence: "implied", Observations: 1}, {Confidence: "derived", Observations: 1}},
		Contested:  1, LatestContested: 1, Overruled: 1,
	}
	if diff := cmp.Diff(want, site.Build(d, status.Of(d), site.Maps{}).Evidence); diff != "" {
		t.Errorf("evidence (-want +got):\n%s", diff)
	}
}

// Hugo finds each record under the name of its file.
func TestReferenceFiles(t *testing.T) {
	files, err := referencePages().Encode().Files()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"reconciliation.json", "left_out.json", "areas.json", "evidence.json"} {
		if len(files[name]) < 10 {
			t.Errorf("%s: %q", name, files[name])
		}
	}
}
