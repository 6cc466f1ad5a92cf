package rule

import (
	"fmt"
	"slices"

	"github.com/pelletier/go-toml/v2"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// editionFields are what edition.toml must say.
var editionFields = []string{"number", "date", "title", "publisher", "url", "repository", "contact"}

var editionField = Rule{
	Name:  "edition-field",
	Level: Error,
	About: "The edition must say its number, date, title, publisher, addresses and contact, each as text in quotes; a field missing or misspelt is missing from every citation.",
	Check: func(d *dataset.Dataset, report Report) {
		raw, read := d.Raw[dataset.EditionFile]
		fields := map[string]any{}
		if err := toml.Unmarshal(raw, &fields); !read || err != nil {
			return // told by file-missing or toml-syntax
		}
		for _, name := range editionFields {
			switch text, isText := fields[name].(string); {
			case fields[name] == nil:
				report(start(dataset.EditionFile), "", "no "+name, fmt.Sprintf("%s = \"…\"", name))
			case !isText || text == "":
				report(Field(d, dataset.EditionFile, name), "", fmt.Sprintf("%s without text", name), fmt.Sprintf("%s = \"…\", in quotes", name))
			}
		}
		for _, name := range sortedKeys(fields) {
			if !slices.Contains(editionFields, name) {
				report(Field(d, dataset.EditionFile, name), "", quote(name), oneOf(editionFields)+didYouMean(name, editionFields))
			}
		}
	},
}
