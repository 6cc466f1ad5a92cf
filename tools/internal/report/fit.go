package report

import (
	"strings"

	"github.com/olekukonko/tablewriter/pkg/twwarp"
	"github.com/olekukonko/tablewriter/pkg/twwidth"
	"github.com/olekukonko/tablewriter/tw"
)

// fit gives the width of each column, gap included, so that the table keeps to the width of
// the style: again and again the widest column gives way, but none below its longest word.
func (s Style) fit(t Table) tw.Mapper[int, int] {
	want, least := make([]int, len(t.Columns)), make([]int, len(t.Columns))
	for i, c := range t.Columns {
		want[i], least[i] = widths(c.Title)
		for _, row := range t.Rows {
			cell, word := widths(row[i])
			want[i], least[i] = max(want[i], cell), max(least[i], word)
		}
	}
	if s.Width > 0 {
		shrink(want, least, s.Width)
	}
	fitted := tw.NewMapper[int, int]()
	for i, w := range want {
		fitted.Set(i, w+len(gap))
	}
	return fitted
}

func shrink(want, least []int, width int) {
	total := len(gap) * (len(want) - 1)
	for _, w := range want {
		total += w
	}
	for ; total > width; total-- {
		widest := -1
		for i, w := range want {
			if w > least[i] && (widest < 0 || w > want[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			return
		}
		want[widest]--
	}
}

// widths gives the columns on screen that a text takes, and its longest word.
func widths(text string) (all, word int) {
	for w := range strings.FieldsSeq(text) {
		word = max(word, twwidth.Width(w))
	}
	return max(twwidth.Width(text), 1), max(word, 1)
}

// wrap breaks a paragraph at spaces.
func (s Style) wrap(text string) string {
	if s.Width == 0 {
		return text
	}
	lines, _ := twwarp.WrapString(text, s.Width)
	return strings.Join(lines, "\n")
}
