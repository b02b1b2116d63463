package report

import "reprise/diff"

// group is a run of changes shown one by one, or folded to one quiet line.
type group struct {
	changes []diff.Change
	folded  bool
}

// folding says what is shown in full.
type folding struct {
	only    Scope
	context int // unfolded clauses on each side of what is shown; negative folds nothing
}

// fold parts the changes, in order, into runs that are shown and runs that
// are folded. Every change is in exactly one group.
func fold(changes []diff.Change, f folding) []group {
	shown := make([]bool, len(changes))
	for i, ch := range changes {
		if !f.shows(ch) {
			continue
		}
		for k := max(0, i-f.context); k <= min(len(changes)-1, i+f.context); k++ {
			shown[k] = true
		}
	}
	var groups []group
	for i, ch := range changes {
		folded := !shown[i] && f.context >= 0
		if n := len(groups); n == 0 || groups[n-1].folded != folded {
			groups = append(groups, group{folded: folded})
		}
		g := &groups[len(groups)-1]
		g.changes = append(g.changes, ch)
	}
	return groups
}

// shows tells whether a change is worth its own lines. A clause that kept its
// words and place is not, even where its number is another.
func (f folding) shows(ch diff.Change) bool {
	if f.only == SubstantiveOnly {
		return ch.Nature == diff.Substantive || ch.Uncertain && ch.Status != diff.Kept
	}
	return ch.Status != diff.Kept || ch.Moved || ch.Uncertain || len(ch.Notes) > 0
}
