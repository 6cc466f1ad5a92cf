package main

import (
	"os"
	"os/exec"
)

const (
	boundaries = "data/boundaries/world-50m.json"
	countries  = "data/countries.csv"
	mapshaper  = "tools/bench/npm/node_modules/.bin/mapshaper"
	// metres is the tolerance of the world map, 0.35 of 1000 units of Equal Earth's width, on the
	// ground; degrees is the same along the equator.
	metres, degrees = "12000", "0.108"
	equalEarth      = "+proj=eqearth +lon_0=11 +datum=WGS84"
)

// work is something that every tool is asked to do.
type work struct {
	title, ending string
	rivals        []rival // the first is this tool
}

// rival is a tool.
type rival struct {
	name    string
	missing func() string // why it cannot run; empty if it can
	command func(file string) []string
}

var works = []work{
	{"TopoJSON in, simplified and joined GeoJSON out", ".geojson", []rival{
		this("geojson"),
		{"mapshaper", needMapshaper, func(file string) []string {
			return []string{mapshaper, boundaries, "-drop", "target=land", "-simplify", "dp", "interval=" + metres, "keep-shapes",
				"-join", countries, "keys=a3,iso3", "-o", file, "format=geojson", "precision=0.0001"}
		}},
		{"ogr2ogr", needOGR, func(file string) []string {
			return []string{"ogr2ogr", "-f", "GeoJSON", file, boundaries, "-simplify", degrees, "-lco", "COORDINATE_PRECISION=4", "-sql",
				"SELECT w.a3, c.* FROM countries w LEFT JOIN '" + countries + "'.countries c ON w.a3 = c.iso3"}
		}},
	}},
	{"TopoJSON in, Equal Earth SVG out (ogr2ogr writes no SVG: projected GeoJSON instead)", ".svg", []rival{
		this("svg"),
		{"mapshaper", needMapshaper, func(file string) []string {
			return []string{mapshaper, boundaries, "-drop", "target=land", "-proj", equalEarth, "-simplify", "dp", "interval=" + metres, "keep-shapes",
				"-o", file, "format=svg", "width=1000"}
		}},
		{"ogr2ogr", needOGR, func(file string) []string {
			return []string{"ogr2ogr", "-f", "GeoJSON", file, boundaries, "countries", "-s_srs", "EPSG:4326", "-t_srs", equalEarth, "-simplify", degrees, "-lco", "COORDINATE_PRECISION=0"}
		}},
	}},
}

// this is the tool itself, started anew for each run as the others are.
func this(what string) rival {
	return rival{"this tool", func() string { return "" }, func(file string) []string {
		self, err := os.Executable()
		if err != nil {
			self = os.Args[0]
		}
		return []string{self, "ours", what, file}
	}}
}

func needMapshaper() string {
	if _, err := os.Stat(mapshaper); err != nil {
		return "run npm ci --ignore-scripts --prefix tools/bench/npm"
	}
	return ""
}

func needOGR() string {
	if _, err := exec.LookPath("ogr2ogr"); err != nil {
		return "install gdal-bin"
	}
	return ""
}
