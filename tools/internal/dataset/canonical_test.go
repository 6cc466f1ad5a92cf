package dataset_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

const exceptions = "data/exceptions.csv" // columns rule,file,key,reason; all of them text

func TestCanonical(t *testing.T) {
	for _, c := range []struct{ name, file, in, want string }{
		{"rows by key", exceptions, "rule,file,key,reason\nb,f,k,r\na,f,k,r\n", "rule,file,key,reason\na,f,k,r\nb,f,k,r\n"},
		{"columns in their order", exceptions, "reason,rule,file,key\nr,a,f,k\n", "rule,file,key,reason\na,f,k,r\n"},
		{"unknown columns are kept, at the end", exceptions, "extra,rule,file,key,reason\nx,a,f,k,r\n", "rule,file,key,reason,extra\na,f,k,r,x\n"},
		{"missing columns are not invented", exceptions, "key,rule\nk,a\n", "rule,key\na,k\n"},
		{"spaces around cells", exceptions, "rule,file,key,reason\n a, f ,k,\"r \"\n", "rule,file,key,reason\na,f,k,r\n"},
		{"rows are compared without the spaces", exceptions, "rule,file,key,reason\n b,f,k,r\na,f,k,r\n", "rule,file,key,reason\na,f,k,r\nb,f,k,r\n"},
		{"needless quotes", exceptions, "rule,file,key,reason\n\"a\",f,k,\"r, s\"\n", "rule,file,key,reason\na,f,k,\"r, s\"\n"},
		{"mark, CR LF, blank line, no last newline", exceptions, "\ufeffrule,file,key,reason\r\n\r\na,f,k,r", "rule,file,key,reason\na,f,k,r\n"},
		{"whole numbers by size", "data/regions.csv", "id,order,gshr_name\na,10,A\nb,9,B\n", "id,order,gshr_name\nb,9,B\na,10,A\n"},
		{"rows with one key keep their order", "data/regions.csv", "id,order,gshr_name\nz,1,Z\na,1,A\n", "id,order,gshr_name\nz,1,Z\na,1,A\n"},
		{"files of a folder share one description", "data/observations/nsp.csv", "period,country\n2020,KEN\n2018,KEN\n", "country,period\nKEN,2018\nKEN,2020\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := dataset.Canonical(csvfile.Read(c.file, []byte(c.in)))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, string(got)); diff != "" {
				t.Error(diff)
			}
			again, err := dataset.Canonical(csvfile.Read(c.file, got))
			if err != nil || !bytes.Equal(got, again) {
				t.Errorf("a second time gives %q, %v; want no change", again, err)
			}
		})
	}
}

func TestCanonicalRefusesToLoseAnything(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"a line that cannot be read", "a,b\n1,2\"\n", "x.csv:2:4: a stray quotation mark"},
		{"a row too long", "a,b\n1,2,3\n", "x.csv:2:1: 3 cells under 2 columns"},
		{"a row too short", "a,b\n1\n", "x.csv:2:1: 1 cells under 2 columns"},
		{"a column twice", "a,a\n1,2\n", `x.csv:1:3: column "a" stands twice`},
		{"nothing at all", "", "x.csv:1:1: no header"},
		{"one column, where an empty cell would be a blank line", "a\n\"\"\n", "x.csv:1:1: no header of two columns"},
		{"a carriage return inside a cell", "a,b\n1,\"x\ry\"\n", "x.csv:2:3: a carriage return"},
	} {
		t.Run(c.name, func(t *testing.T) {
			out, err := dataset.Canonical(csvfile.Read("x.csv", []byte(c.in)))
			if err == nil || !strings.HasPrefix(err.Error(), c.want) {
				t.Errorf("got %q, %v; want an error that begins %q", out, err, c.want)
			}
		})
	}
}

// FuzzCanonical holds that what is written reads back as the same rows, trimmed, and that
// writing it again changes nothing.
func FuzzCanonical(f *testing.F) {
	for _, seed := range []string{
		"rule,file,key,reason\nb,f,k,r\na,f,k,r\n", "\ufeffkey,rule\r\n k ,\"a\"\"b\"\r\n", "a,b\n\"x\ny\",\\.\n", "a,b\n\"\r\r\n\",2\n", "a,b\n\u00a0x,\u2003\n", "",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		before := csvfile.Read(exceptions, data)
		out, err := dataset.Canonical(before)
		if err != nil {
			return
		}
		after := csvfile.Read(exceptions, out)
		if diff := cmp.Diff(contents(before), contents(after)); diff != "" {
			t.Fatalf("%q became %q: %s", data, out, diff)
		}
		again, err := dataset.Canonical(after)
		if err != nil || !bytes.Equal(out, again) {
			t.Fatalf("%q became %q and then %q, %v", data, out, again, err)
		}
	})
}

// contents gives every row as sorted "column=cell" lines, in an order of its own, so that
// only what Canonical may not change is compared.
func contents(t *csvfile.Table) []string {
	var rows []string
	for i := range t.Rows {
		var cells []string
		for _, h := range t.Header {
			cells = append(cells, h.Text+"="+strings.TrimSpace(t.Cell(i, h.Text).Text))
		}
		slices.Sort(cells)
		rows = append(rows, strings.Join(cells, "\x00"))
	}
	slices.Sort(rows)
	return rows
}
