// Package proposal reads what people write into the issue form for corrections, and turns it into
// the command that a maintainer can run.
package proposal

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/report"
)

// MaxBody bounds what is read of an issue, in bytes; the host itself allows 64 KB.
const MaxBody = 64 << 10

// Labels are the headings under which the form files its answers, by field: they are the labels
// of value-correction.yml, to which a test holds them.
var Labels = map[string]string{
	"country":   "Country or territory",
	"indicator": "Indicator",
	"proposed":  "What it should say",
	"period":    "The year that this is about",
	"source":    "Address of the publication",
	"locator":   "Place in the publication",
}

// Proposal is what somebody proposes, field by field; a field that was left out is empty.
type Proposal map[string]string

// Read takes the answers out of the body of an issue: the host writes each as a heading and
// the text below it.
func Read(body string) Proposal {
	p := Proposal{}
	for _, part := range strings.Split("\n"+strings.ReplaceAll(body[:min(len(body), MaxBody)], "\r", ""), "\n### ")[1:] {
		label, answer, _ := strings.Cut(part, "\n")
		answer, _, _ = strings.Cut(strings.TrimSpace(answer), "\n")
		for field, known := range Labels {
			if strings.TrimSpace(label) == known && answer != "_No response_" {
				p[field] = strings.TrimSpace(answer)
			}
		}
	}
	return p
}

// Answer writes, in Markdown, the command that would enter the proposal, and what a maintainer
// must find out first. Whatever the issue holds stays one quoted word of the command.
func (p Proposal) Answer(d *dataset.Dataset) string {
	country, open := p.resolve(d)
	source := p.knownSource(d)
	if source == "" {
		open = append(open, "The publication has no id yet: add it first with `go run ./tools/atlas source add`, then put its id in the place of `SOURCE`.")
	}
	words := []string{"go run ./tools/atlas set", quote(country), quote(p["indicator"]), quote(strings.ToLower(p["proposed"])),
		"--period", quote(p["period"]), "--source", quote(cmp.Or(source, "SOURCE")), "--locator", quote(p["locator"]), "--confidence stated"}
	var out strings.Builder
	out.WriteString("Thank you. A maintainer who has opened the publication and found the place can enter this with:\n\n")
	fmt.Fprintf(&out, "````sh\n%s\n````\n", strings.ReplaceAll(strings.Join(words, " "), "`", "'"))
	for _, line := range open {
		fmt.Fprintf(&out, "\n- %s", line)
	}
	out.WriteString("\n\nThe command checks the row before it writes, and `go run ./tools/atlas diff` then says what it changes.\n")
	return out.String()
}

// resolve finds the country's code and lists what is not clear.
func (p Proposal) resolve(d *dataset.Dataset) (country string, open []string) {
	country, found := report.FindCountry(d, p["country"])
	if !found {
		country = p["country"]
		open = append(open, "The country is not one that the atlas knows by this name.")
	}
	if _, ok := d.Indicator(p["indicator"]); !ok {
		open = append(open, "The indicator is not an id of `data/indicators.csv`.")
	}
	for _, field := range []string{"proposed", "period", "locator"} {
		if p[field] == "" {
			open = append(open, fmt.Sprintf("“%s” was left empty.", Labels[field]))
		}
	}
	return country, open
}

// knownSource gives the id of the source with the address that was given.
func (p Proposal) knownSource(d *dataset.Dataset) string {
	for _, s := range d.Sources {
		if s.URL != "" && s.URL == p["source"] {
			return s.ID
		}
	}
	return ""
}

// quote makes one word of a text for a POSIX shell. Control characters, which a terminal might
// carry out on pasting, are dropped.
func quote(text string) string {
	text = strings.Map(func(c rune) rune {
		if c < ' ' || c == 0x7f || (c >= 0x80 && c < 0xa0) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) {
			return -1
		}
		return c
	}, text)
	return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'"
}
