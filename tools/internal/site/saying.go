package site

import "strconv"

// saying gives the key of what an entry says. Whoever makes an entry sets it, last of all.
func (e Entry) saying() string {
	return saying(e.Indicator, e.State, e.Year, e.Inferred, e.Stale, e.Earlier, e.Number)
}

// saying gives the key under which templates keep what is known in words, so that what hundreds of pages say
// alike is worded once: it holds everything that the words are made of (layouts/_partials/fn/status-text.html).
func saying(indicator, state string, year int, inferred, stale bool, earlier *Earlier, n *Number) string {
	key := "says " + state + " " + strconv.Itoa(year)
	if inferred {
		key += " inferred"
	}
	if stale {
		key += " stale"
	}
	if earlier != nil {
		key += " after " + earlier.State + " " + strconv.Itoa(earlier.Year)
	}
	if n != nil {
		key += " " + indicator + n.key()
	}
	return key
}

// key tells a number from every other, with its decimals.
func (n Number) key() string {
	return " " + n.Value.plain() + " " + n.Low.plain() + " " + n.High.plain()
}

// current gives the state or the number, and the year.
func (e Entry) current() string {
	text := e.State
	if n := e.Number; n != nil {
		text = n.plain()
	}
	if e.Year > 0 {
		text += ", " + strconv.Itoa(e.Year)
	}
	return text
}
