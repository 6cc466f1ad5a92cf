package sitetest

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
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
