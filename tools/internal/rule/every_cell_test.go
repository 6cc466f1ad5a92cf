package rule

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// faultsOfAnyCell are mistakes that must be found wherever they are made, with a rule that
// must find them.
var faultsOfAnyCell = []struct {
	name, rule string
	spoil      func(string) string
}{
	{"space behind", "spaces", func(s string) string { return s + " x " }},
	{"direction control", "control-character", func(s string) string { return s + "x\u202e" }},
	{"line break", "control-character", func(s string) string { return s + "x\ny" }},
	{"formula", "formula", func(string) string { return "=1+1" }},
	{"tag", "markup", func(string) string { return "<b>x</b>" }},
	{"Cyrillic letter", "mixed-script", func(s string) string { return s + "xа" }},
	{"decomposed letter", "not-nfc", func(s string) string { return s + "e\u0301" }},
	{"wrong encoding", "mojibake", func(string) string { return "CÃ´te" }},
	{"path", "local-path", func(string) string { return "/home/ana/x" }},
	{"too long", "cell-length", func(s string) string { return s + strings.Repeat("x", 700) }},
}

// TestEveryCellOfEveryFileIsGuarded spoils, one by one, a cell of each column of each file
// and holds that the finding names that very cell.
func TestEveryCellOfEveryFileIsGuarded(t *testing.T) {
	whole := everyFileHasARow()
	spoilt := 0
	for _, table := range dataset.Load(whole).Tables {
		for column, head := range table.Header {
			for _, fault := range faultsOfAnyCell {
				at, fsys := spoil(t, whole, table, column, fault.spoil)
				found := false
				for _, f := range checked(dataset.Load(fsys), All()) {
					found = found || f.Rule == fault.rule && f.Pos == at
				}
				if !found {
					t.Errorf("%s, column %s: no finding of %s at %s", fault.name, head.Text, fault.rule, at)
				}
				spoilt++
			}
		}
	}
	if spoilt < 800 {
		t.Errorf("only %d faults were tried", spoilt)
	}
}

// TestEveryRequiredCellIsMissed empties each required cell.
func TestEveryRequiredCellIsMissed(t *testing.T) {
	whole := everyFileHasARow()
	for _, table := range dataset.Load(whole).Tables {
		spec, _ := dataset.FileFor(table.File)
		for column, head := range table.Header {
			if c, _ := spec.Column(head.Text); !c.Required {
				continue
			}
			at, fsys := spoil(t, whole, table, column, func(string) string { return "" })
			if findings := checked(dataset.Load(fsys), []Rule{emptyCell}); len(findings) != 1 || findings[0].Pos != at {
				t.Errorf("column %s: got %v; want one finding at %s", head.Text, findings, at)
			}
		}
	}
}

// everyFileHasARow is tiny with an exception, so that every column has a cell.
func everyFileHasARow() fstest.MapFS {
	fsys := tinyFS()
	fsys[exceptionFile] = &fstest.MapFile{Data: []byte("rule,file,key,reason\nvalue,data/observations/nsp.csv,KEN,It is right.\n")}
	return fsys
}

// spoil changes one cell of a table's first row and tells where it stands.
func spoil(t *testing.T, whole fstest.MapFS, table *csvfile.Table, column int, change func(string) string) (csvfile.Pos, fstest.MapFS) {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, file := range whole {
		fsys[name] = file
	}
	lines := strings.SplitAfter(string(whole[table.File].Data), "\n")
	var cells []string
	for i, c := range table.Rows[0] {
		text := c.Text
		if i == column {
			text = change(text)
		}
		if strings.ContainsAny(text, "\n,") {
			text = `"` + text + `"`
		}
		cells = append(cells, text)
	}
	lines[1] = strings.Join(cells, ",") + "\n"
	fsys[table.File] = &fstest.MapFile{Data: []byte(strings.Join(lines, ""))}
	return table.At(table.Rows[0][column]), fsys
}
