package lexicon

import (
	"embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

//go:embed scripts.txt
var scriptData embed.FS

// script is what is true of letters in every language: which are one letter to
// the sense, how points are counted, what ends a paragraph.
type script struct {
	alike    map[rune]rune
	mixed    map[rune]rune // the Cyrillic letter for a Latin one that looks like it
	letters  map[rune]int  // place of a list letter in its alphabet, from 1
	alphabet map[rune]int  // the alphabet that it belongs to
	numerals map[rune]int  // value of a numeral of one sign
	ends     string
	opens    string
	closes   string
	plain    map[rune]rune // the mark of ASCII for one of another script
	quotes   map[rune]rune // closing marks by those that open
}

// scripts is read once, when the first letter beyond ASCII or the first mark is
// looked at.
var scripts = sync.OnceValue(func() *script {
	text, err := scriptData.ReadFile("scripts.txt")
	if err != nil {
		panic(err) // embedded
	}
	var all Lexicon
	all.tables = map[string]*table{}
	all.enter("scripts.txt", string(text))
	s := &script{alike: map[rune]rune{}, mixed: map[rune]rune{}, letters: map[rune]int{}, alphabet: map[rune]int{}, numerals: map[rune]int{}, plain: map[rune]rune{}, quotes: map[rune]rune{}}
	for _, row := range all.Table("alike") {
		for _, letter := range row[1:] {
			s.alike[first(letter)] = first(row[0])
		}
	}
	for _, row := range all.Table("mixed") {
		s.mixed[first(row[1])] = first(row[0])
	}
	for n, row := range all.Table("letters") {
		for i, letter := range row[1:] {
			for _, r := range letter { // "أا" are one place
				s.letters[r], s.alphabet[r] = i+1, n+1
			}
		}
	}
	for _, row := range all.Table("numerals") {
		for i, sign := range row {
			s.numerals[first(sign)] = i + 1
		}
	}
	for _, row := range all.Table("marks") {
		marks := strings.Join(row[1:], "")
		switch row[0] {
		case "end":
			s.ends += marks
		case "open":
			s.opens += marks
		case "close":
			s.closes += marks
		}
	}
	for _, row := range all.Table("plain") {
		for _, mark := range row[1:] {
			s.plain[first(mark)] = first(row[0])
		}
	}
	for _, row := range all.Table("quotes") {
		s.quotes[first(row[0])] = first(row[1])
	}
	return s
})

func first(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// ListLetter is the place of a letter in the alphabet by which points are
// counted, from 1, and which alphabet that is; 0 for any other sign. Of Latin
// letters it knows nothing: they count by their code.
func ListLetter(r rune) (place, alphabet int) {
	s := scripts()
	return s.letters[r], s.alphabet[r]
}

// Numeral is the value of a number of one sign, "三" or "㈢"; 0 for any other.
func Numeral(r rune) int { return scripts().numerals[r] }

// ParagraphEnds are the marks that end a paragraph in any script.
func ParagraphEnds() string { return scripts().ends }

// EndsParagraph tells the marks that end a paragraph in any script, "." and "。".
func EndsParagraph(r rune) bool {
	if r < utf8.RuneSelf {
		return strings.IndexByte(",.;:", byte(r)) >= 0
	}
	return strings.ContainsRune(scripts().ends, r)
}

// ClosingQuote is the mark that closes a quotation, by the one that opens it; 0 for
// any other sign.
func ClosingQuote(open rune) rune {
	if open < utf8.RuneSelf && open != '"' {
		return 0
	}
	return scripts().quotes[open]
}

// PlainMark is the mark of ASCII for one of another script that says the same, ","
// for "，"; any other sign itself.
func PlainMark(r rune) rune {
	if r < utf8.RuneSelf {
		return r
	}
	if plain := scripts().plain[r]; plain != 0 {
		return plain
	}
	return r
}

// ClosingMark tells the brackets and quotation marks of any script that close.
func ClosingMark(r rune) bool { return strings.ContainsRune(scripts().closes, r) }

// TrimClosing takes the brackets and quotation marks off a text that close at its
// end, and the spaces among them.
func TrimClosing(s string) string { return strings.TrimRight(s, scripts().closes+" ") }

// TrimOpening takes the brackets and quotation marks off a text that open it.
func TrimOpening(s string) string { return strings.TrimLeft(s, scripts().opens) }

// Digit is the value of a decimal digit of any script; -1 for any other sign.
func Digit(r rune) int {
	switch {
	case '0' <= r && r <= '9':
		return int(r - '0')
	case r < utf8.RuneSelf || !unicode.IsDigit(r):
		return -1
	}
	zero := r // the digits of a script stand in one row of ten, from nought
	for n := 0; n < 10; n++ {
		if !unicode.IsDigit(zero - 1) {
			return n
		}
		zero--
	}
	return int(r-'\U0001D7CE') % 10 // the mathematical digits stand in a row of fifty
}

// sense brings a word that is not all ASCII to the form in which words are
// compared: in small letters, with one apostrophe, without vowel marks and
// stretching, with one letter for those that extraction and house styles mix,
// and with plain digits. It is never shown.
func sense(word string) string {
	word = strings.ToLower(word)
	plain, compat, latin, cyrillic := true, false, false, false
	for _, r := range word {
		plain = plain && r < 0x370
		compat = compat || r >= 0x2e80
		latin = latin || 'a' <= r && r <= 'z'
		cyrillic = cyrillic || 0x400 <= r && r < 0x530
	}
	if latin && cyrillic {
		word = unmix(word)
	}
	if !plain {
		if compat {
			word = norm.NFKC.String(word)
		}
		word = strings.Map(senseRune, word)
	}
	return strings.ReplaceAll(word, "’", "'")
}

// unmix looks at each word of a phrase: "COVID-19" in a Russian one stays Latin.
func unmix(phrase string) string {
	words := strings.Split(phrase, " ")
	for i, word := range words {
		if strings.IndexFunc(word, func(r rune) bool { return 0x400 <= r && r < 0x530 }) >= 0 {
			words[i] = strings.Map(unmixed, word)
		}
	}
	return strings.Join(words, " ")
}

// unmixed gives the Cyrillic letter for a Latin one of a word that has both.
func unmixed(r rune) rune {
	if letter, known := scripts().mixed[r]; known {
		return letter
	}
	return r
}

func senseRune(r rune) rune {
	switch {
	case r < 0x370:
		return r
	case r == '\u0640', unicode.Is(unicode.Mn, r) && unicode.Is(unicode.Arabic, r), 0x64b <= r && r <= 0x655, r == 0x670:
		return -1
	}
	if d := Digit(r); d >= 0 {
		return rune('0' + d)
	}
	if plain, known := scripts().alike[r]; known {
		return plain
	}
	return r
}

// WithoutAccents takes the accents off the letters of a word.
func WithoutAccents(word string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(word))
}
