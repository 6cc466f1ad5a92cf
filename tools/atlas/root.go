package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"
)

// Exit codes.
const (
	exitOK     = 0
	exitFailed = 1 // findings, differences, or something that could not be done
	exitUsage  = 2 // the command was not understood
)

// errFound ends a command with exit code 1 after it has printed its findings.
var errFound = errors.New("findings")

// usageError is a mistake in how the command was called.
type usageError struct{ error }

// Run carries out one command line and gives the exit code.
func Run(ctx context.Context, env *Env, args []string) int {
	root := newRoot(env)
	root.SetArgs(args)
	// Only a command that has begun can fail; before that, the call itself was wrong.
	begun := false
	root.PersistentPreRun = func(*cobra.Command, []string) { begun = true }
	err := root.ExecuteContext(ctx)
	var usage usageError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errFound):
		return exitFailed
	case !begun || errors.As(err, &usage):
		fmt.Fprintf(env.Stderr, "atlas: %v\n`go run ./tools/atlas --help` lists the commands; --help after a command explains it.\n", err)
		return exitUsage
	}
	fmt.Fprintf(env.Stderr, "atlas: %v\n", err)
	return exitFailed
}

func newRoot(env *Env) *cobra.Command {
	root := &cobra.Command{
		Use:   "atlas",
		Short: "Check, format, report on and publish the atlas of harm reduction",
		Long: `Atlas turns the files in data/ into a public data set and a site on harm reduction in every country.

People edit data/ and content/; everything else is made from them. A first round:

  go run ./tools/atlas check     find mistakes in the data, each with its place
  go run ./tools/atlas fmt       put the files into their canonical order
  go run ./tools/atlas status    see what is known, how old it is, and where sources disagree

Exit codes of every command: 0 done, 1 findings or failure, 2 not understood.
Findings go to standard error, results to standard output.`,
		Example:           "  go run ./tools/atlas check\n  go run ./tools/atlas status --country Kenya",
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
	}
	root.SetIn(env.Stdin)
	root.SetOut(env.Stdout)
	root.SetErr(env.Stderr)
	root.PersistentFlags().StringVar(&env.root, "root", "", "`folder` of the checkout (default: the module around the working folder)")
	root.AddCommand(commands(env)...)
	return root
}
