package picture

import (
	"cmp"
	"strconv"

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
	add := func(f carto.Fill, n int, key string, values map[string]any) {
		if n > 0 {
			items = append(items, carto.LegendItem{Fill: f, Label: c.Say(key, values), Count: n})
		}
	}
	year := map[string]any{"Year": i.StaleBefore}
	for _, class := range []carto.Class{carto.Yes, carto.No} {
		fresh, old := carto.Fill{Class: class}, carto.Fill{Class: class, Stale: true}
		add(fresh, fills[fresh], "legend_"+string(class), nil)
		add(old, fills[old], "legend_"+string(class)+"_stale", year)
	}
	add(carto.Fill{Class: carto.Contested}, steps[carto.Contested], "legend_contested", nil)
	add(carto.Fill{Class: carto.Unknown}, steps[carto.Unknown], "legend_unknown", nil)
	for _, class := range i.Classes {
		key, values := classLabel(class)
		add(carto.Fill{Class: carto.Class(class.ID)}, steps[carto.Class(class.ID)], key, values)
	}
	add(carto.Fill{Class: carto.Range}, steps[carto.Range], "legend_range", nil)
	add(carto.Fill{Class: carto.Q3, Stale: true}, oldValues, "legend_value_stale", year)
	add(carto.Fill{Class: carto.Q3, Hatched: true}, alcohol, "legend_alcohol", nil)
	add(carto.Fill{Class: carto.None}, steps[carto.None], "legend_no-data", nil)
	return items
}

func classLabel(c site.Class) (key string, values map[string]any) {
	values = map[string]any{}
	if c.Low != nil {
		values["Low"] = strconv.FormatFloat(*c.Low, 'f', -1, 64)
	}
	if c.High != nil {
		values["High"] = strconv.FormatFloat(*c.High, 'f', -1, 64)
	}
	switch {
	case c.Low != nil && c.High != nil:
		return "class_between", values
	case c.High != nil:
		return "class_under", values
	case c.Low != nil:
		return "class_over", values
	}
	return "class_all", values
}
