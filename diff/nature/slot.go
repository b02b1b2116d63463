package nature

import (
	"reprise/internal/token"
)

// Two figures, dates or ordinals face each other only where they do the same work: in
// the same place of the same statement. What stands beside them tells: the nearest
// words that say something, names left out, for what a host or a place is called moves
// on with its date. (Cases: dates of two events, numbers of two targets.)

// slotReach is how many units away the word stands that tells of what a figure is.
const slotReach = 10

// sameSlot tells whether two units stand behind the same word and, where the hunk is
// long enough to hold two statements, before the same word too.
func (r *reading) sameSlot(o, n int) bool {
	if !r.sameNear(o, n, -1) {
		return false
	}
	return r.local(o) || r.sameNear(o, n, 1)
}

// bothSlots tells whether two units stand between the same words.
func (r *reading) bothSlots(o, n int) bool { return r.sameNear(o, n, -1) && r.sameNear(o, n, 1) }

// sameNear compares the nearest words on one side of two units; two that have none
// there are alike.
func (r *reading) sameNear(o, n, step int) bool {
	a, b := nearWord(r.w.Old, o, step), nearWord(r.w.New, n, step)
	return a == b || a != "" && b != "" && r.lex.Inflected(a, b)
}

func nearWord(us []unit, at, step int) string {
	for i := at + step; i >= 0 && i < len(us) && i != at+step*slotReach; i += step {
		switch u := &us[i]; {
		case u.Text == ";" || u.Kind == token.Space:
			return ""
		case u.Kind == token.Word && tells(u) && !capitalised(u):
			return u.Key
		}
	}
	return ""
}
