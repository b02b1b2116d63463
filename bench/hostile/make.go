package main

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"slices"
	"strings"
)

const wordSpaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

// entry is a file in a package.
type entry struct {
	name    string
	content io.Reader
}

func text(name, content string) entry { return entry{name, strings.NewReader(content)} }

// pack zips entries in their order.
func pack(entries ...entry) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, e := range entries {
		w, err := z.Create(e.name)
		must(err)
		_, err = io.Copy(w, e.content)
		must(err)
	}
	must(z.Close())
	return out.Bytes()
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// docx is a Word file with a body and further parts.
func docx(body string, more ...entry) []byte {
	const rels = "word/_rels/document.xml.rels"
	if !slices.ContainsFunc(more, func(e entry) bool { return e.name == rels }) {
		more = append(more, text(rels, relationships+"</Relationships>"))
	}
	return pack(append([]entry{
		text("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`),
		text("_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`),
		text("word/document.xml", "<w:document "+wordSpaces+"><w:body>"+body+"<w:sectPr/></w:body></w:document>"),
	}, more...)...)
}

// par is a paragraph of a Word file.
func par(words string) string {
	return `<w:p><w:r><w:t xml:space="preserve">` + words + `</w:t></w:r></w:p>`
}

// lamps is the body of a short resolution in Word.
func lamps() string {
	return par("The General Assembly,") + par("Recalling that lamps give light,") + par("1. Decides to keep the lamps;") + par("2. Requests the keepers to report on the lamps.")
}

const lampsText = "The General Assembly,\n\nRecalling that lamps give light,\n\n1. Decides to keep the lamps;\n\n2. Requests the keepers to report on the lamps.\n"

const newLamps = "The General Assembly,\n\nRecalling that lamps give light,\n\n1. Decides to keep the brass lamps;\n\n2. Requests the keepers to report on the lamps.\n"

const odtSpaces = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"`

// odt is an OpenDocument text.
func odt(body string) []byte {
	return pack(text("mimetype", "application/vnd.oasis.opendocument.text"),
		text("content.xml", "<office:document-content "+odtSpaces+"><office:body><office:text>"+body+"</office:text></office:body></office:document-content>"))
}

func odtLamps(middle string) []byte {
	return odt("<text:p>The General Assembly,</text:p><text:p>Recalling that lamps give light,</text:p><text:p>1. Decides to keep the lamps" + middle + ";</text:p><text:p>2. Requests a report.</text:p>")
}

// numbered repeats a line with its number in it.
func numbered(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// deflated packs a stream of a PDF.
func deflated(content []byte) []byte {
	var out bytes.Buffer
	z, err := zlib.NewWriterLevel(&out, zlib.BestCompression)
	must(err)
	_, err = z.Write(content)
	must(err)
	must(z.Close())
	return out.Bytes()
}

// stream is a stream object of a PDF.
func stream(entries string, content []byte) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", entries, len(content), content)
}

// zeros gives so many zero bytes.
func zeros(n int64) io.Reader { return io.LimitReader(zeroes{}, n) }

type zeroes struct{}

func (zeroes) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}
