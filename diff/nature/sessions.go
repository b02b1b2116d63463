package nature

import (
	"strconv"
	"strings"

	"reprise/internal/lexicon"
	"reprise/internal/token"
	"reprise/resolution"
	"reprise/resolution/symbol"
)

// sessionCause tells a session rolled forward from a report or item due at
// another interval. Where the session is the text's own organ's, its interval is
// the session named less the session of the text; where another body is named
// beside it ("report to the General Assembly at its eightieth session"), as many
// sessions must have passed as the body holds in the time between.
func (r *reading) sessionCause(o, n int) Cause {
	oldDue, newDue := r.lex.Ordinal(r.w.Old[o].Text), r.lex.Ordinal(r.w.New[n].Text)
	body := r.bodyAt(r.w.New, n)
	switch {
	case body == "" && r.assemblys(oldDue, newDue):
		body = r.lex.OrganName(symbol.GeneralAssembly.String())
	case body == "" || body != r.bodyAt(r.w.Old, o) || r.ownBody(body):
		return r.ownInterval(oldDue, newDue)
	}
	aYear := r.lex.SessionsAYear(body)
	switch {
	case r.noting || r.timeBetween() == 0:
		return SessionRolled
	case aYear > 0 && r.anotherPace(newDue-oldDue, aYear):
		return IntervalChanged
	case aYear == 0 && !r.sameAsOwn(newDue-oldDue):
		return SessionUnmeasured
	}
	return SessionRolled
}

// ownInterval compares the sessions of the text's own organ: how many after that
// of its text each is.
func (r *reading) ownInterval(oldDue, newDue int) Cause {
	oldNow, newNow := SessionNumber(r.Setting.old), SessionNumber(r.Setting.new)
	if oldNow > 0 && newNow > 0 && oldDue > oldNow && newDue > newNow && oldDue-oldNow != newDue-newNow {
		return IntervalChanged
	}
	return SessionRolled
}

// sameAsOwn tells whether as many sessions were counted on as the text's own
// organ held: whoever's they are, the calendar explains them.
func (r *reading) sameAsOwn(counted int) bool {
	oldNow, newNow := SessionNumber(r.Setting.old), SessionNumber(r.Setting.new)
	return oldNow > 0 && newNow > oldNow && counted == newNow-oldNow && r.Setting.new.Body == symbol.GeneralAssembly
}

// assemblyReach is how many sessions ahead a text asks the Assembly for something.
const assemblyReach = 5

// assemblys tells whether the numbers of sessions with no body beside them can
// be of the General Assembly only: another organ's text, and both are near the
// Assembly's session of their year, and not near the organ's own.
func (r *reading) assemblys(oldDue, newDue int) bool {
	near := func(d *resolution.Document, due int) bool {
		ahead := due - symbol.GeneralAssembly.SessionIn(d.Adopted.Year)
		own := due - SessionNumber(d)
		return d.Body != symbol.GeneralAssembly && d.Body != symbol.NoBody && d.Adopted.Year > 0 &&
			ahead >= -1 && ahead <= assemblyReach && (own < 0 || own > 2*assemblyReach)
	}
	return near(r.Setting.old, oldDue) && near(r.Setting.new, newDue)
}

// bodyAt is the body whose session an ordinal counts, by its name right before
// or behind "session of the"; "" where none is named there, or two are.
func (r *reading) bodyAt(us []unit, at int) string {
	if at+2 < len(us) && us[at+2].Kind == token.Session || at > 1 && us[at-2].Kind == token.Session {
		return "" // "at their eightieth and fiftieth sessions, respectively": two bodies
	}
	if body := r.bodyBehind(us, at); body != "" {
		return body
	}
	return r.bodyBefore(us, at)
}

// bodyBehind is the body in "the eightieth session of the General Assembly".
func (r *reading) bodyBehind(us []unit, at int) string {
	k := at + 1
	for k < len(us) && r.lex.Word(us[k].Key).Roles&(lexicon.SessionRole|lexicon.SessionKindRole) != 0 {
		k++
	}
	from := k
	for k < len(us) && k < from+2 && us[k].Class&lexicon.GrammarClass != 0 {
		k++
	}
	if k == from || k == len(us) || !r.isBody(&us[k]) && !capitalised(&us[k]) {
		return ""
	}
	return us[k].Key
}

// bodyBefore is the body in "the General Assembly at its eightieth session": only
// words of grammar and of its name may stand between.
func (r *reading) bodyBefore(us []unit, at int) string {
	name := ""
	for i := at - 1; i >= 0; i-- {
		switch {
		case r.lex.State(us[i].Key): // "the fog in Norway at its tenth session": no State holds any
		case r.isBody(&us[i]):
			return us[i].Key
		case capitalised(&us[i]) && us[i].Class&lexicon.LeadClass == 0:
			name = us[i].Key
		case us[i].Class&(lexicon.GrammarClass|lexicon.ListingClass) == 0:
			return name
		}
	}
	return name
}

// isBody tells an actor, and a body whose sessions the language's file counts.
func (r *reading) isBody(u *unit) bool {
	return u.Class&lexicon.ActorClass != 0 && u.Class&lexicon.GrammarClass == 0 || r.lex.SessionsAYear(u.Key) > 0
}

// ownBody tells whether a body is the organ of the new text, in full or by the
// last word of its name: "the Council".
func (r *reading) ownBody(body string) bool {
	own := lexicon.Fold(r.lex.OrganName(r.Setting.new.Body.String()))
	return own != "" && (own == body || strings.HasSuffix(own, " "+body))
}

// paceSlack is how much of a year the time between two texts may differ from
// the time between two sessions: texts of one series are adopted in other months.
const paceSlack = 0.6

// anotherPace tells whether a body holds more or fewer sessions between the
// adoptions of the two texts than were counted on.
func (r *reading) anotherPace(counted, aYear int) bool {
	off := float64(counted)/float64(aYear) - r.timeBetween()
	return off > paceSlack || off < -paceSlack
}

// timeBetween is the time between the adoptions of the two texts, in years; 0
// where it is not known.
func (r *reading) timeBetween() float64 {
	x, y := dayNumber(r.Setting.old.Adopted), dayNumber(r.Setting.new.Adopted)
	if x == 0 || y == 0 {
		return 0
	}
	return float64(y-x) / 365
}

// SessionNumber is the session of a document as a number, by its masthead or
// its symbol; 0 where neither tells. A year stands for a session where the
// organ counts so.
func SessionNumber(d *resolution.Document) int {
	if n, err := strconv.Atoi(d.Session); err == nil {
		return n
	}
	for part := range strings.SplitSeq(string(d.Symbol), "/") {
		if n, err := strconv.Atoi(part); err == nil {
			return n
		}
	}
	return 0
}
