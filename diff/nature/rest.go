package nature

import (
	"slices"

	"reprise/internal/lexicon"
	"reprise/internal/token"
)

// rest explains what no other pass did: grammar and punctuation if it has no
// content, else the wording of the whole hunk, which in doubt is substantive.
func (r *reading) rest(h hunk) []claim {
	out := r.restOfName(h)
	old := r.oldRun(h).left(everything)
	new := r.newRun(h).left(everything)
	if len(old)+len(new) == 0 {
		return out
	}
	content := r.hasContent(r.w.Old, old) || r.hasContent(r.w.New, new)
	if !content && len(old)+len(new) < h.O1-h.O0+h.N1-h.N0 {
		return out // what is left only holds together what is explained
	}
	h.O0, h.N0 = min(max(h.O0, r.oldLead), h.O1), min(max(h.N0, r.newLead), h.N1)
	if r.leadsOnly(r.oldRun(h), r.oldLimbs) && contentAt(r.w.New, new).total > fewAlike {
		h.O1 = h.O0
	}
	if r.leadsOnly(r.newRun(h), r.newLimbs) && contentAt(r.w.Old, old).total > fewAlike {
		h.N1 = h.N0
	}
	was, is := around(r.w.Old[h.O0:h.O1]), around(r.w.New[h.N0:h.N1])
	switch {
	case !content && r.plain(r.w.Old, old) && r.plain(r.w.New, new):
		return append(out, r.claim(Punctuation, was, is)...)
	case !content && (r.exchanged(old, new) || r.otherTense(old, new) || r.quantified(r.w.Old, old, new) || r.quantified(r.w.New, new, old) || r.estimated(r.w.Old, old) || r.estimated(r.w.New, new)):
		return append(out, r.claim(WordsChanged, was, is)...)
	case !content:
		return append(out, r.claim(Grammar, was, is)...)
	}
	words := r.wording(h, old, new)
	if len(words) > 0 && (words[0].cause == MovedOut || words[0].cause == MovedIn) {
		return append(out, words...)
	}
	weights := r.weights(old, new)
	out = append(out, weights...)
	if slices.ContainsFunc(weights, func(c claim) bool { return was.within(c.old) && is.within(c.new) }) {
		return out // there is no more to it
	}
	if len(words) == 0 || words[0].cause != ActorNamed && words[0].cause != ActorDropped {
		out = append(out, r.actorsWithin(old, new)...)
	}
	return append(out, words...)
}

// leadsOnly tells whether all that a run says are leads of limbs that are explained: they
// are told by themselves. A verb that faces a word or two is told with them.
func (r *reading) leadsOnly(in run, limbs []limb) bool {
	lead := func(i int) bool {
		return in.done[i] && slices.ContainsFunc(limbs, func(l limb) bool { return l.above == nil && l.from <= i && i < l.to })
	}
	for i := in.from; i < in.to; i++ {
		if !lead(i) && !joins(&in.us[i]) {
			return false
		}
	}
	return true
}

// exchanged tells whether a word of grammar gave way to another that changes who
// does it or with what: "approved by the Council", "approved with the Council".
func (r *reading) exchanged(old, new []int) bool {
	return len(old) == 1 && len(new) == 1 && r.lex.Exchanged(r.w.Old[old[0]].Key, r.w.New[new[0]].Key)
}

// otherTense tells whether a statement of what is became one of what was, or the
// other way: "is a danger", "has been a danger". Where the calendar moved on in
// the same clause, tense follows it.
func (r *reading) otherTense(old, new []int) bool {
	was, is := r.tense(r.w.Old, old), r.tense(r.w.New, new)
	return was != "" && is != "" && was != is && !r.rolled()
}

// tense is the row of the language's file in which one of some words stands;
// the last counts, as in "has been". "" where none does.
func (r *reading) tense(us []unit, at []int) string {
	tense := ""
	for _, i := range at {
		if row := r.lex.Tense(us[i].Key); row != "" {
			tense = row
		}
	}
	return tense
}

// quantified tells whether an article came or went that tells all from some:
// "from territories", "from the territories".
func (r *reading) quantified(us []unit, at, other []int) bool {
	if len(at) != 1 || len(other) > 0 || at[0] == 0 || at[0]+1 == len(us) {
		return false
	}
	return r.lex.Quantifies(us[at[0]-1].Key, us[at[0]].Key, us[at[0]+1].Key)
}

// estimated tells whether one of some words makes the number behind it a rough one:
// "about 20 lamps".
func (r *reading) estimated(us []unit, at []int) bool {
	return slices.ContainsFunc(at, func(i int) bool {
		return i+1 < len(us) && r.lex.Estimates(us[i].Key) && (us[i+1].Kind == token.Number || r.lex.Cardinal(us[i+1].Key) > 0)
	})
}

// wording tells of content that no other pass explains: the first of what it may be that
// holds.
func (r *reading) wording(h hunk, old, new []int) []claim {
	was, is := around(r.w.Old[h.O0:h.O1]), around(r.w.New[h.N0:h.N1])
	for _, try := range []struct {
		may bool
		c   Cause
	}{
		{len(old) == 0 && r.headedByActor(r.w.New, r.newLimbs, new), ActorNamed},
		{len(new) == 0 && r.headedByActor(r.w.Old, r.oldLimbs, old), ActorDropped},
		{len(old) == 0 && r.member(r.w.New, h.N0, h.N1) && r.newTo(r.w.Old, r.w.New, new), ListGrown},
		{len(new) == 0 && r.member(r.w.Old, h.O0, h.O1) && r.newTo(r.w.New, r.w.Old, old), ListShrunk},
		{h.O0 == h.O1, WordsAdded},
		{h.N0 == h.N1, WordsDropped},
		{true, WordsChanged},
	} {
		if try.may {
			if told := r.claim(try.c, was, is); len(told) > 0 {
				return told
			}
		}
	}
	return nil
}

// newTo tells whether a text has little of some units of the other: a member that it
// has elsewhere does not join or leave a list.
func (r *reading) newTo(text, us []unit, at []int) bool {
	return contentAt(us, at).cover(contentOf(text)) < alikeShare
}

// restOfName explains what is left of a name on one side only, where the other
// side has the short name: "Economic and Social Council at its 2217 session".
func (r *reading) restOfName(h hunk) []claim {
	var out []claim
	content := func(u *unit) bool {
		return u.Kind != token.Punct && u.Class&(lexicon.GrammarClass|lexicon.ListingClass) == 0
	}
	old := r.oldRun(h).left(content)
	new := r.newRun(h).left(content)
	if len(new) == 0 && len(old) > 0 {
		from, to := r.inName(r.w.Old, r.oldDone, old)
		if r.shortens(run{r.w.OldText, r.w.Old, r.oldDone, from, to}, r.NewBody()) {
			out = append(out, r.take(span(from, to), nil, NameVaried)...)
		}
	}
	if len(old) == 0 && len(new) > 0 {
		from, to := r.inName(r.w.New, r.newDone, new)
		if r.shortens(run{r.w.NewText, r.w.New, r.newDone, from, to}, r.OldBody()) {
			out = append(out, r.take(nil, span(from, to), NameVaried)...)
		}
	}
	return out
}

// inName is the run of some content with the grammar that ties it to what
// stands before: "[for] Kite Education".
func (r *reading) inName(us []unit, done []bool, at []int) (from, to int) {
	from, to = at[0], at[len(at)-1]+1
	for from > 0 && !done[from-1] && us[from-1].Class&lexicon.GrammarClass != 0 {
		from--
	}
	return from, to
}

func everything(*unit) bool { return true }

// hasContent tells whether units hold more than grammar and marks.
func (r *reading) hasContent(us []unit, at []int) bool {
	for _, i := range at {
		u := &us[i]
		if u.Kind == token.Punct || u.Kind == token.Space {
			continue
		}
		if u.Class&(lexicon.ModalityClass|lexicon.QualifierClass) != 0 || u.Class&(lexicon.GrammarClass|lexicon.ListingClass|lexicon.SequenceClass) == 0 {
			return true
		}
	}
	return false
}

// plain tells whether units are marks and list words only.
func (r *reading) plain(us []unit, at []int) bool {
	for _, i := range at {
		if us[i].Kind != token.Punct && us[i].Kind != token.Space && us[i].Class&lexicon.ListingClass == 0 {
			return false
		}
	}
	return true
}
