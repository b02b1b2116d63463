// Package pdftest writes small PDF files for tests, which say exactly where on a
// page each word stands.
package pdftest

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
)

// Maker writes a PDF file. Coordinates are in points from the lower left corner.
type Maker struct {
	pages []*bytes.Buffer
}

// The fonts of a made file, by the names that its pages give them.
const (
	Roman  = "F1"
	Italic = "F2"
	Bold   = "F3"
)

var fontNames = []string{"Times-Roman", "Times-Italic", "Times-Bold"}

// Page begins a page.
func (m *Maker) Page() *Maker {
	m.pages = append(m.pages, &bytes.Buffer{})
	return m
}

// Put prints text at a place on the last page.
func (m *Maker) Put(x, y, size float64, font, text string) *Maker {
	text = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "“", "\x93", "”", "\x94", "–", "\x96").Replace(text)
	fmt.Fprintf(m.pages[len(m.pages)-1], "BT /%s %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET\n", font, size, x, y, text)
	return m
}

// Styled prints parts one behind the other: "*Requests* all keepers" prints
// the first word in italics, "cups^1^ here" the 1 as a raised mark.
func (m *Maker) Styled(x, y float64, text string) *Maker {
	const size = 10
	out := m.pages[len(m.pages)-1]
	fmt.Fprintf(out, "BT 1 0 0 1 %g %g Tm\n", x, y)
	font := Roman
	for _, part := range strings.FieldsFunc(mark(text), func(r rune) bool { return r == '\x01' }) {
		switch part {
		case "*":
			font = map[string]string{Roman: Italic, Italic: Roman}[font]
			continue
		}
		if raised, ok := strings.CutPrefix(part, "^"); ok {
			fmt.Fprintf(out, "/%s 6.5 Tf 3.4 Ts (%s) Tj 0 Ts\n", Roman, raised)
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

// Bytes gives the whole file.
func (m *Maker) Bytes() []byte { return Bind(m.Objects(func(s []byte) []byte { return s })) }

// Objects gives the objects of the file; change may alter the streams of its
// pages before they are packed.
func (m *Maker) Objects(change func([]byte) []byte) []string {
	first := 3 + len(fontNames)
	var kids, fonts []string
	for i := range m.pages {
		kids = append(kids, fmt.Sprintf("%d 0 R", first+2*i))
	}
	out := []string{"<< /Type /Catalog /Pages 2 0 R >>",
		fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", strings.Join(kids, " "), len(kids))}
	for i, name := range fontNames {
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

// Lighthouses is a made resolution of three pages, on each of which stand two
// operative paragraphs.
func Lighthouses() *Maker {
	m := &Maker{}
	number := 0
	for page, opening := range []string{"*The General Assembly*,", "", ""} {
		m.Page()
		if page == 0 {
			m.Styled(147, 720, opening)
			m.Styled(147, 700, "*Recalling* that lighthouses stand at the sea,")
		}
		for _, does := range []string{"*Requests* the keepers of lighthouse", "*Urges* the owners of lighthouse"} {
			number++
			m.Styled(147, 670-20*float64(number), fmt.Sprintf("%d.", number))
			m.Styled(170, 670-20*float64(number), fmt.Sprintf("%s number %d to keep its lamp number %d clean and lit;", does, 10*number, 7*number))
		}
	}
	return m
}

// Drawn makes a page show a box and no character.
func (m *Maker) Drawn(page int) *Maker {
	m.pages[page].Reset()
	m.pages[page].WriteString("0.5 g 100 100 300 300 re f\n")
	return m
}

// Cut ends the packed stream of a page in its midst, for an object of Objects.
func Cut(object string) string {
	start := strings.Index(object, "stream\n") + len("stream\n")
	end := strings.LastIndex(object, "\nendstream")
	half := object[start : start+(end-start)/2]
	return fmt.Sprintf("<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream", len(half), half)
}

// Bind writes objects as a file.
func Bind(objects []string) []byte {
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

// Teacups is a made resolution of two pages: page heads and feet, a paragraph
// and a footnote that cross the pages, hyphens at line ends, a table.
func Teacups() []byte { return TeacupsMaker().Bytes() }

// TeacupsMaker makes it.
func TeacupsMaker() *Maker {
	m := &Maker{}
	m.Page()
	m.Put(124, 734, 14, Roman, "United Nations").Put(482, 734, 10, Roman, "A/RES/213/7")
	m.Put(124, 705, 20, Bold, "General Assembly").Put(397, 705, 10, Roman, "Distr.: General").Put(397, 694, 10, Roman, "9 May 2158")
	m.Put(60, 570, 10, Bold, "Two hundred and thirteenth session").Put(60, 558, 10, Roman, "Agenda item 7 (b)")
	m.Put(60, 546, 10, Bold, "Teacups of lighthouse keepers")
	m.Put(124, 514, 14, Bold, "Resolution adopted by the General Assembly").Put(124, 499, 14, Bold, "on 4 May 2158")
	m.Put(73, 460, 12, Bold, "213/7.").Put(124, 460, 12, Bold, "Teacups of lighthouse keepers")
	m.Styled(147, 432, "*The General Assembly*,")
	m.Styled(147, 414, "*Recalling* its resolution 212/9 of 3 May 2157,^1^ and the other resolutions about cups,")
	m.Styled(147, 396, "*Noting with concern* that few keepers count their teacups, that many a keeper has well-")
	m.Styled(124, 384, "implemented rules, and that the cups of the northern lighthouses are counted by inter-")
	m.Styled(124, 372, "national keepers,")
	m.Styled(147, 354, "1.").Styled(170, 354, "*Requests* all keepers to count their teacups once a year and to tell the others how")
	m.Styled(124, 342, "many there are, how many were broken, and how many were given away to visitors who")
	m.Put(100, 90, 8, Roman, "__________________")
	m.Put(117, 83, 5.5, Roman, "1").Put(123.5, 80, 8.5, Roman, "Resolution 212/9, annex, and the two hundred")
	m.Put(65, 44, 10, Roman, "58-24947 (E)   110558")
	m.Page()
	m.Put(60, 733, 8.5, Bold, "A/RES/213/7").Put(355, 733, 8.5, Bold, "Teacups of lighthouse keepers")
	m.Styled(124, 710, "came to see the light;")
	m.Styled(147, 692, "2.").Styled(170, 692, "*Decides:*")
	m.Styled(147, 674, "(a)").Styled(170, 674, "To publish the following table, and to keep it up to date for as long as there are")
	m.Styled(124, 662, "lighthouses;")
	m.Styled(147, 644, "(b)").Styled(170, 644, "To hold the table dear.")
	for i, row := range [][3]string{{"Keeper", "Cups", "Broken"}, {"North", "14", "2"}, {"South", "5", "0"}, {"West", "61", "12"}} {
		y := 610 - 14*float64(i)
		m.Put(124, y, 8.5, Roman, row[0]).Put(300, y, 8.5, Roman, row[1]).Put(400, y, 8.5, Roman, row[2])
	}
	m.Styled(400, 520, "*45th plenary meeting*").Styled(428, 508, "*4 May 2158*")
	m.Put(100, 90, 8, Roman, "__________________")
	m.Put(123.5, 80, 8.5, Roman, "and twelfth session.")
	m.Put(60, 38, 8.5, Bold, "2/2").Put(524, 38, 7, Roman, "58-24947")
	return m
}

// Column prints lines one below the other, from the given place downwards; an
// empty line parts paragraphs, three spaces indent.
func (m *Maker) Column(x, y float64, lines ...string) *Maker {
	for _, l := range lines {
		if l == "" {
			y -= 6
			continue
		}
		text := strings.TrimLeft(l, " ")
		m.Styled(x+4*float64(len(l)-len(text)), y, text)
		y -= 12
	}
	return m
}

// BoundVolume is a made page of a bound volume and the one after it: a head
// over both columns, a title over both, a paragraph that goes on from column to
// column and one from page to page, a footnote below the columns.
func BoundVolume() []byte {
	m := (&Maker{}).Page()
	m.Put(170, 750, 9, Roman, "Resolutions and decisions of the Security Council, 2146")
	m.Put(130, 720, 12, Bold, "TEACUPS OF THE NORTHERN AND SOUTHERN LIGHTHOUSES")
	m.Column(60, 690,
		"*Resolution 9001 (2146)*",
		"*of 3 May 2146*", "",
		"   *The Security Council,*", "",
		"   *Recalling* its resolutions on the teacups that the",
		"keepers of the northern lighthouses count every year,",
		"and those on the teacups of the southern ones,^1^", "",
		"   *Noting* that many cups were broken by visitors, who",
		"came in great numbers to see the light, and that few",
		"of them brought cups of their own to the lighthouses,", "",
		"   *Convinced* that a lighthouse without teacups is no",
		"place to receive guests, least of all in the winter, when",
		"the keepers have little else to offer to those who come",
		"a long way over the ice and stay until the storm has")
	m.Column(318, 690,
		"gone down and the boats can be put to sea once again",
		"with all who came in them,", "",
		"   1. *Requests* all keepers to count their teacups once",
		"a year and to tell the others how many there are, how",
		"many were broken, and how many were given away;", "",
		"   2. *Calls upon* all visitors to bring a cup with them,",
		"in particular those who come to the lighthouses of the",
		"northern islands, where cups are dear;", "",
		"   3. *Decides* to send to each lighthouse twelve cups",
		"of the kind that does not break, six saucers and one",
		"large pot, as soon as the boats can land there, and to",
		"ask for a receipt that names the number of cups which",
		"came whole, in the manner that the keepers themselves")
	m.Put(60, 440, 8, Roman, "___________")
	m.Put(60, 428, 5.5, Roman, "1").Put(64, 425, 8, Roman, "See the report of the keepers on the teacups of the southern lighthouses, which were counted by them for the")
	m.Put(60, 415, 8, Roman, "first time in that year.")
	m.Page()
	m.Put(170, 750, 9, Roman, "Resolutions and decisions of the Security Council, 2146").Put(540, 750, 9, Roman, "17")
	m.Column(60, 720,
		"think best, and to publish the receipts each spring, so",
		"that all may see them;", "",
		"   4. *Decides* to remain seized of the matter.", "",
		"                    *Adopted at the 9777th meeting.*")
	return m.Bytes()
}

// timesWidths are the widths of the small letters of Times-Roman, in
// thousandths of its size.
var timesWidths = [26]float64{444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778,
	500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444}

// Justified prints small letters in a line that is stretched to a width.
func (m *Maker) Justified(x, y, width float64, text string) *Maker {
	words := strings.Fields(text)
	for _, c := range strings.Join(words, "") {
		width -= timesWidths[c-'a'] / 100
	}
	for _, w := range words {
		m.Put(x, y, 10, Roman, w)
		for _, c := range w {
			x += timesWidths[c-'a'] / 100
		}
		x += width / float64(len(words)-1)
	}
	return m
}
