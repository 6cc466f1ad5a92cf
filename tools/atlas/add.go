package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/harm-reduction-atlas/atlas/tools/internal/amend"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rule"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rulebook"
	"github.com/harm-reduction-atlas/atlas/tools/internal/tidy"
)

// cells are what a command line gives of a row, by column.
type cells map[string]*string

// columnFlags gives a command one flag for each column that is not given otherwise, with the
// words of the data set's own description.
func columnFlags(cmd *cobra.Command, columns []dataset.Column, without ...string) cells {
	given := cells{}
	for _, c := range columns {
		text := ""
		given[c.Name] = &text
		if !slices.Contains(without, c.Name) {
			about := c.About
			if len(c.Values) > 0 {
				about += " One of: " + strings.Join(c.Values, ", ") + "."
			}
			cmd.Flags().StringVar(&text, c.Name, "", "`text`: "+about)
		}
	}
	return given
}

// complete asks for the required cells that were not given, or, where nobody can be asked,
// names them all.
func (g cells) complete(env *Env, d *dataset.Dataset, columns []dataset.Column, needed func(dataset.Column) bool) error {
	var missing []string
	ask := env.asker()
	for _, c := range columns {
		if *g[c.Name] != "" || !needed(c) {
			continue
		}
		if ask == nil {
			missing = append(missing, "--"+c.Name)
			continue
		}
		answer, err := ask.column(c, d)
		if err != nil {
			return err
		}
		*g[c.Name] = answer
	}
	if len(missing) > 0 {
		return usageError{fmt.Errorf("missing: %s; on a terminal the command asks for them", strings.Join(missing, " "))}
	}
	return nil
}

// row gives the cells as a row of a file.
func (g cells) row(file string) amend.Row {
	r := amend.Row{File: file, Cells: map[string]string{}}
	for name, text := range g {
		r.Cells[name] = *text
	}
	return r
}

// addRows writes rows if the data keep every rule with them but the excused ones, and says
// where they stand.
func addRows(env *Env, rows []amend.Row, excused ...string) (amend.Plan, error) {
	root, err := env.Root()
	if err != nil {
		return amend.Plan{}, err
	}
	plan, err := amend.Add(os.DirFS(root), rows, rulebook.All())
	if err != nil {
		return plan, err
	}
	plan.Findings = slices.DeleteFunc(plan.Findings, func(f rule.Finding) bool {
		return slices.Contains(excused, f.Rule) && slices.Contains(plan.Places, f.Pos)
	})
	if len(plan.Findings) > 0 {
		if err := env.Style(env.Stderr).Findings(env.Stderr, plan.Findings); err != nil {
			return plan, err
		}
		fmt.Fprintln(env.Stderr, "nothing was written; the places are those that the files would have")
		return plan, errFound
	}
	if err := tidy.Apply(root, plan.Changes); err != nil {
		return plan, err
	}
	for _, at := range plan.Places {
		fmt.Fprintf(env.Stdout, "%s: added\n", at)
	}
	return plan, nil
}
