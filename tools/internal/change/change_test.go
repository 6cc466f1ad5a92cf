package change_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/change"
)

// row is a stated yes of 2020; edits make it another.
func row(edits ...func(*change.Row)) change.Row {
	r := change.Row{Key: change.Key{Indicator: "nsp", Country: "KEN"}, Period: 2020, StatedPeriod: 2020, Status: "yes",
		Confidence: "stated", Source: "report", Locator: "Table 1", Sources: []string{"report"}}
	for _, edit := range edits {
		edit(&r)
	}
	return r
}

func share(value, basis string) change.Row {
	return row(func(r *change.Row) {
		r.Indicator, r.Status, r.Value, r.Basis = "women-in-treatment", "value", value, basis
	})
}

func TestBetween(t *testing.T) {
	for _, test := range []struct {
		name     string
		old, new []change.Row
		want     []change.Kind
	}{
		{"nothing and nothing", nil, nil, nil},
		{"the same", []change.Row{row()}, []change.Row{row()}, nil},
		{"a first answer", nil, []change.Row{row()}, []change.Kind{change.Added}},
		{"an answer taken back", []change.Row{row()}, nil, []change.Kind{change.Removed}},
		{"yes became no", []change.Row{row()}, []change.Row{row(func(r *change.Row) { r.Status = "no" })}, []change.Kind{change.Status}},
		{"sources disagree now, about a newer year", []change.Row{row()},
			[]change.Row{row(func(r *change.Row) { r.Status, r.Period, r.StatedPeriod = "contested", 2024, 2024 })}, []change.Kind{change.Status}},
		{"the same is known of a newer year", []change.Row{row()},
			[]change.Row{row(func(r *change.Row) { r.Period, r.StatedPeriod = 2024, 2024 })}, []change.Kind{change.Year}},
		{"what was inferred is stated", []change.Row{row(func(r *change.Row) { r.StatedPeriod = 0 })}, []change.Row{row()}, []change.Kind{change.Support}},
		{"a derived row of a newer year agrees", []change.Row{row()}, []change.Row{row(func(r *change.Row) { r.Period = 2024 })}, nil},
		{"the answer is old now", []change.Row{row()}, []change.Row{row(func(r *change.Row) { r.Stale = true })}, nil},
		{"another source says the same", []change.Row{row()},
			[]change.Row{row(func(r *change.Row) { r.Source, r.Sources = "other", []string{"other", "report"} })}, nil},
		{"another number", []change.Row{share("12", "clients")}, []change.Row{share("14.5", "clients")}, []change.Kind{change.Number}},
		{"a range instead of a number", []change.Row{share("12", "clients")},
			[]change.Row{row(func(r *change.Row) { *r = share("", "clients"); r.Low, r.High = "10", "14" })}, []change.Kind{change.Number}},
		{"the same number, written otherwise", []change.Row{share("33", "clients")}, []change.Row{share("33.0", "clients")}, []change.Kind{change.Number}},
		{"bases are never mixed", []change.Row{share("12", "clients")}, []change.Row{share("12", "entrants")}, []change.Kind{change.Removed, change.Added}},
		{"of two rows with one key the first counts", []change.Row{row(), row(func(r *change.Row) { r.Status = "no" })}, []change.Row{row()}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []change.Kind
			for _, c := range change.Between(test.old, test.new) {
				got = append(got, c.Kind())
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestBetweenIsSortedAndSymmetric(t *testing.T) {
	of := func(indicator, country, basis string) change.Row {
		return row(func(r *change.Row) { r.Key = change.Key{Indicator: indicator, Country: country, Basis: basis} })
	}
	old := []change.Row{of("oat", "KEN", ""), of("nsp", "UGA", "subnational"), of("nsp", "UGA", "")}
	new := []change.Row{of("nsp", "KEN", ""), of("dcr", "UGA", "")}
	var forth, back []change.Key
	for _, c := range change.Between(old, new) {
		forth = append(forth, c.Key)
	}
	for _, c := range change.Between(new, old) {
		back = append(back, c.Key)
	}
	want := []change.Key{{"dcr", "UGA", ""}, {"nsp", "KEN", ""}, {"nsp", "UGA", ""}, {"nsp", "UGA", "subnational"}, {"oat", "KEN", ""}}
	if diff := cmp.Diff(want, forth); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if diff := cmp.Diff(forth, back); diff != "" {
		t.Errorf("backwards other keys differ:\n%s", diff)
	}
}

const header = "indicator,country,period,stated_period,status,value,low,high,basis,confidence,stale,source,locator,sources"

func TestRead(t *testing.T) {
	got, err := change.Read([]byte(header + ",added_later\nnsp,KEN,2024,2020,yes,,,,,stated,yes,report,\"Table 1, row Kenya\",report;other,x\n" +
		"nsp-sites,KEN,2024,,value,,3,5,sample,derived,no,report,p. 3,report,\n"))
	want := []change.Row{
		{Key: change.Key{Indicator: "nsp", Country: "KEN"}, Period: 2024, StatedPeriod: 2020, Status: "yes", Confidence: "stated", Stale: true,
			Source: "report", Locator: "Table 1, row Kenya", Sources: []string{"report", "other"}},
		{Key: change.Key{Indicator: "nsp-sites", Country: "KEN", Basis: "sample"}, Period: 2024, Status: "value", Low: "3", High: "5",
			Confidence: "derived", Source: "report", Locator: "p. 3", Sources: []string{"report"}},
	}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%v, -want +got:\n%s", err, diff)
	}
	if got[0].Year() != 2020 || got[0].Inferred() || got[1].Year() != 2024 || !got[1].Inferred() {
		t.Errorf("years %d and %d, inferred %v and %v", got[0].Year(), got[1].Year(), got[0].Inferred(), got[1].Inferred())
	}
}

func TestReadRefuses(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"nothing":             {"", "EOF"},
		"a missing column":    {strings.Replace(header, "status,", "", 1) + "\n", `no column "status"`},
		"a row cut short":     {header + "\nnsp,KEN\n", "wrong number of fields"},
		"a year that is none": {header + "\nnsp,KEN,soon,,yes,,,,,stated,no,report,p. 1,report\n", `line 2: period "soon"`},
		"the stated year":     {header + "\nnsp,KEN,2020,x,yes,,,,,stated,no,report,p. 1,report\n", `line 2: stated_period "x"`},
	} {
		if _, err := change.Read([]byte(test.text)); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v; want it to speak of %s", name, err, test.want)
		}
	}
}

// What is read from bytes that anybody may have written never panics, and what it accepts it
// can write again.
func FuzzRead(f *testing.F) {
	f.Add([]byte(header + "\nnsp,KEN,2024,2020,yes,,,,,stated,yes,report,Table 1,report;other\n"))
	f.Add([]byte("indicator,country\n\"nsp"))
	f.Fuzz(func(t *testing.T, data []byte) {
		rows, err := change.Read(data)
		if err != nil {
			return
		}
		if len(change.Between(rows, rows)) > 0 {
			t.Error("rows differ from themselves")
		}
		for _, r := range rows {
			if len(r.Cells()) != len(change.Columns) {
				t.Errorf("%d cells", len(r.Cells()))
			}
		}
	})
}
