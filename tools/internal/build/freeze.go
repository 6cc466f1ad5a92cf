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
	r := &run{Options: o, freezing: true}
	r.BaseURL = "/"
	unlock, err := lock(filepath.Join(r.Root, "build"))
	if err != nil {
		return nil, err
	}
	defer unlock()
	if err := r.openStage(filepath.Join(r.Root, "build", "edition")); err != nil {
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
	frames, err := r.frames()
	if err != nil {
		return nil, err
	}
	files := frames
	for _, name := range r.keep() {
		data, err := r.built(name)
		if err != nil {
			return nil, err
		}
		files = append(files, edition.File{Path: name, Data: data})
	}
	slices.SortFunc(files, func(a, b edition.File) int { return strings.Compare(a.Path, b.Path) })
	return files, nil
}

// built reads a file of the finished site.
func (r *run) built(name string) ([]byte, error) {
	data, err := os.ReadFile(filepath.Join(r.stage, filepath.FromSlash(name)))
	if err != nil {
		return nil, fmt.Errorf("what the edition keeps: %w", err)
	}
	return data, nil
}

// frames gives the map of each indicator as a page for a frame, and their style: in English alone,
// like all of an edition, since frames in one more language would add a third to its archive, which stays for ever.
func (r *run) frames() ([]edition.File, error) {
	w, err := words.Read(os.DirFS(r.Root), "en", nil)
	if err != nil {
		return nil, err
	}
	e := r.data.Edition
	note, err := w.Get("embed_frozen_note", map[string]any{"Number": e.Number})
	if err != nil {
		return nil, err
	}
	var files []edition.File
	var style string
	for _, i := range r.data.Indicators {
		name := "embed/" + i.ID + "/index.html"
		page, err := r.built(name)
		if err != nil {
			return nil, err
		}
		if page, style, err = edition.StandAlone(page, "editions/"+e.Number+"/embed/"+i.ID, note); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		files = append(files, edition.File{Path: name, Data: page})
	}
	sheet, err := r.built(strings.TrimPrefix(style, "/"))
	if err != nil {
		return nil, err
	}
	return append(files, edition.File{Path: edition.StyleFile, Data: sheet}), nil
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
