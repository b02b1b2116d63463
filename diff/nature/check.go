package nature

import (
	"slices"
	"strings"

	"reprise/align"
	"reprise/internal/lexicon"
	"reprise/internal/token"
	"reprise/resolution"
)

// What is said of a clause is checked here, against the whole of both texts: claim is how
// every pass says something, and checked looks at all that was said together.

// claim is the statement that a cause explains two places, as it holds against both texts:
// what is told as gone or new, and stands in another clause, is told as moved there, or not
// at all where it may be; an actor is not new where the other text names it; a reference is
// not dropped that another clause has now. What reads the same on both sides has changed
// only where its place is what changed. None where nothing of it holds: the pass then goes
// on as if it had not looked.
func (r *reading) claim(c Cause, old, new place) []claim {
	said := claim{cause: c, old: old, new: new}
	switch c {
	case OrderChanged, OrderTurned, PartChanged:
		return []claim{said}
	}
	if !old.empty() && r.w.OldText[old.from:old.to] == r.w.NewText[new.from:new.to] {
		return nil
	}
	switch c {
	case LeadAdded, LeadDropped:
		return r.limbElsewhere(said)
	case ActorNamed, ActorDropped, ActorChanged:
		if !r.newActor(said) && (c != ActorChanged || !r.otherAddressee(said)) {
			return nil
		}
		return r.wordsElsewhere(said)
	case WordsAdded, WordsDropped, WordsChanged, ListGrown, ListShrunk:
		return r.wordsElsewhere(said)
	case CitationDropped, CitationPruned, CitationUnmarked:
		return r.citedElsewhere(said)
	}
	return []claim{said}
}

// limbElsewhere looks for a limb that came or went in the other clauses: one that has it was the
// one that it came from, or is the one that it went to; where one has half of it, nobody
// can tell. What stands beside it in the same change is no other clause.
func (r *reading) limbElsewhere(c claim) []claim {
	d, beside := r.Setting.new, r.newClauses
	if c.cause == LeadAdded {
		d, beside = r.Setting.old, r.oldClauses
	}
	switch at, share := r.elsewhere(d, contentOf(r.withoutLeads(c)), beside); {
	case share >= againShare:
		return []claim{c.movedTo(at)}
	case share >= maybeShare:
		return nil
	}
	return []claim{c}
}

// withoutLeads are the units of a claim of one side that are not of a lead.
func (r *reading) withoutLeads(c claim) []unit {
	us, limbs, p := r.w.Old, r.oldLimbs, c.old
	if c.old.empty() {
		us, limbs, p = r.w.New, r.newLimbs, c.new
	}
	var out []unit
	from, to := unitsIn(us, p)
	for i := from; i < to; i++ {
		if !slices.ContainsFunc(limbs, func(l limb) bool { return l.above == nil && l.from <= i && i < l.to }) {
			out = append(out, us[i])
		}
	}
	return out
}

// unitsIn are the units that stand in a place.
func unitsIn(us []unit, p place) (from, to int) {
	before := func(u unit, at int) int { return u.At - at }
	from, _ = slices.BinarySearchFunc(us, p.from, before)
	to, _ = slices.BinarySearchFunc(us, p.to, before)
	return from, to
}

// movedTo is a claim of what came or went, as it stands in a clause of the other text.
func (c claim) movedTo(at *resolution.Clause) claim {
	if c.old.empty() {
		return claim{cause: MovedIn, new: c.new, oldAbove: Span{Clause: at, To: len(at.Text)}}
	}
	return claim{cause: MovedOut, old: c.old, newAbove: Span{Clause: at, To: len(at.Text)}}
}

// wordsElsewhere looks for words that only came or only went in the other
// clauses, as limbElsewhere does; a clause that had them all along is no place where they went.
func (r *reading) wordsElsewhere(c claim) []claim {
	unexplained := func(in run, p place) []int {
		in.from, in.to = unitsIn(in.us, p)
		return in.left(everything)
	}
	old, new := unexplained(r.oldRun(hunk{}), c.old), unexplained(r.newRun(hunk{}), c.new)
	var at *resolution.Clause
	moved := c
	switch {
	case len(new) == 0:
		at, moved.new = r.movedTo(contentAt(r.w.Old, old), r.Setting.new, r.newClauses, r.Setting.old, r.oldClauses), place{}
	case len(old) == 0:
		at, moved.old = r.movedTo(contentAt(r.w.New, new), r.Setting.old, r.oldClauses, r.Setting.new, r.newClauses), place{}
	}
	if at == nil {
		return []claim{c}
	}
	return []claim{moved.movedTo(at)}
}

// A clause went into another that has most of its words by weight, and most of them row by
// row of two: names that both speak of are no rows of most. (Lower shares told of clauses
// that only speak of one thing.)
const (
	carriedShare = 0.5
	rowShare     = 0.5
)

// Whereabouts tells of a clause that is gone, or new, where the other text has most of its
// words in its order: an ask carried into another ask is not dropped. None where no clause has
// them, or the text had them twice.
func (s *Setting) Whereabouts(l align.Link) []Reason {
	old, new := Joined(l.Old), Joined(l.New)
	var c claim
	var at *resolution.Clause
	switch {
	case len(l.New) == 0:
		at, c.old = s.carriedTo(s.senses(old), s.new, s.old, l.Old), place{0, len(old)}
	case len(l.Old) == 0:
		at, c.new = s.carriedTo(s.senses(new), s.old, s.new, l.New), place{0, len(new)}
	}
	if at == nil {
		return nil
	}
	if c = c.movedTo(at); c.cause == MovedOut {
		c.cause = TakenUp
	} else {
		c.cause = TakesUp
	}
	return reasons([]claim{c}, l.Old, l.New)
}

// carriedTo is the clause of a text that has most of some units in rows; nil for none, or
// where another clause of their own text has them as well.
func (s *Setting) carriedTo(us []unit, d, from *resolution.Document, own []*resolution.Clause) *resolution.Clause {
	c := contentOf(us)
	at, share := s.elsewhere(d, c, nil)
	if share < carriedShare || rowsIn(us, s.senses(at.Text)) < rowShare || s.asksAnyone(own[0]) != s.asksAnyone(at) {
		return nil
	}
	if _, had := s.elsewhere(from, c, own); had >= againShare {
		return nil
	}
	return at
}

// asksAnyone tells whether one of a clause's leads asks someone to act.
func (s *Setting) asksAnyone(c *resolution.Clause) bool {
	r := &reading{Setting: s}
	return slices.ContainsFunc(r.limbs(c.Text, s.senses(c.Text)), func(l limb) bool { return s.lex.Asks(l.act) })
}

// rowsIn is the share of the rows of two words that tell something which others have too,
// of all of them or of those without names, whichever is less.
func rowsIn(us, others []unit) float64 {
	return min(rowShareOf(us, others, tells), rowShareOf(us, others, func(u *unit) bool { return tells(u) && !capitalised(u) }))
}

func rowShareOf(us, others []unit, is func(*unit) bool) float64 {
	rows := func(us []unit) map[[2]string]bool {
		out, before := map[[2]string]bool{}, ""
		for i := range us {
			if !is(&us[i]) {
				continue
			}
			if before != "" {
				out[[2]string{before, us[i].Key}] = true
			}
			before = us[i].Key
		}
		return out
	}
	mine, theirs := rows(us), rows(others)
	n := 0
	for row := range mine {
		n += one(theirs[row])
	}
	return float64(n) / float64(max(1, len(mine)))
}

// newActor tells whether the actor of a claim who is asked, the first of its place, is
// named nowhere in the other text; of actors who changed, one of them.
func (r *reading) newActor(c claim) bool {
	asked := func(us, other []unit, limbs []limb, p place) bool {
		from, to := unitsIn(us, p)
		for i := from; i < to; i++ {
			if r.addressed(us, limbs, i) {
				if c.cause != ActorChanged {
					return !namesActor(other, us[i].Key)
				}
				if countKey(other, us[i].Key) == 0 {
					return true
				}
			}
		}
		return false
	}
	return asked(r.w.Old, r.w.New, r.oldLimbs, c.old) || asked(r.w.New, r.w.Old, r.newLimbs, c.new)
}

// namesActor tells whether some units name an actor, or the same of another sort: "relevant
// stakeholders" are stakeholders, of whom the wording tells which.
func namesActor(us []unit, key string) bool {
	within := func(a, b string) bool { return strings.Contains(" "+b+" ", " "+a+" ") }
	return slices.ContainsFunc(us, func(u unit) bool {
		return u.Key == key || u.Class&lexicon.ActorClass != 0 && u.Class&lexicon.GrammarClass == 0 && (within(u.Key, key) || within(key, u.Key))
	})
}

// otherAddressee tells whether the places of a claim are all whom two limbs of one work ask,
// and have no word in common.
func (r *reading) otherAddressee(c claim) bool {
	for _, l := range r.oldLimbs {
		if l.pair < 0 || l.pair >= len(r.newLimbs) || l.above != nil {
			continue
		}
		was, is := r.addressee(r.w.Old, l), r.addressee(r.w.New, r.newLimbs[l.pair])
		if c.old.empty() || c.new.empty() || around(was) != c.old || around(is) != c.new {
			continue
		}
		a, b := wordsOf(was), wordsOf(is)
		return len(a) > 0 && len(b) > 0 && !slices.ContainsFunc(a, func(w string) bool { return slices.Contains(b, w) })
	}
	return false
}

// wordsOf are the words that tell something among some units, names by each of theirs.
func wordsOf(us []unit) []string {
	var out []string
	for i := range us {
		if tells(&us[i]) {
			out = append(out, strings.Fields(us[i].Key)...)
		}
	}
	return out
}

// citedElsewhere tells of a reference that is gone where it is cited now.
func (r *reading) citedElsewhere(c claim) []claim {
	from, to := unitsIn(r.w.Old, c.old)
	for i := from; i < to; i++ {
		if r.w.Old[i].Kind != token.Citation {
			continue
		}
		if now := r.citing(r.Setting.new, r.w.Old[i].Text); now != nil {
			return []claim{{cause: CitationElsewhere, old: c.old, newAbove: now.span(r.w.Old[i].Text)}}
		}
		break
	}
	return []claim{c}
}

// checked are the claims that hold once all are made: each against the whole of both
// texts, and against what the others say.
func (r *reading) checked() []claim {
	r.found = slices.DeleteFunc(r.found, r.within)
	for i := range r.found {
		r.found[i] = r.underHead(r.found[i])
	}
	r.once()
	return r.found
}

// within tells what is told with something weightier: style inside words that are told
// as changed anyway ("report" for "reported" says nothing there, and may be chance), and
// the form of a lead ("emphasizing", "Emphasizes") that follows from the part.
func (r *reading) within(c claim) bool {
	switch c.cause {
	case Inflected, Respelt, SequenceWord, Grammar:
		return slices.ContainsFunc(r.found, func(o claim) bool {
			return (worded(o) || wider(o)) && c.old.within(o.old) && c.new.within(o.new) || o.cause == PartChanged && c.cause == Inflected && r.leadForm(c)
		})
	}
	return false
}

// underHead keeps of an actor who came or went the actor alone, where the chapeau of the
// other text has the rest of the words: "[Urges keepers and bakers to] rest", under "Calls
// upon all bakers to:".
func (r *reading) underHead(c claim) claim {
	us, p, head := r.w.Old, &c.old, r.newLimbs
	if c.cause == ActorNamed {
		us, p, head = r.w.New, &c.new, r.oldLimbs
	}
	if c.cause != ActorNamed && c.cause != ActorDropped || len(head) == 0 || head[0].above == nil {
		return c
	}
	above := contentOf(r.senses(head[0].above.Text))
	first, rest := place{}, content{words: map[string]int{}}
	for i := range us {
		switch u := &us[i]; {
		case u.At < p.from || u.End() > p.to:
		case first.empty() && u.Class&lexicon.ActorClass != 0:
			first = place{u.At, u.End()}
		case tells(u):
			rest.words[u.Key], rest.total = 1, rest.total+1
		}
	}
	if !first.empty() && rest.total > 0 && rest.cover(above) == 1 {
		*p = first
	}
	return c
}

// leadForm tells whether what has another form is a lead.
func (r *reading) leadForm(c claim) bool {
	_, ok := r.lex.FurtherLead(r.w.OldText[c.old.from:c.old.to])
	return ok
}

// worded tells a claim of words that no other cause explains.
func worded(c claim) bool {
	switch c.cause {
	case WordsChanged, WordsAdded, WordsDropped:
		return true
	}
	return false
}

// wider tells a claim of words that came or went as one thing.
func wider(c claim) bool {
	switch c.cause {
	case ListGrown, ListShrunk, ModalityChanged, ActorNamed, ActorDropped, MovedOut, MovedIn:
		return true
	}
	return false
}

// once tells of words that no other cause explains once a clause: where they came, went
// and changed in several places, that it is worded otherwise.
func (r *reading) once() {
	n := 0
	for _, c := range r.found {
		n += one(worded(c))
	}
	for i := range r.found {
		if n > 1 && worded(r.found[i]) {
			r.found[i].cause = WordsChanged
		}
	}
}
