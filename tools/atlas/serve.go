package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/harm-reduction-atlas/atlas/tools/internal/build"
	"github.com/harm-reduction-atlas/atlas/tools/internal/preview"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rulebook"
)

func newServe(env *Env) *cobra.Command {
	var port int
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Show the site on this computer and keep it up to date",
		Long: `Serve makes the site, shows it at a local address and follows changes to data, words and layouts until
you stop it with Ctrl-C. When a change breaks a rule, the finding is printed here and on every page in the
browser, with file, line and column; the last good site stays on the screen, and the finding goes away when
it is repaired. Pages follow by themselves. Nothing of this is ever part of the built site.

If another program has the port, the next free one is taken.

Exit codes: 0 stopped, 1 findings in the data or a failure, 2 not understood.`,
		Example: "  go run ./tools/atlas serve\n  go run ./tools/atlas serve --port 8080",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return env.Serve(cmd.Context(), port)
		},
	}
	cmd.Flags().IntVar(&port, "port", 1313, "port on this computer")
	return cmd
}

// Serve shows the site until ctx ends.
func (e *Env) Serve(ctx context.Context, port int) error {
	root, err := e.Root()
	if err != nil {
		return err
	}
	err = preview.Serve(ctx, preview.Options{
		Options: build.Options{Root: root, Rules: rulebook.All(), Now: time.Now},
		Port:    port, Log: e.Stdout, Every: 50 * time.Millisecond,
		Broken: func(err error) {
			if err := e.printBroken(err); !errors.Is(err, errFound) {
				fmt.Fprintf(e.Stderr, "atlas: %v\n", err)
			}
		},
	})
	return e.printBroken(err)
}

// printBroken prints findings one by one and gives errFound; any other error it gives back.
func (e *Env) printBroken(err error) error {
	var broken *build.FindingsError
	if !errors.As(err, &broken) {
		return err
	}
	return errors.Join(e.Style(e.Stderr).Findings(e.Stderr, broken.Findings), errFound)
}
