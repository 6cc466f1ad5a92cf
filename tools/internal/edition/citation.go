package edition

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"net/url"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// licence is that of the compilation, by its SPDX identifier.
const licence = "CC-BY-4.0"

var keywords = []string{"harm reduction", "drug policy", "needle and syringe programmes", "opioid agonist therapy",
	"drug consumption rooms", "naloxone", "people who use drugs", "public health", "open data"}

// abstract says what the data set is, with its size.
func abstract(d *dataset.Dataset) string {
	return fmt.Sprintf("For every country and territory: whether needle and syringe programmes, opioid agonist therapy and drug consumption rooms exist, "+
		"whether national policy supports harm reduction, and what is known about women's access to treatment. "+
		"%d statements from %d publications on %d indicators, each with its source, its year and its place in the source.",
		len(d.Observations), len(d.Sources), len(d.Indicators))
}

// citationFile writes CITATION.cff (Citation File Format 1.2.0, https://citation-file-format.github.io).
// JSON strings are YAML strings, so that no text can break out of its place.
func citationFile(d *dataset.Dataset) []byte {
	e := d.Edition
	var out bytes.Buffer
	line := func(key, text string) {
		if text != "" {
			fmt.Fprintf(&out, "%s: %s\n", key, quoted(text))
		}
	}
	out.WriteString("# Written by `go run ./tools/atlas release`; change data/edition.toml instead.\ncff-version: 1.2.0\n")
	line("message", "Please cite the edition that you used, and for a single value the publication that states it.")
	line("type", "dataset")
	line("title", e.Title)
	line("version", e.Number)
	line("date-released", e.Date)
	fmt.Fprintf(&out, "authors:\n  - name: %s\n", quoted(e.Publisher))
	if contact := reachable(e.Contact); contact != "" {
		fmt.Fprintf(&out, "contact:\n  - name: %s\n    email: %s\n", quoted(e.Publisher), quoted(contact))
	}
	line("abstract", abstract(d))
	out.WriteString("keywords:\n")
	for _, k := range keywords {
		fmt.Fprintf(&out, "  - %s\n", quoted(k))
	}
	line("license", licence)
	line("url", reachable(e.URL))
	line("repository-code", reachable(e.Repository))
	return out.Bytes()
}

// quoted writes a text as JSON does, with every letter as it is.
func quoted(text string) string {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	if err := e.Encode(text); err != nil {
		return `""` // a string can always be written
	}
	return strings.TrimSpace(out.String())
}

// reachable gives an address or a mailbox unless its host is one of those that stand for none
// (RFC 2606): a citation that leads nowhere is worse than one without an address.
func reachable(address string) string {
	host := address[strings.LastIndexByte(address, '@')+1:]
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		host = u.Hostname()
	}
	for _, reserved := range []string{"example.org", "example.com", "example.net"} {
		if host == reserved || strings.HasSuffix(host, "."+reserved) {
			return ""
		}
	}
	return address
}

// Placeholders names the fields of edition.toml that lead nowhere.
func Placeholders(e dataset.Edition) []string {
	var names []string
	for _, field := range []struct{ name, text string }{{"url", e.URL}, {"repository", e.Repository}, {"contact", e.Contact}} {
		if field.text != "" && reachable(field.text) == "" {
			names = append(names, field.name)
		}
	}
	return names
}

// deposit is .zenodo.json: the metadata of a deposit as https://developers.zenodo.org names them.
type deposit struct {
	UploadType      string    `json:"upload_type"`
	Title           string    `json:"title"`
	Creators        []creator `json:"creators"`
	Description     string    `json:"description"` // HTML
	PublicationDate string    `json:"publication_date"`
	Version         string    `json:"version"`
	Language        string    `json:"language"` // ISO 639-3
	AccessRight     string    `json:"access_right"`
	License         string    `json:"license"`
	Keywords        []string  `json:"keywords"`
	Related         []related `json:"related_identifiers,omitempty"`
}

type creator struct {
	Name string `json:"name"`
}

type related struct {
	Identifier   string `json:"identifier"`
	Relation     string `json:"relation"`
	ResourceType string `json:"resource_type"`
}

func zenodoFile(d *dataset.Dataset) ([]byte, error) {
	e := d.Edition
	record := deposit{UploadType: "dataset", Title: e.Title + ", edition " + e.Number, Creators: []creator{{e.Publisher}},
		Description: "<p>" + html.EscapeString(abstract(d)) + "</p>", PublicationDate: e.Date, Version: e.Number, Language: "eng",
		AccessRight: "open", License: strings.ToLower(licence), Keywords: keywords}
	if repository := reachable(e.Repository); repository != "" {
		record.Related = append(record.Related, related{repository, "isCompiledBy", "software"})
	}
	if site := reachable(e.URL); site != "" {
		record.Related = append(record.Related, related{site, "isDocumentedBy", "other"})
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(record); err != nil {
		return nil, fmt.Errorf(".zenodo.json: %w", err)
	}
	return out.Bytes(), nil
}
