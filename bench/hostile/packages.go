package main

import (
	"fmt"
	"strings"

	"reprise/read/pdf/pdftest"
)

const relationships = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`

// packages are zip files and XML that reach for more than they hold.
func packages() []trial {
	const rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	onBase := func(name, about string, base func() []byte, says string) trial {
		return trial{name: name, about: about, files: func() files { return files{"old.docx": base(), "new.txt": []byte(newLamps)} },
			args: []string{"compare", "old.docx", "new.txt", "-o", "x.docx"}, says: says}
	}
	return []trial{
		onBase("base-template", "Word base with a template at an address", func() []byte {
			return docx(lamps(), text("word/settings.xml", `<w:settings `+wordSpaces+`><w:attachedTemplate r:id="t1"/></w:settings>`),
				text("word/_rels/settings.xml.rels", relationships+`<Relationship Id="t1" Type="`+rels+`attachedTemplate" Target="http://127.0.0.1:9/t.dotm" TargetMode="External"/></Relationships>`))
		}, "template"),
		onBase("base-picture", "Word base with a picture at an address", func() []byte {
			return docx(lamps(), text("word/_rels/document.xml.rels", relationships+`<Relationship Id="p1" Type="`+rels+`image" Target="http://127.0.0.1:9/p.png" TargetMode="External"/></Relationships>`))
		}, "(?i)picture|image|fetch"),
		onBase("base-macros", "Word base with macros", func() []byte {
			return docx(lamps(), text("word/vbaProject.bin", "macro"), text("word/_rels/document.xml.rels", relationships+`<Relationship Id="v1" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>`))
		}, "(?i)macro"),
		onBase("base-dots", "Word base with an entry that leads out of its folder", func() []byte {
			return docx(lamps(), text("../../evil.txt", "evil"))
		}, `\.\./|out of`),
		{name: "xxe", about: "an external entity in a Word file", files: func() files {
			return files{"a.docx": pack(text("[Content_Types].xml", "<Types/>"), text("word/document.xml", `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><w:document `+wordSpaces+`><w:body>`+strings.Replace(lamps(), "keep", "&e;", 1)+`</w:body></w:document>`))}
		}, args: []string{"parse", "--input-format", "docx", "a.docx"}, exit: trouble},
		{name: "entities", about: "entities in entities in an ODT", files: func() files {
			return files{"a.odt": pack(text("mimetype", "application/vnd.oasis.opendocument.text"), text("content.xml", `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><x>&c;</x>`))}
		}, args: []string{"parse", "a.odt"}, exit: trouble},
		{name: "zip-files", about: "a package of 60,000 files", files: func() files {
			var more []entry
			for i := range 60_000 {
				more = append(more, text(fmt.Sprint("x/", i), ""))
			}
			return files{"a.docx": docx(lamps(), more...)}
		}, args: []string{"parse", "a.docx"}, exit: trouble, says: "files"},
		{name: "word-deep", about: "a Word file nested 100,000 deep", files: func() files {
			return files{"a.docx": docx(strings.Repeat("<w:sdt><w:sdtContent>", 50_000) + lamps() + strings.Repeat("</w:sdtContent></w:sdt>", 50_000))}
		}, args: []string{"parse", "a.docx"}, exit: trouble, says: "deep|nested|limit"},
		{name: "odt-in-odt", about: "an ODT of repeated spaces, two thousand million of them", files: func() files {
			return files{"a.odt": odtLamps(`<text:s text:c="2000000000"/>`)}
		}, args: []string{"parse", "a.odt"}},
		{name: "pdf-loop", about: "a PDF whose pages are their own parents", files: func() files {
			return files{"a.pdf": loop()}
		}, args: []string{"parse", "a.pdf"}, exit: trouble},
	}
}

// loop is a PDF whose page tree holds itself.
func loop() []byte {
	return pdftest.Bind([]string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Parent 2 0 R /Count 1000 >>"})
}
