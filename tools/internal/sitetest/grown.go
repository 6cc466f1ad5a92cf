package sitetest

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing/fstest"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// Grown gives the data of the checkout at root in memory, with every observation several times,
// each from a source of its own. It keeps the rules, so that a benchmark shows how time and memory
// grow with good data.
func Grown(root string, times int) (fstest.MapFS, error) {
	files, err := memory(os.DirFS(root), "data", "content")
	if err != nil {
		return nil, fmt.Errorf("grown data set: %w", err)
	}
	for name, file := range files {
		if name != "data/sources.csv" && !strings.HasPrefix(name, "data/observations/") {
			continue
		}
		if file.Data, err = grow(name, file.Data, times); err != nil {
			return nil, fmt.Errorf("grown data set: %s: %w", name, err)
		}
	}
	return files, nil
}

// copied tells how the cells of a copy differ, by column.
var copied = map[string]string{"source": "%s-copy%d", "id": "%s-copy%d", "title": "%s, copy %d"}

// grow repeats the rows of a file and puts them in order.
func grow(name string, data []byte, times int) ([]byte, error) {
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	err = w.Write(rows[0])
	for n := range times {
		for _, row := range rows[1:] {
			err = errors.Join(err, w.Write(copyOf(row, rows[0], n)))
		}
	}
	w.Flush()
	if err := errors.Join(err, w.Error()); err != nil {
		return nil, err
	}
	return dataset.Canonical(csvfile.Read(name, out.Bytes()))
}

// copyOf gives copy n of a row; the first is the row itself.
func copyOf(row, header []string, n int) []string {
	if n == 0 {
		return row
	}
	row = slices.Clone(row)
	for i, column := range header {
		if form, ok := copied[column]; ok {
			row[i] = fmt.Sprintf(form, row[i], n)
		}
	}
	return row
}
