package rule

var jsonSyntax = Rule{
	Name:  "json-syntax",
	Level: Error,
	About: "The boundaries and the country names must be readable as their publishers issue them; a file that was edited or cut off would lose countries from the map.",
	Check: faults("json-syntax"),
}
