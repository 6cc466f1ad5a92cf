package rule

import "testing"

func TestRemarkLanguage(t *testing.T) {
	rows := "text,translation\nA note.,Una nota.\n"
	wantOfNotes(t, remarkLanguage, []string{"data/remarks/es.csv", rows})
	wantOfNotes(t, remarkLanguage, []string{"data/remarks/en.csv", rows},
		`data/remarks/en.csv:1:1: error remark-language: "en"; want es, fr, ru, ar (did you mean "es"?)`)
	wantOfNotes(t, remarkLanguage, []string{"data/remarks/de.csv", rows},
		`data/remarks/de.csv:1:1: error remark-language: "de"; want es, fr, ru, ar`)
}
