package build_test

import (
	"cmp"
	"context"
	"flag"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/build"
)

var (
	kills = flag.Int("kills", 20, "how many builds are killed at random moments")
	seed  = flag.Uint64("seed", 0, "for the moments at which builds are killed; 0 for another one in each run")
)

// alone names the checkout that a process of these tests builds by itself.
const alone = "ATLAS_BUILD_ALONE"

func TestMain(m *testing.M) {
	if root := os.Getenv(alone); root != "" {
		if _, err := build.Run(context.Background(), quick(root)); err != nil {
			os.Stderr.WriteString(err.Error())
			os.Exit(1)
		}
		os.Exit(0)
	}
	dir, err := os.MkdirTemp("", "small-pictures-*")
	if err != nil {
		os.Stderr.WriteString(err.Error())
		os.Exit(1)
	}
	os.Setenv(smallPictures, dir)
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

// smallPictures names the folder in which the pictures of small sites are kept for all tests.
const smallPictures = "ATLAS_SMALL_PICTURES"

// quick builds a small site, which breaks the rules on boundaries, with pictures that other tests drew.
func quick(root string) build.Options {
	o := options(root, filepath.Join(root, "public"))
	o.Rules, o.Cache = nil, os.Getenv(smallPictures)
	return o
}

// Whenever a build is killed, the site is the old one or the new one, whole; and the next build is
// not disturbed by what is left.
func TestAKilledBuildLeavesAWholeSite(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped with -short: builds a small site many times")
	}
	root := small(t, "atlas")
	built := func(answer string) map[string]string {
		says(t, root, answer)
		o := quick(root)
		if _, err := build.Run(context.Background(), o); err != nil {
			t.Fatal(err)
		}
		return site(t, o.Out)
	}
	sites := map[string]map[string]string{"yes": built("yes"), "no": built("no")}
	begin := time.Now()
	if diff := gocmp.Diff(sites["yes"], built("yes")); diff != "" || gocmp.Equal(sites["yes"], sites["no"]) {
		t.Fatalf("want two sites to tell from each other, each always the same: %s", diff)
	}
	took := time.Since(begin)
	from := cmp.Or(*seed, rand.Uint64())
	t.Logf("-seed %d; a build takes %v", from, took)
	stood, moment := map[string]int{}, rand.New(rand.NewPCG(from, 0))
	for n := range *kills {
		says(t, root, []string{"no", "yes"}[n%2])
		killed(t, root, time.Duration(moment.Int64N(int64(took)*5/4)))
		answer := whichOf(sites, site(t, filepath.Join(root, "public")))
		if answer == "" {
			t.Fatalf("kill %d left neither site", n)
		}
		stood[answer]++
	}
	t.Logf("after %d kills stood: %v", *kills, stood)
	if diff := gocmp.Diff(sites["no"], built("no")); diff != "" {
		t.Errorf("the build after all of that, -want +got:\n%s", diff)
	}
	if rest, _ := filepath.Glob(filepath.Join(root, "public.*")); len(rest) > 0 {
		t.Errorf("left beside the site: %v", rest)
	}
}

// says has the only statement on Kenya of a year give an answer.
func says(t *testing.T, root, answer string) {
	t.Helper()
	file := filepath.Join(root, "data", "observations", "nsp.csv")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	write(t, file, regexp.MustCompile(`KEN,2020,\w+`).ReplaceAllString(string(data), "KEN,2020,"+answer))
}

// killed builds in a process of its own and kills it after a while.
func killed(t *testing.T, root string, after time.Duration) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), alone+"="+root)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(after)
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
}

func whichOf(sites map[string]map[string]string, got map[string]string) string {
	for answer, want := range sites {
		if gocmp.Equal(want, got) {
			return answer
		}
	}
	return ""
}
