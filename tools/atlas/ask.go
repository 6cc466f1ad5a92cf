package main

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/nearest"
)

// asker asks a person at a terminal for what a command line left out.
type asker struct {
	in  *bufio.Reader
	out io.Writer
}

// asker gives one, or nil where nobody sits at a terminal.
func (e *Env) asker() *asker {
	if !e.Interactive {
		return nil
	}
	return &asker{bufio.NewReader(e.Stdin), e.Stderr}
}

// ask puts one question until the answer is valid; an empty answer is valid where the
// column may stay empty. The end of input ends the command.
func (a *asker) ask(name, about string, valid func(string) error) (string, error) {
	for {
		fmt.Fprintf(a.out, "%s (%s)\n> ", name, strings.TrimSuffix(about, "."))
		line, err := a.in.ReadString('\n')
		if err != nil {
			return "", fmt.Errorf("%s was not answered; nothing was written", name)
		}
		answer := strings.TrimSpace(line)
		bad := valid(answer)
		if bad == nil {
			return answer, nil
		}
		fmt.Fprintf(a.out, "%v\n", bad)
	}
}

// column asks for a cell.
func (a *asker) column(c dataset.Column, d *dataset.Dataset) (string, error) {
	about := c.About
	if len(c.Values) > 0 {
		about += " One of: " + strings.Join(c.Values, ", ")
	}
	return a.ask(c.Name, about, func(answer string) error { return fits(c, d, answer) })
}

// fits tells at once what is wrong with an answer; the rules look at everything later.
func fits(c dataset.Column, d *dataset.Dataset, answer string) error {
	words := c.Values
	if c.Name == "source" {
		words = sourceIDs(d)
	}
	switch {
	case answer == "" && c.Required:
		return fmt.Errorf("%s may not be empty", c.Name)
	case answer != "" && len(words) > 0 && !slices.Contains(words, answer):
		return fmt.Errorf("%q is not known as %s%s", answer, c.Name, nearest.DidYouMean(answer, words))
	}
	return nil
}

func sourceIDs(d *dataset.Dataset) []string {
	ids := make([]string, len(d.Sources))
	for i, s := range d.Sources {
		ids[i] = s.ID
	}
	return ids
}
