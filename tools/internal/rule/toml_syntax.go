package rule

var tomlSyntax = Rule{
	Name:  "toml-syntax",
	Level: Error,
	About: "The edition, the origin cards and the heads of notes must be readable as TOML; a missing quote would leave the edition without its date.",
	Check: faults("toml-syntax"),
}
