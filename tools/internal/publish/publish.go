// Package publish writes the public files of the data set: CSV, JSON, GeoJSON and their description.
package publish

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/harm-reduction-atlas/atlas/tools/internal/boundary"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// Folder holds every published file, below the root of the site. Its addresses never change.
const Folder = "data/v1/"

// File is a file to publish. Path is relative to the root of the site.
type File struct {
	Path string
	Data []byte
}

// job makes one file; jobs do not depend on each other.
type job struct {
	path string // below Folder
	make func() ([]byte, error)
}

// Files makes every public file of the data set, sorted by path. The same data give the
// same bytes. It expects data without findings: what a rule forbids (a number that is not
// one, an identifier that is no file name) is an error here and makes no file. Every file with
// boundaries carries the disclaimer.
func Files(d *dataset.Dataset, a *status.Atlas, areas []boundary.Area, disclaimer string) ([]File, error) {
	p, err := prepare(d, a, areas)
	if err != nil {
		return nil, err
	}
	p.disclaimer = disclaimer
	files, err := run(p.jobs())
	if err != nil {
		return nil, err
	}
	descriptor, err := p.descriptor(files)
	if err != nil {
		return nil, err
	}
	files = append(files, File{Folder + "datapackage.json", descriptor})
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	return files, nil
}

// publication is what all files are made from.
type publication struct {
	data *dataset.Dataset
	// disclaimer says what the boundaries do not mean.
	disclaimer string
	atlas      *status.Atlas
	// countries are those with a profile, sorted by key.
	countries []dataset.Country
	// geometries are encoded once, since every GeoJSON file repeats them.
	geometries   map[string][]byte
	geometrySize int                              // of all, in bytes
	identities   map[string][]byte                // the first properties of every feature, encoded once too
	observations map[string][]dataset.Observation // by indicator and by country
}

func prepare(d *dataset.Dataset, a *status.Atlas, areas []boundary.Area) (*publication, error) {
	p := &publication{data: d, atlas: a, observations: map[string][]dataset.Observation{}}
	for _, c := range d.Countries {
		if c.Profile {
			p.countries = append(p.countries, c)
		}
	}
	slices.SortFunc(p.countries, func(a, b dataset.Country) int { return cmp.Compare(a.ISO3, b.ISO3) })
	for _, o := range d.Observations {
		p.observations[o.Indicator] = append(p.observations[o.Indicator], o)
		p.observations[o.Country] = append(p.observations[o.Country], o)
	}
	var err error
	p.geometries, err = geometries(p.countries, areas)
	for _, g := range p.geometries {
		p.geometrySize += len(g)
	}
	p.identities = make(map[string][]byte, len(p.countries))
	for _, c := range p.countries {
		var out bytes.Buffer
		err = errors.Join(err, writeProperties(&out, p.identity(c)))
		p.identities[c.ISO3] = out.Bytes()
	}
	return p, err
}

// jobs lists every file but the descriptor, which describes the others.
func (p *publication) jobs() []job {
	jobs := append(p.tables(), p.citations()...)
	jobs = append(jobs, job{"atlas.geojson", p.atlasGeoJSON})
	for _, i := range p.data.Indicators {
		name := "indicators/" + i.ID
		jobs = append(jobs,
			job{name + ".json", func() ([]byte, error) { return p.indicatorJSON(i) }},
			job{name + ".csv", func() ([]byte, error) { return observationTable(p.observations[i.ID]).csv() }},
			job{name + ".geojson", func() ([]byte, error) { return p.indicatorGeoJSON(i) }})
	}
	for _, c := range p.countries {
		name := "countries/" + strings.ToLower(c.ISO3)
		jobs = append(jobs,
			job{name + ".json", func() ([]byte, error) { return p.countryJSON(c) }},
			job{name + ".csv", func() ([]byte, error) { return observationTable(p.observations[c.ISO3]).csv() }})
	}
	return jobs
}

// run makes the files on every core. All errors are told, in the order of the jobs.
func run(jobs []job) ([]File, error) {
	files, failed := make([]File, len(jobs)), make([]error, len(jobs))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(jobs)); i = next.Add(1) - 1 {
				files[i], failed[i] = jobs[i].file()
			}
		})
	}
	workers.Wait()
	return files, errors.Join(failed...)
}

func (j job) file() (File, error) {
	path := Folder + j.path
	if !fs.ValidPath(path) {
		return File{}, fmt.Errorf("publishing %q: not a file name", path)
	}
	data, err := j.make()
	if err != nil {
		return File{}, fmt.Errorf("publishing %s: %w", path, err)
	}
	return File{path, data}, nil
}
