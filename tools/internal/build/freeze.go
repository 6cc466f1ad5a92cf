package build

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/edition"
	"github.com/harm-reduction-atlas/atlas/tools/internal/publish"
	"github.com/harm-reduction-atlas/atlas/tools/internal/words"
)

// Freeze builds the site in a folder that goes away again and gives what an edition keeps of it,
// sorted by path: the data set, the map of each indicator, and each map as a page for a frame.
// Out and BaseURL of the options are not used: frozen pages hold no address of the site.
func Freeze(ctx context.Context, o Options) ([]edition.File, error) {
	r := &run{Options: o}
	r.BaseURL = "/"
	unlock, err := lock(filepath.Join(r.Root, "build"))
	if err != nil {
		return nil, err
	}
	defer unlock()
	if r.stage, err = stageFor(filepath.Join(r.Root, "build", "edition")); err != nil {
		return nil, err
	}
	defer os.RemoveAll(r.stage)
	if err := r.steps(ctx, r.making()); err != nil {
		return nil, err
	}
	return r.kept()
}

// kept collects from the finished site what an edition keeps.
func (r *run) kept() ([]edition.File, error) {
	var files []edition.File
	for _, name := range r.keep() {
		data, err := os.ReadFile(filepath.Join(r.stage, filepath.FromSlash(name)))
		if err != nil {
			return nil, fmt.Errorf("what the edition keeps: %w", err)
		}
		files = append(files, edition.File{Path: name, Data: data})
	}
	w, err := words.Read(os.DirFS(r.Root), "en", nil)
	if err != nil {
		return nil, err
	}
	note, err := w.Get("embed_frozen_note", map[string]any{"Title": r.data.Edition.Title, "Number": r.data.Edition.Number, "Date": longDate(r.data.Edition.Date)})
	if err != nil {
		return nil, err
	}
	for _, i := range r.data.Indicators {
		name := "embed/" + i.ID + "/index.html"
		page, err := os.ReadFile(filepath.Join(r.stage, filepath.FromSlash(name)))
		if err != nil {
			return nil, fmt.Errorf("what the edition keeps: %w", err)
		}
		alone, err := standAlone(page, os.DirFS(r.stage), "editions/"+r.data.Edition.Number+"/embed/"+i.ID, note)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		files = append(files, edition.File{Path: name, Data: alone})
	}
	slices.SortFunc(files, func(a, b edition.File) int { return strings.Compare(a.Path, b.Path) })
	return files, nil
}

// keep names the files that an edition keeps as they are. It leaves out what can be made from
// them (statements by country, the same geometry for each indicator), since the archive stays in
// the repository for ever.
func (r *run) keep() []string {
	var names []string
	for name := range r.static {
		file, published := strings.CutPrefix(name, publish.Folder)
		cut := strings.HasPrefix(file, "countries/") || strings.HasPrefix(file, "indicators/") && strings.HasSuffix(file, ".geojson")
		if published && !cut {
			names = append(names, name)
		}
	}
	for _, i := range r.data.Indicators {
		names = append(names, "maps/"+i.ID+".svg")
	}
	slices.Sort(names)
	return names
}
