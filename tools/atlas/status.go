package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/nearest"
	"github.com/harm-reduction-atlas/atlas/tools/internal/report"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

var statusFormats = []string{"table", "json"}

// statusAsked is what somebody wants to see.
type statusAsked struct {
	country, indicator, format string
	next                       int
}

func newStatus(env *Env) *cobra.Command {
	var asked statusAsked
	cmd := &cobra.Command{
		Use:   "status",
		Short: "Show what is known: coverage, age and conflicts, and what to update next",
		Long: `Status shows what the atlas concludes from the observations.

  no flag       coverage by indicator and by region, ages, and what is worth updating first
  --indicator   one indicator by region, then country by country
  --country     every indicator in one country, with year, source and what it rests on
  both          the whole reasoning: every observation, with the part that it played

A country may be given by its code or by its name in any language of the atlas.
"inferred" means that no source states it; "silent" observations gave way to better ones;
"stale" is older than the indicator's stale_after_years in data/indicators.csv.

Without --country and --indicator, --next tells how many gaps to list, and --format json
writes the same for programs (described by tools/internal/report/schema/status.schema.json).

Exit codes: 0 done, 1 the data could not be read, 2 not understood or no such country or indicator.`,
		Example: "  go run ./tools/atlas status\n  go run ./tools/atlas status --next 100\n  go run ./tools/atlas status --country KEN\n" +
			"  go run ./tools/atlas status --indicator nsp\n  go run ./tools/atlas status --country \"Côte d’Ivoire\" --indicator nsp",
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := asked.fits(cmd); err != nil {
				return usageError{err}
			}
			d, err := env.Sound()
			if err != nil {
				return err
			}
			return printStatus(env, d, asked)
		},
	}
	cmd.Flags().StringVar(&asked.country, "country", "", "code or `name` of a country")
	cmd.Flags().StringVar(&asked.indicator, "indicator", "", "`id` of an indicator")
	cmd.Flags().IntVar(&asked.next, "next", 20, "`number` of gaps to list that are worth updating")
	cmd.Flags().StringVar(&asked.format, "format", "table", "`form` of the overview: table or json")
	return cmd
}

// fits tells what is wrong with the flags as such.
func (s statusAsked) fits(cmd *cobra.Command) error {
	narrow := s.country != "" || s.indicator != ""
	switch {
	case !slices.Contains(statusFormats, s.format):
		return fmt.Errorf("--format %q: want table or json%s", s.format, nearest.DidYouMean(s.format, statusFormats))
	case s.next < 0:
		return fmt.Errorf("--next %d: want 0 or more", s.next)
	case narrow && (cmd.Flags().Changed("next") || s.format == "json"):
		return errors.New("--next and --format json belong to the overview; want them without --country and --indicator")
	}
	return nil
}

func printStatus(env *Env, d *dataset.Dataset, asked statusAsked) error {
	if asked.format == "json" {
		return report.OverviewJSON(env.Stdout, d, status.Of(d), asked.next)
	}
	tables, err := statusTables(d, asked)
	if err != nil {
		return usageError{err}
	}
	return env.Style(env.Stdout).Print(env.Stdout, tables...)
}

func statusTables(d *dataset.Dataset, asked statusAsked) ([]report.Table, error) {
	indicator := asked.indicator
	if err := knownIndicator(d, indicator); err != nil {
		return nil, err
	}
	iso3 := ""
	if asked.country != "" {
		found, err := countryArgument(d, asked.country)
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
	return []report.Table{report.Coverage(d, a), report.Regions(d, a), report.Ages(d, a), report.Next(d, a, asked.next)}, nil
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
