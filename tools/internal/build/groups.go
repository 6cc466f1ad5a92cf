package build

import (
	"encoding/hex"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
)

// group is a set of files that Hugo makes together and that are kept together: the files of a page
// in a language, or one of the names below.
type group struct{ lang, name string }

const (
	// assets are styles and scripts that are the same in every language.
	assets = "assets"
	// finder is what the finder of a language reads.
	finder = "finder"
	// rest are all files of a language that are of no other group.
	rest = "rest"
)

// content gives the address of a page among the content that Hugo reads, if the group is a page.
func (one group) content() (address string, page bool) {
	switch one.name {
	case assets, finder, rest:
		return "", false
	}
	folder, id, below := strings.Cut(one.name, "/")
	if !below {
		return "/" + folder, true
	}
	return "/" + inContent(folder) + "/" + id, true
}

// groups knows all of them, each with a key made of everything that its files depend on. The key
// of assets is made of less than that of any page, and the key of a finder of less than that of a
// page in its language: whenever one of them is to be made anew, so are all pages that cause Hugo
// to make it.
type groups struct {
	languages []string
	keys      map[group]string
}

// groupsOf makes the keys. Every is a checksum of all records.
func groupsOf(languages []string, in inputs, reads site.Reads, every sum) groups {
	g := groups{languages, map[group]string{{"", assets}: key(in.site)}}
	common := sumOfParts(reads.Common)
	own := map[string]sum{}
	for name, read := range reads.Own {
		asks, shows := in.texts[name]
		switch {
		case asks:
			own[name] = every
		case shows:
			own[name] = sumOfParts(append([][]byte{reads.Cited}, read...))
		default:
			own[name] = sumOfParts(read)
		}
	}
	for _, lang := range languages {
		base := func(folder string) []sum {
			return []sum{in.site, common, in.prose[lang].of(folder), in.stringsFor(lang, folder)}
		}
		g.keys[group{lang, finder}] = key(append(base(finder), named(lang+" "+finder))...)
		g.keys[group{lang, rest}] = key(append(base(rest), named(lang+" "+rest), every)...)
		bases := map[string][]sum{}
		for name, read := range own {
			folder, _, _ := strings.Cut(name, "/")
			if bases[folder] == nil {
				bases[folder] = base(folder)
			}
			g.keys[group{lang, name}] = key(append(slices.Clip(bases[folder]), named(lang+" "+name), read)...)
		}
	}
	return g
}

var (
	pageFile   = regexp.MustCompile(`^([a-z]+(?:/[^/]+)?)/(index\.html|feed\.xml)$`)
	finderFile = regexp.MustCompile(`^(?:finder/|js/finder-)([a-z]+)\.`)
)

// of tells of which group a file is.
func (g groups) of(file string) group {
	if m := finderFile.FindStringSubmatch(file); m != nil && slices.Contains(g.languages, m[1]) {
		return group{m[1], finder}
	}
	if folder := path.Dir(file); folder == "css" || folder == "js" {
		return group{"", assets}
	}
	lang, below, _ := strings.Cut(file, "/")
	if !slices.Contains(g.languages, lang) {
		lang, below = g.languages[0], file
	}
	if m := pageFile.FindStringSubmatch(below); m != nil {
		if page := (group{lang, m[1]}); g.keys[page] != "" {
			return page
		}
	}
	return group{lang, rest}
}

// together takes out of the groups that are held those that must be made anew since others are.
func (g groups) together(held map[group]bool) map[group]bool {
	if !held[group{"", assets}] {
		return nil
	}
	whole := func(lang string) bool {
		for one := range g.keys {
			if one.lang == lang && !held[one] {
				return false
			}
		}
		return true
	}
	kept := maps.Clone(held)
	for _, lang := range g.languages {
		all := whole(lang)
		maps.DeleteFunc(kept, func(one group, _ bool) bool {
			return one.lang == lang && (!held[group{lang, finder}] || one.name == rest && !all)
		})
	}
	return kept
}

func key(from ...sum) string {
	h := newHash()
	for _, s := range from {
		h.part("", s[:])
	}
	s := h.sum()
	return hex.EncodeToString(s[:])
}

func sumOfParts(all [][]byte) sum {
	h := newHash()
	for _, part := range all {
		h.part("", part)
	}
	return h.sum()
}

func named(name string) sum { return sumOfParts([][]byte{[]byte(name)}) }

func sumOfFiles(files map[string][]byte) sum {
	h := newHash()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		h.part(name, files[name])
	}
	return h.sum()
}
