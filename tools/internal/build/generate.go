package build

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"sync"

	"github.com/harm-reduction-atlas/atlas/tools/internal/boundary"
	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
	"github.com/harm-reduction-atlas/atlas/tools/internal/catalog"
	"github.com/harm-reduction-atlas/atlas/tools/internal/cite"
	"github.com/harm-reduction-atlas/atlas/tools/internal/publish"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
	"github.com/harm-reduction-atlas/atlas/tools/internal/words"
)

// descriptorFile describes the published data; a page shows it.
const descriptorFile = publish.Folder + "datapackage.json"

// generate writes what Hugo reads: records into build/data, and the description of the public files, which are
// made for that. Pictures, which no page reads, follow while Hugo works.
func (r *run) generate(context.Context) error {
	m, err := r.prepare()
	if err != nil {
		return err
	}
	var errPublic, errRecords error
	var group sync.WaitGroup
	group.Go(func() { r.public, errPublic = r.publish(m) })
	group.Go(func() { errRecords = r.writeRecords(m) })
	group.Wait()
	return errors.Join(errRecords, errPublic)
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
	r.editions = nil // what is needed of them is in m
	return m, err
}

// writeRecords writes what templates read.
func (r *run) writeRecords(m prepared) error {
	encoded := m.pages.Encode()
	records, err := encoded.Files()
	if err != nil {
		return err
	}
	if r.reads, err = encoded.Reads(); err != nil {
		return err
	}
	r.written = sumOfFiles(records)
	palette := map[string][]byte{"css/palette.css": []byte(carto.CSS() + carto.Rules(nil))}
	return errors.Join(r.sync("data", records), r.sync("assets", palette))
}

// public are the files with an address of their own while they are made.
type public struct {
	prepared
	ledger *ledger
	words  []*words.Words // of every language
}

// publish makes the files of the data set, of which a page shows the description. Of those that are in place already
// it lets go at once, so that not all of them are held in memory.
func (r *run) publish(m prepared) (public, error) {
	l := openLedger(filepath.Join(r.Root, "build", "static"), filepath.Join(r.Root, "build", "pictures.json"))
	if r.Fresh {
		l.before = nil
	}
	r.static = map[string][]byte{}
	all, err := r.speak(m.pages.Atlas.Indicators)
	if err != nil {
		return public{}, err
	}
	return public{m, l, all}, r.publishData(all[0], m.views.areas, l)
}

// writeStatic makes the other files with an address of their own, which no page reads (frozen editions, the years of
// maps, citations and pictures), and puts all of them in place.
func (r *run) writeStatic(p public) error {
	r.enter(p.ledger, p.frozen)
	clear(p.frozen)
	for id, years := range p.pages.Years {
		data, err := years.JSON()
		if err != nil {
			return fmt.Errorf("years of %s: %w", id, err)
		}
		r.enter(p.ledger, map[string][]byte{"maps/" + id + ".json": data})
	}
	if err := r.cite(p.words, p.ledger); err != nil {
		return err
	}
	drawn, err := r.pictures(p)
	if err != nil {
		return err
	}
	maps.Copy(r.static, drawn)
	if err := r.sync("static", r.static); err != nil {
		return err
	}
	return p.ledger.close()
}

// enter adds files to those that are published, without their bytes where they are in place.
func (r *run) enter(l *ledger, files map[string][]byte) {
	for path, data := range files {
		r.static[path] = l.keep(path, data)
	}
}

// cite makes the files for reference managers of everything that has a page, in each language.
func (r *run) cite(all []*words.Words, l *ledger) error {
	for _, w := range all {
		pages, err := cite.Pages(r.data, w, r.base())
		if err != nil {
			return err
		}
		files, err := cite.Files(pages)
		if err != nil {
			return err
		}
		r.enter(l, files)
	}
	return nil
}

// publishData makes the files of the data set, which come in English alone.
func (r *run) publishData(w *words.Words, areas []boundary.Area, l *ledger) error {
	disclaimer, err := w.Get("boundaries_disclaimer", nil)
	if err != nil {
		return err
	}
	files, err := publish.Files(r.data, r.atlas, areas, disclaimer)
	if err != nil {
		return err
	}
	described, err := catalog.File(r.data, w, r.base(), files)
	for _, f := range append(files, described) {
		if f.Path == descriptorFile { // in place before all else, since a page shows it
			r.descriptor = f.Data
			err = errors.Join(err, put(filepath.Join(r.Root, "build", "static", filepath.FromSlash(f.Path)), filepath.Join(r.Root, "build"), f.Data))
		}
		r.enter(l, map[string][]byte{f.Path: f.Data})
	}
	return err
}

func (r *run) sync(folder string, files map[string][]byte) error {
	return mirror(filepath.Join(r.Root, "build", folder), files)
}
