package realsite_test

import (
	"fmt"
	"regexp"
	"slices"
	"testing"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// otherwise finds what one language writes otherwise than English: Arabic has its own comma,
// semicolon and question mark, French and the others a space that does not break where English
// has another or none.
var otherwise = map[string]*regexp.Regexp{
	"ar": regexp.MustCompile(`\p{Arabic}[»)]?[,;?]|[,;]\s\p{Arabic}`),
	"fr": regexp.MustCompile(`[\p{L}\p{N}»)%] ?[:;?!](?:\s|$)|«[^\x{a0}\x{202f}]|[^\x{a0}\x{202f}]»|\d ?%`),
	"es": regexp.MustCompile(`\d ?%|[\p{L}\p{N}] [,;:?!](?:\s|$)`),
	"ru": regexp.MustCompile(`\d ?%|[\p{L}\p{N}] [,;:?!](?:\s|$)`),
}

// frenchQuote is a quotation in French quotes as they are to be; what it quotes may be of any language.
var frenchQuote = regexp.MustCompile(`«[\x{a0}\x{202f}][^»]*[\x{a0}\x{202f}]»`)

// Where templates join words they join them as the language of the page does.
func TestPunctuationIsThatOfTheLanguage(t *testing.T) {
	s, f := Built(t), newFaults(t)
	found := make([][]string, len(s.All))
	onEveryCore(len(s.All), func(i int) {
		p := s.All[i]
		rule := otherwise[p.Lang]
		if rule == nil {
			return
		}
		for _, said := range spokenOn(s, p) {
			text := frenchQuote.ReplaceAllString(said.text, "§")
			if at := rule.FindStringIndex(text); at != nil {
				found[i] = append(found[i], fmt.Sprintf("%s: %q in <%s>: %q", p.Path, text[at[0]:at[1]], said.where, shorten(text[max(0, at[0]-60):])))
			}
		}
	})
	f.addOnce(slices.Concat(found...))
}
