package dataset

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// EditionsFolder holds every frozen edition: <number>.zip and its card, <number>.toml.
const EditionsFolder = "data/editions/"

// Frozen is an edition that was released.
type Frozen struct {
	// Name is the number as the names of its files give it.
	Name string
	// Card says which archive belongs to it; nil where the file is missing.
	Card *Card
	// Zip is the archive, unread; nil where the file is missing.
	Zip []byte
}

// Card identifies a frozen edition for ever.
type Card struct {
	Number, Date string
	Checksum
}

// CardPath gives the place of the card.
func (f Frozen) CardPath() string { return EditionsFolder + f.Name + ".toml" }

// ZipPath gives the place of the archive.
func (f Frozen) ZipPath() string { return EditionsFolder + f.Name + ".zip" }

// readFrozen reads all editions; most checkouts of the data have few, and new ones have none.
func (d *Dataset) readFrozen(fsys fs.FS) {
	names := map[string]bool{}
	for _, ending := range []string{".zip", ".toml"} {
		// Glob fails only on a bad pattern.
		files, _ := fs.Glob(fsys, EditionsFolder+"*"+ending)
		for _, file := range files {
			names[strings.TrimSuffix(path.Base(file), ending)] = true
		}
	}
	for name := range names {
		d.Frozen = append(d.Frozen, d.frozen(fsys, Frozen{Name: name}))
	}
	slices.SortFunc(d.Frozen, func(a, b Frozen) int { return strings.Compare(a.Name, b.Name) })
}

func (d *Dataset) frozen(fsys fs.FS, f Frozen) Frozen {
	if there(fsys, f.CardPath()) {
		if data, ok := d.read(fsys, f.CardPath()); ok {
			f.Card = &Card{}
			d.readTOML(f.CardPath(), data, f.Card)
		}
	}
	if there(fsys, f.ZipPath()) {
		f.Zip, _ = d.read(fsys, f.ZipPath())
		delete(d.Raw, f.ZipPath()) // no text
	}
	return f
}

func there(fsys fs.FS, name string) bool {
	_, err := fs.Stat(fsys, name)
	return err == nil
}
