package report

import (
	"strconv"

	"reprise/diff"
	"reprise/resolution"
)

// What the forms say in every language: signs, names and figures. Words are
// the business of voice.go.

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
