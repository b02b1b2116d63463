package nature

import (
	"slices"

	"reprise/internal/lexicon"
	"reprise/internal/token"
)

// derived explains a hunk whose words are all made of the other side's, word by word:
// "to properly fulfil the mandate", "for the proper fulfilment of the mandate".
func (r *reading) derived(h hunk) []claim {
	old, new := r.oldRun(h).left(saying), r.newRun(h).left(saying)
	if len(old) == 0 || len(old) != len(new) {
		return nil
	}
	made := false
	for k := range old {
		a, b := r.w.Old[old[k]].Key, r.w.New[new[k]].Key
		derived := r.lex.Derived(a, b)
		if a != b && !derived && !r.lex.Inflected(a, b) {
			return nil
		}
		made = made || derived
	}
	var out []claim
	for k := range old {
		if made {
			out = append(out, r.take(old[k:k+1], new[k:k+1], Inflected)...)
		}
	}
	return out
}

// objectReach is how many units behind a verb its object stands: "implement all necessary
// measures".
const objectReach = 4

// working explains a verb that gave way to another that does the same work with the object
// behind both: "take all necessary measures", "implement all necessary measures".
func (r *reading) working(h hunk) []claim {
	old, new := r.oldRun(h).left(saying), r.newRun(h).left(saying)
	if len(old) != 1 || len(new) != 1 || old[0] != h.O1-1 || new[0] != h.N1-1 {
		return nil
	}
	for k := range objectReach {
		o, n := h.O1+k, h.N1+k
		if o >= len(r.w.Old) || n >= len(r.w.New) || r.w.Old[o].Key != r.w.New[n].Key || r.w.Old[o].Kind != token.Word {
			return nil
		}
		if r.lex.SameWork(r.w.Old[old[0]].Key, r.w.New[new[0]].Key, r.w.Old[o].Key) {
			return r.take(old, new, Synonym)
		}
	}
	return nil
}

// derivedApart explains what one text says before a thing and the other behind it, by
// the same word or one made of it: "vulnerable situations", "situations of vulnerability".
func (r *reading) derivedApart() []claim {
	var out []claim
	for i := 0; i+1 < len(r.w.Hunks); i++ {
		a, b := r.w.Hunks[i], r.w.Hunks[i+1]
		if !r.oneThing(a.O1, b.O0) {
			continue
		}
		for _, turn := range [][2]hunk{{a, b}, {b, a}} {
			o, n := r.oldRun(turn[0]).left(saying), r.newRun(turn[1]).left(saying)
			alone := len(o) == 1 && len(n) == 1 && len(r.newRun(turn[0]).left(saying))+len(r.oldRun(turn[1]).left(saying)) == 0
			joined := r.joinedBy(r.w.Old[turn[0].O0:turn[0].O1]) != r.joinedBy(r.w.New[turn[1].N0:turn[1].N1])
			if !alone || !joined {
				continue
			}
			if x, y := r.w.Old[o[0]].Key, r.w.New[n[0]].Key; r.lex.Derived(x, y) || r.lex.Inflected(x, y) {
				out = append(out, r.take(o, n, Inflected)...)
				r.mark(span(turn[0].O0, turn[0].O1), span(turn[1].N0, turn[1].N1))
			}
		}
	}
	return out
}

// oneThing tells whether some units of the old text are words of one thing.
func (r *reading) oneThing(from, to int) bool {
	for i := from; i < to; i++ {
		if u := &r.w.Old[i]; u.Kind != token.Word || u.Class&(lexicon.ModalityClass|lexicon.ListingClass|lexicon.ActorClass) != 0 {
			return false
		}
	}
	return from < to && to-from <= hopReach
}

// saying tells a unit that is more than a mark or a word of grammar.
func saying(u *unit) bool {
	return u.Kind != token.Punct && u.Kind != token.Space && u.Class&(lexicon.GrammarClass|lexicon.ListingClass) == 0
}

// maxReferent is how many content words a pronoun may stand for; more is a statement.
const maxReferent = 5

// referents explains a hunk that says on one side by a pronoun what the other names, all
// of which the clause has named before: "until the question is resolved", "until it is".
func (r *reading) referents(h hunk) []claim {
	old, new := r.oldRun(h).left(everything), r.newRun(h).left(everything)
	if r.standsFor(r.w.Old, old, r.w.New, new) || r.standsFor(r.w.New, new, r.w.Old, old) {
		return r.take(old, new, Referent)
	}
	return nil
}

// standsFor tells whether some units are a pronoun with words of grammar, and those of
// the other text name what both have named before.
func (r *reading) standsFor(us []unit, at []int, other []unit, named []int) bool {
	if !slices.ContainsFunc(at, func(i int) bool { return r.lex.Pronoun(us[i].Key) }) || slices.ContainsFunc(at, func(i int) bool { return saying(&us[i]) }) {
		return false
	}
	n := 0
	for _, i := range named {
		u := &other[i]
		if !saying(u) {
			continue
		}
		if n++; u.Class&(lexicon.ModalityClass|lexicon.QualifierClass) != 0 || !namedBefore(us[:at[0]], u.Key) || !namedBefore(other[:named[0]], u.Key) {
			return false
		}
	}
	return 0 < n && n <= maxReferent
}

// whoseReach is how many units before what something belongs to its pronoun stands: "[the]
// full participation [of women]", "their full participation".
const whoseReach = 6

// whose explains what one text names behind its thing and the other puts a pronoun for
// before it, where the clause has named it before: "the rest of bakers", "their rest".
func (r *reading) whose(h hunk) []claim {
	switch {
	case h.N0 == h.N1 && r.belongs(r.oldRun(h), r.w.New, h.N0):
		return r.take(span(h.O0, h.O1), nil, Referent)
	case h.O0 == h.O1 && r.belongs(r.newRun(h), r.w.Old, h.O0):
		return r.take(nil, span(h.N0, h.N1), Referent)
	}
	return nil
}

// belongs tells whether a run says whose something is, by words that stand before in its
// text, and the other text has a changed pronoun shortly before the same place.
func (r *reading) belongs(in run, other []unit, at int) bool {
	if in.from == in.to || !r.lex.JoinsCompound(in.us[in.from].Key) {
		return false
	}
	n := 0
	for i := in.from; i < in.to; i++ {
		if u := &in.us[i]; saying(u) {
			if n++; u.Class&(lexicon.ModalityClass|lexicon.QualifierClass) != 0 || !namedBefore(in.us[:in.from], u.Key) && !namedBefore(other[:at], u.Key) {
				return false
			}
		}
	}
	if n == 0 || n > maxReferent {
		return false
	}
	for i := at - 1; i >= max(0, at-whoseReach); i-- {
		if r.lex.Pronoun(other[i].Key) && r.touched(&other[0] == &r.w.Old[0], i, i+1) {
			return true
		}
	}
	return false
}

func namedBefore(us []unit, key string) bool {
	return slices.ContainsFunc(us, func(u unit) bool { return u.Key == key })
}

// maxForms is how many words with one beginning are looked through for another form
// of a word: a hunk of a real text has fewer, and one of a hundred thousand words
// would take the square of that.
const maxForms = 64

// inflections explains words of one hunk that are one word in two forms.
func (r *reading) inflections(h hunk) []claim {
	var out []claim
	word := func(u *unit) bool { return u.Kind == token.Word && !u.Stop }
	new := map[string][]int{} // by their roots, in order
	for _, n := range r.newRun(h).left(word) {
		root := lexicon.Root(r.w.New[n].Key)
		new[root] = append(new[root], n)
	}
	for _, o := range r.oldRun(h).left(word) {
		a := r.w.Old[o].Key
		alike := new[lexicon.Root(a)]
		for k, n := range alike[:min(len(alike), maxForms)] {
			b := r.w.New[n].Key
			if a != b && !r.lex.Inflected(a, b) {
				continue
			}
			if a == b {
				r.mark([]int{o}, []int{n})
			} else {
				out = append(out, r.take([]int{o}, []int{n}, Inflected)...)
			}
			new[lexicon.Root(a)] = append(alike[:k:k], alike[k+1:]...)
			break
		}
	}
	return out
}
