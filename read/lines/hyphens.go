package lines

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reprise/internal/vocab"
)

// joined puts a line behind a text, in place. A hyphen at the line's end stays
// ("nuclear-" / "weapon-free") or goes ("disarma-" / "ment").
func (a *assembly) joined(text []byte, next string) []byte {
	end := string(text[max(0, len(text)-longestWord):])
	switch {
	case strings.HasSuffix(end, "\u00ad"):
		return append(text[:len(text)-len("\u00ad")], next...)
	case strings.HasSuffix(end, "/"), strings.HasSuffix(end, "–") && endsDigit(strings.TrimSuffix(end, "–")):
		return append(text, next...)
	case !strings.HasSuffix(end, "-") && !strings.HasSuffix(end, "‐"):
		return append(append(text, ' '), next...)
	}
	_, size := utf8.DecodeLastRuneInString(end)
	left, right := LastWord(end[:len(end)-size]), FirstWord(next)
	if left == "" || right == "" {
		return append(append(text, ' '), next...)
	}
	text = text[:len(text)-size]
	if a.attested().KeepHyphen(left, right) {
		text = append(text, '-')
	}
	return append(text, next...)
}

// longestWord is longer than any word that a line's end cuts, in bytes.
const longestWord = 512

// Words counts the words of a text with their hyphens, in lower case: which form
// of a word it has elsewhere.
type Words map[string]int

// KeepHyphen decides about a hyphen at a line's end: the form that the text
// has elsewhere, else the one that more resolutions have; else a hyphen before
// a capital or a digit, between two words ("well-" / "implemented"), or in a
// word that has one already, stays.
func (w Words) KeepHyphen(left, right string) bool {
	with, without := strings.ToLower(left+"-"+right), strings.ToLower(left+right)
	if have, other := w[with], w[without]; have != other {
		return have > other
	}
	if have, other := vocab.Frequency(with), vocab.Frequency(without); have != other {
		return have > other
	}
	r, _ := utf8.DecodeRuneInString(right)
	if !unicode.IsLower(r) || strings.Contains(left, "-") || strings.Contains(right, "-") {
		return true
	}
	return vocab.Frequency(strings.ToLower(left)) > 0 && vocab.Frequency(strings.ToLower(right)) > 0
}

// attested counts the words of the text with their hyphens, once.
func (a *assembly) attested() Words {
	if a.words == nil {
		a.words = make(Words, wordsPerLine*len(a.lines))
		for _, l := range a.lines {
			a.words.Learn(l.text)
		}
	}
	return a.words
}

// wordsPerLine is a little less than the different words that a line brings.
const wordsPerLine = 6

// Hyphens are the characters that end a line inside a word: hyphen, the
// engine's sign for one, soft hyphen, Unicode's hyphens.
const Hyphens = "-\x02\u00ad\u2010\u2011"

// Learn counts the words of a line; one that its hyphen cuts at the
// line's end counts nowhere.
func (w Words) Learn(line string) {
	whole := len(strings.TrimRight(line, Hyphens))
	from := -1
	for at := 0; at < len(line); {
		r, size := rune(line[at]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(line[at:])
		}
		switch out := notInWord(r); {
		case out && from >= 0:
			if at < whole || whole == len(line) {
				w[strings.ToLower(line[from:at])]++
			}
			from = -1
		case !out && from < 0:
			from = at
		}
		at += size
	}
	if from >= 0 && whole == len(line) {
		w[strings.ToLower(line[from:])]++
	}
}

func notInWord(r rune) bool {
	if r < utf8.RuneSelf {
		low := r | 0x20
		return (low < 'a' || low > 'z') && (r < '0' || r > '9') && r != '-'
	}
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '‐'
}

// LastWord is the word that a text ends with, hyphens and all; "" where it ends
// in none.
func LastWord(s string) string {
	at := strings.LastIndexFunc(s, notInWord)
	if at >= 0 {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	} else {
		at = 0
	}
	return s[at:]
}

// FirstWord is the word that a text opens with; "" where it opens with none.
func FirstWord(s string) string {
	if at := strings.IndexFunc(s, notInWord); at >= 0 {
		return s[:at]
	}
	return s
}

func endsDigit(s string) bool {
	return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9'
}
