package rule

var fileSize = Rule{
	Name:  "file-size",
	Level: Error,
	About: "A data file must be of a size that can be read whole; a huge one is a database dump or an attack, not a table.",
	Check: faults("file-size"),
}
