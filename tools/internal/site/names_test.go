package site_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// Each language sorts by its own alphabet: names stand here in the right order, and are given to the
// countries in another.
func TestCountriesAreSortedByTheAlphabetOfTheLanguage(t *testing.T) {
	for _, c := range []struct{ name, lang, sorted string }{
		{"Spanish has ñ after n", "es", "Nzega Ñandú Oca Único"},
		{"French accents decide last", "fr", "cote coté cotée Égypte"},
		{"French accents decide from the left", "fr", "cote coté côte côté"},
		{"Russian has ё with е", "ru", "Елена Ёлка Ель Жук"},
		{"Russian has й after и", "ru", "Ива Ира Йод Кит"},
		{"Arabic sorts alef with and without hamza alike", "ar", "إثيوبيا أذربيجان الأردن ألبانيا"},
		{"Arabic keeps the article", "ar", "أفغانستان العراق ألمانيا إيران"},
		{"Arabic has teh marbuta with teh", "ar", "بت بتا بتة بتو"},
	} {
		d := fixture(t)
		names := strings.Fields(c.sorted)
		d.Territories[c.lang] = map[string]string{"QA": names[2], "QB": names[0], "QC": names[3], "QD": names[1]}
		var got []string
		for _, id := range site.Build(d, status.Of(d), site.Maps{}).Atlas.Countries[c.lang] {
			got = append(got, d.Name(strings.ToUpper(id), c.lang))
		}
		if diff := cmp.Diff(names, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// The same for the atlas, as ICU 78 sorts it (Intl.Collator of a browser): the first of each list and
// those where alphabets are hard.
func TestRealCountriesAreSortedAsReadersDo(t *testing.T) {
	d := dataset.Load(os.DirFS("../../.."))
	lists := site.Build(d, status.Of(d), site.Maps{}).Atlas.Countries
	for lang, want := range map[string]string{
		"en": "Côte d’Ivoire; Croatia; Cuba; Curaçao; Cyprus",
		"es": "España; Estados Unidos; Estonia; Esuatini; Etiopía",
		"fr": "Dominique; Égypte; Émirats arabes unis; Équateur; Érythrée; Espagne; Estonie; Eswatini; État de la Cité du Vatican; États-Unis; Éthiopie; Fidji",
		"ru": "Иран; Ирландия; Исландия; Испания; Италия; Йемен",
		"ar": "آيسلندا; إثيوبيا; أذربيجان; أرمينيا; أروبا; إريتريا; إسبانيا; أستراليا",
	} {
		var names []string
		for _, id := range lists[lang] {
			names = append(names, d.Name(strings.ToUpper(id), lang))
		}
		if all := strings.Join(names, "; "); !strings.Contains("; "+all+";", "; "+want+";") {
			t.Errorf("%s: no %q in\n%s", lang, want, all)
		}
	}
}
