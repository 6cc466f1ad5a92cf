package rule

import (
	"fmt"
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// linesFile names two areas in each row, so either may come again.
const linesFile = "data/boundaries/lines.csv"

var lineUnknown = Rule{
	Name:  "line-unknown",
	Level: Error,
	About: "Both sides of a border that is not agreed must be areas of the boundaries; a misspelt one would draw the border as settled.",
	Check: func(d *dataset.Dataset, report Report) {
		areas := d.AreaCodes
		for _, l := range d.Lines {
			for _, column := range []string{"area", "neighbour"} {
				if side := l.Text(column); side != "" && !slices.Contains(areas, side) {
					report(l.At(column), l.Key(), fmt.Sprintf("%q", side), "the code of an area in the boundaries"+didYouMean(side, areas))
				}
			}
		}
	},
}
