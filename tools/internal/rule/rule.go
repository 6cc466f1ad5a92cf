// Package rule holds the rules that every data file must keep, one rule a file.
package rule

import (
	"fmt"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// Level tells how bad a finding is: an Error stops a build, a Warning does not.
type Level string

// The levels.
const (
	Error   Level = "error"
	Warning Level = "warning"
)

// Finding is one thing that a rule found, at its place.
type Finding struct {
	csvfile.Pos
	Level Level
	Rule  string
	Found string
	Want  string
	// Key names the row for the list of exceptions; empty where a finding can't be excepted.
	Key string
}

// String gives "file:line:col: level rule: found; want what is wanted".
func (f Finding) String() string {
	return fmt.Sprintf("%s: %s %s: %s; want %s", f.Pos, f.Level, f.Rule, f.Found, f.Want)
}

// Rule is one rule.
type Rule struct {
	// Name is short, lower-case, hyphenated; findings and exceptions use it.
	Name  string
	Level Level
	// About says in one sentence what must hold and which real mistake the rule prevents.
	About string
	// Check reports every breach in the data set.
	Check func(*dataset.Dataset, Report)
}

// Report takes one breach: its place, the key of its row (empty if it cannot be excepted),
// what was found and what is wanted.
type Report func(at csvfile.Pos, key, found, want string)
