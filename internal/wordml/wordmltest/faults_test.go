package wordmltest_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"reprise/internal/outside"
	"reprise/internal/wordml"
	"reprise/internal/wordml/wordmltest"
)

// redline holds every construct once.
func redline() *wordml.Redline {
	text := func(s string, c wordml.Change) []wordml.Run { return []wordml.Run{{Text: s, Change: c}} }
	return &wordml.Redline{
		Author: "reprise", Date: time.Date(2145, 12, 8, 0, 0, 0, 0, time.UTC), Title: "Teacups",
		Styles: `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
			`<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/></w:style>` +
			`<w:style w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/></w:style>` +
			`<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/></w:style></w:styles>`,
		Page:   wordml.Page{Width: 12240, Height: 15840, Left: 1200, Right: 1200, Top: 1440, Bottom: 1200},
		Header: []wordml.Paragraph{{Runs: text("A/RES/200/17", wordml.Same)}},
		Footer: []wordml.Paragraph{{Runs: []wordml.Run{{Field: "PAGE", Text: "1"}}}},
		Notes:  []wordml.Note{{Runs: text("A note.", wordml.Same)}, {Mark: "*", Runs: text("Gone.", wordml.Deleted)}},
		Body: []wordml.Block{
			wordml.Paragraph{Style: "A", Comment: []string{"Kept."}, Runs: []wordml.Run{{Text: "Kept"}, {Note: 1}}},
			wordml.Paragraph{Mark: wordml.MovedFrom, Move: "m1", Runs: text("Moved", wordml.MovedFrom)},
			wordml.Paragraph{Mark: wordml.Deleted, Runs: append(text("Gone", wordml.Deleted), wordml.Run{Note: 2, Mark: "*", Change: wordml.Deleted})},
			wordml.Paragraph{Mark: wordml.MovedTo, Move: "m1", Runs: text("Moved", wordml.MovedTo)},
			wordml.Paragraph{Mark: wordml.Inserted, Comment: []string{"New."}, Runs: text("New\tand\nnew", wordml.Inserted)},
			wordml.Table{Widths: []int{5000, 5000}, Rows: [][]wordml.Cell{{{{Runs: text("Cell", wordml.Same)}}, nil}}},
			wordml.Paragraph{OldStyle: "A", Runs: text("End", wordml.Same)},
		},
	}
}

func written(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := redline().Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestRedlineHasNoFaults(t *testing.T) {
	for _, fault := range wordmltest.Faults(written(t)) {
		t.Error(fault)
	}
}

// A rule that does not see its breach is no rule.
func TestFaultsAreFound(t *testing.T) {
	for _, c := range []struct{ reason, part, old, new, fault string }{
		{"an element left open", "word/document.xml", "</w:body>", "", "is open"},
		{"a forbidden character", "word/document.xml", "Kept", "K\x01", "illegal character"},
		{"a part without a type", "[Content_Types].xml", `Extension="rels"`, `Extension="x"`, "no type for"},
		{"a type without a part", "[Content_Types].xml", "/word/styles.xml", "/word/style.xml", "not there"},
		{"a relationship to nothing", "word/_rels/document.xml.rels", "settings.xml", "setting.xml", "not there"},
		{"two relationships of one name", "word/_rels/document.xml.rels", `Id="rId2"`, `Id="rId1"`, "twice"},
		{"a header without relationship", "word/document.xml", `headerReference w:type="default" r:id="rId`, `headerReference w:type="default" r:id="rId9`, "names no relationship"},
		{"properties after text", "word/document.xml", `<w:pPr><w:pStyle w:val="A"/></w:pPr><w:commentRangeStart w:id="0"/>`, `<w:commentRangeStart w:id="0"/><w:pPr><w:pStyle w:val="A"/></w:pPr>`, "too late"},
		{"page margins before size", "word/document.xml", "<w:titlePg/></w:sectPr>", "<w:pgSz/></w:sectPr>", "too late"},
		{"deleted text as text", "word/document.xml", `<w:delText xml:space="preserve">Gone</w:delText>`, "<w:t>Gone</w:t>", "wrong kind of run"},
		{"text outside a run", "word/document.xml", `<w:r><w:t xml:space="preserve">End</w:t></w:r>`, `<w:t>End</w:t>`, "in <w:p>"},
		{"a cell without paragraph", "word/document.xml", "<w:p/></w:tc>", "</w:tc>", "end with a paragraph"},
		{"a body without section", "word/document.xml", "</w:sectPr>", "</w:sectPr><w:p/>", "end with its section"},
		{"one identifier twice", "word/document.xml", `w:id="3"`, `w:id="1"`, "twice"},
		{"no author", "word/document.xml", `w:author="reprise"`, `w:author=""`, "without identifier or author"},
		{"a note that is not there", "word/footnotes.xml", `w:id="2"`, `w:id="7"`, "not there"},
		{"a note cited twice", "word/document.xml", `<w:footnoteReference w:customMarkFollows="1" w:id="3"/>`, `<w:footnoteReference w:id="2"/>`, "cited 2 times"},
		{"a comment without reference", "word/document.xml", `<w:commentReference w:id="0"/>`, "", "references"},
		{"a comment that is not there", "word/comments.xml", `<w:comment w:id="0"`, `<w:comment w:id="9"`, "there 0 times"},
		{"a move that does not arrive", "word/document.xml", `w:name="m1"/><w:moveTo `, `w:name="m2"/><w:moveTo `, "leaves 1 times and arrives 0 times"},
		{"a move without end", "word/document.xml", "moveFromRangeEnd", "bookmarkEnd", "does not end"},
		{"a style that is not there", "word/styles.xml", `w:styleId="A"`, `w:styleId="B"`, "style A is not there"},
	} {
		t.Run(c.reason, func(t *testing.T) {
			docx := replaceIn(t, written(t), c.part, c.old, c.new)
			faults := strings.Join(wordmltest.Faults(docx), "\n")
			if !strings.Contains(faults, c.fault) {
				t.Errorf("faults %q, want %q", faults, c.fault)
			}
		})
	}
}

func replaceIn(t *testing.T, docx []byte, part, old, new string) []byte {
	t.Helper()
	parts, err := wordmltest.Parts(docx)
	if err != nil {
		t.Fatal(err)
	}
	text := string(parts[part])
	if !strings.Contains(text, old) {
		t.Fatalf("%s does not hold %q", part, old)
	}
	parts[part] = []byte(strings.Replace(text, old, new, 1))
	out, err := wordmltest.Pack(parts)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// The rules are not stricter than the format: what LibreOffice writes keeps
// them, but for two faults of its own that the schemas do not allow.
func TestLibreOfficeWritesWithoutFaults(t *testing.T) {
	docx := outside.Office(t, "in.docx", written(t), "docx:MS Word 2007 XML")
	for _, fault := range wordmltest.Faults(docx) {
		switch {
		case strings.HasSuffix(fault, "<w:rPr> too late in <w:pPr>"): // it writes w:pPrChange before w:rPr
		case strings.HasPrefix(fault, "word/document.xml: identifier"): // it counts ranges of moves by themselves
		default:
			t.Error(fault)
		}
	}
}
