package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/harm-reduction-atlas/atlas/tools/internal/amend"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/nearest"
	"github.com/harm-reduction-atlas/atlas/tools/internal/report"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

const observations = "data/observations/"

func newSet(env *Env) *cobra.Command {
	file, _ := dataset.FileFor(observations + "x.csv")
	cmd := &cobra.Command{
		Use:   "set COUNTRY INDICATOR [VALUE]",
		Short: "Add one observation, in its place, after checking it",
		Long: `Set adds what one source says about one indicator in one country. Nothing that stands there
is changed: observations are only ever added, and the status follows from all of them.

COUNTRY is a code or a name in any language of the atlas. VALUE is yes, no or unknown, a
number, or a range such as 12-15; a range may also be given as --low and --high. What is
missing it asks for on a terminal. If the data would break a rule with the new row, it lists
the findings and writes nothing.

Exit codes: 0 added, 1 findings (nothing was written), 2 not understood.`,
		Example: "  go run ./tools/atlas set KEN nsp yes --period 2024 --source hri-gshr-2024 \\\n    --locator \"Table 1, row Kenya\" --confidence stated\n  go run ./tools/atlas set Kenya hcv-prevalence 12-15 --period 2022 --source …",
		Args:    cobra.RangeArgs(2, 3),
	}
	given := columnFlags(cmd, file.Columns, "country", "value")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		d, err := env.Sound()
		if err != nil {
			return err
		}
		iso3, err := countryArgument(d, args[0])
		if err := errors.Join(err, indicatorArgument(d, args[1])); err != nil {
			return usageError{err}
		}
		*given["country"] = iso3
		if len(args) > 2 {
			given.value(args[2])
		}
		if err := given.complete(env, d, file.Columns, given.neededToObserve(args[1])); err != nil {
			return err
		}
		return set(env, args[1], given.row(observations+args[1]+".csv"))
	}
	return cmd
}

// value takes the value's cell, or both ends of a range.
func (g cells) value(text string) {
	low, high, isRange := strings.Cut(strings.ReplaceAll(text, "–", "-"), "-")
	if isRange && low != "" && high != "" {
		*g["low"], *g["high"] = low, high
		return
	}
	*g["value"] = text
}

// neededToObserve tells which columns an observation cannot do without.
func (g cells) neededToObserve(indicator string) func(dataset.Column) bool {
	return func(c dataset.Column) bool {
		switch c.Name {
		case "value":
			return *g["low"] == "" && *g["high"] == ""
		case "basis":
			return dataset.BasisRequired[indicator]
		case "note":
			return *g["confidence"] == "derived"
		}
		return c.Required
	}
}

func set(env *Env, indicator string, row amend.Row) error {
	plan, err := addRows(env, []amend.Row{row})
	if err != nil {
		return err
	}
	iso3, basis := row.Cells["country"], row.Cells["basis"]
	was := report.Concluded(status.Of(plan.Before), indicator, iso3, basis)
	is := report.Concluded(status.Of(plan.After), indicator, iso3, basis)
	meaning := was + " → " + is
	if was == is {
		meaning = is + ", as before"
	}
	_, err = fmt.Fprintf(env.Stdout, "%s · %s: %s\n", plan.After.Name(iso3, "en"), indicator, meaning)
	return err
}

func countryArgument(d *dataset.Dataset, word string) (string, error) {
	iso3, ok := report.FindCountry(d, word)
	if !ok {
		return "", fmt.Errorf("%q: no such country%s", word, nearest.DidYouMean(word, report.CountryWords(d)))
	}
	return iso3, nil
}

func indicatorArgument(d *dataset.Dataset, id string) error {
	if _, ok := d.Indicator(id); !ok {
		return fmt.Errorf("%q: no such indicator%s", id, nearest.DidYouMean(id, indicatorIDs(d)))
	}
	return nil
}

func indicatorIDs(d *dataset.Dataset) []string {
	var ids []string
	for _, i := range d.Indicators {
		ids = append(ids, i.ID)
	}
	return ids
}
