package site_test

import (
	"os"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// Over the real data: the parts of a year add up, and no year holds more countries than sources
// speak of in it.
func TestTrendsAddUp(t *testing.T) {
	d := dataset.Load(os.DirFS("../../.."))
	pages := site.Build(d, status.Of(d), site.Maps{})
	said := map[string]map[int]map[string]bool{}
	for _, o := range d.Observations {
		if said[o.Indicator] == nil {
			said[o.Indicator] = map[int]map[string]bool{}
		}
		if said[o.Indicator][o.Period] == nil {
			said[o.Indicator][o.Period] = map[string]bool{}
		}
		said[o.Indicator][o.Period][o.Country] = true
	}
	trends := 0
	for id, page := range pages.Indicators {
		if page.Trend == nil {
			continue
		}
		trends++
		for i, y := range page.Trend.Years {
			if parts := y.Yes + y.Contested + y.No + y.Unknown + y.Value; parts != y.Countries || y.Inferred > y.Countries {
				t.Errorf("%s %d: %+v does not add up", id, y.Period, y)
			}
			if most := len(said[id][y.Period]); y.Countries == 0 || y.Countries > most {
				t.Errorf("%s %d: %d countries; sources speak of %d", id, y.Period, y.Countries, most)
			}
			if y.Countries < page.Trend.Fewest.Countries || y.Countries > page.Trend.Most.Countries {
				t.Errorf("%s %d: %d countries, not between %+v and %+v", id, y.Period, y.Countries, page.Trend.Fewest, page.Trend.Most)
			}
			if i > 0 && y.Period <= page.Trend.Years[i-1].Period {
				t.Errorf("%s: %d comes after %d", id, y.Period, page.Trend.Years[i-1].Period)
			}
		}
		if len(page.Trend.Chart.Bars) == 0 {
			t.Errorf("%s: an empty chart", id)
		}
	}
	if trends < 20 {
		t.Errorf("only %d trends", trends)
	}
}
