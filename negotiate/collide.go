package negotiate

import "slices"

// collide notes a collision of the amendment in hand with one before it, once.
func (s *session) collide(c Collision) {
	c.Second = s.by - 1
	if c.First == c.Second || c.First < 0 || slices.Contains(s.result.Collisions, c) {
		return
	}
	s.result.Collisions = append(s.result.Collisions, c)
}

// collideOnDeletion: a clause is deleted that another amendment changed or brought.
func (s *session) collideOnDeletion(n *node) {
	for _, by := range n.changedBy(s.draft) {
		if by != s.by {
			s.collide(Collision{Kind: DeletesChange, First: by - 1, Clause: n.originID()})
		}
	}
}

// changedBy are the amendments that changed the words of a clause, in order.
func (n *node) changedBy(d *draft) []int {
	var out []int
	note := func(by int16) {
		if by > 0 && !slices.Contains(out, int(by)) {
			out = append(out, int(by))
		}
	}
	note(int16(n.by))
	for _, by := range n.text.by {
		note(by)
	}
	if n.origin != nil {
		for _, by := range d.deleted[n.origin] {
			note(by)
		}
	}
	slices.Sort(out)
	return out
}

// collideOnWords: words are deleted that another amendment wrote.
func (s *session) collideOnWords(n *node, from, to int) {
	for i := from; i < to; i++ {
		by := int(n.text.by[i])
		if by == byDraft || by == s.by {
			continue
		}
		end := i
		for end < to && int(n.text.by[end]) == by {
			end++
		}
		s.collide(Collision{Kind: SameWords, First: by - 1, Clause: n.originID(), Words: n.text.text[i:end]})
		i = end
	}
}
