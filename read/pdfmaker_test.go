package read

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
)

// pdfMaker writes small PDF files, so that tests say exactly where on a page
// each word stands. Coordinates are in points from the lower left corner.
type pdfMaker struct {
	pages []*bytes.Buffer
}

// The fonts of a made file, by the names that its pages give them.
const (
	roman  = "F1"
	italic = "F2"
	bold   = "F3"
)

var pdfFonts = []string{"Times-Roman", "Times-Italic", "Times-Bold"}

func (m *pdfMaker) page() *pdfMaker {
	m.pages = append(m.pages, &bytes.Buffer{})
	return m
}

// put prints text at a place on the last page.
func (m *pdfMaker) put(x, y, size float64, font, text string) *pdfMaker {
	text = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "“", "\x93", "”", "\x94", "–", "\x96").Replace(text)
	fmt.Fprintf(m.pages[len(m.pages)-1], "BT /%s %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET\n", font, size, x, y, text)
	return m
}

// styled prints parts one behind the other: "*Requests* all keepers" prints
// the first word in italics, "cups^1^ here" the 1 as a raised mark.
func (m *pdfMaker) styled(x, y float64, text string) *pdfMaker {
	const size = 10
	out := m.pages[len(m.pages)-1]
	fmt.Fprintf(out, "BT 1 0 0 1 %g %g Tm\n", x, y)
	font := roman
	for _, part := range strings.FieldsFunc(mark(text), func(r rune) bool { return r == '\x01' }) {
		switch part {
		case "*":
			font = map[string]string{roman: italic, italic: roman}[font]
			continue
		}
		if raised, ok := strings.CutPrefix(part, "^"); ok {
			fmt.Fprintf(out, "/%s 6.5 Tf 3.4 Ts (%s) Tj 0 Ts\n", roman, raised)
			continue
		}
		part = strings.NewReplacer("(", `\(`, ")", `\)`).Replace(part)
		fmt.Fprintf(out, "/%s %d Tf (%s) Tj\n", font, size, part)
	}
	out.WriteString("ET\n")
	return m
}

// mark parts the signs of styled from the text.
func mark(text string) string {
	var b strings.Builder
	raised := false
	for _, r := range text {
		switch {
		case r == '*':
			b.WriteString("\x01*\x01")
		case r == '^' && !raised:
			b.WriteString("\x01^")
			raised = true
		case r == '^':
			b.WriteString("\x01")
			raised = false
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// bytes gives the whole file.
func (m *pdfMaker) bytes() []byte { return bindObjects(m.objects(func(s []byte) []byte { return s })) }

// objects gives the objects of the file; change may alter the streams of its
// pages before they are packed.
func (m *pdfMaker) objects(change func([]byte) []byte) []string {
	first := 3 + len(pdfFonts)
	var kids, fonts []string
	for i := range m.pages {
		kids = append(kids, fmt.Sprintf("%d 0 R", first+2*i))
	}
	out := []string{"<< /Type /Catalog /Pages 2 0 R >>",
		fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", strings.Join(kids, " "), len(kids))}
	for i, name := range pdfFonts {
		out = append(out, fmt.Sprintf("<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>", name))
		fonts = append(fonts, fmt.Sprintf("/F%d %d 0 R", i+1, i+3))
	}
	for i, p := range m.pages {
		var packed bytes.Buffer
		z := zlib.NewWriter(&packed)
		z.Write(change(p.Bytes()))
		z.Close()
		out = append(out, fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R /Resources << /Font << %s >> >> >>",
			first+2*i+1, strings.Join(fonts, " ")),
			fmt.Sprintf("<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream", packed.Len(), packed.String()))
	}
	return out
}

// bindObjects writes objects as a file.
func bindObjects(objects []string) []byte {
	var out bytes.Buffer
	var offsets []int
	out.WriteString("%PDF-1.4\n")
	for i, o := range objects {
		offsets = append(offsets, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, at := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&out, "trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return out.Bytes()
}

// teacups is a made resolution of two pages: page heads and feet, a paragraph
// and a footnote that cross the pages, hyphens at line ends, a table.
func teacups() []byte { return teacupsMaker().bytes() }

func teacupsMaker() *pdfMaker {
	m := &pdfMaker{}
	m.page()
	m.put(124, 734, 14, roman, "United Nations").put(482, 734, 10, roman, "A/RES/213/7")
	m.put(124, 705, 20, bold, "General Assembly").put(397, 705, 10, roman, "Distr.: General").put(397, 694, 10, roman, "9 May 2158")
	m.put(60, 570, 10, bold, "Two hundred and thirteenth session").put(60, 558, 10, roman, "Agenda item 7 (b)")
	m.put(60, 546, 10, bold, "Teacups of lighthouse keepers")
	m.put(124, 514, 14, bold, "Resolution adopted by the General Assembly").put(124, 499, 14, bold, "on 4 May 2158")
	m.put(73, 460, 12, bold, "213/7.").put(124, 460, 12, bold, "Teacups of lighthouse keepers")
	m.styled(147, 432, "*The General Assembly*,")
	m.styled(147, 414, "*Recalling* its resolution 212/9 of 3 May 2157,^1^ and the other resolutions about cups,")
	m.styled(147, 396, "*Noting with concern* that few keepers count their teacups, that many a keeper has well-")
	m.styled(124, 384, "implemented rules, and that the cups of the northern lighthouses are counted by inter-")
	m.styled(124, 372, "national keepers,")
	m.styled(147, 354, "1.").styled(170, 354, "*Requests* all keepers to count their teacups once a year and to tell the others how")
	m.styled(124, 342, "many there are, how many were broken, and how many were given away to visitors who")
	m.put(100, 90, 8, roman, "__________________")
	m.put(117, 83, 5.5, roman, "1").put(123.5, 80, 8.5, roman, "Resolution 212/9, annex, and the two hundred")
	m.put(65, 44, 10, roman, "58-24947 (E)   110558")
	m.page()
	m.put(60, 733, 8.5, bold, "A/RES/213/7").put(355, 733, 8.5, bold, "Teacups of lighthouse keepers")
	m.styled(124, 710, "came to see the light;")
	m.styled(147, 692, "2.").styled(170, 692, "*Decides:*")
	m.styled(147, 674, "(a)").styled(170, 674, "To publish the following table, and to keep it up to date for as long as there are")
	m.styled(124, 662, "lighthouses;")
	m.styled(147, 644, "(b)").styled(170, 644, "To hold the table dear.")
	for i, row := range [][3]string{{"Keeper", "Cups", "Broken"}, {"North", "14", "2"}, {"South", "5", "0"}, {"West", "61", "12"}} {
		y := 610 - 14*float64(i)
		m.put(124, y, 8.5, roman, row[0]).put(300, y, 8.5, roman, row[1]).put(400, y, 8.5, roman, row[2])
	}
	m.styled(400, 520, "*45th plenary meeting*").styled(428, 508, "*4 May 2158*")
	m.put(100, 90, 8, roman, "__________________")
	m.put(123.5, 80, 8.5, roman, "and twelfth session.")
	m.put(60, 38, 8.5, bold, "2/2").put(524, 38, 7, roman, "58-24947")
	return m
}
