package rule

import (
	"bytes"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// faults passes on what the reader found under a rule's name.
func faults(name string) func(*dataset.Dataset, Report) {
	return func(d *dataset.Dataset, report Report) {
		for _, f := range d.Faults {
			if f.Rule == name {
				report(f.Pos, "", f.Found, f.Want)
			}
		}
	}
}

// edited gives the files that people write, sorted: not those of other publishers.
func edited(d *dataset.Dataset) []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(d.Raw)), func(name string) bool {
		return !slices.Contains([]string{".csv", ".toml", ".md"}, path.Ext(name))
	})
}

// fmtDoes adds the command that repairs a file; it writes only CSV.
func fmtDoes(file string) string {
	if strings.HasSuffix(file, ".csv") {
		return byFmt
	}
	return ""
}

// place gives the place of a byte in a file.
func place(file string, data []byte, offset int) csvfile.Pos {
	begin := bytes.LastIndexByte(data[:offset], '\n') + 1
	return csvfile.Pos{File: file, Line: bytes.Count(data[:begin], []byte("\n")) + 1, Col: utf8.RuneCount(data[begin:offset]) + 1}
}

// start is the place of what concerns a file as a whole.
func start(file string) csvfile.Pos { return csvfile.Pos{File: file, Line: 1, Col: 1} }

// Field gives the place of a key's line in a TOML file, or the start of the file.
func Field(d *dataset.Dataset, file, key string) csvfile.Pos {
	line := 0
	for text := range bytes.Lines(d.Raw[file]) {
		line++
		name, _, found := strings.Cut(string(text), "=")
		if found && strings.Trim(strings.TrimSpace(name), `"`) == key {
			return csvfile.Pos{File: file, Line: line, Col: 1}
		}
	}
	return start(file)
}

// sortedKeys gives the keys of a map in a stable order.
func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
