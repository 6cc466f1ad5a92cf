package edition

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"
)

// File is a file of an edition. Path has slashes and is relative to the edition's folder.
type File struct {
	Path string
	Data []byte
}

// SumsFile lists the checksum of every other file of an edition, in the form that sha256sum
// reads.
const SumsFile = "SHA256SUMS"

// pack writes an archive of files sorted by path, all dated alike. The same files and date give
// the same bytes; nothing of the machine is in them.
func pack(files []File, date time.Time) ([]byte, error) {
	files = slices.Clone(files)
	files = append(files, File{SumsFile, sums(files)})
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	w.RegisterCompressor(zip.Deflate, func(to io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(to, flate.BestCompression)
	})
	names := map[string]bool{}
	for _, f := range files {
		if err := checkName(f.Path, names); err != nil {
			return nil, err
		}
		entry, err := w.CreateHeader(&zip.FileHeader{Name: f.Path, Method: zip.Deflate, Modified: date.UTC()})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Path, err)
		}
		if _, err := entry.Write(f.Data); err != nil {
			return nil, fmt.Errorf("%s: %w", f.Path, err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("archive: %w", err)
	}
	return out.Bytes(), nil
}

func sums(files []File) []byte {
	lines := make([]string, len(files))
	for i, f := range files {
		lines[i] = Sum(f.Data) + "  " + f.Path + "\n"
	}
	slices.SortFunc(lines, func(a, b string) int { return cmp.Compare(a[2*sha256.Size:], b[2*sha256.Size:]) })
	return []byte(strings.Join(lines, ""))
}

// Sum gives the SHA-256 of a file in hexadecimal digits.
func Sum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// limits bound what an archive may hold, so that a small file cannot fill memory or disk.
type limits struct {
	files       int
	bytes, each uint64
}

// sizes are some ten times those of a real edition.
var sizes = limits{files: 5000, bytes: 256 << 20, each: 64 << 20}

// unpack reads an archive that anybody may have made. Whatever is not a plain file with a plain
// name is refused, as is everything above the limits; no name leads out of the folder.
func unpack(archive []byte, max limits) ([]File, error) {
	r, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		return nil, fmt.Errorf("archive: %w", err)
	}
	if len(r.File) > max.files {
		return nil, fmt.Errorf("%d files; want at most %d", len(r.File), max.files)
	}
	files, names, left := make([]File, 0, len(r.File)), map[string]bool{}, max.bytes
	for _, f := range r.File {
		if err := checkName(f.Name, names); err != nil {
			return nil, err
		}
		if !f.Mode().IsRegular() {
			return nil, fmt.Errorf("%q: not a plain file", f.Name)
		}
		data, err := content(f, min(max.each, left))
		if err != nil {
			return nil, fmt.Errorf("%q: %w", f.Name, err)
		}
		left -= uint64(len(data))
		files = append(files, File{f.Name, data})
	}
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	return files, nil
}

// content reads a file; its declared size is not believed.
func content(f *zip.File, most uint64) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close() // nothing is written
	data, err := io.ReadAll(io.LimitReader(r, int64(most)+1))
	switch {
	case err != nil:
		return nil, err
	case uint64(len(data)) > most:
		return nil, fmt.Errorf("more than %d bytes", most)
	}
	return data, nil
}

// checkName refuses names that another system reads otherwise: the site may be unpacked, served
// and archived on any. The page of the edition's folder is made by the site.
func checkName(name string, taken map[string]bool) error {
	lower := strings.ToLower(name)
	switch {
	case !fs.ValidPath(name) || name == ".":
		return fmt.Errorf("%q: not a path below the folder", name)
	case strings.ContainsFunc(name, func(r rune) bool { return !strings.ContainsRune(plain, r) }):
		return fmt.Errorf("%q: want only letters, digits and . _ - /", name)
	case lower == "index.html":
		return fmt.Errorf("%q: the site makes this page itself", name)
	case taken[lower]:
		return fmt.Errorf("%q: twice", name)
	}
	for dir, _ := cut(lower); dir != ""; dir, _ = cut(dir) {
		if taken[dir] && !taken[dir+"/"] {
			return fmt.Errorf("%q: below a file", name)
		}
		taken[dir+"/"] = true
	}
	if taken[lower+"/"] {
		return fmt.Errorf("%q: a folder has this name", name)
	}
	taken[lower] = true
	return nil
}

const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/"

// cut parts a path from its last name; of a single name the folder is "".
func cut(name string) (dir, base string) {
	i := strings.LastIndexByte(name, '/')
	if i < 0 {
		return "", name
	}
	return name[:i], name[i+1:]
}

// errSums says that an archive does not hold what its own list says.
var errSums = errors.New(SumsFile + " does not list exactly what is there")

// verify compares the files with the list among them.
func verify(files []File) error {
	var others []File
	var list []byte
	for _, f := range files {
		if f.Path == SumsFile {
			list = f.Data
		} else {
			others = append(others, f)
		}
	}
	if !bytes.Equal(list, sums(others)) {
		return errSums
	}
	return nil
}
