package rule

import (
	"fmt"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var regionUnknown = Rule{
	Name:  "region-unknown",
	Level: Error,
	About: "A country's region must be one id of regions.csv; a country under a misspelt region would be missing from every regional count.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, c := range d.Countries {
			if _, ok := d.Region(c.Region); !ok && c.Region != "" {
				report(c.At("region"), "", quote(c.Region), "one id of data/regions.csv"+meantRegion(d, c.Region))
			}
		}
	},
}

// meantRegion finds the region whose id is near or whose name was typed.
func meantRegion(d *dataset.Dataset, got string) string {
	for _, r := range d.Regions {
		if strings.EqualFold(r.Name, got) {
			return fmt.Sprintf(" (did you mean %q?)", r.ID)
		}
	}
	return didYouMean(got, regionIDs(d))
}

func regionIDs(d *dataset.Dataset) []string {
	ids := make([]string, len(d.Regions))
	for i, r := range d.Regions {
		ids[i] = r.ID
	}
	return ids
}
