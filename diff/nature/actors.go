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
