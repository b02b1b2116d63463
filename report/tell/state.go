package tell

import (
	"strconv"
	"strings"

	"reprise/diff"
	"reprise/resolution"
)

// Status names what happened, "moved, reworded" where both did.
func (v Voice) Status(ch diff.Change) string {
	switch {
	case ch.Unread && ch.Status == diff.Removed:
		return v.Say("removed-or-unread")
	case ch.Unread:
		return v.Say("added-or-unread")
	case ch.Status == diff.Kept && ch.Moved:
		return v.Say("moved")
	case ch.Moved:
		return v.Commas(v.Say("moved"), v.Say(ch.Status.String()))
	}
	return v.Say(ch.Status.String())
}

// Nature names how much a change matters, "routine"; "" where it has none.
func (v Voice) Nature(n diff.Nature) string {
	if n == diff.NoNature {
		return ""
	}
	return v.Say(n.String())
}

// State is the state of a change in words: "reworded, was OP5, routine".
func (v Voice) State(ch diff.Change) string {
	words := []string{v.Status(ch)}
	if was := v.Formerly(ch); was != "" {
		words = append(words, was)
	}
	if nature := v.Nature(ch.Nature); nature != "" {
		words = append(words, nature)
	}
	if ch.Uncertain {
		words = append(words, v.Say("uncertain"))
	}
	return v.Commas(words...)
}

// Formerly is the old name of a change that has another one now: "was OP5".
// Old and new clauses of a split or merge are named on both sides.
func (v Voice) Formerly(ch diff.Change) string {
	old, new := v.Names(ch.Old), v.Names(ch.New)
	if old == "" || new == "" || old == new {
		return ""
	}
	return v.Say("was", "old", old)
}

// Rivals says which other partners an uncertain change could have: "could also
// be OP9"; "" for a change that is not uncertain.
func (v Voice) Rivals(ch diff.Change) string {
	var list []string
	for _, r := range ch.Rivals {
		switch {
		case r.New != nil && !HasID(ch.New, r.New.ID):
			list = append(list, v.Name(r.New))
		case r.Old != nil && !HasID(ch.Old, r.Old.ID):
			list = append(list, v.OldName(r.Old))
		}
	}
	if len(list) == 0 || !ch.Uncertain {
		return ""
	}
	return v.Say("rivals", "list", v.Listed(list))
}

// Note names a footnote that changed.
func (v Voice) Note(n diff.NoteChange) string {
	switch {
	case n.OldMark == "":
		return v.Say("note-new", "mark", n.NewMark)
	case n.NewMark == "":
		return v.Say("note-gone", "mark", n.OldMark)
	}
	return v.Say("note-kept", "mark", n.NewMark)
}

// Field is a field of the masthead, by its name in JSON.
func (v Voice) Field(f diff.Field) string { return v.Say("field-" + f.Name.String()) }

// Part names a part of a resolution: "Operative part".
func (v Voice) Part(p resolution.Part) string { return v.Say("part-" + p.String()) }

// Agreed is the share of text taken over: "88% taken over".
func (v Voice) Agreed(s diff.Summary) string {
	return v.Percent(s.Agreed) + " " + v.Say("agreed-share")
}

// Percent is a share as the language writes it: "88%".
func (v Voice) Percent(share float64) string {
	return v.Say("percent", "n", strconv.Itoa(diff.Percent(share)))
}

// Folded tells in one line what is not shown: "PP2 to PP7 unchanged".
func (v Voice) Folded(changes []diff.Change) string {
	kept, other := 0, 0
	for _, ch := range changes {
		if ch.Status == diff.Kept && !ch.Moved {
			kept++
		} else {
			other++
		}
	}
	clauses := v.reach(changes)
	switch {
	case other == 0 && v.renamed(changes) != "":
		return v.Say("folded-was", "clauses", clauses, "old", v.renamed(changes))
	case other == 0:
		return strings.TrimLeft(v.Say("folded", "clauses", clauses), " ")
	case kept == 0:
		return v.Counted("folded-routine", other, "clauses", clauses)
	}
	return v.Counted("folded-both", other, "clauses", clauses, "kept", strconv.Itoa(kept))
}

// reach names the new clauses of changes that follow each other, those that
// stand in no count only where there are no others.
func (v Voice) reach(changes []diff.Change) string {
	var first, last *resolution.Clause
	for _, ch := range changes {
		for _, c := range ch.New {
			if first == nil || !first.Counted() {
				first = c
			}
			if c.Counted() || last == nil {
				last = c
			}
		}
	}
	switch {
	case first == nil:
		return ""
	case len(changes) == 2 && first != last:
		return v.Listed([]string{v.Name(first), v.Name(last)})
	}
	return v.Span(first, last)
}

// renamed says the old names of a run whose numbers shifted; "" for others.
func (v Voice) renamed(changes []diff.Change) string {
	first, last := changes[0], changes[len(changes)-1]
	if v.Formerly(first) == "" && v.Formerly(last) == "" {
		return ""
	}
	return v.Span(first.Old[0], last.Old[len(last.Old)-1])
}
