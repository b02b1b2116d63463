package reporttest

import (
	"strings"
	"testing"

	"reprise/align"
	"reprise/diff/redline"
	"reprise/library"
	"reprise/resolution"
)

// Agreement is what of the specimen 210/29, taken for a draft, was agreed in the
// versions before: one clause of each standing, and each caution.
func Agreement(t testing.TB) *library.Agreement {
	t.Helper()
	versions := Series(t).Versions
	draft, old := versions[len(versions)-1].Document, versions[len(versions)-2].Document
	a := &library.Agreement{Draft: draft, Sources: map[int64]*resolution.Document{1: old}}
	from := map[*resolution.Clause]*resolution.Clause{}
	for _, l := range align.Documents(old, draft) {
		for _, c := range l.New {
			if len(l.Old) > 0 {
				from[c] = l.Old[0]
			}
		}
	}
	for _, c := range draft.Clauses {
		if c.Counted() {
			a.Clauses = append(a.Clauses, judged(c, from[c], useIn(old, from[c])))
		}
	}
	a.Clauses[0].Precedents[0].Voted = true
	a.Clauses[0].Precedents[0].Nearest.Of.Vote = "Adopted by 5 votes to 2. In favour: the lamplighters"
	a.Clauses[1].Precedents[0].Foreign = true
	a.Clauses[1].Precedents[0].AsIs[0].Of.Body = "SC"
	later := a.Clauses[1].Precedents[0].Nearest
	later.Of.Symbol, later.Of.Year = "A/RES/212/1", 2157
	a.Clauses[1].Precedents[0].Later = &library.Later{Use: &later, Text: later.Of}
	a.Clauses[2].Precedents[0].Later = &library.Later{Text: later.Of}
	return a
}

func judged(c, old *resolution.Clause, use library.Use) library.Judgement {
	j := library.Judgement{Clause: c, Words: len(strings.Fields(c.Text))}
	if old == nil {
		return j
	}
	p := library.Precedent{Nearest: use, Edits: redline.Words(old.Text, c.Text), AsIs: []library.Use{use}, Uses: []library.Use{use}, Same: old.Text == c.Text}
	j.Precedents = []library.Precedent{p}
	for _, e := range p.Edits {
		if e.Op == redline.Equal {
			j.Kept += len(strings.Fields(e.Text))
		}
	}
	switch {
	case p.Same:
		j.Standing = library.Agreed
	case 2*j.Kept >= j.Words:
		j.Standing = library.Amended
	}
	return j
}

func useIn(d *resolution.Document, c *resolution.Clause) library.Use {
	for place, one := range d.Clauses {
		if one == c {
			return library.Use{Document: 1, Place: place, Clause: c.ID, Part: c.Part.String(), Text: c.Text, Of: library.Brief{
				Symbol: string(d.Symbol), Title: d.Title, Body: string(d.Body), Language: d.Language, Adopted: "2153-12-05", Year: 2153,
			}}
		}
	}
	return library.Use{}
}
