package page

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"

	"reprise/diff"
	"reprise/library"
	"reprise/report"
	"reprise/report/tell"
	"reprise/resolution"
)

// RenderAgreed writes the draft with what was agreed of each clause in the margin
// beside it; one click leads from there to the adopted clause in its own text, which
// the page holds (library.Library.Open).
func (h HTML) RenderAgreed(w io.Writer, a *library.Agreement) error {
	v := tell.OfAgreement(h.Say, a)
	p := agreedPage{Title: a.Draft.Title, Name: v.Title(a.Draft), Summary: v.AgreedSummary(a)}
	if p.Title == "" {
		p.Title = p.Name
	}
	part := ""
	for i, j := range a.Clauses {
		c := agreedClauseOf(v, a, j)
		c.ID = "c" + strconv.Itoa(i+1)
		if now := v.Part(j.Clause.Part); now != part {
			part, c.Part = now, now
		}
		p.Clauses = append(p.Clauses, c)
	}
	for _, id := range slices.Sorted(maps.Keys(a.Sources)) {
		p.Sources = append(p.Sources, sourceOf(v, id, a.Sources[id]))
	}
	return h.assetsOf(seriesAssets).write(w, "agreed.html", p, frame{Voice: v, Links: h.Links, Title: p.Title})
}

type agreedPage struct {
	Title, Name string
	Summary     []string
	Clauses     []agreedClause
	Sources     []agreedSource
}

type agreedClause struct {
	ID, Name, Part string
	Heading        bool
	Class, Words   string // its standing
	Pieces         []agreedPiece
	Link, Place    string // of the adopted clause; no link where the page does not hold its text
	Usage          string
	Cautions       []string
	Others         string
}

type agreedPiece struct {
	Op, Text string
	Lead     bool
	Gap      bool // as in a hunk
}

type agreedSource struct {
	Name, Title, Day string
	Clauses          []sourceClause
}

type sourceClause struct {
	ID, Name, Text string
	Heading        bool
}

func agreedClauseOf(v tell.Voice, a *library.Agreement, j library.Judgement) agreedClause {
	c := agreedClause{Name: v.Name(j.Clause), Heading: j.Clause.Kind == resolution.Heading, Class: j.Standing.String(), Words: v.Standing(j.Standing)}
	if j.Standing == library.Amended {
		c.Words = v.Commas(c.Words, v.Percent(float64(j.Kept)/float64(max(1, j.Words))))
	}
	c.Pieces = agreedPieces(j)
	if len(j.Precedents) == 0 {
		return c
	}
	first := j.Precedents[0]
	c.Place = v.DatedPlace(first.Nearest)
	if a.Sources[first.Nearest.Document] != nil {
		c.Link = sourceAnchor(first.Nearest.Document, first.Nearest.Place)
	}
	if j.Standing == library.Unprecedented {
		c.Usage = v.Say("precedent-far")
		return c
	}
	c.Usage, c.Cautions = v.Usages(first), v.Cautions(first, a.Draft.Body)
	if j.Standing == library.Amended {
		c.Others = v.AlsoNear(j)
	}
	return c
}

// agreedPieces is a clause as a redline against what was adopted, or plain where it
// is agreed or new.
func agreedPieces(j library.Judgement) []agreedPiece {
	if j.Standing != library.Amended {
		lead := j.Clause.Lead
		return []agreedPiece{{Op: diff.Equal.String(), Text: lead, Lead: true}, {Op: diff.Equal.String(), Text: j.Clause.Text[len(lead):]}}
	}
	var out []agreedPiece
	edits := j.Precedents[0].Edits
	for i, e := range edits {
		out = append(out, agreedPiece{Op: e.Op.String(), Text: e.Text, Gap: report.RunOn(edits, i)})
	}
	return out
}

// sourceAnchor is the place of an adopted clause in the page.
func sourceAnchor(document int64, place int) string { return fmt.Sprintf("s%d-%d", document, place) }

func sourceOf(v tell.Voice, id int64, d *resolution.Document) agreedSource {
	out := agreedSource{Name: v.Title(d), Title: d.Title, Day: tell.Year(d)}
	for place, c := range d.Clauses {
		if c.Counted() || c.IsFormula() {
			out.Clauses = append(out.Clauses, sourceClause{ID: sourceAnchor(id, place), Name: v.Name(c), Text: c.Text, Heading: c.Kind == resolution.Heading})
		}
	}
	return out
}
