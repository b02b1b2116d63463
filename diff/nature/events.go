package nature

import (
	"slices"
	"strings"
	"unicode"

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
	if told := r.circumstances(h); len(told) > 0 {
		return told
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

// circumstances explains where, when and how an event was held that comes again: they are
// told anew each time, or, of the same event, more or less exactly.
func (r *reading) circumstances(h hunk) []claim {
	old, new := r.oldRun(h), r.newRun(h)
	o, venueOld := r.circumstance(old)
	n, venueNew := r.circumstance(new)
	open := func(u *unit) bool { return u.Kind == token.Date || isYear(u) || r.lex.Venue(u.Key) }
	if !r.noting || o == notHeld || n == notHeld || len(old.left(open))+len(new.left(open)) == 0 {
		return nil
	}
	last := func(in run) int {
		year := 0
		for i := in.from; i < in.to; i++ {
			if in.us[i].Kind == token.Date || isYear(&in.us[i]) {
				year = max(year, yearOf(in.us[i].Text))
			}
		}
		return year
	}
	was, is := last(old), last(new)
	if said := max(was, is); min(was, is) == 0 && said > 0 && h.O0 < h.O1 && h.N0 < h.N1 && saysYear(r.w.Old, said) && saysYear(r.w.New, said) {
		was, is = said, said
	}
	switch {
	case h.O0 == h.O1 && venueNew && is > 0, h.N0 == h.N1 && venueOld && was > 0,
		was > 0 && was == is && (venueOld || venueNew) && (r.namesWithin(old, new) || r.namesWithin(new, old)):
		return r.takeWhole(h, DateOfKnown)
	case was > 0 && is > was && (r.rolled() || r.recurs()):
		return r.takeWhole(h, EventRolled)
	}
	return nil
}

// saysYear tells whether some date of a text is of a year.
func saysYear(us []unit, year int) bool {
	return slices.ContainsFunc(us, func(u unit) bool { return (u.Kind == token.Date || isYear(&u)) && yearOf(u.Text) == year })
}

// takeWhole is the claim that a cause explains a hunk, whatever has explained parts of it.
func (r *reading) takeWhole(h hunk, c Cause) []claim {
	r.mark(span(h.O0, h.O1), span(h.N0, h.N1))
	return r.claim(c, around(r.w.Old[h.O0:h.O1]), around(r.w.New[h.N0:h.N1]))
}

// ofEvents explains names on one side only that are called after where an event was held
// that moved on: "the outcomes, [including the Quay Pact,] of the session held in [Quay]".
func (r *reading) ofEvents(h hunk) []claim {
	old, new := r.oldRun(h).left(tells), r.newRun(h).left(tells)
	after := func(us []unit, at []int, places map[string]bool) bool {
		called := false
		for _, i := range at {
			if !capitalised(&us[i]) {
				return false
			}
			called = called || places[us[i].Key]
		}
		return called
	}
	if !r.noting || len(old) > 0 && len(new) > 0 || len(old)+len(new) == 0 {
		return nil
	}
	was, is := r.eventPlaces()
	if after(r.w.Old, old, was) || after(r.w.New, new, is) {
		return r.takeWhole(h, EventRolled)
	}
	return nil
}

// eventPlaces are the names of where the events were held that moved on, by sense, in
// either text.
func (r *reading) eventPlaces() (old, new map[string]bool) {
	if r.oldPlaces == nil {
		r.oldPlaces, r.newPlaces = map[string]bool{}, map[string]bool{}
		names := func(us []unit, p place, into map[string]bool) {
			from, _ := slices.BinarySearchFunc(us, p.from, func(u unit, at int) int { return u.At - at })
			for i := from; i < len(us) && us[i].At < p.to; i++ {
				if capitalised(&us[i]) {
					into[us[i].Key] = true
				}
			}
		}
		for _, c := range r.found {
			if c.cause == EventRolled {
				names(r.w.Old, c.old, r.oldPlaces)
				names(r.w.New, c.new, r.newPlaces)
			}
		}
	}
	return r.oldPlaces, r.newPlaces
}

// notHeld is said of a run that tells more than the circumstances of an event.
const notHeld = -1

// circumstance counts the names in a run that tells nothing but where, when and how
// something was held, and tells whether it opens with a word for that; notHeld where it
// tells more.
func (r *reading) circumstance(in run) (names int, opens bool) {
	first := true
	for i := in.from; i < in.to; i++ {
		if end := quoteEnd(in.us, i, len(in.us)); end > i {
			i = end - 1 // of what is quoted the change may show a part
			continue
		}
		u := &in.us[i]
		venue := r.lex.Venue(u.Key)
		switch {
		case u.Kind == token.Punct || u.Class&(lexicon.GrammarClass|lexicon.ListingClass) != 0 && u.Class&lexicon.ModalityClass == 0:
			continue
		case u.Kind == token.Date || isYear(u) || u.Kind == token.Title || venue:
		case capitalised(u) || u.Kind == token.Word && strings.IndexFunc(u.Text, unicode.IsUpper) > 0: // "el-Reef"
			names++
		default:
			return notHeld, false
		}
		opens, first = opens || first && venue, false
	}
	return names, opens
}

// namesWithin tells whether one run names nothing that the other does not.
func (r *reading) namesWithin(in, other run) bool {
	for i := in.from; i < in.to; i++ {
		if u := &in.us[i]; capitalised(u) && countKey(other.us[other.from:other.to], u.Key) == 0 {
			return false
		}
	}
	return true
}

// recurs tells whether the clause speaks of something that comes again at an interval.
func (r *reading) recurs() bool {
	if r.recurring == nil {
		again := slices.ContainsFunc(r.w.New, func(u unit) bool { return u.Class&lexicon.IntervalClass != 0 })
		r.recurring = &again
	}
	return *r.recurring
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
