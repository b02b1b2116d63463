package terminal

import (
	"fmt"
	"io"
	"strings"

	"reprise/report/tell"
	"reprise/resolution"
)

// Outline shows how one document was read: its fields, every clause with name,
// label, lead and depth, its footnotes, and what was set aside.
type Outline struct {
	Width  int // columns; 0 does not wrap
	Colour bool
}

// RenderResolution writes the outline of a document.
func (o Outline) RenderResolution(w io.Writer, d *resolution.Document) error {
	s := &screen{Form: Form{Width: o.Width}, paint: newPaint(o.Colour)}
	s.paragraph("", run{clean(tell.Title(d)), strong}, run{"  " + clean(d.Title), plain})
	s.println(nil)
	s.table(facts(d))
	for _, warning := range d.Reading.Warnings {
		s.paragraph("! ", run{clean(warning), substantive})
	}
	s.outlineClauses(d)
	var notes, aside [][2]string
	for _, f := range d.Footnotes {
		notes = append(notes, [2]string{f.Mark, f.Text})
	}
	for _, f := range d.Furniture {
		aside = append(aside, [2]string{pageName(f.Page), f.Text})
	}
	s.section("Footnotes", notes)
	s.section("Set aside (page heads, job numbers)", aside)
	_, err := io.WriteString(w, s.out.String())
	return err
}

// facts are the fields that the document has.
func facts(d *resolution.Document) [][2]string {
	all := [][2]string{
		{"organ", d.Body.String()},
		{"session", d.Session},
		{"agenda item", strings.TrimSpace(d.AgendaItem + "  " + d.AgendaTitle)},
		{"adopted", tell.ISODate(d.Adopted)},
		{"issued", tell.ISODate(d.Issued)},
		{"provenance", d.Provenance},
		{"sponsors", strings.Join(d.Sponsors, ", ")},
		{"vote", d.Vote},
		{"meeting", d.Meeting},
		{"clauses", clauseCounts(d)},
		{"read as", readAs(d)},
	}
	var out [][2]string
	for _, f := range all {
		if f[1] != "" {
			out = append(out, f)
		}
	}
	return out
}

func readAs(d *resolution.Document) string {
	r := d.Reading
	text := strings.TrimSpace(r.Format + " by " + r.Engine)
	if r.Engine == "" {
		text = r.Format
	}
	if d.Language != "" {
		text += ", language " + d.Language
	}
	if d.Draft {
		text += ", a draft"
	}
	return strings.TrimPrefix(text, ", ")
}

// clauseCounts says how many paragraphs, points, headings and tables each
// part has.
func clauseCounts(d *resolution.Document) string {
	var parts []string
	for p := resolution.Preamble; p <= resolution.Annex; p++ {
		paragraphs, points, headings, tables := 0, 0, 0, 0
		for _, c := range d.Clauses {
			switch {
			case c.Part != p || !c.Counted():
			case c.Kind == resolution.Heading:
				headings++
			case c.Kind == resolution.Table:
				tables++
			case c.Depth > 0:
				points++
			default:
				paragraphs++
			}
		}
		text := nonZero([]tell.Tally{{Word: p.String(), Count: paragraphs}, {Word: "points", Count: points}, {Word: "headings", Count: headings}, {Word: "tables", Count: tables}})
		if text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, "; ")
}

func nonZero(counts []tell.Tally) string {
	var parts []string
	for _, t := range counts {
		if t.Count > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", t.Count, t.Word))
		}
	}
	return strings.Join(parts, ", ")
}

// table prints names in a column and what they stand for beside them.
func (s *screen) table(rows [][2]string) {
	widest := 0
	for _, r := range rows {
		widest = max(widest, len(r[0]))
	}
	for _, r := range rows {
		name := fmt.Sprintf("%-*s  ", widest, r[0])
		for i, l := range wrap([]run{{clean(r[1]), plain}}, s.measure(len(name))) {
			if i > 0 {
				name = strings.Repeat(" ", len(name))
			}
			s.println(append(line{{name, quiet}}, l...))
		}
	}
}

func (s *screen) section(name string, rows [][2]string) {
	if len(rows) == 0 {
		return
	}
	s.println(nil)
	s.println(line{{name, strong}})
	s.table(rows)
}

func pageName(page int) string {
	if page == 0 {
		return "-"
	}
	return fmt.Sprintf("page %d", page)
}

// outlineClauses prints every clause in reading order under the name of its
// part.
func (s *screen) outlineClauses(d *resolution.Document) {
	s.gutter = outlineGutter(d)
	part := resolution.Part(-1)
	for _, c := range d.Clauses {
		if c.Part != part {
			part = c.Part
			s.println(nil)
			s.println(line{{part.String(), strong}})
		}
		s.outlineClause(c)
	}
}

func outlineGutter(d *resolution.Document) int {
	widest := 0
	for _, c := range d.Clauses {
		widest = max(widest, len(c.ID))
	}
	return min(widest, maxLabel) + len("  ")
}

// outlineClause prints ID, label as printed, text with its lead in italics (in
// stars where there is no colour), and the marks of its footnotes.
func (s *screen) outlineClause(c *resolution.Clause) {
	head := padTo(line{{clean(c.ID), quiet}}, s.gutter)
	inset := strings.Repeat("    ", c.Depth)
	runs := []run{}
	if c.Label != "" {
		runs = append(runs, run{clean(c.Label) + " ", strong})
	}
	if c.Kind != resolution.Paragraph {
		runs = append(runs, run{"[" + c.Kind.String() + "] ", quiet})
	}
	runs = append(runs, s.leadRuns(c)...)
	for _, n := range c.Notes {
		runs = append(runs, run{" [" + clean(n.Mark) + "]", quiet})
	}
	for i, l := range wrap(runs, s.measure(s.gutter+len(inset))) {
		if i > 0 {
			head = padTo(nil, s.gutter)
		}
		s.println(append(append(head, run{inset, plain}), l...))
	}
}

func (s *screen) leadRuns(c *resolution.Clause) []run {
	text, l := clean(c.Text), clean(c.Lead)
	if l == "" || !strings.HasPrefix(text, l) {
		return []run{{text, plain}}
	}
	shown := l
	if s.paint == nil {
		shown = "*" + l + "*"
	}
	return []run{{shown, lead}, {text[len(l):], plain}}
}
