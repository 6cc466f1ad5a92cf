package rule

import "testing"

func TestAddress(t *testing.T) {
	for in, fault := range map[string]string{
		"javascript:alert(1)": "which is not http or https", "ftp://example.org/": "which is not http or https", "www.example.org": "which is not http or https",
		"//example.org/": "which is not http or https", "https://user:pw@example.org/": "which holds a user name",
		"http://localhost:1313/": "which names no public host", "https://127.0.0.1/": "which names no public host", "https://intranet/": "which names no public host",
		"https://build.internal/": "which names no public host", "https:example.org": "which names no public host", "https://example..org/": "which names no public host",
		"https://": "which names no public host", "https://[::1]/": "which names no public host",
		"https://exa mple.org/": "which is no address", "https://example.org/a b": "which has a character that must be escaped", "https://example.org/%zz": "which is no address",
	} {
		wantFinding(t, address, "data/sources.csv", "https://example.org/", in,
			`data/sources.csv:2:32: error address: "`+in+`", `+fault+`; want an address such as "https://example.org/report"`)
	}
	for _, fine := range []string{"https://example.org/a?b=c&d=%20#e", "http://example.org:8080/", "https://пример.рф/отчёт", "https://8.8.8.8/", ""} {
		wantFinding(t, address, "data/sources.csv", "https://example.org/", fine)
	}
	wantFinding(t, address, "data/edition.toml", "https://r.example/", "git@r.example:atlas",
		`data/edition.toml:6:1: error address: "git@r.example:atlas", which is no address; want an address such as "https://example.org/report"`)
	wantFinding(t, address, "data/names/ORIGIN.toml", "https://example.org/p", "example.org",
		`data/names/ORIGIN.toml:6:1: error address: "example.org", which is not http or https; want an address such as "https://example.org/report"`)
}
