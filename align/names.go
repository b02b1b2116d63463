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
			for w := range strings.FieldsSeq(b.texts[i].clause.Text) {
				if w = bare(w); isShortName(w) {
					wanted[w] = ""
				}
			}
		}
	}
	if len(wanted) == 0 {
		return nil
	}
	unclear := map[string]bool{}
	for _, b := range bodies {
		for i := range b.texts {
			eachName(strings.Fields(b.texts[i].clause.Text), func(short, long string) {
				was, known := wanted[short]
				unclear[short] = unclear[short] || known && was != "" && !strings.EqualFold(was, long)
				if known {
					wanted[short] = long
				}
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

// bare is a word without the marks around it.
func bare(w string) string {
	return strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

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
func eachName(words []string, f func(initials, name string)) {
	for i := range words {
		initials, from := "", i
		for j := i; j < len(words) && utf8.RuneCountInString(initials) <= mostInitials; j++ {
			w := bare(words[j])
			first, _ := utf8.DecodeRuneInString(w)
			switch {
			case unicode.IsUpper(first) && !isShortName(w):
				initials += string(first)
				if utf8.RuneCountInString(initials) >= leastInitials {
					f(initials, strings.Join(words[from:j+1], " "))
				}
			case j > i && len(w) <= shortWord && w != "":
			default:
				initials = ""
			}
			if initials == "" || !strings.HasSuffix(words[j], w) {
				break
			}
		}
	}
}

// named is a text with its short names written out.
func (m *matcher) named(text string) string {
	if len(m.names) == 0 || !strings.ContainsFunc(text, unicode.IsUpper) {
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
