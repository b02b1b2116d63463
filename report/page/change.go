package page

import (
	"slices"
	"strings"

	"reprise/diff"
	"reprise/report"
	"reprise/report/tell"
	"reprise/resolution"
)

// pageChange is a change as the page shows it: what the comparison says of it,
// named and given its places in the page.
type pageChange struct {
	voice tell.Voice
	Texts string // language of the texts
	diff.Change
	ID      string   // anchor
	Also    []string // further anchors: other clauses of the change, old places
	Name    string
	Was     string
	Sign    string
	Word    string
	State   string // class names
	Rivals  string
	Moved   string // anchor of the ghost
	Kind    string
	Depth   int
	Hunks   []hunk
	Why     []pageReason
	Changed bool // is shown by itself
	Columns bool // shown in two columns where the view is side by side
	OldIDs  string
	NewIDs  string
	Said    []saidLine

	groups []tell.ReasonGroup // of the reasons of the change
}

// anchor is a clause's place in the page. IDs hold no spaces as a rule; an
// anchor must not.
func anchor(c *resolution.Clause) string { return strings.Join(strings.Fields(c.ID), "_") }

// oldAnchor is the place of a clause of the old text, where another clause may
// have its ID by now.
func oldAnchor(c *resolution.Clause) string { return "old-" + anchor(c) }

func pageChangeOf(v tell.Voice, texts string, ch diff.Change, notes []pageNote) *pageChange {
	p := &pageChange{
		Change: ch, Sign: tell.Sign(ch), Word: v.Status(ch), Was: v.Formerly(ch), State: stateOf(ch),
		Hunks: hunksOf(ch), Columns: ch.Status != diff.Kept, Changed: (report.Folding{}).Shows(ch),
		OldIDs: ids(ch.Old), NewIDs: ids(ch.New), Name: v.NamesOf(ch), voice: v, Texts: texts,
	}
	if clauses := slices.Concat(ch.New, ch.Old); len(clauses) > 0 {
		p.Kind, p.Depth = clauses[0].Kind.String(), min(clauses[0].Depth, maxInset)
	}
	p.Rivals, p.groups = v.Rivals(ch), tell.ReasonGroups(ch.Reasons)
	p.Why = p.onPage()
	p.anchors(ch)
	linkMarks(p.Hunks, notes)
	return p
}

// linkMarks ties the footnote marks of the new text to their notes.
func linkMarks(hunks []hunk, notes []pageNote) {
	for _, h := range hunks {
		for i := range h.Parts {
			if m := &h.Parts[i]; m.Mark != "" && !m.Old {
				m.Note = anchorOfMark(notes, m.Mark)
			}
		}
	}
}

// Points deeper than this are set in no further.
const maxInset = 4

func (p *pageChange) anchors(ch diff.Change) {
	for i, c := range ch.New {
		if i == 0 {
			p.ID = anchor(c)
		} else {
			p.Also = append(p.Also, anchor(c))
		}
	}
	for i, c := range ch.Old {
		switch {
		case len(ch.New) == 0 && i == 0:
			p.ID = oldAnchor(c)
		case ch.Moved && len(ch.New) > 0:
			p.Moved = oldAnchor(ch.Old[0]) // the ghost has it
		case ch.Status != diff.Kept || !tell.HasID(ch.New, c.ID):
			p.Also = append(p.Also, oldAnchor(c))
		}
	}
}

// pageReason is a reason in the list beside the clause, under the number by
// which the edits point to it.
type pageReason struct {
	Number int
	Text   string
	Nature diff.Nature
}

// onPage lists the reasons, those of one why together.
func (p *pageChange) onPage() []pageReason {
	var out []pageReason
	for _, g := range p.groups {
		out = append(out, pageReason{g.First, p.voice.Reason(g), g.Nature()})
	}
	return out
}

// reasonOfHunk is the reason that names the words of a hunk, under the number
// of its line in the list; nil where none does.
func reasonOfHunk(c *pageChange, h hunk) *pageReason {
	if h.Reason == 0 {
		return nil
	}
	r := c.Change.Reasons[h.Reason-1]
	return &pageReason{c.groups[tell.GroupOf(c.groups, r)].First, c.voice.Reason(tell.ReasonGroups([]diff.Reason{r})[0]), r.Nature()}
}

func ids(clauses []*resolution.Clause) string {
	list := make([]string, len(clauses))
	for i, c := range clauses {
		list[i] = c.ID
	}
	return strings.Join(list, " ")
}

// stateOf is the change as class names.
func stateOf(ch diff.Change) string {
	names := []string{ch.Status.String()}
	if ch.Moved {
		names = append(names, "moved")
	}
	if ch.Nature != diff.NoNature {
		names = append(names, ch.Nature.String())
	}
	if ch.Uncertain {
		names = append(names, "uncertain")
	}
	return strings.Join(names, " ")
}

func (p *pageChange) part() resolution.Part {
	if len(p.New) > 0 {
		return p.New[0].Part
	}
	if len(p.Old) > 0 {
		return p.Old[0].Part
	}
	return resolution.Front
}
