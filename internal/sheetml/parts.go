package sheetml

import (
	"fmt"
	"strings"
	"sync"
)

const (
	declaration   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mainSpace     = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	relationSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageSpace  = "http://schemas.openxmlformats.org/package/2006/"
	contentType   = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

const rootRelations = declaration + `<Relationships xmlns="` + packageSpace + `relationships"><Relationship Id="rId1" Type="` +
	relationSpace + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`

func (b Workbook) contentTypes() string {
	var s strings.Builder
	s.WriteString(declaration + `<Types xmlns="` + packageSpace + `content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="` + contentType + `sheet.main+xml"/>` +
		`<Override PartName="/xl/styles.xml" ContentType="` + contentType + `styles+xml"/>`)
	for i := range b.Sheets {
		fmt.Fprintf(&s, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="%sworksheet+xml"/>`, i+1, contentType)
	}
	return s.String() + "</Types>"
}

func (b Workbook) workbook() string {
	var s strings.Builder
	s.WriteString(declaration + `<workbook xmlns="` + mainSpace + `" xmlns:r="` + relationSpace + `"><sheets>`)
	for i, name := range b.tabs() {
		fmt.Fprintf(&s, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, escaped(name), i+1, i+1)
	}
	return s.String() + "</sheets></workbook>"
}

func (b Workbook) relations() string {
	var s strings.Builder
	s.WriteString(declaration + `<Relationships xmlns="` + packageSpace + `relationships">`)
	for i := range b.Sheets {
		fmt.Fprintf(&s, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, relationSpace, i+1)
	}
	fmt.Fprintf(&s, `<Relationship Id="rId%d" Type="%s/styles" Target="styles.xml"/>`, len(b.Sheets)+1, relationSpace)
	return s.String() + "</Relationships>"
}

// looksOf are font and ground of each look, as colours; "" is the default.
var looksOf = [looks]struct{ font, ground, style string }{
	Plain: {}, Head: {"", "FFECEFF2", "<b/>"}, Added: {"FF0B5D3B", "FFDDF3E4", ""}, Removed: {"FF9B1C31", "FFFBE3E4", ""},
	Reworded: {"", "FFECEFF2", ""}, Moved: {"FF5B3A9E", "FFECE5FA", ""}, Substantive: {"FF8A4B00", "FFFDECD2", ""}, Uncertain: {"", "", "<i/>"},
}

// percentFormat is the number of Excel's own format "0%".
const percentFormat = 9

// styles is the part with the looks: each for values as they are, then each for
// shares.
var styles = sync.OnceValue(makeStyles)

func makeStyles() string {
	var fonts, fills, cells strings.Builder
	for i, l := range looksOf {
		color := ""
		if l.font != "" {
			color = `<color rgb="` + l.font + `"/>`
		}
		fonts.WriteString("<font>" + l.style + `<sz val="11"/>` + color + `<name val="Calibri"/></font>`)
		fill := `<fill><patternFill patternType="none"/></fill>`
		if l.ground != "" {
			fill = `<fill><patternFill patternType="solid"><fgColor rgb="` + l.ground + `"/></patternFill></fill>`
		}
		if i == 1 { // the second fill is Excel's own, whatever stands there
			fills.WriteString(`<fill><patternFill patternType="gray125"/></fill>`)
		}
		fills.WriteString(fill)
	}
	for _, format := range []int{0, percentFormat} {
		for i := range looksOf {
			fill := i
			if i > 0 {
				fill++
			}
			fmt.Fprintf(&cells, `<xf numFmtId="%d" fontId="%d" fillId="%d" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`, format, i, fill)
		}
	}
	return declaration + fmt.Sprintf(`<styleSheet xmlns="%s"><fonts count="%d">%s</fonts><fills count="%d">%s</fills><borders count="1"><border/></borders>`+
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="%d">%s</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
		mainSpace, looks, fonts.String(), looks+1, fills.String(), 2*looks, cells.String())
}
