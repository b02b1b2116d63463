package align

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Names in two forms are one thing: where either text has "Harbour Cooperation
// Council" and one of them "HCC", the short form is read as the long one.

const (
	// leastInitials is the shortest name that is looked for: two letters spell too
	// many things. mostInitials bounds the look.
	leastInitials, mostInitials = 3, 8
	// shortWord is the length of words that may stand inside a long name in small
	// letters ("of", "the", "and") without giving a letter.
	shortWord = 3
)

// longNames finds the short names of two texts whose long form stands in either.
// A short name that two long ones spell stays as it is.
func longNames(bodies ...*body) map[string]string {
	wanted := map[string]string{}
	for _, b := range bodies {
		for i := range b.texts {
			if text := b.texts[i].clause.Text; hasCapitals(text) {
				for w := range strings.FieldsSeq(text) {
					if w = bare(w); isShortName(w) {
						wanted[w] = ""
					}
				}
			}
		}
	}
	if len(wanted) == 0 {
		return nil
	}
	unclear := map[string]bool{}
	var words []string
	for _, b := range bodies {
		for i := range b.texts {
			words = slices.AppendSeq(words[:0], strings.FieldsSeq(b.texts[i].clause.Text))
			eachName(words, func(initials []byte, name []string) {
				was, known := wanted[string(initials)]
				if !known {
					return
				}
				short, long := string(initials), strings.Join(name, " ")
				unclear[short] = unclear[short] || was != "" && !strings.EqualFold(was, long)
				wanted[short] = long
			})
		}
	}
	for short, long := range wanted {
		if long == "" || unclear[short] {
			delete(wanted, short)
		}
	}
	return wanted
}

// hasCapitals tells whether a text may have a short name: capitals side by side,
// as many as the shortest has. What is not ASCII may be one.
func hasCapitals(text string) bool {
	n := 0
	for i := range len(text) {
		if c := text[i]; 'A' <= c && c <= 'Z' || c >= utf8.RuneSelf {
			if n++; n >= leastInitials {
				return true
			}
		} else {
			n = 0
		}
	}
	return false
}

// bare is a word without the marks around it.
func bare(w string) string {
	if w != "" && isASCIILetter(w[0]) && isASCIILetter(w[len(w)-1]) {
		return w
	}
	return strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func isASCIILetter(c byte) bool { return 'a' <= c|' ' && c|' ' <= 'z' }

func isShortName(w string) bool {
	n := 0
	for _, r := range w {
		if !unicode.IsUpper(r) {
			return false
		}
		n++
	}
	return n >= leastInitials && n <= mostInitials
}

// eachName calls f for every run of capitalised words with its initials; a mark
// behind a word ends a run.
func eachName(words []string, f func(initials []byte, name []string)) {
	var room [mostInitials * utf8.UTFMax]byte
	for i := range words {
		if first, _ := utf8.DecodeRuneInString(words[i]); unicode.IsLower(first) {
			continue
		}
		initials, count := room[:0], 0
		for j := i; j < len(words) && count < mostInitials; j++ {
			w := bare(words[j])
			first, _ := utf8.DecodeRuneInString(w)
			switch {
			case unicode.IsUpper(first) && !isShortName(w):
				initials = utf8.AppendRune(initials, first)
				if count++; count >= leastInitials {
					f(initials, words[i:j+1])
				}
			case count > 0 && len(w) <= shortWord && w != "":
			default:
				count = 0
			}
			if count == 0 || !strings.HasSuffix(words[j], w) {
				break
			}
		}
	}
}

// named is a text with its short names written out.
func (m *matcher) named(text string) string {
	if len(m.names) == 0 || !hasCapitals(text) {
		return text
	}
	words := strings.Fields(text)
	changed := false
	for i, w := range words {
		if long, known := m.names[bare(w)]; known {
			changed = true
			words[i] = long
			if strings.HasPrefix(w, "(") && strings.HasSuffix(strings.Join(words[:i], " "), long) {
				words[i] = "" // "Harbour Cooperation Council (HCC)" says it once
			}
		}
	}
	if !changed {
		return text
	}
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), " ")
}
