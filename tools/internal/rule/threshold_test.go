package rule

import "testing"

func TestThreshold(t *testing.T) {
	wantFinding(t, threshold, "data/thresholds.csv", "high,40", "high,10",
		`data/thresholds.csv:2:25: error threshold: high 10 below low 20; want low ≤ high`)
	wantFinding(t, threshold, "data/thresholds.csv", "high,40", "high,20")
	wantFinding(t, threshold, "data/thresholds.csv", "women-in-treatment,high,40", "nsp,target,40",
		`data/thresholds.csv:2:1: error threshold: "nsp"; want an indicator of data/indicators.csv with numbers`)
	wantFinding(t, threshold, "data/thresholds.csv", "women-in-treatment,high,40", "people-who-injekt,target,40",
		`data/thresholds.csv:2:1: error threshold: "people-who-injekt"; want an indicator of data/indicators.csv with numbers (did you mean "people-who-inject"?)`)
}
