package dataset

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
)

func (d *Dataset) readBoundaries(fsys fs.FS) {
	var err error
	if d.Boundaries, _ = d.read(fsys, BoundariesFile); d.Boundaries == nil {
		return
	}
	if d.AreaCodes, err = areaCodes(d.Boundaries); err != nil {
		d.fault(csvfile.Pos{File: BoundariesFile, Line: 1, Col: 1}, "json-syntax", err.Error(), "TopoJSON as its publisher issues it, unchanged")
	}
}

// areaCodes reads the alpha-3 codes of a TopoJSON's countries and stops before its arcs,
// which only whoever draws them needs to decode.
func areaCodes(data []byte) ([]string, error) {
	var objects struct {
		Countries struct {
			Geometries []struct {
				Properties struct{ A3 string }
			}
		}
	}
	r := json.NewDecoder(bytes.NewReader(data))
	if err := seekKey(r, "objects"); err != nil {
		return nil, err
	}
	if err := r.Decode(&objects); err != nil {
		return nil, early(err)
	}
	var codes []string
	for _, g := range objects.Countries.Geometries {
		codes = append(codes, g.Properties.A3)
	}
	return codes, nil
}

// seekKey reads on to the value of a key of the outermost object.
func seekKey(r *json.Decoder, key string) error {
	if _, err := r.Token(); err != nil {
		return early(err)
	}
	for r.More() {
		name, err := r.Token()
		if err != nil || name == key {
			return early(err)
		}
		var skipped json.RawMessage
		if err := r.Decode(&skipped); err != nil {
			return early(err)
		}
	}
	return fmt.Errorf("no %q", key)
}

// early puts the end of input into words.
func early(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("the file ends too early")
	}
	return err
}

func (d *Dataset) readNames(fsys fs.FS) {
	for _, lang := range Languages {
		name := NamesFolder + lang + ".json"
		data, ok := d.read(fsys, name)
		if !ok {
			continue
		}
		names, err := territories(data, lang)
		if err != nil {
			d.fault(csvfile.Pos{File: name, Line: 1, Col: 1}, "json-syntax", err.Error(), "territories.json of CLDR, unchanged")
		}
		d.Territories[lang] = names
	}
}

// territories reads CLDR's territories.json.
func territories(data []byte, lang string) (map[string]string, error) {
	var file struct {
		Main map[string]struct {
			LocaleDisplayNames struct{ Territories map[string]string }
		}
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, err
	}
	names := file.Main[lang].LocaleDisplayNames.Territories
	if len(names) == 0 {
		return nil, fmt.Errorf("no names for language %q", lang)
	}
	return names, nil
}
