package build

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// stageFor makes an empty folder beside out, on the same file system, so that it can be
// swapped in by renaming.
func stageFor(out string) (string, error) {
	parent, name := filepath.Split(filepath.Clean(out))
	if parent == "" {
		parent = "."
	}
	stage, err := os.MkdirTemp(parent, name+".stage-*")
	if err != nil {
		return "", fmt.Errorf("output folder %s: cannot write beside it (choose another with --out): %w", out, err)
	}
	return stage, os.Chmod(stage, 0o755)
}

// swap puts stage where out is. Where the system can exchange two folders at once it does;
// elsewhere out is moved aside first and moved back if the second step fails.
func swap(stage, out string) error {
	if _, err := os.Lstat(out); errors.Is(err, fs.ErrNotExist) {
		return rename(stage, out)
	}
	if err := exchange(stage, out); err == nil {
		return os.RemoveAll(stage)
	}
	aside := stage + ".old"
	if err := rename(out, aside); err != nil {
		return err
	}
	if err := rename(stage, out); err != nil {
		return errors.Join(err, rename(aside, out))
	}
	return os.RemoveAll(aside)
}

func rename(from, to string) error {
	if err := os.Rename(from, to); err != nil {
		return fmt.Errorf("put the new site in place: %w", err)
	}
	return nil
}
