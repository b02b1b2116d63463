package word

import (
	"slices"
	"strings"

	"reprise/diff"
	"reprise/resolution"
	"reprise/resolution/symbol"
)

// masthead gives the new text the symbol that the heads are to show, so that
// the masthead and the running heads say the same; a draft that has none gets it
// where the old text has its own. The comparison is not changed: what the
// document says besides is what the new text says.
func (h Heads) masthead(c *diff.Comparison) *diff.Comparison {
	if h.Symbol == "" || h.Symbol == string(c.New.Symbol) {
		return c
	}
	at := slices.IndexFunc(c.Changes, func(ch diff.Change) bool {
		return len(ch.Old)+len(ch.New) > 0 && all(ch.Old, isSymbol) && all(ch.New, isSymbol)
	})
	if at < 0 {
		return c
	}
	out, text := *c, *c.New
	out.New, out.Changes = &text, slices.Clone(c.Changes)
	ch := out.Changes[at]
	line, own := resolution.Clause{}, string(c.New.Symbol)
	if len(ch.New) > 0 {
		line = *ch.New[0]
	} else {
		line, own = *ch.Old[0], string(c.Old.Symbol)
	}
	if !strings.Contains(line.Text, own) || own == "" {
		return c
	}
	line.Text = strings.Replace(line.Text, own, h.Symbol, 1)
	text.Symbol = symbol.Symbol(h.Symbol)
	if len(ch.New) > 0 {
		i := slices.Index(text.Clauses, ch.New[0])
		text.Clauses = slices.Clone(text.Clauses)
		text.Clauses[i] = &line
	} else {
		text.Clauses = slices.Insert(slices.Clone(text.Clauses), afterFront(c, ch.Old[0]), &line)
	}
	ch.New, ch.Edits = []*resolution.Clause{&line}, nil
	if len(ch.Old) > 0 {
		ch.Edits = append(ch.Edits, diff.Edit{Op: diff.Delete, Text: ch.Old[0].Text})
		ch.Status = diff.Reworded
	}
	ch.Edits = append(ch.Edits, diff.Edit{Op: diff.Insert, Text: line.Text})
	out.Changes[at] = ch
	return &out
}

func isSymbol(c *resolution.Clause) bool { return c.Role == resolution.SymbolRole }

func all(clauses []*resolution.Clause, are func(*resolution.Clause) bool) bool {
	return len(clauses) < 2 && !slices.ContainsFunc(clauses, func(c *resolution.Clause) bool { return !are(c) })
}

// afterFront is the place in the new text behind those lines of its masthead that
// stand before a line in the old one.
func afterFront(c *diff.Comparison, line *resolution.Clause) int {
	place := 0
	for _, ch := range c.Changes {
		if len(ch.Old) == 0 || len(ch.New) == 0 || ch.Old[0].Part != resolution.Front {
			continue
		}
		if slices.Index(c.Old.Clauses, ch.Old[0]) < slices.Index(c.Old.Clauses, line) {
			place = max(place, slices.Index(c.New.Clauses, ch.New[0])+1)
		}
	}
	return place
}
