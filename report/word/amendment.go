package word

import (
	"io"

	"reprise/internal/wordml"
	"reprise/negotiate"
	"reprise/resolution"
)

// RenderAmendment writes an amendment as a Word file without tracked changes, in the
// look of a United Nations document, its footnotes as footnotes.
//
// Law 8: read back, it is the amendment.
func (d Docx) RenderAmendment(w io.Writer, m *negotiate.Motion) error {
	file := &wordml.Redline{Styles: docxStyles, Title: m.Title, Author: d.author(), Date: undated, Page: docxPage,
		Footer: []wordml.Paragraph{{Style: "Footer", Runs: []wordml.Run{{Field: "PAGE", Text: "1"}}}}}
	if !d.Date.IsZero() {
		file.Date = d.Date
	}
	for _, line := range m.Lines {
		p := wordml.Paragraph{Style: amendmentStyle(line)}
		if line.Number != "" {
			p.Runs = append(p.Runs, wordml.Run{Text: line.Number + "\t", Label: true})
		}
		at := 0
		for _, n := range line.Notes {
			p.Runs = append(p.Runs, wordml.Run{Text: line.Text[at:n.At]})
			file.Notes = append(file.Notes, wordml.Note{Runs: []wordml.Run{{Text: n.Text}}})
			p.Runs = append(p.Runs, wordml.Run{Note: len(file.Notes)})
			at = n.At
		}
		p.Runs = append(p.Runs, wordml.Run{Text: line.Text[at:]})
		file.Body = append(file.Body, p)
	}
	return file.Write(w)
}

func amendmentStyle(line negotiate.Line) string {
	switch {
	case line.Kind == negotiate.HeadLine:
		return "MastheadSymbol"
	case line.Kind == negotiate.TitleLine:
		return "ResolutionTitle"
	case line.Kind == negotiate.GivenLine && line.Shape == resolution.Heading:
		return "Section1"
	case line.Kind == negotiate.GivenLine:
		return "Point1"
	}
	return "Clause"
}
