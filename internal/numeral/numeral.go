// Package numeral reads the numbers that symbols and labels are made of: runs of
// digits and Roman numbers. It knows neither symbols nor labels.
package numeral

import (
	"strconv"
	"strings"
)

// Digits is how many digits (0 to 9) a text opens with.
func Digits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

// Opens tells whether a text opens with a digit.
func Opens(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// Value is a decimal number; 0 for what is none, or too long for one.
func Value(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

// Roman reads a lower-case Roman number up to 89; 0 for anything else.
func Roman(s string) int {
	values := map[byte]int{'i': 1, 'v': 5, 'x': 10, 'l': 50}
	total := 0
	for i := 0; i < len(s); i++ {
		v, ok := values[s[i]]
		if !ok {
			return 0
		}
		if i+1 < len(s) && values[s[i+1]] > v {
			v = -v
		}
		total += v
	}
	if total <= 0 || InRoman(total) != s {
		return 0
	}
	return total
}

// Text writes a number in digits.
func Text(n int) string { return strconv.Itoa(n) }

// Letter is the small Latin letter at a place of the alphabet, from 1; after "z"
// come "aa", "bb".
func Letter(place int) string {
	letter := string(rune('a' + (place-1)%26))
	return strings.Repeat(letter, 1+(place-1)/26)
}

// InRoman writes a number as a lower-case Roman one.
func InRoman(n int) string {
	var b strings.Builder
	for _, step := range [...]struct {
		v int
		s string
	}{{50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for n >= step.v && b.Len() < 16 {
			b.WriteString(step.s)
			n -= step.v
		}
	}
	return b.String()
}
