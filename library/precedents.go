package library

import (
	"cmp"
	"slices"

	"reprise/diff/redline"
)

// gathering is a precedent on its way: its nearest clause, and its lineages.
type gathering struct {
	nearest  candidate
	lineages []int64
}

// gather gathers the candidates of a clause, likeliest first: those of one lineage
// are one precedent, and so are lineages whose nearest wording is the same.
func (q *inquiry) gather(i, limit int) []gathering {
	var out []gathering
	known, byText := map[int64]bool{}, map[string]int{}
	for _, c := range q.found[i] {
		words := unended(c.use.Text)
		if known[c.use.Lineage] {
			continue
		}
		n, told := byText[words]
		if !told {
			if len(out) == limit {
				continue
			}
			n = len(out)
			byText[words] = n
			out = append(out, gathering{nearest: c})
		}
		known[c.use.Lineage] = true
		out[n].lineages = append(out[n].lineages, c.use.Lineage)
	}
	return out
}

// linesOf gives every clause of the lineages that were gathered, by lineage. They are
// asked for at once: a server takes as long to be reached as to answer.
func (q *inquiry) linesOf(gathered [][]gathering) (map[int64][]Use, error) {
	var ids []int64
	for _, list := range gathered {
		for _, g := range list {
			ids = append(ids, g.lineages...)
		}
	}
	slices.Sort(ids)
	uses, err := q.store.Lines(q.ctx, slices.Compact(ids))
	out := map[int64][]Use{}
	for _, u := range uses {
		out[u.Lineage] = append(out[u.Lineage], u)
	}
	return out, err
}

// precedents makes precedents of what was gathered for a clause.
func (q *inquiry) precedents(i int, gathered []gathering, lines map[int64][]Use) []Precedent {
	var out []Precedent
	for _, g := range gathered {
		p := Precedent{Same: g.nearest.same, Alike: g.nearest.alike, Nearest: g.nearest.use}
		q.fill(&p, g.lineages, lines)
		p.Edits = q.redline(p.Nearest.Text, q.clauses[i].Text)
		out = append(out, p)
	}
	return out
}

func (q *inquiry) redline(old, new string) []redline.Edit {
	if q.lex == nil {
		return redline.Words(old, new)
	}
	return redline.In(old, new, q.lex)
}

// fill finds all texts that have a precedent.
func (q *inquiry) fill(p *Precedent, lineages []int64, lines map[int64][]Use) {
	slices.Sort(lineages)
	words := unended(p.Nearest.Text)
	for _, l := range lineages {
		for _, u := range lines[l] {
			if !q.precedes(u.Of) {
				continue
			}
			p.Uses = append(p.Uses, u)
			if unended(u.Text) == words {
				p.AsIs = append(p.AsIs, u)
			}
		}
	}
	slices.SortStableFunc(p.Uses, byAdoption)
	slices.SortStableFunc(p.AsIs, byAdoption)
	p.Nearest = p.AsIs[len(p.AsIs)-1]
	p.Voted = !slices.ContainsFunc(p.AsIs, func(u Use) bool { return !u.Of.Voted })
	own := string(q.draft.Body)
	p.Foreign = own != "" && !slices.ContainsFunc(p.AsIs, func(u Use) bool { return u.Of.Body == own || u.Of.Body == "" })
}

// byAdoption puts what was adopted first before the rest; a text without a day goes
// by its year, and one without either first.
func byAdoption(a, b Use) int {
	return cmp.Or(cmp.Compare(a.Of.Year, b.Of.Year), cmp.Compare(a.Of.Adopted, b.Of.Adopted),
		cmp.Compare(a.Document, b.Document), cmp.Compare(a.Place, b.Place))
}

// findLater finds for the precedents of an agreement what their series say since.
func (q *inquiry) findLater(a *Agreement) error {
	var ids []int64
	for _, j := range a.Clauses {
		for _, p := range j.Precedents {
			for _, u := range p.Uses {
				ids = append(ids, u.Of.Series)
			}
		}
	}
	slices.Sort(ids)
	latest, err := q.latest(slices.Compact(ids))
	if err != nil {
		return err
	}
	for _, j := range a.Clauses {
		for n := range j.Precedents {
			j.Precedents[n].Later = j.Precedents[n].later(latest)
		}
	}
	return nil
}

// latest gives the latest text of each of some series.
func (q *inquiry) latest(series []int64) (map[int64]Brief, error) {
	if len(series) == 0 {
		return nil, nil
	}
	records, err := q.store.Records(q.ctx, Which{Series: series})
	if err != nil {
		return nil, err
	}
	out := map[int64]Brief{}
	for _, r := range records {
		b := Brief{Symbol: r.Symbol, Title: r.Title, Body: r.Body, Language: r.Language, Adopted: r.Adopted, Vote: r.Vote, Year: r.Year, Voted: r.Voted, Draft: r.Draft, Series: r.Series}
		old, known := out[r.Series]
		if q.precedes(b) && r.Series != 0 && (!known || byAdoption(Use{Of: old}, Use{Of: b}) <= 0) {
			out[r.Series] = b
		}
	}
	return out, nil
}

// later is what became of the wording in the series that had it last; nil where any
// series that had it has it still.
func (p Precedent) later(latest map[int64]Brief) *Later {
	var out *Later
	asIs := map[[2]int64]bool{}
	for _, u := range p.AsIs {
		asIs[[2]int64{u.Document, int64(u.Place)}] = true
	}
	last := map[int64]Use{} // by lineage
	had := map[int64]bool{} // lineages that ever had the wording
	for _, u := range p.Uses {
		last[u.Lineage] = u
		had[u.Lineage] = had[u.Lineage] || asIs[[2]int64{u.Document, int64(u.Place)}]
	}
	for n := len(p.Uses) - 1; n >= 0; n-- {
		u := p.Uses[n]
		if last[u.Lineage] != u || !had[u.Lineage] {
			continue
		}
		now, known := latest[u.Of.Series]
		gone := known && byAdoption(Use{Of: u.Of}, Use{Of: now}) < 0 && now.Symbol != u.Of.Symbol
		switch {
		case gone && out == nil:
			out = &Later{Text: now}
		case !gone && asIs[[2]int64{u.Document, int64(u.Place)}]:
			return nil
		case !gone && out == nil:
			out = &Later{Use: &u, Text: u.Of}
		}
	}
	return out
}
