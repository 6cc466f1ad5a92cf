package templates_test

import (
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/pelletier/go-toml/v2"

	"github.com/harm-reduction-atlas/atlas/tools/internal/layout"
)

// Pages made from records are kept while the strings that they may ask for stay the same. So none of them may show
// another: all others are changed here, each kind of page in a language of its own, and its pages must not be.
func TestPagesShowNoStringThatTheyAreNotSaidToAskFor(t *testing.T) {
	layouts := templates(t)
	before := inFive(t, func(map[string]string) {})
	for folders := range slices.Chunk(slices.Sorted(maps.Keys(layout.First)), len(others)) {
		after := inFive(t, func(files map[string]string) {
			for i, folder := range folders {
				reached := reached(t, layouts, append(layout.InTexts(layouts), layout.First[folder]...), nil)
				name := "data/i18n/" + others[i] + ".toml"
				files[name] = rewritten(t, files[name], layout.AskedIn(reached))
			}
		})
		for i, folder := range folders {
			same, differ := 0, 0
			for name, text := range before {
				switch {
				case !strings.HasPrefix(name, others[i]+"/") && !strings.Contains(path.Base(name), others[i]):
				case !made(others[i], folder).MatchString(name):
					if after[name] != text {
						differ++
					}
				default:
					same++
					if diff := cmp.Diff(text, after[name]); diff != "" {
						t.Errorf("%s shows a string that %s are not said to ask for:\n%s", name, folder, diff)
					}
				}
			}
			if same == 0 || differ == 0 && folder != "finder" {
				t.Errorf("%s: %d files are the same, %d others differ; nothing was shown by this", folder, same, differ)
			}
		}
	}
}

var others = []string{"es", "fr", "ru", "ar"}

// made matches the files of a folder's pages in a language that have a record, or those of its finder.
func made(lang, folder string) *regexp.Regexp {
	switch folder {
	case "finder":
		return regexp.MustCompile(`^(?:finder/|js/finder-)` + lang + `\.`)
	case "sources":
		return regexp.MustCompile(`^` + lang + `/sources/index\.html$`)
	case "changes": // but not the lists that every record goes into
		return regexp.MustCompile(`^` + lang + `/changes/(?:nsp|oat|[a-z-]*africa|oceania)/(?:index\.html|feed\.xml)$`)
	}
	return regexp.MustCompile(`^` + lang + `/` + folder + `/[^/]+/(?:index\.html|feed\.xml)$`)
}

// rewritten changes every form of the strings that are not asked for.
func rewritten(t *testing.T, text string, asked layout.Asked) string {
	t.Helper()
	var words map[string]any
	if err := toml.Unmarshal([]byte(text), &words); err != nil {
		t.Fatal(err)
	}
	for key, value := range words {
		if asked.For(key) {
			continue
		}
		if forms, several := value.(map[string]any); several {
			for form, words := range forms {
				forms[form] = "¡¡¡" + words.(string)
			}
		} else {
			words[key] = "¡¡¡" + value.(string)
		}
	}
	data, err := toml.Marshal(words)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// inFive gives the pages of the tiny site in all languages after a change to its files.
func inFive(t *testing.T, change func(files map[string]string)) map[string]string {
	t.Helper()
	files := tinyInFive(t)
	change(files)
	r, err := render(t, files)
	if err != nil {
		t.Fatal(err)
	}
	return filesBelow(t, os.DirFS(r.dir), ".")
}
