package review_test

import (
	"io/fs"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/review"
	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"
)

// BenchmarkDiff reads two states of the data, one after the other, and compares them, as `diff` does with two folders.
func BenchmarkDiff(b *testing.B) {
	sitetest.Growing(b, "../../..", func(data fs.FS) {
		old := review.Of(dataset.Load(data))
		review.Between(old, review.Of(dataset.Load(data)))
	})
}
