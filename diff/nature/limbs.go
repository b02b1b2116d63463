package nature

import (
	"reprise/internal/lexicon"
	"reprise/internal/token"
	"reprise/resolution"
)

// limb is a lead with what it opens. The first of a clause is its lead; a
// further one ("..., and requests the keepers to rest") is an ask of its own.
type limb struct {
	lead     lexicon.Lead
	act      string // the verb of what it does: "call upon" for "reiterates its call"
	again    bool   // it does that once more
	from, to int    // units of the lead phrase
	end      int    // unit where the limb ends: the next one begins
	above    *resolution.Clause
	pair     int  // the limb of the other text that does the same work; -1 for none
	turned   bool // the other text speaks of the same, and no longer asks, or now does
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
	out := []limb{r.acting(limb{lead: head, to: at, pair: -1}, text, us)}
	speech := false
	for i := out[0].to; i < len(us); i++ {
		if i == 0 || !r.opensLimb(us, i) {
			speech = speech || i > 0 && head.Form&lexicon.PreambularForm != 0 && r.speaks(text, us, i)
			continue
		}
		if speech && us[i-1].Class&lexicon.ListingClass != 0 && us[i-2].Kind != token.Punct {
			continue // it goes on with what somebody said
		}
		lead, ok := r.lex.FurtherLead(text[us[i].At:])
		to := i + len(spanTo(us[i:], us[i].At+lead.Length))
		if !ok || lead.Form&head.Form == 0 || !r.lex.OpensLimb(lead.Base) || r.nounAt(us, i, to) && !participle(lead) || r.narrated(us, i, lead) {
			continue
		}
		speech = false
		out[len(out)-1].end = i
		next := r.acting(limb{lead: lead, from: i, to: to, pair: -1}, text, us)
		out = append(out, next)
		i = next.to - 1
	}
	out[len(out)-1].end = len(us)
	return out
}

// speaks tells whether a participle of leads that tells what was said stands at a unit with
// nothing that parts it from what it belongs to: "the address by the Warden stressing that
// ..."; it says what somebody else does, and so does what is joined to it.
func (r *reading) speaks(text string, us []unit, i int) bool {
	if us[i].Class&lexicon.LeadClass == 0 {
		return false
	}
	lead, ok := r.lex.FurtherLead(text[us[i].At:])
	if !ok || !participle(lead) || lead.Form&lexicon.BareForm != 0 {
		return false
	}
	to := i + len(spanTo(us[i:], us[i].At+lead.Length))
	if to >= len(us) {
		return false
	}
	_, told := r.facts("to").At(1, func(int) string { return us[to].Key }, lexicon.QualifierClass)
	return told
}

// participle tells a form of a verb that is no noun: "recalling".
func participle(lead lexicon.Lead) bool {
	return lead.Form == lexicon.PreambularForm && lead.Base != ""
}

// narrated tells what someone else did from what the clause does: "recalling that the
// keepers met, encouraged bakers, and rested". A lead without a verb of its own
// ("Encouraged") opens a limb behind a word that joins.
func (r *reading) narrated(us []unit, i int, lead lexicon.Lead) bool {
	return lead.Form == lexicon.PreambularForm && (lead.Base == us[i].Key || r.lex.Narrates(us[i].Key, lead.Base)) && us[i-1].Class&lexicon.ListingClass == 0
}

// actReach is how many units behind a verb that renews the noun of the act stands:
// "reiterates its strong and unequivocal call".
const actReach = 5

// acting finds what a limb does. A verb that renews is followed by the act itself, as a
// noun ("reaffirms its condemnation of") or as a verb ("continues to encourage"): the
// lead goes on to its end.
func (r *reading) acting(l limb, text string, us []unit) limb {
	l.act = r.spelt(l.lead.Base)
	if !r.lex.Renews(l.lead.Base) {
		return l
	}
	if act := r.actOf(l.lead.Manner); act != "" { // "expresses its deep concern" is taken for a lead whole
		l.act = r.spelt(act)
		return l
	}
	for i := l.to; i < min(len(us), l.to+actReach); i++ {
		if act := r.lex.Act(us[i].Key); act != "" {
			l.act, l.again, l.to = r.spelt(act), true, i+1
			return l
		}
		if us[i].Stop && i == l.to && i+1 < len(us) {
			if lead, ok := r.lex.FurtherLead(text[us[i+1].At:]); ok && lead.Form&lexicon.BareForm != 0 && us[i].Class&lexicon.GrammarClass != 0 && (r.lex.Act(us[i+1].Key) == "" || lead.Length > len(us[i+1].Text)) {
				to := i + 1 + len(spanTo(us[i+1:], us[i+1].At+lead.Length))
				l.act, l.again, l.to = r.spelt(lead.Base), true, to
				return l
			}
		}
		if us[i].Kind != token.Word || us[i].Class&lexicon.ListingClass != 0 {
			break
		}
	}
	return l
}

// actOf is the verb of the act that the last word of a manner names.
func (r *reading) actOf(manner string) string {
	if manner == "" {
		return ""
	}
	return r.lex.Act(lastWord(manner))
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

// joins tells a mark or word between limbs.
func joins(u *unit) bool {
	return u.Kind == token.Punct || u.Kind == token.Space || u.Class&lexicon.ListingClass != 0
}
