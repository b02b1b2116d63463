package points

import (
	"cmp"

	"reprise/internal/lexicon"
	"reprise/internal/token"
)

// when is a place that says by when or how long: words from:to of an act.
type when struct {
	from, to int
	key      string // the date, session or length that it names
	year     bool   // a year alone: the aim of a plan rather than a date by which something is due
}

// maxSessions is how many words name several sessions: "fifty-second and fifty-fifth
// sessions".
const maxSessions = 6

// maxReach is how many words may stand between the word that opens a deadline and
// its date: "by the end of the first week of its" eightieth session.
const maxReach = 8

// maxBetween is how many of them carry something: "by the end of" a session, but not
// "by the Council in its decision of" a date.
const maxBetween = 1

// dues are the places of an act that say by when: a date, month or year behind a
// word of deadlines ("by", "no later than"), and the session at which.
func (l *language) dues(ws []word) []when {
	var out []when
	for i := 0; i < len(ws); i++ {
		var at int
		opened := false
		if m, ok := l.Phrases().At(len(ws)-i, func(k int) string { return ws[i+k].said }, lexicon.DeadlineClass); ok {
			at, opened = i+m.Length, true
		} else if l.role(ws, i, sessionOpens|spans) > 0 {
			at = i + 1
		} else {
			continue
		}
		w, ok := when{}, false
		if opened || l.role(ws, i, spans) > 0 {
			w, ok = l.lapse(ws, i, at)
		}
		if !ok && l.role(ws, i, spans) == 0 {
			w, ok = l.due(ws, i, at, opened)
		}
		if ok {
			out = append(out, w)
			i = w.to - 1
		}
	}
	return out
}

// lapse reads how long may pass: a number and what it counts of time, "within five (5)
// months".
func (l *language) lapse(ws []word, from, at int) (when, bool) {
	const most = 6 // words
	number := ""
	for k := at; k < len(ws) && k < at+most; k++ {
		w := &ws[k]
		switch {
		case w.kind == token.Number && !isYear(w), l.Cardinal(w.said) > 0:
			number = cmp.Or(number, w.key)
		case number != "" && l.Phrases().Classes(w.said)&lexicon.IntervalClass != 0:
			return when{from: from, to: k + 1, key: number + " " + w.key}, true
		case w.kind != token.Punct && w.weight > 0 || w.said == "," || w.said == ";":
			return when{}, false
		}
	}
	return when{}, false
}

// due reads what stands behind a word that opens it: of plain prepositions only
// the session that follows with nothing but small words between.
func (l *language) due(ws []word, from, at int, opened bool) (when, bool) {
	weighty := 0
	for k := at; k < len(ws) && k < at+maxReach; k++ {
		w := &ws[k]
		switch {
		case w.kind == token.Punct, w.kind == token.Citation, weighty > maxBetween:
			return when{}, false
		case w.kind == token.Session:
			end := k + 1
			for end < len(ws) && end < k+maxSessions && !l.Word(ws[end-1].said).Is(lexicon.SessionRole) {
				end++
			}
			return when{from: from, to: end, key: w.key}, true
		case opened && w.kind == token.Date:
			return when{from: from, to: k + 1, key: w.key}, true
		case opened && isYear(w):
			return when{from: from, to: k + 1, key: w.key, year: true}, true
		case !opened && w.weight > 0:
			return when{}, false
		case w.weight > 0:
			weighty++
		}
	}
	return when{}, false
}

func isYear(w *word) bool {
	if w.kind != token.Number || len(w.said) != 4 {
		return false
	}
	for _, c := range []byte(w.said) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return w.said[0] == '1' || w.said[0] == '2'
}

// maxTerm is the longest half of a term in words: "for a further period of six
// months".
const maxTerm = 10

// terms are the places of an act that say how long: from the word that opens a term
// to its date, session or the thing that its number counts. Both halves of "for a
// period of ten years until 30 November" are one.
func (l *language) terms(ws []word) []when {
	var out []when
	for i := 0; i < len(ws); i++ {
		opens := l.role(ws, i, termOpens)
		if opens == 0 {
			continue
		}
		end, key := l.term(ws, i, i+opens)
		if end == 0 {
			continue
		}
		if last := len(out) - 1; last >= 0 && i-out[last].to <= 1 {
			out[last].to, out[last].key = end, out[last].key+key
		} else {
			out = append(out, when{from: i, to: end, key: key})
		}
		i = end - 1
	}
	return out
}

// term reads one half of a term: where it ends, 0 for none, and what it names.
func (l *language) term(ws []word, from, at int) (end int, key string) {
	for k := from; k < len(ws) && k < at+maxTerm && ws[k].kind != token.Punct; k++ {
		w := &ws[k]
		switch {
		case w.kind == token.Date, w.kind == token.Session:
			return k + 1, " " + w.key
		case w.kind == token.Number && !isYear(w) || l.Cardinal(w.said) > 0:
			if k+1 < len(ws) && ws[k+1].weight > 0 {
				return k + 2, " " + w.key + " " + ws[k+1].key
			}
		case isYear(w):
			return k + 1, " " + w.key
		}
	}
	return 0, ""
}

// decides tells whether an act makes, extends or ends a mandate: it decides, and
// near its lead stands the verb, with what it is done to or how long behind.
func (l *language) mandates(a *act) bool {
	if !l.decides[a.lead.Base] {
		return false
	}
	const near = 8 // words: "decides, on an exceptional basis, to extend"
	for i := 0; i < len(a.words) && i < near; i++ {
		verb := l.role(a.words, i, extends|creates|ends)
		if verb == 0 {
			continue
		}
		const within, far = 10, 20 // words: "extend until 30 November 2232 the mandate"; "renew, with effect from today, until"
		behind := func(most int) []word { return a.words[i+verb : min(len(a.words), i+verb+most)] }
		if l.has(behind(within), mandated) > 0 || len(l.terms(behind(far))) > 0 && l.role(a.words, i, extends) > 0 {
			return true
		}
	}
	return false
}
