package serving_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/serving"
)

func rules(base string) []serving.Rule {
	return serving.Rules(serving.Pages{Base: base, Languages: []string{"ar"}, Policy: "default-src 'none'",
		Sections: []string{"country", "data", "editions", "embed"}})
}

func TestEachFileIsSentAsWhatItIs(t *testing.T) {
	const alone, framed = "default-src 'none'; frame-ancestors 'none'", "default-src 'none'; frame-ancestors *"
	const picture = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
	tests := []struct {
		address, policy, keep string
		open                  bool
	}{
		{"/", alone, "max-age=300", false},
		{"/ar/", alone, "max-age=300", false},
		{"/404.html", alone, "max-age=300", false},
		{"/country/", alone, "max-age=300", false},
		{"/country/ken/", alone, "max-age=300", false},
		{"/ar/country/ken/feed.xml", alone, "max-age=300", false},
		{"/data/", alone, "max-age=300", false},
		{"/data/v1/latest.csv", "", "max-age=300", true},
		{"/embed/nsp/", framed, "max-age=300", false},
		{"/ar/embed/nsp/", framed, "max-age=300", false},
		{"/editions/", alone, "max-age=300", false},
		{"/editions/2026.1/", alone, "max-age=300", false},
		{"/ar/editions/2026.1/", alone, "max-age=300", false},
		{"/editions/2026.1/embed/nsp/", framed, "max-age=300", false},
		{"/editions/2026.1/maps/nsp.svg", picture, "max-age=300", true},
		{"/editions/2026.1/data/v1/latest.csv", "", "max-age=300", true},
		{"/maps/nsp.svg", picture, "max-age=300", true},
		{"/ar/maps/nsp.svg", picture, "max-age=300", true},
		{"/cards/nsp.png", "", "max-age=300", true},
		{"/css/site.0123.css", "", "immutable", false},
		{"/js/map.0123.js", "", "immutable", false},
		{"/elsewhere", "", "", false},
	}
	for _, base := range []string{"", "/atlas"} {
		for _, test := range tests {
			got := map[string]string{}
			for _, h := range serving.For(rules(base), base+test.address) {
				if got[h.Name] != "" {
					t.Errorf("%s%s: two values of %s", base, test.address, h.Name)
				}
				got[h.Name] = h.Value
			}
			if got["Content-Security-Policy"] != test.policy || !strings.Contains(got["Cache-Control"], test.keep) ||
				(got["Access-Control-Allow-Origin"] == "*") != test.open || got["X-Content-Type-Options"] != "nosniff" {
				t.Errorf("%s%s: %q", base, test.address, got)
			}
		}
	}
}

func TestAFileOfHeadersIsReadAsItWasWritten(t *testing.T) {
	want := rules("/atlas")
	got, err := serving.Read(string(serving.File(want)))
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("-written +read:\n%s%v", diff, err)
	}
	for _, text := range []string{"  X: y\n", "/a\nX: y\n", "/a\n  X\n"} {
		if _, err := serving.Read(text); err == nil {
			t.Errorf("%q is read as headers", text)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(string(serving.File(rules(""))), "/country/ken/")
	f.Fuzz(func(t *testing.T, text, address string) {
		rules, err := serving.Read(text)
		if err != nil {
			return
		}
		serving.For(rules, address)
		if again, err := serving.Read(string(serving.File(rules))); err != nil || !cmp.Equal(rules, again) {
			t.Errorf("%q is not read as it was written: %v", text, err)
		}
	})
}
