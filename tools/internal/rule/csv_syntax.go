package rule

var csvSyntax = Rule{
	Name:  "csv-syntax",
	Level: Error,
	About: "Every line must be readable as CSV in UTF-8; one forgotten quotation mark swallows the rows after it.",
	Check: faults("csv-syntax"),
}
