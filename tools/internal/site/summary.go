package site

import (
	"slices"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// Claim is one sentence of a profile's summary. It holds no words: Says names the sentence, and
// each language words it.
type Claim struct {
	// Says is "services_" or "policy_" with what is said (yes, no, contested, unknown, inferred_yes …;
	// services_both says yes of Items and no of Also), "women_" with a basis, "partial" or "silent" for
	// what nothing is said of as a whole or at all, "silent_all" or "nothing".
	Says  string `json:"says"`
	Items []Item `json:"items,omitempty"`
	Also  []Item `json:"also,omitempty"`
}

// Item is an indicator in a sentence, with what stands in brackets behind its name.
type Item struct {
	Indicator string `json:"indicator"`
	// When is year, last (an old answer), kept (an old one of which no change is reported),
	// inferred, last_inferred, before_yes or before_no; empty where nothing is known.
	When string `json:"when,omitempty"`
	Year int    `json:"year,omitempty"`
	// Other is the year before, or until which no change is reported.
	Other  int     `json:"other,omitempty"`
	Number *Number `json:"number,omitempty"`
}

// The core questions as sentences treat them.
var services = []string{"nsp", "oat", "dcr"}

const (
	policy = "policy-support"
	women  = "women-in-treatment"
)

// summary makes the sentences about the core questions, in the order in which they are read.
func summary(entries []Entry) []Claim {
	if !slices.ContainsFunc(entries, says) {
		return []Claim{{Says: "nothing"}}
	}
	var answered, one, partial, silent []Claim
	asked := 0
	for _, e := range entries {
		switch said := sentence(e); {
		case !slices.Contains(services, e.Indicator) && e.Indicator != policy && e.Indicator != women:
			continue
		case e.Lead == nil && len(e.Others) > 0:
			partial = add(partial, "partial", e)
		case e.Lead == nil:
			silent = add(silent, "silent", e)
		case slices.Contains(services, e.Indicator):
			answered = add(answered, said, e)
		default:
			one = add(one, said, e)
		}
		asked++
	}
	if len(silent) > 0 && len(silent[0].Items) == asked {
		return []Claim{{Says: "silent_all"}}
	}
	return slices.Concat(both(answered), one, partial, silent)
}

// says tells whether a source says anything for an entry.
func says(e Entry) bool { return e.Lead != nil || len(e.Others) > 0 }

// sentence names the sentence that an entry belongs to.
func sentence(e Entry) string {
	said := e.State
	if e.Inferred {
		said = "inferred_" + said
	}
	switch e.Indicator {
	case policy:
		return "policy_" + said
	case women:
		return "women_" + strings.ReplaceAll(e.Basis, "+", "-")
	}
	return "services_" + said
}

// add puts an entry into the sentence of that name, which is made if there is none yet.
func add(claims []Claim, says string, e Entry) []Claim {
	i := slices.IndexFunc(claims, func(c Claim) bool { return c.Says == says })
	if i < 0 {
		i, claims = len(claims), append(claims, Claim{Says: says})
	}
	claims[i].Items = append(claims[i].Items, item(e))
	return claims
}

// both makes one sentence of what sources report as available and as not available, and puts
// what they report before what has to be inferred.
func both(claims []Claim) []Claim {
	order := []string{"services_yes", "services_no", "services_contested", "services_unknown"}
	rank := func(c Claim) int { return (slices.Index(order, c.Says) + len(order) + 1) % (len(order) + 1) }
	slices.SortStableFunc(claims, func(a, b Claim) int { return rank(a) - rank(b) })
	if len(claims) > 1 && claims[0].Says == "services_yes" && claims[1].Says == "services_no" {
		merged := Claim{Says: "services_both", Items: claims[0].Items, Also: claims[1].Items}
		return slices.Concat([]Claim{merged}, claims[2:])
	}
	return claims
}

// item says when: an old answer is never put as a present one, and one that differs from what
// was known before says so.
func item(e Entry) Item {
	i := Item{Indicator: e.Indicator, When: "year", Year: e.Year, Number: e.Number}
	old := e.Stale && e.State != string(status.Unknown)
	switch {
	case e.Lead == nil:
		i.When = ""
	case e.Earlier != nil:
		i.When, i.Other = "before_"+e.Earlier.State, e.Earlier.Year
	case e.Inferred && old:
		i.When = "last_inferred"
	case e.Inferred && e.State == string(status.Value):
		i.When = "inferred"
	case e.NoChangeBy > 0 && old:
		i.When, i.Other = "kept", e.NoChangeBy
	case old:
		i.When = "last"
	}
	return i
}
