package preview

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/harm-reduction-atlas/atlas/tools/internal/build"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rule"
)

// finding is something wrong, as pages show it.
type finding struct {
	Place string `json:"place,omitempty"`
	Text  string `json:"text"`
	Want  string `json:"want,omitempty"`
}

// state is what a page is told: when the pages last became others, and what is wrong.
type state struct {
	Built    int64     `json:"built"`
	Findings []finding `json:"findings"`
}

// news tells open pages each new state.
type news struct {
	mu    sync.Mutex
	built int64
	data  []finding     // in data and words, as the rules tell
	pages []finding     // in layouts and content, as Hugo tells
	next  chan struct{} // closed when there is another state
}

// newNews begins with a number that no page of an earlier preview can have.
func newNews(now time.Time) *news {
	return &news{built: now.UnixMicro(), next: make(chan struct{})}
}

// change notes something new, tells every page and gives the number of the pages.
func (n *news) change(note func()) (built int64) {
	n.mu.Lock()
	defer n.mu.Unlock()
	note()
	close(n.next)
	n.next = make(chan struct{})
	return n.built
}

// awaitPages returns when there are other pages than those of a number, or after a while.
func (n *news) awaitPages(ctx context.Context, built int64, patience time.Duration) {
	late := time.After(patience)
	for s, next := n.now(); s.Built == built; s, next = n.now() {
		select {
		case <-next:
		case <-late:
			return
		case <-ctx.Done():
			return
		}
	}
}

// now gives the state and what is closed when there is another.
func (n *news) now() (state, <-chan struct{}) {
	n.mu.Lock()
	defer n.mu.Unlock()
	return state{n.built, append(append([]finding{}, n.data...), n.pages...)}, n.next
}

// ServeHTTP sends the state and each later one, as server-sent events, while the page is open.
func (n *news) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	for {
		s, next := n.now()
		text, err := json.Marshal(s)
		if err != nil {
			return // strings and a number can always be written
		}
		if _, err := fmt.Fprintf(w, "data: %s\n\n", text); err != nil {
			return
		}
		if err := http.NewResponseController(w).Flush(); err != nil {
			return
		}
		select {
		case <-r.Context().Done():
			return
		case <-next:
		}
	}
}

// findings words what stopped a conversion.
func findings(err error) []finding {
	var broken *build.FindingsError
	if !errors.As(err, &broken) {
		return []finding{{Text: err.Error()}}
	}
	var all []finding
	for _, f := range broken.Findings {
		if f.Level == rule.Error {
			all = append(all, finding{f.Pos.String(), fmt.Sprintf("%s %s: %s", f.Level, f.Rule, f.Found), f.Want})
		}
	}
	return all
}
