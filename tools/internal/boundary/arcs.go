package boundary

import (
	"bytes"
	"fmt"
)

// deltas are delta-encoded arcs: positions relative to the one before, x and y in turn.
type deltas struct {
	numbers []int
	ends    []int // of each arc, in numbers
}

// arc gives the numbers of an arc.
func (d deltas) arc(i int) []int {
	begin := 0
	if i > 0 {
		begin = d.ends[i-1]
	}
	return d.numbers[begin:d.ends[i]]
}

// cutArcs reads the value of the top-level member "arcs" of a JSON object and gives the object
// with an empty list in its place. Arcs are nearly all of a TopoJSON file: reading them in one
// pass over the bytes takes a fifth of what a general reader does. What is not JSON elsewhere is
// for the reader of the rest to find.
func cutArcs(data []byte) (d deltas, rest []byte, err error) {
	r := arcReader{data: data}
	depth, copied := 0, 0
	for r.at < len(data) {
		switch c := data[r.at]; c {
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		case '"':
			begin := r.at
			r.skipString()
			if depth == 1 && bytes.Equal(data[begin:r.at], []byte(`"arcs"`)) && r.next() == ':' {
				r.at++
				r.next()
				begin = r.at
				r.deltas = deltas{make([]int, 0, len(data)/6), nil}
				if err := r.list(r.arc); err != nil {
					return deltas{}, nil, err
				}
				rest = append(append(rest, data[copied:begin]...), "[]"...)
				copied = r.at
			}
			continue
		}
		r.at++
	}
	return r.deltas, append(rest, data[copied:]...), nil
}

// arcReader reads lists of lists of positions with whole numbers, and nothing else.
type arcReader struct {
	deltas
	data []byte
	at   int
}

// next skips white space and gives the byte after it, 0 at the end.
func (r *arcReader) next() byte {
	for ; r.at < len(r.data); r.at++ {
		if c := r.data[r.at]; c != ' ' && c != '\n' && c != '\r' && c != '\t' {
			return c
		}
	}
	return 0
}

// skipString goes from a quotation mark to behind its partner.
func (r *arcReader) skipString() {
	for r.at++; r.at < len(r.data) && r.data[r.at] != '"'; r.at++ {
		if r.data[r.at] == '\\' {
			r.at++
		}
	}
	r.at = min(r.at+1, len(r.data))
}

func (r *arcReader) list(item func() error) error {
	if c := r.next(); c != '[' {
		return fmt.Errorf("arcs hold %q; want lists of positions", c)
	}
	r.at++
	if r.next() == ']' {
		r.at++
		return nil
	}
	for {
		if err := item(); err != nil {
			return err
		}
		switch c := r.next(); c {
		case ',':
			r.at++
		case ']':
			r.at++
			return nil
		default:
			return fmt.Errorf("%q after an item of a list; want a comma or the end", c)
		}
	}
}

func (r *arcReader) arc() error {
	if err := r.list(r.position); err != nil {
		return fmt.Errorf("arc %d: %w", len(r.ends), err)
	}
	r.ends = append(r.ends, len(r.numbers))
	return nil
}

func (r *arcReader) position() error {
	before := len(r.numbers)
	if err := r.list(r.number); err != nil {
		return err
	}
	if n := len(r.numbers) - before; n != 2 {
		if len(r.ends) > 0 {
			before -= r.ends[len(r.ends)-1]
		}
		return fmt.Errorf("position %d has %d numbers; want 2", before/2, n)
	}
	return nil
}

// number reads a whole number as JSON writes it, of at most eighteen digits.
func (r *arcReader) number() error {
	r.next()
	begin, n := r.at, 0
	if r.at < len(r.data) && r.data[r.at] == '-' {
		r.at++
	}
	first := r.at
	for ; r.at < len(r.data) && '0' <= r.data[r.at] && r.data[r.at] <= '9'; r.at++ {
		n = 10*n + int(r.data[r.at]-'0')
	}
	digits := r.at - first
	if digits == 0 || digits > 18 || digits > 1 && r.data[first] == '0' || !r.delimited() {
		return fmt.Errorf("%q; want a whole number", r.word(begin))
	}
	if begin < first {
		n = -n
	}
	r.numbers = append(r.numbers, n)
	return nil
}

// delimited tells whether a value may end here.
func (r *arcReader) delimited() bool {
	if r.at == len(r.data) {
		return false
	}
	switch r.data[r.at] {
	case ',', ']', '[', ' ', '\n', '\r', '\t':
		return true
	}
	return false
}

// word gives what stands where a number should.
func (r *arcReader) word(begin int) []byte {
	for r.at = begin; r.at < len(r.data) && r.at < begin+40 && !r.delimited(); {
		r.at++
	}
	return r.data[begin:r.at]
}
