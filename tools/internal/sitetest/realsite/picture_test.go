package realsite_test

import (
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/words"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

var (
	// toldOf is what a reader is told of each country on a map.
	toldOf = regexp.MustCompile(`<title>([^<]+)</title>`)
	// legend finds that of a page, entry that of a page or a picture.
	legend = regexp.MustCompile(`(?s)<ul class="?legend"?.*?</ul>`)
	entry  = regexp.MustCompile(`(?s)(?:<li>|<text class="key")(.*?)(?:</li>|</text>)`)
	tag    = regexp.MustCompile(`(?s)<[^>]*>|^[^<>]*>`)
)

// A file tells no country, no number and no date otherwise than the page that offers it, in any
// language.
func TestPicturesSayWhatPagesSay(t *testing.T) {
	s := Built(t)
	for _, lang := range dataset.Languages {
		w, err := words.Read(os.DirFS(s.Root), lang, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range []string{"nsp", "policy-support", "women-in-treatment", "people-who-inject", "nsp-sites", "needles-per-person"} {
			picture := string(read(t, filepath.Join(s.Dir, w.Folder(), "maps", id+".svg")))
			page := string(read(t, filepath.Join(s.Dir, w.Folder(), "indicator", id, "index.html")))
			sameTitles(t, w, id, page, picture)
			if diff := gocmp.Diff(entries(legend.FindString(page)), entries(picture)); diff != "" || len(entries(picture)) < 2 {
				t.Errorf("%s, %s: the legend of the page (-) and of the picture (+) differ:\n%s", lang, id, diff)
			}
			if note := w.Date(s.Data.Edition.Date); !strings.Contains(page, note) || !strings.Contains(picture, note) {
				t.Errorf("%s, %s: page and picture do not both say %s", lang, id, note)
			}
		}
	}
}

// sameTitles compares what is said of countries; pages add how many publications spoke.
func sameTitles(t *testing.T, w *words.Words, id, page, picture string) {
	t.Helper()
	onPage, comma := toldBy(page), phrase(t, w, "list_comma")
	for _, told := range toldBy(picture)[1:] { // the first is that of the picture
		name, _, _ := strings.Cut(told, phrase(t, w, "colon"))
		i := slices.IndexFunc(onPage, func(title string) bool {
			rest, same := strings.CutPrefix(title, told)
			return same && (rest == "" || strings.HasPrefix(rest, comma))
		})
		if i < 0 {
			t.Errorf("%s, %s: the page does not say %q but %q", w.Lang(), id, told,
				slices.DeleteFunc(slices.Clone(onPage), func(title string) bool { return !strings.HasPrefix(title, name) }))
		}
	}
	countries := slices.DeleteFunc(onPage, func(title string) bool { return !strings.Contains(title, phrase(t, w, "colon")) })
	if len(countries) < 243 {
		t.Errorf("%s, %s: the page speaks of %d countries; want 243", w.Lang(), id, len(countries))
	}
}

func phrase(t *testing.T, w *words.Words, key string) string {
	t.Helper()
	text, err := w.Get(key, nil)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// toldBy gives each title once: a small country is told twice where it has both an area and a circle.
func toldBy(text string) []string {
	var list []string
	for _, m := range toldOf.FindAllStringSubmatch(text, -1) {
		if title := html.UnescapeString(m[1]); !slices.Contains(list, title) {
			list = append(list, title)
		}
	}
	return list
}

// entries gives the words and numbers of a legend.
func entries(text string) []string {
	var list []string
	for _, m := range entry.FindAllStringSubmatch(text, -1) {
		list = append(list, strings.TrimSpace(html.UnescapeString(tag.ReplaceAllString(m[1], ""))))
	}
	return list
}
