package main

import (
	"cmp"
	"context"
	"maps"
	"os"
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/contrast"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/report"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rule"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rulebook"
	"github.com/harm-reduction-atlas/atlas/tools/internal/words"
)

// contrast draws indicators before and after into a folder; the empty folder asks for nothing.
// Only for maps are the data of before read again.
// Of data that break rules nobody can say what their map would be, but what changed can still be
// told: that is no error.
func (e *Env) contrast(ctx context.Context, folder string, states [2]string, new *dataset.Dataset, indicators []string) (report.Drawn, error) {
	drawn := report.Drawn{Folder: folder}
	if folder == "" {
		return drawn, nil
	}
	old, err := e.state(ctx, states[0])
	if err != nil {
		return drawn, err
	}
	for i, d := range []*dataset.Dataset{old, new} {
		if rule.Errors(rule.Check(d, rulebook.All())) > 0 {
			drawn.Unsound = cmp.Or(states[i], "this checkout")
			return drawn, nil
		}
	}
	root, err := e.Root()
	if err != nil {
		return drawn, err
	}
	w, err := words.Read(os.DirFS(root), "en", indicators)
	if err != nil {
		return drawn, err
	}
	files, err := contrast.Maps(old, new, w, indicators)
	if err != nil {
		return drawn, err
	}
	drawn.Indicators, drawn.Files = indicators, slices.Sorted(maps.Keys(files))
	return drawn, contrast.Write(e.path(folder), files)
}
