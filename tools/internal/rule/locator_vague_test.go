package rule

import "testing"

func TestLocatorVague(t *testing.T) {
	const file = "data/observations/nsp.csv"
	for _, in := range []string{"text", "Ibid.", "PDF", "https://example.org/report.pdf", "reports/sources.md", "row 3 of data/raw/table.csv", "github.com/a/b"} {
		wantFinding(t, locatorVague, file, "p. 1", in,
			`data/observations/nsp.csv:2:26: error locator-vague: "`+in+`"; want a place in the publication, such as "Table 2.1, p. 34, row of the country"`)
	}
	for _, fine := range []string{"p. 1", "Body text", "text on p. 4", "Table 1 / row Kenya", "Country page, section on harm reduction", "indicator HIV/AIDS 2.1"} {
		wantFinding(t, locatorVague, file, "p. 1", fine)
	}
}
