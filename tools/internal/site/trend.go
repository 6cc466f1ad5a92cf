package site

import (
	"maps"
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// Trend is what was reported about an indicator, year by year. A year counts only what was
// concluded for that year: nothing is carried over, so coverage differs from year to year.
type Trend struct {
	// Years are oldest first, one for each period with at least one country.
	Years []TrendYear `json:"years"`
	// Fewest and Most are the years with the fewest and the most countries, the later of equals.
	Fewest TrendYear `json:"fewest"`
	Most   TrendYear `json:"most"`
	Chart  Chart     `json:"chart"`
}

// TrendYear counts the countries with a status concluded for a year, by the series that stands
// for the country on the map.
type TrendYear struct {
	Period    int `json:"period"`
	Countries int `json:"countries"`
	Yes       int `json:"yes"`
	Contested int `json:"contested"`
	No        int `json:"no"`
	Unknown   int `json:"unknown"`
	Value     int `json:"value"`
	// Inferred counts those of them that rest on derived observations only.
	Inferred int `json:"inferred"`
}

// Chart is a drawing of columns in SVG path data.
type Chart struct {
	Width  float64    `json:"width"`
	Height float64    `json:"height"`
	Bars   []ChartBar `json:"bars"`
	Grid   string     `json:"grid"`
	Years  []Tick     `json:"years"`
	Counts []Tick     `json:"counts"`
}

// ChartBar is all that is drawn in one fill.
type ChartBar struct {
	Fill string `json:"fill"`
	D    string `json:"d"`
}

// Tick is a number on an axis.
type Tick struct {
	X     float64 `json:"x"`
	Y     float64 `json:"y"`
	Value int     `json:"value"`
}

// trend counts an indicator by year; nil where fewer than two years have anything to show.
func (b builder) trend(i dataset.Indicator) *Trend {
	years := map[int]*TrendYear{}
	for _, c := range b.profiles() {
		series, _ := b.statuses.Headline(i.ID, c.ISO3)
		for _, conclusion := range series.Periods {
			if years[conclusion.Period] == nil {
				years[conclusion.Period] = &TrendYear{Period: conclusion.Period}
			}
			years[conclusion.Period].add(conclusion)
		}
	}
	if len(years) < 2 {
		return nil
	}
	var t Trend
	for _, period := range slices.Sorted(maps.Keys(years)) {
		y := *years[period]
		t.Years = append(t.Years, y)
		if len(t.Years) == 1 || y.Countries <= t.Fewest.Countries {
			t.Fewest = y
		}
		if y.Countries >= t.Most.Countries {
			t.Most = y
		}
	}
	t.Chart = chartOf(i, t.Years)
	return &t
}

func (y *TrendYear) add(c status.Conclusion) {
	y.Countries++
	if c.Derived {
		y.Inferred++
	}
	switch c.State {
	case status.Yes:
		y.Yes++
	case status.Contested:
		y.Contested++
	case status.No:
		y.No++
	case status.Unknown:
		y.Unknown++
	case status.Value:
		y.Value++
	}
}

func chartOf(i dataset.Indicator, years []TrendYear) Chart {
	classes := []carto.Class{carto.Yes, carto.Contested, carto.No, carto.Unknown}
	if i.Counts() {
		classes = []carto.Class{carto.Q3}
	}
	var columns []carto.Column
	for _, y := range years {
		counts := []int{y.Yes, y.Contested, y.No, y.Unknown}
		if i.Counts() {
			counts = []int{y.Value}
		}
		columns = append(columns, carto.Column{Period: y.Period, Counts: counts})
	}
	drawn := carto.Columns(classes, columns)
	c := Chart{Width: drawn.Width, Height: drawn.Height, Grid: drawn.Grid}
	for _, bar := range drawn.Bars {
		c.Bars = append(c.Bars, ChartBar{string(bar.Class), bar.Path})
	}
	for _, t := range drawn.Years {
		c.Years = append(c.Years, Tick(t))
	}
	for _, t := range drawn.Counts {
		c.Counts = append(c.Counts, Tick(t))
	}
	return c
}
