package rule

import (
	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// cell is one cell of a data file with the description of its column.
type cell struct {
	csvfile.Cell
	// column is the cell's description; its Type is empty where the file's description
	// does not know the column.
	column *dataset.Column
	table  *csvfile.Table
	row    int
}

func (c cell) at() csvfile.Pos { return c.table.At(c.Cell) }

// key names the cell's row for the list of exceptions.
func (c cell) key() string { return dataset.RowOf(c.table, c.row).Key() }

// eachCell visits, column by column, the cells of the columns that are wanted. The header
// is not visited, nor is what stands beyond it in rows that are too long.
func eachCell(d *dataset.Dataset, wanted func(*dataset.Column) bool, visit func(cell)) {
	for _, t := range d.Tables {
		spec, _ := dataset.FileFor(t.File)
		for i, head := range t.Header {
			column, known := spec.Column(head.Text)
			if !known {
				column.Name = head.Text
			}
			if wanted(&column) {
				eachRow(t, i, func(row int, c csvfile.Cell) { visit(cell{c, &column, t, row}) })
			}
		}
	}
}

func eachRow(t *csvfile.Table, column int, visit func(int, csvfile.Cell)) {
	for i, row := range t.Rows {
		if column < len(row) {
			visit(i, row[column])
		}
	}
}

// any of these narrows eachCell to some columns.

func every(*dataset.Column) bool { return true }

// prose tells whether a column holds words for readers, or is not described at all.
func prose(c *dataset.Column) bool { return c.Type == dataset.Text || c.Type == "" }

func ofType(types ...dataset.Type) func(*dataset.Column) bool {
	return func(c *dataset.Column) bool {
		for _, t := range types {
			if c.Type == t {
				return true
			}
		}
		return false
	}
}

// isASCII tells whether a text holds nothing that the rules on letters need to look at.
func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
