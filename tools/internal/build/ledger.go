package build

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"
)

// ledger remembers which picture of the cache, or which text, each file of a folder holds, and its size and
// time when it was written. As in Git's index, a file whose size and time are still those has not
// been touched: a build need read neither the file nor the picture to know that they are the same.
type ledger struct {
	dir, file string
	before    map[string]held
	mu        sync.Mutex
	pictures  map[string]string // what this build wants in each file
}

type held struct {
	Picture string
	Size    int64
	Time    int64 // of the last change, in nanoseconds
}

// openLedger reads what an earlier build left in a file, if anything that can be read.
func openLedger(dir, file string) *ledger {
	l := &ledger{dir: dir, file: file, pictures: map[string]string{}}
	data, err := os.ReadFile(file)
	if err == nil && json.Unmarshal(data, &l.before) != nil {
		l.before = nil
	}
	return l
}

// enter notes which picture a file is to hold and tells whether it does so already.
func (l *ledger) enter(path, picture string) bool {
	l.mu.Lock()
	l.pictures[path] = picture
	l.mu.Unlock()
	now, err := l.held(path, picture)
	return err == nil && now == l.before[path]
}

// keep notes what a file is to hold, and gives nothing if it does so already: of thousands of small
// files hardly any changes, and to look at their time is faster than to read them.
func (l *ledger) keep(path string, data []byte) []byte {
	sum := sha256.Sum256(data)
	if l.enter(path, hex.EncodeToString(sum[:])) {
		return nil
	}
	return data
}

func (l *ledger) held(path, picture string) (held, error) {
	info, err := os.Stat(filepath.Join(l.dir, filepath.FromSlash(path)))
	if err != nil {
		return held{}, err
	}
	return held{picture, info.Size(), info.ModTime().UnixNano()}, nil
}

// close writes down what the files hold, once all of them are in place.
func (l *ledger) close() error {
	now, errs := make(map[string]held, len(l.pictures)), []error(nil)
	for _, path := range slices.Sorted(maps.Keys(l.pictures)) {
		h, err := l.held(path, l.pictures[path])
		now[path], errs = h, append(errs, err)
	}
	err := errors.Join(errs...)
	if err == nil && !maps.Equal(now, l.before) {
		var data []byte
		if data, err = json.Marshal(now); err == nil {
			err = os.WriteFile(l.file, data, 0o644)
		}
	}
	if err != nil {
		return fmt.Errorf("pictures in place: %w", err)
	}
	return nil
}
