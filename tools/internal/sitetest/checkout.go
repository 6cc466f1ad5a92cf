package sitetest

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// parts are what a build reads of a checkout.
var parts = []string{"go.mod", "go.sum", "config.toml", "content", "data", "layouts", "static", "LICENSE-DATA.md"}

// pictures is where builds keep what they have drawn.
const pictures = "build/cache/pictures"

// Checkout copies what a build reads from the checkout at root into a new folder, so that a
// test may spoil it.
func Checkout(root, to string) error {
	if err := os.MkdirAll(to, 0o755); err != nil {
		return fmt.Errorf("copy of the checkout: %w", err)
	}
	var errs []error
	for _, part := range parts {
		errs = append(errs, copyPart(filepath.Join(root, part), filepath.Join(to, part)))
	}
	return errors.Join(errs...)
}

// BringPictures brings the pictures along that earlier builds of the checkout at root drew, since to draw
// all of them takes longer than everything else in a build. Each gets a second name, or is copied where the
// system cannot: builds replace them whole. Another build may take away some meanwhile.
func BringPictures(root, copied string) error {
	from, to := filepath.Join(root, pictures), filepath.Join(copied, pictures)
	entries, err := os.ReadDir(from)
	if err != nil {
		return nil // nothing was drawn yet
	}
	if err := os.MkdirAll(to, 0o755); err != nil {
		return fmt.Errorf("pictures of the checkout: %w", err)
	}
	for _, e := range entries {
		old, new := filepath.Join(from, e.Name()), filepath.Join(to, e.Name())
		if os.Link(old, new) == nil {
			continue
		}
		data, err := os.ReadFile(old)
		if err == nil {
			err = os.WriteFile(new, data, 0o644)
		}
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return fmt.Errorf("pictures of the checkout: %w", err)
		}
	}
	return nil
}

// DropLanguage takes a language out of a checkout, so that builds of it take less time.
func DropLanguage(root, lang string) error {
	path := filepath.Join(root, "config.toml")
	config, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("drop %s: %w", lang, err)
	}
	table := regexp.MustCompile(`(?m)^\[languages\.` + regexp.QuoteMeta(lang) + `\]\n(?:\w.*\n)+`)
	if !table.Match(config) {
		return fmt.Errorf("drop %s: config.toml has no such language", lang)
	}
	err = os.WriteFile(path, table.ReplaceAll(config, nil), 0o644)
	err = errors.Join(err, os.Remove(filepath.Join(root, "data", "i18n", lang+".toml")))
	err = errors.Join(err, rewrite(root, "data/exceptions.csv", func(rows [][]string) [][]string {
		return slices.DeleteFunc(rows, func(row []string) bool { // of files that are gone
			return strings.HasSuffix(row[1], "."+lang+".md") || strings.HasSuffix(row[1], "/"+lang+".toml")
		})
	}))
	return errors.Join(err, filepath.WalkDir(filepath.Join(root, "content"), func(path string, _ os.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, "."+lang+".md") {
			err = os.Remove(path)
		}
		return err
	}))
}

func copyPart(from, to string) error {
	info, err := os.Stat(from)
	if err != nil {
		return fmt.Errorf("copy of the checkout: %w", err)
	}
	if info.IsDir() {
		return os.CopyFS(to, os.DirFS(from))
	}
	data, err := os.ReadFile(from)
	if err != nil {
		return fmt.Errorf("copy of the checkout: %w", err)
	}
	return os.WriteFile(to, data, 0o644)
}
