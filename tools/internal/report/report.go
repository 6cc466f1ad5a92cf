// Package report prints tables and findings for terminals and for other programs.
package report

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"
)

// Column is one column of a table.
type Column struct {
	Title string
	// Number aligns the column to the right.
	Number bool
}

// Table is what a command prints: a title line, columns, rows, and remarks below.
type Table struct {
	Title   string
	Columns []Column
	// Rows hold one cell for each column. Without rows only title and remarks are printed; a
	// column in which no row has anything is left out.
	Rows    [][]string
	Remarks []string
}

// Style says how to print.
type Style struct {
	// Width is the widest line in characters; 0 sets no limit and wraps nothing, as suits a
	// file or a pipe.
	Width int
	// Colour allows ANSI colours.
	Colour bool
}

// Print writes tables with an empty line between two.
func (s Style) Print(w io.Writer, tables ...Table) error {
	for i, t := range tables {
		text, err := s.text(t)
		if err != nil {
			return fmt.Errorf("table %q: %w", t.Title, err)
		}
		if i > 0 {
			text = "\n" + text
		}
		if _, err := io.WriteString(w, text); err != nil {
			return err
		}
	}
	return nil
}

func (s Style) text(t Table) (string, error) {
	var out strings.Builder
	if t.Title != "" {
		out.WriteString(s.Bold(s.wrap(Printable(t.Title))) + "\n")
	}
	if len(t.Rows) > 0 {
		body, err := s.body(filled(t))
		if err != nil {
			return "", err
		}
		out.WriteString(body)
	}
	for _, remark := range t.Remarks {
		out.WriteString(s.wrap(Printable(remark)) + "\n")
	}
	return out.String(), nil
}

// filled leaves out the columns in which no row has anything, and makes cells printable.
func filled(t Table) Table {
	keep := func(column int) bool {
		return slices.ContainsFunc(t.Rows, func(row []string) bool { return row[column] != "" })
	}
	out := Table{Rows: make([][]string, len(t.Rows))}
	for i, c := range t.Columns {
		if !keep(i) {
			continue
		}
		out.Columns = append(out.Columns, c)
		for r, row := range t.Rows {
			out.Rows[r] = append(out.Rows[r], Printable(row[i]))
		}
	}
	return out
}

// body lays out header and rows; it is put together in memory so that no line ends in spaces.
func (s Style) body(t Table) (string, error) {
	var raw bytes.Buffer
	table := tablewriter.NewTable(&raw, s.options(t)...)
	table.Header(titles(t.Columns))
	if err := table.Bulk(t.Rows); err != nil {
		return "", err
	}
	if err := table.Render(); err != nil {
		return "", err
	}
	var out strings.Builder
	mark := s.Bold
	for line := range strings.Lines(raw.String()) {
		line = strings.TrimRight(line, " \n")
		if strings.HasPrefix(line, underline) {
			line, mark = s.Dim(strings.TrimSuffix(line, underline+underline)), unmarked
		}
		out.WriteString(mark(line) + "\n")
	}
	return out.String(), nil
}

const (
	underline = "─"  // makes the line under the header
	gap       = "  " // stands between two columns
)

func (s Style) options(t Table) []tablewriter.Option {
	align := make(tw.Alignment, len(t.Columns))
	for i, c := range t.Columns {
		align[i] = tw.AlignLeft
		if c.Number {
			align[i] = tw.AlignRight
		}
	}
	cell := tw.CellConfig{
		Alignment:  tw.CellAlignment{Global: tw.AlignLeft, PerColumn: align},
		Formatting: tw.CellFormatting{AutoFormat: tw.Off, AutoWrap: tw.WrapNormal},
		Padding:    tw.CellPadding{Global: tw.Padding{Right: gap, Overwrite: true}},
	}
	return []tablewriter.Option{
		tablewriter.WithRenderer(renderer.NewBlueprint(plain())),
		tablewriter.WithConfig(tablewriter.Config{Header: cell, Row: cell}),
		tablewriter.WithColumnWidths(s.fit(t)),
		// The same table must come out the same whatever the locale of the terminal.
		tablewriter.WithEastAsian(tw.Off),
	}
}

// plain has no borders: spaces between columns and one line under the header.
func plain() tw.Rendition {
	return tw.Rendition{
		Borders: tw.BorderNone,
		Symbols: tw.NewSymbolCustom("plain").WithRow(underline).WithCenter(underline),
		Settings: tw.Settings{
			Separators: tw.Separators{BetweenColumns: tw.Off, BetweenRows: tw.Off},
			Lines:      tw.Lines{ShowHeaderLine: tw.On, ShowTop: tw.Off, ShowBottom: tw.Off},
		},
	}
}

func unmarked(text string) string { return text }

// Printable replaces the control characters of a text: data must not steer the terminal.
func Printable(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return unicode.ReplacementChar
		}
		return r
	}, text)
}

func titles(columns []Column) []string {
	all := make([]string, len(columns))
	for i, c := range columns {
		all[i] = c.Title
	}
	return all
}
