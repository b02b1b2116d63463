package wordml

import (
	"archive/zip"
	_ "embed"
	"io"
	"strconv"
	"strings"
	"time"

	"reprise/internal/imprint"
)

//go:embed parts/settings.xml
var settings string

const (
	xmlHead   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mainSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

	typePrefix     = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	relationPrefix = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	packagePrefix  = "http://schemas.openxmlformats.org/package/2006/"
)

// zipTime stands in every file's directory: the first day that the zip format
// can name, so that the same redline gives the same bytes (law 5).
var zipTime = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// part is one file of a package.
type part struct {
	name    string // "word/document.xml"
	kind    string // the end of its content type, and of its relationship
	relate  string // the kind of the document's relationship to it; "" for none
	content string
}

// Write writes the redline as a .docx file. The same value gives the same
// bytes. Only the writer's errors are returned.
func (d *Redline) Write(to io.Writer) error {
	parts := d.parts()
	z := zip.NewWriter(to)
	for _, p := range append([]part{
		{name: "[Content_Types].xml", content: contentTypes(parts)},
		{name: "_rels/.rels", content: packageRelations},
		{name: "word/_rels/document.xml.rels", content: documentRelations(parts)},
		{name: "docProps/core.xml", content: d.properties()},
		{name: imprint.PropertiesPart, content: ownProperties},
	}, parts...) {
		f, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: zipTime})
		if err != nil {
			return err
		}
		if _, err := io.WriteString(f, p.content); err != nil {
			return err
		}
	}
	return z.Close()
}

// parts gives the files that the document is related to, itself first.
func (d *Redline) parts() []part {
	ids := 0
	stamp := stampOf(d.Author, d.Date)
	var comments [][]string
	body := bodyWriter{ids: &ids, stamp: stamp, date: d.Date, comments: &comments, rtl: d.Rtl}
	body.blocks(d.Body)
	parts := []part{
		{name: "word/document.xml", kind: "document.main"},
		{name: "word/styles.xml", kind: "styles", relate: "styles", content: d.Styles},
		{name: "word/settings.xml", kind: "settings", relate: "settings", content: settings},
		{name: "word/footnotes.xml", kind: "footnotes", relate: "footnotes",
			content: footnotes(&bodyWriter{ids: &ids, stamp: stamp, date: d.Date}, d.Notes)},
	}
	if len(comments) > 0 {
		parts = append(parts, part{name: "word/comments.xml", kind: "comments", relate: "comments",
			content: commentsPart(stamp+initials(d.Author), comments)})
	}
	if d.Header != nil {
		parts = append(parts, part{name: "word/header1.xml", kind: "header", relate: "header",
			content: margin("w:hdr", &bodyWriter{ids: &ids, stamp: stamp, date: d.Date}, d.Header)})
	}
	if d.Footer != nil {
		parts = append(parts, part{name: "word/footer1.xml", kind: "footer", relate: "footer",
			content: margin("w:ftr", &bodyWriter{ids: &ids, stamp: stamp, date: d.Date}, d.Footer)})
	}
	parts[0].content = xmlHead + "<w:document " + mainSpace + "><w:body>" + body.out.String() +
		d.section(parts) + "</w:body></w:document>"
	return parts
}

// section gives the page's properties. The first page has a head of its own,
// which is empty: the masthead stands there.
func (d *Redline) section(parts []part) string {
	var b strings.Builder
	b.WriteString("<w:sectPr>")
	for i, p := range parts {
		switch p.relate {
		case "header":
			b.WriteString(`<w:headerReference w:type="default" r:id="` + relationID(i) + `"/>`)
		case "footer":
			b.WriteString(`<w:footerReference w:type="default" r:id="` + relationID(i) + `"/>`)
			b.WriteString(`<w:footerReference w:type="first" r:id="` + relationID(i) + `"/>`)
		}
	}
	num := strconv.Itoa
	b.WriteString(`<w:pgSz w:w="` + num(d.Page.Width) + `" w:h="` + num(d.Page.Height) + `"`)
	if d.Page.Width > d.Page.Height {
		b.WriteString(` w:orient="landscape"`)
	}
	b.WriteString(`/><w:pgMar w:top="` + num(d.Page.Top) + `" w:right="` + num(d.Page.Right) +
		`" w:bottom="` + num(d.Page.Bottom) + `" w:left="` + num(d.Page.Left) +
		`" w:header="` + num(d.Page.Top/2) + `" w:footer="` + num(d.Page.Bottom/2) + `" w:gutter="0"/>`)
	if d.Header != nil {
		b.WriteString("<w:titlePg/>")
	}
	if d.Rtl {
		b.WriteString("<w:bidi/>")
	}
	b.WriteString("</w:sectPr>")
	return b.String()
}

func margin(element string, w *bodyWriter, paragraphs []Paragraph) string {
	for _, p := range paragraphs {
		p.appendTo(w)
	}
	return xmlHead + "<" + element + " " + mainSpace + ">" + w.out.String() + "</" + element + ">"
}

// footnotes gives the part with the two separators that Word wants to find in
// it, then the notes.
func footnotes(w *bodyWriter, notes []Note) string {
	w.add(xmlHead, "<w:footnotes ", mainSpace, ">",
		`<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>`,
		`<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`)
	for i, n := range notes {
		w.add(`<w:footnote w:id="`, noteID(i+1), `"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>`)
		w.noteMark(n.Mark)
		w.runs(n.Runs)
		w.add("</w:p></w:footnote>")
	}
	w.add("</w:footnotes>")
	return w.out.String()
}

// noteMark repeats the mark before the note's text.
func (w *bodyWriter) noteMark(mark string) {
	w.add(`<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>`)
	if mark == "" {
		w.add("<w:footnoteRef/>")
	} else {
		w.text(mark, Same)
	}
	w.add("</w:r>")
	w.run(Run{Text: " "})
}

func commentsPart(stamp string, comments [][]string) string {
	return xmlHead + "<w:comments " + mainSpace + ">" + commentElements(stamp, 0, comments) + "</w:comments>"
}

// initials gives the attribute by which Word calls a comment's author in the margin.
func initials(author string) string {
	var b strings.Builder
	b.WriteString(` w:initials="`)
	for _, word := range strings.Fields(author) {
		for _, letter := range word {
			writeEscaped(&b, string(letter))
			break
		}
	}
	return b.String() + `"`
}

// commentElements numbers comments from first.
func commentElements(stamp string, first int, comments [][]string) string {
	w := &bodyWriter{}
	for i, lines := range comments {
		w.add(`<w:comment w:id="`, strconv.Itoa(first+i), `"`, stamp, ">")
		for j, line := range lines {
			w.add(`<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>`)
			if j == 0 {
				w.add("<w:r><w:annotationRef/></w:r>")
			}
			w.run(Run{Text: line})
			w.add("</w:p>")
		}
		w.add("</w:comment>")
	}
	return w.out.String()
}

func contentTypes(parts []part) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<Types xmlns="` + packagePrefix + `content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` + propertiesType)
	for _, p := range parts {
		b.WriteString(`<Override PartName="/` + p.name + `" ContentType="` + typePrefix + p.kind + `+xml"/>`)
	}
	b.WriteString("</Types>")
	return b.String()
}

const packageRelations = xmlHead + `<Relationships xmlns="` + packagePrefix + `relationships">` +
	`<Relationship Id="rId1" Type="` + relationPrefix + `officeDocument" Target="word/document.xml"/>` +
	`<Relationship Id="rId2" Type="` + packagePrefix + `relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
	propertiesRelation +
	`</Relationships>`

func relationID(i int) string { return "rId" + strconv.Itoa(i) }

func documentRelations(parts []part) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<Relationships xmlns="` + packagePrefix + `relationships">`)
	for i, p := range parts {
		if p.relate != "" {
			b.WriteString(`<Relationship Id="` + relationID(i) + `" Type="` + relationPrefix + p.relate +
				`" Target="` + strings.TrimPrefix(p.name, "word/") + `"/>`)
		}
	}
	b.WriteString("</Relationships>")
	return b.String()
}

func (d *Redline) properties() string {
	var b strings.Builder
	b.WriteString(xmlHead + `<cp:coreProperties xmlns:cp="` + packagePrefix + `metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"` +
		` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>`)
	writeEscaped(&b, d.Title)
	b.WriteString("</dc:title><dc:creator>")
	writeEscaped(&b, d.Author)
	date := d.Date.UTC().Format("2006-01-02T15:04:05Z")
	b.WriteString(`</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">` + date +
		`</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">` + date + `</dcterms:modified></cp:coreProperties>`)
	return b.String()
}
