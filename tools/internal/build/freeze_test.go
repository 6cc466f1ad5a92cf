package build_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/build"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/edition"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rule"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// withEditions checks of the rules only that on editions: the small site breaks those on boundaries.
func withEditions(root, out string) build.Options {
	o := quick(root)
	o.Out, o.Rules = out, []rule.Rule{edition.Rule}
	return o
}

// An edition is frozen, the data change, and the edition stays as it was; the pages say what has
// changed since.
func TestAnEditionStaysWhileTheDataChange(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped with -short: builds a small site several times")
	}
	root := checkoutWithout(t, "atlas")
	freeze := func(root string) []edition.File {
		files, err := build.Freeze(context.Background(), withEditions(root, ""))
		if err != nil {
			t.Fatal(err)
		}
		return files
	}
	files := freeze(root)
	if diff := gocmp.Diff(files, freeze(checkoutWithout(t, "elsewhere"))); diff != "" {
		t.Errorf("frozen twice, -first +again:\n%s", diff)
	}
	d := dataset.Load(os.DirFS(root))
	number := d.Edition.Number
	plan, err := edition.Prepare(d, files, []byte("CC BY\n"))
	if err != nil {
		t.Fatal(err)
	}
	if err := plan.Apply(root); err != nil {
		t.Fatal(err)
	}

	lead := loneYes(t, d)
	country, was := d.Name(lead.Country, "en"), fmt.Sprintf("Yes, %d", lead.Period)
	row := fmt.Sprintf("%s,%d,yes,,,,%s,", lead.Country, lead.Period, lead.Source)
	edit(t, filepath.Join(root, lead.File()), row, strings.Replace(row, "yes", "no", 1))
	out := filepath.Join(root, "public")
	if _, err := build.Run(context.Background(), withEditions(root, out)); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(out, "editions", number)
	for _, f := range plan.Files {
		if data, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(f.Path))); err != nil || string(data) != string(f.Data) {
			t.Errorf("%s is not as frozen: %v", f.Path, err)
		}
	}
	archive, err := os.ReadFile(folder + ".zip")
	if err != nil || edition.Sum(archive) != plan.Card.SHA256 {
		t.Errorf("the archive is not as frozen: %v", err)
	}
	for name, want := range map[string]string{
		"editions/" + number + "/index.html":                       plan.Card.SHA256,
		"editions/index.html":                                      "Edition " + number,
		"country/" + strings.ToLower(lead.Country) + "/index.html": "Changed since edition " + number + ": was " + was + ".",
		"indicator/nsp/index.html":                                 "/editions/" + number + "/embed/nsp/",
		"editions/" + number + "/embed/nsp/index.html":             "<title>" + country + ": " + was,
		"embed/nsp/index.html":                                     "<title>" + country + ": No, ",
	} {
		if data, err := os.ReadFile(filepath.Join(out, name)); err != nil || !strings.Contains(string(data), want) {
			t.Errorf("%s does not hold %q: %v", name, want, err)
		}
	}
	if size := int64(plan.Card.Bytes); size > 4<<20 {
		t.Errorf("the archive has %d bytes and stays in the repository for ever; want a few megabytes", size)
	}

	edit(t, filepath.Join(root, "data/editions", number+".zip"), "CITATION.cff", "CITATION.cfx")
	before := site(t, out)
	_, err = build.Run(context.Background(), withEditions(root, out))
	if said := everything(err); !strings.Contains(said, "data/editions/"+number+".zip:1:1: error edition-frozen: SHA-256 ") {
		t.Errorf("a changed archive: %s", said)
	}
	if diff := gocmp.Diff(before, site(t, out)); diff != "" {
		t.Errorf("the site changed:\n%s", diff)
	}
}

// loneYes finds a present yes on which nothing but one statement of one year speaks.
func loneYes(t *testing.T, d *dataset.Dataset) dataset.Observation {
	t.Helper()
	for _, s := range status.Of(d).All {
		if s.Indicator == "nsp" && s.Latest.State == status.Yes && !s.Stale && s.StatedPeriod == s.Latest.Period && s.Basis == "" &&
			len(s.Latest.Agree) == 0 && len(s.Latest.Silent) == 0 && !strings.ContainsAny(d.Name(s.Country, "en"), "&'") {
			return *s.Latest.Lead.Observation
		}
	}
	t.Fatal("no such country")
	return dataset.Observation{}
}

// checkoutWithout is a copy of the checkout in which nothing is frozen.
func checkoutWithout(t *testing.T, name string) string {
	root := small(t, name)
	if err := os.RemoveAll(filepath.Join(root, "data", "editions")); err != nil {
		t.Fatal(err)
	}
	return root
}

func edit(t *testing.T, path, old, new string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(data), old) {
		t.Fatalf("%s does not hold %q: %v", path, old, err)
	}
	if err := os.WriteFile(path, []byte(strings.Replace(string(data), old, new, 1)), 0o644); err != nil {
		t.Fatal(err)
	}
}
