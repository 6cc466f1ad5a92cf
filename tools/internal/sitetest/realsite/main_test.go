package realsite_test

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"sync"
	"testing"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

func TestMain(m *testing.M) {
	code := m.Run()
	if err := errors.Join(stopBrowser(), Clean()); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	os.Exit(code)
}

// onEveryCore calls a function for each number below n, as many at once as there are cores.
func onEveryCore(n int, do func(i int)) {
	var group sync.WaitGroup
	free := make(chan bool, runtime.GOMAXPROCS(0))
	for i := range n {
		free <- true
		group.Go(func() {
			do(i)
			<-free
		})
	}
	group.Wait()
}

// most is how many faults of a kind are told one by one: a fault in a template is on every page.
const most = 15

// faults tells what is wrong with a site of hundreds of pages, the first few in full.
type faults struct {
	t *testing.T
	n int
}

func newFaults(t *testing.T) *faults {
	f := &faults{t: t}
	t.Cleanup(func() {
		if f.n > most {
			t.Errorf("… and %d more", f.n-most)
		}
	})
	return f
}

func (f *faults) addf(format string, args ...any) {
	f.t.Helper()
	if f.n++; f.n <= most {
		f.t.Errorf(format, args...)
	}
}
