package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/harm-reduction-atlas/atlas/tools/internal/proposal"
)

func newPropose(env *Env) *cobra.Command {
	return &cobra.Command{
		Use:   "propose FILE",
		Short: "Turn a correction from the issue form into the command that enters it",
		Long: `Propose reads the text of an issue that somebody wrote with the form for corrections, and
prints, as Markdown, the set command that would enter it and what a maintainer must find out
first. It changes nothing. What the issue holds is quoted: nothing in it is ever carried out.

Exit codes: 0 answered, 1 the file or the data cannot be read, 2 not understood.`,
		Example: "  go run ./tools/atlas propose issue.md",
		Args:    cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			d, err := env.Sound()
			if err != nil {
				return err
			}
			text, err := os.ReadFile(env.path(args[0]))
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(env.Stdout, proposal.Read(string(text)).Answer(d))
			return err
		},
	}
}
