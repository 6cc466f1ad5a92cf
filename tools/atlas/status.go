package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/report"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

func newStatus(env *Env) *cobra.Command {
	var country, indicator string
	cmd := &cobra.Command{
		Use:   "status",
		Short: "Show what is known: coverage, age and conflicts",
		Long: `Status shows what the atlas concludes from the observations.

  no flag       one row for each indicator: how many countries say what, how much of it is old
  --indicator   one indicator by region, then country by country
  --country     every indicator in one country, with year, source and what it rests on
  both          the whole reasoning: every observation, with the part that it played

A country may be given by its code or by its name in any language of the atlas.
"inferred" means that no source states it; "silent" observations gave way to better ones.

Exit codes: 0 done, 1 the data could not be read, 2 not understood or no such country or indicator.`,
		Example: "  go run ./tools/atlas status\n  go run ./tools/atlas status --country KEN\n  go run ./tools/atlas status --indicator nsp\n  go run ./tools/atlas status --country \"Côte d’Ivoire\" --indicator nsp",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			d, err := env.Sound()
			if err != nil {
				return err
			}
			tables, err := statusTables(d, country, indicator)
			if err != nil {
				return usageError{err}
			}
			return env.Style(env.Stdout).Print(env.Stdout, tables...)
		},
	}
	cmd.Flags().StringVar(&country, "country", "", "code or `name` of a country")
	cmd.Flags().StringVar(&indicator, "indicator", "", "`id` of an indicator")
	return cmd
}

func statusTables(d *dataset.Dataset, country, indicator string) ([]report.Table, error) {
	if err := knownIndicator(d, indicator); err != nil {
		return nil, err
	}
	iso3 := ""
	if country != "" {
		found, err := countryArgument(d, country)
		if err != nil {
			return nil, fmt.Errorf("--country %w", err)
		}
		iso3 = found
	}
	a := status.Of(d)
	switch {
	case iso3 != "" && indicator != "":
		return report.Reasoning(d, a, indicator, iso3), nil
	case iso3 != "":
		return []report.Table{report.Country(d, a, iso3)}, nil
	case indicator != "":
		regions, countries := report.Indicator(d, a, indicator)
		return []report.Table{regions, countries}, nil
	}
	return []report.Table{report.Coverage(d, a)}, nil
}

func knownIndicator(d *dataset.Dataset, id string) error {
	if id == "" {
		return nil
	}
	if err := indicatorArgument(d, id); err != nil {
		return fmt.Errorf("--indicator %w", err)
	}
	return nil
}
