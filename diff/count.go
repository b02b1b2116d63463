package diff

import (
	"unicode"
	"unicode/utf8"
)

// count adds up the changes of counted clauses.
func count(changes []Change) Summary {
	var s Summary
	kept, words := 0, 0
	for i := range changes {
		ch := &changes[i]
		if !ch.Counted() {
			continue
		}
		*s.state(ch.Status)++
		tally(&s.Moved, ch.Moved)
		tally(&s.Renumbered, ch.Renumbered)
		tally(&s.Uncertain, ch.Uncertain)
		tally(&s.Routine, ch.Nature == Routine)
		tally(&s.Substantive, ch.Nature == Substantive)
		for _, e := range ch.Edits {
			n := countWords(e.Text)
			switch e.Op {
			case Equal:
				kept += n
				words += n
			case Insert:
				s.WordsAdded += n
				words += n
			case Delete:
				s.WordsRemoved += n
			}
		}
	}
	if words > 0 {
		s.Agreed = float64(kept) / float64(words)
	}
	return s
}

func (s *Summary) state(of Status) *int {
	return [...]*int{&s.Kept, &s.Reworded, &s.Added, &s.Removed, &s.Split, &s.Merged, &s.Rearranged}[of]
}

// Percent is a share from 0 to 1 as a whole percentage for a reader. Only all is
// 100 and only nothing 0, so that it never says that all is agreed where a word
// is not.
func Percent(share float64) int {
	n := int(share*100 + 0.5)
	if share < 1 {
		n = min(n, 99)
	}
	if share > 0 {
		n = max(n, 1)
	}
	return n
}

// tally counts one more where it is so.
func tally(n *int, is bool) {
	if is {
		*n++
	}
}

// countWords counts words as a reader does: runs between blanks that hold a
// letter or a digit.
func countWords(text string) int {
	n, word := 0, false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == ' ' || c == '\n' || c == '\t':
			tally(&n, word)
			word = false
		case c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z':
			word = true
		case c >= utf8.RuneSelf && !word:
			r, _ := utf8.DecodeRuneInString(text[i:])
			word = unicode.IsLetter(r) || unicode.IsDigit(r)
		}
	}
	tally(&n, word)
	return n
}
