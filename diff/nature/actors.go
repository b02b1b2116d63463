package nature

import (
	"strings"

	"reprise/internal/lexicon"
	"reprise/internal/token"
)

// headedByActor tells whether an actor stands at the head of what came or
// went: "and coastal States that keep lamps". One word of grammar may stand
// before it; more make it a place or a manner.
func (r *reading) headedByActor(us, other []unit, at []int) bool {
	carried := 0
	for k, i := range at {
		u := &us[i]
		switch {
		case u.Class&lexicon.ActorClass != 0 && u.Class&lexicon.GrammarClass == 0:
			return (k+1 == len(at) || !capitalised(&us[at[k+1]])) && r.moreOften(us, other, at[k:k+1])
		case u.Kind == token.Punct || u.Class&lexicon.ListingClass != 0:
		case u.Class&lexicon.GrammarClass != 0 && carried == 0:
			carried++
		default:
			return false
		}
	}
	return false
}

// moreOften tells whether a text has one of some actors more often than the
// other text; an actor that only changed its place is neither named nor dropped.
func (r *reading) moreOften(us, other []unit, at []int) bool {
	for _, i := range at {
		if us[i].Class&lexicon.ActorClass != 0 && us[i].Class&lexicon.GrammarClass == 0 && countKey(us, us[i].Key) > countKey(other, us[i].Key) {
			return true
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

// actorsWithin names the actors that came or went inside longer words: delegates
// look for them. Where words gave way to words, only an actor that the other text
// names nowhere is told; the rest is to be read in its place.
func (r *reading) actorsWithin(old, new []int) {
	for _, u := range r.actorsOf(r.w.Old, r.w.New, old) {
		if len(new) == 0 || !strings.Contains(r.NewBody(), u.Text) {
			r.add(ActorDropped, place{u.At, u.End()}, place{})
		}
	}
	for _, u := range r.actorsOf(r.w.New, r.w.Old, new) {
		if len(old) == 0 || !strings.Contains(r.OldBody(), u.Text) {
			r.add(ActorNamed, place{}, place{u.At, u.End()})
		}
	}
}

// actorsOf lists the actors among some units that the other side has less often.
// Groups that one small word names ("women", "countries") are mostly no actors
// inside longer words, and the organs stand in every citation.
func (r *reading) actorsOf(us, other []unit, at []int) []*unit {
	var out []*unit
	for _, i := range at {
		u := &us[i]
		actor := u.Class&lexicon.ActorClass != 0 && (strings.Contains(u.Text, " ") || capitalised(u)) && !r.bodyOf(u.Key)
		longer := i+1 < len(us) && capitalised(&us[i+1]) || i > 0 && capitalised(&us[i-1]) // a part of another name
		if actor && !longer && len(out) < maxActors && r.moreOften(us, other, []int{i}) {
			out = append(out, u)
		}
	}
	return out
}
