// Package preview shows the site on this computer while people edit it, and on every page what
// breaks the rules.
package preview

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"path/filepath"
	"sync"
	"time"

	"github.com/harm-reduction-atlas/atlas/tools/internal/build"
)

// Options say how to show the site.
type Options struct {
	build.Options
	// Port is where browsers find the site; if another program has it, the next free one is taken.
	Port int
	// Log is told the address, and how long each change took.
	Log io.Writer
	// Broken is told of findings in data that were changed; the last good site stays.
	Broken func(error)
	// Every is the pause between two looks at the files.
	Every time.Duration
}

// preview is a site that is being shown.
type preview struct {
	Options
	converter build.Converter
	address   string
	news      *news
}

// Serve makes the site, shows it on a local port and keeps it up to date with data, words and
// layouts until ctx ends. Data that break a rule are not shown: at first they end it, and later
// they are reported, on every page too, and the last good site stays.
func Serve(ctx context.Context, o Options) error {
	listener, err := listen(o.Port, o.Log)
	if err != nil {
		return err
	}
	defer listener.Close()
	if o.Root, err = filepath.Abs(o.Root); err != nil {
		return fmt.Errorf("root folder: %w", err)
	}
	p := &preview{
		Options: o, converter: build.Converter{Options: o.Options}, news: newNews(o.Now()),
		address: fmt.Sprintf("http://localhost:%d/", listener.Addr().(*net.TCPAddr).Port),
	}
	seen := look(o.Root, edited...)
	if err := p.converter.Convert(ctx, func() {}); err != nil {
		return err
	}
	return p.run(ctx, listener, seen)
}

// run shows the site until ctx ends or Hugo does.
func (p *preview) run(ctx context.Context, listener net.Listener, seen footprint) error {
	port, err := freePort()
	if err != nil {
		return err
	}
	var watching sync.WaitGroup
	defer watching.Wait()
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	server := http.Server{
		Handler:     p.handler(fmt.Sprintf("localhost:%d", port)),
		BaseContext: func(net.Listener) context.Context { return ctx }, // ends the pages' wait for news
	}
	defer server.Close()
	go func() { stop(server.Serve(listener)) }()
	watching.Go(func() { p.watch(ctx, seen) })
	if err := p.hugo(ctx, port); err != nil {
		return err
	}
	if err := context.Cause(ctx); !errors.Is(err, context.Canceled) {
		return fmt.Errorf("preview: %w", err)
	}
	return nil
}
