package rule

import "testing"

func TestJSONSyntax(t *testing.T) {
	wantFinding(t, jsonSyntax, "data/names/fr.json", `{"main"`, `{main`,
		`data/names/fr.json:1:1: error json-syntax: invalid character 'm' looking for beginning of object key string; want territories.json of CLDR, unchanged`)
	wantFinding(t, jsonSyntax, "data/boundaries/world-50m.json", `"objects"`, `"things"`,
		`data/boundaries/world-50m.json:1:1: error json-syntax: no "objects"; want TopoJSON as its publisher issues it, unchanged`)
}
