package cite

import (
	"bytes"
	"fmt"
	"strings"
)

// risTypes are the reference types of kinds.
var risTypes = map[Kind]string{Document: "GEN", Part: "ENCYC", DataSet: "DATA"}

// RIS writes entries as a .ris file in UTF-8, with the line ends that its specification
// asks for (CR LF).
func RIS(entries []Entry) []byte {
	var out bytes.Buffer
	for _, e := range entries {
		tag(&out, "TY", risTypes[e.Kind])
		tag(&out, "ID", e.Key)
		tag(&out, "AU", strings.ReplaceAll(e.Author, ",", "")) // what precedes a comma is a family name
		tag(&out, "TI", e.Title)
		tag(&out, "T2", e.Work)
		tag(&out, "ET", e.edition())
		tag(&out, "PB", e.Publisher)
		tag(&out, "PY", dashed(Date{Year: e.Issued.Year}))
		if e.Issued.Month > 0 {
			tag(&out, "DA", slashed(e.Issued))
		}
		tag(&out, "UR", e.URL)
		tag(&out, "Y2", slashed(e.Accessed))
		tag(&out, "LA", e.Language)
		tag(&out, "N1", e.Note)
		out.WriteString("ER  - \r\n\r\n")
	}
	return out.Bytes()
}

func tag(out *bytes.Buffer, name, value string) {
	if value = oneLine(value); value != "" {
		fmt.Fprintf(out, "%s  - %s\r\n", name, value)
	}
}

// slashed writes a date as RIS does, with a place for every part: 2026/11//.
func slashed(d Date) string {
	switch {
	case d.Year == 0:
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%d///", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%d/%02d//", d.Year, d.Month)
	}
	return fmt.Sprintf("%d/%02d/%02d/", d.Year, d.Month, d.Day)
}
