package site_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/change"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// TestSince notes on the entries of XAA what has changed: a number on the basis that leads, one on
// another, and one on a basis of which nothing is said any more.
func TestSince(t *testing.T) {
	d := referenceData(map[string]string{
		"data/indicators.csv": "id,kind,unit,group,order,palette,stale_after_years\nshare,percentage,percent,women,1,sequential,8\n",
		"data/observations/share.csv": "country,period,value,low,high,basis,source,locator,confidence,note\n" +
			"XAA,2020,30,,,clients,report,p. 1,stated,\nXAA,2020,40,,,sample,report,p. 2,stated,\nXBB,2020,50,,,clients,report,p. 3,stated,\n",
	})
	row := func(basis, value string) change.Row {
		return change.Row{Key: change.Key{Indicator: "share", Country: "XAA", Basis: basis}, Period: 2020, StatedPeriod: 2020, Status: "value", Value: value}
	}
	equal := change.Row{Key: change.Key{Indicator: "share", Country: "XBB", Basis: "clients"}, Period: 2020, StatedPeriod: 2020, Status: "value", Value: "50"}
	elsewhere := change.Row{Key: change.Key{Indicator: "share", Country: "ZZZ"}, Period: 2020, Status: "value", Value: "1"}
	before := []change.Row{row("clients", "29"), row("entrants", "28.50"), equal, elsewhere}

	statuses := status.Of(d)
	pages := site.Build(d, statuses, site.Maps{})
	pages.Since("2026.1", change.Between(before, change.RowsOf(statuses)))
	was := func(basis string, n float64, decimals int) site.Entry {
		return site.Entry{Indicator: "share", Country: "xaa", State: "value", Year: 2020, Basis: basis,
			Number: &site.Number{Value: &site.Figure{N: n, Decimals: decimals}}, Says: fmt.Sprintf("says value 2020 share %.*f  ", decimals, n)}
	}
	old := was("clients", 29, 0)
	headline := &site.Since{Edition: "2026.1", Was: &old, Gone: []site.Entry{was("entrants", 28.5, 2)}}
	entry := pages.Countries["xaa"].Entries[0]
	if diff := cmp.Diff(headline, entry.Since); diff != "" {
		t.Errorf("the entry that leads (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(&site.Since{Edition: "2026.1"}, entry.Others[0].Since); diff != "" {
		t.Errorf("a number that the edition does not have (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(headline, pages.Indicators["share"].Entries["xaa"].Since); diff != "" {
		t.Errorf("the page of the indicator (-want +got):\n%s", diff)
	}
	if since := pages.Countries["xbb"].Entries[0].Since; since != nil {
		t.Errorf("what is as it was: %+v", since)
	}
}
