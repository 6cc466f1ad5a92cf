package realsite_test

import (
	"bytes"
	"fmt"
	"maps"
	"net/url"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// outsideFile lists where the site leads beside the addresses of its sources, so that another host is seen
// when a change is read.
const outsideFile = "testdata/outside.txt"

// Every address of another host is one that a browser can follow. Those that are not of a source, which
// the weekly check of links visits, are listed, without what is asked of them.
func TestAddressesElsewhere(t *testing.T) {
	s, f := Built(t), newFaults(t)
	known := map[string]bool{}
	for _, source := range s.Data.Sources {
		known[unescaped(source.URL)] = true
	}
	listed, checked := map[string]bool{}, map[string]bool{}
	for _, p := range slices.Concat(s.All, s.Frozen) {
		for _, n := range All(p.Doc, Has("href")) {
			address := Attr(n, "href")
			if checked[address] || leadsHere(s, address) {
				continue
			}
			checked[address] = true
			if wrong := unfollowable(address); wrong != "" {
				f.addf("%s leads to %s: %s", p.Path, address, wrong)
			}
			if !known[unescaped(address)] {
				listed[generalised(s.Data, address)] = true
			}
		}
	}
	got := []byte(strings.Join(slices.Sorted(maps.Keys(listed)), "\n") + "\n")
	if *update {
		if err := os.WriteFile(outsideFile, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(outsideFile)
	if err != nil {
		t.Fatalf("%v (run the test with -update and read the list)", err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("addresses elsewhere (-%s +site):\n%s", outsideFile, gocmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")))
	}
	if len(checked) < 500 {
		t.Errorf("only %d addresses were looked at", len(checked))
	}
}

// unescaped makes two ways to write one address equal.
func unescaped(address string) string {
	plain, err := url.PathUnescape(address)
	if err != nil {
		return address
	}
	return plain
}

func leadsHere(s *Site, address string) bool {
	home, _ := url.Parse(s.Data.Edition.URL)
	u, err := url.Parse(address)
	return err == nil && (u.Host == "" || u.Host == home.Host)
}

// hostName is a name with a dot, as RFC 1123 has it; letters of other scripts are written in ASCII there.
var hostName = regexp.MustCompile(`^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})$`)

// unfollowable says what keeps a browser from following an address as it is written (RFC 3986); "" if nothing.
func unfollowable(address string) string {
	u, err := url.Parse(address)
	switch {
	case err != nil:
		return err.Error()
	case u.Scheme != "https" && u.Scheme != "http":
		return "neither http nor https"
	case u.User != nil || u.Port() != "":
		return "a name to log in with, or a port"
	case !hostName.MatchString(u.Host):
		return fmt.Sprintf("%q is no host name", u.Host)
	case strings.ContainsFunc(address, func(r rune) bool { return r <= ' ' || r >= 0x7f || strings.ContainsRune("<>\"\\^`{|}", r) }):
		return "a character that must be escaped"
	}
	return ""
}

// generalised drops what is asked of an address and the name of an indicator.
func generalised(d *dataset.Dataset, address string) string {
	address, _, _ = strings.Cut(address, "?")
	address, _, _ = strings.Cut(address, "#")
	id, isTable := strings.CutSuffix(path.Base(address), ".csv")
	if isTable && slices.ContainsFunc(d.Indicators, func(i dataset.Indicator) bool { return i.ID == id }) {
		return strings.TrimSuffix(address, path.Base(address)) + "<indicator>.csv"
	}
	return address
}

// What browsers cannot follow is told apart, so that the test above can fail.
func TestAddressesThatCannotBeFollowed(t *testing.T) {
	for address, followable := range map[string]bool{
		"https://example.org/a?b=c#d": true, "http://www.example.co.uk/%28x%29": true,
		"javascript:alert(1)": false, "https://example": false, "https://exa mple.org/": false, "https://me@example.org/": false,
		"https://example.org:8080/": false, "https://example.org/a b": false, "https://example.org/é": false, "https://пример.рф/": false,
		"https://-a.example.org/": false, "https:///nowhere": false, "https://example.org/%zz": false,
	} {
		if got := unfollowable(address) == ""; got != followable {
			t.Errorf("%s: followable is %t", address, got)
		}
	}
}
