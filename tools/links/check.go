package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// answer is what an address gave that is not the page.
type answer struct {
	source  dataset.Source
	problem string
}

// atOnce is how many hosts are asked side by side; one host is asked one thing at a time.
const atOnce = 8

// check asks every address twice before it is called silent, and tells after each source.
func check(ctx context.Context, client *http.Client, sources []dataset.Source, tell func(done int)) []answer {
	problems, done := make([]string, len(sources)), 0
	var running sync.WaitGroup
	var counting sync.Mutex
	slots := make(chan struct{}, atOnce)
	for _, indexes := range byHost(sources) {
		running.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			for _, i := range indexes {
				problems[i] = ask(ctx, client, sources[i].URL)
				counting.Lock()
				done++
				tell(done)
				counting.Unlock()
			}
		})
	}
	running.Wait()
	var silent []answer
	for i, problem := range problems {
		if problem != "" {
			silent = append(silent, answer{sources[i], problem})
		}
	}
	return silent
}

// byHost groups the sources that have an address, in their order.
func byHost(sources []dataset.Source) map[string][]int {
	groups := map[string][]int{}
	for i, s := range sources {
		if u, err := url.Parse(s.URL); err == nil && s.URL != "" {
			groups[u.Host] = append(groups[u.Host], i)
		}
	}
	return groups
}

// ask gives an empty text if the address answers, else what it gave instead.
func ask(ctx context.Context, client *http.Client, address string) string {
	problem := once(ctx, client, address)
	if problem != "" {
		select {
		case <-ctx.Done():
		case <-time.After(time.Second):
			problem = once(ctx, client, address)
		}
	}
	return problem
}

// once reads a little of the page: many hosts answer HEAD with an error. A host that only
// refuses machines (403, 429) has the page.
func once(ctx context.Context, client *http.Client, address string) string {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return "not an address"
	}
	request.Header.Set("User-Agent", "harm-reduction-atlas-links/1")
	response, err := client.Do(request)
	if err != nil {
		return reason(err)
	}
	defer response.Body.Close()
	_, err = io.CopyN(io.Discard, response.Body, 1<<10)
	switch code := response.StatusCode; {
	case code == http.StatusForbidden, code == http.StatusTooManyRequests:
		return ""
	case code >= 400:
		return fmt.Sprintf("%d %s", code, http.StatusText(code))
	case err != nil && !errors.Is(err, io.EOF):
		return reason(err)
	}
	return ""
}

// reason gives the innermost words of an error, without the address, fit for a table.
func reason(err error) string {
	var outer *url.Error
	if errors.As(err, &outer) {
		err = outer.Err
	}
	return strings.NewReplacer("|", "\\|", "\n", " ").Replace(err.Error())
}
