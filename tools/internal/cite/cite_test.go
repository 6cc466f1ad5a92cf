package cite_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/cite"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var report = dataset.Source{
	ID: "hri-gshr-2020-asia", Tier: 1, Title: "Global State of Harm Reduction 2020: Asia", Publisher: "Harm Reduction International",
	Year: 2020, URL: "https://example.org/a_b?c=1&d=%20", Language: "en", Accessed: "2026-11", Note: "as given by a copy",
}

func TestFormats(t *testing.T) {
	undated := dataset.Source{ID: "page", Title: "50 % of {users} & #1_{x}", URL: "https://example.org/{id}"}
	entries := cite.OfSources([]dataset.Source{report, undated})
	csl, err := cite.CSL(entries)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		got  []byte
		want string
	}{
		{"BibTeX", cite.BibTeX(entries), `@misc{hri-gshr-2020-asia,
  title = {{Global State of Harm Reduction 2020: Asia}},
  howpublished = {Harm Reduction International},
  year = {2020},
  url = {https://example.org/a_b?c=1&d=%20},
  urldate = {2026-11},
  language = {en},
  note = {as given by a copy},
}

@misc{page,
  title = {{50 \% of \textbraceleft{}users\textbraceright{} \& \#1\_\textbraceleft{}x\textbraceright{}}},
  url = {https://example.org/%7Bid%7D},
}

`},
		{"RIS", cite.RIS(entries), strings.ReplaceAll(`TY  - GEN
ID  - hri-gshr-2020-asia
TI  - Global State of Harm Reduction 2020: Asia
PB  - Harm Reduction International
PY  - 2020
UR  - https://example.org/a_b?c=1&d=%20
Y2  - 2026/11//
LA  - en
N1  - as given by a copy
ER  - 

TY  - GEN
ID  - page
TI  - 50 % of {users} & #1_{x}
UR  - https://example.org/{id}
ER  - 

`, "\n", "\r\n")},
		{"CSL-JSON", csl, `[
 {
  "type": "document",
  "id": "hri-gshr-2020-asia",
  "language": "en",
  "accessed": {
   "date-parts": [
    [
     2026,
     11
    ]
   ]
  },
  "issued": {
   "date-parts": [
    [
     2020
    ]
   ]
  },
  "note": "as given by a copy",
  "publisher": "Harm Reduction International",
  "title": "Global State of Harm Reduction 2020: Asia",
  "URL": "https://example.org/a_b?c=1&d=%20"
 },
 {
  "type": "document",
  "id": "page",
  "title": "50 % of {users} & #1_{x}",
  "URL": "https://example.org/{id}"
 }
]
`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, string(test.got)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestParseDate(t *testing.T) {
	tests := []struct {
		text string
		want cite.Date
	}{
		{"", cite.Date{}},
		{"2026", cite.Date{Year: 2026}},
		{"2026-11", cite.Date{Year: 2026, Month: 11}},
		{"2026-11-22", cite.Date{Year: 2026, Month: 11, Day: 22}},
		{"2026-xx-22", cite.Date{Year: 2026}},
		{"about 2026", cite.Date{}},
	}
	for _, test := range tests {
		if got := cite.ParseDate(test.text); got != test.want {
			t.Errorf("%q: got %v, want %v", test.text, got, test.want)
		}
	}
}

func TestAccessDateInRIS(t *testing.T) {
	tests := map[string]string{"2026": "2026///", "2026-11": "2026/11//", "2026-11-22": "2026/11/22/"}
	for date, want := range tests {
		got := string(cite.RIS([]cite.Entry{{Key: "k", Title: "t", Accessed: cite.ParseDate(date)}}))
		if !strings.Contains(got, "\r\nY2  - "+want+"\r\n") {
			t.Errorf("%s: got %q, want a line Y2 with %s", date, got, want)
		}
	}
}

func TestNothingToCite(t *testing.T) {
	csl, err := cite.CSL(nil)
	if err != nil || string(csl) != "[]\n" {
		t.Errorf("got %q, %v", csl, err)
	}
}

// FuzzWriters: whatever a title holds, a .bib file keeps its braces in balance, a .ris file
// its lines, and CSL-JSON its text.
func FuzzWriters(f *testing.F) {
	f.Add("Plain title", "https://example.org/")
	f.Add("a } b { c \\ d", "https://example.org/{}")
	f.Add("two\nER  - \nlines", "x\r\ny")
	f.Add("أطلس “&” {\"x\"} and, Côte d’Ivoire", "https://example.org/?a=%20&b={c}")
	f.Fuzz(func(t *testing.T, title, url string) {
		entries := []cite.Entry{{Key: "k", Title: title, URL: url},
			{Key: "p", Kind: cite.Part, Title: title, Author: url, Work: title, Edition: url, Publisher: title, Note: url},
			{Key: "d", Kind: cite.DataSet, Title: title, Author: title, Edition: url}}
		if bib := string(cite.BibTeX(entries)); strings.Count(bib, "{") != strings.Count(bib, "}") {
			t.Errorf("braces out of balance: %q", bib)
		}
		for line := range strings.SplitSeq(string(cite.RIS(entries)), "\r\n") {
			if line != "" && (len(line) < 6 || line[2:6] != "  - ") {
				t.Errorf("line without a tag: %q", line)
			}
		}
		csl, err := cite.CSL(entries)
		var items []struct{ Title string }
		if err != nil || json.Unmarshal(csl, &items) != nil || utf8.ValidString(title) && items[0].Title != title {
			t.Errorf("CSL-JSON lost the title: %q (%v)", csl, err)
		}
	})
}
