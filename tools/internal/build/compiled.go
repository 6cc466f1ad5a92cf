package build

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// noteKept is how long a note of where Hugo lies is believed. Go throws away what it has compiled and was
// not asked for during some days.
const noteKept = 24 * time.Hour

// compiled gives the path of the Hugo that go.mod pins, and compiles it where need be. To ask go takes half a
// second even where nothing is to be compiled, so the answer is kept as long as what it rests on.
func compiled(ctx context.Context, root string, env []string) (string, error) {
	note := filepath.Join(root, "build", "cache", "hugo")
	key, err := pinned(root)
	if err != nil {
		return "", err
	}
	if path := noted(note, key); path != "" {
		return path, nil
	}
	find := exec.CommandContext(ctx, "go", "tool", "-n", "hugo")
	find.Dir, find.Env = root, env
	out, err := find.Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			err = fmt.Errorf("%w\n%s", err, exit.Stderr)
		}
		return "", fmt.Errorf("compile hugo: %w", err)
	}
	path := strings.TrimSpace(string(out))
	if err := os.MkdirAll(filepath.Dir(note), 0o755); err == nil {
		_ = replace(note, filepath.Dir(note), []byte(key+"\n"+path)) // without the note it only takes longer
	}
	return path, nil
}

// pinned is a checksum of what decides which Hugo is compiled.
func pinned(root string) (string, error) {
	h := newHash()
	h.part("go", []byte(runtime.Version()+os.Getenv("GOFLAGS")))
	for _, name := range []string{"go.mod", "go.sum"} {
		if err := h.tree(os.DirFS(root), name); err != nil {
			return "", fmt.Errorf("compile hugo: %w", err)
		}
	}
	return fmt.Sprintf("%x", h.sum()), nil
}

// noted reads a path from a note for a key; "" if it is of something else, too old, or leads nowhere.
func noted(note, key string) string {
	info, err := os.Stat(note)
	if err != nil || time.Since(info.ModTime()) > noteKept {
		return ""
	}
	text, err := os.ReadFile(note)
	if err != nil {
		return ""
	}
	of, path, _ := strings.Cut(string(text), "\n")
	if of != key {
		return ""
	}
	if program, err := os.Stat(path); err != nil || !program.Mode().IsRegular() {
		return ""
	}
	return path
}
