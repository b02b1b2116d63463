package read

import (
	"strconv"

	"reprise/read/pdf"
	"reprise/resolution"
)

// gapsOf are the places where text is known to be missing: pages that the format
// could not read, and jumps in the numbers.
func gapsOf(doc *resolution.Document, lost []pdf.Lost) []resolution.Gap {
	kinds := map[pdf.Why]resolution.GapKind{
		pdf.Picture: resolution.PictureGap, pdf.Empty: resolution.EmptyGap, pdf.Damaged: resolution.DamagedGap,
	}
	var out []resolution.Gap
	for _, l := range lost {
		g := resolution.Gap{Kind: kinds[l.Why], Page: l.Page}
		for _, c := range doc.Clauses {
			if c.Page > l.Page {
				break
			}
			g.After = c.ID
		}
		out = append(out, g)
	}
	return append(out, numberGaps(doc)...)
}

// numberGaps are the jumps in the numbers of operative paragraphs. A number that
// goes back opens a list of its own.
func numberGaps(doc *resolution.Document) []resolution.Gap {
	var out []resolution.Gap
	var before *resolution.Clause
	last, lastID := 0, ""
	for _, c := range doc.Clauses {
		if c.Part != resolution.Operative || c.Depth > 0 || c.Kind != resolution.Paragraph {
			lastID = c.ID
			continue
		}
		number, err := strconv.Atoi(c.Number)
		if err == nil && before != nil && before.Section == c.Section && number > last+1 {
			out = append(out, resolution.Gap{Kind: resolution.NumberGap, After: lastID, Next: c.ID})
		}
		if err == nil {
			before, last = c, number
		}
		lastID = c.ID
	}
	return out
}

// gapWarnings warn of the gaps.
func gapWarnings(doc *resolution.Document) []resolution.Warning {
	var out []resolution.Warning
	for _, g := range doc.Reading.Gaps {
		out = append(out, resolution.Warning{Kind: resolution.GapWarning, Gap: g})
	}
	return out
}
