package nature

import (
	"slices"

	"reprise/internal/lexicon"
)

// checked are the claims that hold once all are made: each against the whole of both
// texts, and against what the others say.
func (r *reading) checked() []claim {
	r.found = slices.DeleteFunc(r.found, r.within)
	for i := range r.found {
		r.found[i] = r.underHead(r.found[i])
	}
	r.once()
	return r.found
}

// within tells what is told with something weightier: style inside words that are told
// as changed anyway ("report" for "reported" says nothing there, and may be chance), and
// the form of a lead ("emphasizing", "Emphasizes") that follows from the part.
func (r *reading) within(c claim) bool {
	switch c.cause {
	case Inflected, Respelt, SequenceWord, Grammar:
		return slices.ContainsFunc(r.found, func(o claim) bool {
			return (worded(o) || wider(o)) && c.old.within(o.old) && c.new.within(o.new) || o.cause == PartChanged && c.cause == Inflected && r.leadForm(c)
		})
	}
	return false
}

// underHead keeps of an actor who came or went the actor alone, where the chapeau of the
// other text has the rest of the words: "[Urges keepers and bakers to] rest", under "Calls
// upon all bakers to:".
func (r *reading) underHead(c claim) claim {
	us, p, head := r.w.Old, &c.old, r.newLimbs
	if c.cause == ActorNamed {
		us, p, head = r.w.New, &c.new, r.oldLimbs
	}
	if c.cause != ActorNamed && c.cause != ActorDropped || len(head) == 0 || head[0].above == nil {
		return c
	}
	above := contentOf(r.senses(head[0].above.Text))
	first, rest := place{}, content{words: map[string]int{}}
	for i := range us {
		switch u := &us[i]; {
		case u.At < p.from || u.End() > p.to:
		case first.empty() && u.Class&lexicon.ActorClass != 0:
			first = place{u.At, u.End()}
		case tells(u):
			rest.words[u.Key], rest.total = 1, rest.total+1
		}
	}
	if !first.empty() && rest.total > 0 && rest.cover(above) == 1 {
		*p = first
	}
	return c
}

// leadForm tells whether what has another form is a lead.
func (r *reading) leadForm(c claim) bool {
	_, ok := r.lex.FurtherLead(r.w.OldText[c.old.from:c.old.to])
	return ok
}

// worded tells a claim of words that no other cause explains.
func worded(c claim) bool {
	switch c.cause {
	case WordsChanged, WordsAdded, WordsDropped:
		return true
	}
	return false
}

// wider tells a claim of words that came or went as one thing.
func wider(c claim) bool {
	switch c.cause {
	case ListGrown, ListShrunk, ModalityChanged, ActorNamed, ActorDropped, MovedOut, MovedIn:
		return true
	}
	return false
}

// once tells of words that no other cause explains once a clause: where they came, went
// and changed in several places, that it is worded otherwise.
func (r *reading) once() {
	n := 0
	for _, c := range r.found {
		n += one(worded(c))
	}
	for i := range r.found {
		if n > 1 && worded(r.found[i]) {
			r.found[i].cause = WordsChanged
		}
	}
}
