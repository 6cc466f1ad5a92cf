package build

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/serving"
)

// tellServers adds the file in which hosts of static sites find the headers of each file.
func (r *run) tellServers() error {
	base, err := url.Parse(r.base())
	if err != nil {
		return fmt.Errorf("address of the site: %w", err)
	}
	sections, err := r.sections()
	if err != nil {
		return err
	}
	rules := serving.Rules(serving.Pages{Base: strings.TrimSuffix(base.Path, "/"), Languages: r.settings.languages()[1:],
		Sections: sections, Policy: r.settings.policy()})
	if err := os.WriteFile(filepath.Join(r.stage, "_headers"), serving.File(rules), 0o644); err != nil {
		return fmt.Errorf("headers of files: %w", err)
	}
	return nil
}

// sections are the folders of the site that hold a page of their own, less those of languages, and that of maps
// for frames.
func (r *run) sections() ([]string, error) {
	entries, err := os.ReadDir(r.stage)
	if err != nil {
		return nil, fmt.Errorf("sections of the site: %w", err)
	}
	var list []string
	for _, e := range entries {
		_, err := os.Stat(filepath.Join(r.stage, e.Name(), "index.html"))
		if (err == nil || e.Name() == "embed") && !slices.Contains(r.settings.languages(), e.Name()) {
			list = append(list, e.Name())
		}
	}
	return list, nil
}
