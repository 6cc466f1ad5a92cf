package main

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
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

func read(t *testing.T, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
