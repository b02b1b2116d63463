package page

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"reprise/diff"
	"reprise/report"
	"reprise/report/tell"
	"reprise/resolution"
)

// page is what the template of the HTML form shows: the comparison, put in the
// order of the page and named. Nothing is decided here that the comparison
// does not say.
type page struct {
	View      string
	Only      string
	Texts     string // language of the texts
	Old, New  pageHead
	Title     string
	Key       string       // tells the review marks of one comparison from those of another
	Summary   *pageSummary // nil where a text has no clauses
	Warnings  []string
	Fields    []diff.Field
	Tallies   []tell.Tally
	Agreed    string
	Changes   int // changes that count
	Map       []mapMark
	Parts     []pagePart
	Kinds     []kindCount // of points, in the order of their weight
	Notes     []pageNote
	Citations []diff.CitationChange

	OldVersion, NewVersion string          // keys of the texts in review files
	Given                  json.RawMessage // a review file that the script starts from
}

type pageHead struct {
	Name, Date string
}

// mapMark is one clause in the map beside the text.
type mapMark struct {
	Href  string
	Name  string
	State string
	Grow  int // length in steps of mapStep characters, 1 to mapSteps
}

const (
	mapStep  = 120
	mapSteps = 12
)

func pageOf(v tell.Voice, c *diff.Comparison, h HTML) page {
	p := page{
		View: h.View.String(), Texts: c.New.Language,
		Old: headOf(v, c.Old), New: headOf(v, c.New), Title: titleOf(c), Key: key(c),
		Summary: summaryOf(v, c), Warnings: v.Warnings(c), Fields: c.Fields,
		Tallies: v.Tallies(c.Summary), Agreed: v.Percent(c.Summary.Agreed),
		Notes: notesOf(c.New.Footnotes), Citations: c.Citations,
	}
	if h.Only == report.SubstantiveOnly {
		p.Only = "substantive"
	}
	p.Parts = partsOf(v, itemsOf(v, c, p.Notes, h.Review))
	p.Map, p.Changes = mapOf(v, c.Changes)
	p.Kinds = kindsOf(v, c, p.Parts)
	return p
}

// Jumps are the parts that a reader may want to go to at once; none where there is
// one alone.
func (p page) Jumps() []pagePart {
	jumps := slices.DeleteFunc(slices.Clone(p.Parts), func(part pagePart) bool { return part.Quiet })
	if len(jumps) < 2 {
		return nil
	}
	return jumps
}

// OperativeFirst tells whether the operative part can stand before another one.
func (p page) OperativeFirst() bool {
	for i, part := range p.Jumps() {
		if part.Operative {
			return i > 0
		}
	}
	return false
}

func headOf(v tell.Voice, d *resolution.Document) pageHead {
	return pageHead{Name: v.Title(d), Date: d.Adopted.ISO()}
}

// pageNote is a footnote of the new text.
type pageNote struct {
	Anchor, Mark, Text string
}

// notesOf gives each footnote a place of its own in the page; marks such as a
// star may come more than once.
func notesOf(notes []resolution.Footnote) []pageNote {
	var out []pageNote
	for i, n := range notes {
		a := "note-" + n.Mark
		if anchorOfMark(out, n.Mark) != "" {
			a = "note-" + strconv.Itoa(i) + "-" + n.Mark
		}
		out = append(out, pageNote{strings.Join(strings.Fields(a), "_"), n.Mark, n.Text})
	}
	return out
}

// anchorOfMark is the place of the first footnote with a mark; "" where the
// text has none, which happens where a reader found a mark but no note.
func anchorOfMark(notes []pageNote, mark string) string {
	for _, n := range notes {
		if n.Mark == mark {
			return n.Anchor
		}
	}
	return ""
}

// mapOf makes the map of what counts, and counts what changed.
func mapOf(v tell.Voice, changes []diff.Change) (marks []mapMark, changed int) {
	shows := report.Folding{}
	for _, ch := range changes {
		if !ch.Counted() {
			continue
		}
		length := 0
		for _, e := range ch.Edits {
			length += len(e.Text)
		}
		p := pageChange{}
		p.anchors(ch)
		marks = append(marks, mapMark{Href: p.ID, Name: v.HeadName(ch), State: stateOf(ch), Grow: min(max(length/mapStep, 1), mapSteps)})
		if shows.Shows(ch) {
			changed++
		}
	}
	return marks, changed
}
