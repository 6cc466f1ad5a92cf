package rule

import "testing"

func TestLocalPath(t *testing.T) {
	for in, found := range map[string]string{
		"/home/ana/gshr.pdf": `"/home/"`, "see /var/x": `"/var/"`, `C:\Users\ana`: `"C:\\"`, "file:///x": `"file:/"`, "~/gshr.pdf": `"~/"`, `\\server\x`: `"\\\\s"`,
	} {
		wantFinding(t, localPath, "data/observations/nsp.csv", "p. 1", in,
			`data/observations/nsp.csv:2:26: error local-path: `+found+`; want a place that every reader can reach`)
	}
	wantFinding(t, localPath, "data/sources.csv", "https://example.org/", "https://example.org/home/var/x")
	wantFinding(t, localPath, "data/observations/nsp.csv", "p. 1", "yes/no table, home/work")
}
