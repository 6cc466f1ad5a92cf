package realsite_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// jsonld.js, which others maintain, reads the linked data of a page of each kind and language, of every
// indicator and of the catalogue and drops nothing; every name in it is one that schema.org, DCAT
// or Dublin Core defines; and Adobe's validator finds the rules of search engines kept.
func TestLinkedDataIsUnderstood(t *testing.T) {
	sitetest.NodePackage(t, "jsonld")
	s := Built(t)
	files := []string{filepath.Join(s.Dir, "data/v1/catalog.jsonld")}
	seen := map[string]bool{}
	for _, p := range s.All {
		if k := p.Lang + " " + kind(p.English); !seen[k] || k == "en indicator/…" {
			seen[k] = true
			files = append(files, file(s, p.Path))
		}
	}
	out := sitetest.Script(t, "linked-data.mjs", files...)
	if want := fmt.Sprintf("%d files, 0 faults\n", len(files)); !strings.HasSuffix(out, want) || len(files) < 30 {
		t.Errorf("%s\nwant %q", out, want)
	}
}

// object is a thing in JSON.
type object = map[string]any

// members gives the things that a property holds.
func members(thing object, property string) []object {
	var list []object
	all, _ := thing[property].([]any)
	for _, one := range all {
		member, _ := one.(object)
		list = append(list, member)
	}
	return list
}

// A data set says what searches for data ask for: name and a description of 50 to 5,000
// characters, who made it, under which terms, which version, about which years and places, and
// where each file is. The years are those of the statements.
func TestDatasetsDescribeThemselves(t *testing.T) {
	s, f := Built(t), newFaults(t)
	home := strings.TrimSuffix(s.Data.Edition.URL, "/")
	years := yearsSpoken(s)
	sets := map[string]bool{}
	for _, p := range s.Pages {
		things, _ := linked(p)
		set, known := things["Dataset"]
		if isData := kind(p.Path) == "data" || kind(p.Path) == "indicator/…"; known != isData {
			f.addf("%s: a data set: %t", p.Path, known)
		}
		if !known {
			continue
		}
		sets[fmt.Sprint(set["@id"])] = true
		for property, want := range map[string]string{
			"@id": home + p.Path + "#dataset", "url": home + p.Path, "version": s.Data.Edition.Number, "datePublished": s.Data.Edition.Date,
			"license": "https://creativecommons.org/licenses/by/4.0/", "isAccessibleForFree": "true",
			"creator":               "map[@type:Organization name:" + s.Data.Edition.Publisher + " url:" + s.Data.Edition.URL + "]",
			"temporalCoverage":      years[strings.TrimSuffix(strings.TrimPrefix(p.Path, "/indicator/"), "/")],
			"spatialCoverage":       "map[@type:Place name:World]",
			"includedInDataCatalog": "map[@id:" + home + "/data/#catalog]",
		} {
			if got := fmt.Sprint(set[property]); got != want {
				f.addf("%s: %s is %s; want %s", p.Path, property, got, want)
			}
		}
		if n := len(fmt.Sprint(set["description"])); n < 50 || n > 5000 || set["name"] == "" || set["variableMeasured"] == "" {
			f.addf("%s: name %q with a description of %d characters", p.Path, set["name"], n)
		}
		files := members(set, "distribution")
		if len(files) < 3 {
			f.addf("%s: %d files", p.Path, len(files))
		}
		for _, d := range files {
			data := read(t, filepath.Join(s.Dir, strings.TrimPrefix(fmt.Sprint(d["contentUrl"]), home)))
			if size, told := d["contentSize"]; told && (size != fmt.Sprintf("%d B", len(data)) || d["sha256"] != sum(data)) || told != (kind(p.Path) == "data") {
				f.addf("%s: %v has %d bytes", p.Path, d, len(data))
			}
		}
	}
	catalog, _ := linked(s.Page("/data/"))
	listed := map[string]bool{}
	for _, set := range members(catalog["DataCatalog"], "dataset") {
		listed[fmt.Sprint(set["@id"])] = true
	}
	if diff := cmp.Diff(sets, listed); diff != "" || len(sets) != 1+len(s.Data.Indicators) {
		t.Errorf("pages have, the catalogue lists: -pages +catalogue:\n%s", diff)
	}
}

func sum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// yearsSpoken gives the years that the statements on each indicator speak of, and all under "/data".
func yearsSpoken(s *Site) map[string]string {
	periods := map[string][]int{}
	for _, o := range s.Data.Observations {
		periods[o.Indicator] = append(periods[o.Indicator], o.Period)
		periods["/data"] = append(periods["/data"], o.Period)
	}
	years := map[string]string{}
	for id, list := range periods {
		years[id] = fmt.Sprintf("%d/%d", slices.Min(list), slices.Max(list))
	}
	return years
}

// The catalogue for portals (DCAT-AP 3) has what that profile requires and recommends, names the
// data sets of the pages, and every file in it is there, with its size and checksum.
func TestCatalogueForPortals(t *testing.T) {
	s, f := Built(t), newFaults(t)
	home := strings.TrimSuffix(s.Data.Edition.URL, "/")
	var catalog object
	if err := json.Unmarshal(read(t, filepath.Join(s.Dir, "data/v1/catalog.jsonld")), &catalog); err != nil {
		t.Fatal(err)
	}
	require := func(thing object, properties ...string) {
		for _, property := range properties {
			if value := thing[property]; value == nil || value == "" {
				f.addf("%v: no %s", thing["@id"], property)
			}
		}
	}
	require(catalog, "dct:title", "dct:description", "dct:publisher", "dct:license", "dct:issued", "dct:language", "foaf:homepage")
	files := map[string]int{}
	for _, set := range members(catalog, "dcat:dataset") {
		require(set, "dct:title", "dct:description", "dct:publisher", "dcat:contactPoint", "dcat:theme", "dct:spatial", "dct:temporal", "dct:identifier",
			"dcat:version", "dct:issued", "dcat:landingPage", "dct:accessRights")
		page := strings.TrimPrefix(strings.TrimSuffix(fmt.Sprint(set["@id"]), "#dataset"), home)
		if s.Page(page) == nil || set["dcat:landingPage"] != home+page {
			f.addf("%v has no page", set["@id"])
		}
		temporal, _ := set["dct:temporal"].(object)
		if got := fmt.Sprintf("%v/%v", temporal["dcat:startDate"], temporal["dcat:endDate"]); got != yearsSpoken(s)[strings.TrimSuffix(strings.TrimPrefix(page, "/indicator/"), "/")] {
			f.addf("%v is about %s", set["@id"], got)
		}
		for _, d := range members(set, "dcat:distribution") {
			require(d, "dct:title", "dcat:accessURL", "dcat:downloadURL", "dcat:mediaType", "dct:license")
			path := strings.TrimPrefix(fmt.Sprint(d["dcat:downloadURL"]), home+"/")
			data := read(t, filepath.Join(s.Dir, path))
			checksum, _ := d["spdx:checksum"].(object)
			if d["dcat:byteSize"] != float64(len(data)) || checksum["spdx:checksumValue"] != sum(data) {
				f.addf("%s: size %v, checksum %v", path, d["dcat:byteSize"], checksum["spdx:checksumValue"])
			}
			files[path]++
		}
	}
	for _, want := range []string{"data/v1/observations.csv", "data/v1/latest.csv", "data/v1/atlas.geojson", "data/v1/indicators/nsp.csv",
		"data/v1/indicators/hcv-prevalence.geojson"} {
		if files[want] != 1 {
			t.Errorf("%s is listed %d times among %v", want, files[want], slices.Sorted(maps.Keys(files)))
		}
	}
}
