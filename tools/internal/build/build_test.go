package build_test

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/build"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rule"
	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"
)

// checkout copies what a build reads into a new folder of this name and gives its path.
func checkout(t *testing.T, name string) string {
	t.Helper()
	root := filepath.Join(t.TempDir(), name)
	if err := sitetest.Checkout(filepath.Join("..", "..", ".."), root); err != nil {
		t.Fatal(err)
	}
	return root
}

// options keeps pictures in the cache of the checkout under test, so that they are drawn once
// for all tests.
func options(root, out string) build.Options {
	return build.Options{Root: root, Out: out, Rules: rule.All(), Now: time.Now, Progress: func(string) {},
		Cache: filepath.Join("..", "..", "..", "build", "cache", "pictures")}
}

// site gives the checksum of every file below a folder.
func site(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		files[name] = fmt.Sprintf("%x", sha256.Sum256(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// One draws every picture, the others take them from the cache. Time zone, locale, folder and the
// number of cores are no part of what the site is made of.
func TestBuildsInDifferentPlacesAreTheSame(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped with -short: builds a small site three times")
	}
	pictures := t.TempDir()
	var first map[string]string
	for _, place := range []struct {
		folder, zone, lang string
		cores              int
	}{
		{"here", "Pacific/Kiritimati", "C", 2},
		{"a folder elsewhere", "America/Anchorage", "tr_TR.UTF-8", 1},
		{"here again", "Asia/Kathmandu", "ar_EG.UTF-8", 7},
	} {
		t.Setenv("TZ", place.zone)
		t.Setenv("LANG", place.lang)
		t.Setenv("LC_ALL", place.lang)
		t.Setenv("HUGO_TITLE", place.folder)
		t.Setenv("GOMAXPROCS", strconv.Itoa(place.cores)) // of Hugo
		before := runtime.GOMAXPROCS(place.cores)
		root := small(t, place.folder)
		o := options(root, filepath.Join(root, "public"))
		o.Rules, o.Cache = nil, pictures
		_, err := build.Run(context.Background(), o)
		runtime.GOMAXPROCS(before)
		if err != nil {
			t.Fatal(err)
		}
		files := site(t, o.Out)
		if first == nil {
			first = files
		}
		if diff := gocmp.Diff(first, files); diff != "" || len(files) < 500 {
			t.Errorf("%d files; the sites differ (-%s +%s):\n%s", len(files), "here", place.folder, diff)
		}
	}
}

func TestWhateverGoesWrongTheOldSiteStands(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(root string) error
		rules []rule.Rule
		want  string
	}{
		{"a broken cell", replace("data/observations/nsp.csv", ",yes,", ",maybe,"), rule.All(), `error value: "maybe"`},
		{"a missing file", remove("data/sources.csv"), rule.All(), "data/sources.csv:1:1: error file-missing"},
		{"boundaries cut short", replace("data/boundaries/world-50m.json", `"arcs"`, ""), nil, "data/boundaries/world-50m.json"},
		{"a missing string", replace("data/i18n/en.toml", "legend_yes = ", "legend_oui = "), nil, "legend_yes"},
		{"a layout that does not parse", replace("layouts/home.html", "{{ define", "{{ defne"), nil, "home.html"},
		{"a record that a layout misses", replace("layouts/countries/page.html", `"countries"`, `"nowhere"`), nil, "nowhere"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if testing.Short() {
				t.Skip("skipped with -short: copies the checkout")
			}
			root := small(t, "atlas")
			out := filepath.Join(root, "public")
			write(t, filepath.Join(out, "index.html"), "the old site")
			if err := c.spoil(root); err != nil {
				t.Fatal(err)
			}
			o := quick(root)
			o.Rules = c.rules
			_, err := build.Run(context.Background(), o)
			if said := everything(err); !strings.Contains(said, c.want) {
				t.Errorf("got %q; want it to speak of %q", said, c.want)
			}
			onlyOldSite(t, root, out)
		})
	}
}

func TestAnOutputFolderThatCannotBeWritten(t *testing.T) {
	root := checkout(t, "atlas")
	write(t, filepath.Join(root, "taken"), "a file where a folder is wanted")
	_, err := build.Run(context.Background(), options(root, filepath.Join(root, "taken", "public")))
	if err == nil || !strings.Contains(err.Error(), "choose another with --out") {
		t.Errorf("got %v; want advice to choose another folder", err)
	}
}

func TestANewSiteReplacesTheOldOneWhole(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped with -short: builds a small site")
	}
	root := small(t, "atlas")
	out := filepath.Join(root, "public")
	write(t, filepath.Join(out, "left-over.html"), "the old site")
	result, err := build.Run(context.Background(), quick(root))
	if err != nil {
		t.Fatal(err)
	}
	files := site(t, out)
	if _, there := files["left-over.html"]; there {
		t.Error("a file of the old site is left")
	}
	if len(files) != result.Files || result.Pages < 100 {
		t.Errorf("%d files on disk; the result says %d files, %d pages", len(files), result.Files, result.Pages)
	}
	rest, _ := filepath.Glob(filepath.Join(root, "public.*"))
	if len(rest) > 0 {
		t.Errorf("left beside the site: %v", rest)
	}
}

func TestACancelledBuildLeavesTheOldSite(t *testing.T) {
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("skipped: no go command here")
	}
	root := checkout(t, "atlas")
	out := filepath.Join(root, "public")
	write(t, filepath.Join(out, "index.html"), "the old site")
	ctx, cancel := context.WithCancel(context.Background())
	o := options(root, out)
	o.Progress = func(stage string) {
		if strings.Contains(stage, "Hugo") {
			cancel()
		}
	}
	if _, err := build.Run(ctx, o); err == nil {
		t.Error("a cancelled build says that it succeeded")
	}
	onlyOldSite(t, root, out)
}

func onlyOldSite(t *testing.T, root, out string) {
	t.Helper()
	if data, err := os.ReadFile(filepath.Join(out, "index.html")); err != nil || string(data) != "the old site" {
		t.Errorf("the old site does not stand: %q, %v", data, err)
	}
	if rest, _ := filepath.Glob(filepath.Join(root, "public.*")); len(rest) > 0 {
		t.Errorf("left beside the site: %v", rest)
	}
}

// everything gives an error with its findings, as the command prints them.
func everything(err error) string {
	if err == nil {
		return ""
	}
	text := err.Error()
	var broken *build.FindingsError
	if errors.As(err, &broken) {
		for _, f := range broken.Findings {
			text += "\n" + f.String()
		}
	}
	return text
}

func replace(name, old, new string) func(string) error {
	return func(root string) error {
		path := filepath.Join(root, name)
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if !strings.Contains(string(data), old) {
			return fmt.Errorf("%s does not hold %q", name, old)
		}
		return os.WriteFile(path, []byte(strings.Replace(string(data), old, new, 1)), 0o644)
	}
}

func remove(name string) func(string) error {
	return func(root string) error { return os.Remove(filepath.Join(root, name)) }
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
