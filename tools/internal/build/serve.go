package build

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"
)

// Preview says how to serve.
type Preview struct {
	Options
	Port int
	// Log takes what Hugo prints, such as the address.
	Log io.Writer
	// Broken is told of findings in data that were changed; the last good site stays.
	Broken func(error)
	// Every is the pause between two looks at the data files.
	Every time.Duration
}

// Serve makes the site, shows it on a local port and keeps it up to date with data, words and
// layouts until ctx ends. Data that break a rule are reported and not shown.
func Serve(ctx context.Context, p Preview) error {
	if err := p.convert(ctx); err != nil {
		return err
	}
	root, err := filepath.Abs(p.Root)
	if err != nil {
		return fmt.Errorf("root folder: %w", err)
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	hugo := exec.CommandContext(ctx, "go", "tool", "hugo", "server", "--port", strconv.Itoa(p.Port), "--renderToMemory", "--noBuildLock")
	hugo.Dir, hugo.Env = root, hugoEnv(os.Environ(), root)
	hugo.Stdout, hugo.Stderr = p.Log, p.Log
	hugo.Cancel = func() error { return hugo.Process.Signal(os.Interrupt) }
	hugo.WaitDelay = 3 * time.Second
	if err := hugo.Start(); err != nil {
		return fmt.Errorf("hugo server: %w", err)
	}
	go p.watch(ctx)
	if err := hugo.Wait(); err != nil && ctx.Err() == nil {
		return fmt.Errorf("hugo server: %w", err)
	}
	return nil
}

// convert checks the data and writes what Hugo reads.
func (p Preview) convert(ctx context.Context) error {
	r := &run{Options: p.Options}
	unlock, err := lock(filepath.Join(r.Root, "build"))
	if err != nil {
		return err
	}
	defer unlock()
	for _, step := range []func(context.Context) error{r.check, r.conclude, r.generate} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	return nil
}

// watch converts again whenever a data file has changed.
func (p Preview) watch(ctx context.Context) {
	last := newest(filepath.Join(p.Root, "data"))
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(p.Every):
		}
		now := newest(filepath.Join(p.Root, "data"))
		if now == last {
			continue
		}
		last = now
		if err := p.convert(ctx); err != nil && !errors.Is(err, context.Canceled) {
			p.Broken(err)
		}
	}
}

// footprint tells two states of a folder apart.
type footprint struct {
	files int
	bytes int64
	time  time.Time
}

// newest looks at every file below a folder. What cannot be read counts as absent: the rules
// will tell of it.
func newest(dir string) footprint {
	var f footprint
	_ = filepath.WalkDir(dir, func(_ string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return nil
		}
		info, err := entry.Info()
		if err != nil {
			return nil
		}
		f.files++
		f.bytes += info.Size()
		if info.ModTime().After(f.time) {
			f.time = info.ModTime()
		}
		return nil
	})
	return f
}
