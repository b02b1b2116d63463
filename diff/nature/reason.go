package nature

import (
	"strings"

	"reprise/resolution"
)

// Reason is one thing that a change does, and where.
type Reason struct {
	Cause    Cause
	Old, New Span // the zero Span where the text has nothing of it
}

// Kind is what sort of thing the reason is about.
func (r Reason) Kind() Kind { return rules[r.Cause].kind }

// Nature is how much the reason weighs by itself.
func (r Reason) Nature() Nature { return rules[r.Cause].nature }

// Span is a run of a clause's text, or of the text of a footnote that the clause
// cites: the bytes From up to To. The zero Span is nowhere.
type Span struct {
	Clause   *resolution.Clause
	Note     *resolution.Footnote // nil where the text is the clause's own
	From, To int
}

// Text is what stands in the span; "" for the zero Span.
func (s Span) Text() string {
	switch {
	case s.Note != nil:
		return s.Note.Text[s.From:s.To]
	case s.Clause != nil:
		return s.Clause.Text[s.From:s.To]
	}
	return ""
}

// Empty tells whether nothing stands in the span.
func (s Span) Empty() bool { return s.From == s.To }

// In is where the span stands in the joined text of some clauses (Joined); false
// where it is empty, in a note, or in none of them.
func (s Span) In(clauses []*resolution.Clause) (from, to int, ok bool) {
	at := 0
	for _, c := range clauses {
		if c == s.Clause && s.Note == nil && !s.Empty() {
			return at + s.From, at + s.To, true
		}
		at += len(c.Text) + len("\n")
	}
	return 0, 0, false
}

// Joined is the text of several clauses, one a line.
func Joined(clauses []*resolution.Clause) string {
	if len(clauses) == 1 {
		return clauses[0].Text
	}
	var b strings.Builder
	for i, c := range clauses {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(c.Text)
	}
	return b.String()
}

// Of is the nature that follows from reasons: the weightiest of theirs.
func Of(reasons []Reason) Nature {
	n := None
	for _, r := range reasons {
		n = max(n, r.Nature())
	}
	return n
}

// place is a run of the joined text of one side of a change, in bytes.
type place struct{ from, to int }

func (p place) empty() bool { return p.from == p.to }

// within tells whether a place lies in another; the empty place lies in any.
func (p place) within(o place) bool { return p.empty() || o.from <= p.from && p.to <= o.to }

// around is the place of a run of units; the empty place for none.
func around(us []unit) place {
	if len(us) == 0 {
		return place{}
	}
	return place{us[0].At, us[len(us)-1].End()}
}

// about is the place from the first to the last of some units.
func about(us []unit, at []int) place {
	if len(at) == 0 {
		return place{}
	}
	return place{us[at[0]].At, us[at[len(at)-1]].End()}
}

// claim is a cause that a pass found, and where in the texts of the two sides.
type claim struct {
	cause              Cause
	old, new           place
	oldAbove, newAbove Span // where it stands in another clause; the zero Span for here
}

// reasons are the claims as reasons: in the clauses of either side, one a clause
// where a claim runs over several.
func reasons(claims []claim, old, new []*resolution.Clause) []Reason {
	out := make([]Reason, 0, len(claims))
	for _, c := range claims {
		was, is := c.spans(old, c.old, c.oldAbove), c.spans(new, c.new, c.newAbove)
		for i := range max(len(was), len(is), 1) {
			r := Reason{Cause: c.cause}
			if i < len(was) {
				r.Old = was[i]
			}
			if i < len(is) {
				r.New = is[i]
			}
			out = append(out, r)
		}
	}
	return out
}

// spans are the clauses' shares of a place of their joined text, or the place in
// another clause.
func (c claim) spans(clauses []*resolution.Clause, p place, above Span) []Span {
	if above.Clause != nil {
		return []Span{above}
	}
	var out []Span
	at := 0
	for _, c := range clauses {
		s := Span{Clause: c, From: max(p.from-at, 0), To: min(p.to-at, len(c.Text))}
		if s.From < s.To {
			out = append(out, s)
		}
		at += len(c.Text) + len("\n")
	}
	return out
}
