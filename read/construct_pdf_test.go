package read

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"reprise/read/pdf/pdftest"
)

func pdfKind() kind {
	return kind{
		name: "PDF", format: "pdf", suffix: "pdf", constructs: pdfConstructs, wrap: madePDFFile,
		extract: func(t *testing.T, file string) string { return outputOf(t, "pdftotext", file, "-") },
	}
}

// madePDFFile is a PDF file with a page for each piece. Of the parts of a piece
// "resources", "page" and "catalog" go into these dictionaries, and "objects" are more
// objects, parted by lines of their own, which others call {1}, {2}.
func madePDFFile(pieces []piece) []byte {
	m := &pdftest.Maker{}
	m.Page().Styled(147, 700, "*The General Assembly*,").Styled(147, 680, "*Recalling* that lamps give light to those who sail,")
	m.Styled(147, 660, "1.").Styled(170, 660, "*Decides* to keep the lamps of all harbours clean and lit;")
	for range pieces {
		m.Page()
	}
	m.Page().Styled(147, 700, "2.").Styled(170, 700, "*Requests* the keepers of the lamps to report on them once a year.")
	place := -1
	objects := m.Objects(func(stream []byte) []byte {
		if place++; place == 0 || place > len(pieces) {
			return stream
		}
		return []byte(pdfPiece(pieces[place-1].made))
	})
	const firstPage = 6 // of the objects, which count from 1
	catalog, next := "", len(objects)
	for i, p := range pieces {
		at := firstPage - 1 + 2*(i+1)
		numbered := func(s string) string {
			return objectName.ReplaceAllStringFunc(s, func(name string) string {
				n, _ := strconv.Atoi(strings.Trim(name, "{}"))
				return fmt.Sprintf("%d 0 R", next+n)
			})
		}
		page := strings.Replace(objects[at], "/Font <<", numbered(p.part["fonts"])+"/Font << "+numbered(p.part["font"]), 1)
		page = strings.Replace(page, "/Resources <<", numbered(p.part["page"])+" /Resources << "+numbered(p.part["resources"]), 1)
		objects[at] = page
		catalog += numbered(p.part["catalog"])
		if p.part["objects"] != "" {
			more := strings.Split(p.part["objects"], "\n--\n")
			for _, o := range more {
				objects = append(objects, pdfPiece(numbered(o)))
			}
			next += len(more)
		}
	}
	objects[0] = strings.Replace(objects[0], "/Type /Catalog", "/Type /Catalog "+catalog, 1)
	return pdftest.Bind(objects)
}

var (
	objectName = regexp.MustCompile(`\{\d+\}`)
	at         = regexp.MustCompile(`@([\d.]+),(\d+) `)
)

// pdfPiece writes "@147,500 (words) Tj" as a text at a place.
func pdfPiece(made string) string {
	var b strings.Builder
	for line := range strings.Lines(made) {
		if at.MatchString(line) {
			line = "BT /F1 10 Tf " + at.ReplaceAllString(strings.TrimRight(line, "\n"), "1 0 0 1 $1 $2 Tm ") + " ET\n"
		}
		b.WriteString(line)
	}
	return b.String()
}

// form is a stream object that draws.
func form(kind, content string) string {
	return "<< " + kind + " /BBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Length " + strconv.Itoa(len(pdfPiece(content))+200) + " >>\nstream\n" + content + "\nendstream"
}

const drawn = "/Type /XObject /Subtype /Form"

var pdfConstructs = []construct{
	{name: "lines and paragraphs", made: "@147,500 (Recalling ◆ and all ◆ of the lamps and the keepers of) Tj\n@124,488 (the lamps and ◆ of the ◆ of the coast,) Tj\n@147,460 (Noting ◆ ◆,) Tj"},
	{name: "words and letters placed one by one", made: "@147,500 (◆) Tj 60 0 Td (◆) Tj 60 0 Td (◆) Tj\n@147,480 [(◆ ) 20 (◆) -300 (◆)] TJ\n@147,460 10 TL (◆) ' 0 0 (◆) \""},
	{name: "strings in hexadecimal, raised and lowered, wide and narrow", made: "@147,500 <4c616d70> Tj 3 Ts ( ◆) Tj -3 Ts ( ◆) Tj 0 Ts 80 Tz ( ◆) Tj 120 Tz ( ◆) Tj"},
	{name: "fonts drawn in the file, with a map to characters", made: "BT /T3 10 Tf 1 0 0 1 147 500 Tm (◆) Tj ET\n@147,480 (◆ ◆) Tj", part: map[string]string{"font": "/T3 {1} ", "objects": type3Font("/ToUnicode {2}") + "\n--\n" + toUnicode}},
	{name: "raised marks and footnotes", made: "@147,500 (Recalling ◆,) Tj /F1 6 Tf 4 Ts (9) Tj 0 Ts /F1 10 Tf ( and ◆ ◆ and all the rest,) Tj\n124 120 m 250 120 l S\nBT /F1 6 Tf 1 0 0 1 124 103 Tm (9) Tj /F1 8 Tf 1 0 0 1 130 100 Tm (◆ ◆.) Tj ET"},
	{name: "tables", made: "@124,500 (◆) Tj\n@300,500 (◆) Tj\n@124,486 (◆) Tj\n@300,486 (◆) Tj\n@124,472 (◆) Tj\n@300,472 (◆) Tj"},
	{name: "two columns", made: columns(), part: map[string]string{"alone": "one"}},
	{name: "page heads, page numbers, job numbers", is: isAside, made: "@60,760 (A/RES/213/7) Tj\n@147,500 (◆ ◆) Tj\n@60,30 (13-12345 ◇) Tj\n@500,30 (4/5) Tj", part: map[string]string{"alone": "one"}},
	{name: "turned text and turned pages", made: "BT /F1 10 Tf 0 1 -1 0 300 300 Tm (◆ ◆) Tj ET\n@147,500 (◆ ◆) Tj", part: map[string]string{"page": "/Rotate 90"}},
	{name: "forms in forms", made: "@147,500 (◆) Tj\n/X Do", part: map[string]string{"resources": "/XObject << /X {1} >>", "objects": strings.Replace(form(drawn, "@147,480 (◆ ◆) Tj\n/Y Do"), "/Resources <<", "/Resources << /XObject << /Y {2} >>", 1) + "\n--\n" + form(drawn, "@147,460 (◆) Tj")}},
	{name: "text not painted, as text recognition lays it under a picture", made: "@147,500 3 Tr (◆ ◆) Tj 0 Tr"},
	{name: "text in white, tiny, cut away", made: "@147,500 1 g (◆) Tj 0 g\n@147,480 /F1 1 Tf (◆ ◆) Tj\nq 0 0 10 10 re W n\n@147,460 (◆) Tj\nQ"},
	{name: "text outside of the page", made: "@147,500 (◆) Tj\n@147,900 (◆) Tj\n@2147,500 (◆) Tj"},
	{name: "text drawn twice for a bold look", made: "@147,500 (of lamps ◆) Tj\n@147,500 (of lamps 〃) Tj\n@147,480 (of lamps ◆) Tj\n@147.3,480 (of lamps 〃) Tj"},
	{name: "text in layers, shown or not", made: "/OC /L BDC\n@147,500 (◆) Tj\nEMC\n@147,480 (◆) Tj", part: map[string]string{"resources": "/Properties << /L {1} >>", "objects": "<< /Type /OCG /Name (lamps) >>", "catalog": "/OCProperties << /OCGs [{1}] /D << /OFF [{1}] >> >>"}},
	{name: "text with words of its own beside what is drawn", of: "what is drawn", is: isNone, made: "/Span << /ActualText (◆) >> BDC\n@147,500 (◇) Tj\nEMC\n@147,480 (◆) Tj"},
	{name: "text marked as of the page, not of the text", made: "/Artifact BMC\n@147,500 (◆ ◆) Tj\nEMC\n@147,480 (◆) Tj"},
	{name: "notes that show text on the page, and fields that are filled in", is: isAside, made: "@147,500 (◆) Tj", part: map[string]string{"page": "/Annots [{1} {3}]",
		"objects": "<< /Type /Annot /Subtype /FreeText /Rect [147 400 400 420] /Contents (◇ ◇) /DA (/F1 10 Tf) /AP << /N {2} >> >>\n--\n" + form(drawn, "@2,5 (x) Tj") + "\n--\n<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (◇) /Rect [147 300 400 320] /AP << /N {4} >> >>\n--\n" + form(drawn, "@2,5 (x) Tj")}},
	{name: "comments", is: isSaid, says: "comments", made: "@147,500 (◆) Tj", part: map[string]string{"page": "/Annots [{1} {2}]",
		"objects": "<< /Type /Annot /Subtype /Text /Rect [147 400 160 420] /Contents (◇ ◇) >>\n--\n<< /Type /Annot /Subtype /Highlight /Rect [147 400 160 420] /Contents (◇) >>"}},
	{name: "files attached", is: isSaid, says: "objects", made: "@147,500 (◆) Tj", part: map[string]string{"catalog": "/Names << /EmbeddedFiles << /Names [(a.txt) {1}] >> >>", "objects": "<< /Type /Filespec /F (a.txt) /EF << /F {2} >> >>\n--\n<< /Type /EmbeddedFile /Length 9 >>\nstream\n◇\nendstream"}},
	{name: "forms that only one program shows (XFA)", is: isSaid, says: "objects", made: "@147,500 (◆) Tj", part: map[string]string{"catalog": "/AcroForm << /Fields [] /XFA {1} >>", "objects": "<< /Length 9 >>\nstream\n◇\nendstream"}},
	{name: "links, bookmarks, properties, programs", is: isNone, made: "@147,500 (◆) Tj", part: map[string]string{"page": "/Annots [{1}]", "catalog": "/Outlines {2} /OpenAction << /S /JavaScript /JS (◇) >>", "objects": "<< /Type /Annot /Subtype /Link /Rect [147 400 160 420] /A << /S /URI /URI (https://kites.example/◇) >> >>\n--\n<< /Type /Outlines /Title (◇) >>"}},
	{name: "pictures", made: "@147,500 (◆) Tj\nq 50 0 0 50 147 300 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q"},
}

// type3Font is a font whose letters the file draws: the 26 small ones.
func type3Font(more string) string {
	var names, procs strings.Builder
	for r := 'a'; r <= 'z'; r++ {
		fmt.Fprintf(&names, "/%c ", r)
		fmt.Fprintf(&procs, "/%c {3} ", r)
	}
	return "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 700] /FontMatrix [.001 0 0 .001 0 0] /FirstChar 97 /LastChar 122 /Widths [" + strings.Repeat("500 ", 26) +
		"] /Encoding << /Type /Encoding /Differences [97 " + names.String() + "] >> /CharProcs << " + procs.String() + ">> /Resources << >> " + more + " >>"
}

const toUnicode = "<< /Length 170 >>\nstream\n/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <61> <7a> <0061> endbfrange endcmap end      \nendstream" +
	"\n--\n<< /Length 40 >>\nstream\n500 0 0 0 400 700 d1 0 0 400 700 re f   \nendstream"

// columns is a page in two columns.
func columns() string {
	var b strings.Builder
	for _, x := range []int{60, 330} {
		for line := range 12 {
			fmt.Fprintf(&b, "@%d,%d (◆ of the lamps, and of the keepers ◆ lit) Tj\n", x, 700-12*line)
		}
	}
	return b.String()
}
