package dataset

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
)

func (d *Dataset) readEdition(fsys fs.FS) {
	if data, ok := d.read(fsys, EditionFile); ok {
		// Into a map first: a number without quotes must not hide the other fields.
		fields := map[string]any{}
		d.readTOML(EditionFile, data, &fields)
		d.Edition = editionOf(fields)
	}
}

func editionOf(fields map[string]any) Edition {
	text := func(name string) string {
		s, _ := fields[name].(string)
		return s
	}
	return Edition{text("number"), text("date"), text("title"), text("publisher"), text("url"), text("repository"), text("contact")}
}

func (d *Dataset) readOrigins(fsys fs.FS) {
	for _, name := range OriginFiles {
		if data, ok := d.read(fsys, name); ok {
			var card struct {
				Origin
				Checksum // of the only file, on a card about one
			}
			d.readTOML(name, data, &card)
			if card.SHA256 != "" && card.Files == nil {
				card.Files = map[string]Checksum{path.Base(BoundariesFile): card.Checksum}
			}
			card.Path = name
			d.Origins = append(d.Origins, card.Origin)
		}
	}
}

func (d *Dataset) readTOML(name string, data []byte, into any) {
	if err := toml.Unmarshal(data, into); err != nil {
		at := csvfile.Pos{File: name, Line: 1, Col: 1}
		var bad *toml.DecodeError
		if errors.As(err, &bad) {
			at.Line, at.Col = bad.Position()
		}
		d.fault(at, "toml-syntax", strings.TrimPrefix(err.Error(), "toml: "), "valid TOML")
	}
}
