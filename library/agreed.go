package library

import (
	"cmp"
	"context"
	"slices"

	"reprise/diff/redline"
	"reprise/internal/lexicon"
	"reprise/internal/terms"
	"reprise/resolution"
)

// Standing tells what of a draft's clause was agreed before.
type Standing int

// The standings.
const (
	Unprecedented Standing = iota // new: no adopted clause has half of its words
	Amended                       // agreed but for what the redline of the nearest clause shows
	Agreed                        // word for word a clause of an adopted text
)

var standings = [...]string{"new", "amended", "agreed"}

// String is the standing's name in JSON.
func (s Standing) String() string { return standings[s] }

// leastKept is the share of a clause's words that must stand in one adopted clause
// for it to be that clause amended: with less, more of it is new than is not.
const leastKept = 0.5

// Agreement tells for every clause of a draft what of it was agreed before.
type Agreement struct {
	Draft   *resolution.Document
	Clauses []Judgement                    // of the counted clauses, in reading order
	Sources map[int64]*resolution.Document // by ID: the documents of the first precedents, once Open has them
}

// Judgement is what is known of one clause.
type Judgement struct {
	Clause     *resolution.Clause
	Standing   Standing
	Words      int         // of the clause
	Kept       int         // of them, those that stand in the first precedent
	Precedents []Precedent // nearest first
}

// Precedent is an adopted clause through all texts that have it: a lineage, or
// several of which each had the same wording.
type Precedent struct {
	Same    bool           // Nearest is the clause word for word
	Alike   float64        // likeness of the words to those of the clause, 0 to 1 (align.Alike)
	Nearest Use            // the latest clause with the nearest wording
	Edits   []redline.Edit // that turn Nearest into the clause
	AsIs    []Use          // the clauses with the nearest wording, by adoption; at least one
	Uses    []Use          // all clauses of the lineages, by adoption; AsIs among them
	Later   *Later         // what its series says since; nil where its latest text still has the wording
	Voted   bool           // every text that has the wording was put to a recorded vote
	Foreign bool           // the draft's own body, which is known, never adopted the wording
}

// Later is what became of a wording that its series has left behind.
type Later struct {
	Use  *Use  // the clause as it reads now; nil where it was dropped
	Text Brief // the latest text of the series
}

// First is the first adoption of the clause, in whatever wording.
func (p Precedent) First() Use { return p.Uses[0] }

// Last is its latest adoption.
func (p Precedent) Last() Use { return p.Uses[len(p.Uses)-1] }

// Bodies are those that adopted the nearest wording, sorted.
func (p Precedent) Bodies() []string { return bodies(p.AsIs) }

// Words are the words of all clauses; kept those that stand in first precedents.
func (a *Agreement) Words() (all, kept int) {
	for _, j := range a.Clauses {
		all += j.Words
		kept += j.Kept
	}
	return all, kept
}

// Count is the number of clauses of a standing.
func (a *Agreement) Count(s Standing) int {
	n := 0
	for _, j := range a.Clauses {
		if j.Standing == s {
			n++
		}
	}
	return n
}

// AgreedOptions change what is told; the zero value gives DefaultPrecedents for each
// clause.
type AgreedOptions struct {
	Limit int // of the precedents of a clause; 0 is DefaultPrecedents
}

// DefaultPrecedents is how many are given for a clause.
const DefaultPrecedents = 5

// Agreed tells for every clause of a draft whether an adopted text has it, word for
// word or but for a few words, and where. Drafts in the library are no precedents, nor
// is another text of the draft's own symbol, nor, where the draft says when it was
// adopted itself, what was adopted then or later.
//
// Law 5: every store gives the same answer.
func (l *Library) Agreed(ctx context.Context, draft *resolution.Document, opts AgreedOptions) (*Agreement, error) {
	q, err := l.inquire(ctx, draft)
	if err != nil {
		return nil, err
	}
	gathered := make([][]gathering, len(q.clauses))
	for i := range q.clauses {
		gathered[i] = q.gather(i, cmp.Or(opts.Limit, DefaultPrecedents))
	}
	lines, err := q.linesOf(gathered)
	if err != nil {
		return nil, err
	}
	out := &Agreement{Draft: draft}
	for i, c := range q.clauses {
		out.Clauses = append(out.Clauses, q.judge(c, q.precedents(i, gathered[i], lines)))
	}
	return out, q.findLater(out)
}

// judge weighs a clause against its precedents.
func (q *inquiry) judge(c *resolution.Clause, precedents []Precedent) Judgement {
	j := Judgement{Clause: c, Words: len(q.analyzer.Words(c.Text)), Precedents: precedents}
	if len(precedents) == 0 {
		return j
	}
	first := precedents[0]
	if j.Kept = j.Words; !first.Same {
		j.Kept = min(j.Words, q.kept(first.Edits))
	}
	switch {
	case first.Same:
		j.Standing = Agreed
	case float64(j.Kept) >= leastKept*float64(j.Words) && j.Kept > 0:
		j.Standing = Amended
	}
	return j
}

// kept counts the words that edits keep.
func (q *inquiry) kept(edits []redline.Edit) int {
	n := 0
	for _, e := range edits {
		if e.Op == redline.Equal {
			n += len(q.analyzer.Words(e.Text))
		}
	}
	return n
}

// Open reads the documents of the first precedents, so that a reader can see them in
// their own text.
func (l *Library) Open(ctx context.Context, a *Agreement) error {
	a.Sources = map[int64]*resolution.Document{}
	for _, j := range a.Clauses {
		if len(j.Precedents) == 0 {
			continue
		}
		id := j.Precedents[0].Nearest.Document
		if a.Sources[id] != nil {
			continue
		}
		d, err := l.Document(ctx, id)
		if err != nil {
			return err
		}
		a.Sources[id] = d
	}
	return nil
}

// inquiry is one draft on its way to an agreement.
type inquiry struct {
	*Library
	ctx      context.Context
	draft    *resolution.Document
	lex      *lexicon.Lexicon // nil where the language has none
	analyzer *terms.Analyzer
	clauses  []*resolution.Clause
	found    [][]candidate // by clause, likeliest first
}

func bodies(uses []Use) []string {
	out := []string{}
	for _, u := range uses {
		if u.Of.Body != "" {
			out = append(out, u.Of.Body)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
