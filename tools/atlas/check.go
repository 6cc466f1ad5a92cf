package main

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/nearest"
	"github.com/harm-reduction-atlas/atlas/tools/internal/report"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rule"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rulebook"
)

var checkFormats = []string{"text", "json", "github"}

func newCheck(env *Env) *cobra.Command {
	var format string
	var list bool
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Apply every rule to the data and list all findings",
		Long: `Check reads every file in data/, applies every rule, and lists all findings, each with its place:

  data/observations/nsp.csv:41:10: error value: "maybe"; want yes, no or unknown

A finding that is known and right can be excused, with a reason, in data/exceptions.csv.
Errors stop a build, warnings do not.

Formats: text for people, to standard error; json and github (annotations of a pull
request) to standard output. tools/internal/report/schema/check.schema.json describes the json.

Exit codes: 0 clean, 1 findings, 2 not understood.`,
		Example: "  go run ./tools/atlas check\n  go run ./tools/atlas check --list\n  go run ./tools/atlas check --format json",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if !slices.Contains(checkFormats, format) {
				return usageError{fmt.Errorf("--format %q: want text, json or github%s", format, nearest.DidYouMean(format, checkFormats))}
			}
			if list {
				return env.Style(env.Stdout).Print(env.Stdout, report.Rules(rulebook.All()))
			}
			return check(env, format)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "`form` of the findings: text, json or github")
	cmd.Flags().BoolVar(&list, "list", false, "list the rules and what each prevents; check nothing")
	return cmd
}

func check(env *Env, format string) error {
	d, err := env.Load()
	if err != nil {
		return err
	}
	findings := rule.Check(d, rulebook.All())
	if err := printFindings(env, format, d, findings); err != nil {
		return err
	}
	if len(findings) > 0 {
		return errFound
	}
	return nil
}

func printFindings(env *Env, format string, d *dataset.Dataset, findings []rule.Finding) error {
	switch format {
	case "json":
		return report.JSON(env.Stdout, findings)
	case "github":
		if err := report.GitHub(env.Stdout, findings); err != nil {
			return err
		}
	default:
		if err := env.Style(env.Stderr).Findings(env.Stderr, findings); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintln(env.Stdout, report.Summary(d, findings))
	return err
}
