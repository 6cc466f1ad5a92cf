// Package tidy puts data files into their canonical form, all of them or none.
package tidy

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// Change is the new content of a file, named by its path below the root.
type Change struct {
	File    string
	Content []byte
}

// Plan gives the files that are not canonical, in the order of the data set. If a CSV file is
// missing, cannot be read, or could not be written anew without loss, there is no plan but an
// error for each such place.
func Plan(d *dataset.Dataset) (changes []Change, problems []error) {
	for _, f := range d.Faults {
		if _, csv := dataset.FileFor(f.File); csv {
			problems = append(problems, fmt.Errorf("%s: error %s: %s; want %s", f.Pos, f.Rule, f.Found, f.Want))
		}
	}
	for _, t := range d.Tables {
		content, err := dataset.Canonical(t)
		switch {
		case err != nil && len(t.Faults) == 0:
			problems = append(problems, err)
		case err == nil && !bytes.Equal(content, d.Raw[t.File]):
			changes = append(changes, Change{t.File, content})
		}
	}
	if len(problems) > 0 {
		return nil, problems
	}
	return changes, nil
}

// Apply writes the changes below root. Every new file is complete beside its old one before
// the first takes its place, so that a full disk or a missing right changes nothing.
func Apply(root string, changes []Change) (err error) {
	staged := make([]replacement, 0, len(changes))
	defer func() {
		for _, r := range staged {
			if removing := os.Remove(r.temp); removing != nil && !errors.Is(removing, fs.ErrNotExist) {
				err = errors.Join(err, removing)
			}
		}
	}()
	for _, c := range changes {
		r, err := stage(filepath.Join(root, filepath.FromSlash(c.File)), c.Content)
		if err != nil {
			return fmt.Errorf("%s: %w; nothing was changed", c.File, cause(err))
		}
		staged = append(staged, r)
	}
	for i, r := range staged {
		if err := os.Rename(r.temp, r.file); err != nil {
			return fmt.Errorf("%s: %w", changes[i].File, cause(err))
		}
	}
	return nil
}

// cause drops the path of a temporary file from an error: the message names the file itself.
func cause(err error) error {
	var bad *fs.PathError
	if errors.As(err, &bad) {
		return bad.Err
	}
	return err
}
