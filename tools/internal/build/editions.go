package build

import (
	"fmt"
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/change"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/edition"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
)

// frozen is an edition with its files.
type frozen struct {
	dataset.Card
	files []edition.File
}

// editions are frozen ones, the newest first.
type editions []frozen

// open reads every frozen edition and makes sure that it is as it was. What an earlier run of the
// same process opened is not opened again while its archive has the same checksum.
func (r *run) open() error {
	var opened editions
	for _, card := range slices.Backward(edition.List(r.data)) {
		e, ok := r.editions.same(r.data, card)
		if !ok {
			files, err := edition.Open(r.data, card.Number)
			if err != nil {
				return err
			}
			e = frozen{card, files}
		}
		opened = append(opened, e)
	}
	r.editions = opened
	return nil
}

// same finds an edition with this card whose archive still is what the card says.
func (all editions) same(d *dataset.Dataset, card dataset.Card) (frozen, bool) {
	i := slices.IndexFunc(all, func(e frozen) bool { return e.Card == card })
	j := slices.IndexFunc(d.Frozen, func(f dataset.Frozen) bool { return f.Name == card.Number })
	if i < 0 || j < 0 || edition.Sum(d.Frozen[j].Zip) != card.SHA256 {
		return frozen{}, false
	}
	return all[i], true
}

// unpack lists the frozen editions on the pages, notes there what has changed since the newest,
// and gives the public files by path.
func (r *run) unpack(pages *site.Pages) (map[string][]byte, error) {
	static := map[string][]byte{}
	for _, e := range r.editions {
		folder := "editions/" + e.Number
		for _, f := range e.files {
			static[folder+"/"+f.Path] = f.Data
		}
		record, err := e.record()
		if err != nil {
			return nil, err
		}
		pages.Editions = append(pages.Editions, record)
	}
	for _, f := range r.data.Frozen {
		static["editions/"+f.Name+".zip"] = f.Zip
	}
	if len(r.editions) == 0 {
		return static, nil
	}
	later, to := change.RowsOf(r.atlas), ""
	for i, e := range r.editions {
		rows, err := change.Read(static["editions/"+e.Number+"/"+edition.LatestFile])
		if err != nil {
			return nil, fmt.Errorf("edition %s: %w", e.Number, err)
		}
		changes := change.Between(rows, later)
		if i == 0 {
			pages.Since(e.Number, changes)
		}
		pages.Between(e.Number, to, changes)
		later, to = rows, e.Number
	}
	return static, nil
}

// record is what pages show of an edition, with the title that it had.
func (e frozen) record() (site.FrozenEdition, error) {
	record := site.FrozenEdition{Number: e.Number, Date: e.Date, SHA256: e.SHA256, Bytes: e.Bytes}
	for _, f := range e.files {
		record.Files = append(record.Files, site.FrozenFile{Path: f.Path, Bytes: len(f.Data), SHA256: edition.Sum(f.Data)})
		if f.Path == edition.IdentityFile {
			identity, err := dataset.ParseEdition(f.Data)
			if err != nil {
				return record, fmt.Errorf("edition %s: %w", e.Number, err)
			}
			record.Title, record.Publisher = identity.Title, identity.Publisher
		}
	}
	return record, nil
}
