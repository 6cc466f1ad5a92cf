package edition_test

import (
	"strings"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/edition"
)

// page is a page for a frame with something in its head and something in its body.
func page(head, body string) []byte {
	return []byte(`<!doctype html><html lang="en"><head>` + head + `</head><body>` + body + `<footer><p>Source</p></footer></body></html>`)
}

const sheet = `<link rel="stylesheet" href="/css/site.abc.css" integrity="sha256-abc">`

func TestAFrameStandsAlone(t *testing.T) {
	got, style, err := edition.StandAlone(page(`<link rel="canonical" href="https://atlas.int/indicator/nsp/">`+sheet,
		`<a href="#summary">Skip</a><svg viewBox="0 0 9 9"><a href="/country/ken/#nsp"><path fill="url(#unknown)" d="M0 0"/></a></svg>`), "editions/2026.1/embed/nsp", "Frozen & dated")
	if err != nil || style != "/css/site.abc.css" {
		t.Fatalf("style %q, %v", style, err)
	}
	for _, want := range []string{
		`<!doctype html><html lang="en"><head><link rel="stylesheet" href="../style.css"></head>`, `<a href="#summary">`, `viewBox="0 0 9 9"`, `fill="url(#unknown)"`,
		`<a href="../../../../country/ken/#nsp">`, `<footer><p>Frozen &amp; dated</p><p>Source</p></footer>`,
	} {
		if !strings.Contains(string(got), want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	if strings.Contains(string(got), "canonical") {
		t.Errorf("it holds an address of the site:\n%s", got)
	}
}

func TestAFrameThatCannotStandAlone(t *testing.T) {
	for name, test := range map[string]struct{ head, body, want string }{
		"a script":                 {sheet + `<script>1</script>`, "", "it loads <script"},
		"a picture":                {sheet, `<img src="/maps/nsp.png" alt="">`, "it loads <img"},
		"an icon":                  {sheet + `<link rel="icon" href="/favicon.svg">`, "", "it loads <link"},
		"a second style":           {sheet + sheet, "", "it loads <link"},
		"no style":                 {"", "", "want a page with a style sheet"},
		"a link to another host":   {sheet, `<a href="https://atlas.int/">x</a>`, "a link to https://atlas.int/"},
		"one without a scheme":     {sheet, `<a href="//atlas.int/">x</a>`, "a link to //atlas.int/"},
		"a link from beside it":    {sheet, `<a href="../oat/">x</a>`, "a link to ../oat/"},
		"a script behind a link":   {sheet, `<a href="javascript:alert(1)">x</a>`, "a link to javascript:alert(1)"},
		"a script on its own":      {sheet, `<script src="https://elsewhere.int/x.js"></script>`, "it loads <script"},
		"a frame within a frame":   {sheet, `<iframe src="/embed/oat/"></iframe>`, "it loads <iframe"},
		"a preload of a neighbour": {sheet + `<link rel="preload" href="/x.css">`, "", "it loads <link"},
	} {
		if _, _, err := edition.StandAlone(page(test.head, test.body), "editions/2026.1/embed/nsp", ""); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v; want it to speak of %q", name, err, test.want)
		}
	}
	if _, _, err := edition.StandAlone([]byte("<html><head>"+sheet+"</head>"), "editions/2026.1/embed/nsp", ""); err == nil {
		t.Error("a page without a footer passes, and nothing says that it is frozen")
	}
}
