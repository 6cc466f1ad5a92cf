package intake_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/intake"
	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"
)

const headings = `format,heading,item,indicator,cell,basis,confidence,locator
aidsinfo,Needles per person,Lower estimate,nsp-sites,low,,stated,"AIDSinfo, row {country}, {period}"
aidsinfo,Needles per person,Total,nsp,value,,implied,"AIDSinfo, row {country}, {period}"
aidsinfo,Needles per person,Total,nsp-sites,value,,stated,"AIDSinfo, row {country}, {period}"
aidsinfo,Needles per person,Upper estimate,nsp-sites,high,,stated,"AIDSinfo, row {country}, {period}"
euda,All clients - N. clients,,nsp-sites,value,,stated,"Table, row {country}"
gho,RSUD_79,NEEDLE_EXCH_PRGRMS_COMMUNITY,nsp,value,,stated,"RSUD_79, row {country}"
sheet,NSP,,nsp,value,,stated,
sheet,Needle programmes in operation,,nsp-sites,value,,stated,
`

// tiny gives the small data set of the command's tests with the headings above and two
// countries by one name.
func tiny(t testing.TB) *dataset.Dataset {
	t.Helper()
	files, err := sitetest.Tiny(filepath.Join("..", "..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	files["data/headings.csv"] = &fstest.MapFile{Data: []byte(headings)}
	files["data/names/names.csv"].Data = append(files["data/names/names.csv"].Data, "KEN,en,alias,Guinea\nEGY,en,alias,Guinea\nEGY,en,alias,Arab Republic of Egypt\n"...)
	return dataset.Load(files)
}

func open(t *testing.T, file string) intake.Grid {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	g, err := intake.Open(file, "", data)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func format(t testing.TB, name string) intake.Format {
	t.Helper()
	for _, f := range intake.Formats {
		if f.Name == name {
			return f
		}
	}
	t.Fatalf("no format %s", name)
	return intake.Format{}
}

// told writes what a file gave, one line for each thing.
func told(take intake.Take) []string {
	var lines []string
	for i, r := range take.Rows {
		c := r.Cells
		lines = append(lines, fmt.Sprintf("new %d:%d %s %s %s %s[%s %s] %s; %s; %s", take.Places[i].Line, take.Places[i].Col,
			strings.TrimSuffix(filepath.Base(r.File), ".csv"), c["country"], c["period"], c["value"], c["low"], c["high"], c["confidence"], c["locator"], c["note"]))
	}
	for _, f := range take.Stops {
		lines = append(lines, "stop "+f.String())
	}
	for _, s := range take.Skipped {
		lines = append(lines, fmt.Sprintf("skip %s: %s (%d)", s.What, s.Why, s.Count))
	}
	return lines
}

func TestFormatsAreThoseOfTheVocabulary(t *testing.T) {
	var names []string
	for _, f := range intake.Formats {
		names = append(names, f.Name)
	}
	if diff := cmp.Diff(dataset.Formats, names); diff != "" {
		t.Errorf("(-vocabulary +readers):\n%s", diff)
	}
}

func TestRead(t *testing.T) {
	for _, test := range []struct {
		format, file string
		options      intake.Options
		known        map[string]int
		want         []string
	}{
		{"gho", "gho.csv", intake.Options{Source: "who-survey-2012"}, map[string]int{"nsp": 1}, []string{
			"new 2:73 nsp KEN 2012 yes[ ] stated; RSUD_79, row Kenya; ",
			"skip RSUD_79 OUTREACH_SERVICES: not a heading in data/headings.csv (1)",
			"skip RSUD_79: not published (1)",
			"skip RSUD_79 NEEDLE_EXCH_PRGRMS_COMMUNITY: the source says nothing there (1)",
		}},
		{"aidsinfo", "aidsinfo.csv", intake.Options{Source: "who-survey-2012"}, map[string]int{}, []string{
			"new 2:76 nsp KEN 2012 yes[ ] implied; AIDSinfo, row Kenya, 2012; ",
			"new 2:76 nsp-sites KEN 2012 41.141[30 1250] stated; AIDSinfo, row Kenya, 2012; ",
			"new 3:88 nsp-sites THA 2012 0[ ] stated; AIDSinfo, row Thailand, 2012; ",
			"skip All countries: a group of countries (1)",
			"skip Needles per person, Total: the source says nothing there (1)",
			"skip Needles per person, Total: zero, which implies no answer (1)",
		}},
		{"aidsinfo", "measure.csv", intake.Options{Source: "who-survey-2012", Areas: map[string]string{"7": "Kenya"}}, map[string]int{}, []string{
			"new 2:8 nsp KEN 2012 yes[ ] implied; AIDSinfo, row Kenya, 2012; ",
			"new 2:8 nsp-sites KEN 2012 22.5[ ] stated; AIDSinfo, row Kenya, 2012; ",
			`stop measure.csv:3:6: error import-area: area "8"; want a number in the list of areas; give the list with --areas`,
		}},
		{"euda", "euda.csv", intake.Options{Source: "who-survey-2012"}, map[string]int{}, []string{
			"new 5:13 nsp-sites POL 2012 1550[ ] stated; Table, row Poland; ",
			"new 6:12 nsp-sites KEN 2012 1[ ] stated; Table, row Kenia; ",
		}},
		{"sheet", "sheet.csv", intake.Options{Source: "hri-gshr-2020", Period: 2020, Locator: "Table 1, row {country}, column {column}"}, map[string]int{"nsp": 2}, []string{
			"new 5:27 nsp EGY 2020 unknown[ ] stated; Table 1, row Egypt, Arab Republic of, column NSP; ",
			"new 5:30 nsp-sites EGY 2020 [12 15] stated; Table 1, row Egypt, Arab Republic of, column Needle programmes in operation; ",
			"new 9:8 nsp CAN 2020 no[ ] stated; Table 1, row Canada, column NSP; ",
			"stop sheet.csv:3:20: error import-differs: 1234, but data/observations/nsp-sites.csv:2:10 says 4218 from the same source; want the same, or a person's decision; nothing is overwritten",
			`stop sheet.csv:6:1: error import-country: "Kenja"; want a code or a known name (did you mean "Kenya"?); another name belongs in data/names/names.csv as an alias`,
			`stop sheet.csv:7:1: error import-country: "Guinea"; want one of KEN, EGY by its code`,
			`stop sheet.csv:8:10: error import-value: "perhaps" under NSP; want a tick, a cross, yes, no or nk; empty if the source says nothing`,
			`stop sheet.csv:8:18: error import-value: "about 30" under Needle programmes in operation; want a number or a range such as 12–15; empty if the source says nothing`,
			"skip Remarks: not a heading in data/headings.csv (7)",
			"skip Needle programmes in operation: the source says nothing there (3)",
		}},
	} {
		t.Run(test.file, func(t *testing.T) {
			take := intake.Read(tiny(t), format(t, test.format), open(t, test.file), test.options)
			if diff := cmp.Diff(test.want, told(take)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(test.known, take.Known); diff != "" {
				t.Errorf("known (-want +got):\n%s", diff)
			}
		})
	}
}

func TestAnswersInAnyGuise(t *testing.T) {
	for want, guises := range map[string]string{
		"yes":     "✓ ✔ ☑ yes Yes YES y 3 ✓* ✓[2] √ ✅",
		"no":      "✗ ✘ x X × no No n 7 ✗(M) ❌",
		"unknown": "nk NK unknown ? n/k",
	} {
		for _, guise := range strings.Fields(guises) {
			take := sheet(t, "Country,NSP\nPoland,"+guise+"\n")
			if len(take.Rows) != 1 || take.Rows[0].Cells["value"] != want {
				t.Errorf("%s: got %v, want %s", guise, told(take), want)
			}
		}
	}
}

func sheet(t *testing.T, text string) intake.Take {
	t.Helper()
	g, err := intake.Open("sheet.csv", "", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return intake.Read(tiny(t), format(t, "sheet"), g, intake.Options{Source: "hri-gshr-2020", Period: 2022, Locator: "p. 1"})
}

// The same source must not say two things: a person decides.
func TestDisagreementWithTheDataStops(t *testing.T) {
	g, err := intake.Open("sheet.csv", "", []byte("Country,NSP\nAustralia,no\n"))
	if err != nil {
		t.Fatal(err)
	}
	take := intake.Read(tiny(t), format(t, "sheet"), g, intake.Options{Source: "hri-gshr-2020", Period: 2020, Locator: "p. 1"})
	want := []string{"stop sheet.csv:2:11: error import-differs: no, but data/observations/nsp.csv:2:10 says yes from the same source; want the same, or a person's decision; nothing is overwritten"}
	if diff := cmp.Diff(want, told(take)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFilesOfAnotherShapeAreRefused(t *testing.T) {
	for _, f := range intake.Formats {
		for _, text := range []string{"", "a,b\n1,2\n", "\n\n"} {
			g, err := intake.Open("x.csv", "", []byte(text))
			if err != nil {
				t.Fatal(err)
			}
			take := intake.Read(tiny(t), f, g, intake.Options{Source: "hri-gshr-2020", Period: 2020})
			if len(take.Stops) != 1 || take.Stops[0].Rule != "import-header" {
				t.Errorf("%s, %q: got %v", f.Name, text, told(take))
			}
		}
	}
}

func workbook(t testing.TB) []byte {
	t.Helper()
	book := excelize.NewFile()
	var out bytes.Buffer
	for cell, value := range map[string]any{"A1": "Country", "B1": "NSP", "C1": "Needle programmes in operation", "A2": "Poland", "B2": "✓", "C2": 1234} {
		if err := book.SetCellValue("Sheet1", cell, value); err != nil {
			t.Fatal(err)
		}
	}
	if err := book.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestWorkbook(t *testing.T) {
	g, err := intake.Open("table.XLSX", "", workbook(t))
	if err != nil {
		t.Fatal(err)
	}
	take := intake.Read(tiny(t), format(t, "sheet"), g, intake.Options{Source: "hri-gshr-2020", Period: 2022, Locator: "p. 1"})
	want := []string{"new 2:2 nsp POL 2022 yes[ ] stated; p. 1; ", "new 2:3 nsp-sites POL 2022 1234[ ] stated; p. 1; "}
	if diff := cmp.Diff(want, told(take)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if _, err := intake.Open("table.xlsx", "Table 2", workbook(t)); err == nil || err.Error() != `table.xlsx: no sheet "Table 2"; it has Sheet1` {
		t.Errorf("got error %v", err)
	}
}

func TestFilesThatAreTooLargeAreRefused(t *testing.T) {
	blank := strings.Repeat(" ", intake.MaxFile+1)
	far := `<row r="1"><c r="XFD1"><v>1</v></c></row>`
	for name, c := range map[string]struct {
		file string
		data []byte
		want string
	}{
		"a long file":                  {"x.csv", make([]byte, intake.MaxFile+1), "at most 33554432 are read"},
		"a sheet that unpacks to more": {"x.xlsx", packed(t, blank), "unzip size exceeds"},
		"a cell far to the right":      {"x.xlsx", packed(t, far), "row 1 of sheet Sheet1 has 16384 columns; at most 100000 rows and 1000 columns are read"},
		"a cell far below":             {"x.xlsx", packed(t, `<row r="1048576"><c r="A1048576"><v>1</v></c></row>`), "at most 100000 rows"},
		"a row that no sheet can have": {"x.xlsx", packed(t, `<row r="1048577"><c r="A1048577"><v>1</v></c></row>`), "row number exceeds"},
	} {
		if len(c.data) > intake.MaxFile+1 {
			t.Fatalf("%s: the file itself has %d bytes", name, len(c.data))
		}
		if _, err := intake.Open(c.file, "", c.data); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got error %v; want %q", name, err, c.want)
		}
	}
}

// Rows without cells, between others or formatted far below the table, are no rows; the others keep their numbers.
func TestEmptyRowsOfAWorkbook(t *testing.T) {
	rows := func(names ...string) string {
		var out strings.Builder
		for i, line := range []int{1, 4} {
			fmt.Fprintf(&out, `<row r="%d">`, line)
			for col, text := range strings.Split(names[i], "|") {
				fmt.Fprintf(&out, `<c r="%c%d" t="inlineStr"><is><t>%s</t></is></c>`, 'A'+col, line, text)
			}
			out.WriteString(`</row>`)
		}
		return out.String() + strings.Repeat(`<row><c s="1"/></row>`, intake.MaxRows)
	}
	for name, c := range map[string]struct{ rows, want string }{
		"sheet": {rows("Country|NSP", "Poland|✓"), "new 4:2 nsp POL 2022 yes[ ] stated; p. 1; "},
		"gho":   {rows("GHO|YEAR|COUNTRY|PROGRAMME|Display Value", "RSUD_79|2010|POL|NEEDLE_EXCH_PRGRMS_COMMUNITY|yes"), "new 4:5 nsp POL 2010 yes[ ] stated; RSUD_79, row Poland; "},
		"aidsinfo": {rows("Indicator|Subgroup|Area|Time Period|Data value", "Needles per person|Total|Poland|2010|7"),
			"new 4:5 nsp POL 2010 yes[ ] implied; AIDSinfo, row Poland, 2010; \nnew 4:5 nsp-sites POL 2010 7[ ] stated; AIDSinfo, row Poland, 2010; "},
	} {
		g, err := intake.Open("table.xlsx", "", packed(t, c.rows))
		if err != nil || len(g.Rows) != 2 || g.Rows[1][0].Line != 4 {
			t.Errorf("%s: got %d rows, error %v; want rows 1 and 4", name, len(g.Rows), err)
			continue
		}
		take := intake.Read(tiny(t), format(t, name), g, intake.Options{Source: "hri-gshr-2020", Period: 2022, Locator: "p. 1"})
		if got := strings.Join(told(take), "\n"); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

// packed gives a workbook whose only sheet has these rows.
func packed(t *testing.T, rows string) []byte {
	t.Helper()
	whole := workbook(t)
	from, err := zip.NewReader(bytes.NewReader(whole), int64(len(whole)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	to := zip.NewWriter(&out)
	to.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	for _, f := range from.File {
		if f.Name != "xl/worksheets/sheet1.xml" {
			err = errors.Join(err, to.Copy(f))
			continue
		}
		w, errCreate := to.Create(f.Name)
		_, errWrite := io.WriteString(w, `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`+rows+`</sheetData></worksheet>`)
		err = errors.Join(err, errCreate, errWrite)
	}
	if err := errors.Join(err, to.Close()); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// No file may bring the program down, nor make an observation without country, year or place.
func FuzzRead(f *testing.F) {
	for _, file := range []string{"gho.csv", "aidsinfo.csv", "measure.csv", "euda.csv", "sheet.csv"} {
		data, err := os.ReadFile(filepath.Join("testdata", file))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(file, data)
	}
	f.Add("book.xlsx", workbook(f))
	d := tiny(f)
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		g, err := intake.Open(name, "", data)
		if err != nil {
			return
		}
		for _, format := range intake.Formats {
			take := intake.Read(d, format, g, intake.Options{Source: "hri-gshr-2020", Period: 2020, Locator: "p. 1"})
			for _, r := range take.Rows {
				if r.Cells["country"] == "" || r.Cells["period"] == "0" || r.Cells["value"]+r.Cells["low"]+r.Cells["high"] == "" {
					t.Errorf("%s made %v", format.Name, r)
				}
			}
		}
	})
}
