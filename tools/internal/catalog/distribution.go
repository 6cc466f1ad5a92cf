package catalog

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/publish"
)

// mediaTypes are those of IANA's register by ending; what has none there is text.
var mediaTypes = map[string]string{
	".csv": "text/csv", ".json": "application/json", ".geojson": "application/geo+json",
}

// distributions describes the files that are wanted, by their path below the published folder.
func (c catalog) distributions(page string, wanted func(path string) bool) []node {
	var list []node
	for _, f := range c.files {
		name, published := strings.CutPrefix(f.Path, publish.Folder)
		if !published || !wanted(name) {
			continue
		}
		mediaType, known := mediaTypes[path.Ext(name)]
		if !known {
			mediaType = "text/plain"
		}
		sum := sha256.Sum256(f.Data)
		list = append(list, node{
			"@id": c.base + f.Path, "@type": "dcat:Distribution", "dct:title": c.text(path.Base(name)),
			"dcat:accessURL": c.base + page, "dcat:downloadURL": c.base + f.Path,
			"dcat:mediaType": "https://www.iana.org/assignments/media-types/" + mediaType, "dcat:byteSize": len(f.Data),
			"dct:license": publish.LicenceURL,
			"spdx:checksum": node{"@type": "spdx:Checksum", "spdx:algorithm": "spdx:checksumAlgorithm_sha256",
				"spdx:checksumValue": hex.EncodeToString(sum[:])},
		})
	}
	return list
}
