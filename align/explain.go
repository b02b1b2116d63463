package align

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"reprise/resolution"
)

// Explanation is why a clause was linked as it was.
type Explanation struct {
	Clause     *resolution.Clause
	InNew      bool        // the clause stands in the new text
	Link       Link        // what was chosen
	Threshold  float64     // what a total must reach
	Candidates []Candidate // best total first; empty where nothing was weighed
}

// Candidate is a link that was weighed. Total is Score with what the context
// adds and takes away.
type Candidate struct {
	Old, New   *resolution.Clause
	Chosen     bool
	Score      float64 // likeness of the words, 0 to 1, of the three that follow
	Words      float64 // shared words, by rarity
	Matter     float64 // shared words, boilerplate made light
	Runs       float64 // shared pairs of neighbouring words
	Neighbours float64 // added because the clauses around are linked alike
	Order      float64 // taken away for crossing the order of other links
	Place      float64 // added or taken for part, section and parent
	Slot       float64 // added where the openings agree better than a near rival's, taken away for titles that disagree
	Total      float64
	Passage    float64 // where the two are grouped: the share of a clause found in the other
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
	e := Explanation{Clause: c, Threshold: p.matcher.t.Threshold}
	for _, l := range links {
		if slices.Contains(l.Old, c) || slices.Contains(l.New, c) {
			e.Link = l
		}
	}
	for n := range p.matcher.cands {
		cand := p.candidate(&p.matcher.cands[n])
		if cand.Old == c || cand.New == c {
			e.Candidates = append(e.Candidates, cand)
		}
	}
	slices.SortStableFunc(e.Candidates, func(a, b Candidate) int { return cmp.Compare(b.Total, a.Total) })
	return e
}

func (p *pair) candidate(c *candidate) Candidate {
	m := p.matcher
	out := Candidate{
		Old: m.old.texts[c.old].clause, New: m.new.texts[c.new].clause,
		Chosen: slices.Contains(m.oldMates[c.old], c.new),
		Score:  c.score, Words: c.like.words, Matter: c.like.matter, Runs: c.like.runs,
		Neighbours: (m.t.Support + m.t.Short*m.shortness(c)) * c.support, Order: m.t.Cross * c.cross, Place: c.place, Slot: c.slot,
		Total: c.total, Passage: c.passage,
	}
	if p.turned {
		out.Old, out.New = out.New, out.Old
	}
	return out
}
