package report

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/change"
	"github.com/harm-reduction-atlas/atlas/tools/internal/review"
)

const (
	// manyLines is how many lines of a list a comment shows before it folds the rest away: what
	// fits on a phone.
	manyLines = 12
	// mostFolded is how many lines lie folded: a host takes no comment over 65,536 characters.
	mostFolded = 300
)

// Markdown writes a review as a comment on a pull request, to be read on a phone: no tables; what
// a reviewer must look at first, then statuses, counts and the rest; long lists folded away.
func Markdown(w io.Writer, r review.Review, n Names, d Drawn) error {
	var c comment
	c.printf("### What this changes\n")
	if r.Nothing() {
		c.printf("\nNothing that the data say.\n")
	}
	c.list("Please look at", append(disagreements(r, n), unlisted(r, n)...))
	c.statuses(r, n)
	c.list("Countries counted", tallies(r, n))
	c.list("Printed totals", reconciled(r, n))
	for _, t := range d.Tables(n) {
		c.printf("\n**%s**\n\n%s\n", t.Title, escaped(t.Remarks[0]))
	}
	c.list("Sources", comeAndGone(r))
	if r.Rows != (review.Rows{}) {
		c.printf("\n%s added, %s taken away; an edited one is both.\n", plural(r.Rows.Added, "row", "rows"), plural(r.Rows.Removed, "row", "rows"))
	}
	_, err := io.WriteString(w, c.String())
	return err
}

// comment grows section by section.
type comment struct {
	strings.Builder
	folded int // lines that lie folded
}

func (c *comment) printf(format string, args ...any) { fmt.Fprintf(c, format, args...) }

// list writes a section of lines that are escaped already, and nothing for none.
func (c *comment) list(title string, lines []string) {
	if len(lines) == 0 {
		return
	}
	c.printf("\n**%s**\n\n", title)
	open := min(len(lines), manyLines)
	c.items(lines[:open])
	if rest := lines[open:]; len(rest) > 0 {
		c.fold(Count(len(rest))+" more", rest, len(rest))
	}
}

func (c *comment) items(lines []string) {
	for _, line := range lines {
		c.printf("- %s\n", line)
	}
}

// fold hides lines behind a summary, as many as are wanted and there is room for.
func (c *comment) fold(summary string, lines []string, wanted int) {
	shown := min(wanted, mostFolded-c.folded)
	c.folded += shown
	c.printf("\n<details><summary>%s</summary>\n\n", summary)
	c.items(lines[:shown])
	if rest := len(lines) - shown; rest > 0 {
		c.printf("- %s that `atlas diff` lists\n", plural(rest, "line", "lines"))
	}
	c.printf("\n</details>\n")
}

// statuses lists what was not listed as a disagreement; of many, a fold for each indicator.
func (c *comment) statuses(r review.Review, n Names) {
	disputed := r.Contested()
	calm := slices.DeleteFunc(weightiest(r.Changes), func(one change.Change) bool { return slices.Contains(disputed, one) })
	if len(calm) <= manyLines {
		c.list("Statuses", sentences(n, calm))
		return
	}
	of := map[string][]change.Change{}
	for _, one := range calm {
		of[one.Indicator] = append(of[one.Indicator], one)
	}
	c.printf("\n**Statuses**: %s of %s\n", Count(len(calm)), plural(len(of), "indicator", "indicators"))
	room := mostFolded - heavy(calm) // for those that say the same
	for _, id := range n.ordered(slices.Collect(maps.Keys(of))) {
		changed := heavy(of[id])
		same := min(len(of[id])-changed, max(room, 0))
		room -= same
		c.fold(escaped(n.Indicator(id))+": "+weighed(of[id]), sentences(n, of[id]), changed+same)
	}
}

// escaped keeps a text from being read as Markdown or HTML, or from calling on people: data
// come from anybody who opens a pull request.
func escaped(text string) string { return Printable(harmless.Replace(text)) }

var harmless = func() *strings.Replacer {
	var pairs []string
	for _, c := range "\\`*_{}[]<>#|~!$" {
		pairs = append(pairs, string(c), "\\"+string(c))
	}
	return strings.NewReplacer(append(pairs, "@", "@\u200b", "\n", " ", "\r", " ", "://", ":\u200b//")...)
}()
