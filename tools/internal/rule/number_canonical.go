package rule

import (
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var numberCanonical = Rule{
	Name:  "number-canonical",
	Level: Error,
	About: "A number must be written one way, without leading zeros and with no closing zero but that of one decimal; 4.50 beside 4.5 looks like two estimates.",
	Check: func(d *dataset.Dataset, report Report) {
		eachCell(d, ofType(dataset.Integer), func(c *cell) {
			if plain := shortest(c.Text); plain != c.Text {
				report(c.at(), "", quote(c.Text), quote(plain))
			}
		})
		for _, f := range figures(d) {
			f.each(func(column, text string, _ float64) {
				if plain := shortest(text); plain != text {
					report(f.At(column), f.Key(), quote(text), quote(plain))
				}
			})
		}
	},
}

// shortest writes a plain number without the zeros that say nothing; other texts it leaves.
func shortest(s string) string {
	if !isDecimal(s) {
		return s
	}
	sign, digits := "", s
	if after, negative := strings.CutPrefix(s, "-"); negative {
		sign, digits = "-", after
	}
	for len(digits) > 1 && digits[0] == '0' && digits[1] != '.' {
		digits = digits[1:]
	}
	// A source that prints 4.0 says more than 4, so one decimal stays.
	if whole, decimals, _ := strings.Cut(digits, "."); len(decimals) > 1 {
		digits = whole + "." + decimals[:1] + strings.TrimRight(decimals[1:], "0")
	}
	if strings.Trim(digits, "0.") == "" {
		sign = ""
	}
	return sign + digits
}
