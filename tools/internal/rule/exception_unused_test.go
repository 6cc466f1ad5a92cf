package rule

import "testing"

const exceptionFile = "data/exceptions.csv"

func TestExceptionUnused(t *testing.T) {
	line := "value,data/observations/nsp.csv,KEN/2024/hri-2024//p. 1/yes,It is right.\n"
	d := broken(t, exceptionFile, "reason\n", "reason\n"+line)
	wantOnly(t, checked(d, []Rule{exceptionUnused, value}),
		`data/exceptions.csv:2:1: error exception-unused: nothing that this exception excuses; want the line removed, or its key corrected`)
	wantOnly(t, checked(d, []Rule{exceptionUnused}))
}
