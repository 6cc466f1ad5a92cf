package templates_test

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"
)

// asked finds the keys in T "key" and T (printf "key_%s" …), and in the tool's Say("key", …).
var asked = regexp.MustCompile(`\bT \(?(?:printf )?"([^"]+)"|\bSay\("([^"]+)"`)

// Every string that is asked for is written, since Hugo prints nothing for one that is not; and
// every one that is written is used. A key that is put together ("status_%s") stands for all
// strings that begin so.
func TestEveryStringIsWrittenAndUsed(t *testing.T) {
	written := englishStrings(t)
	used := map[string]bool{}
	for name, text := range code(t) {
		for _, m := range asked.FindAllStringSubmatch(text, -1) {
			if len(meant(written, m[1]+m[2])) == 0 {
				t.Errorf("%s asks for the string %q, which data/i18n/en.toml does not have", name, m[1]+m[2])
			}
		}
		for _, quoted := range quotedText.FindAllString(text, -1) {
			for _, key := range meant(written, strings.Trim(quoted, `"`)) {
				used[key] = true
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(written)) {
		if !used[key] {
			t.Errorf("nothing uses the string %q", key)
		}
	}
}

var quotedText = regexp.MustCompile(`"[\w%-]+"`)

// meant gives the written strings that a key stands for.
func meant(written map[string]any, key string) []string {
	begin, pattern := strings.CutSuffix(strings.NewReplacer("%v", "%", "%s", "%").Replace(key), "%")
	if !pattern && strings.HasSuffix(key, "_") {
		begin, pattern = key, true // "status_" + state
	}
	var list []string
	for known := range written {
		if known == key || pattern && len(begin) > 1 && strings.HasPrefix(known, begin) {
			list = append(list, known)
		}
	}
	return list
}

func englishStrings(t *testing.T) map[string]any {
	t.Helper()
	const name = "data/i18n/en.toml"
	written := map[string]any{}
	if err := toml.Unmarshal([]byte(tree(t, name)[name]), &written); err != nil {
		t.Fatal(err)
	}
	return written
}

// code gives the templates and the parts of the tool that word pictures.
func code(t *testing.T) map[string]string {
	t.Helper()
	files := tree(t, "layouts")
	for _, folder := range []string{"tools/internal/build", "tools/internal/picture"} {
		for name, text := range tree(t, folder) {
			if strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") {
				files[name] = text
			}
		}
	}
	return files
}
