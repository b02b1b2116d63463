package nature

import (
	"slices"
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

// predecessor is the symbol of the old text. Where the text does not bear it, it is that of
// the first document adopted after all that the old text cites which the new text cites:
// whoever takes a text up again recalls it, and what came after it comes later in the list.
// "" where nothing tells. It is likely, no more: enough for what only recalls, and not for
// what is to be acted on.
func (s *Setting) predecessor() string {
	if s.old.Symbol != "" {
		return string(s.old.Symbol)
	}
	if s.before == nil {
		was := s.adopted(s.old)
		first, latest := aged{}, aged{}
		for _, a := range was {
			if latest.olderThan(a) {
				latest = a
			}
		}
		for _, a := range s.adopted(s.new) {
			known := slices.ContainsFunc(was, func(o aged) bool { return o.symbol == a.symbol })
			if !known && latest.symbol != "" && !a.olderThan(latest) && (first.symbol == "" || a.olderThan(first)) {
				first = a
			}
		}
		s.before = &first.symbol
	}
	return *s.before
}

// olderThan tells whether a document was adopted before another, by the days if both are
// known, else by the years.
func (a aged) olderThan(b aged) bool {
	if a.day > 0 && b.day > 0 {
		return a.day < b.day
	}
	return a.year < b.year
}

// adopted lists the documents that some body adopted and a text cites, in order.
func (s *Setting) adopted(d *resolution.Document) []aged {
	var out []aged
	for _, c := range d.Clauses {
		if !c.Counted() || !strings.ContainsAny(c.Text, "/(") {
			continue
		}
		us := s.senses(c.Text)
		for i := range us {
			if us[i].Kind != token.Citation {
				continue
			}
			at := []int{i}
			if i+2 < len(us) && us[i+1].Stop && us[i+2].Kind == token.Date {
				at = span(i, i+3)
			}
			if a := s.aged(us, at, d); a.body != symbol.NoBody {
				out = append(out, a)
			}
		}
	}
	return out
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
func (s *Setting) aged(us []unit, at []int, d *resolution.Document) aged {
	organ := d.Body
	for i := range at[0] {
		if code := s.lex.Organ(us[i].Key); code != "" {
			organ = symbol.BodyByCode(code)
		}
	}
	a := aged{printed: us[at[0]].Text}
	a.symbol = canonical(a.printed, organ)
	if len(at) > 1 {
		a.day = s.dayOf(us[at[len(at)-1]].Text)
	}
	cited := symbol.Symbol(a.symbol)
	if _, adopted := cited.Number(); adopted && !s.otherSeries(us, at[0]) {
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
	case doc.symbol == r.predecessor():
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
