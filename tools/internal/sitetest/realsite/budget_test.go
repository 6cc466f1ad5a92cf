package realsite_test

import (
	"bytes"
	"compress/gzip"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// budgets are kilobytes (1000 bytes, gzip) that a first visit may load, by kind of page, in every
// language. Letters outside ASCII take two bytes, so that a Russian page weighs up to five
// kilobytes more than an English one, and an Arabic one four.
var budgets = map[string]float64{"country/…": 30, "home": 72, "indicator/…": 72, "region/…": 72, "embed/…": 55,
	"changes": 27, "changes/…": 27}

// A weak phone on a slow line loads the page, its style, its script and its pictures.
func TestPagesAreLight(t *testing.T) {
	s := Built(t)
	weigh := scales{s, map[string]float64{}}
	heaviest, where := map[string]float64{}, map[string]string{}
	for i, own := range weightsOf(t, s.All) {
		p := s.All[i]
		for _, address := range loads(p) {
			own += weigh.file(t, address)
		}
		if k := kind(p.English) + " " + p.Lang; own > heaviest[k] {
			heaviest[k], where[k] = own, p.Path
		}
	}
	for _, k := range slices.Sorted(maps.Keys(heaviest)) {
		t.Logf("%-14s %5.1f kB at most (%s)", k, heaviest[k], where[k])
		kind, _, _ := strings.Cut(k, " ")
		if limit, ok := budgets[kind]; ok && heaviest[k] > limit {
			t.Errorf("%s weighs %.1f kB, budget %.0f kB", where[k], heaviest[k], limit)
		}
	}
}

// weightsOf weighs the pages themselves, on every core.
func weightsOf(t *testing.T, pages []*Page) []float64 {
	t.Helper()
	weights := make([]float64, len(pages))
	onEveryCore(len(pages), func(i int) { weights[i] = gzipped(t, pages[i].HTML) })
	return weights
}

func TestStyleScriptAndDataAreLight(t *testing.T) {
	s := Built(t)
	for _, path := range files(t, s.Dir, ".css") { // a page loads one of them
		limit(t, filepath.Base(path)[:4]+" CSS", gzipped(t, read(t, path)), 8)
	}
	limit(t, "names for the finder", gzipped(t, read(t, files(t, filepath.Join(s.Dir, "finder"), ".json")[0])), 25)
	observations := read(t, filepath.Join(s.Dir, "data/v1/observations.csv"))
	t.Logf("observations.csv, not compressed: %d kB", len(observations)/1000)
	limit(t, "observations.csv", gzipped(t, observations), 1000)
}

// The scripts of a page are those that it loads and those that it fetches once they are used.
func TestScriptsOfAPageAreLight(t *testing.T) {
	s := Built(t)
	weigh := scales{s, map[string]float64{}}
	heaviest := map[string]float64{}
	for _, p := range s.All {
		scripts := map[string]bool{}
		for _, n := range All(p.Doc) {
			for _, address := range []string{Attr(n, "src"), Attr(n, "data-script")} {
				if strings.HasSuffix(address, ".js") {
					scripts[address] = true
				}
			}
		}
		var total float64
		for address := range scripts {
			total += weigh.file(t, address)
		}
		heaviest[kind(p.English)] = max(heaviest[kind(p.English)], total)
	}
	for _, k := range slices.Sorted(maps.Keys(heaviest)) {
		limit(t, "scripts of "+k, heaviest[k], 8)
	}
}

// The geometry of the world is the area or mark of each country. What is drawn around it
// (borders, sea, grid) is weighed with the page.
func TestWorldGeometryIsLight(t *testing.T) {
	s := Built(t)
	var geometry bytes.Buffer
	shapes := 0
	for _, svg := range All(s.Page("/").Doc, Tag("svg"), Class("map")) {
		for _, n := range All(svg, Class("area")) {
			shapes++
			for _, key := range []string{"d", "cx", "cy", "r"} {
				geometry.WriteString(Attr(n, key) + "\n")
			}
		}
	}
	if shapes < 243 {
		t.Errorf("only %d shapes on the world map", shapes)
	}
	limit(t, "world geometry", gzipped(t, geometry.Bytes()), 34)
}

func limit(t *testing.T, what string, got, budget float64) {
	t.Helper()
	t.Logf("%s: %.1f kB of %.0f", what, got, budget)
	if got > budget {
		t.Errorf("%s: %.1f kB, budget %.0f", what, got, budget)
	}
}

// scales remember what each shared file weighs.
type scales struct {
	site  *Site
	known map[string]float64
}

func (w scales) file(t *testing.T, address string) float64 {
	t.Helper()
	if _, ok := w.known[address]; !ok {
		w.known[address] = gzipped(t, read(t, filepath.Join(w.site.Dir, filepath.FromSlash(strings.TrimPrefix(address, "/")))))
	}
	return w.known[address]
}

func gzipped(t *testing.T, data []byte) float64 {
	t.Helper()
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	if _, err := z.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return float64(out.Len()) / 1000
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
