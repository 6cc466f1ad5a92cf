package reconcile

import (
	"fmt"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rule"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

const (
	ruleName   = "total-unreconciled"
	totalsFile = "data/totals.csv"
)

// Rule holds that every printed total equals our count, or that an exception says why not.
// It stands here and not among the others since it needs statuses.
var Rule = rule.Rule{
	Name:  ruleName,
	Level: rule.Error,
	About: "A total that a publisher prints must equal our count or be excused with the reason; a lost or a wrong row shows here first.",
	Check: func(d *dataset.Dataset, report rule.Report) {
		if len(d.Totals) == 0 {
			return
		}
		for _, l := range counted(d, status.Of(d)) {
			if l.Differs() {
				report(l.At("countries"), l.Key(), fmt.Sprintf("%d countries printed, %d counted", l.Countries, l.Ours),
					fmt.Sprintf("the same number, or an exception for %s %s with the reason (`go run ./tools/atlas reconcile` names the countries)", totalsFile, l.Key()))
			}
		}
	},
}
