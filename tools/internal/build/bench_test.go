package build

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"
)

// BenchmarkGenerate is the tool's own share of a build of which every picture is known: conclude
// statuses, word the maps, write the records and public files. The first build is not counted.
func BenchmarkGenerate(b *testing.B) {
	root := b.TempDir()
	if err := sitetest.Checkout(filepath.Join("..", "..", ".."), root); err != nil {
		b.Fatal(err)
	}
	generate := func() {
		r := &run{Options: Options{Root: root, Now: time.Now, Cache: filepath.Join("..", "..", "..", "build", "cache", "pictures")}}
		for _, step := range []func(context.Context) error{r.check, r.conclude, r.generate, func(context.Context) error { return r.writeStatic(r.public) }} {
			if err := step(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
	}
	generate()
	for b.Loop() {
		generate()
	}
}

// BenchmarkBuild is a whole build: with every picture drawn already and no page made, then with the
// pages of an earlier one after a change of the kind that is made most.
func BenchmarkBuild(b *testing.B) {
	root := b.TempDir()
	if err := sitetest.Checkout(filepath.Join("..", "..", ".."), root); err != nil {
		b.Fatal(err)
	}
	o := Options{Root: root, Out: filepath.Join(root, "public"), Now: time.Now, Progress: func(string) {},
		Cache: filepath.Join("..", "..", "..", "build", "cache", "pictures")}
	whole := func() Result {
		result, err := Run(b.Context(), o)
		if err != nil {
			b.Fatal(err)
		}
		return result
	}
	whole()
	for _, c := range []struct {
		name   string
		change func(n int) error
	}{
		{"no page made", func(int) error { return os.RemoveAll(filepath.Join(root, "build", "cache", "pages")) }},
		{"nothing changed", func(int) error { return nil }},
		{"one earlier year changed", swapIn(filepath.Join(root, "data/observations/nsp.csv"), "KEN,2015,yes", "KEN,2014,yes")},
		{"one value changed", swapIn(filepath.Join(root, "data/observations/nsp.csv"), "KEN,2023,yes", "KEN,2023,no")},
		{"the text of a topic changed", swapIn(filepath.Join(root, "content/topics/prisons.es.md"), "\n+++\n", "\n+++\n\n¡Hola!\n\n")},
		{"a string of indicators changed", swapIn(filepath.Join(root, "data/i18n/es.toml"), `trend_table = "`, `trend_table = "¡`)},
		{"a string of every page changed", swapIn(filepath.Join(root, "data/i18n/es.toml"), `skip_to_content = "`, `skip_to_content = "¡`)},
	} {
		b.Run(c.name, func(b *testing.B) {
			n, made, took := 0, 0, map[string]time.Duration{}
			for b.Loop() {
				b.StopTimer()
				if err := c.change(n); err != nil {
					b.Fatal(err)
				}
				n++
				b.StartTimer()
				result := whole()
				for _, stage := range result.Stages {
					took[stage.Name] += stage.Took
				}
				made = result.Pages - result.Reused
			}
			b.ReportMetric(float64(made), "pages-made")
			for name, all := range took {
				b.ReportMetric(all.Seconds()/float64(n), "s:"+strings.ReplaceAll(name, " ", "-"))
			}
		})
	}
}

// swapIn changes a text of a file and, the next time, changes it back.
func swapIn(file, one, other string) func(n int) error {
	return func(n int) error {
		from, to := one, other
		if n%2 == 1 {
			from, to = other, one
		}
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		return os.WriteFile(file, []byte(strings.Replace(string(data), from, to, 1)), 0o644)
	}
}
