package rule

import (
	"crypto/sha256"
	"fmt"
	"testing"
)

func TestChecksum(t *testing.T) {
	sum := fmt.Sprintf("%x", sha256.Sum256([]byte(tiny["data/boundaries/world-50m.json"])))
	card := "data/boundaries/ORIGIN.toml"
	wantFinding(t, checksum, card, sum, "00"+sum[2:],
		`data/boundaries/world-50m.json:1:1: error checksum: SHA-256 `+sum[:8]+`…; want "00`+sum[2:59]+`…" as in data/boundaries/ORIGIN.toml: the publisher's file, unchanged`)
	wantFinding(t, checksum, card, "world-50m.json", "world-110m.json",
		`data/boundaries/ORIGIN.toml:10:1: error checksum: "world-110m.json", which is no file of the atlas; want the name of a file beside the card`,
		`data/boundaries/world-50m.json:1:1: error checksum: no checksum; want one in data/boundaries/ORIGIN.toml`)
}
