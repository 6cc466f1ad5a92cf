package cite

import (
	"bytes"
	"encoding/json"
)

// cslItem is an item of CSL-JSON 1.0.2; the order of members is that of the published schema.
type cslItem struct {
	Type      string    `json:"type"`
	ID        string    `json:"id"`
	Language  string    `json:"language,omitempty"`
	Author    []cslName `json:"author,omitempty"`
	Accessed  *cslDate  `json:"accessed,omitempty"`
	Issued    *cslDate  `json:"issued,omitempty"`
	Work      string    `json:"container-title,omitempty"`
	Edition   string    `json:"edition,omitempty"`
	Note      string    `json:"note,omitempty"`
	Publisher string    `json:"publisher,omitempty"`
	Title     string    `json:"title"`
	URL       string    `json:"URL,omitempty"`
	Version   string    `json:"version,omitempty"`
}

// cslName is the name of an organisation.
type cslName struct {
	Literal string `json:"literal"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts"`
}

// cslTypes are the types of kinds.
var cslTypes = map[Kind]string{Document: "document", Part: "entry-encyclopedia", DataSet: "dataset"}

// CSL writes entries as a CSL-JSON array.
func CSL(entries []Entry) ([]byte, error) {
	items := make([]cslItem, len(entries))
	for i, e := range entries {
		items[i] = cslItem{
			Type: cslTypes[e.Kind], ID: e.Key, Language: e.Language, Accessed: cslDateOf(e.Accessed), Issued: cslDateOf(e.Issued),
			Work: e.Work, Note: e.Note, Publisher: e.Publisher, Title: e.Title, URL: e.URL,
		}
		if e.Author != "" {
			items[i].Author = []cslName{{e.Author}}
		}
		if e.Kind == DataSet {
			items[i].Version = e.Edition
		} else {
			items[i].Edition = e.edition()
		}
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
