package symbol

import (
	"maps"
	"slices"
	"strings"
)

// Body is the body that adopts a text, by its code in bodies.txt.
type Body string

// The bodies that the form of a text speaks of without a symbol.
const (
	NoBody          Body = ""
	GeneralAssembly Body = "GA"
	SecurityCouncil Body = "SC"
)

// String is the body's code in JSON and data files: "GA", "SC", "ECOSOC", "HRC";
// "" for NoBody.
func (b Body) String() string { return string(b) }

// BodyByCode is the inverse of String; NoBody for any other code.
func BodyByCode(code string) Body {
	if bodies().rows[Body(code)] != nil {
		return Body(code)
	}
	return NoBody
}

// Bodies are all that bodies.txt has, by their codes.
func Bodies() []Body { return slices.Sorted(maps.Keys(bodies().rows)) }

// Year is the year in which a session of the body opened; 0 where the body's
// calendar does not tell. A session that is called by its year ("2016 session")
// opened in it.
func (b Body) Year(session int) int {
	if session >= firstYear {
		return session
	}
	for i, e := range b.calendar() {
		next := i + 1
		if session < e.session || next < len(b.calendar()) && session >= b.calendar()[next].session {
			continue
		}
		switch {
		case e.aYear > 0:
			return e.year + (session-e.session)/e.aYear
		case session == e.session:
			return e.year
		}
	}
	return 0
}

// SessionIn is the last session of the body that opened in a year; 0 where none
// did or its calendar does not tell.
func (b Body) SessionIn(year int) int {
	eras := b.calendar()
	for i := len(eras) - 1; i >= 0; i-- {
		e := eras[i]
		if e.year > year {
			continue
		}
		last := e.session + (year-e.year+1)*e.aYear - 1
		if e.aYear == 0 {
			last = e.session
		}
		if i+1 < len(eras) {
			last = min(last, eras[i+1].session-1)
		}
		if b.Year(last) != year {
			return 0
		}
		return last
	}
	return 0
}

func (b Body) calendar() []era {
	if r := bodies().rows[b]; r != nil {
		return r.calendar
	}
	return nil
}

// Body tells the body by a symbol: the one whose documents have the longest
// beginning in common with it; NoBody where none is known.
func (s Symbol) Body() Body {
	best := &row{}
	for _, r := range bodies().order {
		if strings.HasPrefix(string(s), r.documents) && len(r.documents) > len(best.documents) {
			best = r
		}
	}
	return best.body
}

// Resolution makes the symbol of what the body adopted from its number as a text
// prints it, "73/58" or "2242 (2015)"; "" where the body does not number so.
func (b Body) Resolution(number string) Symbol {
	if r := bodies().rows[b]; r != nil {
		for _, f := range r.forms {
			if n, ok := match(f.printed, number); ok {
				return Symbol(write(f.symbol, n))
			}
		}
	}
	return ""
}

// AsDecision is the symbol of a decision that a body numbers like its resolutions:
// "A/DEC/73/520" for "A/RES/73/520".
func (s Symbol) AsDecision() Symbol { return Symbol(strings.Replace(string(s), "/RES/", "/DEC/", 1)) }
