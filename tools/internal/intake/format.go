package intake

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
)

// readGHO reads an indicator of the Global Health Observatory as it is exported: fixed
// columns, and between COUNTRY and Display Value those that divide the indicator.
func readGHO(r *reader, g Grid) {
	head, ok := r.header(g, "GHO", "YEAR", "COUNTRY", "Display Value")
	if !ok {
		return
	}
	published, last := head.index("PUBLISHSTATE"), head.index("Display Value")
	for _, row := range g.Rows[1:] {
		code, text := head.text(row, "GHO"), head.text(row, "Display Value")
		if published >= 0 && head.text(row, "PUBLISHSTATE") != "PUBLISHED" {
			r.skip(code, "not published")
			continue
		}
		var items []string
		for i := head.index("COUNTRY") + 1; i < last && i < len(row); i++ {
			if row[i].Text != "" {
				items = append(items, row[i].Text)
			}
		}
		item := strings.Join(items, " ")
		column := strings.TrimSpace(code + " " + item)
		r.statement(row, cell{at: head.at(row, "Display Value"), text: text, country: head.text(row, "COUNTRY"), column: column}, head.text(row, "YEAR"), code, item)
	}
}

// readAIDSinfo reads the long form of AIDSinfo and the Key Populations Atlas, or one measure
// by area and year.
func readAIDSinfo(r *reader, g Grid) {
	if len(g.Rows) > 0 && len(g.Rows[0]) == 3 && g.Rows[0][0].Text == "year" && g.Rows[0][1].Text == "area" {
		readMeasure(r, g)
		return
	}
	head, ok := r.header(g, "Indicator", "Subgroup", "Area", "Time Period", "Data value")
	if !ok {
		return
	}
	for _, row := range g.Rows[1:] {
		title, group := head.text(row, "Indicator"), head.text(row, "Subgroup")
		r.statement(row, cell{at: head.at(row, "Data value"), text: head.text(row, "Data value"), country: head.text(row, "Area"),
			column: title + ", " + group}, head.text(row, "Time Period"), title, group)
	}
}

// readMeasure reads a file of three columns: year, area (a number) and one measure, whose name
// is its title and subgroup in lower case with underscores.
func readMeasure(r *reader, g Grid) {
	measure := g.Rows[0][2].Text
	title, group := r.measure(measure)
	for _, row := range g.Rows[1:] {
		if len(row) != 3 {
			continue
		}
		area, named := r.options.Areas[row[1].Text]
		if !named {
			r.stop(g.at(row[1]), "import-area", fmt.Sprintf("area %q", row[1].Text), "a number in the list of areas; give the list with --areas")
			continue
		}
		r.statement(row, cell{at: g.at(row[2]), text: row[2].Text, country: area, column: measure}, row[0].Text, title, group)
	}
}

// measure finds the heading that a measure is named after.
func (r *reader) measure(name string) (title, group string) {
	for _, h := range r.d.Headings {
		if h.Format == r.format && plain(h.Text+" "+h.Item) == plain(name) {
			return h.Text, h.Item
		}
	}
	return name, ""
}

// readEUDA reads a table of the statistical bulletin: lines of title, a header that begins
// with Country, and notes at the end. "… - N. clients" has its year in "… - Year".
func readEUDA(r *reader, g Grid) {
	for i, row := range g.Rows {
		if len(row) > 0 && row[0].Text == "Country" {
			r.bulletin(Grid{g.File, g.Rows[i:]})
			return
		}
	}
	r.stop(csvfile.Pos{File: g.File, Line: 1, Col: 1}, "import-header", "no line that begins with Country", "a table of the statistical bulletin")
}

func (r *reader) bulletin(g Grid) {
	head := header{g.Rows[0], g.File}
	for _, row := range g.Rows[1:] {
		if len(row) < 2 || row[0].Text == "" || row[1].Text == "" {
			continue // a note, or the end of the table
		}
		for i, h := range head.cells[1:] {
			measure, counted := strings.CutSuffix(h.Text, " - N. clients")
			if !counted || i+1 >= len(row) {
				continue
			}
			r.statement(row, cell{at: g.at(row[i+1]), text: row[i+1].Text, country: row[0].Text, column: h.Text},
				head.text(row, measure+" - Year"), h.Text, "")
		}
	}
}

// readSheet reads a table typed by hand. The first line that names an indicator is its head,
// the first column names countries.
func readSheet(r *reader, g Grid) {
	for i, row := range g.Rows {
		for _, c := range row {
			if len(r.headings(c.Text, "")) > 0 {
				r.sheet(Grid{g.File, g.Rows[i:]})
				return
			}
		}
	}
	r.stop(csvfile.Pos{File: g.File, Line: 1, Col: 1}, "import-header", "no line with a heading that data/headings.csv knows", "a line of headings such as NSP, OAT, DCR")
}

func (r *reader) sheet(g Grid) {
	for _, row := range g.Rows[1:] {
		if len(row) == 0 || row[0].Text == "" {
			continue
		}
		for i, h := range g.Rows[0][1:] {
			if i+1 < len(row) && h.Text != "" {
				r.statement(row, cell{at: g.at(row[i+1]), text: row[i+1].Text, country: row[0].Text, column: h.Text},
					strconv.Itoa(r.options.Period), h.Text, "")
			}
		}
	}
}

// statement takes a cell under all headings that speak of it.
func (r *reader) statement(row []csvfile.Cell, c cell, year, heading, item string) {
	all := r.headings(heading, item)
	if len(all) == 0 {
		r.skip(c.column, "not a heading in data/headings.csv")
		return
	}
	if c.text = strings.TrimSpace(strings.ReplaceAll(c.text, "\u00a0", " ")); silent[strings.ToLower(c.text)] {
		r.skip(c.column, "the source says nothing there")
		return
	}
	iso3, ok := r.country(c)
	if !ok {
		return
	}
	period, err := strconv.Atoi(year)
	if c.period = period; err != nil || period <= 0 {
		at := c.at
		at.Line, at.Col = row[0].Line, 1
		r.stop(at, "import-period", fmt.Sprintf("%q as year of %s", year, c.column), "a year")
		return
	}
	for _, h := range all {
		r.state(c, iso3, h)
	}
}
