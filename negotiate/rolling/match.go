package rolling

import (
	"cmp"
	"slices"
	"strings"

	"reprise/diff"
)

// span is a bracket with where its words stand among all words of its clauses.
type span struct {
	bracket  *Bracket
	from, to int
	text     string
	whole    bool // it is all of its clauses
}

// spansOf are all words of clauses, without brackets and with one space between two,
// and where those of each bracket stand, outer ones first. What a clause as a whole is
// wished counts as a bracket around it.
func spansOf(clauses []*Clause) (string, []span) {
	w := &flattener{}
	for i, c := range clauses {
		if i > 0 {
			w.text = append(w.text, '\n')
		}
		at := len(w.spans)
		if c.isWished() {
			kind := Disputed
			switch {
			case c.Struck:
				kind = Struck
			case len(c.For) > 0:
				kind = Proposed
			}
			w.spans = append(w.spans, span{bracket: &Bracket{Kind: kind, For: c.For, Against: c.Against, Reserved: c.Reserved, Across: 1}, from: len(w.text)})
		}
		whole := len(w.spans) > at
		w.write(c.Pieces)
		w.trim()
		if whole {
			w.spans[at].to = len(w.text)
		}
	}
	out := w.spans[:0]
	for _, s := range w.spans {
		s.from, s.to = min(s.from, len(w.text)), min(s.to, len(w.text))
		s.text = strings.TrimSpace(string(w.text[s.from:s.to]))
		s.whole = s.text != "" && s.text == strings.TrimSpace(string(w.text))
		if s.bracket.Kind != Remark {
			out = append(out, s)
		}
	}
	return string(w.text), out
}

type flattener struct {
	text  []byte
	spans []span
}

func (w *flattener) write(pieces []Piece) {
	for _, p := range pieces {
		if p.Bracket == nil {
			w.words(p.Text)
			continue
		}
		if n := len(w.text); n > 0 && p.Bracket.Kind != Remark && w.text[n-1] == ']' {
			w.text = append(w.text, ' ')
		}
		i := len(w.spans)
		w.spans = append(w.spans, span{bracket: p.Bracket, from: len(w.text)})
		w.write(p.Inner)
		w.spans[i].to = len(w.text)
	}
}

// words writes words with one space where there are several.
func (w *flattener) words(text string) {
	for i := 0; i < len(text); i++ {
		if n := len(w.text); text[i] == ' ' && (n == 0 || w.text[n-1] == ' ' || w.text[n-1] == '\n') {
			continue
		}
		w.text = append(w.text, text[i])
	}
}

func (w *flattener) trim() {
	for n := len(w.text); n > 0 && w.text[n-1] == ' '; n = len(w.text) {
		w.text = w.text[:n-1]
	}
}

// carried maps the bytes of the old words that stay to where they stand in the new.
func carried(words []diff.Edit) (forth, back []int) {
	for _, e := range words {
		for range len(e.Text) {
			switch e.Op {
			case diff.Equal:
				forth, back = append(forth, len(back)), append(back, len(forth))
			case diff.Delete:
				forth = append(forth, -1)
			case diff.Insert:
				back = append(back, -1)
			}
		}
	}
	return forth, back
}

// A bracket is the same in two readings where they share this part, in hundredths, of
// the words of the longer: half, as one word of two may change ("[EU: at least twice]").
const leastShared = 50

// Words of a bracket that went count as staying, or as gone, where this part of them
// does, in hundredths.
const mostly = 80

// match finds what became of each bracket.
func match(old, new []span, words []diff.Edit) []Change {
	forth, back := carried(words)
	partner, taken := pairs(old, new, forth), map[int]bool{}
	var out []Change
	for i, s := range old {
		ch := Change{Old: s.bracket, OldText: s.text, Whole: s.whole}
		if k, ok := partner[i]; ok {
			taken[k] = true
			ch.New, ch.NewText = new[k].bracket, new[k].text
			ch.Joined, ch.Left = differ(s.bracket, ch.New)
			if ch.NewText != ch.OldText || !ch.Joined.empty() || !ch.Left.empty() || ch.Old.Kind != ch.New.Kind {
				ch.Fate = Changed
			}
			out = append(out, ch)
			continue
		}
		ch.Left = sidesOf(s.bracket)
		switch n := stays(forth, s.from, s.to); {
		case s.bracket.Kind == Placeholder:
			if ch.Fate, ch.NewText = Dropped, inserted(words, s.from, s.to); ch.NewText != "" {
				ch.Fate = Filled
			}
		case n >= mostly:
			ch.Fate = Lifted
		case n <= 100-mostly:
			ch.Fate = Dropped
		default:
			ch.Fate = Partly
		}
		out = append(out, ch)
	}
	for k, s := range new {
		if taken[k] {
			continue
		}
		ch := Change{New: s.bracket, NewText: s.text, Joined: sidesOf(s.bracket), Fate: Brought, Whole: s.whole}
		if stays(back, s.from, s.to) >= mostly && s.to > s.from {
			ch.Fate = Put
		}
		out = append(out, ch)
	}
	return out
}

// inserted are the words that came in the place of a stretch of the old text.
func inserted(words []diff.Edit, from, to int) string {
	at, gone := 0, false
	for _, e := range words {
		switch e.Op {
		case diff.Insert:
			if gone {
				return strings.TrimSpace(e.Text)
			}
			continue
		case diff.Delete:
			gone = at < to && at+len(e.Text) > from
		default:
			gone = false
		}
		at += len(e.Text)
	}
	return ""
}

// stays is which part of a stretch has a counterpart, in hundredths.
func stays(to []int, from, end int) int {
	if end <= from {
		return 0
	}
	n := 0
	for _, at := range to[from:end] {
		if at >= 0 {
			n++
		}
	}
	return n * 100 / (end - from)
}

// pairs finds for each old bracket the new one that has its words.
func pairs(old, new []span, forth []int) map[int]int {
	type candidate struct{ old, new, like int }
	var all []candidate
	for i, a := range old {
		for k, b := range new {
			if like := alike(a, b, forth); like >= leastShared {
				all = append(all, candidate{i, k, like})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(b.like, a.like) })
	out, taken := map[int]int{}, map[int]bool{}
	for _, c := range all {
		if _, has := out[c.old]; has || taken[c.new] {
			continue
		}
		out[c.old], taken[c.new] = c.new, true
	}
	return out
}

// alike is how much of the words of two brackets is shared, in hundredths of the
// longer; a little more where the same propose them.
func alike(a, b span, forth []int) int {
	shared := 0
	for _, at := range forth[a.from:a.to] {
		if at >= b.from && at < b.to {
			shared++
		}
	}
	longer := max(a.to-a.from, b.to-b.from)
	like := 0
	switch {
	case longer == 0 && a.bracket.Kind == b.bracket.Kind:
		like = leastShared
	case a.text == b.text && a.text != "":
		like = 100
	case longer > 0:
		like = shared * 100 / longer
	}
	if like >= leastShared && slices.Equal(a.bracket.For, b.bracket.For) {
		like += 2
	}
	if like >= leastShared && a.bracket.Kind == b.bracket.Kind {
		like++
	}
	return like
}

func sidesOf(b *Bracket) Sides { return Sides{b.For, b.Against, b.Reserved} }

// differ is who joined and who left.
func differ(old, new *Bracket) (joined, left Sides) {
	return Sides{without(new.For, old.For), without(new.Against, old.Against), without(new.Reserved, old.Reserved)},
		Sides{without(old.For, new.For), without(old.Against, new.Against), without(old.Reserved, new.Reserved)}
}

// without is a list without the names of another, however they are written.
func without(list, other []string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(n string) bool {
		return slices.ContainsFunc(other, func(o string) bool { return strings.EqualFold(o, n) })
	})
}

// rewordedOutside tells whether words changed that stood in no bracket, or stand in
// none; what came in the place of a bracket's words does not count.
func rewordedOutside(old, new []span, words []diff.Edit) bool {
	i, k := 0, 0
	within := func(list []span, from, to int) bool {
		return from == to || slices.ContainsFunc(list, func(s span) bool { return s.from <= from && to <= s.to })
	}
	for at := 0; at < len(words); {
		if words[at].Op == diff.Equal {
			i, k, at = i+len(words[at].Text), k+len(words[at].Text), at+1
			continue
		}
		inOld, inNew, brought := true, true, false
		for ; at < len(words) && words[at].Op != diff.Equal; at++ {
			e := words[at]
			if e.Op == diff.Delete {
				from, to := trimmed(e.Text, i)
				i += len(e.Text)
				inOld = inOld && within(old, from, to)
				brought = brought || from < to
				continue
			}
			from, to := trimmed(e.Text, k)
			k += len(e.Text)
			inNew = inNew && within(new, from, to)
		}
		if !inOld && !inNew || !inOld && brought || !inNew && !brought {
			return true
		}
	}
	return false
}

// trimmed are the ends of a text at a place without the spaces around it.
func trimmed(text string, at int) (from, to int) {
	from = at + len(text) - len(strings.TrimLeft(text, " "))
	return from, from + len(strings.TrimSpace(text))
}
