package rule

import (
	"fmt"
	"hash/maphash"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var duplicateRow = Rule{
	Name:  "duplicate-row",
	Level: Error,
	About: "A statement must stand once; pasted twice, one source would count as two.",
	Check: func(d *dataset.Dataset, report Report) {
		eachHeader(d, func(t *csvfile.Table, spec dataset.File) {
			if first := spec.Columns[0].Name; len(spec.Key) < 2 || first == "id" {
				return
			}
			rows := map[uint64]int{}
			key := newRowKey(t, spec.Key)
			for i := range t.Rows {
				id := key.hash(i)
				if before, twice := rows[id]; twice && key.same(before, i) {
					report(t.At(t.Rows[i][0]), "", fmt.Sprintf("the same row as line %d by %s", t.Rows[before][0].Line, strings.Join(spec.Key, ", ")), "one row")
				} else {
					rows[id] = i
				}
			}
		})
	},
}

// rowKey compares the rows of a table by some of its columns.
type rowKey struct {
	table   *csvfile.Table
	columns []int
	seed    maphash.Seed
}

func newRowKey(t *csvfile.Table, names []string) rowKey {
	k := rowKey{table: t, seed: maphash.MakeSeed()}
	for _, name := range names {
		for i, head := range t.Header {
			if head.Text == name {
				k.columns = append(k.columns, i)
				break
			}
		}
	}
	return k
}

func (k rowKey) text(row, column int) string {
	if cells := k.table.Rows[row]; column < len(cells) {
		return cells[column].Text
	}
	return ""
}

func (k rowKey) hash(row int) uint64 {
	var sum uint64
	for _, c := range k.columns {
		sum = sum*31 + maphash.String(k.seed, k.text(row, c))
	}
	return sum
}

func (k rowKey) same(a, b int) bool {
	for _, c := range k.columns {
		if k.text(a, c) != k.text(b, c) {
			return false
		}
	}
	return true
}
