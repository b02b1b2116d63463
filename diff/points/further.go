package points

// leastAct is the weight below which an act is none to speak of: "and thanks him".
const leastAct = 6

// further is an act that came or went beside others of its clause. None where the
// clause's other text, or one clause elsewhere in it, says most of it.
func (s *Texts) further(l *link, a *act, here, there *document, linked map[string]bool) []Fact {
	if mass(a.body) < leastAct || held(a.body, linked) > carriedShare || held(a.quoted(), linked) > carriedShare || there.says(opening(a)) {
		return nil
	}
	if s.goesOn(there, a.body, a) {
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

// sameOpening tells whether two acts open with the same words.
func sameOpening(a, b *act) bool {
	x, y := opening(a), opening(b)
	return len(a.words) > len(x) && len(b.words) > len(y) && row(x) == row(y)
}
