package points

// lone is a clause without a partner, and the place of its change.
type lone struct {
	*passage
	at int
}

// lones are clauses of one text without a partner, in the order of their changes.
type lones struct {
	all     []lone
	holders holders
}

// lonesOf are the clauses of one of the texts that stand alone in their changes.
func (s *Texts) lonesOf(changes []Change, d *document) lones {
	var out lones
	for i, ch := range changes {
		if p := s.lone(ch, d); p != nil {
			out.all = append(out.all, lone{p, i})
		}
	}
	out.holders = holdersOf(len(out.all), func(i int) *passage { return out.all[i].passage })
	return out
}

// near gives those that may be a clause written anew, in order.
func (l lones) near(p *passage) []lone {
	if l.holders == nil {
		return l.all
	}
	var out []lone
	for _, i := range l.holders.near(p.words) {
		out = append(out, l.all[i])
	}
	return out
}
