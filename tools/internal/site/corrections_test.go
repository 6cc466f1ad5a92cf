package site_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// The newest correction stands first; a number is a number, and who is not to be named is not.
func TestCorrections(t *testing.T) {
	d := referenceData(map[string]string{"data/corrections.csv": "corrected,country,indicator,period,basis,said,says,since,source,locator,noticed,note\n" +
		"2026-11-02,XAA,nsp,2020,,no,yes,2026.1,report,Table 1,Ana Lind,A row was misread.\n" +
		"2026-11-20,XBB,nsp,2018,,12,10-20.5,2026-11-03,press,Body text,anonymous,\n"})
	twenty := site.Number{Low: &site.Figure{N: 10}, High: &site.Figure{N: 20.5, Decimals: 1}}
	want := []site.Correction{
		{Corrected: "2026-11-20", Indicator: "nsp", Country: "xbb", Period: 2018, Day: "2026-11-03", Source: "press", Locator: "Body text",
			Said: site.Said{State: "value", Number: &site.Number{Value: &site.Figure{N: 12}}}, Says: site.Said{State: "value", Number: &twenty}},
		{Corrected: "2026-11-02", Indicator: "nsp", Country: "xaa", Period: 2020, Edition: "2026.1", Source: "report", Locator: "Table 1",
			Said: site.Said{State: "no"}, Says: site.Said{State: "yes"}, Noticed: "Ana Lind", Note: "A row was misread."},
	}
	if diff := cmp.Diff(want, site.Build(d, status.Of(d), site.Maps{}).Corrections); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
