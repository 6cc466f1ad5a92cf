package contrast_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/contrast"
)

var two = map[string][]byte{"nsp-after.svg": []byte("after"), "nsp-before.svg": []byte("before")}

// holding makes a folder with files, "" being a folder.
func holding(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		var err error
		if text == "" {
			err = os.Mkdir(path, 0o755)
		} else {
			err = os.WriteFile(path, []byte(text), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// below reads the files of a folder, "" being a folder.
func below(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, e := range entries {
		files[e.Name()] = ""
		if !e.IsDir() {
			data, err := os.ReadFile(filepath.Join(dir, e.Name()))
			if err != nil {
				t.Fatal(err)
			}
			files[e.Name()] = string(data)
		}
	}
	return files
}

func TestWriteMakesTheFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	if err := contrast.Write(dir, two); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]string{"nsp-after.svg": "after", "nsp-before.svg": "before"}, below(t, dir)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestWriteReplacesItsMapsAndLeavesOtherFiles(t *testing.T) {
	dir := holding(t, map[string]string{"nsp-after.svg": "old", "notes.txt": "mine"})
	if err := contrast.Write(dir, two); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]string{"nsp-after.svg": "after", "nsp-before.svg": "before", "notes.txt": "mine"}, below(t, dir)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestWhatIsInTheWayLeavesEverythingAsItWas(t *testing.T) {
	for _, test := range []struct {
		name  string
		files map[string]string
		to    string
		want  string
	}{
		{"a file instead of the folder", map[string]string{"maps": "a file"}, "maps", "a file is in the way"},
		{"a file instead of a folder above", map[string]string{"maps": "a file"}, "maps/new", "not a directory"},
		{"a folder instead of a map", map[string]string{"nsp-before.svg": "", "nsp-after.svg": "old"}, "", "a folder nsp-before.svg is in the way"},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := holding(t, test.files)
			if err := contrast.Write(filepath.Join(dir, test.to), two); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v; want %q", err, test.want)
			}
			if diff := cmp.Diff(test.files, below(t, dir)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestAFolderWithoutTheRightToWrite(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("every folder is open to the superuser")
	}
	dir := holding(t, nil)
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	if err := contrast.Write(dir, two); err == nil || !strings.Contains(err.Error(), "permission denied") {
		t.Errorf("got %v", err)
	}
}
