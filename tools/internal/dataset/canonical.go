package dataset

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
)

// Less tells whether row i of a table belongs before row j in the order of the file's key.
func Less(t *csvfile.Table, spec File, i, j int) bool { return compare(t, spec, i, j) < 0 }

// compare orders two rows by the key columns, whole numbers by size and all else by text.
func compare(t *csvfile.Table, spec File, i, j int) int {
	for _, name := range spec.Key {
		a, b := trimmed(t, i, name), trimmed(t, j, name)
		if a == b {
			continue
		}
		order := strings.Compare(a, b)
		if c, _ := spec.Column(name); c.Type == Integer || c.Type == Period {
			order = cmp.Or(cmp.Compare(len(a), len(b)), order)
		}
		return order
	}
	return 0
}

func trimmed(t *csvfile.Table, row int, column string) string {
	return strings.TrimSpace(t.Cell(row, column).Text)
}

// Canonical writes a table as its file should stand: columns in their order, rows by key,
// cells trimmed, quotes only where needed, UTF-8 without mark, LF. It never changes a value.
// Columns that the file's description does not know are kept at the end. A table that could
// not be written without losing something is refused.
func Canonical(t *csvfile.Table) ([]byte, error) {
	if err := lossless(t); err != nil {
		return nil, err
	}
	spec, _ := FileFor(t.File)
	columns := columnOrder(t, spec)
	order := make([]int, len(t.Rows))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return compare(t, spec, i, j) })
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	err := w.Write(columns)
	for _, i := range order {
		record := make([]string, len(columns))
		for c, name := range columns {
			record[c] = trimmed(t, i, name)
		}
		err = cmp.Or(err, w.Write(record))
	}
	w.Flush()
	return out.Bytes(), cmp.Or(err, w.Error())
}

// lossless tells why writing the table anew would drop or change a cell.
func lossless(t *csvfile.Table) error {
	if len(t.Faults) > 0 {
		return fmt.Errorf("%s: %s; repair it first", t.Faults[0].Pos, t.Faults[0].Found)
	}
	if len(t.Header) < 2 {
		return fmt.Errorf("%s:1:1: no header of two columns or more; restore it first", t.File)
	}
	for i, c := range t.Header {
		if slices.ContainsFunc(t.Header[:i], func(b csvfile.Cell) bool { return b.Text == c.Text }) {
			return fmt.Errorf("%s: column %q stands twice; remove one first", t.At(c), c.Text)
		}
	}
	for _, row := range append([][]csvfile.Cell{t.Header}, t.Rows...) {
		if len(row) != len(t.Header) {
			return fmt.Errorf("%s: %d cells under %d columns; repair it first", t.At(row[0]), len(row), len(t.Header))
		}
		for _, c := range row {
			if strings.Contains(c.Text, "\r") {
				return fmt.Errorf("%s: a carriage return inside a cell; remove it first", t.At(c))
			}
		}
	}
	return nil
}

func columnOrder(t *csvfile.Table, spec File) []string {
	var columns []string
	for _, c := range spec.Columns {
		if t.Has(c.Name) {
			columns = append(columns, c.Name)
		}
	}
	for _, c := range t.Header {
		if !slices.Contains(columns, c.Text) {
			columns = append(columns, c.Text)
		}
	}
	return columns
}
