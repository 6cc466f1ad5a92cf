package rule

import (
	"math"
	"strconv"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// figure is a row that states a number: an observation of an indicator that counts, or an
// aggregate.
type figure struct {
	dataset.Row
	kind, unit string // of the indicator; empty for an aggregate
}

// figures gives every row that states a number.
func figures(d *dataset.Dataset) []figure {
	all := make([]figure, 0, len(d.Observations)+len(d.Aggregates))
	for _, o := range d.Observations {
		if i, ok := d.Indicator(o.Indicator); ok && i.Counts() {
			all = append(all, figure{o.Row, i.Kind, i.Unit})
		}
	}
	for _, a := range d.Aggregates {
		all = append(all, figure{a.Row, "", ""})
	}
	return all
}

// bounds are the columns that may hold a number.
var bounds = []string{"value", "low", "high"}

// each visits the numbers that the row states and that can be read.
func (f figure) each(visit func(column, text string, n float64)) {
	for _, column := range bounds {
		text := f.Text(column)
		if n, ok := number(text); ok {
			visit(column, text, n)
		}
	}
}

// number reads a plain decimal number: digits, a point only between digits, a minus at most.
func number(s string) (float64, bool) {
	if !isDecimal(s) {
		return 0, false
	}
	n, err := strconv.ParseFloat(s, 64)
	return n, err == nil && !math.IsInf(n, 0)
}

func isDecimal(s string) bool {
	if s != "" && s[0] == '-' {
		s = s[1:]
	}
	point := -1
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '.' && point < 0:
			point = i
		case s[i] < '0' || s[i] > '9':
			return false
		}
	}
	return s != "" && point != 0 && point != len(s)-1
}

func isDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
