// Package issueform reads the forms for issues and tells what GitHub would refuse in them.
//
// The keys, their kinds and the limits are those of "Syntax for issue forms", "Syntax for
// GitHub's form schema" and "Common validation errors when creating issue forms" at docs.github.com.
package issueform

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
)

// Form is a form as a reader fills it in.
type Form struct {
	Name   string
	Fields []Field
}

// Field is one field; its ID is also the query parameter that fills it.
type Field struct {
	ID, Type, Label string
	Required        bool
}

// Field finds a field by its id.
func (f Form) Field(id string) (Field, bool) {
	i := slices.IndexFunc(f.Fields, func(field Field) bool { return field.ID == id })
	if i < 0 {
		return Field{}, false
	}
	return f.Fields[i], true
}

// attributes are what each type of element may say, and with "!" must.
var attributes = map[string]keys{
	"markdown":   {"value": "text!"},
	"input":      {"label": "text!", "description": "text", "placeholder": "text", "value": "text"},
	"textarea":   {"label": "text!", "description": "text", "placeholder": "text", "value": "text", "render": "text"},
	"dropdown":   {"label": "text!", "description": "text", "options": "list!", "multiple": "bool", "default": "number"},
	"checkboxes": {"label": "text!", "description": "text", "options": "list!"},
}

var (
	top         = keys{"name": "text!", "description": "text!", "body": "list!", "title": "text", "labels": "list", "assignees": "list", "projects": "list", "type": "text"}
	element     = keys{"type": "text!", "id": "text", "attributes": "map!", "validations": "map"}
	validations = keys{"required": "bool"}
	idForm      = regexp.MustCompile(`^[A-Za-z0-9_-]+$`)
)

// Folder reads every form of a folder, by file name.
func Folder(fsys fs.FS) (map[string]Form, error) {
	files, err := fs.Glob(fsys, "*.yml")
	if err != nil {
		return nil, err
	}
	forms := map[string]Form{}
	for _, name := range files {
		if name == "config.yml" {
			continue
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		if forms[name], err = Read(data); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return forms, nil
}

// Read reads a form; the error names everything that GitHub would refuse.
func Read(data []byte) (Form, error) {
	root, err := document(data)
	if err != nil {
		return Form{}, err
	}
	c := &checker{}
	c.check("form", root, top)
	f := Form{Name: text(root, "name")}
	if len(f.Name) <= 3 {
		c.addf("name %q is too short to be shown", f.Name)
	}
	body, _ := root["body"].([]any)
	for i, one := range body {
		if field, ok := c.field(fmt.Sprintf("body[%d]", i), one); ok {
			f.Fields = append(f.Fields, field)
		}
	}
	if len(f.Fields) == 0 {
		c.addf("body has no field to fill in")
	}
	c.unique(f.Fields)
	return f, errors.Join(c.faults...)
}

// field reads an element; ok is false for one that is only read.
func (c *checker) field(at string, one any) (f Field, ok bool) {
	e, isMap := one.(map[string]any)
	if !isMap {
		c.addf("%s is no element", at)
		return f, false
	}
	c.check(at, e, element)
	f.Type, f.ID = text(e, "type"), text(e, "id")
	allowed, known := attributes[f.Type]
	if !known {
		c.addf("%s: %q is no type", at, f.Type)
		return f, false
	}
	said, _ := e["attributes"].(map[string]any)
	c.check(at+".attributes", said, allowed)
	c.options(at, said)
	limits, _ := e["validations"].(map[string]any)
	c.check(at+".validations", limits, validations)
	f.Label, f.Required = text(said, "label"), limits["required"] == true
	if f.Type == "markdown" {
		return f, false
	}
	if !idForm.MatchString(f.ID) {
		c.addf("%s: id %q; want letters, digits, - and _", at, f.ID)
	}
	return f, true
}

// document reads the only document of a file.
func document(data []byte) (map[string]any, error) {
	var root map[string]any
	d := yaml.NewDecoder(bytes.NewReader(data))
	if err := d.Decode(&root); err != nil {
		return nil, fmt.Errorf("no YAML: %w", err)
	}
	var more any
	if err := d.Decode(&more); !errors.Is(err, io.EOF) {
		return nil, errors.New("more than one document")
	}
	return root, nil
}

func text(m map[string]any, key string) string {
	s, _ := m[key].(string)
	return strings.TrimSpace(s)
}
