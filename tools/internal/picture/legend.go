package picture

import (
	"cmp"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
)

// fillOf gives the fill of an entry: a range has no step of a scale to hatch.
func fillOf(e site.Entry) carto.Fill {
	return carto.Fill{Class: cmp.Or(e.Class, carto.None), Stale: e.Stale, Hatched: e.Alcohol && e.Class != carto.Range}
}

// legend words the fills of a map with their counts, as the template atlas/legend.html does.
func (c *Captioner) legend(i site.Indicator, entries map[string]site.Entry) []carto.LegendItem {
	fills, steps := map[carto.Fill]int{}, map[carto.Class]int{}
	oldValues, alcohol := 0, 0
	for _, e := range entries {
		f := fillOf(e)
		fills[f]++
		steps[f.Class]++
		if e.State == "value" && e.Stale {
			oldValues++
		}
		if e.Alcohol {
			alcohol++
		}
	}
	var items []carto.LegendItem
	colon := strings.TrimRight(c.Say("colon", nil), " ")
	list := func(f carto.Fill, n int, label string) {
		if n > 0 {
			items = append(items, carto.LegendItem{Fill: f, Label: label + colon, Count: n})
		}
	}
	add := func(f carto.Fill, n int, key string, values map[string]any) { list(f, n, c.Say(key, values)) }
	year := map[string]any{"Year": i.StaleBefore}
	for _, class := range []carto.Class{carto.Yes, carto.No} {
		fresh, old := carto.Fill{Class: class}, carto.Fill{Class: class, Stale: true}
		add(fresh, fills[fresh], "legend_"+string(class), nil)
		add(old, fills[old], "legend_"+string(class)+"_stale", year)
	}
	add(carto.Fill{Class: carto.Contested}, steps[carto.Contested], "legend_contested", nil)
	add(carto.Fill{Class: carto.Unknown}, steps[carto.Unknown], "legend_unknown", nil)
	for _, class := range i.Classes {
		f := carto.Fill{Class: carto.Class(class.ID)}
		list(f, steps[f.Class], c.class(class, i.Unit))
	}
	add(carto.Fill{Class: carto.Range}, steps[carto.Range], "legend_range", nil)
	add(carto.Fill{Class: carto.Q3, Stale: true}, oldValues, "legend_value_stale", year)
	add(carto.Fill{Class: carto.Q3, Hatched: true}, alcohol, "legend_alcohol", nil)
	add(carto.Fill{Class: carto.None}, steps[carto.None], "legend_no-data", nil)
	return items
}

// class words the bounds of a class as the template fn/class-label.html does.
func (c *Captioner) class(class site.Class, unit string) string {
	key, values, last := "class_all", map[string]any{}, ""
	bound := func(name, alone string, n *float64) {
		if n != nil {
			key, values[name], last = alone, c.words.Plain(*n), name
		}
	}
	bound("Low", "class_over", class.Low)
	bound("High", "class_under", class.High)
	if len(values) == 2 {
		key = "class_between"
	}
	if unit == "percent" && last != "" {
		values[last] = c.Say("unit_percent", map[string]any{"Count": 2.0, "Number": values[last]})
	}
	return c.Say(key, values)
}
