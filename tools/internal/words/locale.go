package words

import (
	"math"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/feature/plural"
)

// Number writes a number with so many decimals as the pages of the language do: Hugo takes its
// lang.FormatNumber from the same package.
func (w *Words) Number(n float64, decimals int) string { return w.locale.FormatNumber(n, decimals) }

// Plain writes a number with only the decimals that it has, as the template fn/plain-number.html
// does.
func (w *Words) Plain(n float64) string {
	switch {
	case n == math.Trunc(n):
		return w.Number(n, 0)
	case n < 1:
		return w.Number(n, 2)
	}
	return w.Number(n, 1)
}

// Date writes a day, given as 2026-11-22, as the pages of the language do; anything else stays.
func (w *Words) Date(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return w.locale.FormatDateLong(t)
}

// RightToLeft tells whether the language is written from right to left.
func (w *Words) RightToLeft() bool {
	script, _ := w.tag.Script()
	return script.String() == "Arab" || script.String() == "Hebr"
}

// forms are the keys of counted strings.
var forms = map[plural.Form]string{plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many", plural.Other: "other"}

// form gives the plural form of a number. The rules of x/text are those of CLDR 32; since then
// French and Spanish have a form for whole millions ("2 000 000 de personnes"), which the pages
// follow.
func (w *Words) form(n float64) string {
	whole, fraction, _ := strings.Cut(strconv.FormatFloat(n, 'f', -1, 64), ".")
	i, _ := strconv.Atoi(whole)
	f, _ := strconv.Atoi(fraction)
	if (w.lang == "fr" || w.lang == "es") && n != 0 && math.Mod(n, 1e6) == 0 {
		return "many"
	}
	return forms[plural.Cardinal.MatchPlural(w.tag, i, len(fraction), len(fraction), f, f)]
}
