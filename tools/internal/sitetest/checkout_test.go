package sitetest

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rule"
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

func TestALanguageLessLeavesNoTrace(t *testing.T) {
	root := filepath.Join(t.TempDir(), "copy")
	if err := Checkout(filepath.Join("..", "..", ".."), root); err != nil {
		t.Fatal(err)
	}
	if err := DropLanguage(root, "ru"); err != nil {
		t.Fatal(err)
	}
	for _, f := range rule.Check(dataset.Load(os.DirFS(root)), rule.All()) {
		if f.Level == rule.Error {
			t.Error(f)
		}
	}
	if err := DropLanguage(root, "ru"); err == nil {
		t.Error("a language that is not there passes for dropped")
	}
}

func TestPicturesComeAlong(t *testing.T) {
	root, to := t.TempDir(), filepath.Join(t.TempDir(), "copy")
	drawn := filepath.Join("build", "cache", "pictures", "a picture")
	if err := os.MkdirAll(filepath.Dir(filepath.Join(root, drawn)), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(root, drawn), []byte("drawn"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := BringPictures(root, to); err != nil {
		t.Fatal(err)
	}
	if err := BringPictures(t.TempDir(), to); err != nil {
		t.Errorf("where nothing was drawn: %v", err)
	}
	if data, err := os.ReadFile(filepath.Join(to, drawn)); err != nil || string(data) != "drawn" {
		t.Errorf("got %q, %v", data, err)
	}
}
