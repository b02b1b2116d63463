package sheetml

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"reprise/internal/pattern"
)

// xml is the sheet's part.
func (s Sheet) xml() (string, error) {
	if len(s.Rows) > maxRows {
		return "", fmt.Errorf("%d rows, a spreadsheet has at most %d", len(s.Rows), maxRows)
	}
	columns := 0
	for _, row := range s.Rows {
		columns = max(columns, len(row))
	}
	if columns > maxColumns {
		return "", fmt.Errorf("%d columns, a spreadsheet has at most %d", columns, maxColumns)
	}
	var b strings.Builder
	b.WriteString(declaration + `<worksheet xmlns="` + mainSpace + `">`)
	s.view(&b)
	if len(s.Widths) > 0 {
		b.WriteString("<cols>")
		for i, w := range s.Widths {
			fmt.Fprintf(&b, `<col min="%d" max="%d" width="%d" customWidth="1"/>`, i+1, i+1, w)
		}
		b.WriteString("</cols>")
	}
	b.WriteString("<sheetData>")
	for i, row := range s.Rows {
		fmt.Fprintf(&b, `<row r="%d">`, i+1)
		for k, c := range row {
			c.write(&b, columnName(k)+strconv.Itoa(i+1))
		}
		b.WriteString("</row>")
	}
	b.WriteString("</sheetData>")
	if s.HeadRows > 0 && columns > 0 && len(s.Rows) > s.HeadRows {
		fmt.Fprintf(&b, `<autoFilter ref="A%d:%s%d"/>`, s.HeadRows, columnName(columns-1), len(s.Rows))
	}
	b.WriteString("</worksheet>")
	return b.String(), nil
}

// view freezes the head.
func (s Sheet) view(b *strings.Builder) {
	if s.HeadRows+s.HeadCells == 0 {
		return
	}
	pane := "bottomRight"
	switch {
	case s.HeadCells == 0:
		pane = "bottomLeft"
	case s.HeadRows == 0:
		pane = "topRight"
	}
	b.WriteString(`<sheetViews><sheetView workbookViewId="0"><pane`)
	if s.HeadCells > 0 {
		fmt.Fprintf(b, ` xSplit="%d"`, s.HeadCells)
	}
	if s.HeadRows > 0 {
		fmt.Fprintf(b, ` ySplit="%d"`, s.HeadRows)
	}
	fmt.Fprintf(b, ` topLeftCell="%s%d" activePane="%s" state="frozen"/></sheetView></sheetViews>`, columnName(s.HeadCells), s.HeadRows+1, pane)
}

// write writes a cell at its place.
func (c Cell) write(b *strings.Builder, at string) {
	style := int(c.Look)
	if c.Kind == Share {
		style += int(looks)
	}
	open := fmt.Sprintf(`<c r="%s" s="%d"`, at, style)
	switch c.Kind {
	case Empty:
		if c.Look != Plain {
			b.WriteString(open + "/>")
		}
	case Text:
		b.WriteString(open + ` t="inlineStr"><is><t xml:space="preserve">` + escaped(c.Text) + `</t></is></c>`)
	case Number, Share:
		b.WriteString(open + "><v>" + strconv.FormatFloat(c.Number, 'g', -1, 64) + "</v></c>")
	case Bool:
		value := "0"
		if c.Yes {
			value = "1"
		}
		b.WriteString(open + ` t="b"><v>` + value + "</v></c>")
	}
}

// columnName is "A" for 0, "AA" for 26.
func columnName(i int) string {
	name := ""
	for i++; i > 0; i = (i - 1) / 26 {
		name = string(rune('A'+(i-1)%26)) + name
	}
	return name
}

// coded is what Excel takes for a character written by its number.
var coded = pattern.Lazy(`_x[0-9A-Fa-f]{4}_`)

// escaped is a text as a cell holds it: short enough, without characters that XML
// cannot hold, and with nothing that Excel would decode.
func escaped(text string) string {
	text = clean(text)
	if len(utf16.Encode([]rune(text))) > maxText {
		units := utf16.Encode([]rune(text))[:maxText-len(cut)]
		text = strings.TrimRight(string(utf16.Decode(units)), "\uFFFD") + cut
	}
	text = coded().ReplaceAllStringFunc(text, func(code string) string { return "_x005F" + code })
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(text)
}

// clean leaves out what XML 1.0 cannot hold.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t', r == '\n', r >= 0x20 && r <= 0xD7FF, r >= 0xE000 && r <= 0xFFFD, r >= 0x10000:
			return r
		case r == '\r':
			return '\n'
		}
		return -1
	}, text)
}
