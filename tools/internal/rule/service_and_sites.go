package rule

import (
	"fmt"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var serviceAndSites = Rule{
	Name:  "service-and-sites",
	Level: Error,
	About: "One source can't count sites or clients of a service in a year for which it says no, nor none of them where it says yes; a row has slipped by a country or a year.",
	Check: func(d *dataset.Dataset, report Report) {
		answers := statedAnswers(d)
		for _, o := range d.Observations {
			service, counted := service(o.Indicator)
			n, ok := number(o.Value)
			if !counted || !ok || o.Basis != "" {
				continue
			}
			switch answer := answers[statement{service, o.Country, o.Source, o.Period}]; {
			case n > 0 && answer == "no":
				report(o.At("value"), o.Key(), fmt.Sprintf("%s, but %s says no %s in %d", o.Value, o.Source, service, o.Period), "figures of one source that agree")
			case n == 0 && answer == "yes":
				report(o.At("value"), o.Key(), fmt.Sprintf("0, but %s says yes to %s in %d", o.Source, service, o.Period), "figures of one source that agree")
			}
		}
	},
}

// service gives the availability that a count of sites or clients belongs to: nsp-sites → nsp.
func service(indicator string) (string, bool) {
	for _, suffix := range []string{"-sites", "-clients"} {
		if service, ok := strings.CutSuffix(indicator, suffix); ok {
			return service, true
		}
	}
	return "", false
}

type statement struct {
	indicator, country, source string
	period                     int
}

// statedAnswers gives what sources themselves say about whole countries.
func statedAnswers(d *dataset.Dataset) map[statement]string {
	services := map[string]bool{}
	for _, i := range d.Indicators {
		if service, ok := service(i.ID); ok {
			services[service] = true
		}
	}
	answers := map[statement]string{}
	for _, o := range d.Observations {
		if services[o.Indicator] && o.Confidence == "stated" && o.Basis == "" {
			answers[statement{o.Indicator, o.Country, o.Source, o.Period}] = o.Value
		}
	}
	return answers
}
