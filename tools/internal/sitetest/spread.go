package sitetest

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// Repeat gives a checkout on disk every observation several times, as Grown does in memory.
func Repeat(root string, times int) error {
	files, err := Grown(root, times)
	if err != nil {
		return err
	}
	var errs []error
	for name, file := range files {
		if name == "data/sources.csv" || strings.HasPrefix(name, "data/observations/") {
			errs = append(errs, os.WriteFile(filepath.Join(root, filepath.FromSlash(name)), file.Data, 0o644))
		}
	}
	return errors.Join(errs...)
}

// AddPlaces gives a checkout on disk as many places with a profile as wanted. A new one is like a country of
// the list, in its region and with its observations, and is drawn as a mark. Country codes of two
// letters and of three digits do not suffice for more than some hundred, so it has none.
func AddPlaces(root string, want int) error {
	taken := map[string]bool{} // by an indicator, whose page would be cited by the same file
	tables, err := filepath.Glob(filepath.Join(root, "data", "observations", "*.csv"))
	for _, file := range tables {
		taken[strings.ToUpper(strings.TrimSuffix(filepath.Base(file), ".csv"))] = true
	}
	like := map[string][]string{} // new places by the country that they are like
	err = errors.Join(err, rewrite(root, "data/countries.csv", func(rows [][]string) [][]string {
		rows, like = morePlaces(rows, want, taken)
		return rows
	}))
	if err != nil {
		return fmt.Errorf("more places: %w", err)
	}
	err = rewrite(root, "data/names/names.csv", func(rows [][]string) [][]string {
		for _, codes := range like {
			for _, code := range codes {
				for _, lang := range dataset.Languages {
					rows = append(rows, []string{code, lang, "name", "Place " + code})
				}
			}
		}
		return rows
	})
	for _, file := range tables {
		err = errors.Join(err, rewrite(root, "data/observations/"+filepath.Base(file), func(rows [][]string) [][]string {
			for _, row := range rows[1:] {
				for _, code := range like[row[0]] {
					rows = append(rows, slices.Concat([]string{code}, row[1:]))
				}
			}
			return rows
		}))
	}
	return err
}

// morePlaces adds rows to countries.csv until there are so many with a profile, under codes that are not taken.
func morePlaces(rows [][]string, want int, taken map[string]bool) ([][]string, map[string][]string) {
	like, known := map[string][]string{}, maps.Clone(taken)
	var countries [][]string
	for _, row := range rows[1:] {
		known[row[0]] = true
		if row[7] == "yes" {
			countries = append(countries, row)
		}
	}
	for n, made := 0, len(countries); made < want; n++ {
		code := string([]byte{byte('A' + n/676%26), byte('A' + n/26%26), byte('A' + n%26)})
		if known[code] {
			continue
		}
		from := slices.Clone(countries[made%len(countries)])
		like[from[0]] = append(like[from[0]], code)
		from[0], from[1], from[2] = code, "", ""
		from[6] = fmt.Sprintf("%d.5 %d.5", made*7%340-170, made*11%120-60)
		rows, made = append(rows, from), made+1
	}
	return rows, like
}

// AddIndicators gives a checkout on disk as many indicators as wanted. A new one is like one of the list,
// with its texts and observations.
func AddIndicators(root string, want int) error {
	var ids [][2]string // of the new one and of the one that it is like
	err := rewrite(root, "data/indicators.csv", func(rows [][]string) [][]string {
		list := rows[1:]
		for n := len(list); n < want; n++ {
			row := slices.Clone(list[n%len(list)])
			id := fmt.Sprintf("%s-%d", row[0], n)
			ids = append(ids, [2]string{id, row[0]})
			row[0], row[4] = id, fmt.Sprint(n+1)
			rows = append(rows, row)
		}
		return rows
	})
	for _, id := range ids {
		err = errors.Join(err, copyPart(filepath.Join(root, "data", "observations", id[1]+".csv"), filepath.Join(root, "data", "observations", id[0]+".csv")))
		texts, _ := filepath.Glob(filepath.Join(root, "content", "indicators", id[1]+".*md"))
		for _, text := range texts {
			_, ending, _ := strings.Cut(filepath.Base(text), ".")
			err = errors.Join(err, copyPart(text, filepath.Join(root, "content", "indicators", id[0]+"."+ending)))
		}
	}
	if err != nil {
		return fmt.Errorf("more indicators: %w", err)
	}
	return nil
}

// rewrite edits the rows of a CSV file, the first of which is its head, and puts them in order.
func rewrite(root, name string, edit func(rows [][]string) [][]string) error {
	file := filepath.Join(root, filepath.FromSlash(name))
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	var out bytes.Buffer
	if err := csv.NewWriter(&out).WriteAll(edit(rows)); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if data, err = dataset.Canonical(csvfile.Read(name, out.Bytes())); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return os.WriteFile(file, data, 0o644)
}
