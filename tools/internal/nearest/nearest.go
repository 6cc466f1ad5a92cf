// Package nearest finds the valid word that somebody probably meant.
package nearest

import "strings"

// Word gives the word nearest to what was got, or "" if none is near. Case does not count.
func Word(got string, words []string) string {
	best, least := "", 1+max(1, len(got)/3)
	for _, w := range words {
		if n := distance([]rune(strings.ToLower(got)), []rune(strings.ToLower(w)), least); n < least {
			best, least = w, n
		}
	}
	return best
}

// DidYouMean gives ` (did you mean "x"?)` for the nearest word, or nothing if none is near.
func DidYouMean(got string, words []string) string {
	if best := Word(got, words); best != "" {
		return ` (did you mean "` + best + `"?)`
	}
	return ""
}

// distance is the optimal string alignment distance (Levenshtein with swapped neighbours,
// Damerau 1964), or limit if it is not below it.
func distance(a, b []rune, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return min(last[len(b)], limit)
}
