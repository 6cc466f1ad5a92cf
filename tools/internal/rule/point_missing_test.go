package rule

import (
	"bytes"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

func TestPointMissing(t *testing.T) {
	wantFinding(t, pointMissing, "data/countries.csv", "-5.35 36.14", "",
		`data/countries.csv:6:50: error point-missing: no point for GIB, of which the boundaries have no area; want its longitude and latitude`)
	fsys := tinyFS()
	fsys["data/countries.csv"].Data = bytes.Replace(fsys["data/countries.csv"].Data, []byte("-5.35 36.14"), nil, 1)
	fsys[areasFile].Data = bytes.Replace(fsys[areasFile].Data, []byte("IOA,AUS,"), []byte("IOA,GIB,"), 1)
	wantOnly(t, checked(dataset.Load(fsys), []Rule{pointMissing}))
}
