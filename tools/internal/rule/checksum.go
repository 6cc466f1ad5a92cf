package rule

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var checksum = Rule{
	Name:  "checksum",
	Level: Error,
	About: "The boundaries and CLDR's names must be the very files that their origin cards describe; an edited border or name would be passed off as the publisher's.",
	Check: func(d *dataset.Dataset, report Report) {
		listed := map[string]bool{}
		for _, card := range d.Origins {
			for _, name := range sortedKeys(card.Files) {
				file := path.Join(path.Dir(card.Path), name)
				listed[file] = true
				raw, read := d.Raw[file]
				sum := sha256.Sum256(raw)
				switch want := card.Files[name]; {
				case !read:
					report(Field(d, card.Path, name), "", quote(name)+", which is no file of the atlas", "the name of a file beside the card")
				case !strings.EqualFold(want.SHA256, hex.EncodeToString(sum[:])):
					report(start(file), "", "SHA-256 "+hex.EncodeToString(sum[:4])+"…", quote(want.SHA256)+" as in "+card.Path+": the publisher's file, unchanged")
				}
			}
		}
		for _, file := range foreign(d) {
			if !listed[file] && len(d.Origins) == len(dataset.OriginFiles) {
				report(start(file), "", "no checksum", "one in "+path.Join(path.Dir(file), "ORIGIN.toml"))
			}
		}
	},
}

// foreign gives the files of other publishers that were read.
func foreign(d *dataset.Dataset) []string {
	var files []string
	for _, file := range sortedKeys(d.Raw) {
		if strings.HasSuffix(file, ".json") {
			files = append(files, file)
		}
	}
	return files
}
