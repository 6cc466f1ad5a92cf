package edition_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/edition"
)

// entry is a file of an archive that somebody else made.
type entry struct {
	name string
	mode fs.FileMode
	data string
}

// archive writes entries as they are.
func archive(t testing.TB, entries ...entry) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, e := range entries {
		h := &zip.FileHeader{Name: e.name, Method: zip.Deflate}
		h.SetMode(e.mode)
		f, err := w.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(f, e.data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// open opens an archive with a card that fits it, as a pull request could bring both.
func open(data []byte) ([]edition.File, error) {
	card := &dataset.Card{Number: "2026.1", Date: "2026-11-22", Checksum: dataset.Checksum{SHA256: edition.Sum(data), Bytes: len(data)}}
	return edition.Open(&dataset.Dataset{Frozen: []dataset.Frozen{{Name: "2026.1", Card: card, Zip: data}}}, "2026.1")
}

func TestOpenRefuses(t *testing.T) {
	sum := func(name, data string) string { return edition.Sum([]byte(data)) + "  " + name + "\n" }
	many := make([]entry, 5001)
	for i := range many {
		many[i] = entry{name: fmt.Sprintf("f%d", i)}
	}
	for _, test := range []struct {
		name    string
		entries []entry
		want    string
	}{
		{"a way out of the folder", []entry{{name: "../../etc/passwd"}}, "not a path below the folder"},
		{"a way out in the middle", []entry{{name: "data/../../x"}}, "not a path below the folder"},
		{"a path from the root", []entry{{name: "/etc/passwd"}}, "not a path below the folder"},
		{"a way out for Windows", []entry{{name: `..\..\x`}}, "want only letters"},
		{"a drive", []entry{{name: "c:/x"}}, "want only letters"},
		{"a name with a zero", []entry{{name: "a\x00b"}}, "want only letters"},
		{"a name that is another under Unicode", []entry{{name: "m\u0430ps"}}, "want only letters"},
		{"no name", []entry{{name: ""}}, "not a path below the folder"},
		{"a folder", []entry{{name: "maps/"}}, "not a path below the folder"},
		{"a symbolic link", []entry{{name: "data", mode: fs.ModeSymlink | 0o777, data: "/etc"}}, "not a plain file"},
		{"a device", []entry{{name: "data", mode: fs.ModeDevice | 0o666}}, "not a plain file"},
		{"a file twice", []entry{{name: "a"}, {name: "a"}}, "twice"},
		{"names that differ in capitals", []entry{{name: "README.md"}, {name: "readme.md"}}, "twice"},
		{"a file below a file", []entry{{name: "a"}, {name: "a/b"}}, "below a file"},
		{"a file in the place of a folder", []entry{{name: "a/b"}, {name: "A"}}, "a folder has this name"},
		{"the page that the site makes", []entry{{name: "index.html"}}, "the site makes this page itself"},
		{"too many files", many, "5001 files; want at most 5000"},
		{"a small file that unpacks to a large one", []entry{{name: "zeros", data: strings.Repeat("\x00", 64<<20+1)}}, "more than 67108864 bytes"},
		{"no list of checksums", []entry{{name: "a"}}, "SHA256SUMS does not list exactly"},
		{"a file that is not listed", []entry{{name: "SHA256SUMS", data: sum("a", "")}, {name: "a"}, {name: "b"}}, "SHA256SUMS does not list exactly"},
		{"a file that is another", []entry{{name: "SHA256SUMS", data: sum("a", "x")}, {name: "a", data: "y"}}, "SHA256SUMS does not list exactly"},
		{"a listed file that is missing", []entry{{name: "SHA256SUMS", data: sum("a", "")}}, "SHA256SUMS does not list exactly"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if _, err := open(archive(t, test.entries...)); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v; want it to speak of %q", err, test.want)
			}
		})
	}
	t.Run("no archive at all", func(t *testing.T) {
		if _, err := open([]byte("<html>")); err == nil || !strings.Contains(err.Error(), "not a valid zip file") {
			t.Errorf("got %v", err)
		}
	})
}

// An archive that fits its own list opens, whoever made it.
func TestOpenTakesAnotherProgramsArchive(t *testing.T) {
	files, err := open(archive(t, entry{name: "b/c.csv", data: "x"}, entry{name: "SHA256SUMS", data: edition.Sum([]byte("x")) + "  b/c.csv\n"}))
	if err != nil || len(files) != 2 || files[1].Path != "b/c.csv" || string(files[1].Data) != "x" {
		t.Errorf("%+v, %v", files, err)
	}
}

// Whatever an archive holds, opening it ends, and every name stays below the folder.
func FuzzOpen(f *testing.F) {
	f.Add(archive(f, entry{name: "a", data: "x"}, entry{name: "SHA256SUMS", data: edition.Sum([]byte("x")) + "  a\n"}))
	f.Add(archive(f, entry{name: "../a"}))
	f.Add([]byte("PK\x05\x06" + strings.Repeat("\x00", 18)))
	f.Fuzz(func(t *testing.T, data []byte) {
		files, err := open(data)
		if err != nil {
			return
		}
		for _, file := range files {
			if !filepath.IsLocal(filepath.FromSlash(file.Path)) || file.Path == "index.html" {
				t.Errorf("%q", file.Path)
			}
		}
	})
}
