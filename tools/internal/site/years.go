package site

import (
	"encoding/json"
	"slices"
	"strconv"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// Years are what is reported about each single year, for the map of an indicator: the
// conclusions of the headline basis in that very period. Nothing is carried into another
// year. Maps fetch it as JSON when a reader asks.
type Years struct {
	// Periods are the years with at least one status, oldest first.
	Periods []int `json:"periods"`
	// Status is keyed by country as in addresses, then by year.
	Status map[string]map[int]Report `json:"status"`
	// Sources are the titles of the sources in Status.
	Sources map[string]string `json:"sources"`
}

// Report is what is concluded for one country and year. In JSON it is a list: fill; id of the
// leading source; of numbers the number as its source prints it ("12.5", "10–20", "10–", "–20"),
// else empty; and "inferred" where no source states it itself. Empty ends are left out.
type Report struct {
	Fill, Source, Number string
	Inferred             bool
}

// MarshalJSON writes the list.
func (r Report) MarshalJSON() ([]byte, error) {
	list := []string{r.Fill, r.Source, r.Number, "inferred"}
	switch {
	case r.Inferred:
	case r.Number != "":
		list = list[:3]
	default:
		list = list[:2]
	}
	return json.Marshal(list)
}

// JSON gives the years without spaces, keys sorted.
func (y Years) JSON() ([]byte, error) { return json.Marshal(y) }

// years collects the reports about an indicator; numbers fall into the classes of its latest map.
func (b builder) years(i dataset.Indicator, classes []Class) Years {
	y := Years{Periods: []int{}, Status: map[string]map[int]Report{}, Sources: map[string]string{}}
	for _, c := range b.profiles() {
		headline, ok := b.statuses.Headline(i.ID, c.ISO3)
		if !ok {
			continue
		}
		reports := map[int]Report{}
		for _, conclusion := range headline.Periods {
			reports[conclusion.Period] = report(conclusion, classes)
			y.Periods = append(y.Periods, conclusion.Period)
			source, _ := b.data.Source(conclusion.Lead.Source)
			y.Sources[source.ID] = source.Title
		}
		y.Status[key(c.ISO3)] = reports
	}
	slices.Sort(y.Periods)
	y.Periods = slices.Compact(y.Periods)
	return y
}

func report(c status.Conclusion, classes []Class) Report {
	e := Entry{State: string(c.State), Alcohol: alcohol(c.Basis)}
	r := Report{Source: c.Lead.Source, Inferred: c.Derived}
	if n := number(*c.Lead.Observation); n == nil {
		e.paint(carto.Class(c.State))
	} else {
		e.paint(ClassIn(*n, classes))
		r.Number = n.plain()
	}
	r.Fill = e.Fill
	return r
}

// ClassIn finds the class of a number among those that another map was given; a range that no
// single class holds is carto.Range.
func ClassIn(n Number, classes []Class) carto.Class {
	var inner []float64
	for _, c := range classes {
		if c.Low != nil {
			inner = append(inner, *c.Low)
		}
	}
	if i, ok := bin(n, inner); ok && i < len(classes) {
		return carto.Class(classes[i].ID)
	}
	return carto.Range
}

// plain writes a number with the decimals of its source, a range with a dash.
func (n Number) plain() string {
	if n.Value != nil {
		return n.Value.plain()
	}
	return n.Low.plain() + "–" + n.High.plain()
}

func (f *Figure) plain() string {
	if f == nil {
		return ""
	}
	return strconv.FormatFloat(f.N, 'f', f.Decimals, 64)
}
