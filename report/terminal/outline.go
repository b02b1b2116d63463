package terminal

import (
	"io"
	"strconv"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"reprise/negotiate/rolling"
	"reprise/report/tell"
	"reprise/resolution"
)

// Outline shows how one document was read: its fields, every clause with name,
// label, lead and depth, its footnotes, and what was set aside.
type Outline struct {
	Width  int // columns; 0 does not wrap
	Colour bool
	Say    string // language of what is said; "" for that of the text
}

// RenderResolution writes the outline of a document.
func (o Outline) RenderResolution(w io.Writer, d *resolution.Document) error {
	language := o.Say
	if language == "" {
		language = d.Language
	}
	s := &screen{Form: Form{Width: o.Width}, paint: newPaint(o.Colour), Voice: tell.In(language)}
	s.paragraph("", run{clean(s.Title(d)), strong}, run{"  " + clean(d.Title), plain})
	s.println(nil)
	s.table(s.facts(d))
	for _, warning := range s.ReadingWarnings(d) {
		s.paragraph("! ", run{clean(warning), substantive})
	}
	s.outlineClauses(d)
	var notes, aside [][2]string
	for _, f := range d.Footnotes {
		notes = append(notes, [2]string{f.Mark, f.Text})
	}
	for _, f := range d.Furniture {
		aside = append(aside, [2]string{s.pageName(f.Page), f.Text})
	}
	s.section(s.say("outline-notes"), notes)
	s.section(s.say("outline-aside"), aside)
	_, err := io.WriteString(w, s.out.String())
	return err
}

// kindOfText says what a text is that is no plain resolution: an amendment, a rolling
// text with its brackets.
func (s *screen) kindOfText(d *resolution.Document) string {
	if genre := s.Genre(d); genre != "" {
		return genre
	}
	text := rolling.Read(d)
	if !text.IsRolling() {
		return ""
	}
	said := s.RollingText(text)
	for _, l := range text.Loose {
		said += "; " + s.LooseBracket(l)
	}
	return said
}

// facts are the fields that the document has.
func (s *screen) facts(d *resolution.Document) [][2]string {
	all := [][2]string{
		{s.say("outline-genre"), s.kindOfText(d)},
		{s.say("outline-organ"), d.Body.String()},
		{s.say("outline-session"), d.Session},
		{s.say("outline-agenda"), strings.TrimSpace(d.AgendaItem + "  " + d.AgendaTitle)},
		{s.say("outline-adopted"), d.Adopted.ISO()},
		{s.say("outline-issued"), d.Issued.ISO()},
		{s.say("outline-provenance"), d.Provenance},
		{s.say("outline-sponsors"), strings.Join(d.Sponsors, ", ")},
		{s.say("outline-vote"), d.Vote},
		{s.say("outline-meeting"), d.Meeting},
		{s.say("outline-clauses"), s.clauseCounts(d)},
		{s.say("outline-read"), s.readAs(d)},
	}
	var out [][2]string
	for _, f := range all {
		if f[1] != "" {
			out = append(out, f)
		}
	}
	return out
}

func (s *screen) readAs(d *resolution.Document) string {
	var parts []string
	switch r := d.Reading; {
	case r.Engine != "":
		parts = append(parts, s.say("outline-engine", "format", r.Format, "engine", r.Engine))
	case r.Format != "":
		parts = append(parts, r.Format)
	}
	if d.Language != "" {
		parts = append(parts, s.say("outline-language", "code", d.Language))
	}
	if d.Draft {
		parts = append(parts, s.say("outline-draft"))
	}
	return s.Commas(parts...)
}

// clauseCounts says how many paragraphs, points, headings and tables each
// part has.
func (s *screen) clauseCounts(d *resolution.Document) string {
	var parts []string
	for p := resolution.Preamble; p <= resolution.Annex; p++ {
		counts := map[string]int{}
		for _, c := range d.Clauses {
			switch {
			case c.Part != p || !c.Counted():
			case c.Kind != resolution.Paragraph:
				counts[c.Kind.String()]++
			case c.Depth > 0:
				counts["point"]++
			default:
				counts[p.String()]++
			}
		}
		var list []string
		for _, name := range []string{p.String(), "point", resolution.Heading.String(), resolution.Table.String()} {
			if n := counts[name]; n > 0 {
				list = append(list, s.Counted("outline-count-"+name, n))
			}
		}
		if len(list) > 0 {
			parts = append(parts, s.Commas(list...))
		}
	}
	return s.Semicolons(parts...)
}

// table prints names in a column and what they stand for beside them.
func (s *screen) table(rows [][2]string) {
	widest := 0
	for _, r := range rows {
		widest = max(widest, displaywidth.String(r[0]))
	}
	for _, r := range rows {
		name := pad(r[0], widest) + "  "
		for i, l := range wrap([]run{{clean(r[1]), plain}}, s.measure(widest+2)) {
			if i > 0 {
				name = strings.Repeat(" ", widest+2)
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

func (s *screen) pageName(page int) string {
	if page == 0 {
		return "-"
	}
	return s.say("outline-page", "n", strconv.Itoa(page))
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
			s.println(line{{s.Part(part), strong}})
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
		runs = append(runs, run{"[" + s.say("kind-"+c.Kind.String()) + "] ", quiet})
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
