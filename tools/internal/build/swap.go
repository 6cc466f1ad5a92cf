package build

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// What is added to the name of the output folder for that of the stage, and to that for the site that
// gives way to it.
const (
	stageMark = ".stage-"
	asideMark = ".old"
)

// stageFor makes an empty folder beside out, on the same file system, so that it can be
// swapped in by renaming.
func stageFor(out string) (string, error) {
	parent, name := filepath.Split(filepath.Clean(out))
	if parent == "" {
		parent = "."
	}
	stage, err := os.MkdirTemp(parent, name+stageMark+"*")
	if err != nil {
		return "", fmt.Errorf("output folder %s: cannot write beside it (choose another with --out): %w", out, err)
	}
	return stage, os.Chmod(stage, 0o755)
}

// openStage makes the folder in which what goes to out grows, and notes its path for the next build. The
// caller holds the lock of the checkout, so whatever an earlier note names was left by one that was killed.
func (r *run) openStage(out string) error {
	note := filepath.Join(r.Root, "build", "stage")
	sweep(note)
	stage, err := stageFor(out)
	if err != nil {
		return err
	}
	r.stage = stage
	abs, err := filepath.Abs(stage)
	if err == nil {
		err = os.WriteFile(note, []byte(abs), 0o644)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("note of the working folder: %w", err), os.RemoveAll(stage))
	}
	return nil
}

// sweep takes away the folder that a note names. Where that build was killed between two renames, the
// old site is put back first. What cannot be removed is in nobody's way.
func sweep(note string) {
	if old, err := os.ReadFile(note); err == nil && strings.Contains(filepath.Base(string(old)), stageMark) {
		restore(string(old))
		_ = os.RemoveAll(string(old))
	}
}

// restore undoes the first half of a swap in two steps.
func restore(stage string) {
	out, _, _ := strings.Cut(filepath.Base(stage), stageMark)
	out = filepath.Join(filepath.Dir(stage), out)
	if _, err := os.Lstat(out); errors.Is(err, fs.ErrNotExist) {
		_ = os.Rename(stage+asideMark, out)
	}
}

// swap puts stage where out is, and gives the folder in which the old site is now; none if there was none. Where the
// system can exchange two folders at once it does; elsewhere out is moved aside first and moved back if the second
// step fails.
func swap(stage, out string) (old string, err error) {
	if _, err := os.Lstat(out); errors.Is(err, fs.ErrNotExist) {
		return "", rename(stage, out)
	}
	if err := exchange(stage, out); err == nil {
		return stage, nil
	}
	aside := stage + asideMark
	if err := rename(out, aside); err != nil {
		return "", err
	}
	if err := rename(stage, out); err != nil {
		return "", errors.Join(err, rename(aside, out))
	}
	return aside, nil
}

// replaced is where a site that gave way waits to be taken away: by the next build, while Hugo works.
func (r *run) replaced() string { return filepath.Join(r.Root, "build", "replaced") }

// retire moves a site that gave way out of sight, or takes it away at once where that cannot be.
func (r *run) retire(old string) error {
	if old == "" || os.Rename(old, r.replaced()) == nil {
		return nil
	}
	return os.RemoveAll(old)
}

// discard takes away the site that the last build replaced. What cannot be removed is in nobody's way.
func (r *run) discard() { _ = os.RemoveAll(r.replaced()) }

func rename(from, to string) error {
	if err := os.Rename(from, to); err != nil {
		return fmt.Errorf("put the new site in place: %w", err)
	}
	return nil
}
