// Package revision opens the tree of another revision, without touching the checkout.
package revision

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Open gives the folders below root as they were at a revision, by any name that git knows, or
// the tree of a folder on the disk. A name that is both means the folder.
func Open(ctx context.Context, root, name string, folders ...string) (fs.FS, error) {
	dir := name
	if !filepath.IsAbs(dir) {
		dir = filepath.Join(root, name)
	}
	if info, err := os.Stat(dir); err == nil && info.IsDir() && name != "" {
		return os.DirFS(dir), nil
	}
	return atRevision(ctx, root, name, folders)
}

func atRevision(ctx context.Context, root, name string, folders []string) (fs.FS, error) {
	commit, err := git(ctx, root, "rev-parse", "--verify", "--quiet", "--end-of-options", name+"^{commit}")
	if err != nil {
		return nil, fmt.Errorf("%q is neither a folder nor a revision that git knows here: %w", name, err)
	}
	listed, err := git(ctx, root, append([]string{"ls-tree", "--name-only", string(bytes.TrimSpace(commit))}, folders...)...)
	if err != nil {
		return nil, fmt.Errorf("revision %q: %w", name, err)
	}
	there := strings.Fields(string(listed))
	if len(there) == 0 {
		return nil, fmt.Errorf("revision %q: none of %s in it", name, strings.Join(folders, ", "))
	}
	packed, err := git(ctx, root, append([]string{"archive", "--format=zip", "-0", string(bytes.TrimSpace(commit))}, there...)...)
	if err != nil {
		return nil, fmt.Errorf("revision %q: %w", name, err)
	}
	tree, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return nil, fmt.Errorf("revision %q: %w", name, err)
	}
	return tree, nil
}

// git runs a command that only reads.
func git(ctx context.Context, root string, args ...string) ([]byte, error) {
	var out, problem bytes.Buffer
	cmd := exec.CommandContext(ctx, "git", args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = root, &out, &problem
	if err := cmd.Run(); err != nil {
		if said := strings.TrimSpace(problem.String()); said != "" {
			return nil, fmt.Errorf("git %s: %s", args[0], said)
		}
		return nil, fmt.Errorf("git %s: %w", args[0], err)
	}
	return out.Bytes(), nil
}
