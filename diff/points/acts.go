package points

import (
	"reprise/internal/lexicon"
	"reprise/internal/token"
)

// act is a lead with what it opens: one thing that a clause does. "Welcomes the
// report, and requests the keepers to rest" does two.
type act struct {
	passage *passage
	lead    lexicon.Lead // the zero value for a point that has none of its own
	words   []word       // of the whole act, its lead among them
	body    []word       // what stands behind the lead
	asks    bool
	further bool // not the first of its clause

	bag map[string]bool // of the body; nil before it is asked for
}

// holds is the share of the body of another act, by weight, that this one has.
func (a *act) holds(b *act) float64 {
	if a.bag == nil {
		a.bag = bagOf(a.body)
	}
	return held(b.body, a.bag)
}

// from and to are the bytes of the clause's text that the act takes, without the
// mark and the word that join it to the next one.
func (a *act) from() int { return a.words[0].from }
func (a *act) to() int   { return a.words[len(a.words)-1].to }

// acts parts a clause at its leads. Never empty.
func (l *language) acts(p *passage) []act {
	head, ok := l.Lead(p.clause.Text)
	if !ok || len(p.words) == 0 {
		return []act{{passage: p, words: p.words, body: p.words, asks: p.asks}}
	}
	var out []act
	open := func(lead lexicon.Lead, at int) {
		out = append(out, act{passage: p, lead: lead, words: p.words[at:], asks: l.Asks(lead.Base), further: at > 0})
	}
	open(head, 0)
	begins := []int{0}
	speech := false
	for i := behind(p.words, 0, head.Length); i < len(p.words); i++ {
		if i == 0 || !l.opensAct(p.words, i) {
			speech = speech || head.Form&lexicon.PreambularForm != 0 && l.speaks(p, i)
			continue
		}
		if speech && i > 1 && p.words[i-1].joins && p.words[i-2].kind != token.Punct {
			continue // it goes on with what somebody said
		}
		lead, ok := l.FurtherLead(p.clause.Text[p.words[i].from:])
		if !ok || lead.Form&head.Form == 0 || !l.OpensLimb(lead.Base) {
			continue
		}
		end := behind(p.words, i, p.words[i].from+lead.Length)
		if l.isNoun(p.words, i, end) {
			continue
		}
		speech = false
		open(lead, i)
		begins = append(begins, i)
		i = end - 1
	}
	for k := range out {
		end := len(p.words)
		if k+1 < len(out) {
			end = begins[k+1]
		}
		for end > begins[k]+1 && l.joins(&p.words[end-1]) {
			end--
		}
		a := &out[k]
		a.words = p.words[begins[k]:end]
		a.body = a.words[min(len(a.words), behind(p.words, begins[k], p.words[begins[k]].from+a.lead.Length)-begins[k]):]
	}
	return out
}

// speaks tells whether a participle of leads that tells what was said stands at a word with
// nothing that parts it from what it belongs to: "the address by the Warden stressing that
// ..." says what the Warden does.
func (l *language) speaks(p *passage, i int) bool {
	if !p.words[i].leads {
		return false
	}
	lead, ok := l.FurtherLead(p.clause.Text[p.words[i].from:])
	if !ok || lead.Form != lexicon.PreambularForm || lead.Base == "" {
		return false
	}
	to := behind(p.words, i, p.words[i].from+lead.Length)
	return to < len(p.words) && l.role(p.words, to, toDo) > 0
}

// behind is the first word from at on that begins at a byte or after it.
func behind(ws []word, at, end int) int {
	for at < len(ws) && ws[at].from < end {
		at++
	}
	return at
}

// joins tells a mark or word between acts.
func (l *language) joins(w *word) bool {
	return w.kind == token.Punct && w.said != ")" && w.said != "”" || l.Phrases().Classes(w.said)&lexicon.ListingClass != 0
}

// opensAct tells whether a further lead may begin at a word: behind a mark or a
// word that joins, or a phrase that links ("and in this regard requests").
func (l *language) opensAct(ws []word, i int) bool {
	const opens = lexicon.LeadClass | lexicon.SequenceClass | lexicon.IntensityClass
	if l.Phrases().Classes(ws[i].said)&opens == 0 {
		return false
	}
	before := &ws[i-1]
	if before.said == "," || before.said == ";" || l.Phrases().Classes(before.said)&lexicon.ListingClass != 0 {
		return true
	}
	const longest = 4 // words of a phrase that links
	for n := 2; n <= longest && n <= i; n++ {
		m, ok := l.Phrases().At(n, func(k int) string { return ws[i-n+k].said }, lexicon.LinkClass)
		if ok && m.Length == n {
			return true
		}
	}
	return false
}

// isNoun tells whether a phrase that reads as a lead is a noun or stands alone:
// "its requests for lamps", "bells, calls, horns".
func (l *language) isNoun(ws []word, from, to int) bool {
	if to == len(ws) {
		return true
	}
	next := &ws[to]
	if next.kind == token.Punct && next.said == "," && to+1 < len(ws) {
		_, linked := l.Phrases().At(len(ws)-to-1, func(k int) string { return ws[to+1+k].said }, lexicon.LinkClass)
		return !linked
	}
	return next.kind == token.Punct || to == from+1 && l.Phrases().Classes(next.said)&lexicon.NounClass != 0
}

// blames tells whether an act blames or is worried: by its verb, or by the
// feeling that it names.
func (l *language) blames(a *act) bool {
	if l.blaming[a.lead.Base] {
		return true
	}
	m := a.lead.Manner
	return m != "" && l.feelings[m[lastBlank(m)+1:]]
}

func lastBlank(s string) int {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == ' ' {
			return i
		}
	}
	return -1
}
