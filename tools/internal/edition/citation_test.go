package edition_test

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/edition"
)

// planned gives a file that the release of an edition would write.
func planned(t *testing.T, identity, name string) []byte {
	t.Helper()
	d := dataset.Load(fstest.MapFS{dataset.EditionFile: {Data: []byte(identity)}})
	plan, err := edition.Prepare(d, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range append(plan.Writes, plan.Files...) {
		if f.Path == name {
			return f.Data
		}
	}
	t.Fatalf("no %s", name)
	return nil
}

// identities are the words that an edition may have.
func identities(t *testing.T) map[string]string {
	t.Helper()
	real, err := os.ReadFile("../../../" + dataset.EditionFile)
	if err != nil {
		t.Fatal(err)
	}
	own := strings.NewReplacer("atlas.example.org", "atlas.int", "@example.org", "@atlas.int")
	return map[string]string{
		"the real one":      string(real),
		"placeholders":      identity("2026.1", "2026-11-22"),
		"addresses":         own.Replace(identity("2026.10", "2026-02-28")),
		"difficult letters": strings.Replace(identity("2026.1", "2026-11-22"), `"Atlas"`, `"Atlas: \"A & <b>\" # - {x}, Côte d’Ivoire\n… Атлас"`, 1),
	}
}

func TestCitationFileFollowsTheFormat(t *testing.T) {
	schema := compiled(t, "testdata/cff-1.2.0.schema.json")
	for name, identity := range identities(t) {
		t.Run(name, func(t *testing.T) {
			text := planned(t, identity, "CITATION.cff")
			var document any
			if err := yaml.Unmarshal(text, &document); err != nil {
				t.Fatalf("%v\n%s", err, text)
			}
			if err := schema.Validate(throughJSON(t, document)); err != nil {
				t.Errorf("%v\n%s", err, text)
			}
			e, err := dataset.ParseEdition([]byte(identity))
			if err != nil {
				t.Fatal(err)
			}
			fields := document.(map[string]any)
			if fields["title"] != e.Title || fields["version"] != e.Number || fields["date-released"] != e.Date {
				t.Errorf("title %q, version %v, date %v", fields["title"], fields["version"], fields["date-released"])
			}
		})
	}
}

func TestDepositFollowsZenodo(t *testing.T) {
	schema := compiled(t, "testdata/zenodo.schema.json")
	for name, identity := range identities(t) {
		t.Run(name, func(t *testing.T) {
			text := planned(t, identity, ".zenodo.json")
			document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(document); err != nil {
				t.Errorf("%v\n%s", err, text)
			}
		})
	}
}

// The schemas of these tests refuse what the formats refuse.
func TestSchemasAreStrict(t *testing.T) {
	for file, spoiled := range map[string][]string{
		"testdata/cff-1.2.0.schema.json": {
			`{}`, `{"cff-version":"1.2.0","message":"m","title":"t","authors":[],"type":"dataset","version":"1","date-released":"2026-11-22","license":"CC-BY-4.0"}`,
			`{"cff-version":"1.2.0","message":"m","title":"t","authors":[{"name":"n"}],"type":"dataset","version":"1","date-released":"22 November","license":"CC-BY-4.0"}`,
			`{"cff-version":"1.2.0","message":"m","title":"t","authors":[{"name":"n"}],"type":"dataset","version":"1","date-released":"2026-11-22","license":"CC-BY-4.0","edition":"1"}`,
		},
		"testdata/zenodo.schema.json": {`{}`, `{"upload_type":"data"}`},
	} {
		schema := compiled(t, file)
		for _, text := range spoiled {
			document, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			if schema.Validate(document) == nil {
				t.Errorf("%s takes %s", file, text)
			}
		}
	}
}

func TestAddressesThatLeadNowhereAreLeftOut(t *testing.T) {
	for _, name := range []string{"CITATION.cff", ".zenodo.json", "README.md"} {
		if text := planned(t, identity("2026.1", "2026-11-22"), name); bytes.Contains(text, []byte("example.org")) {
			t.Errorf("%s:\n%s", name, text)
		}
		own := strings.ReplaceAll(identity("2026.1", "2026-11-22"), "example.org", "atlas.int")
		if text := planned(t, own, name); !bytes.Contains(text, []byte("https://atlas.atlas.int/")) {
			t.Errorf("%s does not say where the atlas is:\n%s", name, text)
		}
	}
	e, err := dataset.ParseEdition([]byte(identity("2026.1", "2026-11-22")))
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(edition.Placeholders(e), " "); got != "url contact" {
		t.Errorf("placeholders: %s", got)
	}
}

func compiled(t *testing.T, file string) *jsonschema.Schema {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	schema, err := compiler.Compile(file)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// throughJSON gives a document as a schema expects it.
func throughJSON(t *testing.T, document any) any {
	t.Helper()
	text, err := json.Marshal(document)
	if err != nil {
		t.Fatal(err)
	}
	again, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return again
}
