package report

import (
	"strconv"
	"strings"

	"reprise/diff"
	"reprise/resolution"
)

// What the forms say about themselves: names of states, headings, connecting
// words. Sentences about a change are not made here; they come from
// diff.Summary and diff.Reason.

// signs stand before a change in every form, so that no state is told by
// colour alone.
var signs = map[diff.Status]string{
	diff.Kept: " ", diff.Reworded: "~", diff.Added: "+", diff.Removed: "-",
	diff.Split: "/", diff.Merged: "&", diff.Rearranged: "%",
}

const (
	movedSign  = ">"
	unsureSign = "?"
	foldSign   = "···"
)

// sign is the mark of a change: a move shows as one where the words stayed.
func sign(ch diff.Change) string {
	if ch.Moved && (ch.Status == diff.Kept || ch.Status == diff.Reworded) {
		return movedSign
	}
	return signs[ch.Status]
}

// statusWord names what happened, "moved, reworded" where both did.
func statusWord(ch diff.Change) string {
	switch {
	case ch.Status == diff.Kept && ch.Moved:
		return "moved"
	case ch.Status == diff.Kept:
		return "unchanged"
	case ch.Moved:
		return "moved, " + ch.Status.String()
	}
	return ch.Status.String()
}

// names lists clauses as negotiators write them: "OP6", "OP6 and OP7".
func names(clauses []*resolution.Clause) string {
	list := make([]string, len(clauses))
	for i, c := range clauses {
		list[i] = c.Name()
	}
	return listed(list)
}

func listed(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	last := len(list) - 1
	return strings.Join(list[:last], ", ") + " and " + list[last]
}

// span is the first and last name of neighbouring clauses: "PP2 to PP7".
func span(first, last *resolution.Clause) string {
	if first == last {
		return first.Name()
	}
	return first.Name() + " to " + last.Name()
}

// formerly is the old name of a change that has another one now: "was OP5".
// Old and new clauses of a split or merge are named on both sides.
func formerly(ch diff.Change) string {
	old, new := names(ch.Old), names(ch.New)
	if old == "" || new == "" || old == new {
		return ""
	}
	return "was " + old
}

// rivalsOf says which other partners an uncertain change could have:
// "could also be OP9".
func rivalsOf(ch diff.Change) string {
	var list []string
	for _, r := range ch.Rivals {
		switch {
		case r.New != nil && !hasID(ch.New, r.New.ID):
			list = append(list, r.New.Name())
		case r.Old != nil && !hasID(ch.Old, r.Old.ID):
			list = append(list, "old "+r.Old.Name())
		}
	}
	if len(list) == 0 {
		return ""
	}
	return "could also be " + listed(list)
}

func hasID(clauses []*resolution.Clause, id string) bool {
	for _, c := range clauses {
		if c.ID == id {
			return true
		}
	}
	return false
}

// title is what a document is called: its symbol, or the name of its file.
func title(d *resolution.Document) string {
	if d.Symbol != "" {
		return string(d.Symbol)
	}
	if d.Reading.Name != "" {
		return d.Reading.Name
	}
	return "(no symbol)"
}

func percent(share float64) string { return strconv.Itoa(diff.Percent(share)) + "%" }

// tallies are the counts of a summary that are not zero, in the order in
// which they matter.
type tally struct {
	Key   string // the state, as in JSON
	Sign  string
	Word  string
	Count int
}

func tallies(s diff.Summary) []tally {
	all := []tally{
		{"added", signs[diff.Added], "added", s.Added},
		{"removed", signs[diff.Removed], "removed", s.Removed},
		{"reworded", signs[diff.Reworded], "reworded", s.Reworded},
		{"split", signs[diff.Split], "split", s.Split},
		{"merged", signs[diff.Merged], "merged", s.Merged},
		{"rearranged", signs[diff.Rearranged], "rearranged", s.Rearranged},
		{"moved", movedSign, "moved", s.Moved},
		{"kept", signs[diff.Kept], "unchanged", s.Kept},
		{"substantive", "", "substantive", s.Substantive},
		{"routine", "", "routine", s.Routine},
		{"uncertain", unsureSign, "uncertain", s.Uncertain},
	}
	out := all[:0]
	for _, t := range all {
		if t.Count > 0 {
			out = append(out, t)
		}
	}
	return out
}
