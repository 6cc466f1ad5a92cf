package build_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/build"
)

// Two builds of one checkout wait for each other, and both are right.
func TestBuildsOfOneCheckoutAtOnce(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped with -short: builds a small site several times")
	}
	root := small(t, "atlas")
	var group sync.WaitGroup
	errs := make([]error, 3)
	for n := range errs {
		group.Go(func() { _, errs[n] = build.Run(context.Background(), quick(root)) })
	}
	group.Wait()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(root, "public")
	together := site(t, out)
	fresh := quick(root)
	fresh.Fresh = true
	if _, err := build.Run(context.Background(), fresh); err != nil {
		t.Fatal(err)
	}
	if diff := gocmp.Diff(site(t, out), together); diff != "" {
		t.Errorf("-alone +together:\n%s", diff)
	}
	onlySite(t, root)
}

// A full disk is told as what it is, and the old site stands.
func TestADiskThatIsFull(t *testing.T) {
	for _, kilobytes := range []string{"0", "4", "64"} {
		root := small(t, "atlas")
		out := filepath.Join(root, "public")
		write(t, filepath.Join(out, "index.html"), "the old site")
		said, err := onFullDisk(root, kilobytes)
		if errors.Is(err, errNoLimit) {
			t.Skip("skipped: this system has no limit to the size of files")
		}
		if err == nil || !strings.Contains(said, "too large") && !strings.Contains(said, "no space") {
			t.Errorf("at most %s kB a file: %v, %q; want it to say what is wrong", kilobytes, err, said)
		}
		onlyOldSite(t, root, out)
	}
}

// What a clock says is no part of the site, and nothing is lost when it jumps.
func TestClocksThatJump(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped with -short: builds a small site three times")
	}
	root := small(t, "atlas")
	var first map[string]string
	for _, year := range []int{2026, 1970, 2106} {
		now := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)
		o := quick(root)
		o.Now = func() time.Time { now = now.Add(-time.Hour); return now }
		if _, err := build.Run(context.Background(), o); err != nil {
			t.Fatalf("%d: %v", year, err)
		}
		if files := site(t, o.Out); first == nil {
			first = files
		} else if diff := gocmp.Diff(first, files); diff != "" {
			t.Errorf("in %d, backwards:\n%s", year, diff)
		}
	}
}

func onlySite(t *testing.T, root string) {
	t.Helper()
	if rest, _ := filepath.Glob(filepath.Join(root, "public.*")); len(rest) > 0 {
		t.Errorf("left beside the site: %v", rest)
	}
}

// The folder of a build that was killed goes away with the next one, and the site that it had moved
// aside comes back if that one fails.
func TestWhatAKilledBuildLeftIsPutRight(t *testing.T) {
	root := small(t, "atlas")
	stage := filepath.Join(root, "public.stage-1")
	write(t, filepath.Join(stage, "half.html"), "half a page")
	write(t, filepath.Join(stage+".old", "index.html"), "the old site")
	write(t, filepath.Join(root, "build", "stage"), stage)
	if err := os.Remove(filepath.Join(root, "data", "i18n", "fr.toml")); err != nil {
		t.Fatal(err)
	}
	if _, err := build.Run(context.Background(), quick(root)); err == nil {
		t.Fatal("a build without strings succeeds")
	}
	onlyOldSite(t, root, filepath.Join(root, "public"))
}
