package rolling

import (
	"slices"

	"reprise/align"
	"reprise/diff"
	"reprise/resolution"
)

// Comparison is what changed between two readings of a rolling text.
type Comparison struct {
	Old, New *Text
	Pairs    []Pair  // in the order of the new text; what is gone where it stood
	Movers   []Mover // in the order in which they are first named
}

// Pair is a clause in both readings, or in one.
type Pair struct {
	Old, New []*Clause // as they are linked; one side empty for what came or went
	Changes  []Change  // of its brackets: those of the old reading in their order, then what is new
	Status   Status
	Words    []diff.Edit // of all words, also those in brackets; they are exact
	Reworded bool        // words changed outside brackets
}

// Status is what became of a clause.
type Status int

// The statuses.
const (
	Settled     Status = iota // nothing was in brackets, and nothing is
	AgreedSince               // something was in brackets, nothing is now
	StillOpen                 // something is in brackets, as before
	Reopened                  // nothing was in brackets, something is now
	Came                      // the clause is new
	Went                      // the clause is gone
)

var statusNames = [...]string{"settled", "agreed", "open", "reopened", "new", "gone"}

// String is the status's name in JSON.
func (s Status) String() string { return statusNames[s] }

// Change is what became of one bracket.
type Change struct {
	Fate     Fate
	Old, New *Bracket
	OldText  string // its words
	NewText  string // in the new reading; "" where it is gone
	Whole    bool   // it is all of its clause
	Joined   Sides  // who want it now and did not
	Left     Sides  // who wanted it and do not now
}

// Sides are those who are for, against, or undecided about a bracket.
type Sides struct{ For, Against, Reserved []string }

func (s Sides) empty() bool { return len(s.For)+len(s.Against)+len(s.Reserved) == 0 }

// Fate is what became of a bracket.
type Fate int

// The fates.
const (
	Stays   Fate = iota // it is there as it was
	Changed             // it is there, with other words or other names
	Lifted              // its words stand without it
	Dropped             // it is gone with its words
	Partly              // it is gone, with some of its words
	Put                 // it was put around words that stood without it
	Brought             // it is new with its words
	Filled              // what held a place gave way to NewText
)

var fateNames = [...]string{"stays", "changed", "lifted", "dropped", "partly", "put", "brought", "filled"}

// String is the fate's name in JSON.
func (f Fate) String() string { return fateNames[f] }

// Compare compares two readings of a rolling text by clause and bracket. It never
// fails.
func Compare(old, new *Text) *Comparison {
	c := &Comparison{Old: old, New: new}
	a, b := plain(old), plain(new)
	both := resolution.Alike(a.doc, b.doc)
	for _, l := range align.Documents(both[0], both[1]) {
		p := Pair{Old: a.clauses(l.Old), New: b.clauses(l.New)}
		if len(p.Old)+len(p.New) == 0 {
			continue
		}
		p.compare()
		c.Pairs = append(c.Pairs, p)
	}
	c.findMovers()
	return c
}

// plainText is a rolling text without brackets, as it is aligned.
type plainText struct {
	doc  *resolution.Document
	from map[string]*Clause // by ID
}

func plain(t *Text) plainText {
	doc := *t.Doc
	doc.Clauses, doc.Source, doc.Footnotes = nil, nil, nil
	out := plainText{from: map[string]*Clause{}}
	for _, c := range t.Clauses {
		copied := *c.Clause
		copied.Text, _ = spansOf([]*Clause{c})
		copied.Lead, copied.Notes, copied.Struck = "", nil, nil
		doc.Clauses = append(doc.Clauses, &copied)
		out.from[copied.ID] = c
	}
	out.doc = &doc
	return out
}

func (p plainText) clauses(list []*resolution.Clause) []*Clause {
	var out []*Clause
	for _, c := range list {
		if own := p.from[c.ID]; own != nil {
			out = append(out, own)
		}
	}
	return out
}

func (p *Pair) compare() {
	oldText, oldSpans := spansOf(p.Old)
	newText, newSpans := spansOf(p.New)
	p.Words = diff.Words(oldText, newText)
	p.Changes = match(oldSpans, newSpans, p.Words)
	p.Reworded = rewordedOutside(oldSpans, newSpans, p.Words)
	p.Status = p.status()
}

func (p *Pair) status() Status {
	was, is := slices.ContainsFunc(p.Old, (*Clause).HasBrackets), slices.ContainsFunc(p.New, (*Clause).HasBrackets)
	switch {
	case len(p.Old) == 0:
		return Came
	case len(p.New) == 0:
		return Went
	case was && is:
		return StillOpen
	case was:
		return AgreedSince
	case is:
		return Reopened
	}
	return Settled
}

// Counts are how many brackets there were and are, and what became of them.
type Counts struct{ Before, After, Gone, New, Agreed, Reopened int }

// Counts counts brackets once, across how many clauses they go, and clauses.
func (c *Comparison) Counts() Counts {
	n := Counts{Before: len(c.Old.Brackets()), After: len(c.New.Brackets())}
	seen := map[*Bracket]bool{}
	for _, p := range c.Pairs {
		switch p.Status {
		case AgreedSince:
			n.Agreed++
		case Reopened:
			n.Reopened++
		}
		for _, ch := range p.Changes {
			switch {
			case ch.New == nil && !seen[ch.Old]:
				seen[ch.Old] = true
				n.Gone++
			case ch.Old == nil && !seen[ch.New]:
				seen[ch.New] = true
				n.New++
			}
		}
	}
	return n
}

// Agreement is what the new reading says of the clause, where it did not say so
// before.
func (p *Pair) Agreement() Agreement {
	was, is := Open, Open
	for _, c := range p.Old {
		was = max(was, c.Agreement)
	}
	for _, c := range p.New {
		is = max(is, c.Agreement)
	}
	if is == was {
		return Open
	}
	return is
}
