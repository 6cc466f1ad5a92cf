package carto

import "strings"

// Fill is how a shape is filled: what it means and what must be said along with it.
type Fill struct {
	Class Class
	// Stale lays thin open hatching over the fill: the status is old.
	Stale bool
	// Hatched lays hatching the other way: the number counts more than it should (a share that
	// includes people in treatment for alcohol).
	Hatched bool
}

// Name is the fill's class in style sheets and the id of its pattern: "yes", "q3-hatched-stale".
func (f Fill) Name() string {
	name := string(f.Class)
	if f.Hatched {
		name += "-hatched"
	}
	if f.Stale {
		name += "-stale"
	}
	return name
}

// plain tells whether the fill is one colour.
func (f Fill) plain() bool {
	return !f.Stale && !f.Hatched && f.Class != Unknown && f.Class != Contested && f.Class != Range
}

// Fills gives every fill there is, in the order of the legend.
func Fills() []Fill {
	var out []Fill
	for _, c := range []Class{Yes, Contested, No, Unknown} {
		out = append(out, Fill{Class: c}, Fill{Class: c, Stale: true})
	}
	for _, c := range []Class{Q1, Q2, Q3, Q4, Q5} {
		out = append(out, Fill{Class: c}, Fill{Class: c, Stale: true},
			Fill{Class: c, Hatched: true}, Fill{Class: c, Hatched: true, Stale: true})
	}
	return append(out, Fill{Class: Range}, Fill{Class: Range, Stale: true}, Fill{Class: None})
}

// pattern is that of a fill, nil where a colour is enough.
func (f Fill) pattern() *Pattern {
	if f.plain() {
		return nil
	}
	base := f.Class
	if under, layered := map[Class]Class{Unknown: None, Contested: No, Range: None}[base]; layered {
		base = under
	}
	p := &Pattern{f.Name(), 6, 45, []Layer{{"f-" + string(base), "M0 0h6v6H0z"}}}
	add := func(class, path string) { p.Layers = append(p.Layers, Layer{class, path}) }
	switch f.Class {
	case Unknown:
		add("dots", "M1.5 1.5h0M4.5 4.5h0")
	case Range:
		add("f-q3", "M0 0h2v6H0z")
	case Contested:
		add("f-yes", "M0 0h3v6H0z")
	}
	if f.Hatched {
		add("hatch-"+string(f.Class), "M0 1.5h6M0 4.5h6")
	}
	if f.Stale {
		add("stale", "M1 0v6")
	}
	if f.Class == Unknown && !f.Stale {
		p.Turn = 0
	}
	return p
}

// Defs gives the patterns of some fills for a <defs> element, each once, in the order of Fills.
func Defs(used []Fill) string {
	var out strings.Builder
	for _, f := range inOrder(used) {
		if p := f.pattern(); p != nil {
			out.WriteString(p.svg())
		}
	}
	return out.String()
}

// inOrder gives the fills that are used, each once, in the order of Fills.
func inOrder(used []Fill) []Fill {
	seen := map[Fill]bool{}
	for _, f := range used {
		seen[f] = true
	}
	var out []Fill
	for _, f := range Fills() {
		if seen[f] {
			out = append(out, f)
		}
	}
	return out
}

// Rules gives the style rules that colour maps with the palette: the fills, the layers of their
// patterns, and the parts of a view (outline, grid, land, unsettled borders, hairlines).
func Rules(used []Fill) string {
	var out strings.Builder
	for _, p := range parts() {
		out.WriteString(p.css(p.class))
	}
	out.WriteString("\n")
	for _, f := range inOrder(used) {
		out.WriteString(f.style().css(f.Name()))
	}
	return out.String() + "\n"
}

// outlines are the colours around each fill: paper around dark ones, ink or a quiet line around
// those that are too light to stand against the ground.
var outlines = map[Class]string{
	Yes: "ground", Contested: "ground", No: "ink", Unknown: "line", None: "line", Range: "line",
	Q1: "line", Q2: "ground", Q3: "ground", Q4: "ground", Q5: "ground",
}
