// Package segment cuts text that is written without spaces, as Chinese is, into
// the words that a reader would cut it into: of all ways to cut it into words of
// a dictionary, it takes the likeliest.
//
// Its main call is Cut. It knows no sentences and no numbers: dates, ordinals and
// symbols are the business of package token.
//
// The dictionary ships with the program and is looked up where it lies, so that
// it costs nothing to those who never call Cut. It was made by package build,
// from a public dictionary (see the notice in words.txt) and from how often the
// sentences of resolutions use its words. A kept library was weighed against it:
// gse v0.80.3 brings 32 MB of dictionaries into the program, takes 0.5 to 2 s and
// 128 MB to load them, and 150 ms and 18 MB for a dictionary as small as this
// one, which is ten times what a whole comparison takes.
package segment

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

// words is the dictionary: after comments, a line for each word with its cost, in
// the order of their bytes. The cost of a word is -4 ln of the share it has in
// texts, so that the costs of a row of words add up.
//
//go:embed words.txt
var words string

// unknownCost is the cost of a character that is no word of the dictionary:
// above that of its rarest word, so that a word is never taken apart for it.
const unknownCost = 80

// maxWord is the longest word of the dictionary, in characters.
const maxWord = 8

// span is the part of the dictionary whose words open with one character.
type span struct{ from, to int }

// index tells where the words of each first character stand.
var index = sync.OnceValue(indexWords)

func indexWords() map[rune]span {
	out := make(map[rune]span, 1<<13)
	for at := 0; at < len(words); {
		end := at + strings.IndexByte(words[at:], '\n') + 1
		if end == at {
			break
		}
		if r, _ := utf8.DecodeRuneInString(words[at:]); r != '#' {
			s, known := out[r]
			if !known {
				s.from = at
			}
			s.to = end
			out[r] = s
		}
		at = end
	}
	return out
}

// Cut appends to ends where each word of the text ends, in bytes from its
// beginning; the last is its length. The text should be one run of ideographs; a
// character that no word knows stands alone.
func Cut(ends []int, text string) []int {
	type step struct{ cost, to int }
	best := make([]step, len(text)+1)
	for at := len(text); at > 0; {
		_, size := utf8.DecodeLastRuneInString(text[:at])
		at -= size
		best[at] = step{unknownCost + best[at+size].cost, at + size}
		eachWord(text[at:], func(length, cost int) {
			if cost += best[at+length].cost; cost <= best[at].cost { // of equals the longer
				best[at] = step{cost, at + length}
			}
		})
	}
	for at := 0; at < len(text); {
		at = best[at].to
		ends = append(ends, at)
	}
	return ends
}

// eachWord calls found with the words that a text opens with, from the shortest.
func eachWord(text string, found func(length, cost int)) {
	first, size := utf8.DecodeRuneInString(text)
	s := index()[first]
	lines := words[s.from:s.to]
	for range maxWord {
		if lines = from(lines, text[:size]); lines == "" || !strings.HasPrefix(lines, text[:size]) {
			return
		}
		if lines[size] == '\t' {
			found(size, costOf(lines[size+1:]))
		}
		_, next := utf8.DecodeRuneInString(text[size:])
		if next == 0 {
			return
		}
		size += next
	}
}

// from gives the lines from the first one that is not before a word, by halving.
func from(lines, word string) string {
	low, high := 0, len(lines)
	for low < high {
		middle := low + (high-low)/2
		start := low
		if n := strings.LastIndexByte(lines[low:middle], '\n'); n >= 0 {
			start = low + n + 1
		}
		line := lines[start:]
		end := start + strings.IndexByte(line, '\n') + 1
		if line[:end-1-start] < word {
			low = end
		} else {
			high = start
		}
	}
	return lines[low:]
}

// costOf reads the figures that a text opens with.
func costOf(text string) int {
	n := 0
	for i := 0; i < len(text) && text[i] >= '0' && text[i] <= '9'; i++ {
		n = 10*n + int(text[i]-'0')
	}
	return n
}
