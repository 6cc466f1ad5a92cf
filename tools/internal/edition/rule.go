package edition

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rule"
)

// Rule holds that a frozen edition never changes, and that no number is used twice.
var Rule = rule.Rule{
	Name:  "edition-frozen",
	Level: rule.Error,
	About: "A frozen edition must be byte for byte what its card says, and its number and date must stay its own; a court brief or a thesis cites it.",
	Check: func(d *dataset.Dataset, report rule.Report) {
		sound := true
		for _, f := range d.Frozen {
			if fault := fault(f); fault != "" {
				report(csvfile.Pos{File: f.ZipPath(), Line: 1, Col: 1}, f.Name, fault,
					"both files as `release` wrote them; git restores them: git checkout <commit> -- "+dataset.EditionsFolder)
				sound = false
			}
		}
		if sound {
			reused(d, report)
		}
	},
}

// reused tells of a number that is taken.
func reused(d *dataset.Dataset, report rule.Report) {
	newest, any := Newest(d)
	now := d.Edition
	switch order := Compare(now.Number, newest.Number); {
	case !any || now.Number == "":
	case order < 0:
		report(rule.Field(d, dataset.EditionFile, "number"), "", fmt.Sprintf("number %q, but %s is frozen already", now.Number, newest.Number), "the newest number, or a higher one")
	case order == 0 && now.Date != newest.Date:
		report(rule.Field(d, dataset.EditionFile, "date"), "", fmt.Sprintf("edition %s with the date %s", now.Number, now.Date), "its date "+newest.Date+", or a higher number")
	}
}

// number is a year, a point and a count: nothing that could lead to another folder.
var number = regexp.MustCompile(`^[0-9]{4}\.[1-9][0-9]{0,5}$`)

// fault says why a frozen edition cannot be trusted; nothing if it can.
func fault(f dataset.Frozen) string {
	switch {
	case !number.MatchString(f.Name):
		return fmt.Sprintf("an edition called %q", f.Name)
	case f.Zip == nil:
		return "a card without its archive"
	case f.Card == nil:
		return "an archive without its card"
	case f.Card.Number != f.Name:
		return fmt.Sprintf("a card that says number %q", f.Card.Number)
	case !isDay(f.Card.Date):
		return fmt.Sprintf("a card with the date %q", f.Card.Date)
	case len(f.Zip) != f.Card.Bytes:
		return fmt.Sprintf("%d bytes where the card says %d", len(f.Zip), f.Card.Bytes)
	}
	if sum := Sum(f.Zip); !strings.EqualFold(sum, f.Card.SHA256) {
		return "SHA-256 " + sum[:8] + "… where the card says " + fmt.Sprintf("%.8s", f.Card.SHA256) + "…"
	}
	return ""
}

func isDay(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return err == nil
}
