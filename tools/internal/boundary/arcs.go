package boundary

import (
	"fmt"
	"strconv"
)

// deltas are delta-encoded arcs: positions relative to the one before.
type deltas [][][2]int

// UnmarshalJSON reads valid JSON of the form [[[x,y],…],…] with whole numbers. Arcs are most of a
// TopoJSON file; one pass over the bytes saves a slice for every position.
func (d *deltas) UnmarshalJSON(data []byte) error {
	depth := 0
	var numbers []int
	for i := 0; i < len(data); {
		switch c := data[i]; {
		case c == '[' && depth < 3:
			if depth++; depth == 2 {
				*d = append(*d, nil)
			}
			numbers = numbers[:0]
			i++
		case c == ']':
			if err := d.close(depth, numbers); err != nil {
				return err
			}
			depth--
			i++
		case c == ',' || c == ' ' || c == '\n' || c == '\r' || c == '\t':
			i++
		case depth == 3:
			n, length, err := number(data[i:])
			if err != nil {
				return fmt.Errorf("arc %d: %w", len(*d)-1, err)
			}
			numbers = append(numbers, n)
			i += length
		default:
			return fmt.Errorf("arcs hold %q; want lists of positions", c)
		}
	}
	return nil
}

// close adds a position that has been read whole to the last arc.
func (d *deltas) close(depth int, numbers []int) error {
	if depth != 3 {
		return nil
	}
	last := len(*d) - 1
	if len(numbers) != 2 {
		return fmt.Errorf("arc %d: position %d has %d numbers; want 2", last, len((*d)[last]), len(numbers))
	}
	(*d)[last] = append((*d)[last], [2]int{numbers[0], numbers[1]})
	return nil
}

// number reads a whole number and tells how long it is.
func number(data []byte) (n, length int, err error) {
	for length < len(data) && data[length] > ' ' && data[length] != ',' && data[length] != ']' && data[length] != '[' {
		length++
	}
	if n, err = strconv.Atoi(string(data[:length])); err != nil {
		err = fmt.Errorf("%q; want a whole number", data[:length])
	}
	return n, max(length, 1), err
}
