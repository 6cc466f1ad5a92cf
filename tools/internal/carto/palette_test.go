package carto_test

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
)

type rgb [3]float64 // linear light, 0 to 1

func parse(t *testing.T, hex string) rgb {
	t.Helper()
	var out rgb
	for i := range out {
		n, err := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		if err != nil || len(hex) != 7 {
			t.Fatalf("colour %q: want #rrggbb", hex)
		}
		if c := float64(n) / 255; c <= 0.04045 {
			out[i] = c / 12.92
		} else {
			out[i] = math.Pow((c+0.055)/1.055, 2.4)
		}
	}
	return out
}

func multiply(m [3][3]float64, v rgb) rgb {
	var out rgb
	for i := range m {
		for j := range v {
			out[i] += m[i][j] * v[j]
		}
		out[i] = max(0, min(1, out[i]))
	}
	return out
}

// sight are complete colour-vision deficiencies in linear RGB: Machado, Oliveira and Fernandes
// 2009, DOI 10.1109/TVCG.2009.113, severity 1.0.
var sight = map[string][3][3]float64{
	"full":          {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia":    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia":  {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritanopia":    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
	"achromatopsia": {{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}},
}

// lab gives CIE 1976 L*a*b* under D65.
func lab(c rgb) [3]float64 {
	xyz := [3]float64{
		(0.4124564*c[0] + 0.3575761*c[1] + 0.1804375*c[2]) / 0.95047,
		0.2126729*c[0] + 0.7151522*c[1] + 0.0721750*c[2],
		(0.0193339*c[0] + 0.1191920*c[1] + 0.9503041*c[2]) / 1.08883,
	}
	for i, v := range xyz {
		if v > 216.0/24389 {
			xyz[i] = math.Cbrt(v)
		} else {
			xyz[i] = (24389.0/27*v + 16) / 116
		}
	}
	return [3]float64{116*xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])}
}

func difference(a, b [3]float64) float64 {
	return math.Sqrt((a[0]-b[0])*(a[0]-b[0]) + (a[1]-b[1])*(a[1]-b[1]) + (a[2]-b[2])*(a[2]-b[2]))
}

// contrast is the ratio of WCAG 2.2.
func contrast(a, b rgb) float64 {
	light := func(c rgb) float64 { return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2] + 0.05 }
	hi, lo := light(a), light(b)
	return max(hi, lo) / min(hi, lo)
}

// grounds gives the palette on light and on dark ground.
func grounds(t *testing.T) map[string]map[string]rgb {
	t.Helper()
	out := map[string]map[string]rgb{"light": {}, "dark": {}}
	for _, c := range carto.Palette() {
		out["light"][c.Name], out["dark"][c.Name] = parse(t, c.Light), parse(t, c.Dark)
	}
	return out
}

func TestPlainFillsStayApart(t *testing.T) {
	for ground, colours := range grounds(t) {
		for name, matrix := range sight {
			want := 47.0 // CIE76
			if name == "achromatopsia" {
				want = 15 // only lightness is left
			}
			for _, pair := range [][2]string{{"yes", "no"}, {"yes", "none"}, {"no", "none"}} {
				d := difference(lab(multiply(matrix, colours[pair[0]])), lab(multiply(matrix, colours[pair[1]])))
				if d < want {
					t.Errorf("%s, %s: %s and %s differ by %.1f; want %v", ground, name, pair[0], pair[1], d, want)
				}
			}
		}
	}
}

// Fills that can carry the same pattern (none, stale hatching, hatching for alcohol) must be told
// apart by lightness alone.
func TestFillsThatShareAPatternDifferInLightness(t *testing.T) {
	for ground, colours := range grounds(t) {
		for _, scale := range [][]string{{"none", "yes", "no"}, {"none", "q1", "q2", "q3", "q4", "q5"}} {
			var lightness []float64
			for _, name := range scale {
				lightness = append(lightness, lab(colours[name])[0])
			}
			slices.Sort(lightness)
			for i := 1; i < len(lightness); i++ {
				if d := lightness[i] - lightness[i-1]; d < 15 {
					t.Errorf("%s: of %v two differ by only %.1f L*", ground, scale, d)
				}
			}
		}
	}
}

// What tells the patterned states apart is the mark on its base: dots of unknown, stripes of
// contested, and the open hatching of an old status, under every kind of colour vision.
func TestPatternsShowOnTheirBase(t *testing.T) {
	for ground, colours := range grounds(t) {
		for name, matrix := range sight {
			for _, pair := range [][2]string{{"unknown-ink", "none"}, {"yes", "no"}, {"ground", "yes"}, {"ground", "no"},
				{"q1", "ground"}, {"q3", "ground"}, {"q5", "ground"}} {
				a, b := lab(multiply(matrix, colours[pair[0]])), lab(multiply(matrix, colours[pair[1]]))
				if light := math.Abs(a[0] - b[0]); light < 15 {
					t.Errorf("%s, %s: %s on %s differs by %.1f L*; want 15", ground, name, pair[0], pair[1], light)
				}
			}
		}
	}
}

// Neighbouring steps of the scale, and the lowest beside no data, are apart for every eye.
func TestStepsOfTheScaleStayApart(t *testing.T) {
	for ground, colours := range grounds(t) {
		for name, matrix := range sight {
			for i, scale := 1, []string{"none", "q1", "q2", "q3", "q4", "q5"}; i < len(scale); i++ {
				a, b := lab(multiply(matrix, colours[scale[i-1]])), lab(multiply(matrix, colours[scale[i]]))
				if d := difference(a, b); d < 13 {
					t.Errorf("%s, %s: %s and %s differ by %.1f; want 13", ground, name, scale[i-1], scale[i], d)
				}
			}
		}
	}
}

// The outline of a mark stands out from the sea for every eye.
func TestMarksStandOutFromTheSea(t *testing.T) {
	for ground, colours := range grounds(t) {
		for name, matrix := range sight {
			if got := contrast(multiply(matrix, colours["ink"]), multiply(matrix, colours["ground"])); got < 7 {
				t.Errorf("%s, %s: the outline has contrast %.1f; want 7", ground, name, got)
			}
		}
	}
}

func TestScaleRunsOneWayInEvenSteps(t *testing.T) {
	for ground, colours := range grounds(t) {
		var steps []float64
		for i := 2; i <= 5; i++ {
			a, b := colours["q"+strconv.Itoa(i-1)], colours["q"+strconv.Itoa(i)]
			steps = append(steps, lab(b)[0]-lab(a)[0])
		}
		for _, s := range steps {
			if s*steps[0] < 0 || math.Abs(s-steps[0]) > 1.5 {
				t.Errorf("%s: steps of %.1f L*; want even ones", ground, steps)
				break
			}
		}
	}
}

func TestContrast(t *testing.T) {
	for ground, colours := range grounds(t) {
		for _, c := range []struct {
			a, b string
			want float64
		}{
			{"ink", "ground", 7}, {"quiet", "ground", 4.5}, {"line", "ground", 3},
			{"yes", "ground", 3}, {"yes", "no", 3}, {"unknown-ink", "none", 4.5}, {"ink", "no", 3},
		} {
			// On dark ground yes and no part by their outlines: white-on-teal cannot also be 3:1 to amber.
			if ground == "dark" && c.a == "yes" && c.b == "no" {
				continue
			}
			if got := contrast(colours[c.a], colours[c.b]); got < c.want {
				t.Errorf("%s: %s on %s has contrast %.2f; want %v", ground, c.a, c.b, got, c.want)
			}
		}
	}
}

func TestCSSHoldsThePaletteOnBothGrounds(t *testing.T) {
	css := carto.CSS()
	for _, c := range carto.Palette() {
		for _, want := range []string{"--" + c.Name + ":" + c.Light + ";", "--" + c.Name + ":" + c.Dark + ";"} {
			if strings.Count(css, want) != 1 {
				t.Errorf("%q stands %d times in\n%s", want, strings.Count(css, want), css)
			}
		}
	}
}
