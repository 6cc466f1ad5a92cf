package issueform

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
)

// encoded matches what is left of a value that was encoded twice.
var encoded = regexp.MustCompile(`%[0-9A-Fa-f]{2}|&\w+;`)

// CheckLink tells what is wrong with an address that opens a form of a repository, given the forms
// by file name; nil if the form exists and each value goes into one of its fields.
func CheckLink(address, repository string, forms map[string]Form) error {
	u, err := url.Parse(address)
	if err != nil {
		return err
	}
	query, err := url.ParseQuery(u.RawQuery)
	if err != nil {
		return err
	}
	if where, _, _ := strings.Cut(address, "?"); where != repository+"/issues/new" {
		return fmt.Errorf("%s does not open an issue of %s", where, repository)
	}
	f, ok := forms[query.Get("template")]
	if !ok {
		return fmt.Errorf("no form %q", query.Get("template"))
	}
	for name, values := range query {
		_, field := f.Field(name)
		if !field && !slices.Contains([]string{"template", "title"}, name) {
			return fmt.Errorf("%q is no field of the form %q", name, f.Name)
		}
		if len(values) != 1 || strings.TrimSpace(values[0]) == "" || encoded.MatchString(values[0]) {
			return fmt.Errorf("%s=%q would be filled in", name, values)
		}
	}
	return nil
}
