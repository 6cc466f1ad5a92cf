package publish

import (
	"bytes"
	"cmp"
	"encoding/json"
	"path"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// about is the foreign member "atlas" of every feature collection (RFC 7946, section 6.1).
type about struct {
	origin
	Boundaries boundaries `json:"boundaries"`
	Disclaimer string     `json:"disclaimer"`
}

// boundaries tells where the geometry comes from, by its origin card.
type boundaries struct {
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	Package   string `json:"package"`
	Version   string `json:"version"`
	Licence   string `json:"licence"`
	URL       string `json:"url"`
	Changes   string `json:"changes"`
}

func (p *publication) boundaries() boundaries {
	b := boundaries{Changes: "Simplified; some areas joined to the country that they belong to."}
	for _, card := range p.data.Origins {
		if path.Dir(card.Path) == path.Dir(dataset.BoundariesFile) {
			b.Title, b.Publisher, b.Package, b.Version = card.Title, card.Publisher, card.Package, card.Version
			b.Licence, b.URL = card.Licence, cmp.Or(card.Address, card.Repository)
		}
	}
	return b
}

// property is a member of a feature's properties; they are a list, since their order counts
// in the tables that programs make of them.
type property struct {
	key   string
	value any // nil leaves the member out
}

// atlasGeoJSON gives every indicator in one flat table: nsp_status, nsp_period and so on.
// Desktop programs read flat members as columns, and nested ones as text.
func (p *publication) atlasGeoJSON() ([]byte, error) {
	return p.collection(func(c dataset.Country) []property {
		var all []property
		for _, i := range p.data.Indicators {
			prefix := strings.ReplaceAll(i.ID, "-", "_") + "_"
			all = append(all, p.headline(i.ID, c.ISO3).properties(prefix)...)
		}
		return all
	})
}

func (p *publication) indicatorGeoJSON(i dataset.Indicator) ([]byte, error) {
	return p.collection(func(c dataset.Country) []property {
		return p.headline(i.ID, c.ISO3).properties("")
	})
}

// collection writes one feature for each country with a profile, one on a line.
func (p *publication) collection(statuses func(dataset.Country) []property) ([]byte, error) {
	head, err := encode(about{p.origin(), p.boundaries(), p.disclaimer})
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	out.Grow(p.geometrySize)
	out.WriteString(`{"type":"FeatureCollection","atlas":` + string(bytes.TrimSpace(head)) + `,"features":[`)
	for n, c := range p.countries {
		out.WriteString([]string{"\n", ",\n"}[min(n, 1)])
		if err := p.feature(&out, c, statuses(c)); err != nil {
			return nil, err
		}
	}
	out.WriteString("\n]}\n")
	return out.Bytes(), nil
}

func (p *publication) feature(out *bytes.Buffer, c dataset.Country, statuses []property) error {
	id, err := json.Marshal(c.ISO3)
	if err != nil {
		return err
	}
	out.WriteString(`{"type":"Feature","id":` + string(id) + `,"properties":{`)
	out.Write(p.identities[c.ISO3])
	if err := writeProperties(out, statuses); err != nil {
		return err
	}
	out.WriteString(`},"geometry":`)
	out.Write(p.geometries[c.ISO3])
	out.WriteString("}")
	return nil
}

// identity says which country a feature is.
func (p *publication) identity(c dataset.Country) []property {
	all := []property{{"iso3", c.ISO3}}
	for _, lang := range dataset.Languages {
		all = append(all, property{"name_" + lang, p.data.Name(c.ISO3, lang)})
	}
	r, _ := p.data.Region(c.Region)
	return append(all, property{"region", c.Region}, property{"region_name", r.Name})
}

// properties gives a status as flat members. A country without data has the status alone.
func (l latest) properties(prefix string) []property {
	all := []property{
		{prefix + "status", l.Status}, {prefix + "period", orNil(l.Period)}, {prefix + "stated_period", orNil(l.StatedPeriod)},
		{prefix + "value", orNil(l.Value)}, {prefix + "low", orNil(l.Low)}, {prefix + "high", orNil(l.High)},
		{prefix + "basis", orNil(l.Basis)}, {prefix + "confidence", orNil(l.Confidence)}, {prefix + "source", orNil(l.Source)},
	}
	if l.Period != 0 {
		all = append(all, property{prefix + "stale", l.Stale})
	}
	return all
}

func orNil[T comparable](value T) any {
	var zero T
	if value == zero {
		return nil
	}
	return value
}

// writeProperties writes members into an object that may hold some already.
func writeProperties(out *bytes.Buffer, all []property) error {
	for _, one := range all {
		if one.value == nil {
			continue
		}
		if n := out.Len(); n > 0 && out.Bytes()[n-1] != '{' {
			out.WriteByte(',')
		}
		out.WriteString(`"` + one.key + `":`)
		value, err := encode(one.value)
		if err != nil {
			return err
		}
		out.Write(bytes.TrimSuffix(value, []byte("\n")))
	}
	return nil
}
