package rule

import (
	"fmt"
	"time"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var originCard = Rule{
	Name:  "origin-card",
	Level: Error,
	About: "An origin card must name package, version, title, publisher, licence, address and month; without them nobody may reuse the file, or can renew it.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, o := range d.Origins {
			where := o.Address
			if where == "" {
				where = o.Repository
			}
			for _, f := range [][2]string{{"package", o.Package}, {"version", o.Version}, {"title", o.Title}, {"publisher", o.Publisher}, {"licence", o.Licence}, {"address", where}, {"accessed", o.Accessed}} {
				if f[1] == "" {
					report(start(o.Path), "", "no "+f[0], fmt.Sprintf("%s = \"…\"", f[0]))
				}
			}
			if _, err := time.Parse("2006-01", o.Accessed); err != nil && o.Accessed != "" {
				report(Field(d, o.Path, "accessed"), "", quote(o.Accessed), `a month such as "2026-11"`)
			}
		}
	},
}
