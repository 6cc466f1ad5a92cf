package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/harm-reduction-atlas/atlas/tools/internal/build"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rule"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rulebook"
	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"
)

// A change of one value, in the way that people change most.
const (
	changedFile = "data/observations/nsp.csv"
	changedFrom = "KEN,2023,yes"
	changedTo   = "KEN,2023,no"
)

// site builds a copy of the checkout three times and prints how long each stage took, how long a check
// takes, and what the heaviest page of each kind weighs.
func site(out io.Writer, dir string) error {
	copied := filepath.Join(dir, "site")
	if err := sitetest.Checkout(".", copied); err != nil {
		return err
	}
	if err := sitetest.BringPictures(".", copied); err != nil {
		return err
	}
	o := build.Options{Root: copied, Out: filepath.Join(copied, "public"), Rules: rulebook.All(), Now: time.Now, Progress: func(string) {}}
	var results []build.Result
	titles := []string{"no page made before", "nothing changed", "one value changed"}
	for _, title := range titles {
		if title == "one value changed" {
			if err := change(filepath.Join(copied, changedFile)); err != nil {
				return err
			}
		}
		fmt.Fprintf(os.Stderr, "build: %s\n", title)
		result, err := build.Run(context.Background(), o)
		if err != nil {
			return err
		}
		results = append(results, result)
	}
	if err := stages(out, titles, results); err != nil {
		return err
	}
	if err := checked(out, copied); err != nil {
		return err
	}
	return weights(out, o.Out)
}

func change(file string) error {
	data, err := os.ReadFile(file)
	if err == nil && !strings.Contains(string(data), changedFrom) {
		err = fmt.Errorf("%s: no %q to change", file, changedFrom)
	}
	if err != nil {
		return err
	}
	return os.WriteFile(file, []byte(strings.Replace(string(data), changedFrom, changedTo, 1)), 0o644)
}

// stages prints a column for each build.
func stages(out io.Writer, titles []string, results []build.Result) error {
	w := tabwriter.NewWriter(out, 2, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(w, "seconds\t%s\t\n", strings.Join(titles, "\t"))
	totals, made := make([]time.Duration, len(results)), ""
	for i, stage := range results[0].Stages {
		fmt.Fprintf(w, "%s\t", stage.Name)
		for n, r := range results {
			fmt.Fprintf(w, "%.2f\t", r.Stages[i].Took.Seconds())
			totals[n] += r.Stages[i].Took
		}
		fmt.Fprintln(w)
	}
	fmt.Fprint(w, "whole build\t")
	for n, total := range totals {
		fmt.Fprintf(w, "%.2f\t", total.Seconds())
		made += fmt.Sprintf("%d\t", results[n].Pages-results[n].Reused)
	}
	fmt.Fprintf(w, "\npages made\t%s\n\n", made)
	return w.Flush()
}

// checked prints how long it takes to read and check the data of a folder.
func checked(out io.Writer, root string) error {
	var took []time.Duration
	for range runs {
		start := time.Now()
		findings := rule.Check(dataset.Load(os.DirFS(root)), rulebook.All())
		took = append(took, time.Since(start))
		if n := rule.Errors(findings); n > 0 {
			return fmt.Errorf("the data break the rules in %d places", n)
		}
	}
	_, err := fmt.Fprintf(out, "check: median %d ms of %d, fastest %d ms\n\n", median(took).Milliseconds(), runs, slices.Min(took).Milliseconds())
	return err
}

// weights prints the heaviest page of each kind in English and in all languages, after gzip, without what
// it loads.
func weights(out io.Writer, dir string) error {
	english, any := map[string]int{}, map[string]int{}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".html" {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		kind, lang := kindOf(filepath.ToSlash(name))
		any[kind] = max(any[kind], gzipped(data))
		if lang == dataset.Languages[0] {
			english[kind] = max(english[kind], gzipped(data))
		}
		return err
	})
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(out, 2, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "heaviest page, bytes after gzip\tEnglish\tany language\t")
	for _, kind := range slices.Sorted(maps.Keys(any)) {
		fmt.Fprintf(w, "%s\t%d\t%d\t\n", kind, english[kind], any[kind])
	}
	return w.Flush()
}

// kindOf takes the language and the kind, its first folder, out of the name of a page.
func kindOf(name string) (kind, lang string) {
	parts := strings.Split(strings.TrimSuffix(strings.TrimSuffix(name, "index.html"), "/"), "/")
	lang = dataset.Languages[0]
	if slices.Contains(dataset.Languages[1:], parts[0]) {
		lang, parts = parts[0], parts[1:]
	}
	switch {
	case len(parts) == 0 || parts[0] == "":
		return "home", lang
	case len(parts) == 1:
		return parts[0], lang
	}
	return parts[0] + "/…", lang
}
