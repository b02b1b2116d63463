package nature

import (
	"reprise/internal/lexicon"
	"reprise/internal/token"
)

// What happens again and again, each time elsewhere: meetings that join a list, and events
// whose host, place and number move on with their date.

// meetings explains one more meeting in a list of meetings: a date with its
// place, where the list has others of that form.
func (r *reading) meetings(h hunk) []claim {
	if r.asking || h.O1-h.O0 > 1 || !r.dated(r.w.Old) {
		return nil
	}
	dates, names := 0, 0
	for i := h.N0; i < h.N1; i++ {
		u := &r.w.New[i]
		switch {
		case u.Kind == token.Date:
			dates++
		case capitalised(u):
			names++
		case u.Kind != token.Punct && u.Class&(lexicon.GrammarClass|lexicon.ListingClass) == 0:
			return nil
		}
	}
	if dates == 0 || names == 0 || names > dates*maxPlace {
		return nil
	}
	return r.take(nil, span(h.N0, h.N1), MeetingListed)
}

// maxPlace is how many capitalised words name the place of a meeting: "Port
// Quay, Northern Lights".
const maxPlace = 4

// dated tells whether a text lists dates with their places.
func (r *reading) dated(us []unit) bool {
	n := 0
	for i := range us {
		if us[i].Kind == token.Date && i+2 < len(us) && us[i+1].Stop && capitalised(&us[i+2]) {
			n++
		}
	}
	return n >= 2
}

// events explains host and place of a recurrent event that was rolled forward:
// names that give way to names beside an ordinal or date that moved on.
func (r *reading) events(h hunk) []claim {
	if count := r.edition(h); len(count) > 0 {
		return count
	}
	if r.asking || !r.rolled() || h.O0 == h.O1 || h.N0 == h.N1 {
		return nil
	}
	old := r.oldRun(h).left(capitalised)
	new := r.newRun(h).left(capitalised)
	other := func(u *unit) bool {
		return !capitalised(u) && u.Kind != token.Punct && u.Class&(lexicon.GrammarClass|lexicon.ListingClass) == 0
	}
	if len(old) == 0 || len(new) == 0 || len(old) > maxPlace || len(new) > maxPlace ||
		len(r.oldRun(h).left(other))+len(r.newRun(h).left(other)) > 0 {
		return nil
	}
	return r.take(old, new, EventRolled)
}

// edition explains the number of a recurrent event that one text prints and the other does
// not, where its date moved on: "the third annual fair of keepers".
func (r *reading) edition(h hunk) []claim {
	counts := func(u *unit) bool {
		return u.Kind == token.Ordinal || r.lex.Ordinal(u.Text) > 0 || u.Class&lexicon.IntervalClass != 0
	}
	old, new := r.oldRun(h).left(saying), r.newRun(h).left(saying)
	numbered := false
	for side, at := range [][]int{old, new} {
		us := [][]unit{r.w.Old, r.w.New}[side]
		for _, i := range at {
			if !counts(&us[i]) {
				return nil
			}
			numbered = numbered || us[i].Class&lexicon.IntervalClass == 0
		}
	}
	if !numbered || !r.noting || !r.rolled() || len(old) > 0 && len(new) > 0 {
		return nil
	}
	return r.take(old, new, EventRolled)
}

// rolled tells whether a session, ordinal or date of the clause moved on.
func (r *reading) rolled() bool {
	for _, f := range r.found {
		if f.cause == SessionRolled || f.cause == OrdinalRolled || f.cause == DateRolled {
			return true
		}
	}
	return false
}
