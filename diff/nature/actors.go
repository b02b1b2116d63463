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

// newActor tells whether an actor is asked that the other text names nowhere.
func (r *reading) newActor(us, other []unit, limbs []limb, i int) bool {
	return r.addressed(us, limbs, i) && countKey(other, us[i].Key) == 0
}

// headedByActor tells whether an actor who is asked stands at the head of what came
// or went: "and coastal States that keep lamps".
func (r *reading) headedByActor(us, other []unit, limbs []limb, at []int) bool {
	for _, i := range at {
		if u := &us[i]; u.Class&lexicon.ActorClass != 0 && u.Class&lexicon.GrammarClass == 0 {
			return r.newActor(us, other, limbs, i)
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
	for _, i := range r.actorsOf(r.w.Old, r.w.New, r.oldLimbs, old) {
		out = append(out, r.claim(ActorDropped, around(r.w.Old[i:i+1]), place{})...)
	}
	for _, i := range r.actorsOf(r.w.New, r.w.Old, r.newLimbs, new) {
		out = append(out, r.claim(ActorNamed, place{}, around(r.w.New[i:i+1]))...)
	}
	return out
}

// actorsOf lists the actors among some units whom only their side asks.
func (r *reading) actorsOf(us, other []unit, limbs []limb, at []int) []int {
	var out []int
	for _, i := range at {
		if len(out) < maxActors && r.newActor(us, other, limbs, i) {
			out = append(out, i)
		}
	}
	return out
}
