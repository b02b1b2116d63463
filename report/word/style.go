package word

import (
	"strconv"
	"strings"

	"reprise/internal/pattern"
	"reprise/report/tell"
	"reprise/resolution"
)

// stylesIn are the styles for texts of a language. Where letters run from right to
// left, paragraphs and runs do, and the bold, slope and size of such letters, which
// Word keeps apart, are those of the others; where they are ideographs, they have a
// font of their own.
func stylesIn(language string) string {
	styles := docxStyles
	if font := asianFonts[language]; font != "" {
		styles = strings.Replace(styles, `w:eastAsia="Times New Roman"`, `w:eastAsia="`+font+`"`, 1)
	}
	if !tell.RunsRightToLeft(language) {
		return styles
	}
	styles = strings.Replace(styles, `<w:szCs w:val="20"/>`, "", 1) // of the defaults
	styles = latinSize().ReplaceAllStringFunc(styles, func(size string) string {
		n, _ := strconv.Atoi(latinSize().FindStringSubmatch(size)[1])
		return size + `<w:szCs w:val="` + strconv.Itoa(n+complexMore) + `"/>`
	})
	styles = strings.NewReplacer(
		`<w:b/>`, `<w:b/><w:bCs/>`, `<w:i/>`, `<w:i/><w:iCs/>`,
		`</w:rPr></w:rPrDefault>`, `<w:rtl/><w:lang w:bidi="`+language+`"/></w:rPr></w:rPrDefault>`,
		`<w:pPrDefault><w:pPr>`, `<w:pPrDefault><w:pPr><w:bidi/>`,
		`w:cs="Times New Roman"`, `w:cs="`+complexFont+`"`,
	).Replace(styles)
	return styles
}

// asianFonts are the fonts of ideographs by language: those that Word has.
var asianFonts = map[string]string{"zh": "SimSun"}

// complexFont is the font of letters that run from right to left in documents of
// the United Nations.
const complexFont = "Traditional Arabic"

// complexMore is by how many half points that font must be larger to look as
// large as the Latin one.
const complexMore = 6

var latinSize = pattern.Lazy(`<w:sz w:val="(\d+)"/>`)

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
