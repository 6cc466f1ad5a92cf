package edition_test

import (
	"archive/zip"
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/change"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/edition"
)

// identity is an edition.toml.
func identity(number, date string) string {
	return "number = \"" + number + "\"\ndate = \"" + date + "\"\ntitle = \"Atlas\"\npublisher = \"Contributors\"\n" +
		"url = \"https://atlas.example.org/\"\nrepository = \"https://github.com/x/atlas\"\ncontact = \"atlas@example.org\"\n"
}

// checkout is a folder with nothing in it but an edition.toml.
func checkout(t *testing.T, number, date string) string {
	t.Helper()
	root := t.TempDir()
	write(t, root, dataset.EditionFile, identity(number, date))
	return root
}

func write(t *testing.T, root, name, text string) {
	t.Helper()
	path := filepath.Join(root, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

const latest = "indicator,country,period,stated_period,status,value,low,high,basis,confidence,stale,source,locator,sources\n" +
	"nsp,KEN,2020,2020,yes,,,,,stated,no,report,Table 1,report\n"

var files = []edition.File{{Path: "maps/nsp.svg", Data: []byte("<svg/>")}, {Path: edition.LatestFile, Data: []byte(latest)}}

// released freezes the edition of a checkout.
func released(t *testing.T, root string) edition.Plan {
	t.Helper()
	plan, err := edition.Prepare(dataset.Load(os.DirFS(root)), files, []byte("CC BY\n"))
	if err != nil {
		t.Fatal(err)
	}
	if err := plan.Apply(root); err != nil {
		t.Fatal(err)
	}
	return plan
}

func TestWhatIsReleasedCanBeOpened(t *testing.T) {
	root := checkout(t, "2026.1", "2026-11-22")
	plan := released(t, root)
	d := dataset.Load(os.DirFS(root))
	if diff := cmp.Diff([]dataset.Card{plan.Card}, edition.List(d)); diff != "" {
		t.Errorf("cards (-planned +listed):\n%s", diff)
	}
	got, err := edition.Open(d, "2026.1")
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, f := range got {
		paths = append(paths, f.Path)
		for _, planned := range plan.Files {
			if planned.Path == f.Path && !bytes.Equal(planned.Data, f.Data) {
				t.Errorf("%s is not as planned", f.Path)
			}
		}
	}
	want := []string{".zenodo.json", "CITATION.cff", "LICENSE-DATA.md", "README.md", "SHA256SUMS", "data/v1/latest.csv", "edition.toml", "maps/nsp.svg"}
	if diff := cmp.Diff(want, paths); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	rows, err := edition.Latest(d, "2026.1")
	if err != nil || len(rows) != 1 || rows[0].Key != (change.Key{Indicator: "nsp", Country: "KEN"}) || rows[0].Status != "yes" {
		t.Errorf("latest statuses %+v, %v", rows, err)
	}
	for _, name := range []string{"CITATION.cff", ".zenodo.json", "data/editions/2026.1.toml"} {
		if _, err := os.Stat(filepath.Join(root, name)); err != nil {
			t.Error(err)
		}
	}
}

// The list inside an archive is one that sha256sum reads.
func TestSumsAreThoseOfSha256sum(t *testing.T) {
	root := checkout(t, "2026.1", "2026-11-22")
	released(t, root)
	got, err := edition.Open(dataset.Load(os.DirFS(root)), "2026.1")
	if err != nil {
		t.Fatal(err)
	}
	out := t.TempDir()
	for _, f := range got {
		write(t, out, f.Path, string(f.Data))
	}
	program, err := exec.LookPath("sha256sum")
	if err != nil {
		t.Skip("sha256sum is not installed")
	}
	check := exec.Command(program, "--check", "--strict", "SHA256SUMS")
	check.Dir = out
	if said, err := check.CombinedOutput(); err != nil || bytes.Count(said, []byte(": OK\n")) != len(got)-1 {
		t.Errorf("%v\n%s", err, said)
	}
}

// Neither the machine, its clock and zone nor the order of the files leaves a trace.
func TestTheSameEditionHasTheSameBytes(t *testing.T) {
	d := dataset.Load(os.DirFS(checkout(t, "2026.1", "2026-11-22")))
	first, err := edition.Prepare(d, files, []byte("CC BY\n"))
	if err != nil {
		t.Fatal(err)
	}
	zone := time.Local
	t.Cleanup(func() { time.Local = zone })
	time.Local = time.FixedZone("elsewhere", 13*3600)
	turned := slices.Clone(files)
	slices.Reverse(turned)
	again, err := edition.Prepare(d, turned, []byte("CC BY\n"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(first.Writes, again.Writes); diff != "" {
		t.Errorf("-first +again:\n%s", diff)
	}
	r, err := zip.NewReader(bytes.NewReader(first.Writes[3].Data), int64(first.Card.Bytes))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.File {
		if !f.Modified.Equal(time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)) {
			t.Errorf("%s is dated %s", f.Name, f.Modified)
		}
	}
}

func TestANumberIsFrozenOnce(t *testing.T) {
	root := checkout(t, "2026.1", "2026-11-22")
	before := released(t, root)
	_, err := edition.Prepare(dataset.Load(os.DirFS(root)), files[:1], nil)
	want := "data/editions/2026.1.zip exists, and a frozen edition never changes; for another, raise number and date in data/edition.toml"
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	write(t, root, dataset.EditionFile, identity("2026.2", "2026-12-24"))
	released(t, root)
	d := dataset.Load(os.DirFS(root))
	newest, _ := edition.Newest(d)
	if list := edition.List(d); len(list) != 2 || list[0] != before.Card || newest.Number != "2026.2" {
		t.Errorf("editions %+v, newest %+v", list, newest)
	}
}

func TestPrepareRefuses(t *testing.T) {
	for name, test := range map[string]struct {
		number, date string
		files        []edition.File
		want         string
	}{
		"a number that leads elsewhere": {"../2026.1", "2026-11-22", nil, `number "../2026.1" is no year and count`},
		"a day that is none":            {"2026.1", "2026-11-31", nil, "date"},
		"two files with one name":       {"2026.1", "2026-11-22", append(slices.Clone(files), edition.File{Path: "maps/NSP.svg"}), `: twice`},
		"the page of the folder":        {"2026.1", "2026-11-22", []edition.File{{Path: "index.html"}}, "the site makes this page itself"},
	} {
		d := dataset.Load(fstest.MapFS{dataset.EditionFile: {Data: []byte(identity(test.number, test.date))}})
		if _, err := edition.Prepare(d, test.files, nil); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v; want it to speak of %s", name, err, test.want)
		}
	}
}

// Whatever cannot be written, the checkout is as it was.
func TestAReleaseIsAllOrNothing(t *testing.T) {
	for name, spoil := range map[string]func(root string) error{
		"a folder where the card belongs":    func(root string) error { return os.MkdirAll(filepath.Join(root, "data/editions/2026.1.toml"), 0o755) },
		"a folder where the archive belongs": func(root string) error { return os.MkdirAll(filepath.Join(root, "data/editions/2026.1.zip"), 0o755) },
		"a file where the folder belongs":    func(root string) error { return os.WriteFile(filepath.Join(root, "data/editions"), nil, 0o644) },
	} {
		t.Run(name, func(t *testing.T) {
			root := checkout(t, "2026.1", "2026-11-22")
			write(t, root, "CITATION.cff", "of an earlier edition\n")
			plan, err := edition.Prepare(dataset.Load(os.DirFS(root)), files, nil)
			if err != nil {
				t.Fatal(err)
			}
			if err := spoil(root); err != nil {
				t.Fatal(err)
			}
			before := tree(t, root)
			if err := plan.Apply(root); err == nil || !strings.Contains(err.Error(), "nothing was released") {
				t.Errorf("got %v", err)
			}
			if diff := cmp.Diff(before, tree(t, root)); diff != "" {
				t.Errorf("the checkout changed (-before +after):\n%s", diff)
			}
		})
	}
}

func tree(t *testing.T, root string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(root, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			all[path] = "folder"
			return err
		}
		data, err := os.ReadFile(path)
		all[path] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestNumbersAreOrderedAsNumbers(t *testing.T) {
	got := []string{"2026.10", "2026.2", "2027.1", "2025.3", "2026.1"}
	slices.SortFunc(got, edition.Compare)
	if diff := cmp.Diff([]string{"2025.3", "2026.1", "2026.2", "2026.10", "2027.1"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestNoEdition(t *testing.T) {
	d := dataset.Load(fstest.MapFS{dataset.EditionFile: {Data: []byte(identity("2026.1", "2026-11-22"))}})
	if _, any := edition.Newest(d); any || len(edition.List(d)) > 0 {
		t.Error("an edition in a checkout without any")
	}
	if _, err := edition.Latest(d, "2026.1"); err == nil || !strings.Contains(err.Error(), "no such edition") {
		t.Errorf("got %v", err)
	}
}

// The frozen editions of this repository are what their cards say, and no commit has ever changed
// or removed one of their files.
func TestCommittedEditionsNeverChange(t *testing.T) {
	const root = "../../.."
	d := dataset.Load(os.DirFS(root))
	for _, found := range breaches(d) {
		t.Error(found)
	}
	for _, card := range edition.List(d) {
		if _, err := edition.Open(d, card.Number); err != nil {
			t.Error(err)
		}
	}
	git := exec.Command("git", "log", "--format=commit %h", "--diff-filter=MDTR", "--name-only", "--", "data/editions/*.zip", "data/editions/*.toml")
	git.Dir = root
	out, err := git.Output()
	if err != nil {
		t.Skip("no history here: ", err)
	}
	if changed := regexp.MustCompile(`(?m)^data/editions/\S+`).FindAllString(string(out), -1); len(changed) > 0 {
		t.Errorf("frozen files that a commit changed: %v\n%s", changed, out)
	}
}
