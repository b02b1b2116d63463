package series

import (
	"strings"

	"reprise/diff"
)

// trace finds the edits and the origin of every word of a lineage's state in
// version v. Words that the edits keep inherit their origin from the texts the
// clause came from (all parts of a merge, the parent of a split); inserted
// spans that stood in an older text of the lineage are restored: they keep
// their first origin and are marked with the version that dropped them.
//
// Law: the runs joined are the clause's text, byte for byte.
func (s *Series) trace(l *Lineage, v int) {
	st := &l.States[v]
	if st.Since < 0 {
		st.Edits = diff.WordsIn("", st.Clause.Text, s.lex)
		st.Words = runs(st.Clause.Text, v)
		return
	}
	from := s.sources(l, v)
	st.Edits = s.editsOf(st, from)
	var inherited []Origin
	at := 0
	for i := 0; i < len(st.Edits); {
		if e := st.Edits[i]; e.Op == diff.Equal {
			inherited = append(inherited, cut(from, at, at+len(e.Text))...)
			at += len(e.Text)
			i++
			continue
		}
		h := hunkAt(st.Edits, i)
		inherited = append(inherited, s.rewrite(h, cut(from, at, at+len(h.deleted)), from, memory{l, v})...)
		at += len(h.deleted)
		i = h.next
	}
	st.Words = joinRuns(inherited)
}

// hunk is a change with no kept text within.
type hunk struct {
	deleted, inserted string
	next              int // the edit after it
}

func hunkAt(edits []diff.Edit, i int) hunk {
	h := hunk{next: i}
	for ; h.next < len(edits) && edits[h.next].Op != diff.Equal; h.next++ {
		if e := edits[h.next]; e.Op == diff.Delete {
			h.deleted += e.Text
		} else {
			h.inserted += e.Text
		}
	}
	return h
}

// editsOf takes the edits of the change where they lead to the clause alone,
// and makes them otherwise (a part of a split, a revived clause).
func (s *Series) editsOf(st *State, from []Origin) []diff.Edit {
	ch := st.Change
	if st.Status != Revived && ch != nil && len(ch.New) == 1 {
		return ch.Edits
	}
	return diff.WordsIn(textOf(from), st.Clause.Text, s.lex)
}

// sources gives the text that a state came from, in runs: that of the old side
// of its change, clauses joined with a newline, or the last text of a lineage
// that was gone.
func (s *Series) sources(l *Lineage, v int) []Origin {
	st := &l.States[v]
	if st.Status == Revived {
		return dropped(l.States[st.Since].Words, st.Since+1)
	}
	var all []Origin
	for i, c := range st.Change.Old {
		if i > 0 {
			all = append(all, Origin{Text: "\n", First: v - 1})
		}
		all = append(all, s.at[c].lineage.States[v-1].Words...)
	}
	return all
}

// runs is a whole text of one origin.
func runs(text string, v int) []Origin {
	if text == "" {
		return nil
	}
	return []Origin{{Text: text, First: v}}
}

func textOf(words []Origin) string {
	n := 0
	for _, o := range words {
		n += len(o.Text)
	}
	out := make([]byte, 0, n)
	for _, o := range words {
		out = append(out, o.Text...)
	}
	return string(out)
}

// cut gives the runs of the bytes from, up to to.
func cut(words []Origin, from, to int) []Origin {
	var out []Origin
	at := 0
	for _, o := range words {
		a, b := max(from-at, 0), min(to-at, len(o.Text))
		if a < b {
			out = append(out, Origin{o.Text[a:b], o.First, o.Dropped})
		}
		at += len(o.Text)
	}
	return out
}

// dropped marks runs as dropped by version v.
func dropped(words []Origin, v int) []Origin {
	out := make([]Origin, len(words))
	for i, o := range words {
		out[i] = Origin{o.Text, o.First, v}
	}
	return out
}

// joinRuns joins neighbours of one origin. What is no word (spaces, commas)
// has no origin of its own: it goes with the words before it, or at the start
// of a text with those after it.
func joinRuns(words []Origin) []Origin {
	var out []Origin
	for _, o := range words {
		n := len(out)
		switch {
		case n > 0 && (!hasWord(o.Text) || out[n-1].First == o.First && out[n-1].Dropped == o.Dropped):
			out[n-1].Text += o.Text
		case n == 1 && !hasWord(out[0].Text):
			out[0] = Origin{out[0].Text + o.Text, o.First, o.Dropped}
		default:
			out = append(out, o)
		}
	}
	return out
}

func hasWord(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return !outside(r) }) >= 0
}

// memory is what a lineage may remember in a version: the texts it had before.
type memory struct {
	lineage *Lineage
	version int
}

// text is an older text of a lineage in runs. gone is the version that no
// longer had it, 0 where it is the text that the clause was just made from.
type text struct {
	words []Origin
	gone  int
}

// texts lists the texts that inserted words may come from: the one just
// edited first (words only changed their place), then those of the lineage and
// of its parent, latest first.
func (s *Series) texts(from []Origin, m memory) []text {
	all := []text{{words: from}}
	for _, l := range []*Lineage{m.lineage, m.lineage.From} {
		if l == nil {
			continue
		}
		for u := min(m.version, len(l.States)) - 1; u >= 0; u-- {
			if l.States[u].Clause != nil && len(l.States[u].Words) > 0 && !repeats(l, u, m.version) {
				all = append(all, text{l.States[u].Words, u + 1})
			}
		}
	}
	return all
}

// repeats tells whether the text of version u stood unchanged in the next one
// too, which then is asked instead.
func repeats(l *Lineage, u, before int) bool {
	next := u + 1
	return next < before && next < len(l.States) && l.States[next].Clause != nil &&
		l.States[next].Clause.Text == l.States[u].Clause.Text
}
