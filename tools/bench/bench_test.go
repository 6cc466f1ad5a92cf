package main

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/harm-reduction-atlas/atlas/tools/internal/build"
)

func TestOursWritesWhatTheOthersWrite(t *testing.T) {
	dir := t.TempDir()
	t.Chdir("../..")
	file := filepath.Join(dir, "out")
	if err := ours("geojson", file); err != nil {
		t.Fatal(err)
	}
	var got collection
	if err := json.Unmarshal(read(t, file), &got); err != nil {
		t.Fatal(err)
	}
	joined := 0
	for _, f := range got.Features {
		if f.Properties["iso3"] == f.Properties["a3"] {
			joined++
		}
	}
	if len(got.Features) != 242 || joined < 230 {
		t.Errorf("%d areas, %d of them joined; want 242 and nearly all", len(got.Features), joined)
	}
	if err := ours("svg", file); err != nil {
		t.Fatal(err)
	}
	d := xml.NewDecoder(bytes.NewReader(read(t, file)))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	if err := ours("png", file); err == nil || !strings.Contains(err.Error(), "want geojson or svg") {
		t.Errorf("png: %v", err)
	}
}

func TestWhatIsMissingIsSkippedAndSaid(t *testing.T) {
	var out bytes.Buffer
	absent := rival{"absent", func() string { return "install it" }, nil}
	copier := rival{"copier", func() string { return "" }, func(file string) []string { return []string{"cp", "bench_test.go", file} }}
	if err := compare(&out, work{"Copying", ".txt", []rival{copier, absent}}, t.TempDir()); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Copying", "absent skipped: install it", "copier", "1.0"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
	broken := rival{"broken", func() string { return "" }, func(string) []string { return []string{"cp", "nothing-there", "x"} }}
	if err := compare(&out, work{"Failing", ".txt", []rival{broken}}, t.TempDir()); err == nil || !strings.HasPrefix(err.Error(), "broken: ") {
		t.Errorf("a failing tool: %v", err)
	}
}

func TestMedian(t *testing.T) {
	if got := median([]time.Duration{5, 1, 9, 2, 3}); got != 3 {
		t.Errorf("median %v; want 3", got)
	}
	if err := run([]string{"fast"}, io.Discard); err == nil {
		t.Error("no error for an argument")
	}
}

func TestStagesStandSideBySide(t *testing.T) {
	var out bytes.Buffer
	took := func(a, b int, pages, reused int) build.Result {
		return build.Result{Stages: []build.Stage{{Name: "draw", Took: time.Duration(a) * time.Second}, {Name: "write", Took: time.Duration(b) * time.Second}}, Pages: pages, Reused: reused}
	}
	if err := stages(&out, []string{"cold", "warm"}, []build.Result{took(3, 4, 9, 0), took(1, 1, 9, 7)}); err != nil {
		t.Fatal(err)
	}
	want := []string{"seconds cold warm", "draw 3.00 1.00", "write 4.00 1.00", "whole build 7.00 2.00", "pages made 9 2"}
	var got []string
	for line := range strings.Lines(strings.TrimSpace(out.String())) {
		got = append(got, strings.Join(strings.Fields(line), " "))
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q; want %q", got, want)
	}
}

func TestPagesAreWeighedByKind(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"index.html": "a", "fr/index.html": strings.Repeat("abcdefg", 99), "country/ken/index.html": "b",
		"country/tha/index.html": "abcdefghijklmnopqrstuvwxyz", "ar/404.html": "c", "maps/nsp.svg": "<svg/>"} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := weights(&out, dir); err != nil {
		t.Fatal(err)
	}
	var got []string
	for line := range strings.Lines(out.String()) {
		got = append(got, strings.Join(strings.Fields(line), " "))
	}
	small, letters, long := gzipped([]byte("a")), gzipped([]byte("abcdefghijklmnopqrstuvwxyz")), gzipped([]byte(strings.Repeat("abcdefg", 99)))
	want := []string{"heaviest page, bytes after gzip English any language", fmt.Sprintf("404.html 0 %d", small),
		fmt.Sprintf("country/… %d %d", letters, letters), fmt.Sprintf("home %d %d", small, long)}
	if !slices.Equal(got, want) {
		t.Errorf("got %q; want %q", got, want)
	}
}

func TestAChangeThatFindsNothingIsAnError(t *testing.T) {
	file := filepath.Join(t.TempDir(), "nsp.csv")
	if err := os.WriteFile(file, []byte("UGA,2020,no\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := change(file); err == nil || !strings.Contains(err.Error(), `no "KEN,2023,yes" to change`) {
		t.Errorf("got %v", err)
	}
}

func read(t *testing.T, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
