package site

import (
	"slices"
	"strconv"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// Evidence says how much the atlas rests on, and how sure it is.
type Evidence struct {
	Tiers []TierEvidence `json:"tiers"`
	// Confidence counts the observations by how directly their source says them.
	Confidence []ConfidenceEvidence `json:"confidence"`
	// Contested counts the periods of national series in which sources disagree, LatestContested
	// those of them that are the newest.
	Contested       int `json:"contested"`
	LatestContested int `json:"latest_contested"`
	// Overruled counts the periods in which a source that does not know stands beside a yes or no.
	Overruled int `json:"overruled"`
}

// TierEvidence is what stands in one tier.
type TierEvidence struct {
	Tier         int `json:"tier"`
	Sources      int `json:"sources"`
	Observations int `json:"observations"`
}

// ConfidenceEvidence is how many observations have one confidence.
type ConfidenceEvidence struct {
	Confidence   string `json:"confidence"`
	Observations int    `json:"observations"`
}

func (b builder) evidence() Evidence {
	var e Evidence
	for _, tier := range dataset.Tiers {
		n, _ := strconv.Atoi(tier)
		e.Tiers = append(e.Tiers, TierEvidence{Tier: n})
	}
	for _, c := range dataset.Confidences {
		e.Confidence = append(e.Confidence, ConfidenceEvidence{Confidence: c})
	}
	for _, s := range b.data.Sources {
		e.tier(s.Tier).Sources++
	}
	for _, o := range b.data.Observations {
		source, _ := b.data.Source(o.Source)
		e.tier(source.Tier).Observations++
		if i := slices.Index(dataset.Confidences, o.Confidence); i >= 0 {
			e.Confidence[i].Observations++
		}
	}
	for _, s := range b.statuses.All {
		e.conclusions(s)
	}
	return e
}

// tier gives the count of a tier; what no rule allows is counted with the lowest.
func (e *Evidence) tier(n int) *TierEvidence {
	if n < 1 || n > len(e.Tiers) {
		n = len(e.Tiers)
	}
	return &e.Tiers[n-1]
}

func (e *Evidence) conclusions(s status.Series) {
	if s.Latest.State == status.Contested {
		e.LatestContested++
	}
	for _, c := range s.Periods {
		if c.State == status.Contested {
			e.Contested++
		}
		known := c.State.Known() || c.State == status.Contested
		if known && slices.ContainsFunc(c.Silent, func(o status.Statement) bool { return o.Value == string(status.Unknown) }) {
			e.Overruled++
		}
	}
}
