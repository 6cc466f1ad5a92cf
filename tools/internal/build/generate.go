package build

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
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
	m, err := r.prepare()
	if err != nil {
		return err
	}
	var errStatic, errRecords error
	var group sync.WaitGroup
	group.Go(func() { errStatic = r.writeStatic(m) })
	group.Go(func() { errRecords = r.writeRecords(m) })
	group.Wait()
	return errors.Join(errRecords, errStatic)
}

// prepared is what is known when everything is concluded and nothing written.
type prepared struct {
	cache  *pictureCache
	views  views
	pages  site.Pages
	frozen map[string][]byte // files of frozen editions
}

func (r *run) prepare() (m prepared, err error) {
	if m.cache, err = r.openCache(); err != nil {
		return m, err
	}
	if m.views, err = r.draw(m.cache); err != nil {
		return m, err
	}
	m.pages = site.Build(r.data, r.atlas, m.views.pages)
	m.frozen, err = r.unpack(&m.pages)
	return m, err
}

// writeRecords writes what templates read.
func (r *run) writeRecords(m prepared) error {
	records, err := m.pages.Files()
	if err != nil {
		return err
	}
	r.records, r.files = m.pages, records
	palette := map[string][]byte{"css/palette.css": []byte(carto.CSS() + carto.Rules(nil))}
	return errors.Join(r.sync("data", records), r.sync("assets", palette))
}

// writeStatic writes the files with an address of their own, frozen editions among them.
func (r *run) writeStatic(m prepared) (err error) {
	l := openLedger(filepath.Join(r.Root, "build", "static"), filepath.Join(r.Root, "build", "pictures.json"))
	if r.Fresh {
		l.before = nil
	}
	if r.static, err = r.publish(m.views, m.pages, m.cache, l); err != nil {
		return err
	}
	maps.Copy(r.static, m.frozen)
	if err := r.sync("static", r.static); err != nil {
		return err
	}
	return l.close()
}

// publish gives the files with an address of their own: drawings and the data set.
func (r *run) publish(m views, pages site.Pages, cache *pictureCache, l *ledger) (map[string][]byte, error) {
	all, err := r.speak(pages.Atlas.Indicators)
	if err != nil {
		return nil, err
	}
	w := all[0] // of what comes in English alone
	disclaimer, err := w.Get("boundaries_disclaimer", nil)
	if err != nil {
		return nil, err
	}
	static, err := r.pictures(m, pages, all, cache, l)
	if err != nil {
		return nil, err
	}
	for id, years := range pages.Years {
		if static["maps/"+id+".json"], err = years.JSON(); err != nil {
			return nil, fmt.Errorf("years of %s: %w", id, err)
		}
	}
	citations, err := r.citations(all)
	if err != nil {
		return nil, err
	}
	for path, data := range citations {
		static[path] = l.keep(path, data)
	}
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

// citations gives the files for reference managers of everything that has a page, in each language.
func (r *run) citations(all []*words.Words) (map[string][]byte, error) {
	files := map[string][]byte{}
	for _, w := range all {
		pages, err := cite.Pages(r.data, w, r.base())
		if err != nil {
			return nil, err
		}
		in, err := cite.Files(pages)
		if err != nil {
			return nil, err
		}
		maps.Copy(files, in)
	}
	return files, nil
}

func (r *run) sync(folder string, files map[string][]byte) error {
	return mirror(filepath.Join(r.Root, "build", folder), files)
}
