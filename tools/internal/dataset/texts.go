package dataset

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// ContentFolder holds the pages that people write, StringsFolder the words of the interface.
const (
	ContentFolder = "content"
	StringsFolder = "data/i18n"
)

// TextFile is a file of words that people write: a page or the strings of a language.
type TextFile struct {
	Path, Lang string
	Data       []byte
}

// readTexts reads pages and strings. A tree without any is a data set too.
func (d *Dataset) readTexts(fsys fs.FS) {
	for _, folder := range []string{ContentFolder, StringsFolder} {
		_ = fs.WalkDir(fsys, folder, func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return nil // whoever needs the folder says that it cannot be read
			}
			if lang := langOf(name); lang != "" {
				if data, ok := d.text(fsys, name); ok {
					d.Texts = append(d.Texts, TextFile{name, lang, data})
				}
			}
			return nil
		})
	}
}

// text gives a file that may have been read already, as notes are.
func (d *Dataset) text(fsys fs.FS, name string) ([]byte, bool) {
	if data, known := d.Raw[name]; known {
		return data, true
	}
	return d.read(fsys, name)
}

// langOf gives the language of a page (nsp.fr.md, nsp.md) or of a file of strings (fr.toml);
// empty for other files.
func langOf(name string) string {
	base, ending := path.Base(name), path.Ext(name)
	lang := strings.TrimPrefix(path.Ext(strings.TrimSuffix(base, ending)), ".")
	switch {
	case ending == ".toml":
		lang = strings.TrimSuffix(base, ending)
	case ending != ".md":
		return ""
	case lang == "":
		return Languages[0]
	}
	if !slices.Contains(Languages, lang) {
		return ""
	}
	return lang
}
