package dataset

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
)

// The data files that are not CSV.
const (
	EditionFile    = "data/edition.toml"
	BoundariesFile = "data/boundaries/world-50m.json"
	NamesFolder    = "data/names/"
	RemarksFolder  = "data/remarks/"
)

// OriginFiles are the cards that tell where other people's files come from.
var OriginFiles = []string{"data/boundaries/ORIGIN.toml", NamesFolder + "ORIGIN.toml"}

// maxFile bounds what is read of one file, in bytes; the largest real one is under 1 MB.
const maxFile = 256 << 20

// Load reads every data file below the root of fsys. What cannot be read becomes a Fault;
// the rest is kept, so that all problems can be told at once.
func Load(fsys fs.FS) *Dataset {
	d := &Dataset{Territories: map[string]map[string]string{}, Raw: map[string][]byte{}}
	for _, file := range Files {
		for _, name := range d.paths(fsys, file.Path) {
			if data, ok := d.read(fsys, name); ok {
				d.add(csvfile.Read(name, data))
			}
		}
	}
	d.readEdition(fsys)
	d.readNames(fsys)
	d.readBoundaries(fsys)
	d.readOrigins(fsys)
	d.readFrozen(fsys)
	d.readNotes(fsys)
	d.readTexts(fsys)
	d.index()
	return d
}

func (d *Dataset) paths(fsys fs.FS, name string) []string {
	if !isFolder(name) {
		return []string{name}
	}
	found, err := fs.Glob(fsys, name+"*.csv")
	if err != nil || len(found) == 0 && name != RemarksFolder {
		d.fault(csvfile.Pos{File: name, Line: 1, Col: 1}, "file-missing", "no CSV file", "one file for each indicator")
	}
	return found
}

func (d *Dataset) read(fsys fs.FS, name string) ([]byte, bool) {
	at := csvfile.Pos{File: name, Line: 1, Col: 1}
	if info, err := fs.Stat(fsys, name); err == nil && info.Size() > maxFile {
		d.fault(at, "file-size", fmt.Sprintf("%d bytes", info.Size()), fmt.Sprintf("at most %d", maxFile))
		return nil, false
	}
	data, err := fs.ReadFile(fsys, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		d.fault(at, "file-missing", "no such file", "the file, even if it holds only its header")
	case err != nil:
		d.fault(at, "file-unreadable", reason(err), "a file that can be read")
	default:
		d.Raw[name] = data
	}
	return data, err == nil
}

func (d *Dataset) fault(at csvfile.Pos, rule, found, want string) {
	d.Faults = append(d.Faults, Fault{at, rule, found, want})
}

// reason drops the path from a file system error: the finding names it already.
func reason(err error) string {
	var bad *fs.PathError
	if errors.As(err, &bad) {
		return bad.Err.Error()
	}
	return err.Error()
}

func isFolder(name string) bool { return strings.HasSuffix(name, "/") }

func dirOf(name string) string { return path.Dir(name) + "/" }

// atoi reads a whole number; anything else is 0, and a rule tells of it.
func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
