package rule

import (
	"fmt"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var rangeOrder = Rule{
	Name:  "range-order",
	Level: Error,
	About: "Low, value and high must rise; two cells swapped, or a digit lost, turn an estimate upside down.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, f := range figures(d) {
			for _, pair := range [][2]string{{"low", "value"}, {"value", "high"}, {"low", "high"}} {
				less, ok1 := number(f.Text(pair[0]))
				more, ok2 := number(f.Text(pair[1]))
				if ok1 && ok2 && less > more {
					report(f.At(pair[0]), f.Key(), fmt.Sprintf("%s %s above %s %s", pair[0], f.Text(pair[0]), pair[1], f.Text(pair[1])), "low ≤ value ≤ high")
					break
				}
			}
		}
	},
}
