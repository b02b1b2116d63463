package tell

import (
	"slices"
	"strconv"
	"strings"

	"reprise/negotiate/rolling"
)

// RollingText says what a rolling text is: how many brackets are open, who speaks in
// it, how many clauses it says are agreed.
func (v Voice) RollingText(t *rolling.Text) string {
	agreed := 0
	for _, c := range t.Clauses {
		if c.Agreement != rolling.Open {
			agreed++
		}
	}
	said := v.Say("rolled-text", "brackets", v.Counted("rolled-brackets", len(t.Brackets())))
	if len(t.Parties) > 0 {
		said += v.Say("rolled-parties", "list", v.Listed(t.Parties))
	}
	if agreed > 0 {
		said += v.Say("rolled-said-agreed", "clauses", v.Counted("compile-clauses", agreed))
	}
	return said
}

// LooseBracket says that a bracket has no other half.
func (v Voice) LooseBracket(l rolling.Loose) string {
	name := "rolled-not-opened"
	if l.Opens {
		name = "rolled-not-closed"
	}
	return v.Say(name, "clause", v.Name(l.Clause))
}

// ReadingsCounts says how many brackets two readings have, and what became of them.
func (v Voice) ReadingsCounts(c *rolling.Comparison) string {
	n := c.Counts()
	parts := []string{v.Counted("rolled-gone", n.Gone), v.Counted("rolled-new", n.New), v.Counted("rolled-clauses-agreed", n.Agreed)}
	if n.Reopened > 0 {
		parts = append(parts, v.Counted("rolled-clauses-reopened", n.Reopened))
	}
	return v.Say("rolled-counts", "before", v.Counted("rolled-brackets", n.Before), "after", strconv.Itoa(n.After), "list", v.Commas(parts...))
}

// ReadingsName is the name of a clause in two readings: the new one, with the old one
// where that differs.
func (v Voice) ReadingsName(p rolling.Pair) string {
	names := func(list []*rolling.Clause) string {
		var out []string
		for _, c := range list {
			out = append(out, v.clauseName(c.Clause))
		}
		return strings.Join(out, ", ")
	}
	old, new := names(p.Old), names(p.New)
	switch {
	case new == "":
		return old
	case old == "" || old == new:
		return new
	}
	return new + " (" + old + ")"
}

// ReadingsStatus says what became of a clause.
func (v Voice) ReadingsStatus(p rolling.Pair) string {
	parts := []string{v.Say("rolled-is-" + p.Status.String())}
	switch p.Agreement() {
	case rolling.AdRef:
		parts = append(parts, v.Say("rolled-ad-ref"))
	case rolling.Agreed:
		parts = append(parts, v.Say("rolled-agreed-said"))
	}
	if p.Reworded {
		parts = append(parts, v.Say("rolled-reworded"))
	}
	return v.Commas(parts...)
}

// BracketChange says what became of a bracket, and who joined or left it.
func (v Voice) BracketChange(ch rolling.Change) string {
	words, by := ch.OldText, ch.NewText
	if words == "" {
		words = by
	}
	name := "rolled-" + ch.Fate.String()
	if ch.Fate == rolling.Changed && (ch.OldText == ch.NewText || ch.Whole) {
		name = "rolled-same-words"
	}
	said := v.Say(name, "words", v.bracketWords(words, ch), "by", v.inQuotes(excerpt(by, bracketBytes)))
	if names := bracketOf(ch).For; len(names) > 0 && (ch.Fate != rolling.Changed || len(names) > len(ch.Joined.For)) {
		said += v.Say("rolled-for", "list", v.Listed(names))
	}
	if ch.Fate == rolling.Changed {
		for _, part := range []struct {
			name string
			list []string
		}{{"joined", ch.Joined.For}, {"left", ch.Left.For}, {"objects", ch.Joined.Against}, {"released", ch.Left.Against}, {"reserves", ch.Joined.Reserved}, {"unreserves", ch.Left.Reserved}} {
			if len(part.list) > 0 {
				said += v.Counted("rolled-"+part.name, len(part.list), "list", v.Listed(part.list))
			}
		}
		return said
	}
	b := bracketOf(ch)
	was := ch.New == nil
	for _, part := range []struct {
		name string
		list []string
	}{{"against", b.Against}, {"reserved", b.Reserved}} {
		if len(part.list) == 0 {
			continue
		}
		name := "rolled-" + part.name
		if was {
			name += "-was"
		}
		said += v.Counted(name, len(part.list), "list", v.Listed(part.list))
	}
	return said
}

// bracketOf is the bracket of a change as it is now, else as it was.
func bracketOf(ch rolling.Change) *rolling.Bracket {
	if ch.New != nil {
		return ch.New
	}
	return ch.Old
}

func (v Voice) bracketWords(words string, ch rolling.Change) string {
	switch {
	case ch.Whole:
		return v.Say("rolled-whole")
	case words == "":
		return v.Say("rolled-blank")
	}
	return v.inQuotes(excerpt(words, bracketBytes))
}

func (v Voice) inQuotes(words string) string { return v.Say("rolled-quoted", "words", words) }

// bracketBytes is as much of a bracket as a sentence has.
const bracketBytes = 160

// Mover says what one party did between two readings.
func (v Voice) Mover(c *rolling.Comparison, m rolling.Mover) string {
	var parts []string
	for _, move := range m.Moves {
		p := c.Pairs[move.Pair]
		name := "rolled-move-" + move.Kind.String()
		if slices.ContainsFunc(p.Changes, func(ch rolling.Change) bool {
			return ch.Whole && (ch.OldText == move.Text || ch.NewText == move.Text)
		}) {
			name += "-whole"
		}
		parts = append(parts, v.Say(name, "words", v.inQuotes(excerpt(move.Text, moveBytes)), "clause", v.ReadingsName(p)))
	}
	list := parts[0]
	for _, p := range parts[1:] {
		list = v.Say("rolled-and-then", "one", list, "next", p)
	}
	return v.Say("rolled-mover", "party", m.Party, "list", list)
}

// Bracketed is the text of clauses as a rolling text has it.
func (v Voice) Bracketed(clauses []*rolling.Clause) string {
	var out []string
	for _, c := range clauses {
		text := v.bracketedPieces(c.Pieces)
		if len(c.For) > 0 {
			text = "(" + strings.Join(c.For, ", ") + ") " + text
		}
		out = append(out, strings.TrimSpace(text)+v.wishes(c.Against, c.Reserved))
	}
	return strings.Join(out, "\n")
}

func (v Voice) bracketedPieces(pieces []rolling.Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		switch {
		case p.Bracket == nil:
			b.WriteString(p.Text)
			continue
		case p.Bracket.Kind == rolling.Remark:
			b.WriteString("[" + p.Bracket.Said + "]")
			continue
		}
		b.WriteString("[")
		if len(p.Bracket.For) > 0 {
			b.WriteString(strings.Join(p.Bracket.For, ", ") + ": ")
		}
		b.WriteString(v.bracketedPieces(p.Inner) + "]" + v.wishes(p.Bracket.Against, p.Bracket.Reserved))
		if p.Bracket.Kind == rolling.Struck && len(p.Bracket.Against) == 0 {
			b.WriteString(" [" + v.Say("rolling-delete") + "]")
		}
	}
	return b.String()
}

// wishes are brackets with who wants what is before them deleted, or is undecided.
func (v Voice) wishes(against, reserved []string) string {
	out := ""
	if len(against) > 0 {
		out += " [" + v.Say("rolling-delete") + ": " + strings.Join(against, ", ") + "]"
	}
	if len(reserved) > 0 {
		out += " [" + v.Say("rolled-reserve") + ": " + strings.Join(reserved, ", ") + "]"
	}
	return out
}

// moveBytes is as much of a bracket as the sentence of a party has of each.
const moveBytes = 60
