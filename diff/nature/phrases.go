package nature

import (
	"slices"

	"reprise/internal/lexicon"
	"reprise/internal/token"
)

// phraseCauses are the causes of phrases of a class that were added, dropped
// or exchanged.
var phraseCauses = []struct {
	class                 Class
	added, dropped, other Cause
}{
	{lexicon.ModalityClass, ModalityChanged, ModalityChanged, ModalityChanged},
	{lexicon.IntervalClass, IntervalChanged, IntervalChanged, IntervalChanged},
	{lexicon.QualifierClass, QualifierAdded, QualifierDropped, QualifierChanged},
	{lexicon.ActorClass, ActorNamed, ActorDropped, ActorChanged},
	{lexicon.LinkClass, Grammar, Grammar, Grammar}, // "therefore", "in this regard": it says nothing of its own
}

// phrases explains a hunk all of whose content is one phrase that the language
// knows: a qualifier, an actor, a word that binds.
func (r *reading) phrases(h hunk) []claim {
	for _, p := range phraseCauses {
		old, okOld := r.only(r.oldRun(h), p.class)
		new, okNew := r.only(r.newRun(h), p.class)
		if !okOld || !okNew || len(old)+len(new) == 0 {
			continue
		}
		switch {
		case r.sameRow(old, new):
			return r.take(old, new, Inflected)
		case p.class == lexicon.QualifierClass && r.sameQualifiers(old, new):
			return r.take(old, new, OrderTurned)
		case p.class == lexicon.QualifierClass && (r.repeats(r.w.Old, old, new) || r.repeats(r.w.New, new, old)):
			return r.take(old, new, Grammar)
		case p.class == lexicon.ModalityClass && (r.likely(r.w.Old, old) || r.likely(r.w.New, new)):
			return nil // a guess binds nobody
		case p.class == lexicon.ModalityClass && (r.inCitation(r.w.Old, old) || r.inCitation(r.w.New, new)):
			return r.take(old, new, Grammar)
		case p.class == lexicon.ModalityClass: // "and" to "or": what it replaces belongs to it
			return r.take(span(h.O0, h.O1), span(h.N0, h.N1), p.other)
		case p.class == lexicon.ActorClass && len(r.claim(ActorChanged, about(r.w.Old, old), about(r.w.New, new))) == 0:
			return nil // who is asked stays
		case len(old) == 0:
			return r.take(old, new, p.added)
		case len(new) == 0:
			return r.take(old, new, p.dropped)
		default:
			return r.take(old, new, p.other)
		}
	}
	return nil
}

// likely tells whether words that may bind only say what may be so: "lamps that may fail".
func (r *reading) likely(us []unit, at []int) bool {
	for _, i := range at {
		if i == 0 || !r.lex.Guess(us[i-1].Key, us[i].Key) {
			return false
		}
	}
	return len(at) > 0
}

// inCitation tells whether words that may bind stand between a symbol and its date, where
// only a misprint puts them: "resolution 272/58 or 18 December 2217".
func (r *reading) inCitation(us []unit, at []int) bool {
	return len(at) == 1 && at[0] > 0 && at[0]+1 < len(us) && us[at[0]-1].Kind == token.Citation && us[at[0]+1].Kind == token.Date
}

// sameQualifiers tells whether both texts have the words that came or went as often: they
// have only changed their place.
func (r *reading) sameQualifiers(old, new []int) bool {
	for _, i := range old {
		if key := r.w.Old[i].Key; r.standing(true, key) > r.standing(false, key) {
			return false
		}
	}
	for _, i := range new {
		if key := r.w.New[i].Key; r.standing(false, key) > r.standing(true, key) {
			return false
		}
	}
	return len(old)+len(new) > 0
}

// standing counts the units of a key outside the limbs that came or went whole.
func (r *reading) standing(old bool, key string) int {
	us, done, limbs := r.w.New, r.newDone, r.newLimbs
	if old {
		us, done, limbs = r.w.Old, r.oldDone, r.oldLimbs
	}
	n := countKey(us, key)
	for _, l := range limbs {
		if l.pair < 0 && l.above == nil && done[l.from] {
			n -= countKey(us[l.from:l.end], key)
		}
	}
	return n
}

// repeatReach is how many units before a qualifier the same one stands that governs both
// members: "all rights and all freedoms".
const repeatReach = 6

// repeats tells whether the only qualifier that came or went says again, behind a word
// that joins, what one shortly before it says.
func (r *reading) repeats(us []unit, at, other []int) bool {
	if len(at) != 1 || len(other) > 0 || at[0] == 0 || us[at[0]-1].Class&lexicon.ListingClass == 0 {
		return false
	}
	for i := at[0] - 2; i >= max(0, at[0]-repeatReach); i-- {
		if us[i].Key == us[at[0]].Key {
			return true
		}
	}
	return false
}

// sameRow tells whether two single words stand in one row of the language's
// file: "may" and "might".
func (r *reading) sameRow(old, new []int) bool {
	if len(old) != 1 || len(new) != 1 {
		return false
	}
	key := func(us []unit, i int) string {
		m, ok := r.lex.Phrases().At(1, func(int) string { return us[i].Key }, lexicon.ModalityClass|lexicon.IntervalClass)
		if !ok {
			return ""
		}
		return m.Key
	}
	a, b := key(r.w.Old, old[0]), key(r.w.New, new[0])
	return a != "" && a == b
}

// only lists the phrases of a class in a run, false where it also has content
// of another kind.
func (r *reading) only(in run, class Class) ([]int, bool) {
	var out []int
	us, done := in.us, in.done
	for i := in.from; i < in.to; {
		if done[i] {
			i++
			continue
		}
		m, ok := r.lex.Phrases().At(in.to-i, func(k int) string { return us[i+k].Key }, class)
		switch {
		case ok && !slices.Contains(done[i:i+m.Length], true):
			out = append(out, span(i, i+m.Length)...)
			i += m.Length
		case us[i].Class&class != 0:
			out = append(out, i)
			i++
		case us[i].Kind == token.Punct || us[i].Kind == token.Space || us[i].Class&(lexicon.GrammarClass|lexicon.ListingClass|lexicon.SequenceClass) != 0:
			i++
		default:
			return nil, false
		}
	}
	return out, true
}
