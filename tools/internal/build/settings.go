package build

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/pelletier/go-toml/v2"

	"github.com/harm-reduction-atlas/atlas/tools/internal/words"
)

// settingsFile is where Hugo finds its settings during a build, relative to the root.
const settingsFile = "build/hugo.toml"

const emptyFolder = "build/nothing"

// settings are those of config.toml, and its text as it was read.
type settings struct {
	all  map[string]any
	text string
}

func readSettings(root string) (s settings, err error) {
	data, err := os.ReadFile(filepath.Join(root, "config.toml"))
	if err != nil {
		return s, fmt.Errorf("settings of Hugo: %w", err)
	}
	s.text = string(data)
	if err := toml.Unmarshal(data, &s.all); err != nil {
		return s, fmt.Errorf("config.toml: %w", err)
	}
	return s, nil
}

// languages gives the main one first, then the others by name.
func (s settings) languages() []string {
	main, _ := s.all["defaultContentLanguage"].(string)
	main = cmp.Or(main, words.English) // as Hugo has it
	list := []string{main}
	tables, _ := s.all["languages"].(map[string]any)
	for lang := range tables {
		if lang != main {
			list = append(list, lang)
		}
	}
	slices.Sort(list[1:])
	return list
}

// policy is the Content-Security-Policy of every page.
func (s settings) policy() string {
	params, _ := s.all["params"].(map[string]any)
	policy, _ := params["policy"].(string)
	return policy
}

// sections are the folders of content by the folders of addresses where the two are not the same.
var sections = map[string]string{"country": "countries", "indicator": "indicators", "region": "regions"}

// leave makes a segment for each language that is not held whole, which leaves out the pages that
// are held, and gives the names of the segments. A segment holds whatever it does not leave out: a
// page that nobody thought of is made.
func (s settings) leave(g groups, held map[group]bool) []string {
	segments, names := map[string]any{}, []string(nil)
	for _, lang := range g.languages {
		var pages []string
		for one := range held {
			if address, page := one.content(); page && one.lang == lang {
				pages = append(pages, address)
			}
		}
		if held[group{lang, rest}] {
			continue
		}
		slices.Sort(pages)
		segment := map[string]any{"includes": []any{in(lang)}}
		if len(pages) > 0 {
			segment["excludes"] = []any{map[string]any{"path": pages}}
		}
		segments[lang] = segment
		names = append(names, lang)
	}
	s.all["segments"] = segments
	return names
}

// frames makes a segment of what an edition keeps of the pages: maps for frames, in the main language.
func (s settings) frames() []string {
	included := in(s.languages()[0])
	included["path"] = []string{"/embed/*"}
	s.all["segments"] = map[string]any{"frames": map[string]any{"includes": []any{included}}}
	return []string{"frames"}
}

// in includes the pages of a language in a segment.
func in(lang string) map[string]any {
	return map[string]any{"sites": map[string]any{"matrix": map[string]any{"languages": []string{lang}}}}
}

func inContent(folder string) string {
	if section, other := sections[folder]; other {
		return section
	}
	return folder
}

// takeStatic gives the folders of files that are published as they are, and lets Hugo find none
// there: links to them are made faster than copies. Hugo takes a folder of its own choice where a
// setting names none that exists, so write makes an empty one.
func (s settings) takeStatic() []string {
	module, _ := s.all["module"].(map[string]any)
	mounts, _ := module["mounts"].([]any)
	var folders []string
	for _, one := range mounts {
		mount, _ := one.(map[string]any)
		if source, ok := mount["source"].(string); ok && mount["target"] == "static" {
			folders = append(folders, source)
			mount["source"] = emptyFolder
		}
	}
	return folders
}

func (s settings) write(root string) error {
	data, err := toml.Marshal(s.all)
	if err != nil {
		return fmt.Errorf("settings of Hugo: %w", err)
	}
	if err := os.MkdirAll(filepath.Join(root, filepath.FromSlash(emptyFolder)), 0o755); err != nil {
		return fmt.Errorf("settings of Hugo: %w", err)
	}
	return put(filepath.Join(root, filepath.FromSlash(settingsFile)), filepath.Join(root, "build"), data)
}
