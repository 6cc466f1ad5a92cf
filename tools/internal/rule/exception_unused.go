package rule

import "github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

// exceptionUnused is carried out by Check, which alone knows what all the others found.
var exceptionUnused = Rule{
	Name:  "exception-unused",
	Level: Error,
	About: "An exception must still excuse something; one that outlives its fault would hide the next one.",
	Check: func(*dataset.Dataset, Report) {},
}
