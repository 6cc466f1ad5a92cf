package main

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/nearest"
	"github.com/harm-reduction-atlas/atlas/tools/internal/report"
	"github.com/harm-reduction-atlas/atlas/tools/internal/review"
	"github.com/harm-reduction-atlas/atlas/tools/internal/revision"
	"github.com/harm-reduction-atlas/atlas/tools/internal/words"
)

var diffFormats = []string{"table", "markdown", "json"}

func newDiff(env *Env) *cobra.Command {
	var base, head, format, folder string
	cmd := &cobra.Command{
		Use:   "diff",
		Short: "Say in words what a change of the data means",
		Long: `Diff compares two states of the data and says what the change means: which statuses became
others, how many countries are counted, which printed totals come out otherwise, which sources
came and went, where sources now disagree.

  Kenya · NSP: no (2020) → yes (2024), source hri-gshr-2024

A state is a revision that git knows, read without touching the checkout, or a folder that
holds data/. Without --head it is the checkout as it stands.

Formats: table for terminals, markdown for a comment on a pull request, json for programs
(described by tools/internal/report/schema/diff.schema.json).

With --maps it also draws the map of each indicator of which a status changed, before and after,
as the site would publish it: nsp-before.svg, nsp-after.svg, and the same as PNG. Other files in
that folder stay as they are. Only data that keep every rule can be drawn; of others it says so.

Exit codes: 0 compared, 1 a state cannot be read or a map not written, 2 not understood.`,
		Example: "  go run ./tools/atlas diff\n  go run ./tools/atlas diff --base main --format markdown\n  go run ./tools/atlas diff --base v2026.1 --head v2026.2\n  go run ./tools/atlas diff --base main --maps build/maps",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !slices.Contains(diffFormats, format) {
				return usageError{fmt.Errorf("--format %q: want %s%s", format, strings.Join(diffFormats, ", "), nearest.DidYouMean(format, diffFormats))}
			}
			return env.diff(cmd.Context(), [2]string{base, head}, format, folder)
		},
	}
	cmd.Flags().StringVar(&base, "base", "HEAD", "`revision` or folder to compare with")
	cmd.Flags().StringVar(&head, "head", "", "`revision` or folder that is compared (default: the checkout as it stands)")
	cmd.Flags().StringVar(&format, "format", "table", "`form`: table, markdown or json")
	cmd.Flags().StringVar(&folder, "maps", "", "`folder` for maps before and after, made if need be (default: draw none)")
	return cmd
}

// diff compares two states, of which it has one in memory at a time: two big ones do not fit.
func (e *Env) diff(ctx context.Context, names [2]string, format, maps string) error {
	old, err := e.reduced(ctx, names[0])
	if err != nil {
		return fmt.Errorf("--base: %w", err)
	}
	now, err := e.state(ctx, names[1])
	if err != nil {
		return fmt.Errorf("--head: %w", err)
	}
	r := review.Between(old, review.Of(now))
	drawn, err := e.contrast(ctx, maps, names, now, r.Indicators(now))
	if err != nil {
		return fmt.Errorf("--maps: %w", err)
	}
	return printDiff(e, format, now, r, drawn)
}

// reduced reads the data of a state and lets go of them. It is a function of its own so that no
// variable of its caller keeps them.
func (e *Env) reduced(ctx context.Context, name string) (review.State, error) {
	d, err := e.state(ctx, name)
	if err != nil {
		return review.State{}, err
	}
	return review.Of(d), nil
}

// state reads the data of a revision or a folder; the empty name is the checkout.
func (e *Env) state(ctx context.Context, name string) (*dataset.Dataset, error) {
	root, err := e.Root()
	if err != nil {
		return nil, err
	}
	if name == "" {
		return e.Sound()
	}
	tree, err := revision.Open(ctx, root, name, "data")
	if err != nil {
		return nil, err
	}
	d := dataset.Load(tree)
	for _, f := range d.Faults {
		if f.Rule == "csv-syntax" || len(d.Indicators) == 0 {
			return nil, fmt.Errorf("%s: %s: %s; want %s", name, f.Pos, f.Found, f.Want)
		}
	}
	return d, nil
}

func printDiff(env *Env, format string, d *dataset.Dataset, r review.Review, drawn report.Drawn) error {
	names := env.names(d)
	switch format {
	case "json":
		return report.DiffJSON(env.Stdout, r, drawn)
	case "markdown":
		return report.Markdown(env.Stdout, r, names, drawn)
	}
	return env.Style(env.Stdout).Print(env.Stdout, append(report.Diff(r, names), drawn.Tables(names)...)...)
}

// names gives the short names of indicators where their pages can be read, else their ids.
func (e *Env) names(d *dataset.Dataset) report.Names {
	n := report.Names{
		Country:   func(iso3 string) string { return d.Name(iso3, "en") },
		Indicator: func(id string) string { return id },
		Order:     indicatorIDs(d),
	}
	root, err := e.Root()
	if err != nil {
		return n
	}
	if w, err := words.Read(os.DirFS(root), "en", indicatorIDs(d)); err == nil {
		n.Indicator = func(id string) string {
			if short, err := w.About(id, "short"); err == nil && short != "" {
				return short
			}
			return id
		}
	}
	return n
}
