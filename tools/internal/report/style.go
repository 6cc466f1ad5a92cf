package report

// Bold marks a heading, where colours are allowed; so do the others their meaning.
func (s Style) Bold(text string) string { return s.mark("1", text) }

// Dim makes text recede.
func (s Style) Dim(text string) string { return s.mark("2", text) }

// Red marks an error.
func (s Style) Red(text string) string { return s.mark("31", text) }

// Yellow marks a warning.
func (s Style) Yellow(text string) string { return s.mark("33", text) }

func (s Style) mark(code, text string) string {
	if !s.Colour || text == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}
