package nature

import "slices"

// checked are the claims that hold once all are made: each against the whole of both
// texts, and against what the others say.
func (r *reading) checked() []claim {
	r.found = slices.DeleteFunc(r.found, r.within)
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
	case ListGrown, ListShrunk, ActorNamed, ActorDropped, MovedOut, MovedIn:
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
