package rule

var fileMissing = Rule{
	Name:  "file-missing",
	Level: Error,
	About: "Every data file must be there, even if it holds only its header; a misnamed one would silently empty its pages.",
	Check: faults("file-missing"),
}
