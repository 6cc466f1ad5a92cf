// Package build turns the data of a checkout into the finished site, all or nothing.
package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rule"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// Options say what to build.
type Options struct {
	// Root is the folder of the checkout, Out where the site goes.
	Root, Out string
	// BaseURL replaces the address in edition.toml; empty keeps it.
	BaseURL string
	// Cache is where drawn pictures are kept between builds; empty for build/cache/pictures.
	Cache string
	// Fresh draws and makes everything anew, whatever earlier builds have left.
	Fresh bool
	// Rules are applied before anything is made.
	Rules []rule.Rule
	// Progress is told the name of each stage as it begins.
	Progress func(stage string)
	// Now times the stages.
	Now func() time.Time
}

// Result says what was made.
type Result struct {
	Stages            []Stage
	Pages, Maps, Data int // files of each kind
	Reused            int // pages that an earlier build had made
	Files             int
	Bytes             int64
	Findings          []rule.Finding // warnings only
}

// Stage is one step with its duration.
type Stage struct {
	Name string
	Took time.Duration
}

// FindingsError says that the data break rules; nothing was built.
type FindingsError struct{ Findings []rule.Finding }

// Error counts the findings; the caller prints them one by one.
func (e *FindingsError) Error() string {
	return fmt.Sprintf("the data break the rules in %d places; nothing was built", rule.Errors(e.Findings))
}

// Run builds the site. The site that stood in Out stays untouched until the new one is
// complete, and whatever goes wrong.
func Run(ctx context.Context, o Options) (Result, error) {
	r := &run{Options: o}
	if err := r.all(ctx); err != nil {
		return Result{}, err
	}
	return r.result, nil
}

// run is one build under way.
type run struct {
	Options
	result Result
	// settings are read before anything is made, and hold whatever becomes of config.toml meanwhile.
	settings settings
	data     *dataset.Dataset
	// editions are at first those that an earlier run opened, if any.
	editions editions
	// projected are at first the views of an earlier run, if any.
	projected keptViews
	atlas     *status.Atlas
	stage     string // folder beside Out that the site grows in
	// public is what the pictures are drawn from.
	public public
	// static are the public files that pages do not make, by path; those that were in place before come
	// without their bytes.
	static map[string][]byte
	// descriptor is what the published data are described by.
	descriptor []byte
	// reads are what pages depend on, and written is a checksum of all records as templates read them.
	reads   site.Reads
	written sum
	// freezing tells that the site is made for an edition, which rests on nothing made earlier.
	freezing bool
}

func (r *run) all(ctx context.Context) error {
	unlock, err := lock(filepath.Join(r.Root, "build"))
	if err != nil {
		return err
	}
	defer unlock()
	if err := r.openStage(r.Out); err != nil {
		return err
	}
	defer os.RemoveAll(r.stage)
	return r.steps(ctx, append(r.making(), step{"put the site in place", r.finish}))
}

// step is a part of a build.
type step struct {
	name string
	do   func(context.Context) error
}

// making are the steps that make the site in its staging folder.
func (r *run) making() []step {
	return []step{
		{"check data", r.check},
		{"conclude statuses", r.conclude},
		{"write data", r.generate},
		{"draw maps, build pages with Hugo", r.pages},
	}
}

func (r *run) steps(ctx context.Context, all []step) error {
	for _, s := range all {
		r.Progress(s.name)
		begin := r.Now()
		err := s.do(ctx)
		r.result.Stages = append(r.result.Stages, Stage{s.name, r.Now().Sub(begin)})
		if err != nil {
			return err
		}
	}
	return nil
}

func (r *run) check(context.Context) error {
	r.data = dataset.Load(os.DirFS(r.Root))
	findings := rule.Check(r.data, r.Rules)
	if rule.Errors(findings) > 0 {
		return &FindingsError{findings}
	}
	r.result.Findings = findings
	s, err := readSettings(r.Root)
	r.settings = s
	return errors.Join(err, r.open())
}

func (r *run) conclude(context.Context) error {
	r.atlas = status.Of(r.data)
	return nil
}

func (r *run) finish(context.Context) error {
	if err := r.count(); err != nil {
		return err
	}
	old, err := swap(r.stage, r.Out)
	if err != nil {
		return err
	}
	return r.retire(old)
}

// count fills in what was made.
func (r *run) count() error {
	return filepath.WalkDir(r.stage, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return fmt.Errorf("size of %s: %w", path, err)
		}
		r.result.Files++
		r.result.Bytes += info.Size()
		switch filepath.Ext(path) {
		case ".html":
			r.result.Pages++
		case ".svg", ".png":
			r.result.Maps++
		case ".csv", ".json", ".geojson", ".bib", ".ris":
			r.result.Data++
		}
		return nil
	})
}
