package amend

import (
	"bytes"
	"io/fs"
	"path"
	"time"
)

// overlay shows a folder as it would be with some files replaced.
type overlay struct {
	fs.FS
	files map[string][]byte
}

// Open gives the new content where there is one.
func (o overlay) Open(name string) (fs.File, error) {
	if content, ok := o.files[name]; ok {
		return &file{bytes.NewReader(content), name}, nil
	}
	return o.FS.Open(name)
}

// file is a replaced file, open for reading.
type file struct {
	*bytes.Reader
	name string
}

func (f *file) Stat() (fs.FileInfo, error) { return f, nil }
func (f *file) Close() error               { return nil }
func (f *file) Name() string               { return path.Base(f.name) }
func (f *file) Mode() fs.FileMode          { return 0o444 }
func (f *file) ModTime() time.Time         { return time.Time{} }
func (f *file) IsDir() bool                { return false }
func (f *file) Sys() any                   { return nil }
