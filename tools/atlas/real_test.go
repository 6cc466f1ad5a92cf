package main

import (
	"os"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/reconcile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rule"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rulebook"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// The data of this checkout keep every rule, so that whoever runs the tests also checks them.
func TestRealDataKeepEveryRule(t *testing.T) {
	d := dataset.Load(os.DirFS("../.."))
	for _, f := range rule.Check(d, rulebook.All()) {
		if f.Level == rule.Error {
			t.Error(f)
		} else {
			t.Log(f)
		}
	}
	lines := reconcile.Compare(d, status.Of(d))
	for _, l := range lines {
		if l.Unlisted() {
			t.Errorf("%s: %d printed, %d counted, and no exception says why", l.Key(), l.Countries, l.Ours)
		}
	}
	if len(lines) < 100 {
		t.Errorf("only %d printed totals; more than a hundred were read", len(lines))
	}
}
