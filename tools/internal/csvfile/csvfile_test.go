package csvfile

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCellsKnowTheirPlace(t *testing.T) {
	for _, c := range []struct {
		name, data string
		row        int
		column     string
		want       Cell
	}{
		{"plain", "a,b\n1,2\n", 0, "b", Cell{"2", 2, 3}},
		{"after a byte order mark", "\ufeffa,b\n1,2\n", 0, "a", Cell{"1", 2, 1}},
		{"CR LF", "a,b\r\n1,2\r\n", 0, "b", Cell{"2", 2, 3}},
		{"after a quoted newline", "a,b\n\"x\ny\",2\n3,4\n", 1, "b", Cell{"4", 4, 3}},
		{"cell that starts after a quoted newline", "a,b\n\"x\ny\",2\n", 0, "b", Cell{"2", 3, 4}},
		{"columns count characters, not bytes", "a,b\nCôte,2\n", 0, "b", Cell{"2", 2, 6}},
		{"quoted cell begins at its quote", "a,b\n\"x, y\",2\n", 0, "a", Cell{"x, y", 2, 1}},
		{"row too short", "a,b\n1\n", 0, "b", Cell{"", 2, 1}},
		{"column unknown", "a,b\n1,2\n", 0, "z", Cell{"", 2, 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			table := Read("x.csv", []byte(c.data))
			if diff := cmp.Diff(c.want, table.Cell(c.row, c.column)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestFaultsAreFoundWhereTheyBegin(t *testing.T) {
	for _, c := range []struct{ name, data, at, found string }{
		{"unclosed quote", "a,b\n1,2\n3,\"x\n4,5\n", "x.csv:3:3", "never closed"},
		{"unclosed quote after a closed one", "a,b\n\"1\",\"2\n", "x.csv:2:5", "never closed"},
		{"doubled quotes do not close", "a,b\n1,\"x \"\"y\n", "x.csv:2:3", "never closed"},
		{"unclosed quote before a quoted cell further down", "a,b\n1,\"x\n3,\"y\"\n", "x.csv:2:3", "never closed"},
		{"stray quote", "a,b\n1,x\"y\n", "x.csv:2:4", "stray"},
		{"text after a closing quote", "a,b\n1,\"x\"y\n", "x.csv:2:5", "stray"},
		{"not UTF-8", "a,b\n1,\xff\n", "x.csv:2:3", "0xff"},
	} {
		t.Run(c.name, func(t *testing.T) {
			faults := Read("x.csv", []byte(c.data)).Faults
			if len(faults) != 1 || faults[0].Pos.String() != c.at || !strings.Contains(faults[0].Found, c.found) {
				t.Errorf("got %v; want one at %s about %q", faults, c.at, c.found)
			}
		})
	}
}

func TestAFaultLosesOnlyItsLine(t *testing.T) {
	table := Read("x.csv", []byte("a,b\n1,x\"y\n3,4\n"))
	if len(table.Faults) != 1 || len(table.Rows) != 1 || table.Cell(0, "b").Text != "4" {
		t.Errorf("got %d faults and rows %v; want one fault and the row 3,4", len(table.Faults), table.Rows)
	}
}

func TestMarksOfTheFile(t *testing.T) {
	plain, dos := Read("x", []byte("a\n1\n")), Read("x", []byte("\ufeffa\r\n1\r\n"))
	if plain.BOM || plain.CRLF || !dos.BOM || !dos.CRLF {
		t.Errorf("BOM and CRLF: plain %v %v, dos %v %v", plain.BOM, plain.CRLF, dos.BOM, dos.CRLF)
	}
	if !dos.Has("a") || dos.Has("b") {
		t.Error("the header after a byte order mark is not recognised")
	}
}

// FuzzRead holds that no input panics and that every cell lies inside its file.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{"", "a,b\n1,2\n", "\ufeffa\r\n\"x\ny\",z", "\"", "a\n\"\"\"", "a,b\n\xff\n", "a\n\n\nb\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		table := Read("x.csv", data)
		lines := strings.Count(string(data), "\n") + 1
		for i := range table.Rows {
			for _, c := range table.Rows[i] {
				if c.Line < 1 || c.Line > lines || c.Col < 1 {
					t.Fatalf("cell %q at %d:%d of %d lines", c.Text, c.Line, c.Col, lines)
				}
			}
			table.Cell(i, "a")
		}
	})
}
