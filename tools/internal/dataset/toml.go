package dataset

import (
	"errors"
	"fmt"
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

// ParseEdition reads what an edition.toml of any year says. A field that is missing, or no text, is
// empty.
func ParseEdition(data []byte) (Edition, error) {
	fields := map[string]any{}
	if err := toml.Unmarshal(data, &fields); err != nil {
		return Edition{}, fmt.Errorf("identity of an edition: %w", err)
	}
	return editionOf(fields), nil
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
