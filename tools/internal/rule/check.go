package rule

import (
	"cmp"
	"runtime"
	"slices"
	"sync"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// Check applies the rules and gives what they found, less the listed exceptions, plus the
// exceptions that no longer apply; sorted by place, then rule.
func Check(d *dataset.Dataset, rules []Rule) []Finding {
	all := except(d, breaches(d, rules), rules)
	slices.SortFunc(all, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col),
			cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Found, b.Found), cmp.Compare(a.Want, b.Want))
	})
	return slices.Compact(all)
}

// breaches applies the rules side by side; a rule only reads the data set. No more run at once
// than there are cores: some hold as much as the data set while they run.
func breaches(d *dataset.Dataset, rules []Rule) []Finding {
	found := make([][]Finding, len(rules))
	var running sync.WaitGroup
	places := make(chan bool, runtime.GOMAXPROCS(0))
	for i, r := range rules {
		places <- true
		running.Go(func() {
			defer func() { <-places }()
			r.Check(d, func(at csvfile.Pos, key, what, want string) {
				found[i] = append(found[i], Finding{at, r.Level, r.Name, what, want, key})
			})
		})
	}
	running.Wait()
	return slices.Concat(found...)
}

// Errors counts the findings that stop a build.
func Errors(findings []Finding) int {
	n := 0
	for _, f := range findings {
		if f.Level == Error {
			n++
		}
	}
	return n
}

type excepted struct{ rule, file, key string }

// except drops the findings that are listed, and reports each listed one that was not found:
// so the list can only shrink.
func except(d *dataset.Dataset, all []Finding, rules []Rule) []Finding {
	if len(d.Exceptions) == 0 {
		return all
	}
	used := map[excepted]bool{}
	for _, e := range d.Exceptions {
		used[excepted{e.Rule, e.Path, e.Subject}] = false
	}
	all = slices.DeleteFunc(all, func(f Finding) bool {
		id := excepted{f.Rule, f.File, f.Key}
		_, listed := used[id]
		if listed = listed && f.Key != ""; listed {
			used[id] = true
		}
		return listed
	})
	applied := func(name string) bool {
		return slices.ContainsFunc(rules, func(r Rule) bool { return r.Name == name })
	}
	if !applied(exceptionUnused.Name) {
		return all
	}
	for _, e := range d.Exceptions {
		if applied(e.Rule) && !used[excepted{e.Rule, e.Path, e.Subject}] {
			all = append(all, Finding{e.At("rule"), Error, exceptionUnused.Name,
				"nothing that this exception excuses", "the line removed, or its key corrected", ""})
		}
	}
	return all
}
