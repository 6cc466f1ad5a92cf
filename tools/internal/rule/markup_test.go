package rule

import "testing"

func TestMarkup(t *testing.T) {
	for in, found := range map[string]string{
		"The <b>Report</b>":         `"<b>"`,
		"The <script src=x":         `"<script src=x"`,
		"Report <!-- x -->":         `"<!-- x -->"`,
		"Salt &amp; Light":          `"&amp;"`,
		"Salt &#38; Light":          `"&#38;"`,
		"The [Report](https://x.y)": `"](https://x.y)"`,
		"The {{ Report }}":          `"{{"`,
		"The {% Report %}":          `"{%"`,
		"The `Report`":              "\"`\"",
		"JavaScript:alert(1)":       `"JavaScript:"`,
		"data:text/html,x":          `"data:text/"`,
	} {
		cell := in
		if in == "data:text/html,x" {
			cell = `"` + in + `"`
		}
		wantFinding(t, markup, "data/sources.csv", "The Report", cell,
			`data/sources.csv:2:12: error markup: `+found+` in "`+in+`"; want plain text`)
	}
	for _, fine := range []string{"1 < 2 and <5%", "R&D; more", "Table [3] (2020)", "Source of data: WHO", "a {b}"} {
		wantFinding(t, markup, "data/sources.csv", "The Report", fine)
	}
	wantFinding(t, markup, "data/sources.csv", "example.org/", "example.org/?a=1&copy;=2")
}
