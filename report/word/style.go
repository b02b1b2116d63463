package word

import (
	"strconv"
	"strings"

	"reprise/resolution"
)

// docxStyle is the paragraph style of a clause, an id in docx/styles.xml.
func docxStyle(d *resolution.Document, c *resolution.Clause) string {
	switch {
	case c.Kind == resolution.Table:
		return "TableText"
	case c.Part == resolution.Front:
		return frontStyle(d, c)
	case c.Part == resolution.Back:
		return "MeetingLine"
	case c.Kind == resolution.Heading:
		return "Section" + strconv.Itoa(min(c.Depth, 2)+1)
	case c.IsFormula():
		return "EnactingFormula"
	case c.Depth > 0:
		return "Point" + strconv.Itoa(min(c.Depth, 4))
	}
	return "Clause"
}

// frontStyle tells the lines of a masthead by what the document's fields say.
func frontStyle(d *resolution.Document, c *resolution.Clause) string {
	switch {
	case d.Symbol != "" && c.Text == string(d.Symbol):
		return "MastheadSymbol"
	case d.AgendaTitle != "" && strings.HasSuffix(c.Text, d.AgendaTitle):
		return "AgendaTitle"
	case d.Title != "" && strings.HasSuffix(c.Text, d.Title):
		return "ResolutionTitle"
	case d.Provenance != "" && strings.Contains(c.Text, d.Provenance):
		return "Provenance"
	}
	return "Masthead"
}
