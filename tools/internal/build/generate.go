package build

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
	"github.com/harm-reduction-atlas/atlas/tools/internal/catalog"
	"github.com/harm-reduction-atlas/atlas/tools/internal/cite"
	"github.com/harm-reduction-atlas/atlas/tools/internal/publish"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
	"github.com/harm-reduction-atlas/atlas/tools/internal/words"
)

// generate writes what Hugo reads: records into build/data, public files into build/static.
func (r *run) generate(context.Context) error {
	cache, err := r.openCache()
	if err != nil {
		return err
	}
	m, err := r.draw(cache)
	if err != nil {
		return err
	}
	pages := site.Build(r.data, r.atlas, m.pages)
	frozen, err := r.unpack(&pages)
	if err != nil {
		return err
	}
	var errStatic, errRecords error
	var group sync.WaitGroup
	group.Go(func() { errStatic = r.writeStatic(m, pages, frozen, cache) })
	group.Go(func() { errRecords = r.writeRecords(pages) })
	group.Wait()
	return errors.Join(errRecords, errStatic)
}

// writeRecords writes what templates read.
func (r *run) writeRecords(pages site.Pages) error {
	records, err := pages.Files()
	if err != nil {
		return err
	}
	palette := map[string][]byte{"css/palette.css": []byte(carto.CSS() + carto.Rules(nil))}
	return errors.Join(r.sync("data", records), r.sync("assets", palette))
}

// writeStatic writes the files with an address of their own, frozen editions among them.
func (r *run) writeStatic(m views, pages site.Pages, frozen map[string][]byte, cache *pictureCache) (err error) {
	l := openLedger(filepath.Join(r.Root, "build", "static"), filepath.Join(r.Root, "build", "pictures.json"))
	if r.static, err = r.publish(m, pages, cache, l); err != nil {
		return err
	}
	maps.Copy(r.static, frozen)
	if err := r.sync("static", r.static); err != nil {
		return err
	}
	return l.close()
}

// publish gives the files with an address of their own: drawings and the data set.
func (r *run) publish(m views, pages site.Pages, cache *pictureCache, l *ledger) (map[string][]byte, error) {
	w, err := words.Read(os.DirFS(r.Root), "en", pages.Atlas.Indicators)
	if err != nil {
		return nil, err
	}
	disclaimer, err := w.Get("boundaries_disclaimer", nil)
	if err != nil {
		return nil, err
	}
	static, err := r.pictures(m, pages, w, cache, l)
	if err != nil {
		return nil, err
	}
	for id, years := range pages.Years {
		if static["maps/"+id+".json"], err = years.JSON(); err != nil {
			return nil, fmt.Errorf("years of %s: %w", id, err)
		}
	}
	citations, err := r.citations(w)
	if err != nil {
		return nil, err
	}
	maps.Copy(static, citations)
	files, err := publish.Files(r.data, r.atlas, m.areas, disclaimer)
	if err != nil {
		return nil, err
	}
	described, err := catalog.File(r.data, w, r.base(), files)
	for _, f := range append(files, described) {
		static[f.Path] = f.Data
	}
	return static, err
}

// citations gives the files for reference managers of everything that has a page.
func (r *run) citations(w *words.Words) (map[string][]byte, error) {
	pages, err := cite.Pages(r.data, w, r.base())
	if err != nil {
		return nil, err
	}
	return cite.Files(pages)
}

func (r *run) sync(folder string, files map[string][]byte) error {
	return mirror(filepath.Join(r.Root, "build", folder), files)
}

// mirror makes a folder hold exactly these files (paths with slashes). Files that are already
// right are not touched, so that a live preview only sees what changed; those without bytes are
// known to be right.
func mirror(dir string, files map[string][]byte) error {
	if err := removeOthers(dir, files); err != nil {
		return err
	}
	names := slices.Sorted(maps.Keys(files))
	errs := make([]error, len(names))
	each(len(names), func(i int) {
		if data := files[names[i]]; data != nil {
			errs[i] = put(filepath.Join(dir, filepath.FromSlash(names[i])), data)
		}
	})
	return errors.Join(errs...)
}

// put writes a file unless it holds the same bytes already.
func put(path string, data []byte) error {
	if info, err := os.Stat(path); err == nil && info.Size() == int64(len(data)) {
		if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, data) {
			return nil
		}
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("generated files: %w", err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		return fmt.Errorf("generated files: %w", err)
	}
	return nil
}

// removeOthers deletes the files that an earlier build made and this one does not.
func removeOthers(dir string, files map[string][]byte) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("generated files: %w", err)
	}
	var stale []string
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name := filepath.ToSlash(strings.TrimPrefix(path, dir+string(filepath.Separator)))
		if _, keep := files[name]; !keep {
			stale = append(stale, path)
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("generated files: %w", err)
	}
	slices.Sort(stale)
	for _, path := range stale {
		if err := os.Remove(path); err != nil {
			return fmt.Errorf("generated files: %w", err)
		}
	}
	return nil
}
