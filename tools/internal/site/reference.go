package site

// LeftOut is a statement that was read and not taken.
type LeftOut struct {
	Indicator string `json:"indicator"`
	Country   string `json:"country"`
	Period    string `json:"period"`
	Value     string `json:"value"`
	Source    string `json:"source"`
	// Reason is in English, as left-out.csv gives it.
	Reason string `json:"reason"`
}

// Area is a part of the boundaries that the list of countries does not have, or a country
// that the boundaries do not draw.
type Area struct {
	ID string `json:"id"`
	// Country is the profile that it is drawn with, if it has one.
	Country string `json:"country,omitempty"`
	Drawn   string `json:"drawn"`
	// Reason is in English, as areas.csv gives it.
	Reason string `json:"reason"`
}

func (b builder) leftOut() []LeftOut {
	list := make([]LeftOut, len(b.data.LeftOut))
	for i, l := range b.data.LeftOut {
		list[i] = LeftOut{l.Indicator, key(l.Country), l.Text("period"), l.Text("value"), l.Source, l.Reason}
	}
	return list
}

func (b builder) areas() []Area {
	list := make([]Area, len(b.data.Areas))
	for i, a := range b.data.Areas {
		list[i] = Area{a.ID, key(a.Country), a.Drawn, a.Reason}
	}
	return list
}
