// Package amend adds rows to data files, provided that they break no rule.
package amend

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rule"
	"github.com/harm-reduction-atlas/atlas/tools/internal/tidy"
)

// Row is a row to be added: the file it belongs to and its cells by column. A column that is
// left out stays empty.
type Row struct {
	File  string
	Cells map[string]string
}

// Plan is what adding rows would come to. Nothing is written yet: tidy.Apply does that.
type Plan struct {
	// Changes are the new contents of the files, canonical and complete.
	Changes []tidy.Change
	// Findings is what the rules say of the data with the rows in them and did not say
	// before. Places are those of the new contents.
	Findings []rule.Finding
	// Places tells where each row comes to stand, in the order given.
	Places []csvfile.Pos
	// Before and After are the data without and with the rows.
	Before, After *dataset.Dataset
}

// Add plans to put rows into the data below the root of fsys. The plan may be carried out
// only if it has no findings. It is an error to name a file or a column that the data set
// does not have; a file that cannot be read is a finding.
func Add(fsys fs.FS, rows []Row, rules []rule.Rule) (Plan, error) {
	p := Plan{Before: dataset.Load(fsys)}
	texts, err := appended(p.Before, rows)
	if err != nil {
		return p, err
	}
	if len(p.Before.Faults) > 0 {
		p.Findings = rule.Check(p.Before, rules)
		return p, nil
	}
	for _, t := range p.Before.Tables {
		text, touched := texts[t.File]
		if !touched {
			continue
		}
		content, err := dataset.Canonical(csvfile.Read(t.File, text))
		if err != nil {
			return p, err
		}
		texts[t.File] = content
		p.Changes = append(p.Changes, tidy.Change{File: t.File, Content: content})
	}
	p.After = dataset.Load(overlay{fsys, texts})
	p.Findings = since(rule.Check(p.Before, rules), rule.Check(p.After, rules))
	p.Places = places(p.After, rows)
	return p, nil
}

// since gives the findings that were not there before, wherever the lines have moved.
func since(before, after []rule.Finding) []rule.Finding {
	known := map[rule.Finding]int{}
	still := func(f rule.Finding) rule.Finding {
		f.Line, f.Col = 0, 0
		return f
	}
	for _, f := range before {
		known[still(f)]++
	}
	return slices.DeleteFunc(after, func(f rule.Finding) bool {
		known[still(f)]--
		return known[still(f)] >= 0
	})
}

// appended gives the contents of the files that rows belong to, with the rows at their end.
func appended(d *dataset.Dataset, rows []Row) (map[string][]byte, error) {
	texts := map[string][]byte{}
	for _, r := range rows {
		line, err := r.line(d)
		if err != nil {
			return nil, err
		}
		text, begun := texts[r.File]
		if !begun {
			text = bytes.Clone(d.Raw[r.File])
			if !bytes.HasSuffix(text, []byte("\n")) {
				text = append(text, '\n')
			}
		}
		texts[r.File] = append(text, line...)
	}
	return texts, nil
}

// line writes the row under the header that its file has.
func (r Row) line(d *dataset.Dataset) ([]byte, error) {
	spec, ok := dataset.FileFor(r.File)
	if _, there := d.Raw[r.File]; !ok || !there {
		return nil, fmt.Errorf("%s: no such data file", r.File)
	}
	for name := range r.Cells {
		if _, ok := spec.Column(name); !ok {
			return nil, fmt.Errorf("%s: no column %q", r.File, name)
		}
	}
	var record []string
	for _, t := range d.Tables {
		if t.File == r.File {
			for _, head := range t.Header {
				record = append(record, strings.TrimSpace(r.Cells[head.Text]))
			}
		}
	}
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	err := w.Write(record)
	w.Flush()
	return out.Bytes(), err
}

// places finds the rows in the data that hold them.
func places(d *dataset.Dataset, rows []Row) []csvfile.Pos {
	list := make([]csvfile.Pos, len(rows))
	for n, r := range rows {
		for _, t := range d.Tables {
			if t.File == r.File {
				list[n] = r.placeIn(t)
			}
		}
	}
	return list
}

func (r Row) placeIn(t *csvfile.Table) csvfile.Pos {
	for i, cells := range t.Rows {
		same := true
		for _, head := range t.Header {
			same = same && t.Cell(i, head.Text).Text == strings.TrimSpace(r.Cells[head.Text])
		}
		if same {
			return t.At(cells[0])
		}
	}
	return csvfile.Pos{}
}
