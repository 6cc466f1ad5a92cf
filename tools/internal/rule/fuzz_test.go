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

func positive(n int) int { return n & (1<<31 - 1) }
