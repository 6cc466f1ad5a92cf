package build

import (
	"context"
	"path/filepath"
)

// Converter checks data and writes what Hugo reads, again and again, as a preview needs it.
type Converter struct {
	Options
	editions  editions
	projected keptViews
}

// Convert writes first what pages show, then, when it has called shown, the pictures and files
// that pages only point to.
func (c *Converter) Convert(ctx context.Context, shown func()) error {
	r := &run{Options: c.Options, editions: c.editions, projected: c.projected}
	unlock, err := lock(filepath.Join(r.Root, "build"))
	if err != nil {
		return err
	}
	defer unlock()
	for _, step := range []func(context.Context) error{r.check, r.conclude} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	c.editions = r.editions
	m, err := r.prepare()
	c.projected = r.projected
	if err != nil {
		return err
	}
	if err := r.writeRecords(m); err != nil {
		return err
	}
	shown()
	p, err := r.publish(m)
	if err != nil {
		return err
	}
	return r.writeStatic(p)
}
