// Package csvfile reads a CSV file and remembers where every cell stands.
package csvfile

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// Pos is a place in a file: line and column count from 1, the column in characters.
type Pos struct {
	File      string
	Line, Col int
}

// String gives "file:line:col", the form that editors and terminals turn into a link.
func (p Pos) String() string { return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col) }

// Cell is one field with the place where it begins.
type Cell struct {
	Text      string
	Line, Col int
}

// Fault is something that keeps a file from being read as CSV.
type Fault struct {
	Pos
	Found, Want string
}

// Table is a CSV file in memory. Rows do not include the header.
type Table struct {
	File   string
	Header []Cell
	Rows   [][]Cell
	// BOM tells that the file began with a byte order mark, CRLF that a line ended in CR LF.
	BOM, CRLF bool
	// Faults lists the lines that could not be read; they are missing from Rows.
	Faults  []Fault
	columns map[string]int
}

var bom = []byte("\xef\xbb\xbf")

// Read parses data as RFC 4180 CSV. It never fails as a whole: lines that cannot be read
// become Faults, and everything else is kept.
func Read(file string, data []byte) *Table {
	t := &Table{File: file, CRLF: bytes.Contains(data, []byte("\r\n")), columns: map[string]int{}}
	data, t.BOM = bytes.CutPrefix(data, bom)
	if !utf8.Valid(data) {
		t.Faults = append(t.Faults, notUTF8(file, data))
		return t
	}
	t.read(data)
	for i, c := range t.Header {
		if _, twice := t.columns[c.Text]; !twice {
			t.columns[c.Text] = i
		}
	}
	return t
}

func (t *Table) read(data []byte) {
	lines := lineStarts(data)
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord = -1
	for {
		record, err := r.Read()
		if err == io.EOF {
			return
		}
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			t.Faults = append(t.Faults, t.fault(data, lines, bad))
			continue
		}
		t.add(record, r, data, lines)
	}
}

func (t *Table) add(record []string, r *csv.Reader, data []byte, lines []int) {
	row := make([]Cell, len(record))
	for i, text := range record {
		line, col := r.FieldPos(i)
		row[i] = Cell{text, line, characters(data, lines, line, col)}
	}
	if t.Header == nil {
		t.Header = row
		return
	}
	t.Rows = append(t.Rows, row)
}

// Has tells whether the header names the column.
func (t *Table) Has(column string) bool {
	_, ok := t.columns[column]
	return ok
}

// Cell gives the named cell of a row; a row that is too short, or a table without the
// column, gives an empty cell at the row's first place.
func (t *Table) Cell(row int, column string) Cell {
	cells := t.Rows[row]
	i, ok := t.columns[column]
	if !ok || i >= len(cells) {
		return Cell{"", cells[0].Line, cells[0].Col}
	}
	return cells[i]
}

// At gives the place of a cell.
func (t *Table) At(c Cell) Pos { return Pos{t.File, c.Line, c.Col} }

func (t *Table) fault(data []byte, lines []int, bad *csv.ParseError) Fault {
	if errors.Is(bad.Err, csv.ErrQuote) {
		if line, col, unclosed := openQuote(data, lines, bad); unclosed || line < bad.Line {
			return Fault{Pos{t.File, line, characters(data, lines, line, col)},
				"a quotation mark that is never closed", `a closing " or none at all`}
		}
	}
	return Fault{Pos{t.File, bad.Line, characters(data, lines, bad.Line, bad.Column)},
		"a stray quotation mark", `quotes around the whole cell, with "" for each quote inside`}
}

// openQuote finds the quotation mark that opens the cell in which the reader stumbled;
// encoding/csv only tells where it did: at the end of the file, or at the next quotation mark
// further down. Line is that of the stumble itself if no quote opens before it; unclosed tells
// that the cell is still open there.
func openQuote(data []byte, lines []int, bad *csv.ParseError) (line, col int, unclosed bool) {
	begin, end := lines[bad.StartLine-1], min(lines[min(bad.Line, len(lines))-1]+bad.Column, len(data))
	open, inside := -1, false
	for i := begin; i < end; i++ {
		switch {
		case data[i] == '"' && !inside && (i == begin || data[i-1] == ',' || data[i-1] == '\n'):
			open, inside = i, true
		case data[i] == '"' && inside && i+1 < len(data) && data[i+1] == '"':
			i++
		case data[i] == '"':
			inside = false
		}
	}
	if open < 0 {
		return bad.Line, bad.Column, false
	}
	line = bytes.Count(data[:open], []byte("\n")) + 1
	return line, open - lines[line-1] + 1, inside
}

func notUTF8(file string, data []byte) Fault {
	good := 0
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			good = i
			break
		}
		i += size
	}
	line := bytes.Count(data[:good], []byte("\n")) + 1
	begin := bytes.LastIndexByte(data[:good], '\n') + 1
	return Fault{Pos{file, line, utf8.RuneCount(data[begin:good]) + 1},
		fmt.Sprintf("byte 0x%02x, which is not UTF-8", data[good]), "the file saved as UTF-8"}
}

// lineStarts gives the offset at which each line begins.
func lineStarts(data []byte) []int {
	starts := []int{0}
	for i, b := range data {
		if b == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// characters turns a column in bytes into one in characters.
func characters(data []byte, lines []int, line, col int) int {
	begin := lines[line-1]
	end := min(begin+col-1, len(data))
	return utf8.RuneCount(data[begin:end]) + 1
}
