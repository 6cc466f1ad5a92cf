package main

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/reconcile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/report"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

func newReconcile(env *Env) *cobra.Command {
	return &cobra.Command{
		Use:   "reconcile",
		Short: "Put our counts beside the totals that publishers print",
		Long: `Reconcile counts, for every total in data/totals.csv, the countries whose newest status up to
the total's year is yes, and names the countries that may make a difference:

  other sources only             none of the publisher's rows says yes
  last stated shortly before     the newest statement is one or two years older
  last stated long before        it is more than two years older
  inferred only                  no source states it
  contested                      sources disagree
  yes before, not by then        an earlier yes is followed by no or unknown
  yes shortly after              the first yes is about one of the two years after
  yes in a part of the country   which never concludes for the whole

Where the publisher's own rows make up its total, the countries are the difference itself.
Totals of something else, or of other parts of the world, are kept and not compared.
A difference whose reason stands in data/exceptions.csv is excused. The last table follows what
was printed of several years, and says whether the difference grows or shrinks.

Exit codes: 0 nothing unlisted, 1 a difference that no exception explains, 2 not understood.`,
		Example: "  go run ./tools/atlas reconcile",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			d, err := env.Sound()
			if err != nil {
				return err
			}
			return printTotals(env, d, reconcile.Compare(d, status.Of(d)))
		},
	}
}

func printTotals(env *Env, d *dataset.Dataset, lines []reconcile.Line) error {
	tables := append(report.Differences(d, lines), report.Kept(lines)...)
	tables = append(tables, report.Totals(lines))
	tables = append(tables, report.Trends(lines)...)
	if err := env.Style(env.Stdout).Print(env.Stdout, tables...); err != nil {
		return err
	}
	for _, e := range reconcile.Unused(d, lines) {
		fmt.Fprintf(env.Stderr, "%s: nothing that this exception excuses: %s\n", e.At("key"), report.Printable(e.Subject))
	}
	if slices.ContainsFunc(lines, reconcile.Line.Unlisted) {
		return errFound
	}
	return nil
}
