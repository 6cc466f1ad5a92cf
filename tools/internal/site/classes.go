package site

import (
	"math"
	"slices"
	"strconv"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// classCount is how many classes a map of numbers has at most.
const classCount = 5

// Class is one colour of a map of numbers: values from Low up to, but not including, High.
type Class struct {
	ID string `json:"id"` // q1 (low) to q5 (high)
	// Low and High are the breaks; nil at the open ends.
	Low   *float64 `json:"low,omitempty"`
	High  *float64 `json:"high,omitempty"`
	Count int      `json:"count"`
}

// breaks gives the inner breaks of classes with about as many countries each: the quintiles
// of the values, rounded to two significant digits so that people can read them. A break
// that would leave a class without values is dropped.
func breaks(values []float64) []float64 {
	values = slices.Sorted(slices.Values(values))
	var list []float64
	below := 0 // how many values lie below the last break
	for q := 1; q < classCount && len(values) > classCount; q++ {
		at := round2(values[len(values)*q/classCount])
		if n, _ := slices.BinarySearch(values, at); n > below && n < len(values) {
			list, below = append(list, at), n
		}
	}
	return list
}

// round2 rounds to two significant digits.
func round2(x float64) float64 {
	if x == 0 {
		return 0
	}
	unit := math.Pow(10, math.Floor(math.Log10(math.Abs(x)))-1)
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(math.Round(x/unit)*unit, 'g', 6, 64), 64)
	if err != nil {
		return x
	}
	return rounded
}

// classify sets the fill of each entry with a number and counts the classes.
func classify(entries []Entry) []Class {
	var values []float64
	for _, e := range entries {
		if e.Number != nil && e.Number.Value != nil {
			values = append(values, e.Number.Value.N)
		}
	}
	inner := breaks(values)
	classes := make([]Class, len(inner)+1)
	for i := range classes {
		classes[i].ID = "q" + strconv.Itoa(i+1+(classCount-len(classes))/2)
		if i > 0 {
			classes[i].Low = &inner[i-1]
		}
		if i < len(inner) {
			classes[i].High = &inner[i]
		}
	}
	for i := range entries {
		if entries[i].State == string(status.Value) {
			entries[i].paint(classOf(*entries[i].Number, inner, classes))
		}
	}
	return classes
}

// classOf finds the class of a number and counts it; a range has one only if both ends do.
func classOf(n Number, inner []float64, classes []Class) carto.Class {
	i, ok := bin(n, inner)
	if !ok {
		return carto.Range
	}
	classes[i].Count++
	return carto.Class(classes[i].ID)
}

// bin finds where a number lies between breaks; not ok is a range that they cut.
func bin(n Number, inner []float64) (i int, ok bool) {
	low, high := n.Low, n.High
	if n.Value != nil {
		low, high = n.Value, n.Value
	}
	if low == nil || high == nil {
		return 0, false
	}
	i = place(inner, low.N)
	return i, i == place(inner, high.N)
}

func place(inner []float64, x float64) int {
	i := 0
	for i < len(inner) && x >= inner[i] {
		i++
	}
	return i
}
