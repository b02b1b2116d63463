package read

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reprise/resolution"

	"github.com/saintfish/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
)

// escape opens the sequences by which encodings of seven bits change their letters.
const escape = 0x1b

// What is asked of a guess. Lowest and rival are in the detector's hundredths: on
// the languages of the United Nations the right encoding has 40 and more from a
// sentence on, and twice its rival, where the rival's text could be one at all.
const (
	lowestGuess = 15
	rivalGuess  = 0.7
	oddCharacts = 0.02 // of the characters beyond ASCII
)

// western is what texts of Western Europe are in that say nothing.
const western = "windows-1252"

// candidate is text as one encoding has it.
type candidate struct {
	name       string
	text       []byte
	confidence int
}

// guess finds the encoding of text that is not in Unicode: those that the detector
// names are tried in its order, and the first whose text a text can be is taken.
// Where another could be it as well, or none, it says so.
func guess(content []byte) (encoded, error) {
	var could []candidate
	for _, found := range detect(content) {
		if found.Charset == "UTF-8" {
			return encoded{}, fmt.Errorf("byte %d: damaged text in UTF-8: get the file again, or save it as UTF-8", notUTF8(content))
		}
		c, ok := decodedAs(content, found.Charset)
		c.confidence = found.Confidence
		if ok && !slices.ContainsFunc(could, func(o candidate) bool { return string(o.text) == string(c.text) }) {
			could = append(could, c)
		}
	}
	switch {
	case len(could) == 0:
		c, ok := decodedAs(content, western)
		if !ok || !isLatin(c.text) {
			return encoded{}, fmt.Errorf("byte %d: text in an encoding that is not known for sure: save it as UTF-8", notUTF8(content))
		}
		could = append(could, c)
	case len(could) > 1 && float64(could[1].confidence) >= rivalGuess*float64(could[0].confidence):
		return encoded{}, fmt.Errorf("byte %d: text in an encoding that is not known for sure (%s or %s): save it as UTF-8",
			notUTF8(content), could[0].name, could[1].name)
	}
	return encoded{could[0].text, []resolution.Warning{{Kind: resolution.GuessedEncoding, Names: []string{could[0].name}}}}, nil
}

// notUTF8 is the first byte that is not UTF-8, or changes the letters.
func notUTF8(content []byte) int {
	for at := 0; at < len(content); {
		r, n := utf8.DecodeRune(content[at:])
		if r == utf8.RuneError && n == 1 || r == escape {
			return at
		}
		at += n
	}
	return len(content)
}

// detect asks the detector about the lines that are not plain ASCII, most likely
// first; equals by name, for it asks all its recognisers at once.
func detect(content []byte) []chardet.Result {
	var sample []byte
	for line := range bytes.Lines(content) {
		if len(sample) < sniffBytes && slices.ContainsFunc(line, func(c byte) bool { return c >= utf8.RuneSelf || c == escape }) {
			sample = append(sample, line[:min(len(line), sniffBytes)]...)
		}
	}
	found, err := chardet.NewTextDetector().DetectAll(sample)
	if err != nil {
		return nil
	}
	found = slices.DeleteFunc(found, func(r chardet.Result) bool { return r.Confidence < lowestGuess })
	slices.SortFunc(found, func(a, b chardet.Result) int {
		return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(a.Charset, b.Charset))
	})
	return found
}

// encodingOf finds an encoding by the names that the detector and files use.
func encodingOf(name string) (encoding.Encoding, string) {
	if name == "GB-18030" {
		name = "gb18030"
	}
	e, name := charset.Lookup(name)
	if e == encoding.Replacement || e == encoding.Nop {
		return nil, ""
	}
	return e, name
}

// decodedAs decodes text, and tells whether the result can be one.
func decodedAs(content []byte, name string) (candidate, bool) {
	e, name := encodingOf(name)
	if e == nil {
		return candidate{}, false
	}
	text, err := e.NewDecoder().Bytes(content)
	if err != nil || !couldBeText(text) {
		return candidate{}, false
	}
	return candidate{name: shownEncoding(name), text: text}, true
}

// shownEncoding is the name of an encoding as people write it.
func shownEncoding(name string) string {
	if page, ok := strings.CutPrefix(name, "windows-"); ok {
		return "Windows-" + page
	}
	return strings.ToUpper(name)
}

// couldBeText tells whether characters stand as they do in texts: none that no
// text has, and hardly any within words that stands in none, as a sign between
// letters, a capital after a small letter, or letters of two scripts.
func couldBeText(text []byte) bool {
	var before, last rune
	beyond, odd := 0, 0
	for _, r := range string(text) {
		if isStrange(r) {
			return false
		}
		if r >= utf8.RuneSelf {
			beyond++
		}
		switch beyondASCII := max(last, r) >= utf8.RuneSelf; {
		case !beyondASCII:
		case unicode.IsLower(last) && unicode.IsUpper(r),
			unicode.IsLetter(last) && unicode.IsLetter(r) && scriptOf(last) != scriptOf(r),
			unicode.IsLetter(before) && unicode.IsLetter(r) && partsNoLetters(last):
			odd++
		}
		before, last = last, r
	}
	return float64(odd) <= oddCharacts*float64(beyond)
}

// isStrange tells characters that no text has: controls, private ones, those that
// are not assigned.
func isStrange(r rune) bool {
	return r == utf8.RuneError || !unicode.IsGraphic(r) && !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) || r == '\u0085'
}

// partsNoLetters tells signs beyond ASCII that do not stand between two letters:
// all but quotation marks, dashes, points and spaces.
func partsNoLetters(r rune) bool {
	return r >= utf8.RuneSelf && !unicode.In(r, unicode.L, unicode.M, unicode.Pi, unicode.Pf, unicode.Pd, unicode.Po, unicode.Z, unicode.Cf) ||
		r == '…' || unicode.Is(unicode.Lm, r)
}

// scripts are the ones whose letters are told apart; the rest are one.
var scripts = []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Arabic, unicode.Greek, unicode.Hebrew}

func scriptOf(r rune) int {
	return slices.IndexFunc(scripts, func(s *unicode.RangeTable) bool { return unicode.Is(s, r) })
}

// longAccented is a word of nothing but accented letters that no language of
// Western Europe has.
const longAccented = 4

// isLatin tells whether a text's letters beyond ASCII stand among plain ones, as
// they do in Western Europe.
func isLatin(text []byte) bool {
	run := 0
	for _, r := range string(text) {
		if r < utf8.RuneSelf || !unicode.IsLetter(r) {
			run = 0
			continue
		}
		if run++; run >= longAccented {
			return false
		}
	}
	return true
}
