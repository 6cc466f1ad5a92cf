package site_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// TestPublished: beside our count stands the newest printed one of the world.
func TestPublished(t *testing.T) {
	for _, test := range []struct {
		name, totals string
		want         *site.Published
	}{
		{"none", "", nil},
		{"of another indicator", "oat,2020,world,7,report,\n", nil},
		{"of a region", "nsp,2024,north,3,report,\n", nil},
		{"the newest", "nsp,2018,world,5,report,\nnsp,2020,world,6,report,\nnsp,2016,world,4,report,\n", &site.Published{Countries: 6, Period: 2020, Source: "report"}},
		{"of one year the better tier's", "nsp,2020,world,5,press,\nnsp,2020,world,6,report,\n", &site.Published{Countries: 6, Period: 2020, Source: "report"}},
		{"whichever stands first", "nsp,2020,world,6,report,\nnsp,2020,world,5,press,\n", &site.Published{Countries: 6, Period: 2020, Source: "report"}},
	} {
		d := referenceData(map[string]string{"data/totals.csv": "indicator,period,scope,countries,source,note\n" + test.totals})
		got := site.Build(d, status.Of(d), site.Maps{}).Indicators["nsp"].Published
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s: -want +got:\n%s", test.name, diff)
		}
	}
}
