package report

import (
	"strconv"
	"strings"

	"reprise/diff"
	"reprise/internal/lexicon"
	"reprise/resolution"
)

// voice is the language in which a form speaks of the changes: that of the new
// text, as in the summary and the reasons. The zero value speaks the default one.
type voice struct{ lex *lexicon.Lexicon }

func voiceOf(c *diff.Comparison) voice {
	if c.New == nil {
		return voice{}
	}
	lex, err := lexicon.Language(c.New.Language)
	if err != nil {
		return voice{}
	}
	return voice{lex}
}

// say gives a phrase of the data file "forms". What a language does not say is
// said in the default one.
func (v voice) say(name string, values ...string) string {
	if v.lex != nil {
		if text := v.lex.Sentence(name, values...); text != "" {
			return text
		}
	}
	lex, _ := lexicon.Language(lexicon.Default)
	return lex.Sentence(name, values...)
}

// counted gives a phrase with a number in it, {n}.
func (v voice) counted(name string, n int, values ...string) string {
	if v.lex != nil {
		if text := v.lex.Counted(name, n, values...); text != "" {
			return text
		}
	}
	lex, _ := lexicon.Language(lexicon.Default)
	return lex.Counted(name, n, values...)
}

// status names what happened, "moved, reworded" where both did.
func (v voice) status(ch diff.Change) string {
	switch {
	case ch.Status == diff.Kept && ch.Moved:
		return v.say("moved")
	case ch.Moved:
		return v.say("moved") + ", " + v.say(ch.Status.String())
	}
	return v.say(ch.Status.String())
}

// state is the state of a change in words: "reworded, routine".
func (v voice) state(ch diff.Change) string {
	words := []string{v.status(ch)}
	if was := v.formerly(ch); was != "" {
		words = append(words, was)
	}
	if ch.Nature != diff.NoNature {
		words = append(words, v.say(ch.Nature.String()))
	}
	if ch.Uncertain {
		words = append(words, v.say("uncertain"))
	}
	return strings.Join(words, ", ")
}

// names lists clauses as negotiators write them: "OP6", "OP6 and OP7".
func (v voice) names(clauses []*resolution.Clause) string {
	return v.listed(each(clauses, (*resolution.Clause).Name))
}

func (v voice) listed(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	last := len(list) - 1
	return v.say("and", "list", strings.Join(list[:last], ", "), "last", list[last])
}

// span is the first and last name of neighbouring clauses: "PP2 to PP7".
func (v voice) span(first, last *resolution.Clause) string {
	if first == last {
		return first.Name()
	}
	return v.say("range", "first", first.Name(), "last", last.Name())
}

// formerly is the old name of a change that has another one now: "was OP5".
// Old and new clauses of a split or merge are named on both sides.
func (v voice) formerly(ch diff.Change) string {
	old, new := v.names(ch.Old), v.names(ch.New)
	if old == "" || new == "" || old == new {
		return ""
	}
	return v.say("was", "old", old)
}

// rivals says which other partners an uncertain change could have: "could also
// be OP9"; "" for a change that is not uncertain.
func (v voice) rivals(ch diff.Change) string {
	var list []string
	for _, r := range ch.Rivals {
		switch {
		case r.New != nil && !hasID(ch.New, r.New.ID):
			list = append(list, r.New.Name())
		case r.Old != nil && !hasID(ch.Old, r.Old.ID):
			list = append(list, v.say("old-clause", "clause", r.Old.Name()))
		}
	}
	if len(list) == 0 || !ch.Uncertain {
		return ""
	}
	return v.say("rivals", "list", v.listed(list))
}

// reasons are what is said of why a change matters, reasons of one why together.
func (v voice) reasons(ch diff.Change) []string {
	return each(reasonGroups(ch.Reasons), v.reason)
}

// reason is what a group says: "another number: 26 → 25; 7 → 9 and 2 more".
func (v voice) reason(g reasonGroup) string {
	if len(g.wordings) == 0 {
		return g.Why
	}
	shown := g.wordings
	if g.count > maxWordings+1 { // "and 1 more" is no shorter than the one
		shown = shown[:min(len(shown), maxWordings)]
	}
	text := strings.Join(shown, "; ")
	if more := g.count - len(shown); more > 0 {
		text = v.counted("more", more, "list", text)
	}
	return g.Why + ": " + text
}

// remarks is what is said about a change: its reasons, and what an uncertain
// one could also be.
func (v voice) remarks(ch diff.Change) []string {
	list := v.reasons(ch)
	if also := v.rivals(ch); also != "" {
		list = append(list, also)
	}
	return list
}

// note names a footnote that changed.
func (v voice) note(n diff.NoteChange) string {
	switch {
	case n.OldMark == "":
		return v.say("note-new", "mark", n.NewMark)
	case n.NewMark == "":
		return v.say("note-gone", "mark", n.OldMark)
	}
	return v.say("note-kept", "mark", n.NewMark)
}

// field is a field of the masthead, by its name in JSON.
func (v voice) field(f diff.Field) string { return v.say("field-" + f.Name) }

// agreed is the share of agreed language: "88% agreed language".
func (v voice) agreed(s diff.Summary) string { return percent(s.Agreed) + " " + v.say("agreed-share") }

// folded tells in one line what is not shown: "PP2 to PP7 unchanged".
func (v voice) folded(changes []diff.Change) string {
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
		return v.say("folded-was", "clauses", clauses, "old", v.renamed(changes))
	case other == 0:
		return strings.TrimLeft(v.say("folded", "clauses", clauses), " ")
	case kept == 0:
		return v.counted("folded-routine", other, "clauses", clauses)
	}
	return v.counted("folded-both", other, "clauses", clauses, "kept", strconv.Itoa(kept))
}

// reach names the new clauses of changes that follow each other, those that
// stand in no count only where there are no others.
func (v voice) reach(changes []diff.Change) string {
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
		return v.listed([]string{first.Name(), last.Name()})
	}
	return v.span(first, last)
}

// renamed says the old names of a run whose numbers shifted; "" for others.
func (v voice) renamed(changes []diff.Change) string {
	first, last := changes[0], changes[len(changes)-1]
	if v.formerly(first) == "" && v.formerly(last) == "" {
		return ""
	}
	return v.span(first.Old[0], last.Old[len(last.Old)-1])
}

// tally is a count of a summary.
type tally struct {
	Key   string // the state, as in JSON
	Sign  string
	Word  string
	Count int
}

// tallies are the counts of a summary that are not zero, in the order in
// which they matter.
func (v voice) tallies(s diff.Summary) []tally {
	var out []tally
	for _, t := range []tally{
		{Key: "added", Sign: signs[diff.Added], Count: s.Added},
		{Key: "removed", Sign: signs[diff.Removed], Count: s.Removed},
		{Key: "reworded", Sign: signs[diff.Reworded], Count: s.Reworded},
		{Key: "split", Sign: signs[diff.Split], Count: s.Split},
		{Key: "merged", Sign: signs[diff.Merged], Count: s.Merged},
		{Key: "rearranged", Sign: signs[diff.Rearranged], Count: s.Rearranged},
		{Key: "moved", Sign: movedSign, Count: s.Moved},
		{Key: "kept", Sign: signs[diff.Kept], Count: s.Kept},
		{Key: "substantive", Count: s.Substantive},
		{Key: "routine", Count: s.Routine},
		{Key: "uncertain", Sign: unsureSign, Count: s.Uncertain},
	} {
		if t.Count > 0 {
			if t.Word = v.counted("count-"+t.Key, t.Count); t.Word == "" {
				t.Word = v.say(t.Key)
			}
			out = append(out, t)
		}
	}
	return out
}
