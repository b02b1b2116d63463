package table

import (
	"fmt"
	"io"
	"strings"

	"reprise/negotiate/rolling"
	"reprise/report"
	"reprise/report/tell"
)

// RenderReadings writes what changed between two readings of a rolling text: who
// moved, then a table of clauses.
func (m Markdown) RenderReadings(w io.Writer, c *rolling.Comparison) error {
	v := voiceOf(m.Say, c)
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s\n\n", markdownText(v.Say("rolled-compared", "new", v.Title(c.New.Doc), "old", v.Title(c.Old.Doc))), markdownText(v.ReadingsCounts(c)))
	if len(c.Movers) > 0 {
		fmt.Fprintf(&b, "## %s\n\n", v.Say("rolled-movers"))
		for _, mover := range c.Movers {
			fmt.Fprintf(&b, "- %s\n", markdownText(v.Mover(c, mover)))
		}
		b.WriteString("\n")
	}
	moved, asBefore := report.Moved(c)
	for _, p := range moved {
		fmt.Fprintf(&b, "## %s\n\n%s\n\n", markdownText(v.ReadingsName(p)), markdownText(v.ReadingsStatus(p)))
		if report.ShowsBrackets(p) {
			b.WriteString(markdownText(v.Bracketed(p.New)))
		}
		for _, e := range p.Words {
			if report.ShowsBrackets(p) {
				break
			}
			b.WriteString(markedWords(e.Op, markdownText(e.Text)))
		}
		b.WriteString("\n\n")
		for _, ch := range p.Changes {
			fmt.Fprintf(&b, "- %s\n", markdownText(v.BracketChange(ch)))
		}
		b.WriteString("\n")
	}
	if len(asBefore) > 0 {
		fmt.Fprintf(&b, "%s\n", markdownText(v.Say("rolled-as-before", "list", v.Listed(namesOf(v, asBefore)))))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func namesOf(v tell.Voice, pairs []rolling.Pair) []string {
	var out []string
	for _, p := range pairs {
		out = append(out, v.ReadingsName(p))
	}
	return out
}

func voiceOf(say string, c *rolling.Comparison) tell.Voice {
	if say == "" {
		say = c.New.Doc.Language
	}
	return tell.In(say)
}

var readingsColumns = []string{"clause", "status", "agreed", "bracket", "whole", "old words", "new words", "proposed by", "deleted by", "reserved by", "joined", "left", "said"}

// RenderReadings writes one row a bracket, and one for each clause without any on which
// there is something to say.
func (f CSV) RenderReadings(w io.Writer, c *rolling.Comparison) error {
	v := voiceOf(f.Say, c)
	rows := [][]string{readingsColumns}
	moved, asBefore := report.Moved(c)
	for _, p := range append(moved, asBefore...) {
		agreed := ""
		if a := p.Agreement(); a != rolling.Open {
			agreed = a.String()
		}
		head := []string{v.ReadingsName(p), p.Status.String(), agreed}
		for _, ch := range p.Changes {
			b := ch.New
			if b == nil {
				b = ch.Old
			}
			rows = append(rows, append(head[:3:3], ch.Fate.String(), yes(ch.Whole), ch.OldText, ch.NewText, strings.Join(b.For, "; "), strings.Join(b.Against, "; "),
				strings.Join(b.Reserved, "; "), joined(ch.Joined), joined(ch.Left), v.BracketChange(ch)))
		}
		if len(p.Changes) == 0 {
			rows = append(rows, append(head[:3:3], "", "", "", "", "", "", "", "", "", v.ReadingsStatus(p)))
		}
	}
	return WriteRows(w, rows)
}

func joined(s rolling.Sides) string {
	return strings.Join(append(append(append([]string{}, s.For...), s.Against...), s.Reserved...), "; ")
}
