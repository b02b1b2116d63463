package nature

import (
	"strconv"
	"strings"

	"reprise/internal/lexicon"
	"reprise/internal/token"
	"reprise/resolution"
)

// dates explains dates and years.
func (r *reading) dates(h hunk) []claim {
	out := r.pairWhere(h, isKind(token.Date), r.sameSlot, r.dateCause)
	out = append(out, r.pairWhere(h, isYear, r.sameSlot, r.dateCause)...)
	out = append(out, r.deadlines(h)...)
	dated := func(u *unit) bool { return u.Kind == token.Date || isYear(u) }
	return append(out, r.alone(h, dated, r.datingCause(r.w.Old, h.O0, h.O1, DateDropped), r.datingCause(r.w.New, h.N0, h.N1, DateNamed))...)
}

// isYear tells a year of the time of resolutions and of what they cite: 1540 is none.
func isYear(u *unit) bool {
	figures := lexicon.PlainDigits(u.Text)
	return u.Kind == token.Number && len(figures) == 4 && (figures[:2] == "18" || figures[:2] == "19" || figures[0] == '2') && strings.Trim(figures, "0123456789") == ""
}

// dateCause tells a date that moved with the calendar from a deadline at
// another distance.
func (r *reading) dateCause(o, n int) Cause {
	a, b := &r.w.Old[o], &r.w.New[n]
	if !r.due(r.w.Old, o) && !r.due(r.w.New, n) {
		return r.calendarCause(o, n)
	}
	if c, ok := r.termCause(a, b); ok {
		return c
	}
	if dayOfYear(a.Key) != dayOfYear(b.Key) || isYear(a) || r.due(r.w.Old, o) != r.due(r.w.New, n) {
		return DeadlineChanged
	}
	return DateRolled
}

// termSlack is how many days a term may differ and still be of one length:
// texts are not adopted on the same day each year.
const termSlack = 31

// termCause compares how long after its text's adoption each date is; false
// where a date or an adoption is not known.
func (r *reading) termCause(old, new *unit) (Cause, bool) {
	a, b := r.dayOf(old.Text), r.dayOf(new.Text)
	x, y := dayNumber(r.Setting.old.Adopted), dayNumber(r.Setting.new.Adopted)
	if a == 0 || b == 0 || x == 0 || y == 0 {
		return 0, false
	}
	if d := (a - x) - (b - y); d > termSlack || d < -termSlack {
		return PeriodChanged, true
	}
	return DateRolled, true
}

// dayOf reads a date of day, month and year as a number of days, a range by its
// first day; 0 for any other.
func (s *Setting) dayOf(text string) int {
	if day, ok := s.lex.Date(text); ok {
		return dayNumber(resolution.Date(day))
	}
	f := strings.Fields(text)
	if len(f) < 3 {
		return 0
	}
	days := daysIn(f[0])
	year, _ := strconv.Atoi(f[len(f)-1])
	if len(days) == 0 {
		return 0
	}
	return dayNumber(resolution.Date{Year: year, Month: s.lex.Month(f[len(f)-2]), Day: days[0]})
}

// daysIn are the figures in a text, in order.
func daysIn(text string) []int {
	var days []int
	for _, figures := range strings.FieldsFunc(text, func(c rune) bool { return c < '0' || c > '9' }) {
		n, _ := strconv.Atoi(figures)
		days = append(days, n)
	}
	return days
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
	from, to := yearIn(key)
	return key[:from] + key[to:]
}

// due tells whether something is due by the date at a unit: a word of
// deadlines stands before it.
func (r *reading) due(us []unit, at int) bool {
	for i := at - 1; i >= 0 && i >= at-2; i-- {
		if us[i].Class&lexicon.DeadlineClass != 0 {
			return true
		}
		if us[i].Class&lexicon.GrammarClass == 0 {
			break
		}
	}
	for i := max(0, at-dueReach); i < at; i++ {
		m, ok := r.lex.Phrases().At(at-i, func(k int) string { return us[i+k].Key }, lexicon.DeadlineClass)
		if ok && r.partOfYear(us[i+m.Length:at]) {
			return true
		}
	}
	return false
}

// dueReach is how many units a phrase of deadlines and the part of the year take that
// stand before a date: "no later than the first half of 2225".
const dueReach = 7

// partWords is how many words name a part of a year: "second half".
const partWords = 2

// partOfYear tells whether some units say no more than a part of what follows: "the end of".
func (r *reading) partOfYear(us []unit) bool {
	said := 0
	for i := range us {
		if us[i].Kind != token.Word && us[i].Kind != token.Ordinal || us[i].Class&lexicon.ListingClass != 0 || capitalised(&us[i]) {
			return false
		}
		said += one(saying(&us[i]))
	}
	return said == 0 || said <= partWords && r.lex.MakesPart(us[len(us)-1].Key)
}

// deadlines explains a hunk that is a term and nothing else, on one side only: "no later
// than 30 September 2225", "by the end of 2225".
func (r *reading) deadlines(h hunk) []claim {
	switch {
	case h.N0 == h.N1 && r.isTerm(r.oldRun(h)):
		return r.take(span(h.O0, h.O1), nil, DateDropped)
	case h.O0 == h.O1 && r.isTerm(r.newRun(h)):
		return r.take(nil, span(h.N0, h.N1), DateNamed)
	}
	return nil
}

// isTerm tells whether a run is a phrase of deadlines with its date, between marks.
func (r *reading) isTerm(in run) bool {
	from, to := in.from, in.to
	for from < to && in.us[from].Kind == token.Punct {
		from++
	}
	for from < to && in.us[to-1].Kind == token.Punct {
		to--
	}
	if from == to || in.us[to-1].Kind != token.Date && !isYear(&in.us[to-1]) {
		return false
	}
	m, ok := r.lex.Phrases().At(to-from, func(k int) string { return in.us[from+k].Key }, lexicon.DeadlineClass)
	return ok && from+m.Length < to && r.partOfYear(in.us[from+m.Length:to-1])
}

// ahead tells whether a date of a clause that asks lies before its text: that is when
// something is to be done. ("Undertake reviews in 2224".)
func (r *reading) ahead(date string) bool {
	return r.asking && yearOf(date) > 0 && yearOf(date) >= r.newYear()
}

// newYear is the year of the new text: of its adoption, else the latest in which a
// document that it cites was adopted, after which it was.
func (r *reading) newYear() int {
	if year := yearOfText(r.Setting.new); year > 0 {
		return year
	}
	latest := 0
	for _, p := range r.contents(r.Setting.new) {
		latest = max(latest, p.cited)
	}
	return latest
}

// datingCause tells a date that only says when something known was, from one
// by which something is due.
func (r *reading) datingCause(us []unit, from, to int, due Cause) Cause {
	for i := from; i < to; i++ {
		switch u := &us[i]; {
		case u.Kind != token.Date && !isYear(u):
		case r.due(us, i) || r.ahead(u.Text):
			return due
		case inDates(us, i) && due == DateNamed: // what it dates came with it
			return ListGrown
		case inDates(us, i):
			return ListShrunk
		}
	}
	return DateOfKnown
}

// inDates tells whether a date is a member of a list of dates: "2221, 2222 and 2224".
func inDates(us []unit, at int) bool {
	dated := func(i int) bool { return i >= 0 && i < len(us) && (us[i].Kind == token.Date || isYear(&us[i])) }
	joined := func(i int) bool {
		return i >= 0 && i < len(us) && (us[i].Text == "," || us[i].Class&lexicon.ListingClass != 0)
	}
	return joined(at-1) && dated(at-2) || joined(at+1) && dated(at+2)
}

// othersStay tells whether a date is one of a list of dates of which the others stand: no
// calendar moves one of them alone.
func (r *reading) othersStay(o, n int) bool {
	return inDates(r.w.Old, o) && inDates(r.w.New, n) &&
		(o+2 < len(r.w.Old) && n+2 < len(r.w.New) && r.w.Old[o+2].Key == r.w.New[n+2].Key && r.w.Old[o+1].Key == r.w.New[n+1].Key ||
			o > 1 && n > 1 && r.w.Old[o-2].Key == r.w.New[n-2].Key && r.w.Old[o-1].Key == r.w.New[n-1].Key)
}
