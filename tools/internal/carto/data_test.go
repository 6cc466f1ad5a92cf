package carto_test

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"fmt"
	"os"
	"testing"

	"github.com/paulmach/orb"

	"github.com/harm-reduction-atlas/atlas/tools/internal/boundary"
	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
)

const root = "../../../"

func rows(t testing.TB, file string) []map[string]string {
	t.Helper()
	data, err := os.ReadFile(root + file)
	if err != nil {
		t.Fatal(err)
	}
	all, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, r := range all[1:] {
		row := map[string]string{}
		for i, name := range all[0] {
			row[name] = r[i]
		}
		out = append(out, row)
	}
	return out
}

// world gives the committed boundaries, joined as areas.csv says.
func world(t testing.TB) *boundary.Topology {
	t.Helper()
	file := root + "data/boundaries/world-50m.json"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	topology, err := boundary.Decode(file, data)
	if err != nil {
		t.Fatal(err)
	}
	into := map[string]string{}
	for _, r := range rows(t, "data/boundaries/areas.csv") {
		if r["drawn"] == "joined" {
			into[r["area"]] = r["country"]
		}
	}
	var parts []boundary.Part
	points := map[string]*orb.Point{}
	for _, c := range list(t).Countries {
		points[c.ID] = c.Point
	}
	for _, r := range rows(t, "data/boundaries/areas.csv") {
		if r["drawn"] == "mark" && r["country"] != "" {
			parts = append(parts, boundary.Part{ID: r["area"], From: r["country"], At: *points[r["area"]]})
		}
	}
	return topology.Join(into).Split(parts)
}

// list gives the countries with a profile.
func list(t testing.TB) carto.List {
	t.Helper()
	l := carto.List{Undetermined: []string{"KAS"}}
	for _, r := range rows(t, "data/boundaries/lines.csv") {
		u := carto.Unsettled{A: r["area"], B: r["neighbour"]}
		var b orb.Bound
		if n, _ := fmt.Sscan(r["within"], &b.Min[0], &b.Min[1], &b.Max[0], &b.Max[1]); n == 4 {
			u.Within = &b
		}
		l.Unsettled = append(l.Unsettled, u)
	}
	for _, r := range rows(t, "data/countries.csv") {
		if r["profile"] != "yes" {
			continue
		}
		c := carto.Country{ID: r["iso3"]}
		if r["point"] != "" {
			var p orb.Point
			if _, err := fmt.Sscan(r["point"], &p[0], &p[1]); err != nil {
				t.Fatal(err)
			}
			c.Point = &p
		}
		l.Countries = append(l.Countries, c)
	}
	return l
}

func gzipped(s string) int {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
	w.Write([]byte(s))
	w.Close()
	return b.Len()
}

// region gives the part of the list that belongs to a region.
func region(t testing.TB, id string) carto.List {
	t.Helper()
	all := list(t)
	l := carto.List{Undetermined: all.Undetermined, Unsettled: all.Unsettled}
	member := map[string]bool{}
	for _, r := range rows(t, "data/countries.csv") {
		member[r["iso3"]] = r["region"] == id
	}
	for _, c := range all.Countries {
		if member[c.ID] {
			l.Countries = append(l.Countries, c)
		}
	}
	return l
}
