package main

import (
	"strings"
	"unicode/utf16"

	"reprise/read/pdf/pdftest"
)

// losses are files of which words were lost in silence, or that were called changed
// where nothing was.
func losses() []trial {
	shows := func(name, about, file string, content []byte, says string, more ...string) trial {
		return trial{name: name, about: about, files: func() files { return files{file: content} }, args: append([]string{"parse", file}, more...), says: says}
	}
	field := `<w:p><w:r><w:t>1. Decides </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:t>to keep lamps;</w:t></w:r></w:p>`
	return []trial{
		shows("pdf-picture", "a page that is a picture", "a.pdf", pdftest.Lighthouses().Drawn(1).Bytes(), "(?i)page 2"),
		shows("pdf-cut", "a page whose stream is cut", "a.pdf", cutPage(), "(?i)page 2"),
		{name: "pdf-missing-page", about: "a page missing on one side: nothing is simply removed", files: func() files {
			return files{"old.pdf": pdftest.Lighthouses().Bytes(), "new.pdf": cutPage()}
		}, args: []string{"compare", "old.pdf", "new.pdf"}, says: "not read in the new text"},
		shows("numbers-jump", "paragraphs 2 to 4 missing", "a.txt", []byte("The General Assembly,\n\n1. Decides to rest;\n\n5. Requests a report.\n"), "OP5 follows OP1"),
		shows("word-field", "a field begun and never ended", "a.docx", docx(par("The General Assembly,")+field+par("2. Requests a report.")), `(?s)keep lamps.*op2 `),
		shows("word-chunk", "text that Word takes in on opening", "a.docx", docx(par("The General Assembly,")+par("1. Decides to keep lamps;")+`<w:altChunk r:id="c1"/>`,
			text("word/_rels/document.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="c1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="chunk.html"/></Relationships>`),
			text("word/chunk.html", "<html><body><p>2. Requests an oil report.</p></body></html>")), "oil report"),
		shows("html-annex", "an annex longer than its resolution", "a.html", []byte("<html><body><div><p>The General Assembly,</p><p>1. Decides to keep lamps;</p></div><div><p>Annex</p>"+strings.Repeat("<p>A long paragraph of the annex that says much of lamps and oil.</p>", 60)+"</div></body></html>"), "(?s)keep lamps.*says much"),
		shows("html-hidden", "text that a page does not show", "a.html", []byte(`<html><body><p>The General Assembly,</p><p>1. Decides to keep lamps;</p><p hidden>2. Requests a hidden report.</p><textarea>oil for all</textarea></body></html>`), "(?s)hidden report.*oil for all|oil for all.*hidden report"),
		shows("html-pre", "printed text with empty lines", "a.html", []byte("<html><body><pre>The General Assembly,\n\n1. Decides to keep lamps;\n\n2. Requests a report.\n</pre></body></html>"), `(?m)^op2`),
		shows("html-tracked", "deleted and inserted text, rejected", "a.html", []byte("<html><body><p>The General Assembly,</p><p>1. Decides to keep <del>two</del><ins>deux</ins> lamps;</p><p>2. Requests a report.</p></body></html>"), "keep two lamps", "--revisions", "reject"),
		shows("md-brackets-words", "words in angle brackets", "a.md", []byte("*The General Assembly*,\n\n1. *Decides* to keep <two lamps> where a<b and c>d;\n\n2. *Requests* a report.\n"), `<two lamps> where a<b and c>d`),
		shows("text-wrapped", "a wrapped line that holds only 2/3", "a.txt", []byte("The General Assembly,\n\nRecalling that lamps give light to those who keep them near the sea,\n\n1. Decides that a majority of\n2/3\nof the keepers present and voting shall keep the lamps of the sea;\n\n2. Requests a report.\n"), `majority of\s+2/3\s+of the keepers`),
		shows("mail", "a text quoted as in mail", "a.txt", []byte("> "+strings.ReplaceAll(strings.TrimSpace(lampsText), "\n", "\n> ")+"\n"), "op2 "),
		shows("bullets", "operative paragraphs marked by bullets", "a.txt", []byte("The General Assembly,\n\nRecalling that lamps give light,\n\n• Calls upon all keepers to keep the lamps;\n\n• Requests a report.\n"), "(?s)op1 .*op2 "),
		{name: "accents-apart", about: "the same accents, composed and apart", files: func() files {
			return files{"old.txt": []byte("The General Assembly,\n\nThanking C\u00f4te Bleue and T\u00fcrkisland,\n\n1. Decides to rest.\n"), "new.txt": []byte("The General Assembly,\n\nThanking Co\u0302te Bleue and Tu\u0308rkisland,\n\n1. Decides to rest.\n")}
		}, args: []string{"compare", "--exit-code", "old.txt", "new.txt"}},
		shows("utf16-bare", "UTF-16 without a mark", "a.txt", utf16le(lampsText), "op2 "),
		{name: "doubtful-bytes", about: "bytes that could be of several encodings", exit: trouble, says: "UTF-8", files: func() files {
			return files{"a.txt": []byte("The General Assembly,\n\nFond of \x9d\x81\x8f,\n\n1. Decides to rest.\n")}
		}, args: []string{"parse", "a.txt"}},
	}
}

// cutPage is a PDF whose second page ends in its midst.
func cutPage() []byte {
	objects := pdftest.Lighthouses().Objects(func(s []byte) []byte { return s })
	objects[8] = pdftest.Cut(objects[8])
	return pdftest.Bind(objects)
}

func utf16le(s string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}
