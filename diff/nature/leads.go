package nature

import (
	"maps"
	"slices"
	"strings"

	"reprise/internal/lexicon"
	"reprise/internal/token"
	"reprise/resolution"
)

// readLimbs reads the leads of both texts, and whether the clause asks for something;
// nothing where either text has no lead.
func (r *reading) readLimbs() {
	a := r.underChapeau(r.limbs(r.w.OldText, r.w.Old), r.Setting.old, r.oldClauses, r.w.Old)
	b := r.underChapeau(r.limbs(r.w.NewText, r.w.New), r.Setting.new, r.newClauses, r.w.New)
	if len(a) == 0 || len(b) == 0 {
		return
	}
	r.oldLimbs, r.newLimbs = a, b
	r.asking = r.asks(a) || r.asks(b)
	r.noting = !r.asking
}

// leads explains the changes of the phrases that open the clause and its
// limbs, and takes their units out of what the other passes see.
func (r *reading) leads() []claim {
	a, b := r.oldLimbs, r.newLimbs
	if len(a) == 0 || len(b) == 0 {
		return nil
	}
	var out []claim
	r.pairLimbs(a, b)
	rejoin(a, b)
	rejoin(b, a)
	for o := range a {
		n := a[o].pair
		switch {
		case n < 0:
		case r.otherActs(&a[o], &b[n]):
			a[o].pair, b[n].pair = -1, -1
			a[o].turned, b[n].turned = true, true
		default:
			out = append(out, r.sameWork(&a[o], &b[n], o+n > 0)...)
		}
	}
	out = append(out, r.repeated(true)...)
	out = append(out, r.repeated(false)...)
	for i := range a {
		out = append(out, r.gone(&a[i])...)
	}
	for i := range b {
		out = append(out, r.came(&b[i])...)
	}
	return out
}

// otherActs tells whether of two limbs about the same one asks and the other does not,
// and no scale orders their verbs: a call that is dropped and a concern that is new.
func (r *reading) otherActs(a, b *limb) bool {
	return r.lex.Asks(a.act) != r.lex.Asks(b.act) && a.act != b.act && r.scale.Compare(a.act, b.act) == lexicon.Unknown
}

// asks tells whether the first limb of a text asks someone to act.
func (r *reading) asks(limbs []limb) bool {
	return r.lex.Asks(limbs[0].lead.Base) || r.lex.Asks(limbs[0].act)
}

// underChapeau gives a point the lead of its chapeau for its own: a verb that opens
// the point ("Ensuring") only says what is asked.
func (r *reading) underChapeau(limbs []limb, d *resolution.Document, clauses []*resolution.Clause, us []unit) []limb {
	if len(clauses) == 0 {
		return limbs
	}
	lead, above, ok := r.chapeau(d, clauses[0])
	if !ok {
		return limbs
	}
	head := limb{lead: lead, act: r.spelt(lead.Base), end: len(us), above: above, pair: -1}
	if len(limbs) == 0 {
		return []limb{head}
	}
	head.end = limbs[0].end
	limbs[0] = head
	return limbs
}

// chapeau is the lead of the nearest clause above a point that has one.
func (r *reading) chapeau(d *resolution.Document, c *resolution.Clause) (lexicon.Lead, *resolution.Clause, bool) {
	for c.Parent != "" {
		at := slices.IndexFunc(d.Clauses, func(p *resolution.Clause) bool { return p.ID == c.Parent })
		if at < 0 || d.Clauses[at].Depth >= c.Depth {
			break
		}
		c = d.Clauses[at]
		if lead, ok := r.lex.Lead(c.Text); ok {
			return lead, c, true
		}
	}
	return lexicon.Lead{}, nil, false
}

// sameWork explains a change between the leads of two limbs that do the same work.
// Of a further one, what is only another form says nothing.
func (r *reading) sameWork(a, b *limb, further bool) []claim {
	if a.above != nil && b.above != nil {
		return nil // told at the chapeau
	}
	was, is := around(r.w.Old[a.from:a.to]), around(r.w.New[b.from:b.to])
	oldText, newText := r.w.OldText[was.from:was.to], r.w.NewText[is.from:is.to]
	if oldText == newText {
		return nil
	}
	r.mark(span(a.from, a.to), span(b.from, b.to))
	if !further {
		r.oldLead, r.newLead = a.to, b.to
	}
	c := r.leadChange(a, b)
	switch {
	case c == Inflected && lexicon.Fold(oldText) == lexicon.Fold(newText):
		c = Capitals
	case c == Inflected && sameWords(r.w.Old[a.from:a.to], r.w.New[b.from:b.to]):
		c = OrderChanged
	}
	if c == LeadRenewed && !r.aboutTheSame(a, b) {
		return nil // another act under the verb that did it before
	}
	if further && rules[c].nature != Substantive && c != SequenceWord && c != LeadRenewed {
		return nil
	}
	return []claim{{cause: c, old: was, new: is, oldAbove: leadSpan(a), newAbove: leadSpan(b)}}
}

// aboutTheSame tells whether two limbs are about the same, not only of one verb.
func (r *reading) aboutTheSame(l, m *limb) bool {
	a, b := contentOf(r.w.Old[l.to:l.end]), contentOf(r.w.New[m.to:m.end])
	return a.alike(b) >= sameVerb || a.sameAs(b)
}

// leadSpan is where the lead of a chapeau stands; the zero Span for a lead of the
// clause's own.
func leadSpan(l *limb) Span {
	if l.above == nil {
		return Span{}
	}
	return Span{Clause: l.above, To: l.lead.Length}
}

// sameWords tells whether two runs have the same words, in whatever order.
func sameWords(a, b []unit) bool {
	words := func(us []unit) map[string]int {
		out := map[string]int{}
		for i := range us {
			out[us[i].Key]++
		}
		return out
	}
	return maps.Equal(words(a), words(b))
}

// rejoin gives the work of a limb behind one of the same verb to that one's lead, where it has none of its own: "Recalling A, Recalling also B" and
// "Recalling A and B" have one lead, and the second is repeated.
func rejoin(limbs, other []limb) {
	for i := 1; i < len(limbs); i++ {
		l, before := &limbs[i], &limbs[i-1]
		if l.pair >= 0 && before.pair < 0 && l.act == before.act {
			before.pair, l.pair = l.pair, -1
			other[before.pair].pair = i - 1
		}
	}
}

// repeated takes out a lead that has the verb of the one before it, at the head of a
// clause that was joined with another or where the other text has its work without it
// ("stressing A and stressing B", "stressing A and B"): nothing is said by its coming or
// going but that the same act is done in as many words.
func (r *reading) repeated(old bool) []claim {
	var out []claim
	limbs, us, other := r.newLimbs, r.w.New, r.w.Old
	if old {
		limbs, us, other = r.oldLimbs, r.w.Old, r.w.New
	}
	for i := 1; i < len(limbs); i++ {
		l := &limbs[i]
		if l.pair >= 0 || l.turned || l.act != limbs[i-1].act || !r.touched(old, l.from, l.to) {
			continue
		}
		joined := us[l.from-1].Kind == token.Space
		if joined || contentOf(us[l.to:l.end]).cover(contentOf(other)) >= againShare {
			l.pair = i
			r.takeJoint(old, l, joined)
			if at := around(us[l.from:l.to]); !joined && old {
				out = append(out, r.claim(LeadRenewed, at, place{})...)
			} else if !joined {
				out = append(out, r.claim(LeadRenewed, place{}, at)...)
			}
		}
	}
	return out
}

// takeJoint marks a repeated lead with what joins its work to the one before on the other
// side: words that join and, at the head of a joined clause, those that only hold a
// sentence together ("including").
func (r *reading) takeJoint(old bool, l *limb, joined bool) {
	for _, h := range r.w.Hunks {
		own, other := r.newRun(h), r.oldRun(h)
		if old {
			own, other = other, own
		}
		if own.to <= l.from || l.to <= own.from {
			continue
		}
		light := !slices.ContainsFunc(other.us[other.from:other.to], func(u unit) bool {
			return !joins(&u) && (!joined || !u.Stop || u.Class&(lexicon.ModalityClass|lexicon.QualifierClass) != 0)
		})
		if light {
			for k := other.from; k < other.to; k++ {
				other.done[k] = true
			}
		}
		from, to := l.from, l.to
		for from > own.from && joins(&own.us[from-1]) {
			from--
		}
		if joined && to < own.to && own.us[to].Class&lexicon.ActorClass != 0 && namedBefore(own.us[:l.from], own.us[to].Key) {
			to++ // who was asked is asked again
		}
		for k := max(own.from, from); k < min(own.to, to); k++ {
			own.done[k] = true
		}
	}
}

// gone explains a limb that the new text has not: it stands in another clause now, or
// is dropped. What goes on in the same clause under another verb, or as what was said
// of something, is only worded otherwise.
func (r *reading) gone(l *limb) []claim {
	if l.pair >= 0 || l.above != nil || !r.touched(true, l.from, l.to) {
		return nil
	}
	if object := contentOf(r.w.Old[l.to:l.end]); !l.turned && object.cover(contentOf(r.w.New)) >= withinShare {
		return nil
	}
	told := r.claim(LeadDropped, r.limbPlace(r.w.Old, l), place{})
	if len(told) > 0 {
		r.takeLimb(true, l)
	}
	return told
}

// came is gone for a limb of the new text.
func (r *reading) came(l *limb) []claim {
	if l.pair >= 0 || l.above != nil || !r.touched(false, l.from, l.to) {
		return nil
	}
	if object := contentOf(r.w.New[l.to:l.end]); !l.turned && object.cover(contentOf(r.w.Old)) >= withinShare {
		return nil
	}
	told := r.claim(LeadAdded, place{}, r.limbPlace(r.w.New, l))
	if len(told) > 0 {
		r.takeLimb(false, l)
	}
	return told
}

// touched tells whether a change reaches into some units of a side.
func (r *reading) touched(old bool, from, to int) bool {
	return slices.ContainsFunc(r.w.Hunks, func(h hunk) bool {
		if old {
			return h.O0 < to && from < h.O1
		}
		return h.N0 < to && from < h.N1
	})
}

// takeLimb explains the units of a limb that a change reaches, with what joins it to
// the one before, by its coming or going.
func (r *reading) takeLimb(old bool, l *limb) {
	us := r.w.New
	if old {
		us = r.w.Old
	}
	from := l.from - r.linked(us, l.from)
	for from > 0 && joins(&us[from-1]) {
		from--
	}
	for _, h := range r.w.Hunks {
		if old {
			r.mark(span(max(from, h.O0), max(from, h.O0, min(l.end, h.O1))), nil)
		} else {
			r.mark(nil, span(max(from, h.N0), max(from, h.N0, min(l.end, h.N1))))
		}
	}
}

// limbPlace is where a limb stands, without the marks and words that join it to the next.
func (r *reading) limbPlace(us []unit, l *limb) place {
	end := l.end
	for end > l.to && joins(&us[end-1]) {
		end--
	}
	return around(us[l.from:end])
}

// leadChange is the cause of a change between the leads of two limbs; Inflected where
// they are one lead.
func (r *reading) leadChange(l, m *limb) Cause {
	a, b := l.lead, m.lead
	respelled := a.Base != b.Base && r.spelt(a.Base) == r.spelt(b.Base)
	switch {
	case l.act == m.act && (l.again || m.again || a.Base != b.Base && !respelled):
		return LeadRenewed
	case l.act != m.act && (l.again || m.again):
		return r.leadCause(lexicon.Lead{Base: l.act}, lexicon.Lead{Base: m.act})
	case a.Base != b.Base && !respelled:
		return r.leadCause(a, b)
	case a.Intensity != b.Intensity:
		return LeadIntensity
	case a.Manner != b.Manner:
		return r.mannerCause(a, b)
	case a.Sequence != b.Sequence && (r.lex.Renews(lexicon.Fold(a.Sequence)) || r.lex.Renews(lexicon.Fold(b.Sequence))):
		return LeadRenewed
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
	if r.lex.Neutral(a.Base, b.Base) && a.Intensity == b.Intensity && a.Manner == b.Manner {
		return LeadNeutral
	}
	switch r.scale.Compare(ranked(a), ranked(b)) {
	case lexicon.Stronger:
		return LeadStronger
	case lexicon.Weaker:
		return LeadWeaker
	case lexicon.Sideways:
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
