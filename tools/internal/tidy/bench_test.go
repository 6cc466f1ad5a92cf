package tidy_test

import (
	"io/fs"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"
	"github.com/harm-reduction-atlas/atlas/tools/internal/tidy"
)

// BenchmarkFmt reads the data and plans their canonical form, as `fmt` does.
func BenchmarkFmt(b *testing.B) {
	sitetest.Growing(b, "../../..", func(data fs.FS) { tidy.Plan(dataset.Load(data)) })
}
