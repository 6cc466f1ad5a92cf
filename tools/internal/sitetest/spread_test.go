package sitetest_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rule"
	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"
)

// What is added to a checkout keeps every rule but that on codes, which there are too few of.
func TestMorePlacesAndIndicators(t *testing.T) {
	root := filepath.Join(t.TempDir(), "atlas")
	if err := sitetest.Checkout("../../..", root); err != nil {
		t.Fatal(err)
	}
	before := dataset.Load(os.DirFS(root))
	for _, err := range []error{sitetest.AddPlaces(root, 600), sitetest.AddIndicators(root, 30)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	after := dataset.Load(os.DirFS(root))
	profiles := 0
	for _, c := range after.Countries {
		if c.Profile {
			profiles++
		}
	}
	if profiles != 600 || len(after.Indicators) != 30 || len(after.Observations) < 2*len(before.Observations) {
		t.Errorf("%d profiles, %d indicators, %d observations from %d", profiles, len(after.Indicators), len(after.Observations), len(before.Observations))
	}
	for _, f := range rule.Check(after, rule.All()) {
		switch f.Rule {
		case "empty-cell": // the codes
		case "wording": // in copies of texts that are listed exceptions
		default:
			t.Error(f)
		}
	}
}

// The observations on disk become as many as those in memory.
func TestRepeat(t *testing.T) {
	root := filepath.Join(t.TempDir(), "atlas")
	if err := sitetest.Checkout("../../..", root); err != nil {
		t.Fatal(err)
	}
	before := dataset.Load(os.DirFS(root))
	if err := sitetest.Repeat(root, 3); err != nil {
		t.Fatal(err)
	}
	if after := dataset.Load(os.DirFS(root)); len(after.Observations) != 3*len(before.Observations) || len(after.Sources) != 3*len(before.Sources) {
		t.Errorf("%d observations and %d sources, want three times %d and %d", len(after.Observations), len(after.Sources), len(before.Observations), len(before.Sources))
	}
}
