package report

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rule"
)

// Findings writes one finding a line, as people read them.
func (s Style) Findings(w io.Writer, findings []rule.Finding) error {
	for _, f := range findings {
		if _, err := fmt.Fprintln(w, s.finding(f)); err != nil {
			return err
		}
	}
	return nil
}

func (s Style) finding(f rule.Finding) string {
	place, level := Printable(f.Pos.String()), string(f.Level)
	rest := strings.TrimPrefix(Printable(f.String()), place+": "+level)
	if f.Level == rule.Warning {
		return s.Bold(place) + ": " + s.Yellow(level) + rest
	}
	return s.Bold(place) + ": " + s.Red(level) + rest
}

// finding is the stable form of a finding for other programs.
type finding struct {
	File   string     `json:"file"`
	Line   int        `json:"line"`
	Column int        `json:"column"`
	Level  rule.Level `json:"level"`
	Rule   string     `json:"rule"`
	Found  string     `json:"found"`
	Want   string     `json:"want"`
}

// JSON writes {"findings":[{file,line,column,level,rule,found,want}],"errors":n,"warnings":n}.
func JSON(w io.Writer, findings []rule.Finding) error {
	out := struct {
		Findings []finding `json:"findings"`
		Errors   int       `json:"errors"`
		Warnings int       `json:"warnings"`
	}{Findings: []finding{}, Errors: rule.Errors(findings), Warnings: len(findings) - rule.Errors(findings)}
	for _, f := range findings {
		out.Findings = append(out.Findings, finding{f.File, f.Line, f.Col, f.Level, f.Rule, f.Found, f.Want})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

// GitHub writes workflow commands, which GitHub shows beside the changed lines of a pull request.
func GitHub(w io.Writer, findings []rule.Finding) error {
	for _, f := range findings {
		_, err := fmt.Fprintf(w, "::%s file=%s,line=%d,col=%d,title=%s::%s\n", f.Level, property(f.File), f.Line, f.Col,
			property(f.Rule), message(f.Found+"; want "+f.Want))
		if err != nil {
			return err
		}
	}
	return nil
}

var message = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace

// property escapes what would end a property of a workflow command.
var property = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace

// Summary counts what was read and what was found in one line.
func Summary(d *dataset.Dataset, findings []rule.Finding) string {
	if len(findings) > 0 {
		errors := rule.Errors(findings)
		return plural(errors, "error", "errors") + ", " + plural(len(findings)-errors, "warning", "warnings")
	}
	return fmt.Sprintf("%s, %s, %s, %s: no findings", plural(len(d.Observations), "observation", "observations"),
		plural(len(d.Indicators), "indicator", "indicators"), plural(len(d.Countries), "country", "countries"),
		plural(len(d.Sources), "source", "sources"))
}

// Rules lists rules with what each holds and prevents.
func Rules(rules []rule.Rule) Table {
	t := Table{Columns: []Column{{"rule", false}, {"level", false}, {"what must hold, and which mistake it prevents", false}}}
	for _, r := range rules {
		t.Rows = append(t.Rows, []string{r.Name, string(r.Level), r.About})
	}
	t.Remarks = []string{plural(len(rules), "rule", "rules")}
	return t
}
