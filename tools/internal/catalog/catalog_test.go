package catalog_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/catalog"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/publish"
	"github.com/harm-reduction-atlas/atlas/tools/internal/words"
)

// tiny is a data set of two indicators, one of them without statements.
func tiny(strings string) fstest.MapFS {
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"data/edition.toml":         "number = \"2026.1\"\ndate = \"2026-11-22\"\ntitle = \"Tiny & Co\"\npublisher = \"The Tiny\"\ncontact = \"t@example.org\"\n",
		"data/indicators.csv":       "id,kind,unit,group,order,palette,stale_after_years\nnsp,availability,,services,1,yes-no,8\noat,availability,,services,2,yes-no,8\n",
		"data/observations/nsp.csv": "country,period,value,low,high,basis,source,locator,confidence,note\nKEN,2008,no,,,,s,p. 1,stated,\nKEN,2024,yes,,,,s,p. 2,stated,\n",
		"data/i18n/en.toml":         strings,
		"content/indicators/nsp.md": "+++\ntitle = \"Needles\"\nquestion = \"Are there any?\"\ndefinition = \"Clean ones.\"\n+++\n",
		"content/indicators/oat.md": "+++\ntitle = \"Therapy\"\nquestion = \"Is there any?\"\ndefinition = \"With an agonist.\"\n+++\n",
		"data/observations/oat.csv": "country,period,value,low,high,basis,source,locator,confidence,note\n",
		"data/countries.csv":        "iso3,iso2,m49,region,m49_region,m49_subregion,point,profile,status_note\nKEN,KE,404,asia,Africa,,,yes,\n",
		"data/names/en.json":        `{}`,
		"data/regions.csv":          "id,order,gshr_name\nasia,1,Asia\n",
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

// file makes the catalogue of a tiny data set with some files.
func file(t *testing.T, strings string, files ...publish.File) (publish.File, error) {
	t.Helper()
	fsys := tiny(strings)
	w, err := words.Read(fsys, "en", []string{"nsp", "oat"})
	if err != nil {
		t.Fatal(err)
	}
	return catalog.File(dataset.Load(fsys), w, "https://example.org/atlas", files)
}

const description = "site_description = \"What is known.\"\n"

// read makes lines of everything in the catalogue but its context: "path = value".
func read(t *testing.T, f publish.File) map[string]string {
	t.Helper()
	var all map[string]any
	if err := json.Unmarshal(f.Data, &all); err != nil {
		t.Fatal(err)
	}
	delete(all, "@context")
	lines := map[string]string{}
	flatten(lines, "", all)
	return lines
}

func flatten(lines map[string]string, path string, value any) {
	switch value := value.(type) {
	case map[string]any:
		for key, member := range value {
			flatten(lines, strings.TrimPrefix(path+"/"+key, "/"), member)
		}
	case []any:
		for i, member := range value {
			flatten(lines, fmt.Sprintf("%s %d", path, i), member)
		}
	default:
		lines[path] = fmt.Sprint(value)
	}
}

// What a portal learns of an indicator, in full.
func TestIndicatorInTheCatalogue(t *testing.T) {
	f, err := file(t, description, publish.File{Path: "data/v1/indicators/nsp.csv", Data: []byte("abc")},
		publish.File{Path: "data/v1/indicators/nsp-sites.csv", Data: []byte("other")})
	if err != nil || f.Path != "data/v1/catalog.jsonld" {
		t.Fatal(f.Path, err)
	}
	got := map[string]string{}
	for path, value := range read(t, f) {
		if rest, ok := strings.CutPrefix(path, "dcat:dataset 1/"); ok {
			got[rest] = value
		}
	}
	const home = "https://example.org/atlas/"
	want := map[string]string{
		"@id": home + "indicator/nsp/#dataset", "@type": "dcat:Dataset", "dct:identifier": home + "indicator/nsp/#dataset",
		"dct:title/@value": "Needles", "dct:title/@language": "en",
		"dct:description/@value": "Are there any? Clean ones.", "dct:description/@language": "en",
		"dct:isPartOf": home + "data/#dataset", "dcat:landingPage": home + "indicator/nsp/", "dcat:version": "2026.1", "dct:issued": "2026-11-22",
		"dct:temporal/@type": "dct:PeriodOfTime", "dct:temporal/dcat:startDate": "2008", "dct:temporal/dcat:endDate": "2024",
		"dct:spatial/@id": "https://sws.geonames.org/6295630/", "dct:spatial/@type": "dct:Location",
		"dct:language":            "http://publications.europa.eu/resource/authority/language/ENG",
		"dct:accessRights":        "http://publications.europa.eu/resource/authority/access-right/PUBLIC",
		"dcat:theme":              "http://publications.europa.eu/resource/authority/data-theme/HEAL",
		"dcat:contactPoint/@type": "vcard:Organization", "dcat:contactPoint/vcard:fn": "The Tiny", "dcat:contactPoint/vcard:hasEmail": "mailto:t@example.org",
		"dcat:distribution 0/@id": home + "data/v1/indicators/nsp.csv", "dcat:distribution 0/@type": "dcat:Distribution",
		"dcat:distribution 0/dct:title/@value": "nsp.csv", "dcat:distribution 0/dct:title/@language": "en",
		"dcat:distribution 0/dcat:accessURL": home + "indicator/nsp/", "dcat:distribution 0/dcat:downloadURL": home + "data/v1/indicators/nsp.csv",
		"dcat:distribution 0/dcat:mediaType": "https://www.iana.org/assignments/media-types/text/csv", "dcat:distribution 0/dcat:byteSize": "3",
		"dcat:distribution 0/dct:license":         "https://creativecommons.org/licenses/by/4.0/",
		"dcat:distribution 0/spdx:checksum/@type": "spdx:Checksum", "dcat:distribution 0/spdx:checksum/spdx:algorithm": "spdx:checksumAlgorithm_sha256",
		// The checksum of "abc" that FIPS 180-2 gives as its example.
		"dcat:distribution 0/spdx:checksum/spdx:checksumValue": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
	}
	for _, role := range []string{"dct:publisher", "dct:creator"} {
		want[role+"/@id"], want[role+"/@type"] = home+"#publisher", "foaf:Organization"
		want[role+"/foaf:name"], want[role+"/foaf:homepage"] = "The Tiny", home
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// The whole holds the files about everything and knows its parts; an indicator without statements
// is about no years.
func TestWholeAndParts(t *testing.T) {
	f, err := file(t, description, publish.File{Path: "data/v1/observations.csv"}, publish.File{Path: "data/v1/sources.bib"},
		publish.File{Path: "data/v1/datapackage.json"}, publish.File{Path: "data/v1/countries/ken.csv"}, publish.File{Path: "elsewhere/x.csv"})
	if err != nil {
		t.Fatal(err)
	}
	got := read(t, f)
	for path, want := range map[string]string{
		"@id": "https://example.org/atlas/data/#catalog", "@type": "dcat:Catalog", "foaf:homepage": "https://example.org/atlas/", "dct:issued": "2026-11-22",
		"dct:title/@value": "Tiny & Co", "dct:description/@value": "What is known.", "dct:license": "https://creativecommons.org/licenses/by/4.0/",
		"dcat:dataset 0/dct:title/@value":                     "Tiny & Co",
		"dcat:dataset 0/dct:hasPart 0/@id":                    "https://example.org/atlas/indicator/nsp/#dataset",
		"dcat:dataset 0/dct:hasPart 1/@id":                    "https://example.org/atlas/indicator/oat/#dataset",
		"dcat:dataset 0/dcat:distribution 0/dct:title/@value": "observations.csv",
		"dcat:dataset 0/dcat:distribution 1/dcat:mediaType":   "https://www.iana.org/assignments/media-types/text/plain",
		"dcat:dataset 0/dcat:distribution 2/@id":              "",
		"dcat:dataset 0/dct:temporal/dcat:startDate":          "2008",
		"dcat:dataset 2/dct:title/@value":                     "Therapy",
		"dcat:dataset 2/dct:temporal/dcat:startDate":          "",
		"dcat:dataset 3/@id":                                  "",
	} {
		if got[path] != want {
			t.Errorf("%s is %q; want %q", path, got[path], want)
		}
	}
}

func TestMissingWordsAreNamed(t *testing.T) {
	if _, err := file(t, ""); err == nil || !strings.Contains(err.Error(), `"site_description"`) {
		t.Errorf("got %v", err)
	}
}
