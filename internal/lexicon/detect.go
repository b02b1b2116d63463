package lexicon

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Detect tells the language of a text, given as its lines or paragraphs: the
// one whose enacting formula stands on a line of its own, else of those that are
// written in the script of most of its letters the one whose stop words are most
// frequent, else Default. Other languages are loaded only where Default's formula does
// not stand in the text.
func Detect(lines []string) *Lexicon {
	first, err := Language(Default)
	if err != nil {
		return &Lexicon{}
	}
	if first.enacts(lines) {
		return first
	}
	for _, code := range Codes() {
		if lex, err := Language(code); err == nil && code != Default && lex.enacts(lines) {
			return lex
		}
	}
	codes := inScript(lines)
	switch lex := byStopWords(lines, codes); {
	case lex != nil:
		return lex
	case len(codes) == 1:
		return OrDefault(codes[0]) // the only one that is written so, however short the text
	}
	return first
}

// inScript are the languages that are written in the script of most letters of a text.
func inScript(lines []string) []string {
	letters := map[string]int{}
	of := map[string]string{}
	for _, code := range Codes() {
		if lex, err := Language(code); err == nil && unicode.Scripts[lex.Rule("script")] != nil { // else it is only spoken
			of[code] = lex.Rule("script")
			letters[of[code]] = 0
		}
	}
	for _, line := range lines[:min(len(lines), maxDetectLines)] {
		for _, r := range line {
			for script := range letters {
				if unicode.Is(unicode.Scripts[script], r) {
					letters[script]++
				}
			}
		}
	}
	most := of[Default]
	for _, code := range Codes() {
		if letters[of[code]] > letters[most] {
			most = of[code]
		}
	}
	return slices.DeleteFunc(Codes(), func(code string) bool { return of[code] != most })
}

// enacts tells whether one of the lines is an enacting formula.
func (l *Lexicon) enacts(lines []string) bool {
	for _, line := range lines {
		if _, _, ok := l.Formula(line); ok {
			return true
		}
	}
	return false
}

// maxDetectLines is as many lines as stop words are counted in.
const maxDetectLines = 200

func byStopWords(lines []string, codes []string) *Lexicon {
	var best *Lexicon
	most := 0
	for _, code := range codes {
		lex, err := Language(code)
		if err != nil {
			continue
		}
		n := 0
		for _, line := range lines[:min(len(lines), maxDetectLines)] {
			for w := range strings.FieldsSeq(line) {
				if lex.Stop(TrimOpening(TrimClosing(w))) {
					n++
				}
			}
		}
		if n > most || n == most && code == Default {
			best, most = lex, n
		}
	}
	return best
}

// caseless tells whether a text opens with a letter of a script without capitals.
func caseless(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.Lo, r)
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
