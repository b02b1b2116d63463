package nature

import (
	"strings"

	"reprise/diff/redline"
	"reprise/internal/lexicon"
	"reprise/internal/token"
)

// surface explains a clause whose senses are the same: only its letters
// changed.
func (r *reading) surface() []claim {
	if r.w.OldText == r.w.NewText || len(r.w.Hunks)+len(r.found) > 0 {
		return nil
	}
	var out []claim
	exact := redline.Compare(r.w.OldText, r.w.NewText, r.lex)
	for _, h := range exact.Hunks {
		was, is := around(exact.Old[h.O0:h.O1]), around(exact.New[h.N0:h.N1])
		old, new := exact.OldText[was.from:was.to], exact.NewText[is.from:is.to]
		switch {
		case lexicon.Fold(old) == lexicon.Fold(new):
			out = append(out, r.claim(Capitals, was, is)...)
		case letters(old) == letters(new):
			out = append(out, r.claim(Punctuation, was, is)...)
		case sameWords(exact.Old[h.O0:h.O1], exact.New[h.N0:h.N1]):
			out = append(out, r.claim(OrderChanged, was, is)...)
		case strings.Count(old, " ") == strings.Count(new, " ") && len(old) <= len(new)+2 && len(new) <= len(old)+2:
			out = append(out, r.claim(Respelt, was, is)...)
		default:
			out = append(out, r.claim(NameVaried, was, is)...)
		}
	}
	if len(exact.Hunks) == 0 {
		out = r.claim(Punctuation, place{}, place{}) // only blanks changed
	}
	return out
}

// respelt explains a hunk whose letters are the same but for words of grammar:
// hyphens, blanks, brackets, endings.
func (r *reading) respelt(h hunk) []claim {
	if len(r.oldRun(h).left(everything))+len(r.newRun(h).left(everything)) == 0 {
		return nil
	}
	old, new := letters(r.keys(r.w.Old[h.O0:h.O1])), letters(r.keys(r.w.New[h.N0:h.N1]))
	if r.bracketed(h) {
		return nil
	}
	if a, b := r.oldRun(h).lettersIn(), r.newRun(h).lettersIn(); a != "" && a == b && old != new { // a short name in it
		return r.take(span(h.O0, h.O1), span(h.N0, h.N1), Respelt)
	}
	switch {
	case old != "" && old == new && sameWords(r.w.Old[h.O0:h.O1], r.w.New[h.N0:h.N1]):
		return r.take(span(h.O0, h.O1), span(h.N0, h.N1), OrderChanged)
	case old != "" && old == new && r.onlyMarks(h):
		return r.take(span(h.O0, h.O1), span(h.N0, h.N1), Punctuation)
	case old != "" && old == new:
		return r.take(span(h.O0, h.O1), span(h.N0, h.N1), Respelt)
	case r.lex.Inflected(old, new) && r.endsAlike(h):
		return r.take(span(h.O0, h.O1), span(h.N0, h.N1), Inflected)
	}
	return nil
}

// lettersIn are the letters of a run as they stand, whatever name stands for another.
func (in run) lettersIn() string {
	var b strings.Builder
	for i := in.from; i < in.to; i++ {
		b.WriteString(in.us[i].Text)
	}
	return letters(b.String())
}

// bracketed tells whether brackets at a number came or went: paragraph 2 of article 1 is
// "article 1 (2)", and neither article 1 nor article 2.
func (r *reading) bracketed(h hunk) bool {
	brackets := func(us []unit) (n int, numbers bool) {
		for i := range us {
			n += strings.Count(us[i].Text, "(")
			numbers = numbers || strings.ContainsAny(us[i].Text, "0123456789") && us[i].Kind != token.Citation
		}
		return n, numbers
	}
	o, inOld := brackets(r.w.Old[max(0, h.O0-1):min(len(r.w.Old), h.O1+1)])
	n, inNew := brackets(r.w.New[max(0, h.N0-1):min(len(r.w.New), h.N1+1)])
	return o != n && inOld && inNew
}

// onlyMarks tells whether both sides of a hunk have the same words, letter by letter, with
// other marks between them.
func (r *reading) onlyMarks(h hunk) bool {
	words := func(us []unit) string {
		var b strings.Builder
		for i := range us {
			if us[i].Kind != token.Punct && us[i].Kind != token.Space {
				b.WriteString(us[i].Text + " ")
			}
		}
		return b.String()
	}
	return words(r.w.Old[h.O0:h.O1]) == words(r.w.New[h.N0:h.N1])
}

// endsAlike tells whether the last words of a hunk are one word in two forms, or the
// same: names of several words differ there.
func (r *reading) endsAlike(h hunk) bool {
	old, new := r.oldRun(h).left(tells), r.newRun(h).left(tells)
	if len(old) == 0 || len(new) == 0 {
		return false
	}
	a, b := lastWord(r.w.Old[old[len(old)-1]].Key), lastWord(r.w.New[new[len(new)-1]].Key)
	return a == b || r.lex.Inflected(a, b)
}

// keys joins the keys of units that are more than grammar.
func (r *reading) keys(us []unit) string {
	var b strings.Builder
	for i := range us {
		if us[i].Class&lexicon.GrammarClass == 0 {
			b.WriteString(us[i].Key)
		}
	}
	return b.String()
}

// letters are the letters and digits of a text, folded.
func letters(s string) string {
	return strings.Map(func(c rune) rune {
		if c < 0x80 && !('0' <= c && c <= '9' || 'a' <= c && c <= 'z') || c == '’' || c == '–' || c == '‑' || c == '−' || c == '—' {
			return -1
		}
		return c
	}, lexicon.Fold(s))
}
