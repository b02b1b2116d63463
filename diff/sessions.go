package diff

import (
	"reprise/internal/lexicon"
	"reprise/internal/token"
	"reprise/resolution"
)

// sessionCause tells a session rolled forward from a report or item due at
// another interval. Where the session is the text's own organ's, its interval is
// the session named less the session of the text; where another body is named
// right before it ("report to the General Assembly at its eightieth session"),
// as many sessions must have passed as the body holds in the time between.
func (r *reading) sessionCause(o, n int) cause {
	oldDue, newDue := r.lex.Ordinal(r.w.old[o].Text), r.lex.Ordinal(r.w.new[n].Text)
	if body := r.bodyBefore(r.w.new, n); body != "" && body == r.bodyBefore(r.w.old, o) && !r.ownBody(body) {
		if r.asking && r.anotherPace(newDue-oldDue, r.lex.SessionsAYear(body)) {
			return intervalChanged
		}
		return sessionRolled
	}
	oldNow, newNow := sessionNumber(r.setting.old), sessionNumber(r.setting.new)
	if oldNow > 0 && newNow > 0 && oldDue > oldNow && newDue > newNow && oldDue-oldNow != newDue-newNow {
		return intervalChanged
	}
	return sessionRolled
}

// bodyBefore is the body whose session an ordinal counts, by its name right
// before: only words of grammar may stand between. "" where none does.
func (r *reading) bodyBefore(us []unit, at int) string {
	if at+2 < len(us) && us[at+2].Kind == token.Session || at > 1 && us[at-2].Kind == token.Session {
		return "" // "at their eightieth and fiftieth sessions, respectively": two bodies
	}
	for i := at - 1; i >= 0; i-- {
		if us[i].class&lexicon.ActorClass != 0 && us[i].class&lexicon.GrammarClass == 0 || r.lex.SessionsAYear(us[i].key) > 0 {
			return us[i].key
		}
		if us[i].class&lexicon.GrammarClass == 0 && !capitalised(&us[i]) && us[i].class&lexicon.ListingClass == 0 {
			return ""
		}
	}
	return ""
}

// ownBody tells whether a body is the organ of the new text.
func (r *reading) ownBody(body string) bool {
	code := r.lex.Organ(body)
	return code != "" && resolution.OrganByCode(code) == r.setting.new.Organ
}

// paceSlack is how much of a year the time between two texts may differ from
// the time between two sessions: texts of one series are adopted in other months.
const paceSlack = 0.6

// anotherPace tells whether a body holds more or fewer sessions between the
// adoptions of the two texts than were counted on; false where it is not known.
func (r *reading) anotherPace(counted, aYear int) bool {
	x, y := dayNumber(r.setting.old.Adopted), dayNumber(r.setting.new.Adopted)
	if x == 0 || y == 0 || aYear == 0 {
		return false
	}
	years := float64(y-x) / 365
	off := float64(counted)/float64(aYear) - years
	return off > paceSlack || off < -paceSlack
}
