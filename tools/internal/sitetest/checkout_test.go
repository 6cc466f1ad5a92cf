package sitetest

import (
	"os"
	"path/filepath"
	"testing"
)

func TestCheckoutCopiesWhatABuildReads(t *testing.T) {
	to := filepath.Join(t.TempDir(), "copy")
	if err := Checkout(filepath.Join("..", "..", ".."), to); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"go.mod", "config.toml", "data/countries.csv", "layouts/baseof.html"} {
		if _, err := os.Stat(filepath.Join(to, name)); err != nil {
			t.Error(err)
		}
	}
	if _, err := os.Stat(filepath.Join(to, "tools")); err == nil {
		t.Error("the program is copied too")
	}
	if err := Checkout(t.TempDir(), filepath.Join(t.TempDir(), "copy")); err == nil {
		t.Error("an empty folder passes for a checkout")
	}
}
