package tell

import (
	"strings"

	"reprise/diff"
	"reprise/resolution"
)

// What the forms say in every language: signs, names and figures.

// signs stand before a change in every form, so that no state is told by
// colour alone.
var signs = map[diff.Status]string{
	diff.Kept: " ", diff.Reworded: "~", diff.Added: "+", diff.Removed: "-",
	diff.Split: "/", diff.Merged: "&", diff.Rearranged: "%",
}

// The signs that stand for no status.
const (
	MovedSign  = ">"   // a clause that stands elsewhere
	UnsureSign = "?"   // a link that could be another
	FoldSign   = "···" // clauses that are not shown
)

// Sign is the mark of a change: a move shows as one where the words stayed.
func Sign(ch diff.Change) string {
	if ch.Moved && (ch.Status == diff.Kept || ch.Status == diff.Reworded) {
		return MovedSign
	}
	return signs[ch.Status]
}

// HasID tells whether a clause of that ID is among the clauses.
func HasID(clauses []*resolution.Clause, id string) bool {
	for _, c := range clauses {
		if c.ID == id {
			return true
		}
	}
	return false
}

// Title is what a document is called: its symbol, or the name of its file; "" where
// it has neither.
func Title(d *resolution.Document) string {
	if d.Symbol != "" {
		return string(d.Symbol)
	}
	if d.Reading.Name != "" {
		return d.Reading.Name
	}
	return ""
}

// Title is what a document is called, in words where it has no name.
func (v Voice) Title(d *resolution.Document) string {
	if title := Title(d); title != "" {
		return title
	}
	return v.Say("no-symbol")
}

// OneLine is a text with each run of white space made one space.
func OneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// Arrow leads from the old to the new in the direction of the language.
func (v Voice) Arrow() string {
	if v.RightToLeft() {
		return "←"
	}
	return "→"
}
