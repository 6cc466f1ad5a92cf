package edition

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"text/template"
	"time"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// Free tells whether the number of the edition may still be frozen; an error says what to do.
func Free(d *dataset.Dataset) error {
	for _, f := range d.Frozen {
		if f.Name == d.Edition.Number && f.Zip != nil {
			return fmt.Errorf("%s exists, and a frozen edition never changes; for another, raise number and date in %s", f.ZipPath(), dataset.EditionFile)
		}
	}
	return nil
}

// Plan is a release that is ready to be written.
type Plan struct {
	Card dataset.Card
	// Files are those in the archive, but for the list of their checksums.
	Files []File
	// Writes are the files of the checkout that it makes or replaces, the archive last: as long as
	// that is missing, nothing is released and the release can be repeated.
	Writes []File
}

// Prepare makes the release of a data set that keeps every rule. Files are what its edition
// publishes, licence the text of LICENSE-DATA.md.
func Prepare(d *dataset.Dataset, files []File, licence []byte) (Plan, error) {
	if err := Free(d); err != nil {
		return Plan{}, err
	}
	day, err := time.Parse(time.DateOnly, d.Edition.Date)
	if err != nil {
		return Plan{}, fmt.Errorf("%s: date: %w", dataset.EditionFile, err)
	}
	if !number.MatchString(d.Edition.Number) {
		return Plan{}, fmt.Errorf("%s: number %q is no year and count", dataset.EditionFile, d.Edition.Number)
	}
	about, err := about(d)
	if err != nil {
		return Plan{}, err
	}
	citation := citationFile(d)
	zenodo, err := zenodoFile(d)
	if err != nil {
		return Plan{}, err
	}
	plan := Plan{Files: append([]File{
		{"README.md", about}, {"LICENSE-DATA.md", licence}, {"CITATION.cff", citation}, {".zenodo.json", zenodo},
		{IdentityFile, d.Raw[dataset.EditionFile]},
	}, files...)}
	archive, err := pack(plan.Files, day)
	if err != nil {
		return Plan{}, fmt.Errorf("edition %s: %w", d.Edition.Number, err)
	}
	plan.Card = dataset.Card{Number: d.Edition.Number, Date: d.Edition.Date, Checksum: dataset.Checksum{SHA256: Sum(archive), Bytes: len(archive)}}
	at := dataset.Frozen{Name: plan.Card.Number}
	plan.Writes = []File{{"CITATION.cff", citation}, {".zenodo.json", zenodo}, {at.CardPath(), card(plan.Card)}, {at.ZipPath(), archive}}
	return plan, nil
}

// card writes the card that identifies an archive.
func card(c dataset.Card) []byte {
	return fmt.Appendf(nil, "# Written by `go run ./tools/atlas release`. Neither this card nor its archive ever changes.\n"+
		"number = %q\ndate = %q\nsha256 = %q\nbytes = %d\n", c.Number, c.Date, c.SHA256, c.Bytes)
}

//go:embed readme.md
var readme string

// about writes the README of an edition.
func about(d *dataset.Dataset) ([]byte, error) {
	e := d.Edition
	t, err := template.New("readme.md").Parse(readme)
	if err != nil {
		return nil, fmt.Errorf("README of the edition: %w", err)
	}
	var out bytes.Buffer
	err = t.Execute(&out, map[string]any{"Title": e.Title, "Number": e.Number, "Date": e.Date, "Publisher": e.Publisher,
		"Year": e.Year(), "Address": reachable(e.URL), "Abstract": abstract(d)})
	return out.Bytes(), err
}

// Apply writes the release below root, all of it or nothing: every file is complete beside its
// place before the first is put there, and what was put there is taken back if a later one fails.
func (p Plan) Apply(root string) (err error) {
	staged := make([]string, len(p.Writes))
	defer func() {
		for _, temporary := range staged {
			if temporary != "" {
				err = errors.Join(err, ignoreMissing(os.Remove(temporary)))
			}
		}
	}()
	for i, w := range p.Writes {
		if staged[i], err = stage(filepath.Join(root, filepath.FromSlash(w.Path)), w.Data); err != nil {
			return fmt.Errorf("%s: %w; nothing was released", w.Path, err)
		}
	}
	var undo []func() error
	for i, w := range p.Writes {
		back, err := put(staged[i], filepath.Join(root, filepath.FromSlash(w.Path)))
		if err != nil {
			err = fmt.Errorf("%s: %w; nothing was released", w.Path, err)
			for _, restore := range undo {
				err = errors.Join(err, restore())
			}
			return err
		}
		undo = append(undo, back)
	}
	return nil
}

// stage writes a file beside its place and gives its temporary name.
func stage(file string, data []byte) (string, error) {
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return "", err
	}
	f, err := os.CreateTemp(filepath.Dir(file), ".release-*")
	if err != nil {
		return "", err
	}
	_, writing := f.Write(data)
	return f.Name(), errors.Join(writing, f.Chmod(0o644), f.Sync(), f.Close())
}

// put gives a file its place and a way to give back what was there.
func put(temporary, file string) (back func() error, err error) {
	old, reading := os.ReadFile(file)
	if reading != nil && !errors.Is(reading, os.ErrNotExist) {
		return nil, reading
	}
	if err := os.Rename(temporary, file); err != nil {
		return nil, err
	}
	if reading != nil {
		return func() error { return os.Remove(file) }, nil
	}
	return func() error { return os.WriteFile(file, old, 0o644) }, nil
}

func ignoreMissing(err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}
