package nature

import (
	"slices"
	"strconv"
	"strings"

	"reprise/internal/lexicon"
	"reprise/internal/token"
)

// sessions explains ordinals of sessions and other ordinals.
func (r *reading) sessions(h hunk) []claim {
	out := r.pair(h, isKind(token.Session), r.sessionCause)
	out = append(out, r.pairWhere(h, isKind(token.Ordinal), func(o, n int) bool { return r.sameNear(o, n, 1) }, func(o, n int) Cause { return OrdinalRolled })...)
	return append(out, r.alone(h, isKind(token.Session), SessionDropped, SessionNamed)...)
}

// hundred is what the two parts of a proportion make: "60/40".
const hundred = 100

// proportions tells "50/50" from a resolution: two numbers that make a hundred,
// with no citation and no word that carries one before them.
func (s *Setting) proportions(us []unit) {
	for i := range us {
		first, second, ok := strings.Cut(us[i].Text, "/")
		if us[i].Kind != token.Citation || !ok {
			continue
		}
		a, errA := strconv.Atoi(first)
		b, errB := strconv.Atoi(second)
		if errA != nil || errB != nil || a+b != hundred {
			continue
		}
		before := i - 1
		for before >= 0 && (us[before].Kind == token.Punct || us[before].Stop) {
			before--
		}
		carries := before >= 0 && (us[before].Kind == token.Citation || us[before].Kind == token.Date || s.lex.Phrases().Classes(us[before].Key)&lexicon.CitingClass != 0)
		if !carries {
			us[i].Kind = token.Number
		}
	}
}

func isKind(k token.Kind) func(*unit) bool {
	return func(u *unit) bool { return u.Kind == k }
}

// pair explains atoms that give way to atoms of their kind, in order.
func (r *reading) pair(h hunk, is func(*unit) bool, rolled func(o, n int) Cause) []claim {
	return r.pairWhere(h, is, func(int, int) bool { return true }, rolled)
}

// pairWhere is pair for atoms that face each other where they fit.
func (r *reading) pairWhere(h hunk, is func(*unit) bool, fits func(o, n int) bool, rolled func(o, n int) Cause) []claim {
	var out []claim
	old, new := r.oldRun(h).left(is), r.newRun(h).left(is)
	for i, k := 0, 0; i < len(old) && k < len(new); {
		switch {
		case fits(old[i], new[k]):
			out = append(out, r.take(old[i:i+1], new[k:k+1], rolled(old[i], new[k]))...)
			i, k = i+1, k+1
		case len(old)-i < len(new)-k:
			k++
		case len(old)-i > len(new)-k:
			i++
		default:
			i, k = i+1, k+1
		}
	}
	return out
}

// alone explains atoms that only one side has, where nothing else of weight
// comes with them; what comes with words is part of the wording.
func (r *reading) alone(h hunk, is func(*unit) bool, dropped, named Cause) []claim {
	old := r.oldRun(h).left(is)
	new := r.newRun(h).left(is)
	words := func(u *unit) bool { return saying(u) && !is(u) && u.Class&lexicon.DeadlineClass == 0 }
	if len(old) > 0 && len(r.newRun(h).left(words)) > 0 || len(new) > 0 && len(r.oldRun(h).left(words)) > 0 {
		return nil // it gave way to words, or they to it
	}
	var out []claim
	if len(old) > 0 && r.light(r.w.Old, h.O0, h.O1, is) {
		out = append(out, r.take(r.wholeOr(r.oldRun(h), old), nil, dropped)...)
	}
	if len(new) > 0 && r.light(r.w.New, h.N0, h.N1, is) {
		out = append(out, r.take(nil, r.wholeOr(r.newRun(h), new), named)...)
	}
	return out
}

// wholeOr is a run whole where no pass has explained any of it, else what is left.
func (r *reading) wholeOr(in run, left []int) []int {
	if slices.Contains(in.done[in.from:in.to], true) {
		return left
	}
	return span(in.from, in.to)
}

// light tells whether a run holds nothing of weight but what the test names.
func (r *reading) light(us []unit, from, to int, is func(*unit) bool) bool {
	const light = lexicon.GrammarClass | lexicon.CitingClass | lexicon.ListingClass | lexicon.DeadlineClass
	for i := from; i < to; i++ {
		if !is(&us[i]) && us[i].Kind != token.Punct && us[i].Class&light == 0 && !r.lex.Word(us[i].Key).Is(lexicon.SessionRole) {
			return false
		}
	}
	return true
}
