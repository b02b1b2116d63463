package reporttest

import (
	"regexp"
	"strings"

	"reprise/diff"
	"reprise/resolution"
	"reprise/series"
)

// Masked takes the words out of the texts of a comparison, letter for letter, so
// that what is left in a form is what reprise says itself.
func Masked(c *diff.Comparison) *diff.Comparison {
	masked := map[*resolution.Clause]bool{}
	for _, d := range []*resolution.Document{c.Old, c.New} {
		maskDocument(d, masked)
	}
	for i := range c.Changes {
		ch := &c.Changes[i]
		for _, side := range [][]*resolution.Clause{ch.Old, ch.New} {
			for _, clause := range side {
				maskClause(clause, masked)
			}
		}
		maskEdits(ch.Edits)
		for _, n := range ch.Notes {
			maskEdits(n.Edits)
		}
		for _, r := range ch.Reasons {
			for _, note := range []*resolution.Footnote{r.Old.Note, r.New.Note} {
				if note != nil {
					note.Text = mask(note.Text)
				}
			}
		}
	}
	for i := range c.Fields {
		f := &c.Fields[i]
		f.Old, f.New = mask(f.Old), mask(f.New)
		maskEdits(f.Edits)
	}
	return c
}

// MaskedSeries does the same to a series and to the comparisons of its versions.
func MaskedSeries(s *series.Series) *series.Series {
	masked := map[*resolution.Clause]bool{}
	for i := range s.Versions {
		maskDocument(s.Versions[i].Document, masked)
	}
	for _, l := range s.Lineages {
		for v := range l.States {
			st := &l.States[v]
			maskEdits(st.Edits)
			for i := range st.Words {
				st.Words[i].Text = mask(st.Words[i].Text)
			}
		}
	}
	return s
}

func maskDocument(d *resolution.Document, masked map[*resolution.Clause]bool) {
	for _, field := range []*string{&d.Title, &d.AgendaItem, &d.AgendaTitle, &d.Provenance, &d.Vote, &d.Meeting} {
		*field = mask(*field)
	}
	for i := range d.Sponsors {
		d.Sponsors[i] = mask(d.Sponsors[i])
	}
	for _, c := range d.Clauses {
		maskClause(c, masked)
	}
	for i := range d.Footnotes {
		d.Footnotes[i].Text = mask(d.Footnotes[i].Text)
	}
}

func maskClause(c *resolution.Clause, masked map[*resolution.Clause]bool) {
	if !masked[c] {
		masked[c] = true
		c.Text, c.Lead = mask(c.Text), mask(c.Lead)
	}
}

// maskEdits masks a list of edits once: what is masked already stays so.
func maskEdits(edits []diff.Edit) {
	for i := range edits {
		edits[i].Text = mask(edits[i].Text)
	}
}

var letter = regexp.MustCompile(`\p{L}`)

// mask keeps lengths in bytes, marks and digits.
func mask(text string) string {
	return letter.ReplaceAllStringFunc(text, func(l string) string { return strings.Repeat("x", len(l)) })
}
