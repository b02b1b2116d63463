package table

import (
	"strings"

	"reprise/diff"
	"reprise/report"
	"reprise/report/tell"
)

// criticText writes the whole text in CriticMarkup: {++inserted++},
// {--deleted--}, {>>remark<<}. Each change is a block that opens with its name
// in bold; the newline between the texts of two clauses is a blank line, marked
// where it came or went.
//
// Law 4: the blocks without their names and remarks, with deletions kept and
// insertions dropped or the other way round, and with backslashes taken off,
// are the old and the new text.
func criticText(b *strings.Builder, v tell.Voice, c *diff.Comparison) {
	for _, ch := range c.Changes {
		b.WriteString("**" + escape(v.NamesOf(ch), markdownInner) + "** ")
		before := ""
		for _, e := range ch.Edits {
			b.WriteString(criticEdit(e, before))
			before = e.Text
		}
		if remark := criticRemark(v, ch); remark != "" {
			b.WriteString(" {>>" + remark + "<<}")
		}
		b.WriteString("\n\n")
	}
}

// criticEdit marks one edit up; before is the text of the edit before it.
func criticEdit(e diff.Edit, before string) string {
	lines := strings.Split(e.Text, "\n")
	for i, l := range lines {
		lines[i] = escape(l, markdownInner)
		if i > 0 || strings.HasSuffix(before, "\n") {
			lines[i] = escapeStart(lines[i])
		}
	}
	text := strings.Join(lines, "\n\n")
	switch e.Op {
	case diff.Insert:
		return "{++" + text + "++}"
	case diff.Delete:
		return "{--" + text + "--}"
	}
	return text
}

// escapeStart keeps the start of a line from being a heading or a list.
func escapeStart(l string) string {
	number := len(l) - len(strings.TrimLeft(l, "0123456789"))
	switch {
	case l == "":
	case strings.ContainsRune(markdownStart, rune(l[0])):
		return "\\" + l
	case number > 0 && number < len(l) && strings.ContainsRune(".)", rune(l[number])):
		return l[:number] + "\\" + l[number:]
	}
	return l
}

// criticRemark is what is said beside a change: nothing where it is unchanged.
func criticRemark(v tell.Voice, ch diff.Change) string {
	if !(report.Folding{}).Shows(ch) {
		return ""
	}
	remark := v.State(ch)
	if why := v.Semicolons(v.Remarks(ch)...); why != "" {
		remark = v.Say("because", "why", remark, "words", why)
	}
	for _, n := range ch.Notes {
		remark = v.Semicolons(remark, v.Say("note-differs", "note", v.Note(n)))
	}
	return escape(tell.OneLine(remark), markdownInner)
}
