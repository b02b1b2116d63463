package nature

import (
	"slices"

	"reprise/internal/lexicon"
	"reprise/internal/token"
)

// maxMember is the longest member of a list, in units; more is a sentence.
const maxMember = 12

// member tells whether a run reads as a member of a list: a mark or a word that
// joins parts it from its neighbours, and it opens as a thing does, not as an
// aside ("including in the north", "in coordination with the keepers").
func (r *reading) member(us []unit, from, to int) bool {
	titled := slices.ContainsFunc(us[from:to], func(u unit) bool { return u.Kind == token.Title })
	if to-from > maxMember || titled || r.apposed(us, from, to) || !r.opensMember(us, from, to) {
		return false
	}
	joined := func(i int) bool { return i >= 0 && i < len(us) && us[i].Class&lexicon.ListingClass != 0 }
	parted := func(i int) bool { return i >= 0 && i < len(us) && us[i].Text == "," || joined(i) }
	closed := to == len(us) || us[to].Kind == token.Punct || us[to].Kind == token.Space || joined(to)
	switch {
	case joined(from) || joined(to-1):
		return true
	case parted(from) || parted(from-1):
		return closed && r.inList(us, from, to) || parted(to-1) && parted(from-1)
	case parted(to - 1): // the first of a list: another mark follows
		for i := to; i < min(len(us), to+headReach); i++ {
			if parted(i) {
				return true
			}
		}
	}
	return false
}

// apposed tells whether a run is a name behind what it belongs to, before an aside: "the
// Head of the Guild[, Mary Lamp], in particular her work".
func (r *reading) apposed(us []unit, from, to int) bool {
	for i := from; i < to; i++ {
		if us[i].Text != "," && !capitalised(&us[i]) {
			return false
		}
	}
	if to < len(us) && us[to].Text == "," {
		to++
	}
	return to < len(us) && r.lex.BarsMember(us[to].Key)
}

// inList tells whether another joint of a list stands near a run: one comma alone opens
// an aside ("the lamps, seen from the harbour").
func (r *reading) inList(us []unit, from, to int) bool {
	for i := max(0, from-maxMember); i < min(len(us), to+maxMember); i++ {
		if (i < from-1 || i >= to) && (us[i].Text == "," || us[i].Class&lexicon.ListingClass != 0) {
			return true
		}
	}
	return false
}

// headReach is within how many units the next mark of a list follows its first
// member.
const headReach = 5

// opensMember tells whether the first word of a run behind its marks may open a
// member of a list.
func (r *reading) opensMember(us []unit, from, to int) bool {
	for i := from; i < to; i++ {
		u := &us[i]
		if u.Kind == token.Punct || u.Class&lexicon.ListingClass != 0 {
			continue
		}
		if u.Class&(lexicon.GrammarClass|lexicon.ModalityClass|lexicon.SequenceClass) != 0 {
			return r.lex.OpensMember(u.Key)
		}
		return !r.lex.BarsMember(u.Key) && (i == 0 || !r.opensLimb(us, i) || r.nounAt(us, i, i+1))
	}
	return false
}
