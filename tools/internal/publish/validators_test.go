package publish_test

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/publish"
	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"
)

// TestGeoJSONValidator asks npm's @placemarkio/check-geojson about every GeoJSON file.
func TestGeoJSONValidator(t *testing.T) {
	sitetest.NodeModules(t)
	files := publishReal(t)
	dir := onDisk(t, files)
	var paths []string
	for path := range files {
		if strings.HasSuffix(path, ".geojson") {
			paths = append(paths, filepath.Join(dir, filepath.FromSlash(path)))
		}
	}
	got := sitetest.Script(t, "check-geojson.mjs", paths...)
	if want := fmt.Sprintf("%d files, 0 issues\n", len(paths)); got != want || len(paths) < 2 {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestDataPackageReader lets the library of the standard's authors (npm datapackage) read
// every cell and follow every foreign key.
func TestDataPackageReader(t *testing.T) {
	sitetest.NodeModules(t)
	files := publishReal(t)
	dir := onDisk(t, files)
	got := sitetest.Script(t, "read-datapackage.mjs", filepath.Join(dir, filepath.FromSlash(describedBy)))
	for _, table := range []string{"observations", "latest", "countries", "regions", "indicators", "sources", "totals"} {
		rows := len(records(t, files[publish.Folder+table+".csv"]))
		if want := fmt.Sprintf("%s %d\n", table, rows); !strings.Contains(got, want) {
			t.Errorf("got %q, want a line %q", got, want)
		}
	}
}

// TestGDAL lets GDAL read the map as a desktop program would: one row for each country, years
// as numbers, names in their script.
func TestGDAL(t *testing.T) {
	ogrinfo := sitetest.Program(t, "ogrinfo")
	dir := onDisk(t, publishReal(t))
	path := filepath.Join(dir, "data", "v1", "atlas.geojson")
	out, err := exec.Command(ogrinfo, "-ro", "-al", "-geom=SUMMARY", "-where", "iso3 = 'KEN'", path).CombinedOutput()
	if err != nil {
		t.Fatalf("ogrinfo: %v\n%s", err, out)
	}
	for _, want := range []string{"Feature Count: 1\n", "iso3 (String) = KEN\n", "name_ru (String) = Кения\n", "nsp_status (String) = ", "nsp_period (Integer) = 20"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("want %q in\n%s", want, out)
		}
	}
	out, err = exec.Command(ogrinfo, "-ro", "-so", "-al", path).CombinedOutput()
	if err != nil || !strings.Contains(string(out), fmt.Sprintf("Feature Count: %d\n", profiles(t))) || strings.Contains(string(out), "Warning") {
		t.Errorf("ogrinfo: %v\n%s", err, out)
	}
}
