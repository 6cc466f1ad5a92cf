package carto

import (
	"math"

	"github.com/paulmach/orb"
)

// Column is one year of a chart: how many countries are of each class, in the chart's order.
type Column struct {
	Period int
	Counts []int
}

// Chart is a small chart of stacked columns over years, ready to write: paths are SVG path data
// in units of the chart, y down.
type Chart struct {
	Width, Height float64
	// Bars has one entry for each class that occurs, bottom to top.
	Bars []Bar
	// Grid are the lines of the scale; Years and Counts label the two axes.
	Grid          string
	Years, Counts []Tick
}

// Bar is all that is drawn of one class.
type Bar struct {
	Class Class
	Path  string
}

// Tick is a number on an axis: the middle of a year's label, the right end of a count's.
type Tick struct {
	X, Y  float64
	Value int
}

const (
	// chartWidth is that of the narrowest phone, so that labels never shrink below their size.
	chartWidth, chartHeight = 330.0, 190.0
	chartLeft, chartBottom  = 30.0, 20.0
	chartTop                = 8.0
	// yearRoom is what a year's label takes, with air.
	yearRoom    = 34.0
	widestBar   = 14.0
	mostOfAYear = 0.72
)

// Columns draws how many countries are of which class in each year. Columns stand where their
// year lies in time, so that gaps show; they are sorted by period.
func Columns(classes []Class, columns []Column) Chart {
	c := Chart{Width: chartWidth, Height: chartHeight}
	if len(columns) == 0 {
		return c
	}
	tallest := 0
	for _, column := range columns {
		tallest = max(tallest, sum(column.Counts))
	}
	step := scaleStep(tallest)
	top := (tallest + step - 1) / step * step
	height := func(n int) float64 { return (chartHeight - chartBottom - chartTop) * float64(n) / float64(top) }
	floor := chartHeight - chartBottom

	var grid pen
	for n := 0; n <= top; n += step {
		y := round(floor - height(n))
		grid.open(orb.LineString{{chartLeft, y}, {chartWidth, y}})
		c.Counts = append(c.Counts, Tick{chartLeft - 5, round(y + 4), n})
	}
	c.Grid = grid.String()

	first, last := columns[0].Period, columns[len(columns)-1].Period
	year := (chartWidth - chartLeft) / float64(last-first+1)
	bar := min(year*mostOfAYear, widestBar)
	middle := func(period int) float64 { return chartLeft + (float64(period-first)+0.5)*year }
	for i, class := range classes {
		var p pen
		for _, column := range columns {
			if column.Counts[i] > 0 {
				low := floor - height(sum(column.Counts[:i]))
				p.ring(box(middle(column.Period)-bar/2, low-height(column.Counts[i]), bar, height(column.Counts[i])))
			}
		}
		if path := p.String(); path != "" {
			c.Bars = append(c.Bars, Bar{class, path})
		}
	}
	c.Years = yearTicks(columns, middle)
	return c
}

// yearTicks labels the last year and those before it that have room.
func yearTicks(columns []Column, middle func(int) float64) []Tick {
	var ticks []Tick
	free := chartWidth + yearRoom
	for i := len(columns) - 1; i >= 0; i-- {
		x := min(middle(columns[i].Period), chartWidth-yearRoom/2+2)
		if x <= free-yearRoom {
			ticks = append(ticks, Tick{round(x), chartHeight - 4, columns[i].Period})
			free = x
		}
	}
	return ticks
}

// scaleStep gives a round step that divides a count into at most five.
func scaleStep(most int) int {
	for unit := 1; ; unit *= 10 {
		for _, n := range []int{1, 2, 5} {
			if step := n * unit; most <= 5*step {
				return step
			}
		}
	}
}

func sum(counts []int) int {
	total := 0
	for _, n := range counts {
		total += n
	}
	return total
}

func box(x, y, width, height float64) orb.Ring {
	height = math.Max(height, 0.1) // a single country still shows
	return orb.Ring{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}, {x, y}}
}
