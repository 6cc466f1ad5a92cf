package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/change"
	"github.com/harm-reduction-atlas/atlas/tools/internal/review"
)

// manyChanges is how many sentences a comment shows before it folds the rest away: what fits
// on a phone without scrolling past the counts.
const manyChanges = 12

// Markdown writes a review as a comment on a pull request: what changes in sentences first, then
// its effects; tables only where numbers stand side by side.
func Markdown(w io.Writer, r review.Review, n Names) error {
	var out strings.Builder
	out.WriteString("### What this changes\n\n")
	if r.Nothing() {
		out.WriteString("Nothing that the data say.\n")
	}
	changes := weightiest(r.Changes)
	sentences(&out, n, changes[:min(len(changes), manyChanges)])
	if len(changes) > manyChanges {
		fmt.Fprintf(&out, "\n<details><summary>%s more</summary>\n\n", plural(len(changes)-manyChanges, "status", "statuses"))
		sentences(&out, n, changes[manyChanges:])
		out.WriteString("\n</details>\n")
	}
	for _, t := range Diff(r, n) {
		if t.Title != "What the atlas says now, and said before" && !r.Nothing() {
			t.markdown(&out)
		}
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// weightiest puts another answer or number before the same one of a newer year.
func weightiest(all []change.Change) []change.Change {
	light := func(c change.Change) int {
		if k := c.Kind(); k == change.Year || k == change.Support {
			return 1
		}
		return 0
	}
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b change.Change) int { return light(a) - light(b) })
	return all
}

func sentences(out *strings.Builder, n Names, all []change.Change) {
	for _, c := range all {
		fmt.Fprintf(out, "- %s\n", escaped(n.Sentence(c)))
	}
}

// markdown writes a table in GitHub's form.
func (t Table) markdown(out *strings.Builder) {
	fmt.Fprintf(out, "\n**%s**\n\n", escaped(t.Title))
	if len(t.Rows) > 0 {
		t := filled(t)
		marks := make([]string, len(t.Columns))
		for i, c := range t.Columns {
			marks[i] = "---"
			if c.Number {
				marks[i] = "--:"
			}
		}
		for _, cells := range slices.Concat([][]string{titles(t.Columns), marks}, t.Rows) {
			for i := range cells {
				cells[i] = escaped(cells[i])
			}
			fmt.Fprintf(out, "| %s |\n", strings.Join(cells, " | "))
		}
	}
	for _, remark := range t.Remarks {
		fmt.Fprintf(out, "%s\n", escaped(remark))
	}
}

// escaped keeps a text from being read as Markdown or HTML, or from calling on people: data
// come from anybody who opens a pull request.
var escaped = func() func(string) string {
	var pairs []string
	for _, c := range "\\`*_{}[]<>#|~!$" {
		pairs = append(pairs, string(c), "\\"+string(c))
	}
	return strings.NewReplacer(append(pairs, "@", "@\u200b", "\n", " ", "\r", " ", "://", ":\u200b//")...).Replace
}()
