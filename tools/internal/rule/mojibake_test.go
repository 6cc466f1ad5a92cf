package rule

import "testing"

func TestMojibake(t *testing.T) {
	wantFinding(t, mojibake, "data/sources.csv", "The Report", "CÃ´te d'Ivoire",
		`data/sources.csv:2:12: error mojibake: "CÃ´te d'Ivoire"; want probably "Côte d'Ivoire"`)
	wantFinding(t, mojibake, "data/sources.csv", "The Report", "Harm Reduction â€“ a review",
		`data/sources.csv:2:12: error mojibake: "Harm Reduction â€“ a review"; want probably "Harm Reduction – a review"`)
	wantFinding(t, mojibake, "data/sources.csv", "The Report", "C\ufffdte d'Ivoire",
		`data/sources.csv:2:12: error mojibake: "C�te d'Ivoire" with a character that was lost; want the text as the source prints it`)
	for _, fine := range []string{"Côte d'Ivoire", "Thaïlande – “naïve”", "Отчёт", "São Tomé e Príncipe", "Ångström"} {
		wantFinding(t, mojibake, "data/sources.csv", "The Report", fine)
	}
}
