package publish

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// answer is everything known about one indicator in one country.
type answer struct {
	Indicator string `json:"indicator"`
	Country   string `json:"country"`
	// Headline is the status that stands for the country; no-data if no series may.
	Headline latest `json:"headline"`
	// Series holds one entry for each basis.
	Series []series `json:"series"`
}

type series struct {
	Basis string `json:"basis"`
	// National tells whether the basis may stand for the country.
	National bool   `json:"national"`
	Latest   latest `json:"latest"`
	// Periods are the conclusions, oldest first.
	Periods []conclusion `json:"periods"`
}

// conclusion is the status of one period with its reasoning. Every observation of the
// period stands in exactly one of lead, agree, against and silent.
type conclusion struct {
	Period int    `json:"period"`
	Status string `json:"status"`
	// Inferred tells that only derived observations spoke.
	Inferred bool        `json:"inferred"`
	Lead     observation `json:"lead"`
	// Agree spoke and say the same as the lead; Against spoke and say otherwise; Silent did
	// not speak, since better ones did.
	Agree   []observation `json:"agree"`
	Against []observation `json:"against"`
	Silent  []observation `json:"silent"`
}

// observation is one source's statement. Value is "yes", "no", "unknown" or a number.
type observation struct {
	Period     int         `json:"period"`
	Value      any         `json:"value,omitempty"`
	Low        json.Number `json:"low,omitempty"`
	High       json.Number `json:"high,omitempty"`
	Source     string      `json:"source"`
	Tier       int         `json:"tier"`
	Locator    string      `json:"locator"`
	Confidence string      `json:"confidence"`
	Note       string      `json:"note,omitempty"`
}

// source is a publication that the file's observations name.
type source struct {
	ID        string `json:"id"`
	Tier      int    `json:"tier"`
	Title     string `json:"title"`
	Publisher string `json:"publisher,omitempty"`
	Year      int    `json:"year,omitempty"`
	URL       string `json:"url,omitempty"`
	Language  string `json:"language,omitempty"`
	Licence   string `json:"licence,omitempty"`
	Accessed  string `json:"accessed,omitempty"`
	Note      string `json:"note,omitempty"`
}

func (p *publication) answer(indicator, country string) answer {
	a := answer{indicator, country, p.headline(indicator, country), []series{}}
	for _, s := range p.atlas.Series(indicator, country) {
		one := series{s.Basis, s.National(), latestOf(s), make([]conclusion, len(s.Periods))}
		for i, c := range s.Periods {
			one.Periods[i] = conclusion{c.Period, string(c.State), c.Derived, observationOf(c.Lead),
				observationsOf(c.Agree), observationsOf(c.Against), observationsOf(c.Silent)}
		}
		a.Series = append(a.Series, one)
	}
	return a
}

func observationsOf(all []status.Statement) []observation {
	list := make([]observation, len(all))
	for i, s := range all {
		list[i] = observationOf(s)
	}
	return list
}

func observationOf(s status.Statement) observation {
	o := observation{s.Period, nil, json.Number(s.Low), json.Number(s.High), s.Source, s.Tier, s.Locator, s.Confidence, s.Note}
	switch {
	case slices.Contains(dataset.Answers, s.Value):
		o.Value = s.Value
	case s.Value != "":
		o.Value = json.Number(s.Value)
	}
	return o
}

// sourcesOf gives the sources that observations name, sorted by id.
func (p *publication) sourcesOf(all []dataset.Observation) []source {
	seen, list := map[string]bool{}, []source{}
	for _, o := range all {
		s, known := p.data.Source(o.Source)
		if known && !seen[s.ID] {
			seen[s.ID] = true
			list = append(list, source{s.ID, s.Tier, s.Title, s.Publisher, s.Year, s.URL, s.Language, s.Licence, s.Accessed, s.Note})
		}
	}
	slices.SortFunc(list, func(a, b source) int { return cmp.Compare(a.ID, b.ID) })
	return list
}

// encode writes JSON on one line. Texts stand as they are: "&" is not "\u0026".
func encode(v any) ([]byte, error) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return out.Bytes(), err
}
