package sitetest

import (
	"fmt"
	"io/fs"
	"runtime"
	"runtime/metrics"
	"testing"
	"time"
)

// Growing measures work on the real data of the checkout at root, and on ten and a hundred times
// as many observations (see Grown).
func Growing(b *testing.B, root string, work func(data fs.FS)) {
	b.Helper()
	for _, times := range []int{1, 10, 100} {
		b.Run(fmt.Sprintf("x%d", times), func(b *testing.B) {
			data, err := Grown(root, times)
			if err != nil {
				b.Fatal(err)
			}
			Memory(b, func() {
				for b.Loop() {
					work(data)
				}
			})
		})
	}
}

// Memory adds to a benchmark how much memory it had in use at once, beyond what was before: the
// most that a collection of garbage found alive.
func Memory(b *testing.B, work func()) {
	b.Helper()
	b.ReportAllocs()
	runtime.GC()
	before := live()
	stop, most := make(chan bool), make(chan uint64)
	go func() { most <- mostLive(stop) }()
	work()
	close(stop)
	b.ReportMetric(float64(max(<-most, before)-before)/1e6, "live-MB")
}

// mostLive looks until it is stopped.
func mostLive(stop <-chan bool) (most uint64) {
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			most = max(most, live())
		case <-stop:
			return max(most, live())
		}
	}
}

// live is what the last collection found alive, in bytes.
func live() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}
