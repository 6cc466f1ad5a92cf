package rule

import (
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var indicatorWithoutFile = Rule{
	Name:  "indicator-without-file",
	Level: Error,
	About: "Every indicator must have a file of observations, even if it holds only its header; otherwise its page and map say no data for the whole world.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, i := range d.Indicators {
			file := observations + i.ID + ".csv"
			if i.ID != "" && !slices.ContainsFunc(d.Tables, func(t *csvfile.Table) bool { return t.File == file }) {
				report(i.At("id"), "", "no file for "+quote(i.ID), file)
			}
		}
	},
}
