package sitetest_test

import (
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rule"
	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"
)

func TestGrownBreaksNoRule(t *testing.T) {
	const root, times = "../../..", 3
	once, err := sitetest.Grown(root, 1)
	if err != nil {
		t.Fatal(err)
	}
	more, err := sitetest.Grown(root, times)
	if err != nil {
		t.Fatal(err)
	}
	real, grown := dataset.Load(once), dataset.Load(more)
	if len(real.Observations) == 0 || len(grown.Observations) != times*len(real.Observations) {
		t.Errorf("%d observations became %d; want %d times as many", len(real.Observations), len(grown.Observations), times)
	}
	for _, f := range rule.Check(grown, rule.All()) {
		switch f.Rule {
		case "source-unused": // by copies of publications that only notes cite
		case "wording": // in copies of notes that are listed exceptions
		default:
			t.Error(f)
		}
	}
}
