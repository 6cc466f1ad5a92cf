// Package edition freezes the data set under a number, and reads what was frozen.
//
// An edition is one archive that never changes: data/editions/<number>.zip, identified by the
// card beside it. Its files keep their addresses, with /editions/<number> in front.
package edition

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/change"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// List gives the cards of the frozen editions, the oldest first. It expects a data set that keeps
// every rule; an archive without a card, or a card without an archive, is left out.
func List(d *dataset.Dataset) []dataset.Card {
	var cards []dataset.Card
	for _, f := range d.Frozen {
		if f.Card != nil && f.Zip != nil {
			cards = append(cards, *f.Card)
		}
	}
	slices.SortFunc(cards, func(a, b dataset.Card) int { return Compare(a.Number, b.Number) })
	return cards
}

// Newest gives the card of the newest frozen edition, if there is one.
func Newest(d *dataset.Dataset) (dataset.Card, bool) {
	cards := List(d)
	if len(cards) == 0 {
		return dataset.Card{}, false
	}
	return cards[len(cards)-1], true
}

// Places of files in an edition.
const (
	LatestFile   = "data/v1/latest.csv" // the latest statuses
	IdentityFile = "edition.toml"       // number, date, title and addresses
)

// Latest gives the latest statuses as an edition has them.
func Latest(d *dataset.Dataset, number string) ([]change.Row, error) {
	files, err := Open(d, number)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(files, func(f File) bool { return f.Path == LatestFile })
	if i < 0 {
		return nil, fmt.Errorf("edition %s: no %s in it", number, LatestFile)
	}
	rows, err := change.Read(files[i].Data)
	if err != nil {
		return nil, fmt.Errorf("edition %s: %w", number, err)
	}
	return rows, nil
}

// Open gives all files of an edition, sorted by path, after it has made sure that they are those
// that were frozen.
func Open(d *dataset.Dataset, number string) ([]File, error) {
	for _, f := range d.Frozen {
		if f.Name != number {
			continue
		}
		if fault := fault(f); fault != "" {
			return nil, fmt.Errorf("edition %s: %s", number, fault)
		}
		files, err := unpack(f.Zip, sizes)
		if err == nil {
			err = verify(files)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.ZipPath(), err)
		}
		return files, nil
	}
	return nil, fmt.Errorf("edition %s: no such edition in %s", number, dataset.EditionsFolder)
}

// Compare orders two numbers of editions: 2026.2 comes before 2026.10.
func Compare(a, b string) int {
	yearA, countA, _ := strings.Cut(a, ".")
	yearB, countB, _ := strings.Cut(b, ".")
	return cmp.Or(cmp.Compare(whole(yearA), whole(yearB)), cmp.Compare(whole(countA), whole(countB)), strings.Compare(a, b))
}

// whole reads a whole number; anything else comes before all numbers.
func whole(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		return -1
	}
	return n
}
