package series

import (
	"reprise/align"
	"reprise/diff"
	"reprise/resolution"
)

// follow carries the lineages on through one change that has an old side.
func (t *tracer) follow(ch *diff.Change) {
	if len(ch.New) == 0 {
		for _, c := range ch.Old {
			t.lose(t.series.at[c].lineage, State{Status: Dropped, Nature: ch.Nature, Change: ch, Since: -1})
		}
		return
	}
	heirs := t.inherit(ch)
	for _, c := range ch.New {
		if old := heirs[c]; old != nil {
			t.put(t.series.at[old].lineage, t.state(ch, c))
		}
	}
	for _, c := range ch.New {
		if heirs[c] == nil {
			t.begin(c, t.state(ch, c), t.series.at[t.nearest(c, ch.Old)].lineage)
		}
	}
	t.mergeAway(ch, heirs)
}

// mergeAway ends the lineages whose text went into that of another.
func (t *tracer) mergeAway(ch *diff.Change, heirs map[*resolution.Clause]*resolution.Clause) {
	kept := map[*resolution.Clause]bool{}
	for _, old := range heirs {
		kept[old] = true
	}
	for _, old := range ch.Old {
		if !kept[old] {
			l := t.series.at[old].lineage
			l.Into = t.series.at[t.nearest(old, ch.New)].lineage
			t.lose(l, State{Status: Merged, Nature: ch.Nature, Change: ch, Since: -1})
		}
	}
}

func (t *tracer) lose(l *Lineage, st State) {
	t.put(l, st)
	t.gone = append(t.gone, l)
}

// state is what a change makes of a clause.
func (t *tracer) state(ch *diff.Change, c *resolution.Clause) State {
	return State{
		Clause: c, Status: statusOf[ch.Status], Nature: ch.Nature,
		Moved: ch.Moved, Renumbered: ch.Renumbered, Uncertain: ch.Uncertain,
		Change: ch, Since: t.version - 1,
	}
}

var statusOf = map[diff.Status]Status{
	diff.Kept: Kept, diff.Reworded: Reworded, diff.Added: New, diff.Removed: Dropped,
	diff.Split: Split, diff.Merged: Merged, diff.Rearranged: Rearranged,
}

// inherit says which new clause of a link goes on with which old clause's
// lineage: each at most once, the pairs that share most words first. Ties go to
// the first in reading order.
func (t *tracer) inherit(ch *diff.Change) map[*resolution.Clause]*resolution.Clause {
	heirs := map[*resolution.Clause]*resolution.Clause{}
	if len(ch.Old) == 1 && len(ch.New) == 1 {
		heirs[ch.New[0]] = ch.Old[0]
		return heirs
	}
	taken := map[*resolution.Clause]bool{}
	for range min(len(ch.Old), len(ch.New)) {
		best, bestOld, bestNew := -1, (*resolution.Clause)(nil), (*resolution.Clause)(nil)
		for _, o := range ch.Old {
			for _, n := range ch.New {
				if taken[o] || heirs[n] != nil {
					continue
				}
				if w := t.series.shared(o, n); w > best {
					best, bestOld, bestNew = w, o, n
				}
			}
		}
		heirs[bestNew], taken[bestOld] = bestOld, true
	}
	return heirs
}

// nearest is the candidate that shares most words with c.
func (t *tracer) nearest(c *resolution.Clause, candidates []*resolution.Clause) *resolution.Clause {
	best, at := -1, 0
	for i, o := range candidates {
		if w := t.series.shared(o, c); w > best {
			best, at = w, i
		}
	}
	return candidates[at]
}

// shared counts the words that two clauses have in common, each as often as
// both have it.
func (s *Series) shared(a, b *resolution.Clause) int {
	count := map[string]int{}
	for _, w := range wordsOf(a.Text, s.lex) {
		count[w.text]++
	}
	n := 0
	for _, w := range wordsOf(b.Text, s.lex) {
		if count[w.text] > 0 {
			count[w.text]--
			n++
		}
	}
	return n
}

// revive looks for the clauses that came in among all that had gone before,
// after any gap. What is found goes on with its lineage, the rest is new.
func (t *tracer) revive(fresh []*diff.Change) {
	links := t.revived(fresh)
	for _, ch := range fresh {
		for _, c := range ch.New {
			link := links[c]
			if link == nil {
				st := t.state(ch, c)
				st.Since = -1
				t.begin(c, st, nil)
				continue
			}
			l := t.series.at[link.Old[0]].lineage
			st := t.state(ch, c)
			st.Status, st.Since, st.Uncertain = Revived, l.last(t.version), link.Uncertain
			t.put(l, st)
			t.gone = without(t.gone, l)
		}
	}
}

// revived links fresh clauses to the last text of lineages that are gone.
func (t *tracer) revived(fresh []*diff.Change) map[*resolution.Clause]*align.Link {
	var dropped, came []*resolution.Clause
	for _, l := range t.gone {
		if last := l.last(t.version); last < t.version-1 {
			dropped = append(dropped, l.States[last].Clause)
		}
	}
	for _, ch := range fresh {
		came = append(came, ch.New...)
	}
	if len(dropped) == 0 || len(came) == 0 {
		return nil
	}
	links := map[*resolution.Clause]*align.Link{}
	for _, link := range align.Revive(dropped, came) {
		if len(link.Old) == 1 && len(link.New) == 1 {
			links[link.New[0]] = &link
		}
	}
	return links
}

func without(lineages []*Lineage, l *Lineage) []*Lineage {
	var rest []*Lineage
	for _, x := range lineages {
		if x != l {
			rest = append(rest, x)
		}
	}
	return rest
}
