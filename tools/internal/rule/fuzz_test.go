package rule

import (
	"testing"
	"testing/fstest"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// FuzzCheck feeds data sets with one changed stretch of one file to every rule: none may
// panic, every finding must name a place, and the same data must give the same findings.
func FuzzCheck(f *testing.F) {
	names := sortedKeys(tinyFS())
	for i := range names {
		f.Add(i, 10, 3, "x")
		f.Add(i, 0, 1<<20, "")
	}
	for i, text := range []string{"\"", ",,,,,,,,,,,,,\n", "\n", "\x00", "\ufeff", "\xff", "=", "<", "-", "--", ".", "NaN", "1e999", "999999999999999999999999", "KЕN", "\u0301", "{", "}", "other:", "https://[", "%"} {
		f.Add(i%len(names), 90+i, 2, text)
	}
	f.Fuzz(func(t *testing.T, file, offset, length int, text string) {
		fsys := tinyFS()
		name := names[positive(file)%len(names)]
		data := string(fsys[name].Data)
		begin := positive(offset) % (len(data) + 1)
		end := begin + positive(length)%(len(data)-begin+1)
		fsys[name] = &fstest.MapFile{Data: []byte(data[:begin] + text + data[end:])}
		first, second := Check(dataset.Load(fsys), All()), Check(dataset.Load(fsys), All())
		if len(first) != len(second) {
			t.Fatalf("%d findings, then %d", len(first), len(second))
		}
		for i, finding := range first {
			if finding != second[i] || finding.Line < 1 || finding.Col < 1 || finding.File == "" || finding.Found == "" || finding.Want == "" {
				t.Fatalf("finding %d is %q, then %q", i, finding, second[i])
			}
		}
	})
}

// FuzzFmt holds that whatever fmt would change in a file, some rule names.
func FuzzFmt(f *testing.F) {
	const file = "data/regions.csv"
	named := []Rule{byteOrderMark, lineEndings, finalNewline, columnUnknown, columnOrder, spaces, unsorted, notCanonical}
	for _, seed := range []string{
		tiny[file], "id,order,gshr_name\n\"a\",1,\"b, c\"\n", "order,id\n2,b\n\n1,a", "\ufeffid,order\r\n", "id,order\n\\.,\" \"\n", "a,b\n\"\",\"\"\n\n", " id,order\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		fsys := tinyFS()
		fsys[file] = &fstest.MapFile{Data: data}
		d := dataset.Load(fsys)
		for _, table := range d.Tables {
			canonical, err := dataset.Canonical(table)
			if err == nil && string(canonical) != string(d.Raw[table.File]) && len(Check(d, named)) == 0 {
				t.Fatalf("fmt changes %q to %q and no rule says so", data, canonical)
			}
		}
	})
}

func positive(n int) int { return n & (1<<31 - 1) }
