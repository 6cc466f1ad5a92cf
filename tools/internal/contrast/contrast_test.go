package contrast_test

import (
	"bytes"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/contrast"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"
	"github.com/harm-reduction-atlas/atlas/tools/internal/words"
)

var root = filepath.Join("..", "..", "..")

// with loads the small data set on the real boundaries, with one text of a file replaced.
func with(t *testing.T, edits ...[3]string) *dataset.Dataset {
	t.Helper()
	files, err := sitetest.Tiny(root)
	if err != nil {
		t.Fatal(err)
	}
	if files[dataset.BoundariesFile].Data, err = os.ReadFile(filepath.Join(root, dataset.BoundariesFile)); err != nil {
		t.Fatal(err)
	}
	for _, e := range edits {
		old := string(files[e[0]].Data)
		if !strings.Contains(old, e[1]) {
			t.Fatalf("%s does not hold %q", e[0], e[1])
		}
		files[e[0]].Data = []byte(strings.Replace(old, e[1], e[2], 1))
	}
	return dataset.Load(files)
}

func draw(t *testing.T, old, new *dataset.Dataset, indicators ...string) map[string][]byte {
	t.Helper()
	w, err := words.Read(os.DirFS(root), "en", indicators)
	if err != nil {
		t.Fatal(err)
	}
	files, err := contrast.Maps(old, new, w, indicators)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestMapsShowBothStates(t *testing.T) {
	files := draw(t, with(t), with(t, [3]string{"data/observations/nsp.csv", "AUS,2024,yes", "AUS,2024,no"}), "nsp")
	want := []string{"nsp-after.png", "nsp-after.svg", "nsp-before.png", "nsp-before.svg"}
	if diff := cmp.Diff(want, slices.Sorted(maps.Keys(files))); diff != "" {
		t.Fatalf("files (-want +got):\n%s", diff)
	}
	for file, text := range map[string]string{"nsp-before.svg": "Australia: Yes, 2024", "nsp-after.svg": "Australia: No, 2024"} {
		if !bytes.Contains(files[file], []byte(text)) {
			t.Errorf("%s does not say %q", file, text)
		}
	}
	for _, file := range want[:1] {
		picture, err := png.Decode(bytes.NewReader(files[file]))
		if err != nil || picture.Bounds().Dx() != 1000 {
			t.Errorf("%s: %v", file, err)
		}
	}
	if bytes.Equal(files["nsp-before.png"], files["nsp-after.png"]) {
		t.Error("both pictures show the same")
	}
}

// Nothing but the title tells one map of the same data from the other.
func TestTheSameDataGiveTheSameMap(t *testing.T) {
	files := draw(t, with(t), with(t), "women-in-treatment")
	before := bytes.ReplaceAll(files["women-in-treatment-before.svg"], []byte("Before: "), []byte("After: "))
	if !bytes.Equal(before, files["women-in-treatment-after.svg"]) {
		t.Error("the maps differ")
	}
}

func TestBeforeAnIndicatorCameNothingWasKnown(t *testing.T) {
	old := with(t, [3]string{"data/indicators.csv", "nsp,availability,,services,1,yes-no,8\n", ""})
	files := draw(t, old, with(t), "nsp")
	if text := string(files["nsp-before.svg"]); !strings.Contains(text, "Australia: No data") || strings.Contains(text, "Yes, 2024") {
		t.Error("the map before says what was not known then")
	}
}

func TestWithoutIndicatorsNothingIsDrawn(t *testing.T) {
	if files := draw(t, with(t), with(t)); len(files) != 0 {
		t.Errorf("%d files", len(files))
	}
}

func TestAMapThatCannotBeDrawnNamesItsSide(t *testing.T) {
	broken := with(t)
	broken.Boundaries = []byte("{}")
	w, err := words.Read(os.DirFS(root), "en", []string{"nsp"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := contrast.Maps(with(t), broken, w, []string{"nsp"}); err == nil || !strings.HasPrefix(err.Error(), "maps after: ") {
		t.Errorf("got %v", err)
	}
}
