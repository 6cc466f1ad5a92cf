package site

import "github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

// Atlas is what every page may need: the edition, the lists and the size of the whole.
type Atlas struct {
	Edition Edition `json:"edition"`
	// Groups are the indicators as the navigation shows them.
	Groups []Group `json:"groups"`
	// Indicators and Regions are ids in the order of pages; Core are the first five indicators.
	Indicators []string `json:"indicators"`
	Core       []string `json:"core"`
	// Services are the services among the core indicators.
	Services []string `json:"services"`
	// Compared is how many countries stand side by side at most.
	Compared int      `json:"compared"`
	Regions  []string `json:"regions"`
	// Countries are the profiles by language in alphabetical order.
	Countries map[string][]string `json:"countries"`
	// Pixels are the languages in which maps and cards come as pixels too.
	Pixels []string `json:"pixels"`
	// Totals are a record of their own, since every new row moves them.
	Totals Totals `json:"-"`
}

// pixels leaves out Arabic: its letters change their shape beside others, and nothing here draws
// that. Its pages offer the English pictures.
var pixels = []string{"en", "es", "fr", "ru"}

// Edition is the identity of the release.
type Edition struct {
	Number     string `json:"number"`
	Date       string `json:"date"`
	Title      string `json:"title"`
	Publisher  string `json:"publisher"`
	URL        string `json:"url"`
	Repository string `json:"repository"`
	Contact    string `json:"contact"`
}

// Group is a heading with its indicators.
type Group struct {
	ID         string   `json:"id"`
	Indicators []string `json:"indicators"`
}

// Totals count what the atlas holds.
type Totals struct {
	Countries         int `json:"countries"`
	CountriesWithData int `json:"countries_with_data"`
	Indicators        int `json:"indicators"`
	Observations      int `json:"observations"`
	Sources           int `json:"sources"`
	LeftOut           int `json:"left_out"`
}

func (b builder) overview(p Pages) Atlas {
	e := b.data.Edition
	a := Atlas{
		Edition: Edition{e.Number, e.Date, e.Title, e.Publisher, e.URL, e.Repository, e.Contact},
		Totals: Totals{Countries: len(p.Countries), Indicators: len(b.data.Indicators),
			Observations: len(b.data.Observations), Sources: len(b.data.Sources), LeftOut: len(b.data.LeftOut)},
	}
	for _, g := range dataset.Groups {
		group := Group{ID: g}
		for _, i := range b.data.Indicators {
			if i.Group == g {
				group.Indicators = append(group.Indicators, i.ID)
			}
		}
		a.Groups = append(a.Groups, group)
	}
	for _, i := range b.data.Indicators {
		a.Indicators = append(a.Indicators, i.ID)
	}
	a.Compared, a.Services, a.Pixels = Compared, services, pixels
	a.Core = a.Indicators[:len(b.data.Core())]
	for _, r := range b.data.Regions {
		a.Regions = append(a.Regions, r.ID)
	}
	var profiles []string
	for _, c := range b.profiles() {
		profiles = append(profiles, c.ISO3)
		if p.Countries[key(c.ISO3)].WithData > 0 {
			a.Totals.CountriesWithData++
		}
	}
	a.Countries = b.names.sorted(profiles)
	return a
}
