package dataset

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
)

// NotesFolder holds what people write about countries, SharedFolder below it what several
// countries' notes say alike.
const (
	NotesFolder  = "content/countries/"
	SharedFolder = NotesFolder + "shared/"
)

// Note is what people wrote about a country, to be read beside its data.
type Note struct {
	// Path is its file: content/countries/ken.md, or ken.fr.md in another language.
	Path   string
	Title  string
	Author string // empty for the editors
	Date   string // 2026-11-22
	// Sources are the publications that it rests on, Indicators those whose data stand under it.
	Sources, Indicators []string
	// Shared names the texts that the note has in common with others.
	Shared []string
	// Text is its Markdown, empty where the shared texts say all.
	Text string
}

// Name gives the name of the note's file without its ending and language: "ken".
func (n Note) Name() string { return strings.Split(path.Base(n.Path), ".")[0] }

// Lang gives the language of the note.
func (n Note) Lang() string {
	if parts := strings.Split(path.Base(n.Path), "."); len(parts) > 2 {
		return parts[1]
	}
	return Languages[0]
}

// IsShared tells whether the text belongs to several notes.
func (n Note) IsShared() bool { return strings.HasPrefix(n.Path, SharedFolder) }

// readNotes reads the notes, sorted by path. There need not be any.
func (d *Dataset) readNotes(fsys fs.FS) {
	for _, folder := range []string{NotesFolder, SharedFolder} {
		found, err := fs.Glob(fsys, folder+"*.md")
		if err != nil {
			continue // the pattern is constant
		}
		for _, name := range found {
			if strings.HasPrefix(path.Base(name), "_index.") {
				continue // the list of countries
			}
			if data, ok := d.read(fsys, name); ok {
				d.Notes = append(d.Notes, d.note(name, data))
			}
		}
	}
}

// fence encloses the fields at the head of a note.
const fence = "+++\n"

func (d *Dataset) note(name string, data []byte) Note {
	head, text := []byte(nil), data
	if parts := bytes.SplitN(data, []byte(fence), 3); len(parts) == 3 && len(parts[0]) == 0 {
		head, text = parts[1], parts[2]
	}
	var fields struct {
		Title, Author               string
		Date                        any
		Sources, Indicators, Shared []string
	}
	if err := toml.NewDecoder(bytes.NewReader(head)).DisallowUnknownFields().Decode(&fields); err != nil {
		d.noteFault(name, err)
	}
	n := Note{Path: name, Title: fields.Title, Author: fields.Author, Sources: fields.Sources,
		Indicators: fields.Indicators, Shared: fields.Shared, Text: strings.TrimSpace(string(text))}
	if fields.Date != nil {
		n.Date = fmt.Sprint(fields.Date)
	}
	return n
}

// noteFault places what is wrong with the fields of a note, which begin on its second line.
func (d *Dataset) noteFault(name string, err error) {
	at := csvfile.Pos{File: name, Line: 1, Col: 1}
	var bad *toml.DecodeError
	var strange *toml.StrictMissingError
	found, want := strings.TrimPrefix(err.Error(), "toml: "), "valid TOML"
	switch {
	case errors.As(err, &strange):
		at.Line, at.Col = strange.Errors[0].Position()
		at.Line++
		found, want = fmt.Sprintf("the field %q", strings.Join(strange.Errors[0].Key(), ".")), "title, author, date, sources, indicators or shared"
	case errors.As(err, &bad):
		at.Line, at.Col = bad.Position()
		at.Line++
		if key := bad.Key(); len(key) > 0 { // it can be read, but is of another kind
			found, want = fmt.Sprintf("the field %q", strings.Join(key, ".")), `a text in quotes, or a list of them such as ["nsp"]`
		}
	}
	d.fault(at, "toml-syntax", found, want)
}
