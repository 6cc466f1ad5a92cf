package build

import (
	"errors"
	"os"

	"github.com/harm-reduction-atlas/atlas/tools/internal/picture"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
	"github.com/harm-reduction-atlas/atlas/tools/internal/words"
)

// language is one in which pictures are worded.
type language struct {
	words *words.Words
	pages site.Pages
	// sum is a checksum of all that its pictures say beside what the English ones show. What a picture
	// shows is known from its English wording, so that the others are worded only when they are drawn.
	sum string
}

// spoken are the languages in which files are made, English first; an edition is English.
func (r *run) spoken() []string {
	if codes := r.settings.languages(); !r.freezing {
		return codes
	}
	return []string{words.English}
}

// speak reads the words of every language.
func (r *run) speak(indicators []string) ([]*words.Words, error) {
	codes := r.spoken()
	all, errs := make([]*words.Words, len(codes)), make([]error, len(codes))
	each(len(all), func(n int) {
		all[n], errs[n] = words.Read(os.DirFS(r.Root), codes[n], indicators)
	})
	return all, errors.Join(errs...)
}

// languages prepares words for pictures, once English has worded them all: the others say what it was
// asked for, and nothing else.
func languages(all []*words.Words, english *words.Words, pages site.Pages, cache *pictureCache) (map[string]language, error) {
	in := make(map[string]language, len(all))
	for _, w := range all {
		l := language{words: w, pages: pages}
		if w.Lang() != words.English {
			names := make(map[string]string, len(pages.Countries))
			for id, country := range pages.Countries {
				names[id] = country.Names[w.Lang()]
			}
			l.words = w.Within(english)
			sum, err := cache.name("words", l.words, names)
			if err != nil {
				return nil, err
			}
			l.sum = sum
		}
		in[w.Lang()] = l
	}
	return in, nil
}

// drawing gives a picture in the language.
func (l language) drawing(p plate) drawing {
	return drawing{l.words.Folder() + p.path, []any{p.sum, l.sum}, func() ([]byte, error) {
		c := picture.NewCaptioner(l.words, l.pages)
		data, err := p.draw(c)
		return data, errors.Join(err, c.Err())
	}}
}
