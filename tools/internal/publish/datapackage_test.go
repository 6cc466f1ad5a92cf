package publish_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/harm-reduction-atlas/atlas/tools/internal/publish"
)

const describedBy = publish.Folder + "datapackage.json"

// TestDescriptorFollowsTheStandard validates the descriptors of both data sets against the
// schema of Data Package 2.0.
func TestDescriptorFollowsTheStandard(t *testing.T) {
	text, err := os.ReadFile("testdata/datapackage-2.0.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	schema, err := compile(text)
	if err != nil {
		t.Fatal(err)
	}
	for name, files := range bothSets(t) {
		descriptor, err := jsonschema.UnmarshalJSON(bytes.NewReader(files[describedBy]))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(descriptor); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func compile(text []byte) (*jsonschema.Schema, error) {
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource("datapackage.json", document); err != nil {
		return nil, err
	}
	return compiler.Compile("datapackage.json")
}

// The descriptor, as far as a reader of the tables needs it. It is spelt here anew, so that
// the tables are read as a stranger would.
type dataPackage struct {
	Resources []struct {
		Name, Type, Path, Hash string
		Bytes                  int
		Schema                 tableSchema
	}
}

type tableSchema struct {
	Fields []struct {
		Name, Type, Delimiter   string
		TrueValues, FalseValues []string
		Categories              []struct{ Value, Label string }
		MissingValues           *[]struct{ Value string }
		Constraints             struct {
			Required bool
			Pattern  string
			Minimum  *float64
		}
	}
	MissingValues []struct{ Value string }
	PrimaryKey    []string
	UniqueKeys    [][]string
	ForeignKeys   []struct {
		Fields    []string
		Reference struct {
			Resource string
			Fields   []string
		}
	}
}

// TestTablesFollowTheDescriptor reads every table by the descriptor alone: columns, types,
// categories, constraints, keys, sizes and checksums.
func TestTablesFollowTheDescriptor(t *testing.T) {
	for name, files := range bothSets(t) {
		t.Run(name, func(t *testing.T) {
			var d dataPackage
			if err := json.Unmarshal(files[describedBy], &d); err != nil {
				t.Fatal(err)
			}
			tables := map[string][]map[string]string{}
			for _, r := range d.Resources {
				data := files[publish.Folder+r.Path]
				if r.Bytes != len(data) || r.Hash != fmt.Sprintf("sha256:%x", sha256.Sum256(data)) {
					t.Errorf("%s: size or checksum is wrong", r.Path)
				}
				if r.Type == "table" {
					tables[r.Name] = records(t, data)
					checkHeader(t, r.Path, data, r.Schema)
				}
			}
			for _, r := range d.Resources {
				checkRows(t, r.Name, tables[r.Name], r.Schema)
				checkForeignKeys(t, r.Name, tables, r.Schema)
			}
		})
	}
}

func checkHeader(t *testing.T, path string, data []byte, s tableSchema) {
	t.Helper()
	var names []string
	for _, f := range s.Fields {
		names = append(names, f.Name)
	}
	header, _, _ := strings.Cut(string(data), "\n")
	if want := strings.Join(names, ","); header != want {
		t.Errorf("%s: header is %s; want %s", path, header, want)
	}
}

func checkRows(t *testing.T, table string, rows []map[string]string, s tableSchema) {
	t.Helper()
	seen := map[string]bool{}
	for i, row := range rows {
		for n, f := range s.Fields {
			cell, absent := row[f.Name], s.missing(n, row[f.Name])
			switch {
			case absent && f.Constraints.Required:
				t.Errorf("%s row %d: %s is empty", table, i+1, f.Name)
			case absent && slices.Contains(s.PrimaryKey, f.Name):
				t.Errorf("%s row %d: %s of the primary key is missing", table, i+1, f.Name)
			case !absent && !s.holds(n, cell):
				t.Errorf("%s row %d: %s is %q; want %s", table, i+1, f.Name, cell, f.Type)
			}
		}
		for n, key := range append(s.UniqueKeys, s.PrimaryKey) {
			if len(key) > 0 {
				id := fmt.Sprint(n, cells(row, key))
				if seen[id] {
					t.Errorf("%s row %d: key %v stands twice", table, i+1, cells(row, key))
				}
				seen[id] = true
			}
		}
	}
}

func (s tableSchema) missing(field int, cell string) bool {
	list := s.MissingValues
	if own := s.Fields[field].MissingValues; own != nil {
		list = *own
	}
	return slices.ContainsFunc(list, func(m struct{ Value string }) bool { return m.Value == cell })
}

// holds tells whether a cell is of its field's type and keeps its constraints.
func (s tableSchema) holds(field int, cell string) bool {
	f := s.Fields[field]
	if f.Constraints.Pattern != "" && !regexp.MustCompile("^(?:"+f.Constraints.Pattern+")$").MatchString(cell) {
		return false
	}
	if f.Categories != nil && !slices.ContainsFunc(f.Categories, func(c struct{ Value, Label string }) bool { return c.Value == cell }) {
		return false
	}
	switch f.Type {
	case "number", "integer":
		number, err := strconv.ParseFloat(cell, 64)
		whole := f.Type == "number" || !strings.Contains(cell, ".")
		return err == nil && whole && (f.Constraints.Minimum == nil || number >= *f.Constraints.Minimum)
	case "year":
		return regexp.MustCompile(`^[0-9]{4}$`).MatchString(cell)
	case "yearmonth":
		return regexp.MustCompile(`^[0-9]{4}-(0[1-9]|1[0-2])$`).MatchString(cell)
	case "boolean":
		return slices.Contains(slices.Concat(f.TrueValues, f.FalseValues), cell)
	case "list":
		return !slices.Contains(strings.Split(cell, f.Delimiter), "")
	}
	return f.Type == "string"
}

func checkForeignKeys(t *testing.T, table string, tables map[string][]map[string]string, s tableSchema) {
	t.Helper()
	for _, k := range s.ForeignKeys {
		known := map[string]bool{}
		for _, row := range tables[k.Reference.Resource] {
			known[cells(row, k.Reference.Fields)] = true
		}
		for i, row := range tables[table] {
			if id := cells(row, k.Fields); id != "" && !known[id] {
				t.Errorf("%s row %d: no %s in %s", table, i+1, id, k.Reference.Resource)
			}
		}
	}
}

func cells(row map[string]string, fields []string) string {
	var all []string
	for _, f := range fields {
		all = append(all, row[f])
	}
	return strings.Join(all, "\x1f")
}
