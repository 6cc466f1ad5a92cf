package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/harm-reduction-atlas/atlas/tools/internal/amend"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/intake"
	"github.com/harm-reduction-atlas/atlas/tools/internal/nearest"
	"github.com/harm-reduction-atlas/atlas/tools/internal/report"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rule"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rulebook"
	"github.com/harm-reduction-atlas/atlas/tools/internal/tidy"
)

// importFlags are what the command line says beside format and file.
type importFlags struct {
	intake.Options
	areas, sheet string
	dryRun, skip bool
}

func newImport(env *Env) *cobra.Command {
	var flags importFlags
	cmd := &cobra.Command{
		Use:   "import FORMAT FILE",
		Short: "Add the observations in a file that a publisher issued",
		Long: `Import reads a file as its publisher issues it and adds what it says, as observations of one
source. Formats, as CSV or XLSX:

` + formatList() + `
What the headings mean stands in data/headings.csv. Countries are found by code or by name, in
any language of the atlas, by official names and by those in data/names/names.csv. Nothing is
guessed and nothing overwritten: a name, a value or a disagreement that needs a person is
listed with its place, and then nothing is written; --skip takes the rest of the file without
those rows. Statements that the data set has already are counted and left as they are.

Exit codes: 0 added, 1 findings (nothing was written, or with --skip not all), 2 not understood.`,
		Example: "  go run ./tools/atlas import gho RSUD_79.csv --source who-atlas-2008 --dry-run\n" +
			"  go run ./tools/atlas import sheet gshr-2026.xlsx --source hri-gshr-2026 --period 2026 \\\n    --locator \"Table 1, row {country}, column {column}\"",
		Args: cobra.ExactArgs(2),
		RunE: func(_ *cobra.Command, args []string) error { return importFile(env, args[0], args[1], flags) },
	}
	cmd.Flags().StringVar(&flags.Source, "source", "", "`id` of the publication in data/sources.csv")
	cmd.Flags().IntVar(&flags.Period, "period", 0, "`year` that a sheet is about")
	cmd.Flags().StringVar(&flags.Locator, "locator", "", "`place` in the publication; {country}, {column} and {period} stand for the row's own")
	cmd.Flags().StringVar(&flags.areas, "areas", "", "`file` of area,name for files that number their countries")
	cmd.Flags().StringVar(&flags.sheet, "sheet", "", "`name` of the sheet in a workbook (default: the first)")
	cmd.Flags().BoolVar(&flags.dryRun, "dry-run", false, "report what would be added; write nothing")
	cmd.Flags().BoolVar(&flags.skip, "skip", false, "leave out the rows that need a person, and add the others")
	return cmd
}

func formatList() string {
	var list strings.Builder
	for _, f := range intake.Formats {
		fmt.Fprintf(&list, "  %-9s %s\n", f.Name, f.About)
	}
	return list.String()
}

func importFile(env *Env, name, file string, flags importFlags) error {
	d, err := env.Sound()
	if err != nil {
		return err
	}
	format, err := flags.valid(d, name)
	if err != nil {
		return usageError{err}
	}
	grid, err := env.grid(file, flags.sheet)
	if err != nil {
		return err
	}
	if flags.Areas, err = env.areas(flags.areas); err != nil {
		return err
	}
	return takeIn(env, intake.Read(d, format, grid, flags.Options), flags)
}

// valid finds the format and insists on what it cannot do without.
func (f importFlags) valid(d *dataset.Dataset, name string) (intake.Format, error) {
	for _, format := range intake.Formats {
		if format.Name != name {
			continue
		}
		if _, ok := d.Source(f.Source); !ok {
			return format, fmt.Errorf("--source %q: no such source%s; `atlas source add` adds one", f.Source, nearest.DidYouMean(f.Source, sourceIDs(d)))
		}
		if name == "sheet" && (f.Period == 0 || f.Locator == "") {
			return format, fmt.Errorf("a sheet needs --period YEAR and --locator \"Table 1, row {country}\"")
		}
		return format, nil
	}
	return intake.Format{}, fmt.Errorf("format %q: want one of %s%s", name, strings.Join(dataset.Formats, ", "), nearest.DidYouMean(name, dataset.Formats))
}

func (e *Env) grid(file, sheet string) (intake.Grid, error) {
	data, err := os.ReadFile(e.path(file))
	if err != nil {
		return intake.Grid{}, err
	}
	return intake.Open(file, sheet, data)
}

// areas reads a list of two columns, number and name.
func (e *Env) areas(file string) (map[string]string, error) {
	if file == "" {
		return nil, nil
	}
	g, err := e.grid(file, "")
	if err != nil {
		return nil, err
	}
	names := map[string]string{}
	for _, row := range g.Rows {
		if len(row) == 2 {
			names[row[0].Text] = row[1].Text
		}
	}
	return names, nil
}

// path gives a file that was named on the command line.
func (e *Env) path(file string) string {
	if filepath.IsAbs(file) {
		return file
	}
	return filepath.Join(e.Dir, file)
}

// takeIn reports what a file gave, and adds it if nothing stands against it.
func takeIn(env *Env, t intake.Take, flags importFlags) error {
	root, err := env.Root()
	if err != nil {
		return err
	}
	plan, err := amend.Add(os.DirFS(root), t.Rows, rulebook.All())
	if err != nil {
		return err
	}
	findings := append(t.Stops, traced(plan, t)...)
	if err := env.Style(env.Stderr).Findings(env.Stderr, findings); err != nil {
		return err
	}
	if err := env.Style(env.Stdout).Print(env.Stdout, report.Intake(t)...); err != nil {
		return err
	}
	stopped := len(findings) > 0 && (!flags.skip || len(plan.Findings) > 0)
	switch {
	case stopped:
		fmt.Fprintln(env.Stderr, "nothing was written")
		return errFound
	case !flags.dryRun:
		if err := tidy.Apply(root, plan.Changes); err != nil {
			return err
		}
	}
	if len(findings) > 0 {
		return errFound
	}
	return nil
}

// traced leads findings back to the file from which their rows came.
func traced(plan amend.Plan, t intake.Take) []rule.Finding {
	var list []rule.Finding
	for _, f := range plan.Findings {
		for i, at := range plan.Places {
			if f.File == at.File && f.Line == at.Line {
				f.Found += fmt.Sprintf(" (to be %s:%d)", f.File, f.Line)
				f.Pos = t.Places[i]
				break
			}
		}
		list = append(list, f)
	}
	return list
}
