package rule

var tomlSyntax = Rule{
	Name:  "toml-syntax",
	Level: Error,
	About: "The edition and the origin cards must be readable as TOML; a missing quote would leave the edition without its date.",
	Check: faults("toml-syntax"),
}
