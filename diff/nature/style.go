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
	if len(old) == 1 && r.relative(h, r.w.Old[old[0]].Key, r.w.New[new[0]].Key) {
		return r.take(old, new, Inflected)
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

// relative tells whether one text says by a clause with a pronoun what the other says by a
// participle: "by which it established a lamp", "establishing a lamp".
func (r *reading) relative(h hunk, a, b string) bool {
	opens := func(in run) bool {
		return slices.ContainsFunc(in.us[in.from:in.to], func(u unit) bool { return r.lex.Relative(u.Key, a, b) })
	}
	return opens(r.oldRun(h)) != opens(r.newRun(h))
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
