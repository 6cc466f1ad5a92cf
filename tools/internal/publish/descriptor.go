package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// profile gives the address of a profile of Data Package, version 2.
func profile(name string) string { return "https://datapackage.org/profiles/2.0/" + name + ".json" }

// descriptor is datapackage.json (https://datapackage.org/standard/data-package/).
type descriptor struct {
	Profile      string          `json:"$schema"`
	Name         string          `json:"name"`
	Title        string          `json:"title"`
	Description  string          `json:"description"`
	Homepage     string          `json:"homepage"`
	Version      string          `json:"version"`
	Created      string          `json:"created"`
	Licenses     []terms         `json:"licenses"`
	Contributors []contributor   `json:"contributors"`
	Sources      []packageSource `json:"sources"`
	Resources    []resource      `json:"resources"`
}

type terms struct {
	Name  string `json:"name"`
	Path  string `json:"path"`
	Title string `json:"title"`
}

type contributor struct {
	Title string   `json:"title"`
	Path  string   `json:"path,omitempty"`
	Email string   `json:"email,omitempty"`
	Roles []string `json:"roles"`
}

type packageSource struct {
	Title string `json:"title"`
	Path  string `json:"path,omitempty"`
}

// resource is one file; Path is relative to the descriptor.
type resource struct {
	Profile     string  `json:"$schema"`
	Name        string  `json:"name"`
	Type        string  `json:"type,omitempty"`
	Path        string  `json:"path"`
	Title       string  `json:"title"`
	Description string  `json:"description"`
	Format      string  `json:"format"`
	Mediatype   string  `json:"mediatype"`
	Encoding    string  `json:"encoding"`
	Bytes       int     `json:"bytes"`
	Hash        string  `json:"hash"`
	Schema      *schema `json:"schema,omitempty"`
}

const packageDescription = "What is known about harm reduction in every country, each value with its source. " +
	"Beside the resources listed here, indicators/<id>.{json,csv,geojson} and countries/<iso3>.{json,csv} hold the same data by indicator and by country."

// descriptor describes the files that belong to the data package as a whole.
func (p *publication) descriptor(files []File) ([]byte, error) {
	e := p.data.Edition
	d := descriptor{
		Profile: profile("datapackage"), Name: slug(e.Title), Title: e.Title, Description: packageDescription, Homepage: e.URL,
		Version: e.Number, Created: e.Date + "T00:00:00Z",
		Licenses:     []terms{{licenceName, LicenceURL, licenceTitle}},
		Contributors: []contributor{{e.Publisher, e.Repository, e.Contact, []string{"publisher"}}},
	}
	for _, s := range p.data.Sources {
		d.Sources = append(d.Sources, packageSource{s.Title, s.URL})
	}
	for _, r := range resources() {
		file, ok := find(files, Folder+r.Path)
		if !ok {
			return nil, fmt.Errorf("describing the data package: no file %s", r.Path)
		}
		sum := sha256.Sum256(file.Data)
		r.Bytes, r.Hash = len(file.Data), "sha256:"+hex.EncodeToString(sum[:])
		d.Resources = append(d.Resources, r)
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	err := encoder.Encode(d)
	return out.Bytes(), err
}

func find(files []File, path string) (File, bool) {
	for _, f := range files {
		if f.Path == path {
			return f, true
		}
	}
	return File{}, false
}

// resources lists the resources without size and hash.
func resources() []resource {
	list := []resource{
		tabular("observations", "Observations", "What sources say: one statement on a row.", observationSchema()),
		tabular("latest", "Latest statuses", "What the atlas concludes: one row for each indicator, country and basis.", latestSchema()),
		copiedResource("countries", "Countries", toRegion),
		copiedResource("regions", "Regions"),
		copiedResource("indicators", "Indicators"),
		copiedResource("sources", "Sources"),
		copiedResource("totals", "Published totals", toSource),
		document("atlas-geojson", "atlas.geojson", "application/geo+json", "Map", "Every country with its latest statuses; keys such as nsp_status and nsp_period."),
		document("sources-csl", "sources.json", "application/vnd.citationstyles.csl+json", "Sources as CSL-JSON", "For reference managers."),
		document("sources-bibtex", "sources.bib", "application/x-bibtex", "Sources as BibTeX", "For reference managers."),
		document("sources-ris", "sources.ris", "application/x-research-info-systems", "Sources as RIS", "For reference managers."),
	}
	return list
}

func tabular(name, title, about string, s schema) resource {
	r := document(name, name+".csv", "text/csv", title, about)
	r.Type, r.Schema = "table", &s
	return r
}

// copiedResource describes a table that is published as it stands in the data files.
func copiedResource(name, title string, keys ...[3]string) resource {
	file, _ := dataset.FileFor("data/" + name + ".csv")
	s := schemaOf(file).foreign(keys...)
	if name == "countries" {
		for _, lang := range dataset.Languages {
			s.Fields = append(s.Fields, field{Name: "name_" + lang, Type: "string", Description: "Name in the language " + lang + ".",
				Constraints: &constraints{Required: true}})
		}
	}
	return tabular(name, title, file.About, s)
}

func document(name, path, mediatype, title, about string) resource {
	return resource{Profile: profile("dataresource"), Name: name, Path: path, Title: title, Description: about,
		Format: path[strings.LastIndex(path, ".")+1:], Mediatype: mediatype, Encoding: "utf-8"}
}

var notInSlug = regexp.MustCompile(`[^a-z0-9]+`)

// slug turns a title into a name as addresses use them.
func slug(title string) string {
	return strings.Trim(notInSlug.ReplaceAllString(strings.ToLower(title), "-"), "-")
}
