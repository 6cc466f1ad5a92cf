package realsite_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// saidOf are the words of each state, written down here apart from the interface strings.
var saidOf = map[status.State]string{status.Yes: "Yes", status.No: "No", status.Unknown: "Unknown", status.Contested: "Sources disagree"}

// sentence words a conclusion in English as the method prescribes, apart from the templates.
func sentence(s status.Series) string {
	word, isAnswer := saidOf[s.Latest.State]
	if !isAnswer {
		word = numberWords(*s.Latest.Lead.Observation)
	}
	text := word + ", " + year(s)
	switch {
	case s.Latest.State == status.Unknown:
		text = word + " in " + year(s)
	case s.Inferred():
		text = word + ", inferred for " + year(s)
	case s.Stale:
		text = word + ", last reported " + year(s)
	}
	if s.Earlier.State != status.NoData {
		text += "; " + strings.ToLower(saidOf[s.Earlier.State]) + " in " + strconv.Itoa(s.Earlier.Period)
	}
	return text
}

func year(s status.Series) string { return strconv.Itoa(s.Year()) }

// units are the words behind a number, for one and for more.
var units = map[string][2]string{
	"needles-per-person": {" per person and year", " per person and year"},
	"nsp-sites":          {" site", " sites"}, "oat-sites": {" site", " sites"}, "dcr-sites": {" site", " sites"},
	"people-who-inject": {" person", " people"}, "oat-clients": {" person", " people"}, "people-in-treatment": {" person", " people"},
}

// numberWords gives a number or range as a page prints it; what has no unit here is a share.
func numberWords(o dataset.Observation) string {
	text := grouped(o.Value)
	switch {
	case o.Value != "":
	case o.Low == "":
		text = "up to " + grouped(o.High)
	case o.High == "":
		text = "at least " + grouped(o.Low)
	default:
		text = grouped(o.Low) + "–" + grouped(o.High)
	}
	unit, ok := units[o.Indicator]
	switch {
	case !ok:
		return text + " %"
	case text == "1":
		return text + unit[0]
	}
	return text + unit[1]
}

// grouped sets commas between thousands.
func grouped(number string) string {
	whole, rest, point := strings.Cut(number, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if point {
		whole += "." + rest
	}
	return whole
}

func TestGrouped(t *testing.T) {
	for number, want := range map[string]string{"7": "7", "999": "999", "1234": "1,234", "1234567": "1,234,567", "0.30": "0.30", "1234.5": "1,234.5"} {
		if got := grouped(number); got != want {
			t.Errorf("%s: %s, want %s", number, got, want)
		}
	}
}
