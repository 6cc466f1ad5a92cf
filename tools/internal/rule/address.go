package rule

import (
	"net/url"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var address = Rule{
	Name:  "address",
	Level: Error,
	About: "An address must be one that every reader can open with http or https; javascript:, localhost or a password in it endangers whoever follows the link.",
	Check: func(d *dataset.Dataset, report Report) {
		check := func(text string, at func() csvfile.Pos) {
			if fault := unreachable(text); text != "" && fault != "" {
				report(at(), "", quote(text)+fault, "an address such as \"https://example.org/report\"")
			}
		}
		eachCell(d, ofType(dataset.URL), func(c *cell) { check(c.Text, c.at) })
		check(d.Edition.URL, func() csvfile.Pos { return Field(d, dataset.EditionFile, "url") })
		check(d.Edition.Repository, func() csvfile.Pos { return Field(d, dataset.EditionFile, "repository") })
		for _, o := range d.Origins {
			check(o.Address, func() csvfile.Pos { return Field(d, o.Path, "address") })
			check(o.Repository, func() csvfile.Pos { return Field(d, o.Path, "repository") })
		}
	},
}

// unreachable tells why an address cannot be published, or nothing.
func unreachable(text string) string {
	u, err := url.Parse(text)
	switch {
	case err != nil:
		return ", which is no address"
	case u.Scheme != "http" && u.Scheme != "https":
		return ", which is not http or https"
	case u.User != nil:
		return ", which holds a user name"
	case u.Opaque != "" || isLocal(strings.ToLower(u.Hostname())):
		return ", which names no public host"
	case strings.ContainsAny(text, " <>\"\\^`{|}"):
		return ", which has a character that must be escaped"
	}
	return ""
}

func isLocal(host string) bool {
	return !strings.Contains(host, ".") || strings.HasPrefix(host, "127.") || strings.HasPrefix(host, "10.") || strings.HasPrefix(host, "192.168.") ||
		strings.HasPrefix(host, ".") || strings.Contains(host, "..") ||
		hasEnding(host, ".local", ".localhost", ".internal", ".lan") || host == "0.0.0.0"
}
