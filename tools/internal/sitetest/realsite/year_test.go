package realsite_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/status"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// chooseYear moves the slider as a reader does, to the n-th year that it offers.
func (v visitor) chooseYear(year string) {
	v.Helper()
	v.do(chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`{ const tools = document.querySelector('.map-tools'), slider = tools.querySelector('[type=range]');
		slider.value = tools.dataset.periods.split(' ').indexOf('%s');
		for (const event of ['input', 'change']) slider.dispatchEvent(new Event(event)); }`, year)))
}

// A year shows what is concluded about that very year and nothing else, in colours, words,
// legend and sentence; the latest map comes back as it was.
func TestYearShowsThatYearAlone(t *testing.T) {
	t.Parallel()
	for _, indicator := range []string{"nsp", "women-in-treatment", "people-who-inject"} {
		t.Run(indicator, func(t *testing.T) {
			v := visitMap(t, "/indicator/"+indicator+"/", looks[1])
			before := sees[string](v, wholeMap)
			v.chooseYear("2016")
			got := sees[map[string]string](v, `Object.fromEntries([...document.querySelectorAll('.map a')].map(a => [a.dataset.country, a.dataset.status]))`)
			want, counts := map[string]string{}, map[string]int{}
			for _, c := range Built(t).Data.Countries {
				if c.Profile {
					want[c.ISO3] = in2016(Built(t), indicator, c.ISO3)
					counts[want[c.ISO3]]++
				}
			}
			if diff := cmp.Diff(want, got); diff != "" || counts["no-data"] == len(want) {
				t.Errorf("(-want +got):\n%s", diff)
			}
			v.is("the year beside the slider", yearSet, "2016")
			v.is("address", `location.hash`, "#year=2016")
			sentence := sees[string](v, `document.querySelector('.map-summary').textContent`)
			if !strings.Contains(sentence, "about 2016 alone – ") || !strings.Contains(sentence, fmt.Sprintf("Nothing reported about that year: %d.", counts["no-data"])) {
				t.Errorf("the sentence says %q", sentence)
			}
			v.do(chromedp.Evaluate[chromedp.Void](`void history.back()`))
			after := sees[string](v, wholeMap)
			if after != before {
				t.Error("the latest map does not come back as it was")
			}
		})
	}
}

// in2016 gives what the data say about a country and 2016.
func in2016(s *Site, indicator, country string) string {
	series, _ := s.Atlas.Headline(indicator, country)
	for _, c := range series.Periods {
		if c.Period == 2016 {
			return string(c.State)
		}
	}
	return string(status.NoData)
}

// A link shows the same map again; links to other maps keep what is shown.
func TestAddressRestoresTheMap(t *testing.T) {
	t.Parallel()
	v := visitMap(t, "/indicator/nsp/#year=2018&view=asia", looks[0])
	v.is("year", yearSet, "2018")
	v.is("region", `document.querySelector('.zoom select').selectedOptions[0].textContent`, "Asia")
	asia := sees[string](v, viewBox)
	v.is("a link to another map", `document.querySelector('.choose a[href*=oat]').hash`, "#year=2018&view=asia")
	v.do(chromedp.Evaluate[chromedp.Void](`void document.querySelector('[data-zoom=in]').click()`))
	if zoomed := sees[string](v, viewBox); zoomed == asia {
		t.Error("the button does not zoom in")
	}
	v.do(chromedp.Evaluate[chromedp.Void](`void history.back()`))
	v.is("after Back", viewBox, asia)
	v.do(chromedp.Evaluate[chromedp.Void](`void document.querySelector('[data-zoom=reset]').click()`))
	v.is("whole map", viewBox, sees[string](v, `'0 0 ' + document.querySelector('.map').getAttribute('viewBox').split(' ').slice(2).join(' ')`))
	v.is("address", `location.hash`, "#year=2018")
	foreign := sees[[]string](v, `performance.getEntriesByType('resource').map(({name}) => name).filter(name => !name.startsWith(location.origin))`)
	if len(foreign) > 0 {
		t.Errorf("the page asks elsewhere for %v", foreign)
	}
}

// Where the data of years cannot be had, the map stays as it is and says so.
func TestMissingYearsAreSaidInWords(t *testing.T) {
	t.Parallel()
	files := asServed(Built(t))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, ".json") {
			http.NotFound(w, r)
			return
		}
		files.ServeHTTP(w, r)
	}))
	defer server.Close()
	ctx, _ := visit(t, Built(t))
	v := visitor{t, ctx, server.URL}
	v.do(open(server.URL+"/indicator/nsp/", looks[0]))
	v.chooseYear("2016")
	v.is("message", `document.querySelector('.map-tools [role=status]').textContent`,
		"The data of single years could not be loaded. The map shows the latest status.")
	v.is("year", yearSet, "latest")
}
