package nature

import (
	"cmp"
	"strconv"
	"strings"
	"unicode/utf8"

	"reprise/internal/lexicon"
	"reprise/internal/token"
	"reprise/resolution"
)

// calendarCause tells a date that moved on with the texts from one that the
// calendar does not explain.
func (r *reading) calendarCause(o, n int) Cause {
	a, b := &r.w.Old[o], &r.w.New[n]
	switch {
	case r.sameDocument(o, n):
		return DateCorrected
	case lessExact(a.Text, b.Text):
		return DateOfKnown
	case r.earlier(a.Text, b.Text), r.othersStay(o, n):
		return DateChanged
	case !r.local(o), r.nextEvent(o):
	case r.sameEvent(o, n):
		return DatePostponed
	case r.otherYear(a.Text, b.Text), r.otherDay(a.Text, b.Text):
		return DeadlineChanged
	case r.otherLength(a.Text, b.Text):
		return PeriodChanged
	}
	return DateRolled
}

// sameDocument tells whether two dates are those of one document, cited before both.
func (r *reading) sameDocument(o, n int) bool {
	a, b := citedBefore(r.w.Old, o), citedBefore(r.w.New, n)
	return a != "" && a == b
}

// citedBefore is the symbol right before a date, but for words of grammar.
func citedBefore(us []unit, at int) string {
	for i := at - 1; i >= 0; i-- {
		if us[i].Kind == token.Citation {
			return us[i].Key
		}
		if !us[i].Stop {
			break
		}
	}
	return ""
}

// lessExact tells whether two dates are one, of which one says less: "June 2219" or "22 June",
// "22 June 2219".
func lessExact(a, b string) bool {
	return a != b && (strings.HasSuffix(a, b) || strings.HasSuffix(b, a) || strings.HasPrefix(a, b+" ") || strings.HasPrefix(b, a+" "))
}

// earlier tells whether a date gave way to one before it: no calendar does that.
func (r *reading) earlier(old, new string) bool {
	a, b := r.dayOf(old), r.dayOf(new)
	if a > 0 && b > 0 {
		return b < a
	}
	return yearOf(old) > 0 && yearOf(new) > 0 && yearOf(new) < yearOf(old)
}

// maxLocal is how many units a hunk has whose dates face each other; in a longer
// one they may be dates of two things.
const maxLocal = 14

// local tells whether a unit of the old text stands in a small hunk.
func (r *reading) local(o int) bool {
	for _, h := range r.w.Hunks {
		if h.O0 <= o && o < h.O1 {
			return h.O1-h.O0+h.N1-h.N0 <= maxLocal
		}
	}
	return false
}

// eventReach is how many units may stand between the number of a meeting and its
// date: "the twelfth Congress of Keepers, to be held in Port Quay from ...".
const eventReach = 24

// sameEvent tells whether both dates are those of one numbered session or
// conference: it has not moved on with the calendar but was put off. A date that
// only says it more or less exactly is the same.
func (r *reading) sameEvent(o, n int) bool {
	a, b := eventOf(r.w.Old, o), eventOf(r.w.New, n)
	was, is := r.w.Old[o].Text, r.w.New[n].Text
	if a < 0 || b < 0 || strings.HasSuffix(was, is) || strings.HasSuffix(is, was) || r.past(was, is) && monthOf(was) == monthOf(is) {
		return false
	}
	for k := range eventNames {
		if a+k >= o || b+k >= n || r.w.Old[a+k].Key != r.w.New[b+k].Key {
			return false
		}
	}
	return true
}

// nextEvent tells whether the number of a session or conference right before a
// date, explained by now, moved on with it.
func (r *reading) nextEvent(o int) bool {
	for i := o - 1; i >= 0 && i >= o-2*eventReach && r.w.Old[i].Kind != token.Space && r.w.Old[i].Text != ";"; i-- {
		if u := &r.w.Old[i]; r.oldDone[i] && (u.Kind == token.Session || u.Kind == token.Ordinal) {
			return true
		}
	}
	return false
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
			us[i].Class&lexicon.ListingClass != 0:
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

// past tells whether both dates lie behind their texts, as far as years tell.
func (r *reading) past(old, new string) bool {
	return yearOf(old) <= yearOfText(r.Setting.old) && yearOf(new) <= yearOfText(r.Setting.new)
}

// otherYear tells whether something to come was set further or nearer than the
// texts are apart: "in 2220" from 2219, then "in 2230" from 2220. Texts adopted
// in other months may be a year out. The year of a text that asks for nothing is
// past.
func (r *reading) otherYear(old, new string) bool {
	x, y := yearOfText(r.Setting.old), yearOfText(r.Setting.new)
	a, b := yearOf(old), yearOf(new)
	if x == 0 || y == 0 || min(a-x, b-y) < one(r.noting) {
		return false
	}
	d := (a - x) - (b - y)
	slack := one(!r.sameSeason())
	return d > slack || d < -slack
}

// sameSeason tells whether both texts were adopted at about the same time of
// their years.
func (r *reading) sameSeason() bool {
	x, y := r.Setting.old.Adopted, r.Setting.new.Adopted
	y.Year = x.Year
	d := dayNumber(x) - dayNumber(y)
	return x.Month > 0 && y.Month > 0 && -termSlack <= d && d <= termSlack
}

// daySlack is how many days something to come may be nearer or further from its
// text: what recurs each year is not held on the same day.
const daySlack = 62

// otherDay tells whether a day to come on which something is asked for is nearer
// to its text than it was, or further.
func (r *reading) otherDay(old, new string) bool {
	a, b := r.dayOf(old), r.dayOf(new)
	x, y := dayNumber(r.Setting.old.Adopted), dayNumber(r.Setting.new.Adopted)
	if r.noting || x == 0 || y == 0 || a < x || b < y {
		return false
	}
	d := (a - x) - (b - y)
	return d > daySlack || d < -daySlack
}

// otherLength tells whether two ranges of days differ in length, where something
// is asked for or to come; what was held is told as it was.
func (r *reading) otherLength(old, new string) bool {
	a, b := daysIn(old), daysIn(new)
	if len(a) != len(b) || len(a) != rangeFigures || r.noting && r.past(old, new) {
		return false
	}
	return a[1]-a[0] != b[1]-b[0]
}

// rangeFigures is how many figures "3 to 7 May 2221" has.
const rangeFigures = 3

// yearOf is the year at the end of a date; 0 where there is none.
func yearOf(text string) int {
	from, to := yearIn(text)
	n, _ := strconv.Atoi(lexicon.PlainDigits(text[from:to]))
	return n
}

// yearIn is where the last four figures in a row stand, the year of a date in
// every language; two equal places where none do.
func yearIn(text string) (from, to int) {
	at, n := 0, 0
	for i, c := range text {
		if lexicon.Digit(c) < 0 {
			n = 0
			continue
		}
		if n == 0 {
			at = i
		}
		if n++; n == len("2200") {
			from, to = at, i+utf8.RuneLen(c)
		}
	}
	return from, to
}

// yearOfText is the year of a text by its adoption, else by its symbol; 0 where
// neither tells.
func yearOfText(d *resolution.Document) int {
	if d.Adopted.Year > 0 {
		return d.Adopted.Year
	}
	return cmp.Or(d.Symbol.Year(), d.Body.Year(SessionNumber(d)))
}
