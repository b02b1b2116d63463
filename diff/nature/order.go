package nature

import (
	"slices"
	"strings"

	"reprise/internal/lexicon"
	"reprise/internal/token"
)

// order explains words that stand elsewhere in the same clause: a phrase that
// went in one place whole and came whole in another, then single words, where
// every content word of the clause's change is found again; words that also
// changed are not an order.
func (r *reading) order() []claim {
	var out []claim
	var old, new []int
	for _, h := range r.w.Hunks {
		o, n := r.movedPhrase(h)
		r.mark(o, n)
		r.takeAlong(o, n)
		old, new = append(old, o...), append(new, n...)
	}
	o, n := r.movedWords()
	r.mark(o, n)
	r.takeAlong(o, n)
	old, new = append(old, o...), append(new, n...)
	for _, m := range r.moves(old, new) {
		c := OrderChanged
		if r.turned(m) {
			c = OrderTurned
		}
		out = append(out, r.claim(c, about(r.w.Old, m.old[:1]), about(r.w.New, m.new[:1]))...)
	}
	return out
}

// takeAlong explains the words of grammar or degree right before words that moved, where
// they went with them: "more effectively".
func (r *reading) takeAlong(old, new []int) {
	for k := range min(len(old), len(new)) {
		for o, n := old[k]-1, new[k]-1; o >= 0 && n >= 0 && r.w.Old[o].Key == r.w.New[n].Key && r.w.Old[o].Stop; o, n = o-1, n-1 {
			if !r.touched(true, o, o+1) || !r.touched(false, n, n+1) {
				break
			}
			r.mark([]int{o}, []int{n})
		}
	}
}

// ordered tells a word whose place can matter.
func ordered(u *unit) bool { return u.Anchor() && u.Class&lexicon.GrammarClass == 0 }

// movedPhrase finds the words that a hunk only drops where another hunk only
// adds the same.
func (r *reading) movedPhrase(h hunk) (old, new []int) {
	old = r.oldRun(h).left(ordered)
	if len(old) == 0 || len(r.newRun(h).left(ordered)) > 0 {
		return nil, nil
	}
	for _, other := range r.w.Hunks {
		new = r.newRun(other).left(ordered)
		same := len(r.oldRun(other).left(ordered)) == 0 &&
			slices.EqualFunc(old, new, func(o, n int) bool { return r.w.Old[o].Key == r.w.New[n].Key })
		if same {
			return old, new
		}
	}
	return nil, nil
}

// movedWords pairs the words of all hunks, where each is found again.
func (r *reading) movedWords() (old, new []int) {
	free := map[string][]int{}
	oldLeft, newLeft := 0, 0
	for _, h := range r.w.Hunks {
		for _, i := range r.newRun(h).left(ordered) {
			free[r.w.New[i].Key] = append(free[r.w.New[i].Key], i)
			newLeft++
		}
	}
	for _, h := range r.w.Hunks {
		for _, i := range r.oldRun(h).left(ordered) {
			oldLeft++
			if at := free[r.w.Old[i].Key]; len(at) > 0 {
				old, new = append(old, i), append(new, at[0])
				free[r.w.Old[i].Key] = at[1:]
			}
		}
	}
	if len(old) < oldLeft || len(new) < newLeft {
		return nil, nil
	}
	return old, new
}

// move is words that changed places with each other and what they moved over:
// the hunks from:to with what was kept between them.
type move struct {
	old, new []int // pairs
	from, to int
}

// moves parts words that stand elsewhere into those that moved over each other.
func (r *reading) moves(old, new []int) []move {
	var out []move
	for k := range old {
		a := slices.IndexFunc(r.w.Hunks, func(h hunk) bool { return h.O0 <= old[k] && old[k] < h.O1 })
		b := slices.IndexFunc(r.w.Hunks, func(h hunk) bool { return h.N0 <= new[k] && new[k] < h.N1 })
		out = append(out, move{old[k : k+1 : k+1], new[k : k+1 : k+1], min(a, b), max(a, b) + 1})
	}
	slices.SortStableFunc(out, func(a, b move) int { return a.from - b.from })
	joined := out[:0]
	for _, m := range out {
		if n := len(joined); n > 0 && m.from < joined[n-1].to {
			last := &joined[n-1]
			last.old, last.new, last.to = append(last.old, m.old...), append(last.new, m.new...), max(last.to, m.to)
			continue
		}
		joined = append(joined, m)
	}
	return joined
}

// hopReach is how many content words an adverbial or qualifier may hop over and
// still say the same of the same verb: "report, as appropriate", "as appropriate,
// report".
const hopReach = 4

// turned tells whether words that moved may have turned the sense round. They
// have not where they are members of one list in another order, where one whole
// phrase without an actor went elsewhere ("submit to the Council a full report"),
// nor where all that moved is an adverbial, and that not far and not past a word
// that joins.
func (r *reading) turned(m move) bool {
	if r.compound(m) || r.besideIts(m) || r.owned(m) {
		return false
	}
	first, last := r.w.Hunks[m.from], r.w.Hunks[m.to-1]
	old, new := run{us: r.w.Old, from: first.O0, to: last.O1}, run{us: r.w.New, from: first.N0, to: last.N1}
	if !slices.ContainsFunc(m.old, func(o int) bool { return r.qualifies(r.w.Old, o) }) {
		if r.wholePhrase(m) {
			return false
		}
		a, b := r.members(old, m.old), r.members(new, m.new)
		if len(a) > 1 && slices.Equal(a, b) {
			return false
		}
	}
	over, adverbs := 0, 0
	for i := old.from; i < old.to; i++ {
		u := &r.w.Old[i]
		if r.changed(old, i) {
			continue
		}
		if u.Class&lexicon.ListingClass != 0 || u.Class&lexicon.ModalityClass != 0 {
			return true
		}
		over += one(ordered(u))
		adverbs += one(ordered(u) && (u.Class&lexicon.IntervalClass != 0 || r.lex.Adverb(u.Key)))
	}
	if over > 0 && over == adverbs { // it is the adverb that hopped
		return false
	}
	return over > hopReach || slices.ContainsFunc(m.old, func(o int) bool { return !r.adverbial(o) })
}

// compound tells whether one noun hopped over what belongs to it: "resolutions of the
// Council", "Council resolutions". Its preposition goes with it, and no mark, verb of
// leads, qualifier or word that binds stands between.
func (r *reading) compound(m move) bool {
	if len(m.old) != 1 || m.to-m.from != 2 {
		return false
	}
	u := &r.w.Old[m.old[0]]
	if u.Kind != token.Word || u.Class&(lexicon.ActorClass|lexicon.QualifierClass|lexicon.ModalityClass|lexicon.LeadClass) != 0 || capitalised(u) {
		return false
	}
	first, last := r.w.Hunks[m.from], r.w.Hunks[m.to-1]
	over := 0
	for i := first.O1; i < last.O0; i++ {
		if k := &r.w.Old[i]; k.Kind == token.Punct || k.Kind == token.Space || k.Class&(lexicon.ModalityClass|lexicon.QualifierClass) != 0 || r.leadAt(i) {
			return false
		}
		over += one(ordered(&r.w.Old[i]))
	}
	joined := r.joinedBy(r.w.Old[first.O0:first.O1]) || r.joinedBy(r.w.Old[last.O0:last.O1]) || r.joinedBy(r.w.New[first.N0:first.N1]) || r.joinedBy(r.w.New[last.N0:last.N1])
	return joined && over <= hopReach
}

// leadAt tells whether a unit of the old text opens a limb; elsewhere a word of leads is a
// noun ("assistance and support").
func (r *reading) leadAt(i int) bool {
	return slices.ContainsFunc(r.oldLimbs, func(l limb) bool { return l.from <= i && i < l.to })
}

// besideIts tells whether one noun hopped over nothing but a qualifier of its own ("the
// measures necessary", "the necessary measures"), or a lead over a phrase that links ("and
// calls in this regard for", "and in this regard calls for").
func (r *reading) besideIts(m move) bool {
	if len(m.old) != 1 || m.to-m.from != 2 {
		return false
	}
	from, to := r.w.Hunks[m.from].O1, r.w.Hunks[m.to-1].O0
	u := &r.w.Old[m.old[0]]
	if u.Class&lexicon.LeadClass != 0 {
		return r.linked(r.w.Old, to) == to-from && to > from
	}
	return to == from+1 && u.Class&(lexicon.ActorClass|lexicon.ModalityClass|lexicon.QualifierClass) == 0 && !capitalised(u) &&
		r.w.Old[from].Class&lexicon.QualifierClass != 0 && r.w.Old[from].Class&lexicon.ModalityClass == 0
}

// owned tells whether one phrase is in one text the one to whom something is done, and in
// the other the owner of it: "provide the keeper with oil for the reef", "provide oil for
// the reef of the keeper". It hops over no other actor, mark or word that joins.
func (r *reading) owned(m move) bool {
	for k := 1; k < len(m.old); k++ {
		if m.old[k] != m.old[k-1]+1 || m.new[k] != m.new[k-1]+1 {
			return false
		}
	}
	object := func(us []unit, to int) bool { return to < len(us) && r.lex.MarksObject(us[to].Key) }
	owner := func(us []unit, from int) bool {
		for from > 0 && us[from-1].Stop && !r.lex.JoinsCompound(us[from-1].Key) {
			from--
		}
		return from > 0 && r.lex.JoinsCompound(us[from-1].Key)
	}
	o0, o1, n0, n1 := m.old[0], m.old[len(m.old)-1]+1, m.new[0], m.new[len(m.new)-1]+1
	if !(object(r.w.Old, o1) && r.touched(true, o1, o1+1) && owner(r.w.New, n0)) && !(object(r.w.New, n1) && r.touched(false, n1, n1+1) && owner(r.w.Old, o0)) {
		return false
	}
	for i := r.w.Hunks[m.from].O1; i < r.w.Hunks[m.to-1].O0; i++ {
		if u := &r.w.Old[i]; u.Kind == token.Punct && u.Text != "," || u.Kind == token.Space || u.Class&(lexicon.ActorClass|lexicon.ModalityClass) != 0 || r.leadAt(i) {
			return false
		}
	}
	return true
}

// joinedBy tells whether a preposition that makes one thing part of another stands
// among some units.
func (r *reading) joinedBy(us []unit) bool {
	return slices.ContainsFunc(us, func(u unit) bool { return r.lex.JoinsCompound(u.Key) })
}

// wholePhrase tells whether what moved is one phrase of some words, none of them
// an actor, that stands together in both texts.
func (r *reading) wholePhrase(m move) bool {
	for k := range m.old {
		u := &r.w.Old[m.old[k]]
		if u.Class&lexicon.ActorClass != 0 || capitalised(u) || k > 0 && (m.old[k] != m.old[k-1]+1 || m.new[k] != m.new[k-1]+1) {
			return false
		}
	}
	return len(m.old) > 1
}

// members are the members of a list in a run, sorted: the content between commas
// and words that join, of what moved and what was kept.
func (r *reading) members(in run, moved []int) []string {
	var out []string
	var member strings.Builder
	end := func() {
		if member.Len() > 0 {
			out = append(out, member.String())
			member.Reset()
		}
	}
	for i := in.from; i < in.to; i++ {
		u := &in.us[i]
		switch {
		case u.Text == "," || u.Text == ";" || u.Class&lexicon.ListingClass != 0 || u.Class&lexicon.ModalityClass != 0 && u.Stop:
			end()
		case ordered(u) && (!r.changed(in, i) || slices.Contains(moved, i)):
			member.WriteString(u.Key + " ")
		}
	}
	end()
	slices.Sort(out)
	return out
}

// changed tells whether a unit of a run stands in a hunk.
func (r *reading) changed(in run, i int) bool {
	return slices.ContainsFunc(r.w.Hunks, func(h hunk) bool {
		if r.isOld(in.us) {
			return h.O0 <= i && i < h.O1
		}
		return h.N0 <= i && i < h.N1
	})
}

// qualifies tells whether a unit is part of a phrase of several words that
// qualifies a verb: "as appropriate".
func (r *reading) qualifies(us []unit, at int) bool {
	for i := at; i >= 0 && i > at-maxQualifier; i-- {
		m, ok := r.lex.Phrases().At(len(us)-i, func(k int) string { return us[i+k].Key }, lexicon.QualifierClass)
		if ok && m.Length > 1 && i+m.Length > at {
			return true
		}
	}
	return false
}

// maxQualifier is how many words a phrase that qualifies has.
const maxQualifier = 6

// adverbial tells whether a word of the old text says when, where or how: a date
// or session, a qualifier, an adverb, or one behind a preposition of time or place.
func (r *reading) adverbial(o int) bool {
	u := &r.w.Old[o]
	if u.Kind == token.Date || u.Kind == token.Session || u.Class&(lexicon.QualifierClass|lexicon.IntervalClass) != 0 || r.lex.Adverb(u.Key) {
		return true
	}
	for i := o - 1; i >= 0 && r.changed(run{us: r.w.Old}, i); i-- {
		if r.w.Old[i].Class&lexicon.ListingClass != 0 || r.w.Old[i].Text == "," {
			return false
		}
		if r.lex.OpensAdverbial(r.w.Old[i].Key) {
			return true
		}
	}
	return false
}
