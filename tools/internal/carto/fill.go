package carto

import (
	"fmt"
	"strings"
)

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

// Pattern gives the SVG pattern of a fill, or nothing where a colour is enough. It takes its
// colours from the palette's custom properties by class, so it needs Rules.
func (f Fill) Pattern() string {
	if f.plain() {
		return ""
	}
	var layers strings.Builder
	base := f.Class
	if under, layered := map[Class]Class{Unknown: None, Contested: No, Range: None}[base]; layered {
		base = under
	}
	fmt.Fprintf(&layers, `<path class="f-%s" d="M0 0h6v6H0z"/>`, base)
	switch f.Class {
	case Unknown:
		layers.WriteString(`<path class="dots" d="M1.5 1.5h0M4.5 4.5h0"/>`)
	case Range:
		layers.WriteString(`<path class="f-q3" d="M0 0h2v6H0z"/>`)
	case Contested:
		layers.WriteString(`<path class="f-yes" d="M0 0h3v6H0z"/>`)
	}
	if f.Hatched {
		fmt.Fprintf(&layers, `<path class="hatch-%s" d="M0 1.5h6M0 4.5h6"/>`, f.Class)
	}
	if f.Stale {
		layers.WriteString(`<path class="stale" d="M1 0v6"/>`)
	}
	turn := ""
	if f.Class != Unknown || f.Stale {
		turn = ` patternTransform="rotate(45)"`
	}
	return fmt.Sprintf(`<pattern id="%s" width="6" height="6" patternUnits="userSpaceOnUse"%s>%s</pattern>`, f.Name(), turn, layers.String())
}

// Defs gives the patterns of some fills for a <defs> element, each once, in the order of Fills.
func Defs(used []Fill) string {
	var out strings.Builder
	for _, f := range inOrder(used) {
		out.WriteString(f.Pattern())
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
	out.WriteString(".sea{fill:var(--ground)}.grid{fill:none;stroke:var(--grid);stroke-width:.5}" +
		".land{fill:var(--land);stroke:var(--edge);stroke-width:.5}" +
		".undetermined{fill:url(#undetermined);stroke:var(--line);stroke-width:.4;stroke-dasharray:1.5 1}" +
		".unsettled{fill:none;stroke:var(--ink);stroke-width:.8;stroke-dasharray:1.6 1.8}" +
		".hair{fill:none;stroke:var(--quiet);stroke-width:.4}" +
		".u{fill:none;stroke:var(--quiet);stroke-width:.6}\n")
	for _, c := range []Class{Yes, No, None, Q1, Q2, Q3, Q4, Q5} {
		fmt.Fprintf(&out, ".f-%[1]s{fill:var(--%[1]s)}", c)
	}
	out.WriteString("\n.dots{fill:none;stroke:var(--unknown-ink);stroke-width:1.3;stroke-linecap:round}" +
		".stale{fill:none;stroke:var(--ground);stroke-width:.9}\n" +
		".hatch-q1,.hatch-q2{fill:none;stroke:var(--ink);stroke-width:.7}" +
		".hatch-q3,.hatch-q4,.hatch-q5{fill:none;stroke:var(--ground);stroke-width:.7}\n")
	for _, f := range inOrder(used) {
		paint := "var(--" + string(f.Class) + ")"
		if !f.plain() {
			paint = "url(#" + f.Name() + ")"
		}
		fmt.Fprintf(&out, ".%s{fill:%s;stroke:var(--%s);stroke-width:.4}", f.Name(), paint, outlines[f.Class])
	}
	return out.String() + "\n"
}

// outlines are the colours around each fill: paper around dark ones, ink or a quiet line around
// those that are too light to stand against the ground.
var outlines = map[Class]string{
	Yes: "ground", Contested: "ground", No: "ink", Unknown: "line", None: "line", Range: "line",
	Q1: "line", Q2: "ground", Q3: "ground", Q4: "ground", Q5: "ground",
}

// undeterminedPattern hatches land whose status is not settled.
const undeterminedPattern = `<pattern id="undetermined" width="3" height="3" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><path class="f-none" d="M0 0h3v3H0z"/><path class="u" d="M0 1.5h3"/></pattern>`
