package report

import (
	"fmt"
	"path"
	"strings"
)

// Drawn tells of the maps that were asked for beside a review. The zero value says that nobody
// asked.
type Drawn struct {
	// Folder holds the maps, by the name that was given, and Files are those in it.
	Folder string
	Files  []string
	// Indicators are those that were drawn, before and after.
	Indicators []string
	// Unsound names a state that breaks rules, so that none could be drawn.
	Unsound string
}

// Tables gives one table, or none if nobody asked for maps.
func (d Drawn) Tables(n Names) []Table {
	if d.Folder == "" {
		return nil
	}
	return []Table{{Title: "Maps", Remarks: []string{d.sentence(n)}}}
}

// sentence says which maps are where, or why there are none.
func (d Drawn) sentence(n Names) string {
	switch {
	case d.Unsound != "":
		return fmt.Sprintf("None: the data of %s break rules, which check lists there; only data that keep every rule are drawn.", d.Unsound)
	case len(d.Indicators) == 0:
		return "None: no status changed."
	}
	names := make([]string, len(d.Indicators))
	for i, id := range d.Indicators {
		names[i] = n.Indicator(id)
	}
	return fmt.Sprintf("Before and after, in the folder %s: %s.", d.Folder, strings.Join(names, ", "))
}

// paths gives the files with their folder.
func (d Drawn) paths() []string {
	var all []string
	for _, file := range d.Files {
		all = append(all, path.Join(d.Folder, file))
	}
	return all
}
