package read

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

func wordKind() kind {
	return kind{
		name: "Word", format: "docx", suffix: "docx", constructs: wordConstructs, wrap: madeWordFile,
		extract: func(t *testing.T, file string) string {
			return strings.ToLower(outputOf(t, "pandoc", "-f", "docx", "-t", "plain", "--wrap=none", "--track-changes=accept", file))
		},
	}
}

const moreWordSpaces = wordSpaces + ` xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" ` +
	`xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ` +
	`xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ` +
	`xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" ` +
	`xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"`

// madeWordFile is a Word file of pieces. Parts of pieces go into the parts of these
// names, and those with a slash are parts of their own.
func madeWordFile(pieces []piece) []byte {
	if parts(pieces, "whole") != "" {
		return zipped("xl/workbook.xml", "<workbook/>")
	}
	const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	var body strings.Builder
	body.WriteString(par("The General Assembly,") + par("Recalling that lamps give light to those who sail,") + par("1. Decides to keep the lamps;"))
	more, rels := map[string]string{}, ""
	for _, p := range pieces {
		body.WriteString(p.made)
		for name, content := range p.part {
			if text, inner := strings.CutPrefix(content, "docx:"); inner {
				content = string(wordFile(par(text)))
			}
			if strings.Contains(name, "/") {
				more[name] = content
			}
		}
	}
	body.WriteString(par("2. Requests the keepers to report on them."))
	part := func(name, element, kind, content string) {
		rels += `<Relationship Id="` + name + `" Type="` + relation + kind + `" Target="` + name + `.xml"/>`
		more["word/"+name+".xml"] = "<w:" + element + " " + moreWordSpaces + ">" + content + "</w:" + element + ">"
	}
	part("footnotes", "footnotes", "footnotes", `<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>`+parts(pieces, "footnotes"))
	part("endnotes", "endnotes", "endnotes", parts(pieces, "endnotes"))
	part("comments", "comments", "comments", parts(pieces, "comments"))
	part("header1", "hdr", "header", parts(pieces, "head")+"<w:p/>")
	part("header2", "hdr", "header", parts(pieces, "first")+"<w:p/>")
	part("footer1", "ftr", "footer", parts(pieces, "foot")+"<w:p/>")
	part("styles", "styles", "styles", `<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>`)
	part("numbering", "numbering", "numbering", `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>`+
		`<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`)
	rels += parts(pieces, "rels")
	more["word/_rels/document.xml.rels"] = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + rels + `</Relationships>`
	title := ""
	if parts(pieces, "first") != "" {
		title = "<w:titlePg/>"
	}
	list := []string{
		"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
			`<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>` +
			`<Override PartName="/word/endnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"/>` +
			`<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>` +
			`<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>` +
			`<Override PartName="/word/header2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>` +
			`<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>` +
			`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
			`<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>`,
		"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="` + relation + `officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml", `<w:document ` + moreWordSpaces + `><w:body>` + body.String() +
			`<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:headerReference w:type="first" r:id="header2"/><w:footerReference w:type="default" r:id="footer1"/>` + title + `</w:sectPr></w:body></w:document>`,
	}
	for _, name := range slices.Sorted(maps.Keys(more)) {
		list = append(list, name, more[name])
	}
	return zipped(list...)
}

// rel is a relationship of the main part, by an id with the construct's number.
func rel(kind, target string) string {
	return `<Relationship Id="x§" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/` + kind + `" Target="` + target + `"/>`
}

// away is one that leads out of the file.
func away(kind, target string) string {
	return strings.Replace(rel(kind, target), "/>", ` TargetMode="External"/>`, 1)
}

// shape is a drawing with what is in it.
func shape(content string) string {
	return `<w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="§" name="x"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">` +
		content + `</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

func wps(content string) string {
	return `<wps:wsp><wps:cNvSpPr/><wps:spPr/><wps:txbx><w:txbxContent>` + content + `</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>`
}

const row2 = "<w:tr><w:tc>%1</w:tc><w:tc>%2</w:tc></w:tr>"

// tbl is a table of two columns.
func tbl(cells ...string) string {
	out := "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
	for i := 0; i+1 < len(cells); i += 2 {
		out += strings.NewReplacer("%1", cells[i], "%2", cells[i+1]).Replace(row2)
	}
	return out + "</w:tbl>"
}

var wordConstructs = []construct{
	{name: "paragraphs and runs", made: par("◆ ◆") + par(run("", "◆ ")+run("<w:i/>", "◆ ")+run("<w:b/>", "◆"))},
	{name: "looks: capitals, struck, raised, small, white", made: par(run("<w:caps/>", "◆ ") + run("<w:smallCaps/>", "◆ ") + run("<w:strike/>", "◆ ") + run("<w:dstrike/>", "◆ ") + run(`<w:vertAlign w:val="subscript"/>`, "◆ ") + run(`<w:color w:val="FFFFFF"/><w:sz w:val="2"/>`, "◆"))},
	{name: "tabs, line breaks, page breaks", made: par(`<w:r><w:t>◆</w:t><w:tab/><w:t>◆</w:t><w:br/><w:t>◆</w:t><w:br w:type="page"/><w:t xml:space="preserve"> ◆ </w:t><w:cr/><w:t xml:space="preserve"> ◆ </w:t><w:ptab/><w:t>◆</w:t></w:r>`)},
	{name: "hyphens, symbols, breaks where a page ended", made: par(`<w:r><w:t>◆</w:t><w:noBreakHyphen/><w:t xml:space="preserve"> ◆ </w:t><w:sym w:font="Symbol" w:char="F0B7"/><w:t xml:space="preserve"> ◆ </w:t><w:lastRenderedPageBreak/><w:t>◆</w:t></w:r>`)},
	{name: "headings", made: par(`<w:pPr><w:pStyle w:val="Heading2"/></w:pPr>` + run("", "◆ ◆"))},
	{name: "numbers that Word counts", made: par(`<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>`+run("", "◆")) + par(`<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>`+run("", "◆"))},
	{name: "paragraphs in frames", made: par(`<w:pPr><w:framePr w:w="100"/></w:pPr>` + run("", "◆ ◆"))},
	{name: "tables, merged cells, head rows", made: tbl(par("◆")+par("◆"), par("◆"), par("◆"), par("◆")) + `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>` + par("◆") + `</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>` + par("◆") + `</w:tc><w:tc>` + par("◆") + `</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>` + par("◆") + `</w:tc></w:tr></w:tbl>`},
	{name: "tables that hold paragraphs, numbers and tables", made: tbl(par("◆")+"…", par("◆"), tbl(par("◆"), par("◆")+"…")+par("◆"), par(`<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>`+run("", "◆")))},
	{name: "tables of one column", made: "<w:tbl><w:tr><w:tc>" + par("◆") + "…" + par("◆") + "</w:tc></w:tr></w:tbl>"},
	{name: "text boxes, in groups too", made: par("◆ "+shape(wps(par("◆")+"…"+par("◆")))+run("", " ◆")) + par(shape("<wpg:wgp>"+wps(par("◆"))+wps(par("◆"))+"</wpg:wgp>")+run("", "◆"))},
	{name: "text boxes of older versions", made: par(run("", "◆ ") + `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>` + par("◆") + `</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`)},
	{name: "the same for newer and older versions", of: "for older ones", is: isNone, made: par(run("", "◆ ") + `<w:r><mc:AlternateContent><mc:Choice Requires="wps">` + strings.TrimSuffix(strings.TrimPrefix(shape(wps(par("◆"))), "<w:r>"), "</w:r>") + `</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>` + par("◇") + `</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`)},
	{name: "pictures", of: "what stands in their place", is: isAside, made: par(run("", "◆ ") + `<w:r><w:drawing><wp:inline><wp:docPr id="§" name="x" descr="◇ ◇" title="◇"/><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`)},
	{name: "letters as pictures (WordArt), water marks", is: isAside, made: par(run("", "◆ ") + `<w:r><w:pict><v:shape alt="◇"><v:textpath string="◇ ◇"/></v:shape></w:pict></w:r>`)},
	{name: "links", made: par(run("", "◆ ")+`<w:hyperlink r:id="x§">`+run("", "◆")+`</w:hyperlink><w:hyperlink w:anchor="a">`+run("", " ◆")+`</w:hyperlink>`) + par(run("", "◆ ")+char("begin")+`<w:r><w:instrText>HYPERLINK "https://kites.example/b"</w:instrText></w:r>`+char("separate")+run("", "◆")+char("end")), part: map[string]string{"rels": away("hyperlink", "https://kites.example/a")}},
	{name: "fields", of: "what they are made of", is: isNone, made: par(run("", "◆ ") + `<w:fldSimple w:instr="TITLE">` + run("", "◆ ") + `</w:fldSimple>` + char("begin") + `<w:r><w:instrText>QUOTE "◇"</w:instrText></w:r>` + char("separate") + run("", "◆ ") + char("begin") + `<w:r><w:instrText>PAGE ◇</w:instrText></w:r>` + char("separate") + run("", "◆") + char("end") + char("end") + run("", " ◆"))},
	{name: "fields over paragraphs", made: par(char("begin")+`<w:r><w:instrText>TOC</w:instrText></w:r>`+char("separate")+run("", "◆")) + par("◆") + par(run("", "◆")+char("end"))},
	{name: "fields that never end", says: "unended", made: par(run("", "◆ ")+char("begin")+run("", "◆ ")) + par("◆ ◆")},
	{name: "lists to choose from", of: "what is not chosen", is: isNone, made: par(run("", "◆ ") + `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="◇"/><w:listEntry w:val="◆"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r>` + char("end"))},
	{name: "content controls", of: "what is not chosen", is: isNone, made: `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>` + par("◆") + `…</w:sdtContent></w:sdt>` + par(run("", "◆ ")+`<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:value="◇"/></w:dropDownList></w:sdtPr><w:sdtContent>`+run("", "◆")+`</w:sdtContent></w:sdt>`) + `<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent><w:tc>` + par("◆") + `</w:tc></w:sdtContent></w:sdt><w:tc>` + par("◆") + `</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>`},
	{name: "smart tags, XML of one's own, directions, permissions, bookmarks", made: par(`<w:smartTag>` + run("", "◆ ") + `</w:smartTag><w:customXml>` + run("", "◆ ") + `</w:customXml><w:bdo w:val="rtl">` + run("", "◆ ") + `</w:bdo><w:dir w:val="rtl">` + run("<w:rtl/>", "◆ ") + `</w:dir><w:permStart w:id="1"/>` + run("", "◆") + `<w:permEnd w:id="1"/><w:bookmarkStart w:id="1" w:name="x"/><w:proofErr/>` + run("", " ◆"))},
	{name: "tracked changes", of: "deleted text", is: isSaid, says: "accepted", made: par(run("", "◆ ")+`<w:ins w:id="1">`+run("", "◆ ")+`</w:ins><w:del w:id="2"><w:r><w:delText>◇ </w:delText></w:r></w:del>`+run("", "◆")) + par(`<w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>`+run("", "◆ ")) + par("◆") + `<w:tbl><w:tr><w:trPr><w:del w:id="4"/></w:trPr><w:tc>` + par(`<w:del w:id="5"><w:r><w:delText>◇</w:delText></w:r></w:del>`) + `</w:tc></w:tr><w:tr><w:tc>` + par("◆") + `</w:tc></w:tr></w:tbl>`},
	{name: "tracked moves", of: "where the text was", is: isSaid, says: "accepted", made: par(`<w:moveFromRangeStart w:id="1" w:name="m"/><w:moveFrom w:id="2">`+run("", "◇")+`</w:moveFrom><w:moveFromRangeEnd w:id="1"/>`+run("", "◆")) + par(`<w:moveTo w:id="3">`+run("", "◆")+`</w:moveTo>`)},
	{name: "comments", is: isSaid, says: "comments", made: par(run("", "◆ ") + `<w:commentRangeStart w:id="§"/>` + run("", "◆") + `<w:commentRangeEnd w:id="§"/><w:r><w:commentReference w:id="§"/></w:r>`), part: map[string]string{"comments": `<w:comment w:id="§" w:author="x">` + par("◇ ◇") + `</w:comment>`}},
	{name: "hidden text", is: isSaid, says: "hidden", made: par(run("", "◆ ") + run("<w:vanish/>", "◇ ") + run("<w:webHidden/>", "◆"))},
	{name: "footnotes and endnotes, with paragraphs and tables", made: par(run("", "◆") + `<w:r><w:footnoteReference w:id="§"/></w:r>` + run("", " ◆") + `<w:r><w:endnoteReference w:id="§"/></w:r>`), part: map[string]string{
		"footnotes": `<w:footnote w:id="§">` + par(`<w:r><w:footnoteRef/></w:r>`+run("", " ◆ ◆")) + par("◆") + tbl(par("◆"), par("◆")) + `</w:footnote>`, "endnotes": `<w:endnote w:id="§">` + par("◆") + `</w:endnote>`}},
	{name: "footnotes with marks of their own, in tables and text boxes", made: tbl(par(run("", "◆")+`<w:r><w:footnoteReference w:id="§" w:customMarkFollows="1"/><w:t>*</w:t></w:r>`), par("◆")) + par(shape(wps(par(run("", "◆")+`<w:r><w:endnoteReference w:id="§"/></w:r>`)))), part: map[string]string{"footnotes": `<w:footnote w:id="§">` + par("* ◆") + `</w:footnote>`, "endnotes": `<w:endnote w:id="§">` + par("◆") + `</w:endnote>`}},
	{name: "footnotes that nothing cites", is: isNone, made: par("◆"), part: map[string]string{"footnotes": `<w:footnote w:id="§">` + par("◇") + `</w:footnote>`}},
	{name: "page heads and feet, with tables and text boxes", is: isAside, made: par("◆"), part: map[string]string{"head": par("◇ ◇") + tbl(par("◇"), par("◇")) + par(shape(wps(par("◇")))), "foot": par("◇")}},
	{name: "the head of a first page that differs", made: par("◆"), part: map[string]string{"first": par("◆ ◆"), "alone": "one"}},
	{name: "files taken in on opening: HTML, text, Word", made: `<w:altChunk r:id="x§"/><w:altChunk r:id="y§"/><w:altChunk r:id="z§"/>`, part: map[string]string{
		"rels":         rel("aFChunk", "a§.html") + strings.Replace(rel("aFChunk", "b§.txt"), `"x`, `"y`, 1) + strings.Replace(rel("aFChunk", "c§.docx"), `"x`, `"z`, 1),
		"word/a§.html": "<html><body><p>◆ ◆</p></body></html>", "word/b§.txt": "◆ ◆", "word/c§.docx": "docx:◆ ◆"}},
	{name: "files taken in on opening: rich text", is: isSaid, says: "unread-part", made: par("◆") + `<w:altChunk r:id="x§"/>`, part: map[string]string{"rels": rel("aFChunk", "a§.rtf"), "word/a§.rtf": `{\rtf1 ◇}`}},
	{name: "parts of a master document", is: isSaid, says: "unread-part", made: par(run("", "◆") + `<w:subDoc r:id="x§"/>`), part: map[string]string{"rels": away("subDocument", "lamps§.docx")}},
	{name: "objects of other programs", is: isSaid, says: "objects", made: par(run("", "◆ ") + `<w:r><w:object><v:shape/><o:OLEObject Type="Embed" ProgID="Word.Document.12" r:id="x§"/></w:object></w:r>`), part: map[string]string{"rels": rel("package", "embeddings/a§.docx"), "word/embeddings/a§.docx": "docx:◇"}},
	{name: "diagrams and charts", is: isSaid, says: "objects", made: par(run("", "◆ ") + `<w:r><w:drawing><wp:inline><wp:docPr id="§" name="x"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram"><dgm:relIds r:dm="x§"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`), part: map[string]string{"rels": rel("diagramData", "diagrams/data§.xml"), "word/diagrams/data§.xml": `<dgm:dataModel xmlns:dgm="d" xmlns:a="a"><a:t>◇</a:t></dgm:dataModel>`}},
	{name: "formulas", made: par(run("", "◆ ")+`<m:oMath><m:f><m:num><m:r><m:t>◆</m:t></m:r></m:num><m:den><m:r><m:t xml:space="preserve"> ◆ </m:t></m:r></m:den></m:f></m:oMath>`+run("", " ◆")) + par(`<m:oMathPara><m:oMath><m:r><m:t>◆</m:t></m:r></m:oMath></m:oMathPara>`)},
	{name: "ruby", of: "what stands above", is: isAside, made: par(run("", "◆ ") + `<w:r><w:ruby><w:rt><w:r><w:t>◇</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>◆</w:t></w:r></w:rubyBase></w:ruby></w:r>` + run("", " ◆"))},
	{name: "properties, autotext", is: isNone, made: par("◆"), part: map[string]string{"docProps/core§.xml": `<x>◇</x>`, "word/glossary/document§.xml": `<x>◇</x>`}},
	{name: "zip packages of other kinds", is: isRefused, says: "zip package", part: map[string]string{"whole": "zip"}},
}
