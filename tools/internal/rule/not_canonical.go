package rule

import (
	"bytes"
	"fmt"
	"unicode"
	"unicode/utf8"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var notCanonical = Rule{
	Name:  "not-canonical",
	Level: Error,
	About: "Quotes stand only where a cell needs them and no line is blank; a spreadsheet that quotes everything buries the real change in a review.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, t := range d.Tables {
			if len(t.Faults) > 0 {
				continue
			}
			data := d.Raw[t.File]
			quotes, blanks := needless(data)
			if len(quotes) > 0 {
				report(place(t.File, data, quotes[0]), "", fmt.Sprintf("%d cells in quotes that nothing needs, the first here", len(quotes)),
					"quotes only around commas, quotes and line breaks"+byFmt)
			}
			if len(blanks) > 0 {
				report(place(t.File, data, blanks[0]), "", fmt.Sprintf("%d blank lines, the first here", len(blanks)), "none"+byFmt)
			}
		}
	},
}

// needless gives the offsets of quotes that the standard writer of CSV would not set and of
// blank lines, in a file that is known to be readable.
func needless(data []byte) (quotes, blanks []int) {
	lineBegins := true
	for i := 0; i < len(data); i++ {
		switch {
		case data[i] == '"':
			end := closing(data, i)
			if !needsQuotes(data[i+1 : end]) {
				quotes = append(quotes, i)
			}
			i = end + 1
		case lineBegins && (data[i] == '\n' || bytes.HasPrefix(data[i:], []byte("\r\n"))):
			blanks = append(blanks, i)
		}
		for i < len(data) && data[i] != ',' && data[i] != '\n' {
			i++
		}
		lineBegins = i < len(data) && data[i] == '\n'
	}
	return quotes, blanks
}

// closing gives the offset of the quote that closes the one at open.
func closing(data []byte, open int) int {
	for i := open + 1; i < len(data); i++ {
		if data[i] != '"' {
			continue
		}
		if i+1 == len(data) || data[i+1] != '"' {
			return i
		}
		i++
	}
	return len(data)
}

// needsQuotes follows encoding/csv.
func needsQuotes(cell []byte) bool {
	first, _ := utf8.DecodeRune(cell)
	return bytes.ContainsAny(cell, ",\"\r\n") || len(cell) > 0 && unicode.IsSpace(first) || string(cell) == `\.`
}
