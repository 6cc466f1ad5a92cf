package rulebook_test

import (
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/edition"
	"github.com/harm-reduction-atlas/atlas/tools/internal/reconcile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rulebook"
)

// Rules are told apart by their names, and those of other packages than rule are in the book too.
func TestEveryRuleStandsInTheBookOnce(t *testing.T) {
	times := map[string]int{}
	for _, r := range rulebook.All() {
		if times[r.Name]++; times[r.Name] > 1 {
			t.Errorf("%s stands in the book more than once", r.Name)
		}
	}
	for _, name := range []string{reconcile.Rule.Name, edition.Rule.Name} {
		if times[name] == 0 {
			t.Errorf("%s is missing", name)
		}
	}
}
