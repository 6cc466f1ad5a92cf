package rule

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

func TestAnExceptionExcusesItsRowAndNoOther(t *testing.T) {
	fsys := tinyFS()
	fsys["data/observations/nsp.csv"] = &fstest.MapFile{Data: []byte("country,period,value,low,high,basis,source,locator,confidence,note\n" +
		"KEN,2024,maybe,,,,hri-2024,p. 1,stated,\nTHA,2020,maybe,,,,hri-2024,p. 2,stated,\n")}
	fsys[exceptionFile] = &fstest.MapFile{Data: []byte("rule,file,key,reason\nvalue,data/observations/nsp.csv,KEN/2024/hri-2024//p. 1/maybe,It is right.\n")}
	findings := checked(dataset.Load(fsys), []Rule{value, exceptionUnused})
	wantOnly(t, findings, `data/observations/nsp.csv:3:10: error value: "maybe"; want yes, no or unknown`)
	if Errors(findings) != 1 {
		t.Errorf("%d errors; want 1", Errors(findings))
	}
}

func TestFindingsStandInTheOrderOfTheirPlaces(t *testing.T) {
	fsys := tinyFS()
	for name, text := range map[string]string{
		"data/regions.csv":          "id,order,gshr_name\nb,2,\"B\"\na,1,A\n\n",
		"data/observations/nsp.csv": "country,period,value,low,high,basis,source,locator,confidence,note\nKEN,2024,,,,,hri-2042,p. 1,stated,",
	} {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	var got []string
	for _, f := range checked(dataset.Load(fsys), []Rule{unsorted, value, sourceUnknown, notCanonical, finalNewline}) {
		got = append(got, f.Pos.String()+" "+f.Rule)
	}
	want := []string{
		"data/observations/nsp.csv:2:10 value", "data/observations/nsp.csv:2:14 source-unknown", "data/observations/nsp.csv:2:35 final-newline",
		"data/regions.csv:2:5 not-canonical", "data/regions.csv:3:1 unsorted", "data/regions.csv:4:1 not-canonical",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
