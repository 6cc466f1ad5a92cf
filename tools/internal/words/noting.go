package words

import (
	"encoding/json"
	"fmt"
	"sync"
)

// Noting gives the same words, which note what they are asked for.
func (w *Words) Noting() *Words {
	noting := *w
	noting.asked = &sync.Map{}
	return &noting
}

// Within gives words that say nothing but what noting ones, of another language, were asked for: to
// ask for more is an error. Who keeps what was worded thus knows all that it says by their JSON.
func (w *Words) Within(noting *Words) *Words {
	within := *w
	within.only = map[string]any{}
	noting.asked.Range(func(key, _ any) bool {
		within.only[key.(string)] = w.strings[key.(string)]
		return true
	})
	return &within
}

// ask notes what is asked for, and refuses what may not be.
func (w *Words) ask(key string) error {
	if w.asked != nil {
		w.asked.LoadOrStore(key, true)
	}
	if _, may := w.only[key]; w.only != nil && !may {
		return fmt.Errorf("%q is said in %q and was not asked for in the other language", key, w.lang)
	}
	return nil
}

// MarshalJSON writes everything that the words may say, counted strings with all their forms.
func (w *Words) MarshalJSON() ([]byte, error) {
	if w.only != nil {
		return json.Marshal([]any{w.lang, w.only})
	}
	return json.Marshal([]any{w.lang, w.strings})
}
