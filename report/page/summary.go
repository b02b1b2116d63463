package page

import (
	"reprise/diff"
	"reprise/report/tell"
	"reprise/resolution"
)

// pageSummary is what a reader must hear, its clauses with the places of the page
// where they stand.
type pageSummary struct {
	Head, First, Rest, Close []pageLine
	Untold                   []pageLine // behind the rest, or before the closing lines where there is none
	More                     string     // opens the rest; "" where there is none
}

type pageLine []pageRun

// Next is the number of the first point of the rest.
func (s pageSummary) Next() int { return len(s.First) + 1 }

// pageRun is a piece of a sentence; Href is "" where it names no clause.
type pageRun struct {
	Text, Href string
	Quote      bool
}

func summaryOf(v tell.Voice, c *diff.Comparison) *pageSummary {
	places := map[*resolution.Clause]string{}
	for _, ch := range c.Changes {
		for _, side := range [...][]*resolution.Clause{ch.Old, ch.New} {
			for _, clause := range side {
				places[clause] = placeOf(ch)
			}
		}
	}
	lines := func(told []tell.Line) []pageLine {
		var out []pageLine
		for _, l := range told {
			var line pageLine
			for _, r := range l {
				line = append(line, pageRun{r.Text, places[r.Clause], r.Quote})
			}
			out = append(out, line)
		}
		return out
	}
	s := v.Summary(c)
	if len(s.Points)+len(s.Close) == 0 {
		return nil
	}
	p := &pageSummary{Head: lines(s.Head), First: lines(s.First()), Rest: lines(s.Rest()), Untold: lines(s.Untold), Close: lines(s.Close)}
	if n := len(p.Rest); n > 0 {
		p.More = v.More(n).String()
	}
	return p
}

// placeOf is the anchor of a change.
func placeOf(ch diff.Change) string {
	p := pageChange{}
	p.anchors(ch)
	return p.ID
}
