package nature

import (
	"reprise/internal/lexicon"
	"reprise/internal/token"
)

// limb is a lead with what it opens. The first of a clause is its lead; a
// further one ("..., and requests the keepers to rest") is an ask of its own.
type limb struct {
	lead     lexicon.Lead
	from, to int // units of the lead phrase
	end      int // unit where the limb ends: the next one begins
	pair     int // the limb of the other text with the same verb; -1 for none
}

// limbs lists the leads of a text, in order: the one that opens it, and those
// in its form behind a comma or a word that joins that are no nouns. Nil where
// no lead opens the text.
func (r *reading) limbs(text string, us []unit) []limb {
	head, ok := r.lex.Lead(text)
	if !ok {
		return nil
	}
	at := len(spanTo(us, head.Length))
	out := []limb{{lead: head, to: at, pair: -1}}
	for i := at; i < len(us); i++ {
		if i == 0 || !r.opensLimb(us, i) {
			continue
		}
		lead, ok := r.lex.FurtherLead(text[us[i].At:])
		to := i + len(spanTo(us[i:], us[i].At+lead.Length))
		if !ok || lead.Form&head.Form == 0 || !r.lex.OpensLimb(lead.Base) || r.nounAt(us, i, to) {
			continue
		}
		out[len(out)-1].end = i
		out = append(out, limb{lead: lead, from: i, to: to, pair: -1})
		i = to - 1
	}
	out[len(out)-1].end = len(us)
	return out
}

// opensLimb tells whether a further lead may begin at a unit: behind a mark,
// the end of a clause, a word that joins, or a phrase that links.
func (r *reading) opensLimb(us []unit, i int) bool {
	const opens = lexicon.LeadClass | lexicon.SequenceClass | lexicon.IntensityClass
	if us[i].Class&opens == 0 {
		return false
	}
	before := &us[i-1]
	return before.Text == "," || before.Text == ";" || before.Kind == token.Space ||
		before.Class&lexicon.ListingClass != 0 || r.linked(us, i) > 0
}

// maxLink is how many words a phrase that links has.
const maxLink = 4

// linked is how many words before a unit are a phrase that links; 0 for none.
func (r *reading) linked(us []unit, i int) int {
	for n := 2; n <= maxLink && n <= i; n++ {
		word := func(k int) string { return us[i-n+k].Key }
		if m, ok := r.lex.Phrases().At(n, word, lexicon.LinkClass); ok && m.Length == n {
			return n
		}
	}
	return 0
}

// nounAt tells whether a phrase that reads as a lead is a noun or stands
// alone: "its requests for lamps", "bells, calls, horns".
func (r *reading) nounAt(us []unit, from, to int) bool {
	if to == len(us) {
		return true
	}
	next := &us[to]
	if next.Kind == token.Punct && next.Text == "," {
		word := func(k int) string { return us[to+1+k].Key }
		_, linked := r.lex.Phrases().At(len(us)-to-1, word, lexicon.LinkClass)
		return !linked
	}
	return next.Kind == token.Punct || next.Kind == token.Space || to == from+1 && next.Class&lexicon.NounClass != 0
}

// pairLimbs pairs the limbs of two texts that have the same verb, in order.
func (r *reading) pairLimbs(old, new []limb) {
	for o := range old {
		for n := range new {
			if old[o].pair < 0 && new[n].pair < 0 && r.spelt(old[o].lead.Base) == r.spelt(new[n].lead.Base) {
				old[o].pair, new[n].pair = n, o
			}
		}
	}
}

// furtherLeads explains the limbs behind the first, and a first one that was
// put before a lead that still stands: a limb that came or went, an ask that
// gave way to another in its place, and one of another strength.
func (r *reading) furtherLeads(old, new []limb) {
	for o := range old {
		if n := old[o].pair; n > 0 || n == 0 && o > 0 {
			r.sameLead(&old[o], &new[n])
		}
	}
	r.repeated(old, r.w.Old, r.oldDone)
	r.repeated(new, r.w.New, r.newDone)
	for _, h := range r.w.Hunks {
		was, is := r.oldRun(h), r.newRun(h)
		gone, came := r.unpaired(old, was, is), r.unpaired(new, is, was)
		for len(gone) > 0 && len(came) > 0 {
			r.replacedLead(gone[0], came[0])
			gone, came = gone[1:], came[1:]
		}
		for _, l := range gone {
			r.add(LeadDropped, r.leadAlone(was, l, len(is.left(everything)) == 0), place{})
		}
		for _, l := range came {
			r.add(LeadAdded, place{}, r.leadAlone(is, l, len(was.left(everything)) == 0))
		}
	}
}

// repeated takes out the lead of a clause that was joined with one that has the
// same verb: nothing is said by its coming or going.
func (r *reading) repeated(limbs []limb, us []unit, done []bool) {
	for i := 1; i < len(limbs); i++ {
		l := &limbs[i]
		if l.pair < 0 && us[l.from-1].Kind == token.Space && r.spelt(l.lead.Base) == r.spelt(limbs[i-1].lead.Base) {
			l.pair = i
			for k := l.from; k < l.to; k++ {
				done[k] = true
			}
		}
	}
}

// unpaired lists the limbs that begin inside a run and whose verb its text has
// more often, in whatever form, than the other.
func (r *reading) unpaired(limbs []limb, in, other run) []*limb {
	var out []*limb
	for i := range limbs {
		l := &limbs[i]
		if l.pair < 0 && l.from >= in.from && l.from < in.to && r.verbs(in, l.lead.Base) > r.verbs(other, l.lead.Base) {
			out = append(out, l)
		}
	}
	return out
}

// verbs counts how often a text has a verb of leads, in any form.
func (r *reading) verbs(in run, base string) int {
	n := 0
	for i := range in.us {
		if in.us[i].Class&lexicon.LeadClass == 0 {
			continue
		}
		lead, ok := r.lex.FurtherLead(in.text[in.us[i].At:])
		n += one(ok && r.spelt(lead.Base) == r.spelt(base))
	}
	return n
}

// sameLead explains a further lead that both texts have, in another strength.
func (r *reading) sameLead(a, b *limb) {
	c := r.leadChange(a.lead, b.lead)
	if c == SequenceWord || rules[c].nature == Substantive {
		r.mark(span(a.from, a.to), span(b.from, b.to))
		r.add(c, around(r.w.Old[a.from:a.to]), around(r.w.New[b.from:b.to]))
	}
}

// replacedLead explains a further lead that gave way to another.
func (r *reading) replacedLead(a, b *limb) {
	r.take(span(a.from, a.to), span(b.from, b.to), r.leadChange(a.lead, b.lead))
}

// leadAlone explains a limb that only one side of a hunk has, with its words as
// far as they came or went with it. What came whole is explained by that; beside
// other words only the lead is.
func (r *reading) leadAlone(in run, l *limb, whole bool) place {
	from, end := l.from, min(l.end, in.to)
	words := end
	for words > l.to && joins(&in.us[words-1]) {
		words--
	}
	said := around(in.us[from:words])
	if !whole {
		end = l.to
	} else if n := r.linked(in.us, from); from-n >= in.from {
		from -= n
	}
	for whole && from > in.from && joins(&in.us[from-1]) {
		from--
	}
	for i := from; i < end; i++ {
		in.done[i] = true
	}
	return said
}

// joins tells a mark or word between limbs.
func joins(u *unit) bool {
	return u.Kind == token.Punct || u.Kind == token.Space || u.Class&lexicon.ListingClass != 0
}
