package negotiate

import (
	"fmt"
	"strings"

	"reprise/internal/lexicon"
	"reprise/resolution"
)

// maxRollingLines bounds a rolling text; the longest resolutions have 500 paragraphs.
const maxRollingLines = 40_000

// ReadRolling reads a rolling text as Rolling writes it, a paragraph a line, empty lines
// left out. Its error names the line, what was found and what was wanted.
func ReadRolling(lines []string, language string) (*Compilation, error) {
	if len(lines) > maxRollingLines {
		return nil, fmt.Errorf("%d lines, at most %d are read", len(lines), maxRollingLines)
	}
	lex := writingLexicon(language)
	r := &rollingReader{lex: lex, c: &Compilation{Base: &resolution.Document{Language: lex.Code(), Draft: true}}}
	for i, line := range lines {
		if line = resolution.Normalise(line); line == "" {
			continue
		}
		if err := r.line(line); err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	if r.c.Names == nil {
		return nil, fmt.Errorf("no line %q with the names of the proposals found", strings.TrimSpace(lex.Sentence("rolling-proposals", "list", "")))
	}
	return r.c, r.finish()
}

// rollingReader goes through the lines of a rolling text once.
type rollingReader struct {
	lex   *lexicon.Lexicon
	c     *Compilation
	begun bool
}

func (r *rollingReader) line(line string) error {
	before := r.lex.Sentence("rolling-proposals", "list", "")
	if names, ok := strings.CutPrefix(line, strings.TrimRight(before, " ")); ok && !r.begun {
		for name := range strings.SplitSeq(names, ";") {
			if name = strings.TrimSpace(name); name != "" {
				r.c.Names = append(r.c.Names, name)
			}
		}
		r.begun = true
		return nil
	}
	if !r.begun {
		return nil // what it is
	}
	if number, n := raisedNumber(line); n > 0 {
		for len(r.c.notes) < number && number <= maxRollingLines {
			r.c.notes = append(r.c.notes, "")
		}
		if number >= 1 && number <= len(r.c.notes) {
			r.c.notes[number-1] = strings.TrimSpace(line[n:])
		}
		return nil
	}
	name, content, ok := strings.Cut(line, ". ")
	if !ok {
		if name, ok = strings.CutSuffix(line, "."); !ok {
			return fmt.Errorf("found %.60q, wanted a clause's name, a full stop and its text (OP4. Urges ...)", line)
		}
	}
	return r.row(name, content)
}

// raisedNumber reads the raised number that a line opens with and how many bytes it
// takes.
func raisedNumber(line string) (number, n int) {
	for i, c := range line {
		d := strings.IndexRune("⁰¹²³⁴⁵⁶⁷⁸⁹", c)
		if d < 0 || number > maxRollingLines {
			return number, i
		}
		number = number*10 + len([]rune("⁰¹²³⁴⁵⁶⁷⁸⁹"[:d]))
	}
	return number, len(line)
}

// row reads a clause: of the base, a new one ("bis"), or another wording of the one
// before it ("alt").
func (r *rollingReader) row(name, content string) error {
	if name == r.lex.Sentence("rolling-title") {
		r.c.Title = r.rowOf(name, content)
		return nil
	}
	if before, alt := strings.CutSuffix(name, " alt"); alt {
		n := len(r.c.Rows)
		if n == 0 && before == r.lex.Sentence("rolling-title") {
			return r.variant(&r.c.Title, name, content)
		}
		if n == 0 || r.c.Rows[n-1].Name != before {
			return fmt.Errorf("found %q, wanted it behind %q", name, before)
		}
		return r.variant(&r.c.Rows[n-1], name, content)
	}
	row, content, err := r.shaped(name, content)
	if err != nil {
		return err
	}
	if isNewName(name) {
		r.c.Rows = append(r.c.Rows, row)
		return r.variant(&r.c.Rows[len(r.c.Rows)-1], name, content)
	}
	read := r.rowOf(name, content)
	row.Text, row.Variants = read.Text, read.Variants
	row.Clause = &resolution.Clause{}
	r.c.Rows = append(r.c.Rows, row)
	return nil
}

// isNewName tells "PP5 bis" from "PP5".
func isNewName(name string) bool {
	words := strings.Fields(name)
	last := strings.TrimRight(words[len(words)-1], "0123456789")
	for _, s := range newSuffixes {
		if last == s && len(words) > 1 {
			return true
		}
	}
	return false
}

// shaped reads part, kind, depth and number of a clause, from its name or from the
// braces before its text.
func (r *rollingReader) shaped(name, content string) (Row, string, error) {
	row := Row{Name: name}
	if strings.TrimSpace(name) == "" {
		return row, content, fmt.Errorf("found no name, wanted one such as OP4")
	}
	if strings.HasPrefix(content, "{") {
		end := strings.IndexByte(content, '}')
		if end < 0 {
			return row, content, fmt.Errorf("%s: found a brace that is not closed", name)
		}
		read := &reader{grammar: grammarOf(r.lex)}
		g, op := Given{Depth: labelDepth}, Operation{}
		tagged := &resolution.Clause{Text: "[" + content[1:end] + "]"}
		if read.tags(tagged, &op, &g) == 0 {
			return row, content, fmt.Errorf("%s: found %q, wanted what the clause is", name, content[:end+1])
		}
		row.shape = resolution.Clause{Part: g.Part, Kind: g.Kind, Depth: max(g.Depth, 0), Label: g.Label}
		row.flush = g.Flush
		return row, strings.TrimSpace(content[end+1:]), nil
	}
	part, depth, label := nameTells(name)
	if part == resolution.Front {
		return row, content, fmt.Errorf("found %q, wanted PP or OP and a number", name)
	}
	row.shape = resolution.Clause{Part: part, Depth: depth, Label: label}
	if isNewName(name) && depth == 0 {
		row.shape.Label = ""
	}
	return row, content, nil
}

// rowOf reads the text of a clause with its brackets.
func (r *rollingReader) rowOf(name, content string) Row {
	p := pieces(content, r.c.Names, r.lex)
	row := Row{Name: name, Text: resolved(p, -1)}
	for a := range r.c.Names {
		if text := resolved(p, a); text != row.Text {
			row.add(a, Variant{Text: text})
		}
	}
	return row
}

// variant reads a bracket that is a whole clause.
func (r *rollingReader) variant(row *Row, name, content string) error {
	p := pieces(content, r.c.Names, r.lex)
	if len(p) != 1 || !p[0].in || p[0].authors == nil {
		return fmt.Errorf("%s: found %.60q, wanted one bracket with who proposes it ([%s: ...])", name, content, strings.Join(r.c.Names, ", "))
	}
	for _, a := range p[0].authors {
		row.add(a, Variant{Text: p[0].text, Gone: p[0].gone})
	}
	return nil
}

// finish makes the base of what was read.
func (r *rollingReader) finish() error {
	c := r.c
	c.Base.Title = c.Title.Text
	if c.Base.Title != "" {
		c.Base.Clauses = append(c.Base.Clauses, &resolution.Clause{ID: "title", Role: resolution.TitleRole, Text: c.Base.Title})
	}
	for i, n := range c.notes {
		c.Base.Footnotes = append(c.Base.Footnotes, resolution.Footnote{Mark: decimal(i + 1), Text: n})
	}
	var nodes []*node
	for i := range c.Rows {
		row := &c.Rows[i]
		if row.Clause == nil {
			continue
		}
		p := c.passage(row.Text)
		clause := row.shape
		clause.Text = p.Text
		number := 0
		for _, n := range p.Notes {
			number = 1 + indexOf(c.notes, n.Text)
			clause.Notes = append(clause.Notes, resolution.NoteRef{Mark: decimal(number), At: n.At})
		}
		nodes = append(nodes, &node{Clause: clause, flush: row.flush})
	}
	nameAll(nodes)
	top := ""
	for _, n := range nodes {
		if n.flush { // it goes on with the paragraph before it
			n.Parent = top
		} else if n.Depth == 0 && n.Kind == resolution.Paragraph {
			top = n.ID
		}
	}
	at := 0
	for i := range c.Rows {
		if c.Rows[i].Clause == nil {
			continue
		}
		c.Rows[i].Clause = &nodes[at].Clause
		c.Rows[i].shape.ID = nodes[at].ID
		c.Base.Clauses = append(c.Base.Clauses, &nodes[at].Clause)
		at++
	}
	return nil
}

func indexOf(list []string, s string) int {
	for i, t := range list {
		if t == s {
			return i
		}
	}
	return -1
}
