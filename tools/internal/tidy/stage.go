package tidy

import (
	"errors"
	"os"
	"path/filepath"
)

// replacement is a finished file beside the one whose place it will take.
type replacement struct{ temp, file string }

// stage writes the content beside the file, with the file's mode. Of a symbolic link the
// target is replaced and the link kept.
func stage(file string, content []byte) (replacement, error) {
	file, err := filepath.EvalSymlinks(file)
	if err != nil {
		return replacement{}, err
	}
	info, err := os.Stat(file)
	if err != nil {
		return replacement{}, err
	}
	temp, err := os.CreateTemp(filepath.Dir(file), ".atlas-*")
	if err != nil {
		return replacement{}, err
	}
	if err := fill(temp, content, info.Mode().Perm()); err != nil {
		return replacement{}, errors.Join(err, os.Remove(temp.Name()))
	}
	return replacement{temp.Name(), file}, nil
}

// fill writes, makes sure that the bytes are on the disk, and closes.
func fill(f *os.File, content []byte, mode os.FileMode) error {
	_, writing := f.Write(content)
	return errors.Join(writing, f.Chmod(mode), f.Sync(), f.Close())
}
