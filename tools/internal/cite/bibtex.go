package cite

import (
	"bytes"
	"fmt"
	"strings"
)

// BibTeX writes entries as a .bib file in UTF-8. Titles and authors stand in double braces, so
// that no style changes their capitals or looks for a family name. Only entry types that BibTeX
// itself knows are used; the publisher stands in howpublished where it is the one field that
// both BibTeX's and biblatex's standard styles print.
func BibTeX(entries []Entry) []byte {
	var out bytes.Buffer
	for _, e := range entries {
		kind, imprint, publisher := "misc", "howpublished", texText(e.Publisher)
		switch e.Kind {
		case Part: // whose publishers are a list
			kind, imprint, publisher = "incollection", "publisher", whole(e.Publisher)
		case DataSet: // of which @misc knows neither the word nor the edition
			e.Edition, e.Note = "", e.EditionNote
		}
		fmt.Fprintf(&out, "@%s{%s,\n", kind, e.Key)
		field(&out, "author", whole(e.Author))
		field(&out, "title", whole(e.Title))
		field(&out, "booktitle", whole(e.Work))
		field(&out, "edition", texText(e.Edition))
		field(&out, imprint, publisher)
		field(&out, "year", dashed(Date{Year: e.Issued.Year}))
		field(&out, "url", texURL.Replace(oneLine(e.URL)))
		field(&out, "urldate", dashed(e.Accessed))
		field(&out, "language", texText(e.Language))
		field(&out, "note", texText(e.Note))
		out.WriteString("}\n\n")
	}
	return out.Bytes()
}

// whole keeps a text together: its capitals, its commas and its "and".
func whole(text string) string {
	if text = texText(text); text != "" {
		text = "{" + text + "}"
	}
	return text
}

func field(out *bytes.Buffer, name, value string) {
	if value != "" {
		fmt.Fprintf(out, "  %s = {%s},\n", name, value)
	}
}

// BibTeX counts braces even after a backslash, so a brace becomes a named character.
var texSpecial = strings.NewReplacer(
	`\`, `\textbackslash{}`, `{`, `\textbraceleft{}`, `}`, `\textbraceright{}`,
	`~`, `\textasciitilde{}`, `^`, `\textasciicircum{}`,
	`&`, `\&`, `%`, `\%`, `$`, `\$`, `#`, `\#`, `_`, `\_`,
)

// An address is set verbatim; only what would end or unbalance the field is encoded.
var texURL = strings.NewReplacer(`\`, "%5C", "{", "%7B", "}", "%7D", " ", "%20")

func texText(text string) string { return texSpecial.Replace(oneLine(text)) }

// dashed writes a date as far as it is known: 2026-11.
func dashed(d Date) string {
	var text strings.Builder
	for i, part := range d.parts() {
		if i > 0 {
			text.WriteByte('-')
		}
		fmt.Fprintf(&text, "%02d", part)
	}
	return text.String()
}
