package nature

import (
	"slices"
	"strings"

	"reprise/internal/lexicon"
	"reprise/resolution"
)

// leads explains the changes of the phrases that open the clause and its
// limbs, and takes their units out of what the other passes see.
func (r *reading) leads() {
	old, new := r.limbs(r.w.OldText, r.w.Old), r.limbs(r.w.NewText, r.w.New)
	if len(old) == 0 || len(new) == 0 {
		return
	}
	a, b := &old[0], &new[0]
	r.asking = r.lex.Asks(a.lead.Base) || r.lex.Asks(b.lead.Base)
	r.noting = !r.asking
	r.pairLimbs(old, new)
	switch {
	case a.pair == 0 && b.pair == 0, a.pair < 0 && b.pair < 0, a.pair > 0 && b.pair > 0:
		r.lead(a.lead, b.lead)
		a.pair, b.pair = 0, 0
	}
	r.furtherLeads(old, new)
}

// underLead lets a point without a lead ask or note as its chapeau does.
func (r *reading) underLead(old, new []*resolution.Clause) {
	if _, ok := r.lex.Lead(r.w.NewText); ok || len(old) == 0 || len(new) == 0 {
		return
	}
	a, okOld := r.chapeau(r.Setting.old, old[0])
	b, okNew := r.chapeau(r.Setting.new, new[0])
	if okOld && okNew {
		r.asking = r.lex.Asks(a.Base) || r.lex.Asks(b.Base)
		r.noting = !r.asking
	}
}

// chapeau is the lead of the nearest clause above a point that has one.
func (r *reading) chapeau(d *resolution.Document, c *resolution.Clause) (lexicon.Lead, bool) {
	for c.Parent != "" {
		at := slices.IndexFunc(d.Clauses, func(p *resolution.Clause) bool { return p.ID == c.Parent })
		if at < 0 || d.Clauses[at].Depth >= c.Depth {
			break
		}
		c = d.Clauses[at]
		if lead, ok := r.lex.Lead(c.Text); ok {
			return lead, true
		}
	}
	return lexicon.Lead{}, false
}

// lead explains a change of the phrase that opens the clause.
func (r *reading) lead(a, b lexicon.Lead) {
	was, is := r.w.OldText[:a.Length], r.w.NewText[:b.Length]
	if was == is {
		return
	}
	oldLead, newLead := spanTo(r.w.Old, a.Length), spanTo(r.w.New, b.Length)
	r.oldLead, r.newLead = len(oldLead), len(newLead)
	r.mark(oldLead, newLead)
	c := r.leadChange(a, b)
	if c == Inflected && lexicon.Fold(was) == lexicon.Fold(is) {
		c = Capitals
	}
	r.add(c, place{0, a.Length}, place{0, b.Length})
}

// leadChange is the cause of a change between two leads; inflected where they
// are one lead.
func (r *reading) leadChange(a, b lexicon.Lead) Cause {
	respelled := a.Base != b.Base && r.spelt(a.Base) == r.spelt(b.Base)
	switch {
	case a.Base != b.Base && !respelled:
		return r.leadCause(a, b)
	case a.Intensity != b.Intensity:
		return LeadIntensity
	case a.Manner != b.Manner:
		return r.mannerCause(a, b)
	case a.Sequence != b.Sequence:
		return SequenceWord
	case respelled:
		return Respelt
	}
	return Inflected
}

// spelt is a phrase in one spelling.
func (r *reading) spelt(phrase string) string {
	words := strings.Fields(lexicon.Fold(phrase))
	for i, w := range words {
		words[i] = r.lex.Spelt(w)
	}
	return strings.Join(words, " ")
}

// leadCause is the cause of a change of verb: with a direction inside one
// family of the scale, without one across families.
func (r *reading) leadCause(a, b lexicon.Lead) Cause {
	switch r.scale.Compare(ranked(a), ranked(b)) {
	case lexicon.Stronger:
		return LeadStronger
	case lexicon.Weaker:
		return LeadWeaker
	case lexicon.Sideways:
		if r.lex.Neutral(a.Base, b.Base) && a.Intensity == b.Intensity && a.Manner == b.Manner {
			return LeadNeutral
		}
		return LeadSideways
	}
	return LeadVerb
}

// lastWord is the noun of a manner: "with deep concern" and "its grave concern"
// are one manner, of another intensity.
func lastWord(manner string) string {
	return manner[strings.LastIndexByte(manner, ' ')+1:]
}

func (r *reading) mannerCause(a, b lexicon.Lead) Cause {
	if c := r.leadCause(a, b); c == LeadStronger || c == LeadWeaker {
		return c
	}
	if a.Manner != "" && lastWord(a.Manner) == lastWord(b.Manner) {
		return LeadIntensity
	}
	return LeadManner
}

// ranked is a lead as scales name it: the bare verb with its manner.
func ranked(l lexicon.Lead) string {
	return strings.TrimSpace(l.Base + " " + l.Manner)
}

// Ordered tells whether the scale orders the two leads that open wordings.
func (s *Setting) Ordered(old, new string) bool {
	a, okOld := s.lex.Lead(old)
	b, okNew := s.lex.Lead(new)
	return okOld && okNew && s.scale.Compare(ranked(a), ranked(b)) != lexicon.Unknown
}

// spanTo lists the units that begin before a byte offset.
func spanTo(us []unit, end int) []int {
	n := 0
	for n < len(us) && us[n].At < end {
		n++
	}
	return span(0, n)
}
