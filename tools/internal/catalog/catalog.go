// Package catalog describes the published files in DCAT, for portals that list the data of others.
package catalog

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/publish"
	"github.com/harm-reduction-atlas/atlas/tools/internal/words"
)

// Path is where the catalogue stands below the root of the site.
const Path = publish.Folder + "catalog.jsonld"

// node is a thing of which the catalogue says something.
type node map[string]any

// File writes the catalogue in JSON-LD after DCAT 3 (https://www.w3.org/TR/vocab-dcat-3/) with what
// DCAT-AP 3 requires or recommends: the data set as a whole and that of each indicator, with every
// file. Texts are those of w; addresses begin with base, the address of the site.
func File(d *dataset.Dataset, w *words.Words, base string, files []publish.File) (publish.File, error) {
	c := catalog{data: d, words: w, base: strings.TrimSuffix(base, "/") + "/", files: files}
	root, err := c.root()
	if err != nil {
		return publish.File{}, fmt.Errorf("catalogue: %w", err)
	}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err = e.Encode(root)
	return publish.File{Path: Path, Data: out.Bytes()}, err
}

type catalog struct {
	data  *dataset.Dataset
	words *words.Words
	base  string
	files []publish.File
}

func (c catalog) root() (node, error) {
	about, err := c.words.Get("site_description", nil)
	if err != nil {
		return nil, err
	}
	sets, parts := []node{c.whole(about)}, []node{}
	for _, i := range c.data.Indicators {
		set, err := c.indicator(i.ID)
		if err != nil {
			return nil, err
		}
		sets, parts = append(sets, set), append(parts, node{"@id": set["@id"]})
	}
	sets[0]["dct:hasPart"] = parts
	root := c.thing("data/#catalog", "dcat:Catalog", c.data.Edition.Title, about)
	root["@context"], root["foaf:homepage"], root["dcat:dataset"] = context, c.base, sets
	root["dct:license"], root["dct:issued"] = publish.LicenceURL, c.data.Edition.Date
	return root, nil
}

// whole is the data set with the files that hold all of it.
func (c catalog) whole(about string) node {
	set := c.set("data/", c.data.Edition.Title, about, c.data.Observations)
	set["dcat:distribution"] = c.distributions("data/", func(path string) bool {
		return !strings.Contains(path, "/") && path != "datapackage.json"
	})
	return set
}

// indicator is the part of the data set that speaks of one indicator.
func (c catalog) indicator(id string) (node, error) {
	var texts [3]string
	for n, what := range []string{"title", "question", "definition"} {
		text, err := c.words.About(id, what)
		if err != nil {
			return nil, err
		}
		texts[n] = text
	}
	var said []dataset.Observation
	for _, o := range c.data.Observations {
		if o.Indicator == id {
			said = append(said, o)
		}
	}
	page := "indicator/" + id + "/"
	set := c.set(page, texts[0], texts[1]+" "+texts[2], said)
	set["dct:isPartOf"] = c.base + "data/#dataset"
	set["dcat:distribution"] = c.distributions(page, func(path string) bool {
		return strings.HasPrefix(path, "indicators/"+id+".")
	})
	return set, nil
}

// set says what is true of every data set.
func (c catalog) set(page, title, about string, said []dataset.Observation) node {
	e := c.data.Edition
	set := c.thing(page+"#dataset", "dcat:Dataset", title, about)
	set["dct:identifier"], set["dcat:version"], set["dct:issued"] = c.base+page+"#dataset", e.Number, e.Date
	set["dct:creator"] = c.publisher()
	set["dcat:contactPoint"] = node{"@type": "vcard:Organization", "vcard:fn": e.Publisher, "vcard:hasEmail": "mailto:" + e.Contact}
	set["dcat:landingPage"] = c.base + page
	set["dcat:theme"] = "http://publications.europa.eu/resource/authority/data-theme/HEAL"
	set["dct:accessRights"] = "http://publications.europa.eu/resource/authority/access-right/PUBLIC"
	set["dct:spatial"] = node{"@id": "https://sws.geonames.org/6295630/", "@type": "dct:Location"} // the Earth
	if first, last := years(said); first > 0 {
		set["dct:temporal"] = node{"@type": "dct:PeriodOfTime", "dcat:startDate": strconv.Itoa(first), "dcat:endDate": strconv.Itoa(last)}
	}
	return set
}

// thing says what is true of the catalogue and of every data set.
func (c catalog) thing(address, kind, title, about string) node {
	return node{"@id": c.base + address, "@type": kind, "dct:title": c.text(title), "dct:description": c.text(about),
		"dct:publisher": c.publisher(), "dct:language": "http://publications.europa.eu/resource/authority/language/ENG"}
}

func (c catalog) publisher() node {
	return node{"@id": c.base + "#publisher", "@type": "foaf:Organization", "foaf:name": c.data.Edition.Publisher, "foaf:homepage": c.base}
}

func (c catalog) text(text string) node {
	return node{"@value": text, "@language": c.words.Lang()}
}

// years gives the first and the last year that statements speak of; 0 if there are none.
func years(said []dataset.Observation) (first, last int) {
	for _, o := range said {
		if first == 0 || o.Period < first {
			first = o.Period
		}
		last = max(last, o.Period)
	}
	return first, last
}
