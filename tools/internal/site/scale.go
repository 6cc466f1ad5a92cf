package site

// scales names, for each service, the indicators that tell its size, most telling first.
var scales = map[string][]string{
	"nsp": {"nsp-sites", "needles-per-person"},
	"oat": {"oat-sites", "oat-clients", "oat-coverage"},
	"dcr": {"dcr-sites"},
}

// Scale is a number that stands beside a yes, with its own year.
type Scale struct {
	Indicator string     `json:"indicator"`
	Year      int        `json:"year"`
	Number    *Number    `json:"number"`
	Levels    []string   `json:"levels,omitempty"`
	Stale     bool       `json:"stale,omitempty"`
	Lead      *Statement `json:"lead"`
}

func (b builder) scale(indicator, iso3 string) []Scale {
	var list []Scale
	for _, id := range scales[indicator] {
		if s, ok := b.statuses.Headline(id, iso3); ok {
			e := b.seriesEntry(s)
			list = append(list, Scale{id, e.Year, e.Number, levels(b.thresholds(id), e.Number), e.Stale, e.Lead})
		}
	}
	return list
}
