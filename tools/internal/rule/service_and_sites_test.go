package rule

import "testing"

func TestServiceAndSites(t *testing.T) {
	wantFinding(t, serviceAndSites, "data/observations/nsp.csv", "yes", "no",
		`data/observations/nsp-sites.csv:2:10: error service-and-sites: 31, but hri-2024 says no nsp in 2024; want figures of one source that agree`)
	wantFinding(t, serviceAndSites, "data/observations/nsp-sites.csv", "31", "0",
		`data/observations/nsp-sites.csv:2:10: error service-and-sites: 0, but hri-2024 says yes to nsp in 2024; want figures of one source that agree`)
	wantFinding(t, serviceAndSites, "data/observations/nsp.csv", "yes", "unknown")
}
