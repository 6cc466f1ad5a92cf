package report

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/dustin/go-humanize"

	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// Count writes a whole number with commas: 7,015.
func Count(n int) string { return humanize.Comma(int64(n)) }

// plural writes a number with its noun: 1 error, 2 errors.
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return Count(n) + " " + many
}

// says puts the latest status of a series into words.
func says(s status.Series) string {
	word := result(s.Latest)
	if s.Latest.State != status.Value && !s.National() {
		word += ", in a part"
	}
	switch {
	case s.Latest.State == status.Unknown && s.Earlier.State != status.NoData:
		return fmt.Sprintf("unknown in %d; %s in %d", s.Latest.Period, s.Earlier.State, s.Earlier.Period)
	case s.Inferred():
		word += ", inferred"
	}
	switch {
	case s.Stale:
		word += fmt.Sprintf(", last reported %d", s.Year())
	case s.NoChangeBy() != 0:
		word += fmt.Sprintf(", no change reported by %d", s.NoChangeBy())
	}
	return word
}

// Concluded says what the atlas concludes of an indicator in a country on one basis: "yes
// (2024)", or "no data".
func Concluded(a *status.Atlas, indicator, iso3, basis string) string {
	for _, s := range a.Series(indicator, iso3) {
		if s.Basis == basis {
			return fmt.Sprintf("%s (%d)", says(s), s.Year())
		}
	}
	return string(status.NoData)
}

// result is the status of one period: a word, or the leading number.
func result(c status.Conclusion) string {
	switch c.State {
	case status.Value:
		return number(c.Lead)
	case status.NoData:
		return "no data"
	}
	return string(c.State)
}

// number writes a value with its range: 12.5 (10–15).
func number(o status.Statement) string {
	switch bounds := o.Low + "–" + o.High; {
	case o.Low == "" && o.High == "":
		return o.Value
	case o.Value == "":
		return bounds
	default:
		return o.Value + " (" + bounds + ")"
	}
}

// how tells what the conclusion rests on.
func how(c status.Conclusion) string {
	if c.State == status.NoData {
		return ""
	}
	if c.State == status.Contested {
		yes, no := append([]status.Statement{c.Lead}, c.Agree...), c.Against
		return fmt.Sprintf("yes: %s; no: %s", sources(yes), sources(no))
	}
	parts := []string{c.Lead.Confidence}
	if n := len(c.Agree); n > 0 {
		parts = append(parts, plural(n, "agrees", "agree"))
	}
	if n := len(c.Against); n > 0 && c.State == status.Value {
		parts = append(parts, plural(n, "other estimate", "other estimates"))
	} else if n > 0 {
		parts = append(parts, fmt.Sprintf("%d of tier 4 overruled", n))
	}
	if n := len(c.Silent); n > 0 {
		parts = append(parts, fmt.Sprintf("%d silent", n))
	}
	return strings.Join(parts, ", ")
}

// cited gives the source that a status rests on; of a contested one, a source of each side.
func cited(c status.Conclusion) string {
	if c.State == status.Contested {
		return c.Lead.Source + ", " + c.Against[0].Source
	}
	return c.Lead.Source
}

func sources(statements []status.Statement) string {
	ids := make([]string, len(statements))
	for i, s := range statements {
		ids[i] = s.Source
	}
	return strings.Join(ids, ", ")
}

// basis names whom a value counts; the whole country goes without saying.
func basis(s string) string {
	return strings.ReplaceAll(s, "_", " ")
}

// year writes a year, and nothing for none.
func year(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
