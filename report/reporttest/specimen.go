// Package reporttest has what the tests of all forms share: a comparison that
// holds every status, the specimen series, random changes, pairs of real texts,
// Golden files. Only tests import it.
package reporttest

import (
	_ "embed"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"reprise/align"
	"reprise/diff"
	"reprise/diff/nature"
	"reprise/diff/points"
	"reprise/internal/lexicon"
	"reprise/resolution"
	"reprise/resolution/clausetest"
	"reprise/resolution/symbol"
)

//go:embed specimen.txt
var specimenText string

// Specimen is a comparison that holds every status, read from specimen.txt, so
// that the forms are tested apart from alignment and word edits.
func Specimen(t testing.TB) *diff.Comparison {
	t.Helper()
	return parseSpecimen(t, specimenText)
}

type specimenReader struct {
	t     testing.TB
	c     *diff.Comparison
	order []string
	leads [2][]string
	notes [2][]string
}

func parseSpecimen(t testing.TB, text string) *diff.Comparison {
	r := &specimenReader{t: t, c: &diff.Comparison{Old: &resolution.Document{}, New: &resolution.Document{}}}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		key, value, ok := strings.Cut(line, ":")
		if !ok {
			t.Fatalf("specimen: %q has no key", line)
		}
		r.line(key, strings.TrimSpace(value))
	}
	r.finish()
	return r.c
}

func (r *specimenReader) line(key, value string) {
	c := r.c
	cells := strings.Split(value, "|")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	switch key {
	case "old":
		head(c.Old, cells)
	case "new":
		head(c.New, cells)
	case "old order":
		r.order = strings.Fields(value)
	case "field":
		c.Fields = append(c.Fields, diff.Field{Name: fieldName(cells[0]), Old: cells[1], New: cells[2], Edits: diff.Words(cells[1], cells[2])})
	case "citation":
		c.Citations = append(c.Citations, diff.CitationChange{Old: cells[0], New: cells[1], Clauses: cells[2:]})
	case "oldnote":
		c.Old.Footnotes = append(c.Old.Footnotes, resolution.Footnote{Mark: cells[0], Text: cells[1]})
	case "newnote":
		c.New.Footnotes = append(c.New.Footnotes, resolution.Footnote{Mark: cells[0], Text: cells[1]})
	case "change":
		r.leads, r.notes = [2][]string{}, [2][]string{}
		c.Changes = append(c.Changes, r.change(value))
	default:
		r.changeLine(key, value, cells)
	}
}

func head(d *resolution.Document, cells []string) {
	d.Symbol, d.Title, d.Session = symbol.Symbol(cells[0]), cells[1], cells[2]
	ymd := strings.Split(cells[3], "-")
	d.Adopted = resolution.Date{Year: atoi(ymd[0]), Month: atoi(ymd[1]), Day: atoi(ymd[2])}
	d.Body, d.Language = symbol.GeneralAssembly, "en"
	d.Reading = resolution.Reading{Name: strings.ReplaceAll(cells[0], "/", "_") + ".md", Format: "markdown", Engine: "specimen"}
}

func atoi(s string) int { n, _ := strconv.Atoi(s); return n }

func (r *specimenReader) change(value string) diff.Change {
	left, right, _ := strings.Cut(value, ">")
	words := strings.Fields(left)
	ch := diff.Change{Link: align.Link{Score: 0.9, Margin: 0.4, Evidence: align.Words}, Status: statusByName(r.t, words[0])}
	for _, id := range words[1:] {
		ch.Old = append(ch.Old, newClause(id))
	}
	for _, w := range strings.Fields(right) {
		switch w {
		case "none", "routine", "substantive":
			ch.Nature = natureByName(r.t, w)
		case "moved":
			ch.Moved = true
		case "renumbered":
			ch.Renumbered = true
		case "uncertain":
			ch.Uncertain, ch.Margin = true, 0.05
		default:
			ch.New = append(ch.New, newClause(w))
		}
	}
	if ch.Status == diff.Kept {
		ch.Score, ch.Evidence = 1, align.Identical
	}
	return ch
}

func newClause(id string) *resolution.Clause {
	c := &resolution.Clause{}
	switch {
	case strings.HasPrefix(id, "front"):
		c.Part = resolution.Front
	case strings.HasPrefix(id, "back"):
		c.Part = resolution.Back
	case strings.HasPrefix(id, "op"):
		c.Part = resolution.Operative
	default:
		c.Part = resolution.Preamble
	}
	base, point, isPoint := strings.Cut(id, "(")
	if isPoint {
		c.Label, c.Depth, c.Parent = "("+point, 1, base
	} else if c.Part == resolution.Operative {
		c.Label = strings.TrimPrefix(id, "op") + "."
	}
	return clausetest.Place(c, id)
}

func (r *specimenReader) changeLine(key, value string, cells []string) {
	ch := &r.c.Changes[len(r.c.Changes)-1]
	switch key {
	case "lead":
		old, new, differ := strings.Cut(value, ">")
		if !differ {
			new = old
		}
		r.leads = [2][]string{strings.Split(old, ";"), strings.Split(new, ";")}
	case "text":
		ch.Edits = parseEdits(strings.ReplaceAll(value, "¶", "\n"))
		r.give(ch.Old, 0, diff.Delete, ch.Edits)
		r.give(ch.New, 1, diff.Insert, ch.Edits)
	case "note-old":
		noteAtEnd(ch.Old[0], value)
	case "note-new":
		noteAtEnd(ch.New[0], value)
	case "reason":
		ch.Reasons = append(ch.Reasons, diff.Reason{Cause: causeByName(r.t, cells[0]), Old: place(r.t, ch.Old, cells[1]), New: place(r.t, ch.New, cells[2])})
	case "rival":
		score, _ := strconv.ParseFloat(cells[2], 64)
		ch.Rivals = append(ch.Rivals, align.Rival{Old: newClause(cells[0]), New: newClause(cells[1]), Score: score})
	case "notechange":
		ch.Notes = append(ch.Notes, diff.NoteChange{OldMark: cells[0], NewMark: cells[1], Edits: parseEdits(cells[2])})
	default:
		r.t.Fatalf("specimen: unknown key %q", key)
	}
}

// noteAtEnd puts a footnote mark before the last mark of punctuation.
func noteAtEnd(c *resolution.Clause, mark string) {
	c.Notes = append(c.Notes, resolution.NoteRef{Mark: mark, At: len(c.Text) - 1})
}

// give hands the clauses of one side their part of the edits' text and leads.
func (r *specimenReader) give(clauses []*resolution.Clause, side int, op diff.Op, edits []diff.Edit) {
	if len(clauses) == 0 {
		return
	}
	texts := strings.Split(Join(edits, op), "\n")
	if len(texts) != len(clauses) {
		r.t.Fatalf("specimen: %d texts for %d clauses: %q", len(texts), len(clauses), texts)
	}
	for i, c := range clauses {
		c.Text = texts[i]
		if i < len(r.leads[side]) {
			c.Lead = strings.TrimSpace(r.leads[side][i])
		}
		if !strings.HasPrefix(c.Text, c.Lead) {
			r.t.Fatalf("specimen: %s does not start with %q", c.ID, c.Lead)
		}
	}
}

// Join is one side of the edits (law 3).
func Join(edits []diff.Edit, op diff.Op) string {
	var b strings.Builder
	for _, e := range edits {
		if e.Op == diff.Equal || e.Op == op {
			b.WriteString(e.Text)
		}
	}
	return b.String()
}

var marked = regexp.MustCompile(`(?s)\[-(.*?)-\]|\{\+(.*?)\+\}`)

func parseEdits(text string) []diff.Edit {
	var edits []diff.Edit
	at := 0
	add := func(op diff.Op, s string) {
		if s != "" {
			edits = append(edits, diff.Edit{Op: op, Text: s})
		}
	}
	for _, m := range marked.FindAllStringSubmatchIndex(text, -1) {
		add(diff.Equal, text[at:m[0]])
		if m[2] >= 0 {
			add(diff.Delete, text[m[2]:m[3]])
		} else {
			add(diff.Insert, text[m[4]:m[5]])
		}
		at = m[1]
	}
	add(diff.Equal, text[at:])
	return edits
}

// finish gives the documents their clauses, old in the order that the file
// names, new in the order of the changes, and counts.
func (r *specimenReader) finish() {
	old := map[string]*resolution.Clause{}
	s := &r.c.Summary
	for _, ch := range r.c.Changes {
		for _, c := range ch.Old {
			old[c.ID] = c
		}
		r.c.New.Clauses = append(r.c.New.Clauses, ch.New...)
		count(s, ch)
	}
	for _, id := range r.order {
		if old[id] == nil {
			r.t.Fatalf("specimen: no change for old clause %s", id)
		}
		r.c.Old.Clauses = append(r.c.Old.Clauses, old[id])
		delete(old, id)
	}
	if len(old) > 0 {
		r.t.Fatalf("specimen: old order lacks %d clauses", len(old))
	}
	s.Agreed = 0.71
	s.WordsAdded, s.WordsRemoved = 66, 43
	r.c.Points = pointsOf(r.t, r.c)
}

// pointsOf finds what a reader must hear of a comparison that was put together.
func pointsOf(t testing.TB, c *diff.Comparison) []diff.Point {
	lex, err := lexicon.Language(lexicon.Default)
	if err != nil {
		t.Fatal(err)
	}
	var list []points.Change
	for _, ch := range c.Changes {
		if ch.Counted() {
			list = append(list, points.Change{Old: ch.Old, New: ch.New, Matters: ch.Nature == diff.Substantive, Uncertain: ch.Uncertain})
		}
	}
	return points.Between(c.Old, c.New, lex, lex.Scale()).Find(list)
}

func count(s *diff.Summary, ch diff.Change) {
	clauses := append(append([]*resolution.Clause{}, ch.Old...), ch.New...)
	if !clauses[0].Counted() {
		return
	}
	*[]*int{&s.Kept, &s.Reworded, &s.Added, &s.Removed, &s.Split, &s.Merged, &s.Rearranged}[ch.Status]++
	*[]*int{new(int), &s.Routine, &s.Substantive}[ch.Nature]++
	for is, n := range map[*int]bool{&s.Moved: ch.Moved, &s.Renumbered: ch.Renumbered, &s.Uncertain: ch.Uncertain} {
		if n {
			*is++
		}
	}
}

func statusByName(t testing.TB, name string) diff.Status {
	for s := diff.Kept; s <= diff.Rearranged; s++ {
		if s.String() == name {
			return s
		}
	}
	t.Fatalf("specimen: no status %q", name)
	return 0
}

func natureByName(t testing.TB, name string) diff.Nature {
	for n := diff.NoNature; n <= diff.Substantive; n++ {
		if n.String() == name {
			return n
		}
	}
	t.Fatalf("specimen: no nature %q", name)
	return 0
}

func causeByName(t testing.TB, name string) nature.Cause {
	for _, c := range nature.Causes() {
		if c.String() == name {
			return c
		}
	}
	t.Fatalf("specimen: no cause %q", name)
	return 0
}

// place is the span of words in some clauses; the zero Span for no words.
func place(t testing.TB, clauses []*resolution.Clause, words string) nature.Span {
	for _, c := range clauses {
		if at := strings.Index(c.Text, words); at >= 0 && words != "" {
			return nature.Span{Clause: c, From: at, To: at + len(words)}
		}
	}
	if words != "" {
		t.Fatalf("specimen: %q stands in none of the clauses", words)
	}
	return nature.Span{}
}

// fieldName is a field by its name in JSON; the title where the specimen is wrong.
func fieldName(name string) diff.FieldName {
	for n := diff.TitleField; n <= diff.SponsorsField; n++ {
		if n.String() == name {
			return n
		}
	}
	return diff.TitleField
}
