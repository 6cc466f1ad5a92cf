package nearest_test

import (
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/nearest"
)

func TestDidYouMean(t *testing.T) {
	words := []string{"nsp", "oat", "take-home-naloxone", "Côte d’Ivoire", "Кения"}
	for _, test := range []struct{ name, got, want string }{
		{"swapped letters", "nps", ` (did you mean "nsp"?)`},
		{"another case", "OAT", ` (did you mean "oat"?)`},
		{"a letter missing", "take-home-naloxon", ` (did you mean "take-home-naloxone"?)`},
		{"letters, not bytes, are counted", "Cote d’Ivoire", ` (did you mean "Côte d’Ivoire"?)`},
		{"another script", "Кенья", ` (did you mean "Кения"?)`},
		{"nothing near", "percentage", ""},
		{"nothing at all", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := nearest.DidYouMean(test.got, words); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
	if got := nearest.DidYouMean("nsp", nil); got != "" {
		t.Errorf("no words, but got %q", got)
	}
}
