package dataset

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"slices"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
)

// Less tells whether row i of a table belongs before row j in the order of the file's key.
func Less(t *csvfile.Table, spec File, i, j int) bool { return compare(t, spec, i, j) < 0 }

// compare orders two rows by the key columns, whole numbers by size and all else by text.
func compare(t *csvfile.Table, spec File, i, j int) int {
	for _, name := range spec.Key {
		a, b := t.Cell(i, name).Text, t.Cell(j, name).Text
		c, _ := spec.Column(name)
		order := strings.Compare(a, b)
		if c.Type == Integer || c.Type == Period {
			order = cmp.Or(cmp.Compare(len(a), len(b)), order)
		}
		if order != 0 {
			return order
		}
	}
	return 0
}

// Canonical writes a table as its file should stand: columns in their order, rows by key,
// cells trimmed, quotes only where needed, UTF-8 without mark, LF. It never changes a value.
// Columns that the file's description does not know are kept at the end.
func Canonical(t *csvfile.Table) ([]byte, error) {
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
			record[c] = strings.TrimSpace(t.Cell(i, name).Text)
		}
		err = cmp.Or(err, w.Write(record))
	}
	w.Flush()
	return out.Bytes(), cmp.Or(err, w.Error())
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
