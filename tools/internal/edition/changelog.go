package edition

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/change"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/report"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// ChangelogFile tells, edition by edition, which latest statuses became others.
const ChangelogFile = "data/CHANGELOG.md"

const changelogHead = "# Editions of the data set\n\nWritten by `go run ./tools/atlas release`, newest first. A line is a latest status that became another; `/changes/` tells what changed on the ground.\n"

// Tell adds the edition to the changelog, of which history is the text so far. It is written
// with the other files of the release.
func (p *Plan) Tell(d *dataset.Dataset, history []byte) error {
	section, err := section(d)
	if err != nil {
		return err
	}
	rest := bytes.TrimPrefix(history, []byte(changelogHead))
	text := append([]byte(changelogHead+"\n"+section), rest...)
	last := len(p.Writes) - 1
	p.Writes = append(p.Writes[:last:last], File{ChangelogFile, text}, p.Writes[last])
	return nil
}

// section tells what differs from the edition before; of the first it tells what it holds.
func section(d *dataset.Dataset) (string, error) {
	var out strings.Builder
	fmt.Fprintf(&out, "## %s, %s\n\n", d.Edition.Number, d.Edition.Date)
	before, there := Newest(d)
	if !there {
		fmt.Fprintf(&out, "The first edition: %s observations from %s sources.\n", report.Count(len(d.Observations)), report.Count(len(d.Sources)))
		return out.String(), nil
	}
	rows, err := Latest(d, before.Number)
	if err != nil {
		return "", err
	}
	changes := change.Between(rows, change.RowsOf(status.Of(d)))
	if len(changes) == 0 {
		fmt.Fprintf(&out, "The same latest statuses as %s.\n", before.Number)
	}
	names := report.Names{Country: func(iso3 string) string { return d.Name(iso3, "en") }, Indicator: func(id string) string { return id }}
	for _, c := range changes {
		fmt.Fprintf(&out, "- %s\n", names.Sentence(c))
	}
	return out.String(), nil
}
