package review_test

import (
	"io/fs"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/review"
	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"
)

// BenchmarkDiff reads two states of the data and compares them, as `diff` does with two folders.
func BenchmarkDiff(b *testing.B) {
	sitetest.Growing(b, "../../..", func(data fs.FS) { review.Between(dataset.Load(data), dataset.Load(data)) })
}
