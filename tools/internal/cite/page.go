package cite

import (
	"fmt"
	"maps"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/words"
)

// Folder holds the files of pages, below the root of the site and of each language. Its addresses
// never change.
const Folder = "cite/"

// DataSetName is the file name of the data set as a whole, which no page may bear.
const DataSetName = "atlas"

// Page is what a visitor can cite: the data set, or the page of a country, indicator or region.
type Page struct {
	// Name is that of its files: "atlas", "ken", "nsp", "asia". Path is where they stand, less what
	// tells formats apart: "cite/ken", "fr/cite/ken".
	Name, Path string
	Entry
}

// Pages lists the data set, then every country with a profile, every indicator and every region,
// in the language of w. Addresses begin with base, the address of the site. Two pages of one
// name are an error, since their files would be one.
func Pages(d *dataset.Dataset, w *words.Words, base string) ([]Page, error) {
	edition, err := w.Get("edition_title", map[string]any{"Number": d.Edition.Number})
	if err != nil {
		return nil, fmt.Errorf("citing pages: %w", err)
	}
	note, err := w.Get("cite_data_note", map[string]any{"Number": d.Edition.Number})
	if err != nil {
		return nil, fmt.Errorf("citing the data set: %w", err)
	}
	p := pages{data: d, words: w, edition: edition, base: strings.TrimSuffix(base, "/") + "/" + w.Folder()}
	p.add(DataSetName, d.Edition.Title, "data/")
	p.list[0].Key, p.list[0].Kind, p.list[0].Work, p.list[0].EditionNote = p.key(), DataSet, "", note
	for _, c := range d.Countries {
		if id := strings.ToLower(c.ISO3); c.Profile {
			p.add(id, d.Name(c.ISO3, w.Lang()), "country/"+id+"/")
		}
	}
	for _, i := range d.Indicators {
		title, err := w.About(i.ID, "title")
		if err != nil {
			return nil, fmt.Errorf("citing indicators: %w", err)
		}
		p.add(i.ID, title, "indicator/"+i.ID+"/")
	}
	for _, r := range d.Regions {
		name, err := w.Get("region_"+r.ID, nil)
		if err != nil {
			return nil, fmt.Errorf("citing regions: %w", err)
		}
		p.add(r.ID, name, "region/"+r.ID+"/")
	}
	return p.list, p.unique()
}

type pages struct {
	data          *dataset.Dataset
	words         *words.Words
	edition, base string
	list          []Page
}

func (p *pages) add(name, title, address string) {
	e := p.data.Edition
	p.list = append(p.list, Page{name, p.words.Folder() + Folder + name, Entry{
		Key: p.key(name), Kind: Part, Author: e.Publisher, Title: title, Work: e.Title, Edition: e.Number, EditionTitle: p.edition,
		Publisher: e.Publisher, Issued: ParseDate(e.Date), URL: p.base + address, Language: p.words.Lang(),
	}})
}

// key tells an entry from those of other editions and languages: "atlas-ken-2026.1", or
// "atlas-fr-ken-2026.1" for the same page in French.
func (p *pages) key(name ...string) string {
	parts := []string{DataSetName}
	if p.words.Lang() != words.English {
		parts = append(parts, p.words.Lang())
	}
	return strings.Join(append(append(parts, name...), p.data.Edition.Number), "-")
}

func (p *pages) unique() error {
	seen := map[string]string{}
	for _, page := range p.list {
		if other, taken := seen[page.Name]; taken {
			return fmt.Errorf("citing pages: %s and %s would both be %s%s.bib", other, page.URL, Folder, page.Name)
		}
		seen[page.Name] = page.URL
	}
	return nil
}

// Files gives the files of each page by path: cite/ken.bib, cite/ken.ris and cite/ken.json, or
// fr/cite/ken.bib and so on.
func Files(list []Page) (map[string][]byte, error) {
	files := map[string][]byte{}
	for _, page := range list {
		entry := []Entry{page.Entry}
		csl, err := CSL(entry)
		if err != nil {
			return nil, fmt.Errorf("citing %s: %w", page.Name, err)
		}
		maps.Copy(files, map[string][]byte{page.Path + ".bib": BibTeX(entry), page.Path + ".ris": RIS(entry), page.Path + ".json": csl})
	}
	return files, nil
}
