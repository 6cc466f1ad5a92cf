package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/report"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rule"
)

// Env is what a command may know of the world around it.
type Env struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	// Dir is the working folder.
	Dir    string
	Getenv func(string) string
	// Terminal gives the width of the terminal behind a writer, or 0 if there is none.
	Terminal func(io.Writer) int
	// Interactive tells that Stdin is a terminal, where a person can be asked.
	Interactive bool

	root string // --root
}

// Root gives the folder of the checkout: --root, or the module around the working folder.
func (e *Env) Root() (string, error) {
	if e.root != "" {
		return e.givenRoot()
	}
	for dir := e.Dir; ; dir = filepath.Dir(dir) {
		if isFile(filepath.Join(dir, "go.mod")) && isFolder(filepath.Join(dir, "data")) {
			return dir, nil
		}
		if dir == filepath.Dir(dir) {
			return "", usageError{fmt.Errorf("no atlas here: neither %s nor a folder above it holds go.mod and data/; change there or give --root DIR", e.Dir)}
		}
	}
}

func (e *Env) givenRoot() (string, error) {
	root := e.root
	if !filepath.IsAbs(root) {
		root = filepath.Join(e.Dir, root)
	}
	if !isFolder(filepath.Join(root, "data")) {
		return "", usageError{fmt.Errorf("--root %s: no folder data/ in it; want the folder of a checkout", e.root)}
	}
	return root, nil
}

// Load reads the data files below the root.
func (e *Env) Load() (*dataset.Dataset, error) {
	root, err := e.Root()
	if err != nil {
		return nil, err
	}
	return dataset.Load(os.DirFS(root)), nil
}

// Sound reads the data files and insists that every one could be read: what a table said of
// half the data would be wrong.
func (e *Env) Sound() (*dataset.Dataset, error) {
	d, err := e.Load()
	if err != nil || len(d.Faults) == 0 {
		return d, err
	}
	var unread []rule.Finding
	for _, f := range d.Faults {
		unread = append(unread, rule.Finding{Pos: f.Pos, Level: rule.Error, Rule: f.Rule, Found: f.Found, Want: f.Want})
	}
	return nil, errors.Join(e.Style(e.Stderr).Findings(e.Stderr, unread), errFound)
}

// Style says how to print to a writer: colours and the width of its terminal, or else the
// width that COLUMNS gives, or none.
func (e *Env) Style(w io.Writer) report.Style {
	width := e.Terminal(w)
	style := report.Style{Width: width, Colour: width > 0 && e.Getenv("NO_COLOR") == "" && e.Getenv("TERM") != "dumb"}
	if width == 0 {
		// Anything but a number leaves the width at 0: no limit.
		_, _ = fmt.Sscan(e.Getenv("COLUMNS"), &style.Width)
	}
	return style
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode()&fs.ModeDir != 0
}
