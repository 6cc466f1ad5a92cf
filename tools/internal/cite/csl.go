package cite

import (
	"bytes"
	"encoding/json"
)

// cslItem is an item of CSL-JSON 1.0.2; the order of members is that of the published schema.
type cslItem struct {
	Type      string   `json:"type"`
	ID        string   `json:"id"`
	Language  string   `json:"language,omitempty"`
	Accessed  *cslDate `json:"accessed,omitempty"`
	Issued    *cslDate `json:"issued,omitempty"`
	Note      string   `json:"note,omitempty"`
	Publisher string   `json:"publisher,omitempty"`
	Title     string   `json:"title"`
	URL       string   `json:"URL,omitempty"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts"`
}

// CSL writes entries as a CSL-JSON array.
func CSL(entries []Entry) ([]byte, error) {
	items := make([]cslItem, len(entries))
	for i, e := range entries {
		items[i] = cslItem{"document", e.Key, e.Language, cslDateOf(e.Accessed), cslDateOf(e.Issued),
			e.Note, e.Publisher, e.Title, e.URL}
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	err := encoder.Encode(items)
	return out.Bytes(), err
}

func cslDateOf(d Date) *cslDate {
	if parts := d.parts(); parts != nil {
		return &cslDate{[][]int{parts}}
	}
	return nil
}
