package rule

import "testing"

// TestWordsThatStigmatise plants a word of the list in each language, in every kind of text.
func TestWordsThatStigmatise(t *testing.T) {
	for _, c := range []struct{ file, text, want string }{
		{"content/method.md", "+++\ntitle = \"Method\"\n+++\nFor drug Abusers.\n",
			`content/method.md:4:5: error wording: "drug Abusers"; want "people who use drugs" or words like it`},
		{"content/topics/women.es.md", "Una drogadicta.\n",
			`content/topics/women.es.md:1:5: error wording: "drogadicta"; want "personas que usan drogas" or words like it`},
		{"data/i18n/fr.toml", "a = \"x\"\nb = \"Des toxicomanes\"\n",
			`data/i18n/fr.toml:2:10: error wording: "toxicomanes"; want "personnes qui consomment des drogues" or words like it`},
		{"content/indicators/nsp.ru.md", "Для наркоманов.\n",
			`content/indicators/nsp.ru.md:1:5: error wording: "наркоманов"; want "люди, употребляющие наркотики" or words like it`},
		{"data/i18n/ar.toml", "a = \"للمدمنين\"\n",
			`data/i18n/ar.toml:1:6: error wording: "للمدمنين"; want "الأشخاص الذين يستخدمون المخدرات" or words like it`},
	} {
		t.Run(c.file, func(t *testing.T) { wantOfNotes(t, respectful, []string{c.file, c.text}, c.want) })
	}
	wantFinding(t, respectful, "data/totals.csv", "hri-2024,\n", "hri-2024,For drug abusers.\n",
		`data/totals.csv:2:27: error wording: "drug abusers" in "For drug abusers."; want "people who use drugs" or words like it`)
}

func TestWordsThatMayStand(t *testing.T) {
	for _, c := range []struct{ name, file, text string }{
		{"a word of another language", "content/topics/women.fr.md", "drogadicta\n"},
		{"a word that only begins alike", "content/method.md", "A drug abdicated.\n"},
		{"an id in a shortcode", "content/topics/women.md", "One.{{< source \"drug-abuse-2020\" \"Drug abuse, p. 3\" >}}\n"},
		{"ids in a field, and an address", "content/topics/women.md", "+++\nsources = [\"drug-abuse-2020\"]\n+++\n[here](https://drug-abuse.example)\n"},
		{"a file without words", "content/topics/_content.gotmpl", "drug abusers\n"},
	} {
		t.Run(c.name, func(t *testing.T) { wantOfNotes(t, respectful, []string{c.file, c.text}) })
	}
	wantFinding(t, respectful, "data/sources.csv", "The Report", "Report on Drug Abuse")
}
