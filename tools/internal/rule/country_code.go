package rule

import (
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var countryCode = Rule{
	Name:  "country-code",
	Level: Error,
	About: "A country's codes must have their form: three capitals, two capitals, three digits; a spreadsheet turns M49 004 into 4 and no other data set matches it.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, c := range d.Countries {
			if c.ISO3 != "" && !isCapitals(c.ISO3, 3) {
				report(c.At("iso3"), "", quote(c.ISO3), "three capital letters (ISO 3166-1 alpha-3)")
			}
			if c.ISO2 != "" && !isCapitals(c.ISO2, 2) {
				report(c.At("iso2"), "", quote(c.ISO2), "two capital letters (ISO 3166-1 alpha-2)")
			}
			if c.M49 != "" && (!isDigits(c.M49) || len(c.M49) != 3) {
				report(c.At("m49"), "", quote(c.M49), "three digits"+padded(c.M49))
			}
		}
	},
}

func isCapitals(s string, n int) bool {
	return len(s) == n && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

func padded(m49 string) string {
	if isDigits(m49) && len(m49) < 3 {
		return ` (did you mean "` + strings.Repeat("0", 3-len(m49)) + m49 + `"?)`
	}
	return ""
}
