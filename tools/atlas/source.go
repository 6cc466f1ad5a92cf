package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/harm-reduction-atlas/atlas/tools/internal/amend"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

const sourcesFile = "data/sources.csv"

func newSource(env *Env) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "source",
		Short: "Add a publication to the list of sources",
		Long: `Source keeps data/sources.csv, the publications on which every value rests.

Exit codes: 0 done, 1 could not, 2 not understood.`,
		Example: "  go run ./tools/atlas source add --help",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newSourceAdd(env))
	return cmd
}

func newSourceAdd(env *Env) *cobra.Command {
	file, _ := dataset.FileFor(sourcesFile)
	cmd := &cobra.Command{
		Use:   "add ID",
		Short: "Add one publication, in its place, after checking it",
		Long: `Source add puts one row into data/sources.csv, if the data keep every rule with it; otherwise
it lists the findings and writes nothing. What is missing it asks for on a terminal.

Tiers: 1 authors who collected or verified, 2 returns of governments and official statistics,
3 copies and quotations, 4 news and undated pages. data/README.md says more.

Exit codes: 0 added, 1 findings (nothing was written), 2 not understood.`,
		Example: "  go run ./tools/atlas source add who-survey-2026 --tier 2 --title \"Survey of services 2026\" \\\n    --publisher WHO --year 2026 --url https://example.int/survey --language en --accessed 2026-11",
		Args:    cobra.ExactArgs(1),
	}
	given := columnFlags(cmd, file.Columns, "id")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		d, err := env.Sound()
		if err != nil {
			return err
		}
		*given["id"] = args[0]
		if err := given.complete(env, d, file.Columns, func(c dataset.Column) bool { return c.Required }); err != nil {
			return err
		}
		if _, err = addRows(env, []amend.Row{given.row(sourcesFile)}, "source-unused"); err != nil {
			return err
		}
		_, err = fmt.Fprintf(env.Stdout, "next: what it says, with `atlas set … --source %s`; check asks for it\n", args[0])
		return err
	}
	return cmd
}
