package main

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

func TestRunListsWhatDoesNotAnswer(t *testing.T) {
	seen := map[string]int{}
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		seen[r.URL.Path]++
		switch r.URL.Path {
		case "/gone":
			w.WriteHeader(http.StatusGone)
		case "/refused":
			w.WriteHeader(http.StatusForbidden)
		case "/second":
			if seen[r.URL.Path] == 1 {
				w.WriteHeader(http.StatusBadGateway)
			}
		}
	}))
	defer host.Close()
	var sources []dataset.Source
	for _, path := range []string{"/fine", "/gone", "/refused", "/second"} {
		sources = append(sources, dataset.Source{ID: "s" + strings.Trim(path, "/"), URL: host.URL + path})
	}
	sources = append(sources, dataset.Source{ID: "paper"}, dataset.Source{ID: "nowhere", URL: "http://127.0.0.1:1/"})
	var out bytes.Buffer
	if err := run(context.Background(), host.Client(), sources, &out, io.Discard); err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]bool{"2 addresses": true, "`sgone` | <" + host.URL + "/gone> | 410 Gone": true, "`nowhere`": true,
		"sfine": false, "srefused": false, "ssecond": false, "paper": false} {
		if strings.Contains(out.String(), text) != want {
			t.Errorf("%q in the list: want %v\n%s", text, want, &out)
		}
	}
}

func TestRunSaysNothingWhenAllAnswer(t *testing.T) {
	host := httptest.NewServer(http.NotFoundHandler())
	defer host.Close()
	var out bytes.Buffer
	if err := run(context.Background(), host.Client(), []dataset.Source{{ID: "paper"}}, &out, io.Discard); err != nil || out.Len() > 0 {
		t.Errorf("%v, %q", err, &out)
	}
}

func TestRunStopsWhenAsked(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if err := run(ctx, http.DefaultClient, []dataset.Source{{ID: "a", URL: "http://127.0.0.1:1/"}}, io.Discard, io.Discard); err == nil {
		t.Error("no error")
	}
}
