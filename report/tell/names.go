package tell

import (
	"strconv"
	"strings"

	"reprise/diff"
	"reprise/resolution"
)

// Name is a clause as negotiators write it, "PP3"; a line of the form is called by
// the part in which it stands.
func (v Voice) Name(c *resolution.Clause) string {
	switch {
	case c.IsFormula():
		return v.Say("clause-formula")
	case c.Part == resolution.Front || c.Part == resolution.Back:
		return v.Part(c.Part)
	}
	return c.Name()
}

// Names lists clauses: "OP6", "OP6 and OP7".
func (v Voice) Names(clauses []*resolution.Clause) string { return v.listedBy(v.Name, clauses) }

// OldName is a clause of the old text where it stands beside clauses of the new:
// "old PP48" where one of those has its name, "PP48" where none has.
func (v Voice) OldName(c *resolution.Clause) string {
	if v.taken[c.ID] {
		return v.Say("old-clause", "clause", v.Name(c))
	}
	return v.Name(c)
}

// NamesOf is what a change is called: its new clauses, or else its old ones.
func (v Voice) NamesOf(ch diff.Change) string {
	if len(ch.New) > 0 {
		return v.Names(ch.New)
	}
	return v.listedBy(v.OldName, ch.Old)
}

// Page is where a change stands in the document that has its clauses, "page 3"; ""
// where the format has no pages.
func (v Voice) Page(ch diff.Change) string {
	clauses := ch.New
	if len(clauses) == 0 {
		clauses = ch.Old
	}
	if len(clauses) == 0 || clauses[0].Page == 0 {
		return ""
	}
	return v.Say("outline-page", "n", strconv.Itoa(clauses[0].Page))
}

// HeadName is the name of a change in a gutter: its first new clause, or its first
// old one, and whether its link is in doubt.
func (v Voice) HeadName(ch diff.Change) string {
	name := ""
	switch {
	case len(ch.New) > 0:
		name = v.Name(ch.New[0])
	case len(ch.Old) > 0:
		name = v.OldName(ch.Old[0])
	}
	if ch.Uncertain {
		name += UnsureSign
	}
	return name
}

func (v Voice) listedBy(name func(*resolution.Clause) string, clauses []*resolution.Clause) string {
	names := make([]string, len(clauses))
	for i, c := range clauses {
		names[i] = name(c)
	}
	return v.Listed(names)
}

// Commas joins what is said, as the language lists things: "moved, reworded".
func (v Voice) Commas(list ...string) string { return v.joined("comma", list) }

// Semicolons joins what may have commas in it.
func (v Voice) Semicolons(list ...string) string { return v.joined("semicolon", list) }

func (v Voice) joined(by string, list []string) string {
	if len(list) == 0 {
		return ""
	}
	text := list[0]
	for _, next := range list[1:] {
		text = v.Say(by, "list", text, "last", next)
	}
	return text
}

// Listed joins names: "OP6, OP7 and OP9".
func (v Voice) Listed(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	last := len(list) - 1
	return v.Say("and", "list", v.Commas(list[:last]...), "last", list[last])
}

// Span is the first and last name of neighbouring clauses: "PP2 to PP7".
func (v Voice) Span(first, last *resolution.Clause) string {
	if first == last {
		return v.Name(first)
	}
	return v.Say("range", "first", v.Name(first), "last", v.Name(last))
}
