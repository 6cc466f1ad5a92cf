package sitetest

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// parts are what a build reads of a checkout.
var parts = []string{"go.mod", "go.sum", "config.toml", "content", "data", "layouts", "static", "LICENSE-DATA.md"}

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
