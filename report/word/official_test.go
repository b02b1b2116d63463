package word_test

import (
	"testing"

	"reprise/diff"
	"reprise/internal/outside"
	"reprise/internal/wordml/wordmltest"
	"reprise/read"
	"reprise/report/reporttest"
	"reprise/report/word"
)

// Other programs make of a pair in the official template, built on the old file,
// what they make of its two files: rejecting all is the old one before anybody
// changed it, accepting all the new one.
func TestDocxOnTheOfficialTemplateInOtherPrograms(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: starts LibreOffice and pandoc")
	}
	folder := outside.Texts(t, "resolutions", "word")
	var docs []realPair
	for _, p := range [][2]string{{"A_RES_76_140", "A_RES_78_181"}, {"A_RES_76_140-tracked", "A_RES_78_181"}, {"A_RES_77_217", "A_RES_78_198"}} {
		old, next := file(t, folder, p[0]), file(t, folder, p[1])
		c := diff.Compare(reporttest.Opened(t, p[0], old, read.Options{}), reporttest.Opened(t, p[1], next, read.Options{}))
		docs = append(docs, realPair{p[0], c, reporttest.Render(t, word.Docx{}, c)}, realPair{"old", nil, old}, realPair{"new", nil, next})
	}
	office := inLibreOffice(t, docs)
	for i := 0; i < len(docs); i += 3 {
		t.Run(docs[i].name, func(t *testing.T) {
			pandoc := make([]wordmltest.Reading, 3)
			for k := range pandoc {
				pandoc[k] = inPandoc(t, docs[i+k].docx)
			}
			for _, r := range [][]wordmltest.Reading{office[i : i+3], pandoc} {
				if len(r[0].Old.Paragraphs) < 20 {
					t.Fatalf("only %d paragraphs were read", len(r[0].Old.Paragraphs))
				}
				same(t, asPandoc(r[1].Old, none(r[1].Old)), asPandoc(r[0].Old, none(r[0].Old)))
				same(t, asPandoc(r[2].New, none(r[2].New)), asPandoc(r[0].New, none(r[0].New)))
			}
		})
	}
}
