package words

import (
	"encoding/json"
	"strings"
	"sync"
	"testing"
)

// Words within what others were asked for say that and no more, and their JSON tells all of it.
func TestWithin(t *testing.T) {
	english, err := Read(tree(sample, page), "en", []string{"nsp"})
	if err != nil {
		t.Fatal(err)
	}
	russian := func(strings string) *Words {
		files := tree(sample, page)
		files["data/i18n/ru.toml"].Data = []byte(strings)
		w, err := Read(files, "ru", []string{"nsp"})
		if err != nil {
			t.Fatal(err)
		}
		return w
	}
	noting := english.Noting()
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			_, _ = noting.Get("counted", map[string]any{"Count": 1.0})
			_, _ = noting.About("nsp", "title")
		})
	}
	group.Wait()
	w := russian(russianStrings).Within(noting)
	if text, err := w.Get("counted", map[string]any{"Count": 3.0}); text != "3 пункта" || err != nil {
		t.Errorf("another form of what was asked for: %q, %v", text, err)
	}
	if _, err := w.Get("plain", nil); err == nil || !strings.Contains(err.Error(), `"plain"`) {
		t.Errorf("a string that was not asked for: %v", err)
	}
	if _, err := w.About("nsp", "question"); err == nil || !strings.Contains(err.Error(), "nsp/question") {
		t.Errorf("a text that was not asked for: %v", err)
	}
	for _, c := range []struct {
		name, old, new string
		same           bool
	}{
		{"a string that was not asked for", "Да", "Ага", true},
		{"a form of one that was", "пунктов", "мест", false},
	} {
		changed := russian(strings.ReplaceAll(russianStrings, c.old, c.new)).Within(noting)
		if same := written(t, changed) == written(t, w); same != c.same {
			t.Errorf("%s changes: the JSON is the same: %t", c.name, same)
		}
	}
}

func written(t *testing.T, w *Words) string {
	t.Helper()
	data, err := json.Marshal(w)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
