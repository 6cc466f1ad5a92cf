package status_test

import (
	"fmt"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// BenchmarkOf concludes the real data, and ten and a hundred times as many countries with the same rows:
// the time for each observation should stay about the same.
func BenchmarkOf(b *testing.B) {
	for _, times := range []int{1, 10, 100} {
		b.Run(fmt.Sprintf("x%d", times), func(b *testing.B) {
			d := repeated(realData(b), times)
			sitetest.Memory(b, func() {
				for b.Loop() {
					status.Of(d)
				}
			})
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(d.Observations)), "ns/observation")
		})
	}
}

// repeated gives a data set with every country several times, under other keys.
func repeated(d *dataset.Dataset, times int) *dataset.Dataset {
	many := *d
	many.Observations = make([]dataset.Observation, 0, times*len(d.Observations))
	for n := range times {
		for _, o := range d.Observations {
			o.Country = fmt.Sprintf("%s%d", o.Country, n)
			many.Observations = append(many.Observations, o)
		}
	}
	return &many
}
