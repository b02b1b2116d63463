package page

import (
	"reprise/diff"
	"reprise/report"
	"reprise/resolution"
)

// hunk is one edit of a change, cut where the lead ends and where a footnote
// mark stands, for the forms that show both.
type hunk struct {
	Op     diff.Op
	Reason int // number of the reason that names these words, from 1; 0 where none does
	Parts  []part
	Gap    bool // words follow on those of the hunk before with nothing between them
}

// part is text in one style. A part may be a footnote mark, which is no text.
type part struct {
	Text string
	Lead bool
	Mark string // footnote mark
	Old  bool   // of the mark: it points to a note of the old text
	Note string // of the mark: where its note stands in the page; "" nowhere
}

// hunksOf cuts the edits of a change. Leads and marks are those of the new
// text; where there is none, and in deleted words, leads are those of the old.
func hunksOf(ch diff.Change) []hunk {
	old, new := newRuler(ch.Old), newRuler(ch.New)
	old.old = true
	if len(ch.New) > 0 {
		old.marks = nil
	}
	var out []hunk
	for _, e := range ch.Edits {
		h := hunk{Op: e.Op, Reason: reasonAt(ch, e, [2]int{old.at, new.at})}
		switch e.Op {
		case diff.Delete:
			h.Parts = old.cut(e.Text)
		case diff.Insert:
			h.Parts = new.cut(e.Text)
		default:
			old.skip(e.Text)
			h.Parts = new.cut(e.Text)
		}
		h.Gap = report.RunOn(ch.Edits, len(out))
		out = append(out, h)
	}
	return out
}

// gapped is an edit of words that have neither leads nor notes.
type gapped struct {
	diff.Edit
	Gap bool // as in a hunk
}

func gappedEdits(edits []diff.Edit) []gapped {
	out := make([]gapped, len(edits))
	for i, e := range edits {
		out[i] = gapped{e, report.RunOn(edits, i)}
	}
	return out
}

// reasonAt is the number of the first reason whose place the edit touches, given
// where in the joined texts the edit stands; 0 for none.
func reasonAt(ch diff.Change, e diff.Edit, at [2]int) int {
	if e.Op == diff.Equal {
		return 0
	}
	for i, r := range ch.Reasons {
		from, to, ok := r.Old.In(ch.Old)
		start := at[0]
		if e.Op == diff.Insert {
			from, to, ok = r.New.In(ch.New)
			start = at[1]
		}
		if ok && from < start+len(e.Text) && start < to {
			return i + 1
		}
	}
	if len(ch.Reasons) == 1 {
		return 1
	}
	return 0
}

// ruler knows where leads and footnote marks stand in the joined text of one
// side, and how far that text has been walked.
type ruler struct {
	old   bool // the side is the old text
	at    int
	leads [][2]int // start and end
	marks []resolution.NoteRef
}

func newRuler(clauses []*resolution.Clause) *ruler {
	r := &ruler{}
	start := 0
	for _, c := range clauses {
		if c.Lead != "" {
			r.leads = append(r.leads, [2]int{start, start + len(c.Lead)})
		}
		for _, n := range c.Notes {
			r.marks = append(r.marks, resolution.NoteRef{Mark: n.Mark, At: start + min(max(n.At, 0), len(c.Text))})
		}
		start += len(c.Text) + len("\n")
	}
	return r
}

func (r *ruler) skip(text string) { r.at += len(text) }

// cut walks over text and parts it.
func (r *ruler) cut(text string) []part {
	var parts []part
	end := r.at + len(text)
	for r.at < end || len(r.marks) > 0 && r.marks[0].At == end {
		if len(r.marks) > 0 && r.marks[0].At <= r.at {
			parts = append(parts, part{Mark: r.marks[0].Mark, Old: r.old})
			r.marks = r.marks[1:]
			continue
		}
		stop, lead := r.next(end)
		parts = append(parts, part{Text: text[len(text)-(end-r.at) : len(text)-(end-stop)], Lead: lead})
		r.at = stop
	}
	return parts
}

// next is how far the text goes on in one style.
func (r *ruler) next(end int) (stop int, lead bool) {
	stop = end
	if len(r.marks) > 0 {
		stop = min(stop, r.marks[0].At)
	}
	for _, l := range r.leads {
		switch {
		case r.at >= l[0] && r.at < l[1]:
			return min(stop, l[1]), true
		case r.at < l[0]:
			stop = min(stop, l[0])
		}
	}
	return stop, false
}
