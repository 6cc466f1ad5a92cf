package build

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"

	"github.com/pelletier/go-toml/v2"

	"github.com/harm-reduction-atlas/atlas/tools/internal/layout"
)

const stringsFolder = "data/i18n"

// readStrings gives checksums of the interface strings of some languages, by language and key. Those of the first
// stand for what another lacks.
func readStrings(fsys fs.FS, languages []string) (map[string]map[string]sum, error) {
	all := map[string]map[string]sum{}
	for _, lang := range languages {
		own, err := stringsOf(fsys, path.Join(stringsFolder, lang+".toml"))
		if err != nil {
			return nil, err
		}
		all[lang] = maps.Clone(all[languages[0]])
		if all[lang] == nil {
			all[lang] = map[string]sum{}
		}
		maps.Copy(all[lang], own)
	}
	return all, nil
}

func stringsOf(fsys fs.FS, name string) (map[string]sum, error) {
	data, err := fs.ReadFile(fsys, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var values map[string]any
	if err := toml.Unmarshal(data, &values); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	sums := make(map[string]sum, len(values))
	for key, value := range values {
		text, err := json.Marshal(value) // whose forms are sorted
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", name, key, err)
		}
		sums[key] = sumOfParts([][]byte{text})
	}
	return sums, nil
}

// readAsked finds out which strings the pages of each folder may ask for. Where that cannot be told, they may ask for
// any: it is for Hugo to say what is wrong with a template.
func readAsked(fsys fs.FS) (map[string]layout.Asked, error) {
	templates, err := layout.Read(fsys)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	asked := map[string]layout.Asked{}
	for folder, first := range layout.First {
		if reached, err := layout.Reached(templates, append(layout.InTexts(templates), first...), nil); err == nil {
			asked[folder] = layout.AskedIn(reached)
		}
	}
	return asked, nil
}

// stringsFor gives a checksum of the strings of a language that the pages of a folder may ask for.
func (i inputs) stringsFor(lang, folder string) sum {
	asked, told := i.asked[folder]
	h := newHash()
	for _, key := range slices.Sorted(maps.Keys(i.strings[lang])) {
		if s := i.strings[lang][key]; !told || asked.For(key) {
			h.part(key, s[:])
		}
	}
	return h.sum()
}
