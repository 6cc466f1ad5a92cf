package build

import (
	"strconv"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
)

// legend words the fills of a map with their counts, as the template atlas/legend.html does.
func (c *captioner) legend(i site.Indicator) []carto.LegendItem {
	var items []carto.LegendItem
	add := func(f carto.Fill, n int, key string, values map[string]any) {
		if n > 0 {
			items = append(items, carto.LegendItem{Fill: f, Label: c.say(key, values), Count: n})
		}
	}
	year := map[string]any{"Year": i.StaleBefore}
	n := i.Counts
	add(carto.Fill{Class: carto.Yes}, n.Yes-n.StaleYes, "legend_yes", nil)
	add(carto.Fill{Class: carto.Yes, Stale: true}, n.StaleYes, "legend_yes_stale", year)
	add(carto.Fill{Class: carto.No}, n.No-n.StaleNo, "legend_no", nil)
	add(carto.Fill{Class: carto.No, Stale: true}, n.StaleNo, "legend_no_stale", year)
	add(carto.Fill{Class: carto.Contested}, n.Contested, "legend_contested", nil)
	add(carto.Fill{Class: carto.Unknown}, n.Unknown, "legend_unknown", nil)
	for _, class := range i.Classes {
		key, values := classLabel(class)
		add(carto.Fill{Class: carto.Class(class.ID)}, class.Count, key, values)
	}
	add(carto.Fill{Class: carto.Range}, i.Straddling, "legend_range", nil)
	add(carto.Fill{Class: carto.Q3, Stale: true}, n.StaleValue, "legend_value_stale", year)
	add(carto.Fill{Class: carto.Q3, Hatched: true}, n.Alcohol, "legend_alcohol", nil)
	add(carto.Fill{Class: carto.None}, n.NoData, "legend_no-data", nil)
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
