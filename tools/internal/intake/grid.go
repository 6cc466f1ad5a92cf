package intake

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
)

// Grid is a table as a file holds it: trimmed cells with their places, of a spreadsheet the
// row and the column, both counted from 1. Rows without a cell are left out.
type Grid struct {
	File string
	Rows [][]csvfile.Cell
}

// What is read of one file at most. A workbook of a few kilobytes can unpack to gigabytes, and a single cell
// far to the right makes a row of thousands.
const (
	MaxFile    = 32 << 20 // bytes, packed and unpacked
	MaxRows    = 100_000  // of a sheet
	MaxColumns = 1_000
)

func (g Grid) at(c csvfile.Cell) csvfile.Pos {
	return csvfile.Pos{File: g.File, Line: c.Line, Col: c.Col}
}

// Open reads a file by its ending: .xlsx as a workbook, of which sheet names the one wanted (the
// first if empty), anything else as CSV with commas, semicolons or tabs.
func Open(name, sheet string, data []byte) (Grid, error) {
	switch {
	case len(data) > MaxFile:
		return Grid{}, fmt.Errorf("%s: %d bytes; at most %d are read", name, len(data), MaxFile)
	case strings.EqualFold(filepath.Ext(name), ".xlsx"):
		return readXLSX(name, sheet, data)
	}
	return readCSV(name, data)
}

// readCSV is lenient with quotation marks: AIDSinfo's own files leave them unescaped.
func readCSV(name string, data []byte) (Grid, error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	g, lines := Grid{File: name}, bytes.Split(data, []byte("\n"))
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = separator(data), -1, true
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return g, nil
		}
		if err != nil {
			return g, fmt.Errorf("%s: %w", name, err)
		}
		row := make([]csvfile.Cell, len(record))
		for i, text := range record {
			line, col := r.FieldPos(i)
			before := lines[line-1][:min(col-1, len(lines[line-1]))]
			row[i] = csvfile.Cell{Text: strings.TrimSpace(text), Line: line, Col: utf8.RuneCount(before) + 1}
		}
		g.Rows = append(g.Rows, row)
	}
}

// separator gives the character that is most frequent among those that part cells.
func separator(data []byte) rune {
	return slices.MaxFunc([]rune{',', ';', '\t'}, func(a, b rune) int {
		return bytes.Count(data, []byte(string(a))) - bytes.Count(data, []byte(string(b)))
	})
}

func readXLSX(name, sheet string, data []byte) (g Grid, err error) {
	g.File = name
	book, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: MaxFile, UnzipXMLSizeLimit: MaxFile})
	if err != nil {
		return g, fmt.Errorf("%s: %w", name, err)
	}
	defer func() { err = errors.Join(err, book.Close()) }()
	all := book.GetSheetList()
	if sheet == "" && len(all) > 0 {
		sheet = all[0]
	}
	if !slices.Contains(all, sheet) {
		return g, fmt.Errorf("%s: no sheet %q; it has %s", name, sheet, strings.Join(all, ", "))
	}
	rows, err := book.Rows(sheet)
	if err != nil {
		return g, fmt.Errorf("%s: %w", name, err)
	}
	for line := 0; rows.Next(); line++ {
		cells, err := rows.Columns()
		if err == nil && len(cells) > 0 && (line >= MaxRows || len(cells) > MaxColumns) {
			err = fmt.Errorf("row %d of sheet %s has %d columns; at most %d rows and %d columns are read", line+1, sheet, len(cells), MaxRows, MaxColumns)
		}
		if err != nil {
			return g, errors.Join(fmt.Errorf("%s: %w", name, err), rows.Close())
		}
		if len(cells) == 0 { // sheets formatted far beyond their table are common
			continue
		}
		row := make([]csvfile.Cell, len(cells))
		for i, text := range cells {
			row[i] = csvfile.Cell{Text: strings.TrimSpace(text), Line: line + 1, Col: i + 1}
		}
		g.Rows = append(g.Rows, row)
	}
	if err := rows.Close(); err != nil { // such as a row number that no sheet can have
		return g, fmt.Errorf("%s: %w", name, err)
	}
	return g, nil
}

// header is the line that names columns.
type header struct {
	cells []csvfile.Cell
	file  string
}

// header gives the first line of a file that must name some columns.
func (r *reader) header(g Grid, wanted ...string) (header, bool) {
	head := header{file: g.File}
	if len(g.Rows) > 0 {
		head.cells = g.Rows[0]
	}
	for _, name := range wanted {
		if head.index(name) < 0 {
			r.stop(csvfile.Pos{File: g.File, Line: 1, Col: 1}, "import-header", "no column "+name, "the columns "+strings.Join(wanted, ", "))
			return head, false
		}
	}
	return head, true
}

// index gives the place of a column, or -1. Case does not count: exports differ in it.
func (h header) index(name string) int {
	return slices.IndexFunc(h.cells, func(c csvfile.Cell) bool { return strings.EqualFold(c.Text, name) })
}

// text gives a row's cell in a column, empty where there is none.
func (h header) text(row []csvfile.Cell, name string) string {
	if i := h.index(name); i >= 0 && i < len(row) {
		return row[i].Text
	}
	return ""
}

// at gives the place of a row's cell in a column.
func (h header) at(row []csvfile.Cell, name string) csvfile.Pos {
	c := row[0]
	if i := h.index(name); i >= 0 && i < len(row) {
		c = row[i]
	}
	return csvfile.Pos{File: h.file, Line: c.Line, Col: c.Col}
}
