// Package tell puts the facts of a comparison and of a series into words: chips,
// labels, reasons, remarks, in one language. It works nothing out.
//
// Its main call is Of, which gives the voice that speaks of a comparison.
package tell

import (
	"strconv"
	"strings"

	"reprise/diff"
	"reprise/diff/nature"
	"reprise/internal/lexicon"
	"reprise/resolution"
)

// Voice is the language in which a form speaks of the changes: that of the new
// text, as in the summary and the reasons. The zero value speaks the default one.
type Voice struct {
	lex   *lexicon.Lexicon
	scale string // name of the scale that orders the leads
}

// Of is the voice that speaks of a comparison.
func Of(c *diff.Comparison) Voice {
	if c.New == nil {
		return Voice{scale: c.Scale}
	}
	lex, err := lexicon.Language(c.New.Language)
	if err != nil {
		return Voice{scale: c.Scale}
	}
	return Voice{lex, c.Scale}
}

// Say gives a phrase of the data file "forms". What a language does not say is
// said in the default one.
func (v Voice) Say(name string, values ...string) string {
	if v.lex != nil {
		if text := v.lex.Sentence(name, values...); text != "" {
			return text
		}
	}
	lex, _ := lexicon.Language(lexicon.Default)
	return lex.Sentence(name, values...)
}

// Counted gives a phrase with a number in it, {n}.
func (v Voice) Counted(name string, n int, values ...string) string {
	if v.lex != nil {
		if text := v.lex.Counted(name, n, values...); text != "" {
			return text
		}
	}
	lex, _ := lexicon.Language(lexicon.Default)
	return lex.Counted(name, n, values...)
}

// Status names what happened, "moved, reworded" where both did.
func (v Voice) Status(ch diff.Change) string {
	switch {
	case ch.Status == diff.Kept && ch.Moved:
		return v.Say("moved")
	case ch.Moved:
		return v.Say("moved") + ", " + v.Say(ch.Status.String())
	}
	return v.Say(ch.Status.String())
}

// State is the state of a change in words: "reworded, routine".
func (v Voice) State(ch diff.Change) string {
	words := []string{v.Status(ch)}
	if was := v.Formerly(ch); was != "" {
		words = append(words, was)
	}
	if ch.Nature != diff.NoNature {
		words = append(words, v.Say(ch.Nature.String()))
	}
	if ch.Uncertain {
		words = append(words, v.Say("uncertain"))
	}
	return strings.Join(words, ", ")
}

// Names lists clauses as negotiators write them: "OP6", "OP6 and OP7".
func (v Voice) Names(clauses []*resolution.Clause) string {
	names := make([]string, len(clauses))
	for i, c := range clauses {
		names[i] = c.Name()
	}
	return v.Listed(names)
}

// Listed joins names: "OP6, OP7 and OP9".
func (v Voice) Listed(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	last := len(list) - 1
	return v.Say("and", "list", strings.Join(list[:last], ", "), "last", list[last])
}

// Span is the first and last name of neighbouring clauses: "PP2 to PP7".
func (v Voice) Span(first, last *resolution.Clause) string {
	if first == last {
		return first.Name()
	}
	return v.Say("range", "first", first.Name(), "last", last.Name())
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
			list = append(list, r.New.Name())
		case r.Old != nil && !HasID(ch.Old, r.Old.ID):
			list = append(list, v.Say("old-clause", "clause", r.Old.Name()))
		}
	}
	if len(list) == 0 || !ch.Uncertain {
		return ""
	}
	return v.Say("rivals", "list", v.Listed(list))
}

// Reasons are what is said of why a change matters, reasons of one why together.
func (v Voice) Reasons(ch diff.Change) []string {
	var list []string
	for _, g := range ReasonGroups(ch.Reasons) {
		list = append(list, v.Reason(g))
	}
	return list
}

// Why says what a cause of a change does and why it is of its nature.
func (v Voice) Why(c nature.Cause) string { return v.Say(c.String(), "scale", v.scale) }

// Reason is what a group says: "another number: 26 → 25; 7 → 9 and 2 more".
func (v Voice) Reason(g ReasonGroup) string {
	if len(g.wordings) == 0 {
		return v.Why(g.Cause)
	}
	shown := g.wordings
	if g.count > maxWordings+1 { // "and 1 more" is no shorter than the one
		shown = shown[:min(len(shown), maxWordings)]
	}
	text := strings.Join(shown, "; ")
	if more := g.count - len(shown); more > 0 {
		text = v.Counted("more", more, "list", text)
	}
	return v.Why(g.Cause) + ": " + text
}

// Remarks is what is said about a change: its reasons, and what an uncertain
// one could also be.
func (v Voice) Remarks(ch diff.Change) []string {
	list := v.Reasons(ch)
	if also := v.Rivals(ch); also != "" {
		list = append(list, also)
	}
	return list
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
func (v Voice) Field(f diff.Field) string { return v.Say("field-" + f.Name) }

// Agreed is the share of agreed language: "88% agreed language".
func (v Voice) Agreed(s diff.Summary) string { return Percent(s.Agreed) + " " + v.Say("agreed-share") }

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
		return v.Listed([]string{first.Name(), last.Name()})
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

// Tally is a count of a summary.
type Tally struct {
	Key   string // the state, as in JSON
	Sign  string
	Word  string
	Count int
}

// Tallies are the counts of a summary that are not zero, in the order in
// which they matter.
func (v Voice) Tallies(s diff.Summary) []Tally {
	var out []Tally
	for _, t := range []Tally{
		{Key: "added", Sign: signs[diff.Added], Count: s.Added},
		{Key: "removed", Sign: signs[diff.Removed], Count: s.Removed},
		{Key: "reworded", Sign: signs[diff.Reworded], Count: s.Reworded},
		{Key: "split", Sign: signs[diff.Split], Count: s.Split},
		{Key: "merged", Sign: signs[diff.Merged], Count: s.Merged},
		{Key: "rearranged", Sign: signs[diff.Rearranged], Count: s.Rearranged},
		{Key: "moved", Sign: MovedSign, Count: s.Moved},
		{Key: "kept", Sign: signs[diff.Kept], Count: s.Kept},
		{Key: "substantive", Count: s.Substantive},
		{Key: "routine", Count: s.Routine},
		{Key: "uncertain", Sign: UnsureSign, Count: s.Uncertain},
	} {
		if t.Count > 0 {
			if t.Word = v.Counted("count-"+t.Key, t.Count); t.Word == "" {
				t.Word = v.Say(t.Key)
			}
			out = append(out, t)
		}
	}
	return out
}
