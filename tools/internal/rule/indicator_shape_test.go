package rule

import "testing"

func TestIndicatorShape(t *testing.T) {
	const file = "data/indicators.csv"
	wantFinding(t, indicatorShape, file, "availability,,", "availability,percent,",
		`data/indicators.csv:2:18: error indicator-shape: unit "percent" for kind availability; want no unit`)
	wantFinding(t, indicatorShape, file, "percentage,percent,", "percentage,people,",
		`data/indicators.csv:3:31: error indicator-shape: unit "people" for kind percentage; want percent`)
	wantFinding(t, indicatorShape, file, "count,sites,", "count,,",
		`data/indicators.csv:4:17: error indicator-shape: unit "" for kind count; want people or sites`)
	wantFinding(t, indicatorShape, file, "1,yes-no", "1,sequential",
		`data/indicators.csv:2:30: error indicator-shape: palette "sequential" for kind availability; want yes-no`)
	wantFinding(t, indicatorShape, file, "count,sites,", "score,per-person-per-year,")
	wantFinding(t, indicatorShape, file, "count,sites,", "magic,sites,")
}
