package points

import (
	"slices"
	"strings"

	"reprise/internal/lexicon"
)

// verb is the fact of one act under another lead: both in one form, both opening
// their clause or neither, and with one object. A direction is claimed only where
// the scale orders both, or where intensity came or went.
func (s *Texts) verb(l *link, a, b *act) []Fact {
	switch {
	case a.lead.Form&b.lead.Form == 0, a.further != b.further, !sameObject(a, b), alike(a, b) < sameThing:
		return nil
	case s.doing(a) == s.doing(b) && a.lead.Base != b.lead.Base: // "Regrets" is "Expresses its regret"
		return nil
	case goesOn(a, l.whole().new) || goesOn(b, l.whole().old):
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
	if s.renewed(a) > 0 || s.renewed(b) > 0 {
		f.Was, f.Now = s.renewing(a), s.renewing(b)
	}
	if said(a, b) || said(b, a) || f.Was.Text() == "" || f.Now.Text() == "" || lexicon.Fold(f.Was.Text()) == lexicon.Fold(f.Now.Text()) {
		return nil
	}
	return []Fact{f}
}

// goesOn tells whether an act of the other text's clauses has the same lead for the same
// object: of a clause that was split, both halves may open with a verb that its act had.
func goesOn(a *act, others []*passage) bool {
	return slices.ContainsFunc(actsOf(others), func(b *act) bool {
		return b.lead.Base == a.lead.Base && b.lead.Manner == a.lead.Manner && b.lead.Intensity == a.lead.Intensity && sameObject(a, b)
	})
}

// renewReach is how many words behind a verb that does an act once more its noun stands:
// "reiterates its strong and urgent call".
const renewReach = 5

// renewed is how many words behind its lead an act names what it does, where the lead
// only does that once more: 2 of "Reiterates its call upon"; 0 for others.
func (s *Texts) renewed(a *act) int {
	if !s.Renews(a.lead.Base) || s.Act(lastWord(a.lead.Manner)) != "" {
		return 0
	}
	for i := range a.body[:min(renewReach, len(a.body))] {
		if s.Act(a.body[i].said) != "" {
			return i + 1
		}
	}
	return 0
}

// doing is the verb of what an act does, in its bare form.
func (s *Texts) doing(a *act) string {
	if n := s.renewed(a); n > 0 {
		return s.Act(a.body[n-1].said)
	}
	if verb := s.Act(lastWord(a.lead.Manner)); verb != "" && s.Renews(a.lead.Base) {
		return verb
	}
	return a.lead.Base
}

// renewing is the place of a lead with the noun of what it does once more.
func (s *Texts) renewing(a *act) Span {
	at := s.leadOf(a)
	if n := s.renewed(a); n > 0 {
		at.To = a.body[n-1].to
	}
	return at
}

func lastWord(manner string) string { return manner[strings.LastIndexByte(manner, ' ')+1:] }

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
