package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/harm-reduction-atlas/atlas/tools/internal/report"
	"github.com/harm-reduction-atlas/atlas/tools/internal/tidy"
)

func newFmt(env *Env) *cobra.Command {
	var checkOnly bool
	cmd := &cobra.Command{
		Use:   "fmt",
		Short: "Put the data files into their canonical form",
		Long: `Fmt rewrites the CSV files in data/ as they should stand: columns in their order, rows
ordered by key, no spaces around cells, quotation marks only where needed, UTF-8 with LF.
It never changes a value, prints the files that it changed, and changes nothing the second time.

If a file is missing or cannot be read as CSV, all such places are listed and no file is touched.

Exit codes: 0 done (with --check: nothing to do), 1 could not (with --check: files would
change), 2 not understood.`,
		Example: "  go run ./tools/atlas fmt\n  go run ./tools/atlas fmt --check",
		Args:    cobra.NoArgs,
		RunE:    func(*cobra.Command, []string) error { return format(env, checkOnly) },
	}
	cmd.Flags().BoolVar(&checkOnly, "check", false, "only list the files that would change; exit 1 if there are any")
	return cmd
}

func format(env *Env, checkOnly bool) error {
	root, err := env.Root()
	if err != nil {
		return err
	}
	d, err := env.Load()
	if err != nil {
		return err
	}
	changes, problems := tidy.Plan(d)
	for _, problem := range problems {
		fmt.Fprintln(env.Stderr, report.Printable(problem.Error()))
	}
	switch {
	case len(problems) > 0:
		return errFound
	case !checkOnly:
		err = tidy.Apply(root, changes)
	case len(changes) > 0:
		err = errFound
	}
	if err == nil || checkOnly {
		for _, c := range changes {
			fmt.Fprintln(env.Stdout, c.File)
		}
	}
	return err
}
