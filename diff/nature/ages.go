package nature

import (
	"strings"

	"reprise/internal/token"
	"reprise/resolution"
	"reprise/resolution/symbol"
)

// rolledCause tells a reference rolled forward from one that gave way to an
// earlier document (nothing rolls back), and from another instrument that a
// clause asks someone to act on.
func (r *reading) rolledCause(old, new []int) Cause {
	a, b := r.aged(r.w.Old, old, r.Setting.old), r.aged(r.w.New, new, r.Setting.new)
	if number, _, yeared := strings.Cut(a.printed, " ("); yeared && strings.HasPrefix(b.printed, number+" (") {
		return DateCorrected
	}
	switch {
	case a.day > 0 && b.day > 0:
		if b.day < a.day {
			return CitationChanged
		}
	case a.year > 0 && b.year > 0 && a.body == b.body && b.year < a.year:
		return CitationChanged
	}
	if !r.noting && a.body != symbol.NoBody && b.body != symbol.NoBody && !r.sameLine(a, b) {
		return CitationOther
	}
	return CitationRolled
}

// aged is a cited document with its age.
type aged struct {
	printed string
	symbol  string      // canonical
	body    symbol.Body // that adopted it; NoBody for other documents
	year    int         // in which it was adopted, or its session opened; 0 where not known
	day     int         // by the date that stands with it; 0 for none
}

// aged reads the age of a citation at some units of a text.
func (r *reading) aged(us []unit, at []int, d *resolution.Document) aged {
	organ := d.Body
	for i := range at[0] {
		if code := r.lex.Organ(us[i].Key); code != "" {
			organ = symbol.BodyByCode(code)
		}
	}
	a := aged{printed: us[at[0]].Text}
	a.symbol = canonical(a.printed, organ)
	if len(at) > 1 {
		a.day = r.dayOf(us[at[len(at)-1]].Text)
	}
	cited := symbol.Symbol(a.symbol)
	if _, adopted := cited.Number(); adopted {
		a.body, a.year = cited.Body(), cited.Year()
	}
	return a
}

// sameLine tells whether a newer reference stands in the line of the older one:
// it is the old text itself, or the new text cites both in one list.
func (r *reading) sameLine(a, b aged) bool {
	if b.symbol == string(r.Setting.old.Symbol) {
		return true
	}
	for _, c := range r.Setting.new.Clauses {
		if StandsIn(c.Text, a.printed) && StandsIn(c.Text, b.printed) {
			return true
		}
	}
	return false
}

// recalledInLine tells whether a resolution that joins a list to be acted on only
// continues it: it is the old text itself, or the preamble recalls it in one list
// with another of them. Other documents shape no mandate.
func (r *reading) recalledInLine(at []int) bool {
	doc := r.aged(r.w.New, at, r.Setting.new)
	if doc.body == symbol.NoBody || doc.symbol == string(r.Setting.old.Symbol) {
		return true
	}
	for _, c := range r.Setting.new.Clauses {
		if c.Part != resolution.Preamble || !StandsIn(c.Text, doc.printed) {
			continue
		}
		for i := range r.w.New {
			if u := &r.w.New[i]; i != at[0] && u.Kind == token.Citation && StandsIn(c.Text, u.Text) {
				return true
			}
		}
	}
	return false
}

// otherBody tells whether a resolution that joins a list is of another body than
// all that the list had: to cite it is a choice, not the calendar. Where the body of none
// of them is known, nothing tells.
func (r *reading) otherBody(at []int) bool {
	doc := r.aged(r.w.New, at, r.Setting.new)
	if doc.body == symbol.NoBody {
		return false
	}
	known := false
	for i := range r.w.Old {
		if r.w.Old[i].Kind != token.Citation {
			continue
		}
		body := r.aged(r.w.Old, []int{i}, r.Setting.old).body
		if body == doc.body {
			return false
		}
		known = known || body != symbol.NoBody
	}
	return known || r.listed(r.w.Old) == 0
}

// knownBefore tells whether a document that joins a list is older than the old
// text: to cite it now is a choice, not the calendar. The old text itself never
// is.
func (r *reading) knownBefore(at []int) bool {
	doc, old := r.aged(r.w.New, at, r.Setting.new), r.Setting.old
	switch {
	case doc.symbol == string(old.Symbol):
		return false
	case doc.day > 0:
		return doc.day < dayNumber(old.Adopted)-termSlack
	case doc.year == 0:
		return false
	case doc.body != symbol.GeneralAssembly:
		return doc.year < yearOfText(old)
	case old.Body == symbol.GeneralAssembly:
		return symbol.GeneralAssembly.SessionIn(doc.year) < SessionNumber(old)
	}
	return doc.year+1 < yearOfText(old) // a session ends in the year after
}
