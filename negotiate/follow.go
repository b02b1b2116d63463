package negotiate

import (
	"slices"
	"strings"

	"reprise/align"
	"reprise/diff"
	"reprise/resolution"
)

// Fate is what a later version of a draft made of an operation.
type Fate int

// The fates.
const (
	NotTaken Fate = iota
	InPart
	Taken
	NothingToTake // it only asks for new numbers, or does not fit the draft
)

var fateNames = [...]string{"not-taken", "in-part", "taken", "nothing-to-take"}

// String is the fate's name in JSON.
func (f Fate) String() string { return fateNames[f] }

// Followed is an amendment held against the version that followed its draft.
type Followed struct {
	Amendment  *Amendment
	Draft      *resolution.Document
	Next       *resolution.Document
	Operations []FollowedOperation  // in printed order
	Text       *resolution.Document // the draft with what was taken of this and of the amendments before; nil where nothing of this was
}

// FollowedOperation is one operation with what became of it.
type FollowedOperation struct {
	*Operation
	Fate    Fate
	Clauses []*resolution.Clause // of the draft that it touches
	Came    []*resolution.Clause // of the next version that it brought, or that have what it brought
}

// Fate is what became of the amendment as a whole.
func (f *Followed) Fate() Fate {
	fate := NothingToTake
	for _, op := range f.Operations {
		switch {
		case op.Fate == NothingToTake:
		case fate == NothingToTake:
			fate = op.Fate
		case fate != op.Fate:
			fate = InPart
		}
	}
	return fate
}

// Follow finds out what the next version of a draft took of amendments to it, in the
// order given: by the words that came and went, wherever its clauses stand now. What
// it took may have come another way; the texts do not tell.
func Follow(draft, next *resolution.Document, amendments ...*Amendment) []Followed {
	both := resolution.Alike(draft, next)
	w := &follower{draft: both[0], next: both[1], of: map[*resolution.Clause][]*resolution.Clause{}, heir: map[*resolution.Clause]*resolution.Clause{}}
	for _, l := range align.Documents(w.draft, w.next) {
		w.link(l)
	}
	var out []Followed
	var taken []*Amendment
	for _, a := range amendments {
		f := w.follow(a)
		f.Draft, f.Next = draft, next
		if part := f.taken(); len(part.Operations) > 0 {
			taken = append(taken, part)
			f.Text = Apply(draft, taken...).Amended
		}
		out = append(out, f)
	}
	return out
}

// taken is the amendment with what was taken of it. Of what was taken in part only
// what brings words stands in it: what it would have deleted is still there.
func (f *Followed) taken() *Amendment {
	a := *f.Amendment
	a.Operations = nil
	for _, op := range f.Operations {
		if op.Fate == Taken || op.Fate == InPart && op.Kind != Delete && op.Kind != DeleteWords && op.Kind != Move {
			a.Operations = append(a.Operations, *op.Operation)
		}
	}
	return &a
}

// follower holds amendments against the next version.
type follower struct {
	draft, next *resolution.Document
	of          map[*resolution.Clause][]*resolution.Clause // of the draft, in the next version
	heir        map[*resolution.Clause]*resolution.Clause   // of the draft, the one that goes on with it; none where it was merged into another's
	fresh       []*resolution.Clause                        // of the next version that go on with none in the draft
}

// link enters a link: of several clauses on a side the likest go on with each other.
func (w *follower) link(l align.Link) {
	taken := map[*resolution.Clause]bool{}
	for range min(len(l.Old), len(l.New)) {
		var old, new *resolution.Clause
		best := -1.0
		for _, o := range l.Old {
			for _, n := range l.New {
				if like := equalShare(o.Text, n.Text) + equalShare(n.Text, o.Text); w.heir[o] == nil && !taken[n] && like > best {
					best, old, new = like, o, n
				}
			}
		}
		w.heir[old], taken[new] = new, true
	}
	for _, o := range l.Old {
		w.of[o] = l.New
	}
	for _, n := range l.New {
		if !taken[n] {
			w.fresh = append(w.fresh, n)
		}
	}
}

func (w *follower) follow(a *Amendment) Followed {
	f := Followed{Amendment: a}
	before := map[string]string{}
	for _, c := range w.draft.Clauses {
		before[c.ID] = c.Text
	}
	for i := range a.Operations {
		part := *a
		part.Operations = a.Operations[:i+1]
		r := Apply(w.draft, &part)
		after := textsOf(r)
		f.Operations = append(f.Operations, w.operation(&a.Operations[i], r.Outcomes[i], before, after))
		before = after
	}
	return f
}

// textsOf are the texts of the draft's clauses as amended, by ID.
func textsOf(r *Result) map[string]string {
	out := map[string]string{}
	for _, l := range r.Links {
		for _, c := range l.Old {
			text := ""
			for _, n := range l.New {
				text = n.Text
			}
			out[c.ID] = text
		}
	}
	return out
}

// operation tells what became of one operation. before and after are the texts of the
// draft's clauses without and with it.
func (w *follower) operation(op *Operation, o Outcome, before, after map[string]string) FollowedOperation {
	f := FollowedOperation{Operation: op, Fate: NothingToTake}
	for _, id := range o.Clauses {
		if c := w.draft.Clause(id); c != nil {
			f.Clauses = append(f.Clauses, c)
		}
	}
	if o.State != Applied {
		return f
	}
	var m measure
	switch op.Kind {
	case Delete:
		for _, c := range f.Clauses {
			m.add(len(c.Text), boolean(w.heir[c] == nil || w.heir[c].Part != c.Part || bothWays(c.Text, w.heir[c].Text) < leastSame))
		}
	case Insert:
		for _, g := range op.Given {
			m.add(len(g.Text), w.came(&f, g.Text))
		}
	case Move:
		for _, c := range f.Clauses {
			m.add(1, boolean(w.moved(c, op)))
		}
	case Relabel, Renumber:
		return f
	case Replace:
		if k := op.Targets[0].Kind; k == TextPlace || k == WholePlace {
			w.rewritten(&m, op.Given)
			break
		}
		fallthrough
	default:
		for _, c := range f.Clauses {
			w.changed(&f, &m, c, before[c.ID], after[c.ID])
		}
		for _, g := range op.Given[min(len(op.Given), len(f.Clauses)):] {
			m.add(len(g.Text), w.came(&f, g.Text))
		}
	}
	f.Fate = m.fate()
	return f
}

// changed measures how much of a change of one clause the next version has.
func (w *follower) changed(f *FollowedOperation, m *measure, c *resolution.Clause, before, after string) {
	text := ""
	for _, n := range w.of[c] {
		text += n.Text + "\n"
	}
	if after == "" && before != "" { // a replacement that took the clause away
		m.add(len(before), boolean(text == ""))
		return
	}
	at := 0 // how far the clause is longer as amended, before the hunk
	for _, h := range hunksOf(diff.Words(before, after)) {
		from := h.at + at
		at += len(h.new) - len(h.old)
		share := 0.0
		if stands(text, before, after, [2]int{from, from + len(h.new)}) {
			share = 1
		}
		if old := strings.TrimSpace(h.old); old != "" {
			gone := text != "" && timesIn(text, old) < max(timesIn(before, old), 1)
			m.add(len(old), max(share, boolean(gone)))
		}
		brought := strings.TrimSpace(h.new)
		if brought == "" {
			continue
		}
		if timesIn(text, brought) > timesIn(before, brought) {
			share = 1
		}
		if share = max(share, likeness(brought, text, before)); share > 0 {
			f.Came = append(f.Came, w.of[c]...)
		}
		m.add(len(brought), share)
	}
}

// stands tells whether a stretch of an amended clause stands in a text with the words
// around it, which do not stand so in the clause before.
func stands(text, before, after string, at [2]int) bool {
	from, to := widened(after, at[0], at[1], contextWords)
	passage := strings.TrimSpace(after[from:to])
	return timesIn(text, passage) > timesIn(before, passage)
}

// contextWords is how many words on each side show that a change was made in the same
// place.
const contextWords = 2

// came is how much of a text that was to be brought stands in one clause of the next
// version that the draft does not have.
func (w *follower) came(f *FollowedOperation, text string) float64 {
	best, where := 0.0, (*resolution.Clause)(nil)
	for _, c := range w.fresh {
		if share := equalShare(text, c.Text); share > best {
			best, where = share, c
		}
	}
	if c := w.verbatim(text); best < nearlyAll && c != nil {
		best, where = 1, c
	}
	if best < leastCame {
		return 0
	}
	if !slices.Contains(f.Came, where) {
		f.Came = append(f.Came, where)
	}
	return best
}

// verbatim is a clause of the next version that has a text, which more of its clauses
// have than of the draft's; nil where there is none.
func (w *follower) verbatim(text string) *resolution.Clause {
	var found *resolution.Clause
	n := 0
	for _, c := range w.next.Clauses {
		if c.Counted() && c.Text == text {
			found = c
			n++
		}
	}
	for _, c := range w.draft.Clauses {
		if c.Counted() && c.Text == text && w.heir[c] != nil && w.heir[c].Text == text {
			n--
		}
	}
	if n <= 0 {
		return nil
	}
	return found
}

// leastSame is how much of a clause goes on in its heir at least, for it not to count
// as deleted: with less, another was put in its place.
const leastSame = 0.3

// leastCame is how much of a paragraph must be there for it to be taken for the one
// that an amendment brings: paragraphs of one resolution share words anyway.
const leastCame = 0.5

// moved tells whether a clause passed most of what stands between it and its new place.
func (w *follower) moved(c *resolution.Clause, op *Operation) bool {
	found, why := newDraft(w.draft).find(op.To)
	if why != nil || w.heir[c] == nil || found[0].origin == nil {
		return false
	}
	from, end := slices.Index(w.draft.Clauses, c), slices.Index(w.draft.Clauses, found[0].origin)
	if from < 0 || end < 0 {
		return false
	}
	was := from < end
	passed, all := 0, 0
	for _, x := range w.draft.Clauses[min(from, end) : max(from, end)+1] {
		if x == c || w.heir[x] == nil || !x.Counted() || x == found[0].origin && was != (op.Side == After) {
			continue // the clause beside which it is to stand may stand between
		}
		all++
		if is := slices.Index(w.next.Clauses, w.heir[c]) < slices.Index(w.next.Clauses, w.heir[x]); is != was {
			passed++
		}
	}
	return passed*2 > all
}

// rewritten measures how much of paragraphs that are to take the place of all is there;
// those that the draft has as they are ask for nothing.
func (w *follower) rewritten(m *measure, given []Given) {
	for _, g := range given {
		was, is := 0.0, 0.0
		for _, c := range w.draft.Clauses {
			was = max(was, bothWays(g.Text, c.Text))
		}
		for _, c := range w.next.Clauses {
			is = max(is, bothWays(g.Text, c.Text))
		}
		if was < 1 {
			m.add(len(g.Text), max(0, (is-was)/(1-was)))
		}
	}
}

// bothWays is how alike two texts are, 1 for the same.
func bothWays(a, b string) float64 { return min(equalShare(a, b), equalShare(b, a)) }

// likeness is how much of brought words stands in a text and did not in the one before.
func likeness(brought, text, before string) float64 {
	was := equalShare(brought, before)
	if was >= 1 {
		return 0
	}
	return max(0, (equalShare(brought, text)-was)/(1-was))
}

// equalShare is which part of words stands in a text in their order.
func equalShare(words, text string) float64 {
	if words == "" {
		return 0
	}
	n := 0
	for _, e := range diff.Words(words, text) {
		if e.Op == diff.Equal {
			n += len(e.Text)
		}
	}
	return float64(n) / float64(len(words))
}

func timesIn(text, words string) int { return len(occurrencesIn(text, words)) }

func boolean(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

// measure adds up how much of what was asked for is there.
type measure struct{ asked, there float64 }

func (m *measure) add(weight int, share float64) {
	m.asked += float64(max(weight, 1))
	m.there += float64(max(weight, 1)) * share
}

// An operation counts as taken where nearly all that it asks for is there, and as not
// taken where nearly nothing is: a comma or an article may have changed beside it, and
// words such as "and the" stand everywhere.
const (
	nearlyAll  = 0.9
	nearlyNone = 0.2
)

func (m *measure) fate() Fate {
	switch {
	case m.asked == 0:
		return NothingToTake
	case m.there >= nearlyAll*m.asked:
		return Taken
	case m.there <= nearlyNone*m.asked:
		return NotTaken
	}
	return InPart
}
