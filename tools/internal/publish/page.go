package publish

import (
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// origin heads every JSON and GeoJSON file: which edition it is, and on what terms.
type origin struct {
	Edition edition `json:"edition"`
	Licence licence `json:"licence"`
}

type edition struct {
	Number    string `json:"number"`
	Date      string `json:"date"`
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	URL       string `json:"url"`
}

type licence struct {
	Name        string `json:"name"`
	Title       string `json:"title"`
	URL         string `json:"url"`
	Attribution string `json:"attribution"`
}

// The licence of the compilation. Each source's own terms stay.
const (
	licenceName  = "CC-BY-4.0"
	licenceTitle = "Creative Commons Attribution 4.0 International"
	// LicenceURL is the address of its text.
	LicenceURL = "https://creativecommons.org/licenses/by/4.0/"
)

func (p *publication) origin() origin {
	e := p.data.Edition
	return origin{
		edition{e.Number, e.Date, e.Title, e.Publisher, e.URL},
		licence{licenceName, licenceTitle, LicenceURL, e.Publisher + ": " + e.Title + ", edition " + e.Number + " (" + e.Date + "). " + e.URL},
	}
}

// countryFile is countries/<iso3>.json: every indicator, those without data included.
type countryFile struct {
	origin
	Country country  `json:"country"`
	Answers []answer `json:"answers"`
	Sources []source `json:"sources"`
}

type country struct {
	ISO3         string            `json:"iso3"`
	ISO2         string            `json:"iso2"`
	M49          string            `json:"m49,omitempty"`
	Names        map[string]string `json:"names"`
	Region       region            `json:"region"`
	M49Region    string            `json:"m49_region,omitempty"`
	M49Subregion string            `json:"m49_subregion,omitempty"`
	Page         string            `json:"page"`
}

type region struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

func (p *publication) countryJSON(c dataset.Country) ([]byte, error) {
	file := countryFile{p.origin(), p.country(c), []answer{}, p.sourcesOf(p.observations[c.ISO3])}
	for _, i := range p.data.Indicators {
		file.Answers = append(file.Answers, p.answer(i.ID, c.ISO3))
	}
	return encode(file)
}

func (p *publication) country(c dataset.Country) country {
	r, _ := p.data.Region(c.Region)
	return country{c.ISO3, c.ISO2, c.M49, p.names(c.ISO3), region{c.Region, r.Name}, c.M49Region, c.M49Subregion,
		p.address("country/" + strings.ToLower(c.ISO3) + "/")}
}

func (p *publication) names(iso3 string) map[string]string {
	names := make(map[string]string, len(dataset.Languages))
	for _, lang := range dataset.Languages {
		names[lang] = p.data.Name(iso3, lang)
	}
	return names
}

// address gives the absolute address of a page of the site.
func (p *publication) address(path string) string {
	return strings.TrimSuffix(p.data.Edition.URL, "/") + "/" + path
}

// indicatorFile is indicators/<id>.json: every country with a profile, those without data
// included.
type indicatorFile struct {
	origin
	Indicator indicator `json:"indicator"`
	// Countries counts the countries by their status; Stale counts, of these, the old ones.
	Countries map[status.State]int `json:"countries"`
	Stale     map[status.State]int `json:"stale"`
	Answers   []answer             `json:"answers"`
	Sources   []source             `json:"sources"`
}

type indicator struct {
	ID              string `json:"id"`
	Kind            string `json:"kind"`
	Unit            string `json:"unit,omitempty"`
	Group           string `json:"group"`
	StaleAfterYears int    `json:"stale_after_years"`
	Page            string `json:"page"`
}

func (p *publication) indicatorJSON(i dataset.Indicator) ([]byte, error) {
	keys := make([]string, len(p.countries))
	answers := make([]answer, len(p.countries))
	for n, c := range p.countries {
		keys[n], answers[n] = c.ISO3, p.answer(i.ID, c.ISO3)
	}
	states, stale := p.atlas.Count(i.ID, keys)
	about := indicator{i.ID, i.Kind, i.Unit, i.Group, i.StaleAfter, p.address("indicator/" + i.ID + "/")}
	return encode(indicatorFile{p.origin(), about, states, stale, answers, p.sourcesOf(p.observations[i.ID])})
}
