package read

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

func odtKind() kind {
	return kind{
		name: "OpenDocument", format: "odt", suffix: "odt", constructs: odtConstructs, wrap: madeODTFile,
		extract: func(t *testing.T, file string) string {
			return strings.ToLower(outputOf(t, "pandoc", "-f", "odt", "-t", "plain", "--wrap=none", file))
		},
	}
}

const realODTSpaces = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" ` +
	`xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" ` +
	`xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" ` +
	`xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" ` +
	`xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0" xmlns:math="http://www.w3.org/1998/Math/MathML" xmlns:dc="http://purl.org/dc/elements/1.1/"`

// madeODTFile is an OpenDocument text of pieces. Parts of pieces go into the places of
// these names, and those with a slash are files of the package.
func madeODTFile(pieces []piece) []byte {
	var body strings.Builder
	body.WriteString(parts(pieces, "changes") + parts(pieces, "before") + odtPar("The General Assembly,") + odtPar("Recalling that lamps give light to those who sail,") + odtPar("1. Decides to keep the lamps;"))
	more := map[string]string{}
	for _, p := range pieces {
		body.WriteString(p.made)
		for name, content := range p.part {
			if strings.Contains(name, "/") {
				more[name] = content
			}
		}
	}
	body.WriteString(odtPar("2. Requests the keepers to report on them."))
	list := []string{"mimetype", odtMime,
		"META-INF/manifest.xml", `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="` + odtMime +
			`"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
		"content.xml", `<?xml version="1.0" encoding="UTF-8"?><office:document-content ` + realODTSpaces + ` office:version="1.2"><office:automatic-styles>` +
			`<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>` +
			`<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>` +
			`<style:style style:name="HP" style:family="paragraph"><style:text-properties text:display="none"/></style:style>` +
			`<style:style style:name="R" style:family="ruby"/>` +
			`<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>` +
			`<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/><text:list-level-style-bullet text:level="3" text:bullet-char="•"/></text:list-style>` +
			`</office:automatic-styles><office:body><office:text>` + body.String() + `</office:text></office:body></office:document-content>`,
		"styles.xml", `<?xml version="1.0" encoding="UTF-8"?><office:document-styles ` + realODTSpaces + ` office:version="1.2"><office:automatic-styles><style:page-layout style:name="P"/></office:automatic-styles>` +
			`<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P"><style:header>` + parts(pieces, "head") + `<text:p/></style:header><style:header-left>` + parts(pieces, "left") +
			`<text:p/></style:header-left><style:footer>` + parts(pieces, "foot") + `<text:p/></style:footer></style:master-page></office:master-styles></office:document-styles>`,
	}
	for _, name := range slices.Sorted(maps.Keys(more)) {
		list = append(list, name, more[name])
	}
	return zipped(list...)
}

func odtPar(content string) string { return "<text:p>" + content + "</text:p>" }

// odtTable is a table of two columns.
func odtTable(cells ...string) string {
	out := `<table:table><table:table-column table:number-columns-repeated="2"/>`
	for i := 0; i+1 < len(cells); i += 2 {
		out += "<table:table-row><table:table-cell>" + cells[i] + "</table:table-cell><table:table-cell>" + cells[i+1] + "</table:table-cell></table:table-row>"
	}
	return out + "</table:table>"
}

func odtNote(class, content string) string {
	return `<text:note text:id="n§" text:note-class="` + class + `"><text:note-citation>§</text:note-citation><text:note-body>` + content + `</text:note-body></text:note>`
}

func odtFrame(content string) string {
	return `<draw:frame draw:name="f§" text:anchor-type="as-char" svg:width="5cm">` + content + `</draw:frame>`
}

var odtConstructs = []construct{
	{name: "paragraphs and headings", made: odtPar("◆ ◆") + `<text:h text:outline-level="2">◆ ◆</text:h>`},
	{name: "spans, spaces, tabs, line breaks, page ends", made: odtPar(`◆ <text:span text:style-name="I">◆</text:span><text:s text:c="2"/>◆<text:tab/>◆<text:line-break/>◆ <text:soft-page-break/>◆`)},
	{name: "links, bookmarks, marks of references and indexes", made: odtPar(`◆ <text:a xlink:href="https://kites.example/a">◆</text:a> <text:bookmark text:name="b"/><text:bookmark-start text:name="c"/>◆<text:bookmark-end text:name="c"/> <text:reference-mark-start text:name="d"/>◆<text:reference-mark-end text:name="d"/><text:alphabetical-index-mark text:string-value="x"/>`)},
	{name: "lists with numbers, letters, bullets", made: `<text:list text:style-name="L"><text:list-header>` + odtPar("◆") + `</text:list-header><text:list-item>` + odtPar("◆") + odtPar("◆") + `…<text:list><text:list-item>` + odtPar("◆") + `<text:list><text:list-item>` + odtPar("◆") + `</text:list-item></text:list></text:list-item></text:list></text:list-item></text:list>`},
	{name: "lists deeper than any count", made: strings.Repeat(`<text:list text:style-name="L"><text:list-item>`, 14) + odtPar("◆") + strings.Repeat(`</text:list-item></text:list>`, 14)},
	{name: "numbered paragraphs and headings in lists", made: `<text:numbered-paragraph text:list-id="n§" text:level="1">` + odtPar("◆") + `</text:numbered-paragraph><text:list text:style-name="L"><text:list-item><text:h text:outline-level="1">◆</text:h></text:list-item></text:list>`},
	{name: "sections", made: `<text:section text:name="s§">` + odtPar("◆") + `…</text:section>`},
	{name: "hidden sections, text, paragraphs and fields", is: isSaid, says: "hidden", made: `<text:section text:name="h§" text:display="none">` + odtPar("◇") + `</text:section>` + odtPar(`◆ <text:span text:style-name="H">◇</text:span> <text:hidden-text text:is-hidden="true" text:string-value="◇"/> ◆`) + `<text:p text:style-name="HP">◇</text:p>` + odtPar(`<text:hidden-paragraph text:is-hidden="true"/>◇`)},
	{name: "tables, head rows, merged cells, repeated cells", made: odtTable(odtPar("◆")+odtPar("◆"), odtPar("◆"), odtPar("◆"), odtPar("◆")) + `<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2">` + odtPar("◆") + `</table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row><table:table-cell>` + odtPar("◆") + `</table:table-cell><table:table-cell table:number-columns-repeated="3"/></table:table-row></table:table>`},
	{name: "text in covered cells", is: isAside, made: `<table:table><table:table-row><table:table-cell table:number-columns-spanned="2">` + odtPar("◆") + `</table:table-cell><table:covered-table-cell>` + odtPar("◇") + `</table:covered-table-cell></table:table-row><table:table-row><table:table-cell>` + odtPar("◆") + `</table:table-cell><table:table-cell>` + odtPar("◆") + `</table:table-cell></table:table-row></table:table>`},
	{name: "tables that hold lists, sections, notes and tables", made: odtTable(odtPar("◆")+"…", odtPar("◆"), odtTable(odtPar("◆"), odtPar("◆ "+odtNote("footnote", odtPar("◆"))))+odtPar("◆"), `<text:list text:style-name="L"><text:list-item>`+odtPar("◆")+`</text:list-item></text:list>`)},
	{name: "tables of one column", made: `<table:table><table:table-row><table:table-cell>` + odtPar("◆") + "…" + odtPar("◆") + `</table:table-cell></table:table-row></table:table>`},
	{name: "footnotes and endnotes, with several paragraphs and lists", made: odtPar("◆" + odtNote("footnote", odtPar("◆ ◆")+odtPar("◆")+`<text:list><text:list-item>`+odtPar("◆")+`</text:list-item></text:list>`) + " ◆" + odtNote("endnote", odtPar("◆")) + " ◆")},
	{name: "comments", is: isSaid, says: "comments", made: odtPar(`◆ <office:annotation office:name="a§"><dc:creator>◇</dc:creator>`+odtPar("◇")+`</office:annotation>◆<office:annotation-end office:name="a§"/>`) + odtTable(odtPar(`◆ <office:annotation>`+odtPar("◇")+`</office:annotation>`), odtPar("◆"))},
	{name: "tracked changes", of: "deleted text", is: isSaid, says: "accepted", made: odtPar(`◆ <text:change text:change-id="d§"/><text:change-start text:change-id="i§"/>◆ <text:change-end text:change-id="i§"/>◆`), part: map[string]string{"changes": `<text:tracked-changes><text:changed-region text:id="d§"><text:deletion>` + odtPar("◇") + `</text:deletion></text:changed-region><text:changed-region text:id="i§"><text:insertion/></text:changed-region></text:tracked-changes>`}},
	{name: "text boxes, in a line and on a page", made: odtPar("◆ "+odtFrame(`<draw:text-box>`+odtPar("◆")+"…"+odtPar("◆")+`</draw:text-box>`)+" ◆") + odtFrame(`<draw:text-box>`+odtPar("◆")+`</draw:text-box>`)},
	{name: "shapes and groups with text", made: odtPar(`◆ <draw:custom-shape>`+odtPar("◆")+odtPar("◆")+`</draw:custom-shape> <draw:g><draw:rect>`+odtPar("◆")+`</draw:rect><draw:line>`+odtPar("◆")+`</draw:line></draw:g> ◆`) + `<draw:custom-shape>` + odtPar("◆") + `</draw:custom-shape>`},
	{name: "pictures", of: "what stands in their place", is: isAside, made: odtPar("◆ " + odtFrame(`<draw:image xlink:href="a.png"/><svg:title>◇</svg:title><svg:desc>◇ ◇</svg:desc>`) + " ◆")},
	{name: "pictures with captions", made: odtPar(odtFrame(`<draw:text-box>` + odtPar(odtFrame(`<draw:image xlink:href="a.png"/>`)+" ◆ ◆") + `</draw:text-box>`))},
	{name: "formulas in the line", made: odtPar("◆ " + odtFrame(`<draw:object><math:math><math:semantics><math:mrow><math:mi>◆</math:mi> <math:mtext>◆</math:mtext></math:mrow><math:annotation>x</math:annotation></math:semantics></math:math></draw:object>`) + " ◆")},
	{name: "formulas, charts and files of other programs", is: isSaid, says: "objects", made: odtPar("◆ "+odtFrame(`<draw:object xlink:href="./Object §"/>`)+" ◆") + odtPar(odtFrame(`<draw:object-ole xlink:href="./Ole §"/>`)), part: map[string]string{"Object §/content.xml": `<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>◇</mi></math>`}},
	{name: "fields", made: odtPar(`◆ <text:date>◆</text:date> <text:author-name>◆</text:author-name> <text:page-number>4</text:page-number> <text:title>◆</text:title> <text:user-field-get text:name="x">◆</text:user-field-get> <text:bookmark-ref text:ref-name="b">◆</text:bookmark-ref> <text:placeholder text:placeholder-type="text">◆</text:placeholder> <text:conditional-text text:string-value-if-true="x">◆</text:conditional-text> <text:sequence text:name="y">◆</text:sequence> <text:meta-field>◆</text:meta-field> <text:bibliography-mark>◆</text:bibliography-mark> <text:drop-down text:name="z"><text:label text:value="x"/>◆</text:drop-down>`)},
	{name: "ruby", of: "what stands above", is: isAside, made: odtPar(`◆ <text:ruby text:style-name="R"><text:ruby-base>◆</text:ruby-base><text:ruby-text>◇</text:ruby-text></text:ruby> ◆`)},
	{name: "tables of contents and other indexes", of: "what they are made by", is: isNone, made: `<text:table-of-content text:name="t§"><text:table-of-content-source><text:index-title-template>◇</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title text:name="t">` + odtPar("◆") + `</text:index-title>` + odtPar("◆ <text:tab/>4") + `</text:index-body></text:table-of-content>`},
	{name: "page heads and feet", is: isAside, made: odtPar("◆"), part: map[string]string{"head": odtPar("◇ ◇") + odtTable(odtPar("◇"), odtPar("◇")), "left": odtPar("◇"), "foot": odtPar("◇ " + odtFrame(`<draw:text-box>`+odtPar("◇")+`</draw:text-box>`))}},
	{name: "fields to fill in", is: isAside, made: odtPar("◆"), part: map[string]string{"before": `<office:forms><form:form><form:button form:label="◇"/><form:textarea form:current-value="◇"/><form:listbox><form:option form:label="◇"/></form:listbox></form:form></office:forms>`}},
	{name: "programs, properties", is: isNone, made: odtPar(`◆ <text:script>◇</text:script> ◆`), part: map[string]string{"meta/x§.xml": "<x>◇</x>"}},
}
