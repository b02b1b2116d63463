package report

import (
	"reprise/diff"
	"reprise/resolution"
)

// Group is a run of changes shown one by one, or folded to one quiet line.
type Group struct {
	Changes []diff.Change
	Folded  bool
}

// Folding says what is shown in full.
type Folding struct {
	Only    Scope
	Context int // unfolded clauses on each side of what is shown; negative folds nothing
}

// Fold parts the changes, in order, into runs that are shown and runs that
// are folded. Every change is in exactly one group.
func Fold(changes []diff.Change, f Folding) []Group {
	shown := make([]bool, len(changes))
	for i, ch := range changes {
		if !f.Shows(ch) {
			continue
		}
		for k := max(0, i-f.Context); k <= min(len(changes)-1, i+f.Context); k++ {
			shown[k] = true
		}
	}
	var groups []Group
	for i, ch := range changes {
		folded := !shown[i] && f.Context >= 0
		if n := len(groups); n == 0 || groups[n-1].Folded != folded {
			groups = append(groups, Group{Folded: folded})
		}
		g := &groups[len(groups)-1]
		g.Changes = append(g.Changes, ch)
	}
	return groups
}

// Shows tells whether a change is worth its own lines. A clause that kept its
// words and place is not, even where its number is another.
func (f Folding) Shows(ch diff.Change) bool {
	if f.Only == SubstantiveOnly {
		return ch.Nature == diff.Substantive || ch.Uncertain && ch.Status != diff.Kept
	}
	return ch.Status != diff.Kept || ch.Moved || ch.Uncertain || len(ch.Notes) > 0
}

// Listed leaves out what stands in no count: masthead and meeting lines show as
// fields. A formula that changed is listed. A negative context lists everything.
func Listed(changes []diff.Change, context int) []diff.Change {
	if context < 0 {
		return changes
	}
	var out []diff.Change
	for _, ch := range changes {
		if ch.Counted() || isFormula(ch) && ch.Status != diff.Kept {
			out = append(out, ch)
		}
	}
	return out
}

func isFormula(ch diff.Change) bool {
	for _, side := range [][]*resolution.Clause{ch.Old, ch.New} {
		for _, c := range side {
			if c.IsFormula() {
				return true
			}
		}
	}
	return false
}
