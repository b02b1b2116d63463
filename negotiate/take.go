package negotiate

import (
	"fmt"
	"slices"
	"strings"

	"reprise/resolution"
)

// Decision takes what one proposal wants of a clause.
type Decision struct {
	Row    int // place in Rows; -1 for the title
	Author int
}

// Decisions reads lines such as "OP4 = EU". Its error names the line, what was found
// and what was wanted.
func (c *Compilation) Decisions(lines []string) ([]Decision, error) {
	var out []Decision
	for _, line := range lines {
		clause, name, ok := strings.Cut(line, "=")
		clause, name = strings.TrimSpace(clause), strings.TrimSpace(name)
		if !ok || clause == "" || name == "" {
			return nil, fmt.Errorf("found %.60q, wanted a clause and who proposes it (OP4=EU)", strings.TrimSpace(line))
		}
		author := slices.IndexFunc(c.Names, func(n string) bool { return strings.EqualFold(n, name) })
		if author < 0 {
			return nil, fmt.Errorf("%s: found %q, wanted one of %s", clause, name, strings.Join(c.Names, ", "))
		}
		row, err := c.rowFor(clause, author)
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(out, func(d Decision) bool { return d.Row == row }) {
			return nil, fmt.Errorf("%s: decided twice", clause)
		}
		out = append(out, Decision{row, author})
	}
	return out, nil
}

// rowFor finds a clause by its name; of several new ones of a name, the proposal's.
func (c *Compilation) rowFor(clause string, author int) (int, error) {
	plain := func(s string) string { return strings.ToLower(strings.ReplaceAll(s, " ", "")) }
	if plain(clause) == plain(writingLexicon(c.Base.Language).Sentence("rolling-title")) {
		return -1, nil
	}
	for i := range c.Rows {
		if plain(c.Rows[i].Name) != plain(clause) {
			continue
		}
		if _, ok := c.Rows[i].Of(author); ok || c.Rows[i].Clause != nil {
			return i, nil
		}
	}
	return 0, fmt.Errorf("%s: no such clause that %s proposes; a compilation without --take lists them", clause, c.Names[author])
}

// Take is the base with what was decided; the rest stays.
func (c *Compilation) Take(decisions []Decision) *Result {
	var all []*Amendment
	for author, name := range c.Names {
		a := c.with(func(r *Row) (Variant, bool) {
			for _, d := range decisions {
				if d.Author == author && (d.Row < 0 && r == &c.Title || d.Row >= 0 && r == &c.Rows[d.Row]) {
					return r.Of(author)
				}
			}
			return Variant{}, false
		})
		if a.Proposers = []string{name}; len(a.Operations) > 0 {
			all = append(all, a)
		}
	}
	return Apply(c.Base, all...)
}

// RollingLines are the paragraphs of a rolling text that was read from a file
// (read.Options.Amendment), with its footnotes where it has some.
func RollingLines(doc *resolution.Document) []string {
	var out []string
	for _, c := range doc.Clauses {
		var b strings.Builder
		at := 0
		for _, n := range c.Notes {
			b.WriteString(c.Text[at:n.At] + raisedMark(n.Mark))
			at = n.At
		}
		out = append(out, strings.TrimSpace(c.Label+" "+b.String()+c.Text[at:]))
	}
	for _, f := range doc.Footnotes {
		out = append(out, raisedMark(f.Mark)+" "+f.Text)
	}
	return out
}

// raisedMark is a mark in superscript digits, where it is a number.
func raisedMark(mark string) string {
	if mark == "" || strings.Trim(mark, "0123456789") != "" || len(mark) > 6 {
		return mark
	}
	var b strings.Builder
	for _, d := range mark {
		b.WriteRune([]rune("⁰¹²³⁴⁵⁶⁷⁸⁹")[d-'0'])
	}
	return b.String()
}

// PlainText is a text of one paragraph a line: title, clauses with their numbers, and
// the footnotes at the end.
func PlainText(d *resolution.Document) []string {
	doc := *d
	doc.Clauses = slices.Clone(d.Clauses)
	return RollingLines(&doc)
}
