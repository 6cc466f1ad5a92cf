// Command bench measures the tools and the site they make, in the root of the checkout. It does the
// same work with this tool, mapshaper and ogr2ogr, each as a whole process; what is not installed is
// skipped. Then it builds a copy of the checkout and prints how long each stage and a check take, and
// what pages weigh:
//
//	npm ci --ignore-scripts --prefix tools/bench/npm     (mapshaper)
//	apt-get install gdal-bin                             (ogr2ogr)
//	go run ./tools/bench [peers|site]
package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"
	"time"
)

// runs is how often each is measured; the tools take turns, so that all meet the same machine.
const runs = 7

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	if len(args) == 3 && args[0] == "ours" { // what the bench starts itself as
		return ours(args[1], args[2])
	}
	what := strings.Join(args, " ")
	if !slices.Contains([]string{"", "peers", "site"}, what) {
		return fmt.Errorf("%q: want peers, site or nothing, which is both", what)
	}
	dir, err := os.MkdirTemp("", "atlas-bench-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	for _, work := range works {
		if what == "site" {
			break
		}
		if err := compare(out, work, dir); err != nil {
			return err
		}
	}
	if what == "peers" {
		return nil
	}
	return site(out, dir)
}

// result is what one tool needed: time on the clock, and of processors, which other work on the
// machine hardly changes.
type result struct {
	name             string
	clock, processor []time.Duration
	file             string
}

// compare measures one piece of work and prints a table.
func compare(out io.Writer, w work, dir string) error {
	var results []*result
	fmt.Fprintf(out, "%s\n", w.title)
	rivals := slices.DeleteFunc(slices.Clone(w.rivals), func(r rival) bool {
		missing := r.missing()
		if missing != "" {
			fmt.Fprintf(out, "  %s skipped: %s\n", r.name, missing)
		}
		return missing != ""
	})
	for _, r := range rivals {
		results = append(results, &result{name: r.name, file: filepath.Join(dir, r.name+w.ending)})
	}
	for range runs {
		for i, r := range rivals {
			clock, processor, err := measure(r.command(results[i].file), results[i].file)
			if err != nil {
				return fmt.Errorf("%s: %w", r.name, err)
			}
			results[i].clock, results[i].processor = append(results[i].clock, clock), append(results[i].processor, processor)
		}
	}
	return table(out, results)
}

// measure runs a command with nothing left of an earlier run.
func measure(command []string, file string) (clock, processor time.Duration, err error) {
	if err := os.RemoveAll(file); err != nil {
		return 0, 0, err
	}
	cmd := exec.Command(command[0], command[1:]...)
	start := time.Now()
	text, err := cmd.CombinedOutput()
	clock = time.Since(start)
	if err != nil {
		return 0, 0, fmt.Errorf("%w: %s", err, bytes.TrimSpace(text))
	}
	return clock, cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), nil
}

// table prints medians, and ratios to the first result.
func table(out io.Writer, results []*result) error {
	w := tabwriter.NewWriter(out, 2, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "\tmedian\tratio\tfastest\tratio\tprocessors\tratio\tbytes\tgzip\t")
	columns := func(r *result) [3]time.Duration {
		return [3]time.Duration{median(r.clock), slices.Min(r.clock), median(r.processor)}
	}
	first := columns(results[0])
	for _, r := range results {
		data, err := os.ReadFile(r.file)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "%s\t", r.name)
		for i, took := range columns(r) {
			fmt.Fprintf(w, "%d ms\t%.1f\t", took.Milliseconds(), float64(took)/float64(first[i]))
		}
		fmt.Fprintf(w, "%d\t%d\t\n", len(data), gzipped(data))
	}
	return w.Flush()
}

func median(times []time.Duration) time.Duration {
	return slices.Sorted(slices.Values(times))[len(times)/2]
}

func gzipped(data []byte) int {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write(data) // a bytes.Buffer never fails
	z.Close()
	return b.Len()
}
