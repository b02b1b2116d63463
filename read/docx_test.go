package read

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reprise/internal/outside"
	"reprise/internal/zipxml"
	"reprise/resolution"
	"reprise/resolution/recognise/blocktest"
)

// wordSpaces are the namespaces of a part.
const wordSpaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
	`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ` +
	`xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`

// zipped packs parts, given as name and content in turn.
func zipped(parts ...string) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			panic(err)
		}
		w.Write([]byte(parts[i+1]))
	}
	z.Close()
	return out.Bytes()
}

// wordFile is a Word file with a body and more parts.
func wordFile(body string, more ...string) []byte {
	return zipped(append([]string{
		"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
		"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			`<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml", fmt.Sprintf(`<w:document %s><w:body>%s</w:body></w:document>`, wordSpaces, body),
	}, more...)...)
}

// par is a paragraph of plain runs; properties may come first.
func par(content string) string {
	if text, rest, _ := strings.Cut(content, "<"); text != "" {
		if content = "<w:r><w:t>" + text + "</w:t></w:r>"; rest != "" {
			content += "<" + rest
		}
	}
	return "<w:p>" + content + "</w:p>"
}

func run(properties, text string) string {
	return "<w:r><w:rPr>" + properties + `</w:rPr><w:t xml:space="preserve">` + text + "</w:t></w:r>"
}

// char is a run with a field's character.
func char(kind string) string {
	return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>`
}

func TestWord(t *testing.T) {
	numbering := `<w:numbering ` + wordSpaces + `>
		<w:abstractNum w:abstractNumId="1">
			<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
			<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
			<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%3)"/></w:lvl>
			<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2.%4"/></w:lvl>
			<w:lvl w:ilvl="4"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
		</w:abstractNum>
		<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>
		<w:num w:numId="8"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
	</w:numbering>`
	styles := `<w:styles ` + wordSpaces + `>
		<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>
		<w:style w:type="paragraph" w:styleId="Lead"><w:name w:val="Lead"/><w:basedOn w:val="N"/><w:rPr><w:i/></w:rPr></w:style>
		<w:style w:type="paragraph" w:styleId="LeadOn"><w:name w:val="Lead on"/><w:basedOn w:val="Lead"/></w:style>
		<w:style w:type="character" w:styleId="Em"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>
		<w:style w:type="paragraph" w:styleId="Point"><w:name w:val="Point"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr></w:pPr></w:style>
		<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>
	</w:styles>`
	notes := `<w:footnotes ` + wordSpaces + `><w:footnote w:id="-1"><w:p/></w:footnote>
		<w:footnote w:id="5">` + par(`<w:r><w:footnoteRef/></w:r><w:r><w:t> Of the north.</w:t></w:r>`) + `</w:footnote>
		<w:footnote w:id="6">` + par(`Of the south.`) + `</w:footnote></w:footnotes>`
	num := func(level int, id, text string) string {
		return par(fmt.Sprintf(`<w:pPr><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%s"/></w:numPr></w:pPr><w:r><w:t>%s</w:t></w:r>`, level, id, text))
	}
	changed := func(name, inside string) string {
		return fmt.Sprintf(`<w:%s w:id="1" w:author="x">%s</w:%s>`, name, inside, name)
	}
	ins := func(s string) string { return changed("ins", "<w:r><w:t>"+s+"</w:t></w:r>") }
	del := func(s string) string { return changed("del", "<w:r><w:delText>"+s+"</w:delText></w:r>") }
	tests := []struct {
		name, body     string
		accept, reject []string // reject nil: the same
	}{
		{"italics by direct format, style, and style upon style", par(run("<w:i/>", "Requests ")+run("", "all keepers")) +
			par(`<w:pPr><w:pStyle w:val="LeadOn"/></w:pPr>`+run("", "The keepers, ")+run(`<w:i w:val="0"/>`, "all ")+run(`<w:rStyle w:val="Em"/>`, "of them")),
			[]string{"text: *Requests* all keepers", "text: *The keepers,* all of them"}, nil},
		{"raised, struck, hidden", par(run(`<w:vertAlign w:val="superscript"/>`, "1") + run(`<w:strike/>`, "tea") + run(`<w:vanish/>`, "secret")),
			[]string{"text: ^1^~tea~"}, nil},
		{"numbers at all levels", num(0, "7", "one") + num(1, "7", "a") + num(1, "7", "b") + num(2, "7", "i") + num(3, "7", "legal") + num(0, "7", "two") + num(1, "7", "a again") + num(4, "7", "dot"),
			[]string{"text [1.]: one", "text [(a)]: a", "text [(b)]: b", "text [(i)]: i", "text [1.2.1]: legal", "text [2.]: two", "text [(a)]: a again", "text [•]: dot"}, nil},
		{"a list that starts anew, a number by style, an empty paragraph that takes none",
			num(0, "7", "one") + num(0, "7", "") + num(0, "7", "two") + num(0, "8", "five") + num(0, "8", "six") + par(`<w:pPr><w:pStyle w:val="Point"/></w:pPr><w:r><w:t>styled</w:t></w:r>`),
			[]string{"text [1.]: one", "text [2.]: two", "text [5.]: five", "text [6.]: six", "text [(a)]: styled"}, nil},
		{"footnotes are counted as they are cited, once each", par(`<w:r><w:t>South</w:t></w:r><w:r><w:footnoteReference w:id="6"/></w:r><w:r><w:t>, north</w:t></w:r><w:r><w:footnoteReference w:id="5"/></w:r>`),
			[]string{"text: South^1^, north^2^", "note [1]: Of the south.", "note [2]:  Of the north."}, nil},
		{"a footnote with a mark of its own", par(`<w:r><w:t>Cups</w:t></w:r><w:r><w:footnoteReference w:customMarkFollows="1" w:id="5"/><w:t>*</w:t></w:r>`),
			[]string{"text: Cups^*^", "note [*]:  Of the north."}, nil},
		{"links by relation and by field", par(`<w:hyperlink r:id="h1"><w:r><w:t>212/9</w:t></w:r></w:hyperlink><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://example.org/b" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>213/7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`),
			[]string{"text: 212/9<https://example.org/a>213/7<https://example.org/b>"}, nil},
		{"a field gives its result", par(`<w:r><w:t>page </w:t></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>4</w:t></w:r></w:fldSimple>`), []string{"text: page 4"}, nil},
		{"special characters", par(`<w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>cups</w:t><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t><w:sym w:font="Symbol" w:char="00A7"/></w:r>`),
			[]string{"text: non\u2011cups | a / b§"}, nil},
		{"a heading", par(`<w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>Cups</w:t></w:r>`), []string{"heading: Cups"}, nil},
		{"a masthead laid out as a table, and a table", `<w:tbl><w:tr><w:tc>` + par("United Nations") + `</w:tc><w:tc>` + par("A/RES/213/7") + `</w:tc></w:tr></w:tbl>` + par("Text") +
			`<w:tbl><w:tr><w:tc>` + par("North") + par("coast") + `</w:tc><w:tc>` + par("4") + `</w:tc></w:tr><w:tr><w:tc>` + par("South") + `</w:tc><w:tc>` + par("5") + `</w:tc></w:tr></w:tbl>`,
			[]string{"text: United Nations", "text: A/RES/213/7", "text: Text", "table: North coast | 4 / South | 5"}, nil},
		{"content controls, and the first of two forms", `<w:sdt><w:sdtContent>` + par(`<w:sdt><w:sdtContent><w:r><w:t>inside</w:t></w:r></w:sdtContent></w:sdt><mc:AlternateContent><mc:Choice><w:r><w:t> new</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t> old</w:t></w:r></mc:Fallback></mc:AlternateContent>`) + `</w:sdtContent></w:sdt>`,
			[]string{"text: inside new"}, nil},
		{"a text box", par(`<w:r><w:t>Text</w:t></w:r><w:r><w:pict><w:txbxContent>` + par("boxed") + `</w:txbxContent></w:pict></w:r>`), []string{"text: Text", "text: boxed"}, nil},
		{"tracked words", par(`<w:r><w:t>four</w:t></w:r>` + del(" cups") + ins(" teacups")), []string{"text: four teacups"}, []string{"text: four cups"}},
		{"a tracked paragraph", par("one") + "<w:p><w:pPr><w:rPr>" + changed("ins", "") + "</w:rPr></w:pPr>" + ins("new") + "</w:p>" + par("two"),
			[]string{"text: one", "text: new", "text: two"}, []string{"text: one", "text: two"}},
		{"two paragraphs made one", "<w:p><w:pPr><w:rPr>" + changed("del", "") + "</w:rPr></w:pPr><w:r><w:t>one</w:t></w:r></w:p>" + par(ins(" and")+`<w:r><w:t> two</w:t></w:r>`),
			[]string{"text: one and two"}, []string{"text: one", "text:  two"}},
		{"a moved paragraph", "<w:p><w:pPr><w:rPr>" + changed("moveFrom", "") + "</w:rPr></w:pPr>" + changed("moveFrom", "<w:r><w:t>moved</w:t></w:r>") + "</w:p>" + par("between") +
			"<w:p><w:pPr><w:rPr>" + changed("moveTo", "") + "</w:rPr></w:pPr>" + changed("moveTo", "<w:r><w:t>moved</w:t></w:r>") + "</w:p>",
			[]string{"text: between", "text: moved"}, []string{"text: moved", "text: between"}},
		{"a changed format", par(`<w:r><w:rPr><w:i/><w:rPrChange w:id="1"><w:rPr/></w:rPrChange></w:rPr><w:t>Requests</w:t></w:r>`), []string{"text: *Requests*"}, []string{"text: Requests"}},
		{"a deleted row", par("Text") + `<w:tbl><w:tr><w:tc>` + par("North") + `</w:tc><w:tc>` + par("4") + `</w:tc></w:tr><w:tr><w:trPr>` + changed("del", "") + `</w:trPr><w:tc>` + par(del("South")) + `</w:tc><w:tc>` + par(del("5")) + `</w:tc></w:tr></w:tbl>`,
			[]string{"text: Text", "table: North | 4"}, []string{"text: Text", "table: North | 4 / South | 5"}},
		{"a field that is begun and never ended swallows nothing", par(char("begin")+"<w:r><w:t>Teacups, </w:t></w:r>"+char("begin")+"<w:r><w:instrText>PAGE</w:instrText></w:r>"+char("separate")+"<w:r><w:t>4</w:t></w:r>"+char("end")) + par("after"),
			[]string{"text: Teacups, 4", "text: after"}, nil},
		{"a field that ends only in a cell", par(char("begin")+"<w:r><w:t>one</w:t></w:r>") + `<w:tbl><w:tr><w:tc>` + par("two"+char("end")) + `</w:tc><w:tc>` + par("three") + `</w:tc></w:tr></w:tbl>` + par("four"),
			[]string{"text: one", "table: two | three", "text: four"}, nil},
		{"a field that ends only in what a change takes away", par(char("begin")+"<w:r><w:t>one</w:t></w:r>"+changed("del", char("end"))) + par("two"),
			[]string{"text: one", "text: two"}, []string{"text: two"}},
		{"a field whose end is hidden", par(char("begin") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + `<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="end"/></w:r>` + "<w:r><w:t>one</w:t></w:r>"),
			[]string{"text: one"}, nil},
		{"a number that a change gave", par(`<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/>`+changed("ins", "")+`</w:numPr></w:pPr><w:r><w:t>counted</w:t></w:r>`) + num(0, "7", "next"),
			[]string{"text [1.]: counted", "text [2.]: next"}, []string{"text: counted", "text [1.]: next"}},
		{"tracked words in a formula", par(`<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">` +
			`<m:r><m:t>a</m:t></m:r><m:r><w:ins w:id="1"><w:rPr/></w:ins><m:t>+b</m:t></m:r><m:r><w:del w:id="2"><w:rPr/></w:del><m:t>-c</m:t></m:r>` + changed("ins", "<m:r><m:t>=d</m:t></m:r>") + `</m:oMath>`),
			[]string{"text: a+b=d"}, []string{"text: a-c"}},
		{"negotiation marks stay as text", par("PP5 bis [EU: teacups] [cups]"), []string{"text: PP5 bis [EU: teacups] [cups]"}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			content := wordFile(test.body, "word/styles.xml", styles, "word/numbering.xml", numbering, "word/footnotes.xml", notes,
				"word/_rels/document.xml.rels", `<Relationships><Relationship Id="h1" Type="http://x/hyperlink" Target="https://example.org/a" TargetMode="External"/></Relationships>`)
			if test.reject == nil {
				test.reject = test.accept
			}
			for revisions, want := range map[Revisions][]string{AcceptRevisions: test.accept, RejectRevisions: test.reject} {
				blocks, _, err := readDOCX(t.Context(), content, Options{Revisions: revisions})
				if err != nil {
					t.Fatal(err)
				}
				if d := cmp.Diff(want, blocktest.Shown(blocks)); d != "" {
					t.Errorf("revisions %d: -want +got:\n%s", revisions, d)
				}
			}
		})
	}
}

// The template of the United Nations keeps the masthead in the head of the
// first page, the symbol in the others', the job number in the foot.
func TestWordEdges(t *testing.T) {
	edge := func(name, content string) string {
		return fmt.Sprintf(`<w:%s %s>%s</w:%s>`, name, wordSpaces, par(content), name)
	}
	content := wordFile(par("Text")+par(ins2("more"))+`<w:sectPr><w:headerReference w:type="first" r:id="a"/><w:headerReference w:type="default" r:id="b"/><w:footerReference w:type="first" r:id="c"/><w:titlePg/></w:sectPr>`,
		"word/header1.xml", edge("hdr", "United Nations"), "word/header2.xml", edge("hdr", "A/RES/213/7"), "word/footer1.xml", edge("ftr", "58-24947"),
		"word/comments.xml", `<w:comments `+wordSpaces+`><w:comment w:id="1"/></w:comments>`,
		"word/_rels/document.xml.rels", `<Relationships><Relationship Id="a" Type="x/header" Target="header1.xml"/><Relationship Id="b" Type="x/header" Target="header2.xml"/><Relationship Id="c" Type="x/footer" Target="/word/footer1.xml"/></Relationships>`)
	blocks, warnings, err := readDOCX(t.Context(), content, Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"text: United Nations", "text: Text", "text: more", "furniture: A/RES/213/7", "furniture: 58-24947"}
	if d := cmp.Diff(want, blocktest.Shown(blocks)); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
	said := []resolution.Warning{{Kind: resolution.AcceptedChanges, N: 1}, {Kind: resolution.LeftComments, N: 1}}
	if d := cmp.Diff(said, warnings); d != "" {
		t.Errorf("warnings: -want +got:\n%s", d)
	}
}

// TestWordTakesIn: what a document takes in when Word opens it is read in its
// place, and what cannot be is told.
func TestWordTakesIn(t *testing.T) {
	again := `<w:altChunk r:id="word"/>`
	content := wordFile(par("before")+`<w:altChunk r:id="word"/><w:altChunk r:id="page"/><w:altChunk r:id="text"/><w:altChunk r:id="rich"/><w:altChunk r:id="none"/>`+par("after"),
		"word/chunk1.docx", string(wordFile(par("in Word "+char("begin")+char("begin")+"<w:r><w:t>IF</w:t></w:r>"+char("end"))+again, "word/chunk2.docx", string(wordFile(par("too deep"))),
			"word/_rels/document.xml.rels", `<Relationships><Relationship Id="word" Type="x/aFChunk" Target="chunk2.docx"/></Relationships>`)),
		"word/chunk2.html", "<p>in a <i>page</i></p>", "word/chunk3.txt", "in plain text", "word/chunk4.rtf", `{\rtf1 rich}`,
		"word/_rels/document.xml.rels", `<Relationships><Relationship Id="word" Type="x/aFChunk" Target="chunk1.docx"/><Relationship Id="page" Type="x/aFChunk" Target="chunk2.html"/>`+
			`<Relationship Id="text" Type="x/aFChunk" Target="/word/chunk3.txt"/><Relationship Id="rich" Type="x/aFChunk" Target="chunk4.rtf"/></Relationships>`)
	blocks, warnings, err := readDOCX(t.Context(), content, Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"text: before", "text: in Word", "text: in a *page*", "text: in plain text", "text: after"}
	if d := cmp.Diff(want, blocktest.Shown(blocks)); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
	unread := func(name string) resolution.Warning {
		return resolution.Warning{Kind: resolution.UnreadPart, Names: []string{name}}
	}
	said := []resolution.Warning{{Kind: resolution.LeftHidden, N: 1}, {Kind: resolution.UnendedFields, N: 1}, unread("chunk2.docx"), unread("none"), unread("chunk4.rtf")}
	if d := cmp.Diff(said, warnings); d != "" {
		t.Errorf("warnings: -want +got:\n%s", d)
	}
}

func ins2(s string) string { return `<w:ins w:id="1"><w:r><w:t>` + s + `</w:t></w:r></w:ins>` }

func TestWordErrors(t *testing.T) {
	deep := strings.Repeat("<w:sdt>", zipxml.MaxDepth+1)
	tests := []struct {
		name    string
		content []byte
		want    string
	}{
		{"cut off", wordFile(par("Text"))[:200], "not a whole zip package"},
		{"no body", zipped("word/document.xml", "<w:document "+wordSpaces+"/>"), "word/document.xml: not a Word document"},
		{"broken XML", zipped("word/document.xml", "<w:document><w:body></w:document>"), "word/document.xml: not whole XML"},
		{"entities", zipped("word/document.xml", `<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>`), "entities are not read"},
		{"nested deep", wordFile(deep), "nested deeper"},
		{"unpacks to much", wordFile(strings.Repeat(" ", zipxml.MaxPart)), "unpacks to more than"},
		{"another package", zipped("something.txt", "x"), "no Word or OpenDocument text"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Open(t.Context(), "cups.docx", test.content, Options{})
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one with %q", err, test.want)
			}
		})
	}
}

// made is one text in Markdown, for LibreOffice and pandoc to turn into files.
const made = `Two hundred and thirteenth session

**213/7. Teacups of lighthouse keepers**

*The General Assembly*,

*Recalling* its resolution 212/9 of 3 May 2157,[^1]

1.  *Requests* all keepers:

    (a) To count their teacups;

    (b) To wash them;

2.  *Decides* to remain seized of the matter.

[^1]: Of the north.
`

// TestMadeFiles reads one text as pandoc and LibreOffice write it, in every
// format: it is the same resolution each time.
func TestMadeFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: LibreOffice takes seconds")
	}
	outside.Program(t, "pandoc")
	docx := pandoc(t, "docx")
	files := map[string][]byte{
		"pandoc.docx":      docx,
		"pandoc.odt":       pandoc(t, "odt"),
		"pandoc.html":      pandoc(t, "html"),
		"libreoffice.odt":  outside.Office(t, "in.docx", docx, "odt"),
		"libreoffice.html": outside.Office(t, "in.docx", docx, "html"),
		"libreoffice.pdf":  outside.Office(t, "in.docx", docx, "pdf"),
		"libreoffice.docx": outside.Office(t, "in.odt", pandoc(t, "odt"), "docx"),
	}
	want := []string{"op1 Requests all keepers:", "op1(a) To count their teacups;", "op1(b) To wash them;", "op2 Decides to remain seized of the matter."}
	for name, content := range files {
		t.Run(name, func(t *testing.T) {
			doc, err := Open(t.Context(), name, content, tools)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, c := range doc.Clauses {
				if strings.HasPrefix(c.ID, "op") {
					got = append(got, c.ID+" "+c.Text)
				}
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("-want +got:\n%s", d)
			}
			if pp := doc.Clause("pp1"); pp == nil || pp.Lead != "Recalling" || len(pp.Notes) != 1 {
				t.Errorf("pp1 is %+v", pp)
			}
			if n := doc.Footnote("1"); n == nil || n.Text != "Of the north." {
				t.Errorf("footnote 1 is %+v of %+v", n, doc.Footnotes)
			}
			if doc.Title != "Teacups of lighthouse keepers" {
				t.Errorf("title %q", doc.Title)
			}
		})
	}
}

func pandoc(t *testing.T, format string) []byte {
	t.Helper()
	to := filepath.Join(t.TempDir(), "made")
	run := exec.Command("pandoc", "-s", "--metadata", "pagetitle=x", "-f", "markdown", "-t", format, "-o", to)
	run.Stdin = strings.NewReader(made)
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("pandoc: %v: %s", err, out)
	}
	content, err := os.ReadFile(to)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// LibreOffice does not keep pandoc's lists in a .doc, so its numbers are typed.
func TestOldWord(t *testing.T) {
	content := outside.Office(t, "in.docx", wordFile(par(run("<w:i/>", "The General Assembly")+run("", ","))+
		par(run("", "1.\t")+run("<w:i/>", "Requests")+run("", " all keepers to count their teacups."))), "doc")
	doc, err := Open(t.Context(), "old.doc", content, tools)
	if err != nil {
		t.Fatal(err)
	}
	if op := doc.Clause("op1"); op == nil || op.Lead != "Requests" || doc.Reading.Format != "doc" {
		t.Errorf("op1 is %+v, read as %+v", op, doc.Reading)
	}
}

func TestOldWordWithoutOffice(t *testing.T) {
	content := append(append([]byte{}, compoundFile...), wordStream...)
	_, err := Open(t.Context(), "old.doc", content, Options{PDF: tools.PDF})
	if err == nil || !strings.Contains(err.Error(), "install it, or save the file as .docx") {
		t.Errorf("error %v", err)
	}
}

func FuzzDOCX(f *testing.F) {
	f.Add(par("*Text*"))
	f.Add(par(ins2("more")) + `<w:tbl><w:tr><w:tc>` + par("x") + `</w:tc></w:tr></w:tbl>`)
	f.Fuzz(func(t *testing.T, body string) {
		content := wordFile(body, "word/styles.xml", body, "word/numbering.xml", body, "word/footnotes.xml", body)
		for _, r := range []Revisions{AcceptRevisions, RejectRevisions} {
			Open(t.Context(), "fuzzed.docx", content, Options{Revisions: r})
		}
	})
}
