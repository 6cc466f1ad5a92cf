package rule

import (
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var numberForm = Rule{
	Name:  "number-form",
	Level: Error,
	About: "A number must be digits with at most one point; 1,234 or 12% or 3-5 would be read as no number at all.",
	Check: func(d *dataset.Dataset, report Report) {
		eachCell(d, ofType(dataset.Integer), func(c *cell) {
			if _, ok := number(c.Text); c.Text != "" && (!ok || !isDigits(c.Text)) {
				report(c.at(), "", quote(c.Text), "a whole number, digits only"+meantNumber(c.Text))
			}
		})
		eachCell(d, ofType(dataset.Number), func(c *cell) { badNumber(c.Text, c.at, report) })
		for _, f := range figures(d) {
			if f.kind != "" { // an aggregate's value is a column of numbers, visited above
				badNumber(f.Text("value"), func() csvfile.Pos { return f.At("value") }, report)
			}
		}
	},
}

func badNumber(text string, at func() csvfile.Pos, report Report) {
	if _, ok := number(text); text != "" && !ok {
		report(at(), "", quote(text), `a number such as "1234.5", in digits with at most one point`+meantNumber(text))
	}
}

// meantNumber offers the number without what people write around it: thousands separators,
// a percent sign, a tilde, a missing zero. It offers nothing where that is not sure.
func meantNumber(s string) string {
	plain := strings.Trim(s, "~≈≥≤<>%+ \u00a0")
	if strings.HasPrefix(plain, ".") {
		plain = "0" + plain
	}
	for _, separator := range []string{",", " ", "\u00a0", "\u202f", "'", "’"} {
		if parts := strings.Split(plain, separator); thousands(parts) {
			plain = strings.Join(parts, "")
		}
	}
	if _, ok := number(plain); ok && plain != s {
		return ` (did you mean "` + plain + `"?)`
	}
	return ""
}

// thousands tells whether a number was cut into groups of three.
func thousands(parts []string) bool {
	for i, p := range parts {
		whole, _, _ := strings.Cut(p, ".")
		if i > 0 && (len(whole) != 3 || !isDigits(whole) || whole != p && i < len(parts)-1) || i == 0 && (len(p) > 3 || !isDigits(p)) {
			return false
		}
	}
	return len(parts) > 1
}
