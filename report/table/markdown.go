// Package table writes a comparison or a series as rows: CSV for spreadsheets,
// Markdown for memos, and CriticMarkup, which has the whole text.
//
// Its main calls are CSV.Render and Markdown.Render.
package table

import (
	"fmt"
	"io"
	"strings"

	"reprise/diff"
	"reprise/report"
	"reprise/report/tell"
	"reprise/resolution"
)

// Markdown shows a comparison as a table fit for an issue or a memo, or, in
// the Critic view, as the whole text in CriticMarkup.
type Markdown struct {
	View   report.View  // Inline: the table; Critic: the text
	Only   report.Scope // what the table lists; the Critic view has everything
	Say    string       // language of what is said; "" for that of the texts
	Detail report.Detail
}

// Render writes the comparison.
func (m Markdown) Render(w io.Writer, c *diff.Comparison) error {
	var b strings.Builder
	v := tell.Of(m.Say, c)
	m.head(&b, v, c)
	switch {
	case m.Detail != report.Full:
	case m.View == report.Critic:
		criticText(&b, v, c)
	default:
		m.table(&b, v, c)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// head writes the symbols, the title, the summary and what is in doubt.
func (m Markdown) head(b *strings.Builder, v tell.Voice, c *diff.Comparison) {
	fmt.Fprintf(b, "# %s %s %s\n\n", markdownText(v.Title(c.Old)), v.Arrow(), markdownText(v.Title(c.New)))
	if c.New.Title != "" {
		fmt.Fprintf(b, "**%s**\n\n", markdownText(c.New.Title))
	}
	for _, warning := range v.Warnings(c) {
		fmt.Fprintf(b, "> **!** %s\n\n", markdownText(warning))
	}
	lines := m.Detail.Lines(v, v.Summary(c))
	for _, l := range lines {
		fmt.Fprintf(b, "- %s\n", m.line(l))
	}
	if len(lines) > 0 {
		b.WriteByte('\n')
	}
	var counts []string
	for _, t := range v.Tallies(c.Summary) {
		counts = append(counts, fmt.Sprintf("%d %s", t.Count, t.Word))
	}
	counts = append(counts, v.Agreed(c.Summary))
	fmt.Fprintf(b, "%s\n\n", strings.Join(counts, " · "))
}

// line is a sentence whose clauses lead to their rows, where the table stands below.
func (m Markdown) line(l tell.Line) string {
	var b strings.Builder
	for i, r := range l {
		text := escape(strings.ReplaceAll(r.Text, "\n", " "), markdownInner)
		if i == 0 {
			text = markdownText(r.Text) + text[len(strings.TrimRight(text, " ")):]
		}
		if r.Clause != nil && m.Detail == report.Full && m.View != report.Critic {
			text = "[" + text + "](#" + rowAnchor(r.Clause, r.Old) + ")"
		}
		b.WriteString(text)
	}
	return b.String()
}

// rowAnchor is the place of a clause's row: letters, figures and hyphens alone.
func rowAnchor(c *resolution.Clause, old bool) string {
	id := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			return r
		}
		return '-'
	}, c.ID)
	if old {
		return "old-" + id
	}
	return "new-" + id
}

// anchors are the places of the clauses of a row.
func anchors(ch diff.Change) string {
	var b strings.Builder
	for _, c := range ch.New {
		b.WriteString(`<a id="` + rowAnchor(c, false) + `"></a>`)
	}
	for _, c := range ch.Old {
		b.WriteString(`<a id="` + rowAnchor(c, true) + `"></a>`)
	}
	return b.String()
}

// table writes the changed fields and one row a change; what is unchanged or
// out of scope is one row a run.
func (m Markdown) table(b *strings.Builder, v tell.Voice, c *diff.Comparison) {
	row(b, v.Say("column-clause"), v.Say("column-change"), v.Say("column-text"), v.Say("column-why"))
	b.WriteString("|---|---|---|---|\n")
	for _, f := range c.Fields {
		row(b, markdownCell(v.Field(f)), v.Say("column-field"), cellEdits(f.Edits), "")
	}
	for _, g := range report.Fold(report.Listed(c.Changes, 0), report.Folding{Only: m.Only}) {
		if g.Folded {
			row(b, "", "", "_"+markdownCell(v.Folded(g.Changes))+"_", "")
			continue
		}
		for _, ch := range g.Changes {
			changeRow(b, v, ch)
		}
	}
}

func row(b *strings.Builder, cells ...string) {
	b.WriteString("| " + strings.Join(cells, " | ") + " |\n")
}

func changeRow(b *strings.Builder, v tell.Voice, ch diff.Change) {
	text := cellEdits(ch.Edits)
	for _, n := range ch.Notes {
		text += "<br>_" + markdownCell(v.Note(n)) + "_ " + cellEdits(n.Edits)
	}
	state := markdownCell(v.State(ch))
	if mark := strings.TrimSpace(tell.Sign(ch)); mark != "" {
		state = "`" + mark + "` " + state
	}
	name := anchors(ch) + "**" + markdownCell(v.NamesOf(ch)) + "**"
	if page := v.Page(ch); page != "" {
		name += "<br>" + markdownCell(page)
	}
	row(b, name, state, text, markdownCell(v.Semicolons(v.Remarks(ch)...)))
}

// cellEdits is a redline in a table cell. The tags are the two that every
// reader of Markdown shows, also beside letters and spaces, where the stars
// and tildes of Markdown fail.
func cellEdits(edits []diff.Edit) string {
	var b strings.Builder
	for i, e := range edits {
		text := markdownCell(e.Text)
		if report.RunOn(edits, i) {
			b.WriteString(" ")
		}
		switch e.Op {
		case diff.Insert:
			b.WriteString("<ins>" + text + "</ins>")
		case diff.Delete:
			b.WriteString("<del>" + text + "</del>")
		default:
			b.WriteString(text)
		}
	}
	return b.String()
}

// markdownInner are the characters that can start something inside a line of
// Markdown or CriticMarkup; a backslash makes each of them text again.
const markdownInner = "\\`*_[]<>|~&{}$"

// markdownStart are those that can start something at the start of a line.
const markdownStart = "#+-=:"

// markdownText escapes text for a line of Markdown.
func markdownText(text string) string { return escape(tell.OneLine(text), markdownInner) }

// markdownCell escapes text for a table cell; a newline becomes a break.
func markdownCell(text string) string {
	return strings.ReplaceAll(escape(strings.ReplaceAll(text, "\t", " "), markdownInner), "\n", "<br>")
}

func escape(text, marks string) string {
	var b strings.Builder
	for _, r := range text {
		if strings.ContainsRune(marks, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
