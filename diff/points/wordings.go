package points

import (
	"slices"
	"strings"
	"unicode"

	"reprise/diff/redline"
	"reprise/internal/token"
)

// hunk is a run of words that one text has where the other has others or none.
type hunk struct {
	was, is []word
	asked   bool // they name who is asked
}

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

// leastAsked is the like for those who are asked: "civil society" is said in every text.
const leastAsked = 1

// wordings are the words of an act that came and went.
func (s *Texts) wordings(l *link, a, b *act) []Fact {
	var out []Fact
	lead := len(a.words) - len(a.body)
	newLead := len(b.words) - len(b.body)
	inNew, inOld := s.beyond(a, s.new, l.newBag), s.beyond(b, s.old, l.oldBag)
	if s.mandates(a) && s.mandates(b) {
		inNew.settle(s.terms(a.words), a)
		inOld.settle(s.terms(b.words), b)
	}
	if others := s.others(l, a, b); len(others) > 0 {
		out = append(out, others...)
		inNew.settle([]when{{to: s.asked(a)}}, a)
		inOld.settle([]when{{to: s.asked(b)}}, b)
	}
	for _, h := range s.apart(a, b, s.hunks(a, b)) {
		if sameLetters(h.was, h.is) {
			continue // another spelling
		}
		was, is := behindLead(h.was, a.words[:lead]), behindLead(h.is, b.words[:newLead])
		inNew.least, inOld.least = leastWording, leastWording
		if h.asked {
			inNew.least, inOld.least = leastAsked, leastAsked
		}
		gone, came := s.lost(was, is, inNew), s.lost(is, was, inOld)
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

// sameLetters tells whether two runs of words have the same letters and figures: "lamp lit",
// "lamp-lit".
func sameLetters(a, b []word) bool {
	letters := func(ws []word) string {
		var out strings.Builder
		for _, w := range ws {
			out.WriteString(w.said)
		}
		return strings.Map(func(c rune) rune {
			if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
				return -1
			}
			return c
		}, out.String())
	}
	return len(a) > 0 && letters(a) == letters(b)
}

// beyond is where words of an act are looked for before they are said to have come or
// gone: the other text, the words of its linked clauses, and those words of the act, by
// their first bytes, that are settled: parts of a name that goes on, and what is told
// already.
type beyond struct {
	text    *document
	linked  map[string]bool
	settled map[int]bool
	least   float64 // weight below which words are not told
}

func (s *Texts) beyond(a *act, there *document, linked map[string]bool) beyond {
	return beyond{text: there, linked: linked, settled: s.shortened(a.words, linked)}
}

// settle leaves out the words of places that are told as terms.
func (o *beyond) settle(places []when, a *act) {
	for _, w := range places {
		for _, word := range a.words[w.from:w.to] {
			o.settled[word.from] = true
		}
	}
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
func (s *Texts) only(ws, instead []word, other beyond) []word {
	linked := other.linked
	short := s.abbreviated(ws, linked)
	lacking := func(w *word) bool {
		if w.weight == 0 || short[w.from] || other.settled[w.from] || w.kind != token.Word && slices.ContainsFunc(instead, func(o word) bool { return o.kind == w.kind }) {
			return false
		}
		return !s.inForm(w, linked)
	}
	from, to := 0, 0
	if part := newest(ws, lacking); len(part) > 0 {
		for ws[from].from < part[0].from {
			from++
		}
		to = from + len(part)
		from = s.leadIn(ws[:to], from)
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

// heldRun is how many words in a row that carry something and that the other text has
// part what is new in two. (Test: words about a purpose that both texts have.)
const heldRun = 4

// newest is the part of words that weighs most of those which are parted by a run of words
// that the other text has. So a short quote shows what is new.
func newest(ws []word, lacking func(*word) bool) []word {
	var best []word
	heaviest := -1.0
	from, last, run, weight := 0, -1, 0, 0.0
	part := func() {
		if weight > heaviest && last >= 0 {
			best, heaviest = ws[from:last+1], weight
		}
	}
	for i := range ws {
		switch w := &ws[i]; {
		case lacking(w):
			if run >= heldRun || last < 0 {
				part()
				from, weight = i-len(leadUp(ws[:i])), 0
			}
			last, run = i, 0
			weight += w.weight
		case w.weight > 0:
			run++
		}
	}
	part()
	return best
}

// leadUp are the small words that stand last among words.
func leadUp(ws []word) []word {
	i := len(ws)
	for i > 0 && ws[i-1].weight == 0 && ws[i-1].kind != token.Punct {
		i--
	}
	return ws[i:]
}

// leadIn is where a phrase begins whose first new word is one of these: with the small
// words before it and a phrase like "in the light". "To discard its lamp" would say that
// nothing is discarded any more.
func (l *language) leadIn(ws []word, at int) int {
	for at < len(ws) && ws[at].weight == 0 && ws[at].kind != token.Punct {
		at++
	}
	from := at - len(leadUp(ws[:at]))
	if from == at || from == 0 || ws[from-1].kind != token.Word || ws[from-1].weight == 0 {
		return from
	}
	before := leadUp(ws[:from-1])
	if n := len(before); n > 0 && l.OpensAdverbial(before[0].said) {
		return from - 1 - n
	}
	return from
}

// lost are the words of one side of a hunk that the other text really lacks; nil
// where they are too light to tell, or stand elsewhere in it.
func (s *Texts) lost(ws, instead []word, other beyond) []word {
	only := s.only(ws, instead, other)
	if weight := mass(only); weight < other.least || weight < leastWording && s.actors(only) == 0 || other.text.has(only) || other.text.has(only[:min(shown, len(only))]) {
		return nil
	}
	return only
}

// instead tells whether words stand in the place of others, so that neither came or
// went: both are short, or they share a part.
func (s *Texts) instead(gone, came []word) bool {
	const short, part = 8, 0.35 // words; share by weight
	return len(gone) <= short && len(came) <= short || s.heldInForm(gone, bagOf(came)) >= part
}

// exchange is the fact that words took the place of others.
func (s *Texts) exchange(l *link, a, b *act, gone, came []word) Fact {
	f := s.wording(l, b, came, s.new)
	f.Act, f.Was = Reads, place(a.passage, a.wholeName(gone))
	f.mass = mass(came) + mass(gone)
	return f
}

// inForm tells whether a bag holds a word in whatever form: "polishing" holds "to
// polish", "starting point" holds "starting-point".
func (s *Texts) inForm(w *word, bag map[string]bool) bool {
	if bag[w.key] || s.spelledOut(w.key, bag) {
		return true
	}
	if first, second, ok := strings.Cut(w.key, "-"); ok && halves(first, second, bag) || bag[strings.ReplaceAll(w.key, "-", "")] {
		return true
	}
	if len(bag) > manyForms {
		return false
	}
	for key := range bag {
		if s.Inflected(w.key, key) || s.Derived(w.key, key) || w.capital && ofOneName(w.key, key) {
			return true
		}
	}
	return false
}

// manyForms is more words than any clause has; among more no other forms of a word are
// looked for, for a text of a hundred thousand words would take the square of that.
const manyForms = 2_000

// halves tells whether a bag holds both halves of a compound, alone or in others:
// "mine- and war-affected" holds "mine-affected".
func halves(first, second string, bag map[string]bool) bool {
	hasFirst, hasSecond := bag[first], bag[second]
	if len(bag) > manyForms {
		return hasFirst && hasSecond
	}
	for key := range bag {
		hasFirst = hasFirst || strings.HasPrefix(key, first+"-")
		hasSecond = hasSecond || strings.HasSuffix(key, "-"+second)
	}
	return hasFirst && hasSecond
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

// wholeName are words of an act to the end of the name in which they end: "Member States"
// where only "Member" is new.
func (a *act) wholeName(ws []word) []word {
	if len(ws) == 0 || !ws[len(ws)-1].capital {
		return ws
	}
	end := behind(a.words, 0, ws[len(ws)-1].to)
	for end < len(a.words) && a.words[end].capital && a.words[end].kind == token.Word {
		end++
	}
	return a.words[behind(a.words, 0, ws[0].from):end]
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
	at := place(a.passage, a.wholeName(ws))
	if kind == Scope && s.newlyAsked(a, ws) {
		kind = Actor
	}
	f := s.fact(l, kind, Adds)
	f.mass = mass(ws)
	if d.old {
		f.Act, f.Was = Drops, at
	} else {
		f.Now = at
	}
	return f
}
