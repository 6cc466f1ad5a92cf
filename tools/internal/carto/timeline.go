package carto

import "github.com/paulmach/orb"

// Timeline is a row of years, each where it lies in time, so that years without a report show as
// gaps. Its units are those of a drawing TimelineWidth wide and TimelineHeight high, y down.
type Timeline struct{ First, Last int }

const (
	// TimelineWidth fits the narrowest phone without shrinking.
	TimelineWidth = 320.0
	// TimelineHeight is that of the marks and the axis under them; years are written below it.
	TimelineHeight = 26.0
	// timelineLeft is where the words stand that name the rows of marks.
	timelineLeft = 30.0
	// timelineTop and timelineFoot are the middles of the highest and the lowest mark.
	timelineTop, timelineFoot = 5.0, 19.0
	// widestYear keeps a short row of years from spreading.
	widestYear = 14.0
	// roomOfAYear is what a written year takes, with air; on paper it is larger than on screens.
	roomOfAYear = 48.0
)

// X gives the middle of a year.
func (t Timeline) X(year int) float64 {
	return round(timelineLeft + (float64(year-t.First)+0.5)*t.step())
}

// step is the room of a year.
func (t Timeline) step() float64 {
	return min((TimelineWidth-timelineLeft)/float64(t.Last-t.First+1), widestYear)
}

// Y gives the height of a number from zero at the foot to the most of its series at the top.
func (t Timeline) Y(number, most float64) float64 {
	if most <= 0 {
		return timelineFoot
	}
	return round(timelineFoot - (timelineFoot-timelineTop)*number/most)
}

// Axis gives the line under the marks as SVG path data, with a notch for each year, longer
// where Labels writes it.
func (t Timeline) Axis() string {
	var p pen
	p.open(orb.LineString{{timelineLeft, TimelineHeight - 2}, {t.X(t.Last) + 4, TimelineHeight - 2}})
	for year := t.First; year <= t.Last; year++ {
		length := 2.0
		if t.labelled(year) {
			length = 5
		}
		p.open(orb.LineString{{t.X(year), TimelineHeight - 2}, {t.X(year), TimelineHeight - 2 + length}})
	}
	return p.String()
}

// Labels gives the years that are written, each with the foot of its number.
func (t Timeline) Labels() []Tick {
	var list []Tick
	for year := t.First; year <= t.Last; year++ {
		if t.labelled(year) {
			list = append(list, Tick{t.X(year), TimelineHeight + 13, year})
		}
	}
	return list
}

// labelled tells whether a year is written: every fifth, or every tenth where these are close.
func (t Timeline) labelled(year int) bool {
	if 5*t.step() < roomOfAYear {
		return year%10 == 0
	}
	return year%5 == 0
}
