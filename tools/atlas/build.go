package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"github.com/harm-reduction-atlas/atlas/tools/internal/build"
	"github.com/harm-reduction-atlas/atlas/tools/internal/report"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rulebook"
)

func newBuild(env *Env) *cobra.Command {
	var out, baseURL string
	var fresh bool
	cmd := &cobra.Command{
		Use:   "build",
		Short: "Check the data and make the whole site",
		Long: `Build checks the data, concludes every status, draws the maps, writes the public files and has Hugo
make the pages. The site grows in a folder beside the output and is put in its place only when it is
complete: if anything fails, what stood there before stands there still.

The first build on a machine compiles Hugo, which takes a minute or two. Later ones keep the pictures
and pages that do not change, in build/cache, and take seconds; the site is the same as with --fresh.

Exit codes: 0 built, 1 findings in the data or a failure, 2 not understood.`,
		Example: "  go run ./tools/atlas build\n  go run ./tools/atlas build --base-url https://example.org/atlas/ --out /srv/www/atlas",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return env.Build(cmd.Context(), out, baseURL, fresh)
		},
	}
	cmd.Flags().StringVar(&out, "out", "public", "folder for the site, relative to the root")
	cmd.Flags().StringVar(&baseURL, "base-url", "", "address at which the site will stand (default: the one in data/edition.toml)")
	cmd.Flags().BoolVar(&fresh, "fresh", false, "draw every picture and make every page anew, whatever earlier builds have left")
	return cmd
}

// Build makes the site and prints what was made.
func (e *Env) Build(ctx context.Context, out, baseURL string, fresh bool) error {
	root, err := e.Root()
	if err != nil {
		return err
	}
	if !filepath.IsAbs(out) {
		out = filepath.Join(root, out)
	}
	result, err := build.Run(ctx, build.Options{
		Root: root, Out: out, BaseURL: baseURL, Fresh: fresh, Rules: rulebook.All(), Now: time.Now,
		Progress: func(stage string) { e.progress(e.Stderr, stage) },
	})
	if err != nil {
		return e.printBroken(err)
	}
	if err := e.Style(e.Stderr).Findings(e.Stderr, result.Findings); err != nil {
		return err
	}
	return e.Style(e.Stdout).Print(e.Stdout, builtTables(result)...)
}

// progress prints a line as a stage begins, on a terminal only.
func (e *Env) progress(w io.Writer, stage string) {
	if e.Terminal(w) > 0 {
		fmt.Fprintf(w, "… %s\n", stage)
	}
}

// builtTables gives what was made, and how long each stage took.
func builtTables(r build.Result) []report.Table {
	stages := report.Table{Columns: []report.Column{{Title: "stage"}, {Title: "seconds", Number: true}}}
	var total time.Duration
	for _, s := range r.Stages {
		stages.Rows = append(stages.Rows, []string{s.Name, seconds(s.Took)})
		total += s.Took
	}
	stages.Rows = append(stages.Rows, []string{"all", seconds(total)})
	made := report.Table{Columns: []report.Column{{Title: "made"}, {Title: "count", Number: true}}, Rows: [][]string{
		{"pages", strconv.Itoa(r.Pages)}, {"pages kept from earlier", strconv.Itoa(r.Reused)}, {"maps", strconv.Itoa(r.Maps)}, {"data files", strconv.Itoa(r.Data)},
		{"files", strconv.Itoa(r.Files)}, {"megabytes", strconv.FormatFloat(float64(r.Bytes)/1e6, 'f', 1, 64)},
	}}
	return []report.Table{made, stages}
}

func seconds(d time.Duration) string { return strconv.FormatFloat(d.Seconds(), 'f', 2, 64) }
