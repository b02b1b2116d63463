package page

import (
	"encoding/json"

	"reprise/diff"
	"reprise/report/tell"
	"reprise/resolution"
	"reprise/review"
)

// given is what the page's script starts from: the texts, so that a review file
// can carry them, and what reviewers said, in the form of such a file. Marks that
// found no change are among them, under the comparison that they were made on. On a
// server its own script has all that.
func (p *page) given(v tell.Voice, c *diff.Comparison, h HTML) error {
	placed := h.Review
	old, new := review.VersionOf(c.Old, p.Old.Name), review.VersionOf(c.New, p.New.Name)
	made := review.Made{Comparison: p.Key, Old: old.Key(), New: new.Key()}
	p.OldVersion, p.NewVersion = made.Old, made.New
	all := review.Review{Marks: placed.Lost, Versions: append([]review.Version{old, new}, placed.Versions...)}
	if h.Site != nil {
		all.Marks, placed.Remarks = nil, nil
	}
	for i, marks := range placed.Remarks {
		for _, m := range marks {
			m.Made, m.Old, m.New, m.Name = made, resolution.IDs(c.Changes[i].Old), resolution.IDs(c.Changes[i].New), nameOf(v, c.Changes[i])
			all.Marks = append(all.Marks, m)
		}
	}
	file, err := all.JSON()
	p.Given = json.RawMessage(file)
	return err
}

// nameOf is how the page names a change.
func nameOf(v tell.Voice, ch diff.Change) string {
	if len(ch.New) == 0 {
		return v.Names(ch.Old)
	}
	return v.Names(ch.New)
}

// saidLine is what one reviewer said of a change, for readers without the script.
type saidLine struct {
	Class, Who, Verdict, Note, Origin string
}

func saidLines(v tell.Voice, marks []review.Mark) []saidLine {
	var out []saidLine
	for _, m := range marks {
		class := m.Verdict.String()
		if m.Carried.Uncertain {
			class += " uncertain"
		}
		out = append(out, saidLine{class, v.Reviewer(m), v.Verdict(m), m.Note, v.MadeOn(m)})
	}
	return out
}
