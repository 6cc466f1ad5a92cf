package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/harm-reduction-atlas/atlas/tools/internal/build"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/edition"
	"github.com/harm-reduction-atlas/atlas/tools/internal/report"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rule"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rulebook"
)

func newRelease(env *Env) *cobra.Command {
	var dryRun bool
	cmd := &cobra.Command{
		Use:   "release",
		Short: "Freeze the edition that data/edition.toml names",
		Long: `Release checks the data, builds the site in a folder of its own, and freezes what a citation needs
for ever: the data set, the map of each indicator, and each map as a page for a frame. It writes

  data/editions/<number>.zip    the archive, with a checksum of every file in it
  data/editions/<number>.toml   its card: number, date, size and checksum of the archive
  CITATION.cff .zenodo.json     how to cite the edition, for GitHub, Zenodo and reference managers
  data/CHANGELOG.md             which latest statuses became others since the edition before

all of them or none. Commit them together: from then on every build unpacks the archive into
/editions/<number>/. An archive that exists is never written again: for another edition raise number
and date in data/edition.toml. Any finding, warnings included, stops a release.

Exit codes: 0 released, 1 findings or a failure, 2 not understood.`,
		Example: "  go run ./tools/atlas release --dry-run\n  go run ./tools/atlas release",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return env.Release(cmd.Context(), dryRun)
		},
	}
	cmd.Flags().BoolVar(&dryRun, "dry-run", false, "list what would be frozen; write nothing")
	return cmd
}

// Release freezes the edition and prints what it wrote; a dry run prints what it would freeze.
func (e *Env) Release(ctx context.Context, dryRun bool) error {
	root, err := e.Root()
	if err != nil {
		return err
	}
	plan, err := e.plan(ctx, root)
	if err != nil {
		return err
	}
	if dryRun {
		return e.Style(e.Stdout).Print(e.Stdout, frozenTable(plan))
	}
	if err := plan.Apply(root); err != nil {
		return err
	}
	for _, w := range plan.Writes {
		fmt.Fprintln(e.Stdout, w.Path)
	}
	fmt.Fprintf(e.Stdout, "edition %s, %s: %d files, %d bytes, SHA-256 %s\n", plan.Card.Number, plan.Card.Date, len(plan.Files)+1, plan.Card.Bytes, plan.Card.SHA256)
	return nil
}

// plan checks the data and makes the release, without writing it.
func (e *Env) plan(ctx context.Context, root string) (edition.Plan, error) {
	d := dataset.Load(os.DirFS(root))
	if findings := rule.Check(d, rulebook.All()); len(findings) > 0 {
		if err := e.Style(e.Stderr).Findings(e.Stderr, findings); err != nil {
			return edition.Plan{}, err
		}
		return edition.Plan{}, errFound
	}
	if err := edition.Free(d); err != nil {
		return edition.Plan{}, err
	}
	if names := edition.Placeholders(d.Edition); len(names) > 0 {
		fmt.Fprintf(e.Stderr, "%s: a placeholder in %s; citations leave it out, but other files will hold it for ever\n",
			dataset.EditionFile, strings.Join(names, " and "))
	}
	files, err := build.Freeze(ctx, build.Options{Root: root, Rules: rulebook.All(), Now: time.Now,
		Progress: func(stage string) { e.progress(e.Stderr, stage) }})
	if err != nil {
		return edition.Plan{}, e.printBroken(err)
	}
	licence, err := os.ReadFile(filepath.Join(root, "LICENSE-DATA.md"))
	if err != nil {
		return edition.Plan{}, fmt.Errorf("licence of the data: %w", err)
	}
	p, err := edition.Prepare(d, files, licence)
	if err != nil {
		return p, err
	}
	history, err := os.ReadFile(filepath.Join(root, edition.ChangelogFile))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return p, fmt.Errorf("history of editions: %w", err)
	}
	return p, p.Tell(d, history)
}

// frozenTable lists the files of a release.
func frozenTable(p edition.Plan) report.Table {
	t := report.Table{Columns: []report.Column{{Title: "file"}, {Title: "bytes", Number: true}}}
	total := 0
	for _, f := range p.Files {
		t.Rows = append(t.Rows, []string{f.Path, strconv.Itoa(len(f.Data))})
		total += len(f.Data)
	}
	t.Rows = append(t.Rows, []string{"all", strconv.Itoa(total)}, []string{"data/editions/" + p.Card.Number + ".zip", strconv.Itoa(p.Card.Bytes)})
	return t
}
