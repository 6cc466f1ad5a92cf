package serving_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"

	"github.com/harm-reduction-atlas/atlas/tools/internal/serving"
)

var example = regexp.MustCompile("(?s)```(?:nginx|caddy)\n(.*?)```")

// Whoever copies an example sends what the program's own file says, and nothing else.
func TestExamplesSendTheSameHeaders(t *testing.T) {
	root := filepath.Join("..", "..", "..")
	text, err := os.ReadFile(filepath.Join(root, "docs", "serving.md"))
	if err != nil {
		t.Fatal(err)
	}
	examples := example.FindAllStringSubmatch(string(text), -1)
	if len(examples) != 2 {
		t.Fatalf("%d examples; want those of nginx and Caddy", len(examples))
	}
	names, values := said(t, root)
	for _, e := range examples {
		for _, name := range names {
			if !strings.Contains(e[1], name+" ") {
				t.Errorf("no %s in:\n%s", name, e[1])
			}
		}
		var got []string
		for _, m := range regexp.MustCompile(`"([^"]+)"`).FindAllStringSubmatch(e[1], -1) {
			got = append(got, m[1])
		}
		slices.Sort(got)
		if got = slices.Compact(got); !slices.Equal(got, values) {
			t.Errorf("the example sends\n%s\nand the program\n%s", strings.Join(got, "\n"), strings.Join(values, "\n"))
		}
	}
}

// said are the headers and values that a site with every kind of page asks for.
func said(t *testing.T, root string) (names, values []string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, "config.toml"))
	if err != nil {
		t.Fatal(err)
	}
	var config struct{ Params struct{ Policy string } }
	if err := toml.Unmarshal(data, &config); err != nil {
		t.Fatal(err)
	}
	for _, r := range serving.Rules(serving.Pages{Policy: config.Params.Policy, Sections: []string{"country", "embed"}}) {
		for _, h := range r.Headers {
			names, values = append(names, h.Name), append(values, h.Value)
		}
	}
	slices.Sort(names)
	slices.Sort(values)
	return slices.Compact(names), slices.Compact(values)
}
