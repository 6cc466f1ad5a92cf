package rule

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// mostLag is how many years a publication may appear after the year that its id names, which
// may be that of its data.
const mostLag = 3

var sourceYear = Rule{
	Name:  "source-year",
	Level: Error,
	About: "A source can't have appeared before the year in its id, nor long after; a row copied from another edition would date every new value wrongly.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, s := range d.Sources {
			year, named := yearIn(s.ID)
			if named && s.Year > 0 && (s.Year < year || s.Year > year+mostLag) {
				report(s.At("year"), s.Key(), fmt.Sprintf("%d, but the id says %d", s.Year, year), fmt.Sprintf("%d to %d, or another id", year, year+mostLag))
			}
		}
	},
}

// yearIn finds the last part of an id that is a year.
func yearIn(id string) (year int, found bool) {
	for part := range strings.SplitSeq(id, "-") {
		if n, err := strconv.Atoi(part); err == nil && len(part) == 4 && n >= firstYear && n < 2100 {
			year, found = n, true
		}
	}
	return year, found
}
