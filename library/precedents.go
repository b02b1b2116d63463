package library

import (
	"cmp"
	"slices"

	"reprise/diff/redline"
)

// precedents gathers the candidates of a clause, likeliest first: those of one lineage
// are one precedent, and so are lineages whose nearest wording is the same.
func (q *inquiry) precedents(i, limit int) ([]Precedent, error) {
	var out []Precedent
	var lineages [][]int64
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
			out = append(out, Precedent{Same: c.same, Alike: c.alike, Nearest: c.use})
			lineages = append(lineages, nil)
		}
		known[c.use.Lineage] = true
		lineages[n] = append(lineages[n], c.use.Lineage)
	}
	for n := range out {
		if err := q.fill(&out[n], lineages[n]); err != nil {
			return nil, err
		}
		out[n].Edits = q.redline(out[n].Nearest.Text, q.clauses[i].Text)
	}
	return out, nil
}

func (q *inquiry) redline(old, new string) []redline.Edit {
	if q.lex == nil {
		return redline.Words(old, new)
	}
	return redline.In(old, new, q.lex)
}

// fill finds all texts that have a precedent.
func (q *inquiry) fill(p *Precedent, lineages []int64) error {
	slices.Sort(lineages)
	lines, err := q.store.Lines(q.ctx, lineages)
	if err != nil {
		return err
	}
	words := unended(p.Nearest.Text)
	for _, u := range lines {
		if !q.precedes(u.Of) {
			continue
		}
		p.Uses = append(p.Uses, u)
		if unended(u.Text) == words {
			p.AsIs = append(p.AsIs, u)
		}
	}
	slices.SortStableFunc(p.Uses, byAdoption)
	slices.SortStableFunc(p.AsIs, byAdoption)
	p.Nearest = p.AsIs[len(p.AsIs)-1]
	p.Voted = !slices.ContainsFunc(p.AsIs, func(u Use) bool { return !u.Of.Voted })
	own := string(q.draft.Body)
	p.Foreign = own != "" && !slices.ContainsFunc(p.AsIs, func(u Use) bool { return u.Of.Body == own || u.Of.Body == "" })
	return nil
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
