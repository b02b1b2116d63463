package diff

import (
	"strconv"
	"strings"

	"reprise/internal/lexicon"
	"reprise/internal/token"
	"reprise/resolution"
)

// dates explains dates and years.
func (r *reading) dates(h hunk) {
	r.pair(h, isKind(token.Date), r.dateCause)
	r.pair(h, isYear, r.dateCause)
	dated := func(u *unit) bool { return u.Kind == token.Date || isYear(u) }
	r.alone(h, dated, r.datingCause(r.w.old, h.o0, h.o1, dateDropped), r.datingCause(r.w.new, h.n0, h.n1, dateNamed))
}

func isYear(u *unit) bool {
	return u.Kind == token.Number && len(u.Text) == 4 && (u.Text[0] == '1' || u.Text[0] == '2') && strings.Trim(u.Text, "0123456789") == ""
}

// dateCause tells a date that moved with the calendar from a deadline at
// another distance.
func (r *reading) dateCause(o, n int) cause {
	a, b := &r.w.old[o], &r.w.new[n]
	if !r.due(r.w.old, o) && !r.due(r.w.new, n) {
		switch {
		case !r.local(o):
		case r.sameEvent(o, n):
			return datePostponed
		case r.otherYear(a.Text, b.Text):
			return deadlineChanged
		}
		return dateRolled
	}
	if c, ok := r.termCause(a, b); ok {
		return c
	}
	if dayOfYear(a.key) != dayOfYear(b.key) || isYear(a) || r.due(r.w.old, o) != r.due(r.w.new, n) {
		return deadlineChanged
	}
	return dateRolled
}

// eventReach is how many units may stand between the number of a meeting and its
// date: "the twelfth Congress of Keepers, to be held in Port Quay from ...".
const eventReach = 24

// sameEvent tells whether both dates are those of one numbered session or
// conference that was still to come, in another month: it has not moved on with
// the calendar but was put off.
func (r *reading) sameEvent(o, n int) bool {
	a, b := eventOf(r.w.old, o), eventOf(r.w.new, n)
	if a < 0 || b < 0 || r.rolled() || monthOf(r.w.old[o].Text) == monthOf(r.w.new[n].Text) ||
		yearOf(r.w.old[o].Text) < r.setting.old.Adopted.Year {
		return false
	}
	for k := range eventNames {
		if a+k >= o || b+k >= n || r.w.old[a+k].key != r.w.new[b+k].key {
			return false
		}
	}
	return r.w.old[a].Kind == token.Session || capitalised(&r.w.old[a+1])
}

// eventNames is how many units, its number among them, name an event.
const eventNames = 2

// eventOf is the ordinal that numbers the event whose date stands at a unit: the
// nearest before it, with no other date, reference or end of a sentence between.
// -1 for none.
func eventOf(us []unit, at int) int {
	for i := at - 1; i >= 0 && i >= at-eventReach; i-- {
		switch {
		case us[i].Kind == token.Session || us[i].Kind == token.Ordinal:
			return i
		case us[i].Kind == token.Date || us[i].Kind == token.Citation || us[i].Kind == token.Space || us[i].Text == ";" || isYear(&us[i]),
			us[i].class&lexicon.ListingClass != 0:
			return -1
		}
	}
	return -1
}

// monthOf is a date without its days: "23 to 27 January 2220" is of the same
// month as "January 2220".
func monthOf(date string) string {
	f := strings.Fields(date)
	return strings.Join(f[max(0, len(f)-2):], " ")
}

// maxLocal is how many units a hunk has whose dates face each other; in a longer
// one they may be dates of two things.
const maxLocal = 14

// local tells whether a unit of the old text stands in a small hunk.
func (r *reading) local(o int) bool {
	for _, h := range r.w.hunks {
		if h.o0 <= o && o < h.o1 {
			return h.o1-h.o0+h.n1-h.n0 <= maxLocal
		}
	}
	return false
}

// otherYear tells whether something to come was set at least two years further
// or nearer than the texts are apart: "in 2220" from 2219, then "in 2230" from
// 2220. A year less is left to the months in which texts are adopted.
func (r *reading) otherYear(old, new string) bool {
	x, y := r.setting.old.Adopted.Year, r.setting.new.Adopted.Year
	a, b := yearOf(old), yearOf(new)
	if x == 0 || y == 0 || a < x || b < y || a == 0 || b == 0 {
		return false
	}
	d := (a - x) - (b - y)
	return d > 1 || d < -1
}

// yearOf is the year at the end of a date; 0 where there is none.
func yearOf(text string) int {
	n, _ := strconv.Atoi(text[max(0, len(text)-len("2200")):])
	return n
}

// termSlack is how many days a term may differ and still be of one length:
// texts are not adopted on the same day each year.
const termSlack = 31

// termCause compares how long after its text's adoption each date is; false
// where a date or an adoption is not known.
func (r *reading) termCause(old, new *unit) (cause, bool) {
	a, b := r.dayOf(old.Text), r.dayOf(new.Text)
	x, y := dayNumber(r.setting.old.Adopted), dayNumber(r.setting.new.Adopted)
	if a == 0 || b == 0 || x == 0 || y == 0 {
		return 0, false
	}
	if d := (a - x) - (b - y); d > termSlack || d < -termSlack {
		return periodChanged, true
	}
	return dateRolled, true
}

// dayOf reads a date of day, month and year as a number of days; 0 for any
// other.
func (r *reading) dayOf(text string) int {
	f := strings.Fields(text)
	if len(f) != 3 {
		return 0
	}
	day, _ := strconv.Atoi(f[0])
	year, _ := strconv.Atoi(f[2])
	return dayNumber(resolution.Date{Year: year, Month: r.lex.Month(f[1]), Day: day})
}

// dayNumber counts days, near enough to compare terms; 0 for no date.
func dayNumber(d resolution.Date) int {
	if d.Year == 0 || d.Month == 0 || d.Day == 0 {
		return 0
	}
	return d.Year*365 + d.Month*30 + d.Day
}

// dayOfYear is a date without its year: a mandate to the same day of a later
// year is one more term of the same length.
func dayOfYear(key string) string {
	return strings.TrimRight(key, "0123456789")
}

// due tells whether something is due by the date at a unit: a word of
// deadlines stands before it.
func (r *reading) due(us []unit, at int) bool {
	for i := at - 1; i >= 0 && i >= at-2; i-- {
		if us[i].class&lexicon.DeadlineClass != 0 {
			return true
		}
		if us[i].class&lexicon.GrammarClass == 0 {
			return false
		}
	}
	return false
}

// datingCause tells a date that only says when something known was, from one
// by which something is due.
func (r *reading) datingCause(us []unit, from, to int, due cause) cause {
	for i := from; i < to; i++ {
		if (us[i].Kind == token.Date || isYear(&us[i])) && r.due(us, i) {
			return due
		}
	}
	return dateOfKnown
}
