package rule

import "github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

// TotalUnreconciled is the name under which a printed total that our count does not match
// is excepted; it is checked where statuses are known, not here.
const TotalUnreconciled = "total-unreconciled"

// exceptionRule is a function because it needs the registry that it stands in.
func exceptionRule() Rule {
	return Rule{
		Name:  "exception-rule",
		Level: Error,
		About: "An exception must name a rule that exists; one from a misspelt or removed rule excuses nothing and hides that it doesn't.",
		Check: func(d *dataset.Dataset, report Report) {
			names := append(Names(), TotalUnreconciled)
			known := map[string]bool{}
			for _, name := range names {
				known[name] = true
			}
			for _, e := range d.Exceptions {
				if e.Rule != "" && !known[e.Rule] {
					report(e.At("rule"), "", quote(e.Rule), "a rule of `go run ./tools/atlas check --list`"+didYouMean(e.Rule, names))
				}
			}
		},
	}
}
