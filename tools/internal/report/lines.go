package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/change"
	"github.com/harm-reduction-atlas/atlas/tools/internal/review"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// light tells that a change leaves the answer or number as it was.
func light(c change.Change) bool { return c.Kind() == change.Year || c.Kind() == change.Support }

// weightiest puts another answer or number before the same one of another year.
func weightiest(all []change.Change) []change.Change {
	return append(slices.DeleteFunc(slices.Clone(all), light), slices.DeleteFunc(slices.Clone(all), func(c change.Change) bool { return !light(c) })...)
}

// heavy counts the changes that are not light.
func heavy(all []change.Change) int { return len(slices.DeleteFunc(slices.Clone(all), light)) }

// weighed counts changes: "9 changed; 24 the same, otherwise dated or supported".
func weighed(all []change.Change) string {
	var parts []string
	changed := heavy(all)
	if changed > 0 {
		parts = append(parts, Count(changed)+" changed")
	}
	if same := len(all) - changed; same > 0 {
		parts = append(parts, Count(same)+" the same, otherwise dated or supported")
	}
	return strings.Join(parts, "; ")
}

// sentences say changes with the place at which a reviewer reads the value.
func sentences(n Names, all []change.Change) (lines []string) {
	for _, c := range all {
		line := n.Sentence(c)
		if c.New != nil && c.New.Status != string(status.Contested) && c.New.Locator != "" {
			line += ", " + c.New.Locator
		}
		lines = append(lines, escaped(line))
	}
	return lines
}

func disagreements(r review.Review, n Names) []string {
	lines := sentences(n, r.Contested())
	for i := range lines {
		lines[i] = "**Sources disagree:** " + lines[i]
	}
	return lines
}

func unlisted(r review.Review, n Names) (lines []string) {
	for _, t := range alike(r.Totals) {
		if t[0].Unlisted {
			lines = append(lines, "**A printed total differs, and no reason is listed:** "+escaped(n.total(t))+". Correct a row, or give the reason in `data/exceptions.csv`.")
		}
	}
	return lines
}

func reconciled(r review.Review, n Names) (lines []string) {
	for _, t := range alike(r.Totals) {
		switch {
		case t[0].Unlisted:
		case t[0].New == t[0].Countries:
			lines = append(lines, escaped(n.total(t)+": equal now"))
		default:
			lines = append(lines, escaped(n.total(t)+": a listed exception says why"))
		}
	}
	return lines
}

// alike puts publications that print the same number of the same thing together.
func alike(all []review.Total) (groups [][]review.Total) {
	type number struct {
		indicator, scope             string
		period, printed, before, now int
	}
	of := func(t review.Total) number {
		return number{t.Indicator, t.Scope, t.Period, t.Countries, t.Old, t.New}
	}
	for _, t := range all {
		last := len(groups) - 1
		if last >= 0 && of(groups[last][0]) == of(t) && groups[last][0].Unlisted == t.Unlisted {
			groups[last] = append(groups[last], t)
		} else {
			groups = append(groups, []review.Total{t})
		}
	}
	return groups
}

// total says "NSP 2024, world: 94 printed (hri-gshr-2024), ours 94 → 93".
func (n Names) total(same []review.Total) string {
	sources := make([]string, len(same))
	for i, t := range same {
		sources[i] = t.Source
	}
	t := same[0]
	return fmt.Sprintf("%s %d, %s: %s printed (%s), ours %s → %s", n.Indicator(t.Indicator), t.Period, t.Scope,
		Count(t.Countries), strings.Join(sources, ", "), Count(t.Old), Count(t.New))
}

// tallies says of each indicator "NSP: yes 92 → 93, no 60 → 59".
func tallies(r review.Review, n Names) (lines []string) {
	for i := 0; i < len(r.Counts); {
		id := r.Counts[i].Indicator
		var parts []string
		for ; i < len(r.Counts) && r.Counts[i].Indicator == id; i++ {
			c := r.Counts[i]
			parts = append(parts, fmt.Sprintf("%s %s → %s", strings.Replace(what(c.What), "anything", "any data", 1), Count(c.Old), Count(c.New)))
		}
		lines = append(lines, escaped(n.Indicator(id)+": "+strings.Join(parts, ", ")))
	}
	return lines
}

func comeAndGone(r review.Review) (lines []string) {
	for _, s := range r.Added {
		lines = append(lines, escaped(fmt.Sprintf("new: %s, tier %d: %s", s.ID, s.Tier, cmp.Or(s.Title, "no title"))))
	}
	for _, s := range r.Removed {
		lines = append(lines, escaped(fmt.Sprintf("gone: %s, tier %d: %s", s.ID, s.Tier, cmp.Or(s.Title, "no title"))))
	}
	return lines
}
