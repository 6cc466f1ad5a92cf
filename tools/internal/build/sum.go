package build

import (
	"crypto/sha256"
	"fmt"
	"hash"
	"io/fs"
)

// hasher makes a checksum of named parts, each with its length, so that no two lists of parts
// are taken for each other.
type hasher struct{ to hash.Hash }

func newHash() hasher { return hasher{sha256.New()} }

func (h hasher) part(name string, data []byte) {
	fmt.Fprintf(h.to, "%q %d\n", name, len(data))
	h.to.Write(data)
}

// tree adds a file or all files of a folder.
func (h hasher) tree(fsys fs.FS, name string) error { return eachFile(fsys, name, h.part) }

func (h hasher) sum() sum { return sum(h.to.Sum(nil)) }
