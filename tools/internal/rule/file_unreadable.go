package rule

var fileUnreadable = Rule{
	Name:  "file-unreadable",
	Level: Error,
	About: "Every data file must be readable; one copied with the wrong permissions would silently empty its pages.",
	Check: faults("file-unreadable"),
}
