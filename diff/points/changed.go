package points

import (
	"cmp"
	"slices"
	"strings"

	"reprise/diff/nature"
	"reprise/diff/redline"
	"reprise/internal/lexicon"
	"reprise/internal/token"
	"reprise/resolution"
)

// link is a change with what both texts say in it.
type link struct {
	Change
	old, new       []*passage
	oldBag, newBag map[string]bool
}

// sameAct is how alike two acts must be, in the weight of what both say, to be
// one act that was reworded. Below it, one came and the other went. (Test: a
// lead is compared with the lead that took its object.)
const sameAct = 0.4

// changed are the facts of clauses that have a partner.
func (s *Texts) changed(l *link) []Fact {
	pairs, gone, came := s.pairActs(actsOf(l.old), actsOf(l.new))
	var out []Fact
	out = append(out, s.parts(l)...)
	for _, p := range pairs {
		out = append(out, s.within(l, p[0], p[1])...)
	}
	if len(pairs) == 0 {
		return append(out, s.rewritten(l)...)
	}
	for _, a := range came {
		out = append(out, s.further(l, a, s.new, s.old, l.oldBag)...)
	}
	for _, a := range gone {
		out = append(out, s.further(l, a, s.old, s.new, l.newBag)...)
	}
	return out
}

func actsOf(ps []*passage) []*act {
	var out []*act
	for _, p := range ps {
		for i := range p.acts {
			if len(p.acts[i].words) > 0 {
				out = append(out, &p.acts[i])
			}
		}
	}
	return out
}

// sameLead is the like for acts under one lead: they share less where the subject
// changed ("Welcomes the reports on wicks", "on lamps").
const sameLead = 0.15

// otherLead is the like for acts under other leads that open with other words: an
// ask of one body is not the ask of another.
const otherLead = 0.6

// pairActs pairs the acts that say most of the same, the most alike first, and
// lists the others.
func (s *Texts) pairActs(old, new []*act) (pairs [][2]*act, gone, came []*act) {
	type candidate struct {
		o, n int
		like float64
	}
	var all []candidate
	for o := range old {
		for n := range new {
			least := sameAct
			switch {
			case old[o].lead.Base == "" || new[n].lead.Base == "":
			case old[o].lead.Base == new[n].lead.Base:
				least = sameLead
			case !sameObject(old[o], new[n]):
				least = otherLead
			}
			if like := alike(old[o], new[n]); like >= least {
				all = append(all, candidate{o, n, like})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(b.like, a.like) })
	oldDone, newDone := make([]bool, len(old)), make([]bool, len(new))
	for _, c := range all {
		if !oldDone[c.o] && !newDone[c.n] {
			oldDone[c.o], newDone[c.n] = true, true
			pairs = append(pairs, [2]*act{old[c.o], new[c.n]})
		}
	}
	for o, done := range oldDone {
		if !done {
			gone = append(gone, old[o])
		}
	}
	for n, done := range newDone {
		if !done {
			came = append(came, new[n])
		}
	}
	return pairs, gone, came
}

// alike is the weight of the words that two acts share behind their leads, as a
// share of the lighter one's and the heavier one's in the mean.
func alike(a, b *act) float64 {
	return (held(a.body, bagOf(b.body)) + held(b.body, bagOf(a.body))) / 2
}

// leastAct is the weight below which an act is none to speak of: "and thanks him".
const leastAct = 6

// further is an act that came or went beside others of its clause. None where the
// clause's other text, or one clause elsewhere in it, says most of it.
func (s *Texts) further(l *link, a *act, here, there *document, linked map[string]bool) []Fact {
	if mass(a.body) < leastAct || held(a.body, linked) > carriedShare || held(a.quoted(), linked) > carriedShare || there.says(opening(a)) {
		return nil
	}
	if there.carries(a.body, a.asks) {
		return nil
	}
	f := s.fact(l, s.kindOf(a, here.old), Asks)
	f.mass = mass(a.body)
	at := place(a.passage, a.words)
	if f.Kind == Mandate || f.Kind == Deadline {
		f.When = s.timing(a)
	}
	if here.old {
		f.Act, f.Was = Unasks, at
	} else {
		f.Now = at
	}
	return []Fact{f}
}

// shown is how many words a short quote shows.
const shown = 14

// quoted are the words of an act that a short quote of it shows.
func (a *act) quoted() []word {
	return a.words[:min(shown, len(a.words))]
}

// opening are the first words of an act: what its quote shows before all else.
func opening(a *act) []word {
	const carrying = 4 // words that carry something
	n := 0
	for i := range a.words {
		if a.words[i].weight > 0 {
			n++
		}
		if n == carrying {
			return a.words[:i+1]
		}
	}
	return a.words
}

func (s *Texts) fact(l *link, k Kind, act Act) Fact {
	return Fact{Kind: k, Act: act, Old: l.Old, New: l.New}
}

// rewritten is the fact of a clause of which no act goes on.
func (s *Texts) rewritten(l *link) []Fact {
	o, n := &l.old[0].acts[0], &l.new[0].acts[0]
	f := s.fact(l, s.kindOf(n, false), Rewritten)
	f.Was, f.Now = place(o.passage, o.words), place(n.passage, n.words)
	f.mass = mass(l.old[0].words) + mass(l.new[0].words)
	return []Fact{f}
}

// parts is the fact of clauses that went from arguing to asking or back.
func (s *Texts) parts(l *link) []Fact {
	allIn := func(clauses []*resolution.Clause, part resolution.Part) bool {
		return !slices.ContainsFunc(clauses, func(c *resolution.Clause) bool { return c.Part != part })
	}
	var f Fact
	switch o, n := &l.old[0].acts[0], &l.new[0].acts[0]; {
	case alike(o, n) < sameThing:
		return nil
	case allIn(l.Old, resolution.Operative) && allIn(l.New, resolution.Preamble):
		f = s.fact(l, Weaker, Lowered)
	case allIn(l.Old, resolution.Preamble) && allIn(l.New, resolution.Operative):
		f = s.fact(l, Stronger, Raised)
	default:
		return nil
	}
	f.mass = leadMass
	return []Fact{f}
}

// within are the facts of an act that goes on.
func (s *Texts) within(l *link, a, b *act) []Fact {
	var out []Fact
	out = append(out, s.verb(l, a, b)...)
	out = append(out, s.moved(l, a, b)...)
	out = append(out, s.timings(l, a, b)...)
	out = append(out, s.amounts(l, a, b)...)
	return append(out, s.wordings(l, a, b)...)
}

// verb is the fact of one act under another lead: both in one form, both opening
// their clause or neither, and with one object. A direction is claimed only where
// the scale orders both, or where intensity came or went.
func (s *Texts) verb(l *link, a, b *act) []Fact {
	switch {
	case a.lead.Form&b.lead.Form == 0, a.further != b.further, !sameObject(a, b), alike(a, b) < sameThing:
		return nil
	case s.Neutral(a.lead.Base, b.lead.Base) && a.lead.Manner == b.lead.Manner:
		return nil
	}
	direction := s.scale.Compare(ranked(a.lead), ranked(b.lead))
	if a.lead.Base == b.lead.Base && a.lead.Manner == b.lead.Manner {
		direction = lexicon.Sideways
		switch {
		case a.lead.Intensity == b.lead.Intensity:
			return nil
		case a.lead.Intensity == "":
			direction = lexicon.Stronger
		case b.lead.Intensity == "":
			direction = lexicon.Weaker
		}
	}
	kind := Other
	switch direction {
	case lexicon.Stronger:
		kind = Stronger
	case lexicon.Weaker:
		kind = Weaker
	}
	f := s.fact(l, kind, Verb)
	f.Was, f.Now = s.leadOf(a), s.leadOf(b)
	f.mass = leadMass
	if said(a, b) || said(b, a) || f.Was.Text() == "" || f.Now.Text() == "" || lexicon.Fold(f.Was.Text()) == lexicon.Fold(f.Now.Text()) {
		return nil
	}
	return []Fact{f}
}

// sameObject tells whether two acts are about one thing, or ask one body: behind
// their leads they open with a word in common.
func sameObject(a, b *act) bool {
	first := func(a *act) []string {
		const most = 3 // words that carry something
		var out []string
		for i := range a.body {
			if len(out) < most && a.body[i].weight > 0 {
				out = append(out, a.body[i].key)
			}
		}
		return out
	}
	words := first(b)
	return slices.ContainsFunc(first(a), func(key string) bool { return slices.Contains(words, key) })
}

// said tells whether the verb of one act goes on behind the lead of the other: of
// "Calls upon" in "Reiterates its call upon". It is no other verb then.
func said(a, b *act) bool {
	const behind, alike = 4, 4 // words; letters that two forms of a verb share
	verb, _, _ := strings.Cut(lexicon.Fold(a.lead.Base), " ")
	for _, w := range b.body[:min(behind, len(b.body))] {
		if n := min(max(alike, len(verb)-1), len(verb)); len(w.said) >= n && w.said[:n] == verb[:n] {
			return true
		}
	}
	return false
}

// leadMass is the weight of another verb: as much as a phrase of five words.
const leadMass = 20

// ranked is a lead as scales name it: the bare verb with its manner.
func ranked(l lexicon.Lead) string {
	if l.Manner == "" {
		return l.Base
	}
	return l.Base + " " + l.Manner
}

// leadOf is the place of a lead without the words that only follow its
// neighbours: "also welcomes".
func (s *Texts) leadOf(a *act) Span {
	ws := a.words[:len(a.words)-len(a.body)]
	sequence := func(w word) bool { return s.Phrases().Classes(w.said)&lexicon.SequenceClass != 0 }
	for len(ws) > 1 && sequence(ws[0]) {
		ws = ws[1:]
	}
	for len(ws) > 1 && sequence(ws[len(ws)-1]) {
		ws = ws[:len(ws)-1]
	}
	return place(a.passage, ws)
}

// moved is the fact that an act now puts a date off, or brings it forward.
func (s *Texts) moved(l *link, a, b *act) []Fact {
	if !b.asks || s.has(a.words, moves) > 0 {
		return nil
	}
	for i := range b.words {
		if s.role(b.words, i, moves) == 0 {
			continue
		}
		f := s.fact(l, Deadline, Adds)
		f.Now = place(b.passage, b.words[i:])
		f.mass = mass(b.words[i:])
		for _, w := range s.dues(b.words[i:]) {
			f.When = place(b.passage, b.words[i+w.from:i+w.to]) // the last: from one session "to its forty-seventh"
		}
		return []Fact{f}
	}
	return nil
}

// timings are the terms and dates of one act that came, went or moved. Two are
// set against each other only where each text has one.
func (s *Texts) timings(l *link, a, b *act) []Fact {
	if s.mandates(a) && s.mandates(b) {
		return s.timed(l, a, b, Mandate, s.terms(a.words), s.terms(b.words))
	}
	if !l.Matters || !a.asks && !b.asks || s.has(a.body, reports)+s.has(b.body, reports) == 0 {
		return nil
	}
	return s.timed(l, a, b, Deadline, s.dues(a.words), s.dues(b.words))
}

func (s *Texts) timed(l *link, a, b *act, kind Kind, was, is []when) []Fact {
	if kind == Deadline && (slices.ContainsFunc(was, isAim) || slices.ContainsFunc(is, isAim)) {
		kind = Scope
	}
	f := s.fact(l, kind, Reads)
	f.mass = leadMass
	switch {
	case len(was) == 1 && len(is) == 1 && was[0].key != is[0].key && (kind == Mandate || sameEvent(a, b, was[0], is[0])):
		f.Was, f.Now = place(a.passage, a.words[was[0].from:was[0].to]), place(b.passage, b.words[is[0].from:is[0].to])
		if kind != Mandate && l.rolled(f.Now) {
			return nil
		}
	case len(was) == 0 && len(is) == 1 && b.asks && !s.old.saysIn(l.Old, b.words[is[0].from:is[0].to]):
		f.Act, f.Now = Adds, place(b.passage, b.words[is[0].from:is[0].to])
	case len(was) == 1 && len(is) == 0 && a.asks && !s.new.saysIn(l.New, a.words[was[0].from:was[0].to]):
		f.Act, f.Was = Drops, place(a.passage, a.words[was[0].from:was[0].to])
	default:
		return nil
	}
	return []Fact{f}
}

// rolled tells whether a date moved with the calendar only.
func (l *link) rolled(now Span) bool {
	return slices.ContainsFunc(l.Reasons, func(r nature.Reason) bool {
		return r.Nature() == nature.Routine && r.New.Note == nil && r.New.Clause == now.Clause && r.New.From < now.To && now.From < r.New.To
	})
}

// isAim tells a year alone, the aim of a plan.
func isAim(w when) bool { return w.year }

// sameEvent tells whether two dates date one thing: the same word that carries
// something stands before both, or behind both.
func sameEvent(a, b *act, was, is when) bool {
	same := func(x, y string) bool { return x != "" && x == y }
	return same(near(a.words[:was.from], -1), near(b.words[:is.from], -1)) || same(near(a.words[was.to:], 1), near(b.words[is.to:], 1))
}

// near is the last or first word that carries something; "" for none.
func near(ws []word, step int) string {
	for k := range ws {
		i := k
		if step < 0 {
			i = len(ws) - 1 - k
		}
		if ws[i].weight > 0 {
			return ws[i].key
		}
	}
	return ""
}

// sameThing is how alike two acts must be for their numbers to count one thing ("an
// additional amount" is no "unencumbered balance"), for their verbs to be those of
// one act, and for one to be the other in another part.
const sameThing = 0.5

// withCounted is a number with what it counts behind it: one word, or a name and the
// word that it ends in ("United States dollars").
func withCounted(ws []word) []word {
	n := 2
	for n < len(ws) && ws[n-1].capital {
		n++
	}
	return ws[:min(n, len(ws))]
}

// amounts are numbers that count the same thing in both texts and are not the
// same. A thing that is counted twice in an act is left alone.
func (s *Texts) amounts(l *link, a, b *act) []Fact {
	var out []Fact
	if alike(a, b) < sameThing {
		return nil
	}
	was, is := s.counted(a), s.counted(b)
	for _, unit := range slices.Sorted(keys(was)) {
		o, n := was[unit], is[unit]
		if len(o) != 1 || len(n) != 1 || a.words[o[0]].key == b.words[n[0]].key {
			continue
		}
		kind := Scope
		if s.role(a.words, o[0]+1, moneyed|staffed) > 0 || a.words[o[0]].said[0] == '$' {
			kind = Money
		}
		f := s.fact(l, kind, Reads)
		f.Was, f.Now = place(a.passage, withCounted(a.words[o[0]:])), place(b.passage, withCounted(b.words[n[0]:]))
		f.mass = leadMass
		out = append(out, f)
	}
	return out
}

// counted are the places of the numbers of an act by what they count: the word
// behind them.
func (s *Texts) counted(a *act) map[string][]int {
	out := map[string][]int{}
	for i := range a.words {
		w := &a.words[i]
		number := w.kind == token.Number && !isYear(w) || w.kind == token.Word && s.Cardinal(w.said) > 1
		if number && i+1 < len(a.words) && a.words[i+1].kind == token.Word && a.words[i+1].weight > 0 && (i == 0 || !s.IsReference(a.words[i-1].said)) {
			out[a.words[i+1].key] = append(out[a.words[i+1].key], i)
		}
	}
	return out
}

// hunk is a run of words that one text has where the other has others or none.
type hunk struct{ was, is []word }

// hunks compares the wordings of an act.
func (s *Texts) hunks(a, b *act) []hunk {
	oldText := a.passage.clause.Text[a.from():a.to()]
	newText := b.passage.clause.Text[b.from():b.to()]
	var out []hunk
	o, n := a.from(), b.from()
	open := false
	for _, e := range redline.In(oldText, newText, s.Lexicon) {
		if e.Op == redline.Equal {
			o, n = o+len(e.Text), n+len(e.Text)
			open = false
			continue
		}
		if !open {
			out = append(out, hunk{})
			open = true
		}
		h := &out[len(out)-1]
		if e.Op == redline.Delete {
			h.was = append(h.was, between(a.words, o, o+len(e.Text))...)
			o += len(e.Text)
		} else {
			h.is = append(h.is, between(b.words, n, n+len(e.Text))...)
			n += len(e.Text)
		}
	}
	return out
}

// between are the words that lie in a range of bytes.
func between(ws []word, from, to int) []word {
	i := 0
	for i < len(ws) && ws[i].from < from {
		i++
	}
	k := i
	for k < len(ws) && ws[k].to <= to {
		k++
	}
	return ws[i:k]
}

// leastWording is the weight below which words that came or went are not told:
// two words of some rarity.
const leastWording = 5

// wordings are the words of an act that came and went.
func (s *Texts) wordings(l *link, a, b *act) []Fact {
	var out []Fact
	lead := len(a.words) - len(a.body)
	newLead := len(b.words) - len(b.body)
	for _, h := range s.hunks(a, b) {
		was, is := behindLead(h.was, a.words[:lead]), behindLead(h.is, b.words[:newLead])
		gone, came := s.lost(was, is, s.new, l.newBag), s.lost(is, was, s.old, l.oldBag)
		switch {
		case len(gone) > 0 && len(came) > 0 && s.instead(gone, came):
			out = append(out, s.exchange(l, a, b, gone, came))
			continue
		case len(gone) > 0:
			out = append(out, s.wording(l, a, gone, s.old))
		}
		if len(came) > 0 {
			out = append(out, s.wording(l, b, came, s.new))
		}
	}
	return append(out, s.force(l, a, b)...)
}

func behindLead(ws, lead []word) []word {
	for len(ws) > 0 && len(lead) > 0 && ws[0].from <= lead[len(lead)-1].from {
		ws = ws[1:]
	}
	return ws
}

// only are those of the words of one text that the linked clauses of the other
// really lack, with the phrase that leads up to them: phrases that the other text
// has are cut off at both ends, and words behind the last one that it lacks. A date
// or number that has one of its kind in its place did not come or go. None where
// most of what is left is held all the same.
func (s *Texts) only(ws, instead []word, linked map[string]bool) []word {
	short := s.abbreviated(ws, linked)
	lacks := func(w *word) bool {
		if w.weight == 0 || short[w.from] || w.kind != token.Word && slices.ContainsFunc(instead, func(o word) bool { return o.kind == w.kind }) {
			return false
		}
		return !s.inForm(w, linked)
	}
	from, to := leadIn(ws, lacks), len(ws)
	for to > from && !lacks(&ws[to-1]) {
		to--
	}
	ws = trimmed(ws[from:to])
	for i := range ws {
		if short[ws[i].from] {
			return nil // long for short, or short for long
		}
	}
	spoken := func(w word) bool { return w.kind == token.Title || w.kind == token.Word && w.weight > 0 }
	if !slices.ContainsFunc(ws, spoken) || s.heldInForm(ws, linked) > carriedShare {
		return nil
	}
	return ws
}

// leadIn is where the phrase begins that leads up to the first word which is
// lacking: behind a mark or a number, and with no more than two words that carry
// something before it; else with its small words alone.
func leadIn(ws []word, lacks func(*word) bool) int {
	const most = 2
	first := 0
	for first < len(ws) && !lacks(&ws[first]) {
		first++
	}
	small, carrying := first, 0
	for small > 0 && ws[small-1].weight == 0 && ws[small-1].kind != token.Punct {
		small--
	}
	for from := small; ; from-- {
		switch {
		case from == 0 || ws[from-1].kind == token.Punct || ws[from-1].weight > 0 && ws[from-1].kind != token.Word:
			return from
		case ws[from-1].weight > 0:
			if carrying++; carrying > most {
				return small
			}
		}
	}
}

// lost are the words of one side of a hunk that the other text really lacks; nil
// where they are too light to tell, or stand elsewhere in it.
func (s *Texts) lost(ws, instead []word, there *document, linked map[string]bool) []word {
	only := s.only(ws, instead, linked)
	if mass(only) < leastWording || there.has(only) || there.has(only[:min(shown, len(only))]) {
		return nil
	}
	return only
}

// instead tells whether words stand in the place of others, so that neither came or
// went: both are short, or they share a part.
func (s *Texts) instead(gone, came []word) bool {
	const short, part = 8, 0.2 // words; share by weight
	return len(gone) <= short && len(came) <= short || s.heldInForm(gone, bagOf(came)) >= part
}

// exchange is the fact that words took the place of others.
func (s *Texts) exchange(l *link, a, b *act, gone, came []word) Fact {
	f := s.wording(l, b, came, s.new)
	f.Act, f.Was = Reads, place(a.passage, gone)
	f.mass = mass(came) + mass(gone)
	return f
}

// inForm tells whether a bag holds a word in whatever form: "polishing" holds "to
// polish", "starting point" holds "starting-point".
func (s *Texts) inForm(w *word, bag map[string]bool) bool {
	if bag[w.key] {
		return true
	}
	if first, second, ok := strings.Cut(w.key, "-"); ok && bag[first] && bag[second] || bag[strings.ReplaceAll(w.key, "-", "")] {
		return true
	}
	for key := range bag {
		if s.Inflected(w.key, key) || w.capital && ofOneName(w.key, key) {
			return true
		}
	}
	return false
}

// ofOneName tells a name from the word that is made of it: "Utopia", "Utopian".
func ofOneName(a, b string) bool {
	const stem, ending = 5, 3 // letters that both have; letters that either may have behind them
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= stem && len(a)-n <= ending && len(b)-n <= ending
}

// heldInForm is the share of words, by weight, that a bag holds in whatever form.
func (s *Texts) heldInForm(ws []word, bag map[string]bool) float64 {
	all, both := 0.0, 0.0
	for i := range ws {
		if w := &ws[i]; w.weight > 0 {
			all += w.weight
			if s.inForm(w, bag) {
				both += w.weight
			}
		}
	}
	if all == 0 {
		return 1
	}
	return both / all
}

func (s *Texts) wording(l *link, a *act, ws []word, d *document) Fact {
	kind := Scope
	switch {
	case a.asks && s.has(ws, moves) > 0:
		kind = Deadline
	case s.has(ws, instrument) > 0:
		kind = Legal
	case s.has(ws, moneyed) > 0 && a.asks:
		kind = Money
	}
	f := s.fact(l, kind, Adds)
	f.mass = mass(ws)
	at := place(a.passage, ws)
	if d.old {
		f.Act, f.Was = Drops, at
	} else {
		f.Now = at
	}
	return f
}

// force is the fact of words that soften or harden an act and that only one text
// has. One in place of another of its sort makes the act neither stronger nor
// weaker; of more than one a side nothing is said.
func (s *Texts) force(l *link, a, b *act) []Fact {
	if !a.asks || !b.asks {
		return nil
	}
	gone, came := s.forcesOnly(a, s.new, l.New), s.forcesOnly(b, s.old, l.Old)
	switch {
	case len(gone) == 0 && len(came) == 1 && !came[0].modal:
		return []Fact{s.forced(l, b, came[0], s.new)}
	case len(gone) == 1 && len(came) == 0 && !gone[0].modal:
		return []Fact{s.forced(l, a, gone[0], s.old)}
	case len(gone) == 1 && len(came) == 1 && gone[0].modal == came[0].modal:
		kind := Scope
		if gone[0].softens != came[0].softens {
			kind = Stronger
			if came[0].softens {
				kind = Weaker
			}
		}
		f := s.fact(l, kind, Reads)
		f.Was, f.Now = place(a.passage, gone[0].words), place(b.passage, came[0].words)
		f.mass = leadMass
		return []Fact{f}
	}
	return nil
}

// forcesOnly are the phrases of force of an act that the linked clauses of the other
// text do not have.
func (s *Texts) forcesOnly(a *act, there *document, linked []*resolution.Clause) []force {
	return slices.DeleteFunc(s.forces(a.body), func(f force) bool { return there.saysIn(linked, f.words) })
}

// force is a phrase that softens or hardens what is asked.
type force struct {
	words   []word
	softens bool
	modal   bool // a verb: it says something only in the place of another ("may" for "shall")
}

// forces are the phrases of force among words.
func (s *Texts) forces(ws []word) []force {
	var out []force
	for i := 0; i < len(ws); i++ {
		for _, role := range [...]lexicon.Class{softens, hardens, allows, obliges} {
			if n := s.role(ws, i, role); n > 0 {
				out = append(out, force{ws[i : i+n], role == softens || role == allows, role == allows || role == obliges})
				i += n - 1
				break
			}
		}
	}
	return out
}

// forced is the fact that such a phrase came or went: what a softening one is
// put to is weaker, what it is taken from stronger, and the reverse.
func (s *Texts) forced(l *link, a *act, w force, d *document) Fact {
	f := s.fact(l, Weaker, Adds)
	if w.softens == d.old {
		f.Kind = Stronger
	}
	f.mass = leadMass
	at := place(a.passage, w.words)
	if d.old {
		f.Act, f.Was = Drops, at
	} else {
		f.Now = at
	}
	return f
}
