package diff

import (
	"strings"

	"reprise/internal/lexicon"
	"reprise/internal/token"
)

// sessions explains ordinals of sessions and other ordinals.
func (r *reading) sessions(h hunk) {
	r.pair(h, isKind(token.Session), r.sessionCause)
	r.pair(h, isKind(token.Ordinal), func(o, n int) cause { return ordinalRolled })
	r.alone(h, isKind(token.Session), sessionDropped, sessionNamed)
}

func isKind(k token.Kind) func(*unit) bool {
	return func(u *unit) bool { return u.Kind == k }
}

// pair explains atoms that give way to atoms of their kind, in order.
func (r *reading) pair(h hunk, is func(*unit) bool, rolled func(o, n int) cause) {
	old := r.oldRun(h).left(is)
	new := r.newRun(h).left(is)
	for i := range min(len(old), len(new)) {
		r.take(old[i:i+1], new[i:i+1], rolled(old[i], new[i]))
	}
}

// alone explains atoms that only one side has, where nothing else of weight
// comes with them; what comes with words is part of the wording.
func (r *reading) alone(h hunk, is func(*unit) bool, dropped, named cause) {
	old := r.oldRun(h).left(is)
	new := r.newRun(h).left(is)
	if len(old) > 0 && r.light(r.w.old, h.o0, h.o1, is) {
		r.take(span(h.o0, h.o1), nil, dropped)
	}
	if len(new) > 0 && r.light(r.w.new, h.n0, h.n1, is) {
		r.take(nil, span(h.n0, h.n1), named)
	}
}

// light tells whether a run holds nothing of weight but what the test names.
func (r *reading) light(us []unit, from, to int, is func(*unit) bool) bool {
	const light = lexicon.GrammarClass | lexicon.CitingClass | lexicon.ListingClass | lexicon.DeadlineClass
	for i := from; i < to; i++ {
		if !is(&us[i]) && us[i].Kind != token.Punct && us[i].class&light == 0 && !r.lex.Word(us[i].key).Is(lexicon.SessionRole) {
			return false
		}
	}
	return true
}

// numbers explains figures and numbers in words.
func (r *reading) numbers(h hunk) {
	r.strayMark(h)
	r.pair(h, func(u *unit) bool { return u.Kind == token.Number && !isYear(u) }, r.numberCause)
	r.pair(h, isKind(token.Number), r.numberCause) // "1500" may be a count too
	r.alone(h, isKind(token.Number), numberChanged, numberChanged)
	r.pair(h, func(u *unit) bool { return r.lex.Cardinal(u.key) > 0 }, func(o, n int) cause {
		if r.lex.Cardinal(r.w.old[o].key) == r.lex.Cardinal(r.w.new[n].key) {
			return respelt
		}
		return numberChanged
	})
	several := func(u *unit) bool { return r.lex.Cardinal(u.key) > 1 } // "one" is a pronoun too
	r.alone(h, several, numberChanged, numberChanged)
}

// strayMark explains a footnote mark that extraction left behind the last mark
// of a clause.
func (r *reading) strayMark(h hunk) {
	old := run{r.w.oldText, r.w.old, r.oldDone, max(h.o0, len(r.w.old)-1), h.o1}.left(isKind(token.Number))
	new := run{r.w.newText, r.w.new, r.newDone, max(h.n0, len(r.w.new)-1), h.n1}.left(isKind(token.Number))
	if len(old)+len(new) == 0 || len(old) > 0 && !stray(r.w.old) || len(new) > 0 && !stray(r.w.new) {
		return
	}
	r.take(old, new, punctuation)
}

// maxMark is how many figures a footnote mark has.
const maxMark = 3

// stray tells whether a text ends in a number that counts nothing and ends no
// list of numbers.
func stray(us []unit) bool {
	n := len(us)
	return n > 2 && len(us[n-1].Text) <= maxMark && us[n-2].Kind == token.Punct && us[n-2].Text != "(" &&
		us[n-3].Kind == token.Word
}

// numberCause tells a number changed from the number of a paragraph that moved
// with the numbering: only a number of its own weight counts.
func (r *reading) numberCause(o, n int) cause {
	if letters(r.w.old[o].key) == letters(r.w.new[n].key) && strings.Count(r.w.old[o].key, ".") == strings.Count(r.w.new[n].key, ".") {
		return respelt
	}
	return numberChanged
}
