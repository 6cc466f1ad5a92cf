// Package rulebook lists every rule that the data must keep, whichever package holds it.
package rulebook

import (
	"github.com/harm-reduction-atlas/atlas/tools/internal/edition"
	"github.com/harm-reduction-atlas/atlas/tools/internal/reconcile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rule"
)

// All gives every rule; rule.All has those that need nothing but the data set.
func All() []rule.Rule { return append(rule.All(), reconcile.Rule, edition.Rule) }
