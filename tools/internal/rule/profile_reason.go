package rule

import "github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

var profileReason = Rule{
	Name:  "profile-reason",
	Level: Error,
	About: "A country without a profile must say why in status_note; otherwise people would vanish from the atlas by a slip in one cell.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, c := range d.Countries {
			if !c.Profile && c.StatusNote == "" {
				report(c.At("status_note"), "", "no reason why "+c.ISO3+" has no profile", oneOf(dataset.StatusNotes))
			}
		}
	},
}
