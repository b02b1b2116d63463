package nature

import (
	"slices"

	"reprise/internal/lexicon"
)

// addressed tells whether an actor is one of those whom its limb asks: nothing but
// other actors, marks and the words that go with them stands between it and the lead
// ("Calls upon all States and harbour masters to rest"). An actor elsewhere is a
// place, a part of a title or of another name, or whom the clause speaks of.
func (r *reading) addressed(us []unit, limbs []limb, i int) bool {
	if us[i].Class&lexicon.ActorClass == 0 || us[i].Class&lexicon.GrammarClass != 0 || i+1 < len(us) && capitalised(&us[i+1]) {
		return false
	}
	at := slices.IndexFunc(limbs, func(l limb) bool { return l.above == nil && l.to <= i && i < l.end })
	if at < 0 || !r.lex.Asks(limbs[at].act) && !r.lex.Asks(limbs[at].lead.Base) {
		return false
	}
	for k := limbs[at].to; k < i; k++ {
		const beside = lexicon.ActorClass | lexicon.ListingClass | lexicon.QualifierClass
		if u := &us[k]; u.Stop && u.Class&beside == 0 && !r.lex.OpensMember(u.Key) {
			return false
		}
	}
	return true
}

// addresseeReach is how many units name who is asked, at most; more are a sentence.
const addresseeReach = 14

// addressee are the units between the lead of a limb that asks and what it asks for: who is
// asked, by name. None where they are more than names, or the language has no word that tells.
func (r *reading) addressee(us []unit, l limb) []unit {
	if !r.lex.Asks(l.act) && !r.lex.Asks(l.lead.Base) {
		return nil
	}
	asked, from := r.facts("to"), l.to
	opens := func(i int) bool {
		_, ok := asked.At(1, func(int) string { return us[i].Key }, lexicon.QualifierClass)
		return ok
	}
	if from < l.end && opens(from) { // "its request for the keepers to rest"
		from++
	}
	for i := from; i < min(l.end, from+addresseeReach); i++ {
		u := &us[i]
		switch actor := capitalised(u) || u.Class&lexicon.ActorClass != 0 && u.Class&lexicon.GrammarClass == 0; {
		case opens(i):
			return us[from:i]
		case u.Text == "," || tells(u) && !actor && u.Class&lexicon.QualifierClass == 0:
			return nil // a list, or what is no name
		}
	}
	return nil
}

// addressees tells of limbs that do the same work and ask another.
func (r *reading) addressees() []claim {
	var out []claim
	for _, l := range r.oldLimbs {
		if l.pair < 0 || l.pair >= len(r.newLimbs) || l.above != nil || r.newLimbs[l.pair].above != nil {
			continue
		}
		was, is := r.addressee(r.w.Old, l), r.addressee(r.w.New, r.newLimbs[l.pair])
		if len(was) == 0 || len(is) == 0 {
			continue
		}
		o0, o1 := unitsIn(r.w.Old, around(was))
		n0, n1 := unitsIn(r.w.New, around(is))
		if slices.Contains(r.oldDone[o0:o1], true) || slices.Contains(r.newDone[n0:n1], true) {
			continue // a name of the same, or in another place
		}
		told := r.claim(ActorChanged, around(was), around(is))
		if len(told) > 0 && told[0].cause == ActorChanged && r.otherAddressee(told[0]) {
			out = append(out, told...)
			r.mark(r.inHunks(true, span(o0, o1)), r.inHunks(false, span(n0, n1)))
		}
	}
	return out
}

// headedByActor tells whether an actor who is asked stands at the head of what came
// or went: "and coastal States that keep lamps".
func (r *reading) headedByActor(us []unit, limbs []limb, at []int) bool {
	for _, i := range at {
		if u := &us[i]; u.Class&lexicon.ActorClass != 0 && u.Class&lexicon.GrammarClass == 0 {
			return r.addressed(us, limbs, i)
		}
		if tells(&us[i]) && us[i].Class&(lexicon.ListingClass|lexicon.QualifierClass) == 0 {
			return false
		}
	}
	return false
}

func countKey(us []unit, key string) int {
	n := 0
	for i := range us {
		n += one(us[i].Key == key)
	}
	return n
}

// maxActors is how many actors inside one change are named; more is a list to
// be read in its place.
const maxActors = 3

// actorsWithin names the actors who are newly or no longer asked, inside longer words:
// delegates look for them.
func (r *reading) actorsWithin(old, new []int) []claim {
	var out []claim
	asked := func(us []unit, limbs []limb, at []int, say func(place) []claim) {
		named := 0
		for _, i := range at {
			if named < maxActors && r.addressed(us, limbs, i) {
				told := say(around(us[i : i+1]))
				out, named = append(out, told...), named+len(told)
			}
		}
	}
	asked(r.w.Old, r.oldLimbs, old, func(p place) []claim { return r.claim(ActorDropped, p, place{}) })
	asked(r.w.New, r.newLimbs, new, func(p place) []claim { return r.claim(ActorNamed, place{}, p) })
	return out
}
