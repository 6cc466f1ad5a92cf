package preview

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"path/filepath"
	"time"
)

// watch converts again whenever a file of data or words has changed.
func (p *preview) watch(ctx context.Context, seen footprint) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(p.Every):
		}
		now := look(p.Root, edited...)
		if now == seen {
			continue
		}
		seen = now
		p.convert(ctx)
	}
}

// convert tells of what breaks the rules as soon as it is known, and no longer of what does not.
func (p *preview) convert(ctx context.Context) {
	began, records := p.Now(), look(p.Root, recorded...)
	err := p.converter.Convert(ctx, func() {
		fmt.Fprintf(p.Log, "Data read in %d ms.\n", p.Now().Sub(began).Milliseconds())
		now := p.news.change(func() { p.news.data = nil })
		if look(p.Root, recorded...) != records {
			p.news.awaitPages(ctx, now, patience) // drawing at the same time would make them late
		}
	})
	if err == nil || errors.Is(err, context.Canceled) {
		return
	}
	p.news.change(func() { p.news.data = findings(err) })
	p.Broken(err)
}

// patience is how long drawing waits for Hugo, which may have stopped at an error.
const patience = 3 * time.Second

// The folders that people edit, and those in which Hugo finds what they edited.
var (
	edited   = []string{"data", "content"}
	recorded = []string{"build/data", "build/assets"}
)

// footprint tells two states of some files apart.
type footprint uint64

// look goes through every file of some folders below a root. What cannot be read counts as
// absent: the rules will tell of it.
func look(root string, folders ...string) footprint {
	h := fnv.New64a()
	for _, dir := range folders {
		_ = filepath.WalkDir(filepath.Join(root, filepath.FromSlash(dir)), func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return nil
			}
			if info, err := entry.Info(); err == nil {
				fmt.Fprintln(h, path, info.Size(), info.ModTime().UnixNano())
			}
			return nil
		})
	}
	return footprint(h.Sum64())
}
