// Package serving says how a server is to send the files of the site: what a browser may do with them,
// for how long it may keep them, and who may show them in a frame.
package serving

import (
	"fmt"
	"slices"
	"strings"
)

// Rule gives headers to the files of a path. A * at the end of a path stands for anything, a part that
// begins with a colon for one part. No two rules name the same header for one file: some hosts would
// join the two values, others keep one of them.
type Rule struct {
	Path    string
	Headers []Header
}

// Header is a header of HTTP.
type Header struct{ Name, Value string }

// Pages are where the pages of a site stand.
type Pages struct {
	// Base is the path of the site on its host, without a slash at its end: empty, or "/atlas".
	Base string
	// Languages are those whose pages stand in a folder of their own.
	Languages []string
	// Sections are the folders of pages in each language. Some of them hold other files too.
	Sections []string
	// Policy is what the Content-Security-Policy of a page says in its own head.
	Policy string
}

const (
	// Fingerprinted files carry a checksum in their names, so that they never change.
	forever = "public, max-age=31536000, immutable"
	// A correction must be seen soon: pages and data are asked for anew after five minutes.
	short = "public, max-age=300, must-revalidate"
)

// pictures may style themselves, since they also stand alone, and do nothing else.
const pictures = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

// Rules are those of a whole site.
func Rules(p Pages) []Rule {
	rules := append(everywhere(), p.in("/")...)
	for _, lang := range p.Languages {
		rules = append(rules, p.in("/"+lang+"/")...)
	}
	rules = append(rules, p.shared()...)
	for i := range rules {
		rules[i].Path = p.Base + rules[i].Path
	}
	return rules
}

func everywhere() []Rule {
	return []Rule{{"/*", []Header{
		{"X-Content-Type-Options", "nosniff"},
		{"Referrer-Policy", "no-referrer"},
		{"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"},
		{"Cross-Origin-Opener-Policy", "same-origin"},
	}}}
}

// in are the rules of a language in its folder.
func (p Pages) in(folder string) []Rule {
	rules := []Rule{{folder, p.alone()}, {folder + "404.html", p.alone()}}
	for _, section := range p.Sections {
		switch section {
		case "embed":
			rules = append(rules, Rule{folder + "embed/*", p.framed()})
		case "data": // files stand there too
			rules = append(rules, Rule{folder + "data/", p.alone()})
		case "editions":
			rules = append(rules, Rule{folder + "editions/", p.alone()}, Rule{folder + "editions/:edition/", p.alone()})
		default:
			rules = append(rules, Rule{folder + section + "/*", p.alone()})
		}
	}
	return append(rules, Rule{folder + "maps/*", open(pictures)}, Rule{folder + "cards/*", open("")}, Rule{folder + "cite/*", open("")})
}

// shared are the rules of what is the same in all languages.
func (p Pages) shared() []Rule {
	return []Rule{
		{"/editions/:edition/embed/*", p.framed()},
		{"/editions/:edition/maps/*", open(pictures)}, {"/editions/:edition/data/*", open("")},
		{"/data/v1/*", open("")},
		{"/css/*", kept()}, {"/js/*", kept()}, {"/finder/*", kept()},
	}
}

// alone and framed are the headers of a page that nobody may put in a frame, and of one that anybody may.
func (p Pages) alone() []Header  { return p.page("'none'") }
func (p Pages) framed() []Header { return p.page("*") }

func (p Pages) page(frames string) []Header {
	return []Header{{"Content-Security-Policy", p.Policy + "; frame-ancestors " + frames}, {"Cache-Control", short}}
}

// open are those of files that other sites may show and read.
func open(policy string) []Header {
	headers := []Header{{"Access-Control-Allow-Origin", "*"}, {"Cache-Control", short}}
	if policy != "" {
		headers = slices.Insert(headers, 0, Header{"Content-Security-Policy", policy})
	}
	return headers
}

func kept() []Header { return []Header{{"Cache-Control", forever}} }

// File writes rules as hosts of static sites read them in a file called _headers.
func File(rules []Rule) []byte {
	var out strings.Builder
	for _, r := range rules {
		fmt.Fprintln(&out, r.Path)
		for _, h := range r.Headers {
			fmt.Fprintf(&out, "  %s: %s\n", h.Name, h.Value)
		}
	}
	return []byte(out.String())
}
