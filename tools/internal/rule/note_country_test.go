package rule

import "testing"

func TestNoteCountry(t *testing.T) {
	for file, want := range map[string][]string{
		kenya:                         nil,
		"content/countries/ken.fr.md": nil,
		joint:                         nil,
		"content/countries/kem.md":    {`content/countries/kem.md:1:1: error note-country: "kem"; want the key of a country in small letters, as in ken.md (did you mean "ken"?)`},
		"content/countries/KEN.md":    {`content/countries/KEN.md:1:1: error note-country: "KEN"; want the key of a country in small letters, as in ken.md (did you mean "ken"?)`},
		"content/countries/umi.md":    {`content/countries/umi.md:1:1: error note-country: "umi", which has no profile; want a country with a profile`},
		"content/countries/ken.de.md": {`content/countries/ken.de.md:1:1: error note-country: "de"; want a language of the site: en, es, fr, ru or ar`},
	} {
		t.Run(file, func(t *testing.T) { wantOfNotes(t, noteCountry, []string{file, sound}, want...) })
	}
}
