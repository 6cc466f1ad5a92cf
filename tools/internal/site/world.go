package site

import "fmt"

// World is a figure for the world as a publication gives it.
type World struct {
	Number  Number `json:"number"`
	Year    int    `json:"year"`
	Source  string `json:"source"`
	Locator string `json:"locator"`
}

// world gives the newest aggregate of an indicator for the world; its id is made of the indicator,
// the year and "world". It is nil if there is none.
func (b builder) world(indicator string) *World {
	var newest *World
	for _, a := range b.data.Aggregates {
		id := fmt.Sprintf("%s-%d-world", indicator, a.Period)
		if a.ID == id && a.Scope == "world" && (newest == nil || a.Period > newest.Year) {
			newest = &World{Number{figure(a.Value), figure(a.Low), figure(a.High)}, a.Period, a.Source, a.Locator}
		}
	}
	return newest
}
