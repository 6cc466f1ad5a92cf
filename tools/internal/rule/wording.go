package rule

import (
	"regexp"
	"slices"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/wording"
)

var respectful = Rule{
	Name:  "wording",
	Level: Error,
	About: "Pages, interface strings and notes hold no word of data/wording.csv, since words that label or blame keep people away from help; titles and places in publications are quoted as they are.",
	Check: func(d *dataset.Dataset, report Report) {
		lists := wordLists(d)
		for _, text := range d.Texts {
			list := lists[text.Lang]
			for _, m := range outside(codes, text.Data, list.Find(string(text.Data))) {
				found := string(text.Data[m.Start:m.End])
				report(place(text.Path, text.Data, m.Start), strings.ToLower(found), quote(found), list.wanted(m.Entry))
			}
		}
		clear := map[string]bool{} // most notes stand in many rows
		eachCell(d, written, func(c *cell) {
			if clear[c.Text] {
				return
			}
			list := lists[cellLang(c)]
			all := list.Find(c.Text)
			clear[c.Text] = len(all) == 0
			for _, m := range all {
				report(c.at(), c.key(), quote(c.Text[m.Start:m.End])+" in "+quote(c.Text), list.wanted(m.Entry))
			}
		})
	},
}

// codes are what stands in a page for programs: ids in fields and shortcodes, and addresses of links.
var codes = regexp.MustCompile(`(?m)^(sources|indicators|countries|shared) = .*$|\{\{< /?(fact|source|term|printed|count)\b[^>]*>\}\}|\]\([^)\n]*\)`)

// outside leaves out the matches that lie in what a pattern matches.
func outside(pattern *regexp.Regexp, data []byte, all []wording.Match) []wording.Match {
	if len(all) == 0 {
		return nil
	}
	spans := pattern.FindAllIndex(data, -1)
	return slices.DeleteFunc(all, func(m wording.Match) bool {
		return slices.ContainsFunc(spans, func(span []int) bool { return span[0] <= m.Start && m.End <= span[1] })
	})
}

// wordList is the list of a language with what is written instead.
type wordList struct {
	wording.List
	instead map[string]string
}

func (l wordList) wanted(entry string) string { return quote(l.instead[entry]) + " or words like it" }

// wordLists gives the words that are not written, by language.
func wordLists(d *dataset.Dataset) map[string]wordList {
	lists := map[string]wordList{}
	for _, lang := range dataset.Languages {
		var entries []string
		instead := map[string]string{}
		for _, w := range d.Wordings {
			if w.Lang == lang {
				entries = append(entries, w.Avoid)
				instead[w.Avoid] = w.Instead
			}
		}
		lists[lang] = wordList{wording.New(entries), instead}
	}
	return lists
}

// written tells whether a column holds sentences of the people who keep the data.
func written(c *dataset.Column) bool {
	return slices.Contains([]string{"note", "reason", "measure", "name", "definition", "translation"}, c.Name)
}

// cellLang gives the language of a cell: that of its row, where rows have one or of its file, else English.
func cellLang(c *cell) string {
	if lang := c.table.Cell(c.row, "lang").Text; lang != "" {
		return lang
	}
	if name, ok := strings.CutPrefix(c.table.File, dataset.RemarksFolder); ok {
		return strings.TrimSuffix(name, ".csv")
	}
	return dataset.Languages[0]
}
