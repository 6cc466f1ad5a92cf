package build

import (
	"errors"
	"os"
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/picture"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
	"github.com/harm-reduction-atlas/atlas/tools/internal/words"
)

// language is one in which pictures are worded.
type language struct {
	words *words.Words
	pages site.Pages
	// sum is a checksum of its words and names. What a picture shows is known from its English
	// wording, so that the others are worded only when they are drawn.
	sum string
}

// only keeps some languages.
func only(in []language, codes []string) []language {
	return slices.DeleteFunc(slices.Clone(in), func(l language) bool { return !slices.Contains(codes, l.words.Lang()) })
}

// speak reads the words of every language of the site, English first.
func (r *run) speak(indicators []string) ([]*words.Words, error) {
	codes := r.settings.languages()
	all, errs := make([]*words.Words, len(codes)), make([]error, len(codes))
	each(len(all), func(n int) {
		all[n], errs[n] = words.Read(os.DirFS(r.Root), codes[n], indicators)
	})
	return all, errors.Join(errs...)
}

// languages prepares words for pictures.
func languages(all []*words.Words, pages site.Pages, cache *pictureCache) ([]language, error) {
	list := make([]language, len(all))
	for n, w := range all {
		list[n] = language{words: w, pages: pages}
		if w.Lang() == words.English {
			continue
		}
		names := make(map[string]string, len(pages.Countries))
		for id, country := range pages.Countries {
			names[id] = country.Names[w.Lang()]
		}
		sum, err := cache.name("words", w, names)
		if err != nil {
			return nil, err
		}
		list[n].sum = sum
	}
	return list, nil
}

// drawing gives a picture in the language. The checksum is that of what it shows, words in English
// included.
func (l language) drawing(path, sum string, draw func(*picture.Captioner) ([]byte, error)) drawing {
	return drawing{l.words.Folder() + path, []any{sum, l.sum}, func() ([]byte, error) {
		c := picture.NewCaptioner(l.words, l.pages)
		data, err := draw(c)
		return data, errors.Join(err, c.Err())
	}}
}
