package nature

// crossed explains limbs that changed their order: "Decides to rest, and requests the
// keepers to sing", "Requests the keepers to sing, and decides to rest". The words of one
// that stands elsewhere now are compared with those that it had, apart from the clause.
func (r *reading) crossed() []claim {
	var out []claim
	for o := range r.oldLimbs {
		l := &r.oldLimbs[o]
		if !r.partners(o) || l.above != nil || r.newLimbs[l.pair].above != nil || !r.crosses(o) {
			continue
		}
		m := &r.newLimbs[l.pair]
		if l.to >= l.end || m.to >= m.end {
			continue // a lead and nothing else
		}
		was, is := r.limbPlace(r.w.Old, l), r.limbPlace(r.w.New, m)
		was.from, is.from = r.w.Old[l.to].At, r.w.New[m.to].At
		if was.empty() || is.empty() || !r.moved(l, m) {
			continue
		}
		sub := r.Setting.read(r.w.OldText[was.from:was.to], r.w.NewText[is.from:is.to])
		sub.oldSection, sub.newSection, sub.oldClauses, sub.newClauses = r.oldSection, r.newSection, r.oldClauses, r.newClauses
		sub.asking, sub.noting = r.lex.Asks(l.act), r.noting && !r.lex.Asks(l.act)
		for _, c := range sub.run(wordPasses) {
			out = append(out, c.shifted(was.from, is.from))
		}
		r.takeLimb(true, l)
		r.takeLimb(false, m)
		out = append(out, r.claim(OrderChanged, around(r.w.Old[l.from:l.to]), around(r.w.New[m.from:m.to]))...)
	}
	return out
}

// partners tells whether an old limb has a new one that does its work. (One that only
// repeats the lead before it has none.)
func (r *reading) partners(o int) bool {
	n := r.oldLimbs[o].pair
	return n >= 0 && n < len(r.newLimbs) && r.newLimbs[n].pair == o
}

// crosses tells whether a limb and another one changed their order.
func (r *reading) crosses(o int) bool {
	for k := range r.oldLimbs {
		if r.partners(k) && (k < o) != (r.oldLimbs[k].pair < r.oldLimbs[o].pair) && k != o {
			return true
		}
	}
	return false
}

// moved tells whether nothing of two limbs was kept in its place.
func (r *reading) moved(l, m *limb) bool {
	for i := l.to; i < l.end; i++ {
		if tells(&r.w.Old[i]) && !r.touched(true, i, i+1) {
			return false
		}
	}
	for i := m.to; i < m.end; i++ {
		if tells(&r.w.New[i]) && !r.touched(false, i, i+1) {
			return false
		}
	}
	return true
}

// shifted is a claim of texts that begin at some places of longer ones.
func (c claim) shifted(old, new int) claim {
	if !c.old.empty() {
		c.old = place{c.old.from + old, c.old.to + old}
	}
	if !c.new.empty() {
		c.new = place{c.new.from + new, c.new.to + new}
	}
	return c
}
