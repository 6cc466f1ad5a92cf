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

func (c *cell) at() csvfile.Pos { return c.table.At(c.Cell) }

// key names the cell's row for the list of exceptions.
func (c *cell) key() string { return dataset.RowOf(c.table, c.row).Key() }

// eachCell visits, column by column, the cells of the columns that are wanted. The header
// is not visited, nor is what stands beyond it in rows that are too long.
func eachCell(d *dataset.Dataset, wanted func(*dataset.Column) bool, visit func(*cell)) {
	for _, t := range d.Tables {
		eachCellOf(t, wanted, visit)
	}
}

// eachForeignCell visits the cells with letters beyond ASCII. Most files have none, and are
// not looked into.
func eachForeignCell(d *dataset.Dataset, visit func(*cell)) {
	for _, t := range d.Tables {
		if !isASCII(d.Raw[t.File]) {
			eachCellOf(t, every, func(c *cell) {
				if !isASCII(c.Text) {
					visit(c)
				}
			})
		}
	}
}

func eachCellOf(t *csvfile.Table, wanted func(*dataset.Column) bool, visit func(*cell)) {
	spec, _ := dataset.FileFor(t.File)
	for i, head := range t.Header {
		column, known := spec.Column(head.Text)
		if !known {
			column.Name = head.Text
		}
		if !wanted(&column) {
			continue
		}
		c := cell{column: &column, table: t}
		for row, cells := range t.Rows {
			if i < len(cells) {
				c.Cell, c.row = cells[i], row
				visit(&c)
			}
		}
	}
}

// One of these narrows eachCell to some columns.

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
func isASCII[T string | []byte](s T) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
