package build_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/harm-reduction-atlas/atlas/tools/internal/build"
	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"
)

var (
	times      = flag.Int("observations", 1, "measure a build with each observation so many times")
	places     = flag.Int("places", 0, "measure a build with so many places")
	indicators = flag.Int("indicators", 0, "measure a build with so many indicators")
)

// TestScale builds the site from more data than there are and tells what it takes: time of processors
// and the most memory at once, of this program and of Hugo. Each size needs a process of its own:
//
//	go test ./tools/internal/build -run Scale -v -timeout 2h -observations 10
func TestScale(t *testing.T) {
	if *times == 1 && *places == 0 && *indicators == 0 {
		t.Skip("skipped without -observations, -places or -indicators: takes from minutes to an hour")
	}
	root := filepath.Join(t.TempDir(), "atlas")
	if err := sitetest.Checkout(filepath.Join("..", "..", ".."), root); err != nil {
		t.Fatal(err)
	}
	for _, grow := range []func() error{
		func() error { return sitetest.AddPlaces(root, *places) },
		func() error { return sitetest.AddIndicators(root, *indicators) },
		func() error { return sitetest.Repeat(root, *times) },
	} {
		if err := grow(); err != nil {
			t.Fatal(err)
		}
	}
	o := build.Options{Root: root, Out: filepath.Join(root, "public"), Now: time.Now, Progress: func(stage string) { t.Log(stage, spent(t)) }}
	result, err := build.Run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Log("done", spent(t))
	t.Logf("%d pages, %d maps, %d data files, %d files, %.1f MB; %v", result.Pages, result.Maps, result.Data, result.Files, float64(result.Bytes)/1e6, result.Stages)
}

// spent tells what this program and what its children took so far: processor time and the most memory. Linux
// counts what this program held when it started a child as held by the child, so that less is not told.
func spent(t *testing.T) string {
	t.Helper()
	var tool, hugo syscall.Rusage
	if err := errors.Join(syscall.Getrusage(syscall.RUSAGE_SELF, &tool), syscall.Getrusage(syscall.RUSAGE_CHILDREN, &hugo)); err != nil {
		t.Fatal(err)
	}
	told := func(used syscall.Rusage) string { // Linux counts memory in kibibytes
		took := time.Duration(used.Utime.Nano() + used.Stime.Nano())
		return fmt.Sprintf("%.1f s, %d MB", took.Seconds(), used.Maxrss<<10/1e6)
	}
	return "tool " + told(tool) + "; Hugo " + told(hugo)
}
