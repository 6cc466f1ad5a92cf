package build

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/harm-reduction-atlas/atlas/tools/internal/boundary"
	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
	"github.com/harm-reduction-atlas/atlas/tools/internal/picture"
	"github.com/harm-reduction-atlas/atlas/tools/internal/raster"
	"github.com/harm-reduction-atlas/atlas/tools/internal/words"
)

// pictureCache keeps drawn pictures between builds. A picture's file is called after everything
// that it depends on, and begins with a checksum of the rest, so that a file cut short or
// damaged is as good as none.
type pictureCache struct {
	dir  string
	code [sha256.Size]byte // the code that words and draws
	// fresh draws even what is kept.
	fresh bool
	mu    sync.Mutex
	used  map[string]bool // names of files that this build needs
}

// newPictureCache opens the cache in a folder, which need not exist.
func newPictureCache(dir string, goMod []byte) (*pictureCache, error) {
	code := sha256.New()
	code.Write(goMod) // versions of the libraries that draw
	for _, source := range []embed.FS{boundary.Source, carto.Source, raster.Source, words.Source, picture.Source} {
		if err := addSource(code, source); err != nil {
			return nil, fmt.Errorf("picture cache: %w", err)
		}
	}
	return &pictureCache{dir: dir, code: [sha256.Size]byte(code.Sum(nil)), used: map[string]bool{}}, nil
}

// addSource writes a package's source, less its tests: pictures are drawn anew when the code
// that words and draws them changes, and nobody has to remember to say so.
func addSource(to io.Writer, source embed.FS) error {
	files, err := source.ReadDir(".")
	if err != nil {
		return err
	}
	for _, f := range files {
		if strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		data, err := source.ReadFile(f.Name())
		if err != nil {
			return err
		}
		fmt.Fprintf(to, "%s %d\n%s", f.Name(), len(data), data)
	}
	return nil
}

// name is the file of a picture that depends on these values, which JSON must be able to write.
func (c *pictureCache) name(path string, from ...any) (string, error) {
	h := sha256.New()
	h.Write(c.code[:])
	for _, value := range append([]any{path}, from...) {
		if err := json.NewEncoder(h).Encode(value); err != nil {
			return "", fmt.Errorf("picture cache: %w", err)
		}
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// get gives the picture of a name and draws it only where the cache does not hold it whole.
func (c *pictureCache) get(name string, draw func() ([]byte, error)) ([]byte, error) {
	c.use(name)
	file := filepath.Join(c.dir, name)
	if kept, err := os.ReadFile(file); err == nil && len(kept) > sha256.Size && !c.fresh {
		sum := sha256.Sum256(kept[sha256.Size:])
		if bytes.Equal(sum[:], kept[:sha256.Size]) {
			return kept[sha256.Size:], nil
		}
	}
	picture, err := draw()
	if err != nil {
		return nil, err
	}
	return picture, c.keep(file, picture)
}

// use keeps a picture from being pruned.
func (c *pictureCache) use(name string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.used[name] = true
}

// keep writes a picture after its checksum.
func (c *pictureCache) keep(file string, picture []byte) error {
	if err := os.MkdirAll(c.dir, 0o755); err != nil {
		return fmt.Errorf("picture cache: %w", err)
	}
	sum := sha256.Sum256(picture)
	if err := replace(file, c.dir, sum[:], picture); err != nil {
		return fmt.Errorf("picture cache: %w", err)
	}
	return nil
}

// prune removes the pictures that this build did not use, and what a build that was killed left
// half written; another that is under way may still need a new one.
func (c *pictureCache) prune(now time.Time) error {
	entries, err := os.ReadDir(c.dir)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("picture cache: %w", err)
	}
	for _, e := range entries {
		info, err := e.Info()
		fresh := err == nil && strings.HasPrefix(e.Name(), halfWritten) && now.Sub(info.ModTime()) < time.Hour
		if c.used[e.Name()] || e.IsDir() || fresh {
			continue
		}
		if err := os.Remove(filepath.Join(c.dir, e.Name())); err != nil && !errors.Is(err, os.ErrNotExist) {
			return fmt.Errorf("picture cache: %w", err)
		}
	}
	return nil
}
