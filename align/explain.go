package align

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"reprise/resolution"
)

// Explanation is why a clause was linked as it was.
type Explanation struct {
	Clause     *resolution.Clause
	InNew      bool        // the clause stands in the new text
	Link       Link        // what was chosen
	Candidates []Candidate // likeliest first; empty where nothing was weighed
}

// Candidate is a link that was weighed.
type Candidate struct {
	Old, New *resolution.Clause
	Chosen   bool
	Score    float64  // likeness of the words alone, 0 to 1
	Weighed  bool     // it was looked at closely; what hardly shares a word is not
	Odds     float64  // log odds of the link; above 0 it is likelier than not
	Usual    float64  // log odds before anything is known of the two: most candidates are no links
	Speaks   []Speaks // what spoke for and against, the strongest first; with Usual they add up to Odds
	Part     bool     // it joined a link of others, as a part of a split or merge
	PartOdds float64  // log odds of that, where it was asked; 0 elsewhere
}

// Speaks is what one aspect of a candidate speaks for a link, in log odds beside
// what is usual; below 0, against. 1 makes a link 2.7 times as likely, 2 seven
// times.
type Speaks struct {
	Aspect Aspect
	Odds   float64
}

// Explain says why the clause of this ID was linked as it was, in the old text
// and in the new one, as far as they have it. It fails where neither has, and
// where With would.
func Explain(old, new *resolution.Document, id string, opts Options) ([]Explanation, error) {
	p, err := prepare(old, new, opts)
	if err != nil {
		return nil, err
	}
	p.matcher.run()
	links := p.links()
	var out []Explanation
	for side, clauses := range [2][]*resolution.Clause{clausesOf(old), clausesOf(new)} {
		for _, c := range clauses {
			if strings.EqualFold(c.ID, id) {
				e := p.explain(c, links)
				e.InNew = side == 1
				out = append(out, e)
			}
		}
	}
	if out == nil {
		return nil, fmt.Errorf("neither text has a clause %q", id)
	}
	return out, nil
}

// explain says what there is to say of a clause but its side.
func (p *pair) explain(c *resolution.Clause, links []Link) Explanation {
	e := Explanation{Clause: c}
	for _, l := range links {
		if slices.Contains(l.Old, c) || slices.Contains(l.New, c) {
			e.Link = l
		}
	}
	for n := range p.matcher.cands {
		cand := p.candidate(int32(n))
		if cand.Old == c || cand.New == c {
			e.Candidates = append(e.Candidates, cand)
		}
	}
	slices.SortStableFunc(e.Candidates, func(a, b Candidate) int { return cmp.Compare(max(b.Odds, b.PartOdds), max(a.Odds, a.PartOdds)) })
	return e
}

func (p *pair) candidate(n int32) Candidate {
	m := p.matcher
	c := &m.cands[n]
	out := Candidate{
		Old: m.old.texts[c.old].clause, New: m.new.texts[c.new].clause,
		Chosen: c.linked(m), Score: c.score, Weighed: c.odds > hopeless,
		Odds: c.odds.nats(), Part: c.joined,
	}
	if p.turned {
		out.Old, out.New = out.New, out.Old
	}
	if c.asPart > hopeless {
		out.PartOdds = c.asPart.nats()
	}
	if !out.Weighed {
		return out
	}
	out.Usual = out.Odds
	for a, z := range m.aspects(n) {
		out.Speaks = append(out.Speaks, Speaks{Aspect(a), z.nats()})
		out.Usual -= z.nats()
	}
	slices.SortStableFunc(out.Speaks, func(a, b Speaks) int { return cmp.Compare(math.Abs(b.Odds), math.Abs(a.Odds)) })
	return out
}

// nats are log odds as a number.
func (z odds) nats() float64 { return float64(z) / nat }
