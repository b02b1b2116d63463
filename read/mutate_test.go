package read

import (
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"strconv"
	"testing"
	"time"

	"reprise/read/pdf/pdftest"
	"reprise/resolution/resolutiontest"
)

// The reader of every format is held to files that are broken inside: in the
// XML of a package before it is packed, in the objects and page streams of a
// PDF before they are compressed. None may panic, hang or take the memory of
// the machine. REPRISE_MUTATIONS sets how many files of each kind are tried.

const (
	mutationsInCI  = 40
	mutationTime   = 10 * time.Second
	mutationMemory = 1 << 30
)

// spice are pieces of the formats that are put in at random places.
var spice = []string{"<w:p>", "</w:p>", "<w:tbl><w:tr><w:tc>", "<w:ins>", "</w:del>", "&amp;", "&#xD800;", "<![CDATA[", "-->",
	"999999999999", "-1", "0", "1e308", "<<", ">>", "[", "]", " 0 R", "stream", "endstream", "endobj", "BT", "ET", "Tj", "Tm", "q", "Q",
	"\x00", "\xff\xfe", "<table><tr>", "<div>", "<ol start=999999999999>", "text:c=\"999999999\"", "(", ")", "/Kids [2 0 R]", "/Length 1",
	"[^1]", "[^1]: ", "| a | b |\n|---|---|\n", "~~", "***", "```\n", "> ", "\n\n", "\f", "_____\n1 ", "(a) ", "1. ", "<del>", "<!--", "\u202e", "e\u0301"}

// mutated changes text in one to eight places.
func mutated(r *rand.Rand, text []byte) []byte { return resolutiontest.Mutated(r, text, spice) }

func TestMutated(t *testing.T) {
	count := mutationsInCI
	if n, err := strconv.Atoi(os.Getenv("REPRISE_MUTATIONS")); err == nil {
		count = n
	}
	body := par(run("<w:i/>", "Requests")+ins2("all")) + `<w:tbl><w:tr><w:tc>` + par("x") + `</w:tc><w:tc>` + par("y") + `</w:tc></w:tr></w:tbl>` +
		par(`<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:footnoteReference w:id="1"/><w:t>keepers</w:t></w:r>`)
	numbers := `<w:numbering ` + wordSpaces + `><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%2)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`
	notes := `<w:footnotes ` + wordSpaces + `><w:footnote w:id="1">` + par("Of the north.") + `</w:footnote></w:footnotes>`
	odt := `<text:list text:style-name="L"><text:list-item><text:p>one<text:s text:c="4"/><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>n</text:p></text:note-body></text:note></text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>4</text:p></table:table-cell></table:table-row></table:table>`
	kinds := map[string]func(r *rand.Rand) []byte{
		"docx": func(r *rand.Rand) []byte {
			parts := []string{body, numbers, notes}
			i := r.IntN(len(parts))
			parts[i] = string(mutated(r, []byte(parts[i])))
			return wordFile(parts[0], "word/numbering.xml", parts[1], "word/footnotes.xml", parts[2])
		},
		"odt":      func(r *rand.Rand) []byte { return odtFile(string(mutated(r, []byte(odt)))) },
		"markdown": func(r *rand.Rand) []byte { return mutated(r, specimen(t, ".md")) },
		"text":     func(r *rand.Rand) []byte { return mutated(r, specimen(t, ".txt")) },
		"html":     func(r *rand.Rand) []byte { return append([]byte("<!DOCTYPE html>"), mutated(r, []byte(sitePage))...) },
		"pdf": func(r *rand.Rand) []byte {
			streams := r.IntN(2) == 0
			objects := pdftest.TeacupsMaker().Objects(func(s []byte) []byte {
				if streams {
					return mutated(r, s)
				}
				return s
			})
			if !streams {
				i := r.IntN(len(objects))
				objects[i] = string(mutated(r, []byte(objects[i])))
			}
			return pdftest.Bind(objects)
		},
	}
	for name, make := range kinds {
		t.Run(name, func(t *testing.T) {
			for i := range count {
				content := make(rand.New(rand.NewPCG(1, uint64(i))))
				start := time.Now()
				Open(t.Context(), fmt.Sprintf("%s %d", name, i), content, Options{Revisions: Revisions(i % 2), PDF: tools.PDF})
				if took := time.Since(start); took > mutationTime {
					t.Errorf("file %d took %s", i, took)
				}
			}
			var m runtime.MemStats
			if runtime.ReadMemStats(&m); m.Sys > mutationMemory {
				t.Errorf("%d MB of memory", m.Sys>>20)
			}
		})
	}
}

// specimen is a resolution of the specimen series in a format of characters.
func specimen(t *testing.T, suffix string) []byte {
	content, err := os.ReadFile("../testdata/specimen/A_RES_202_38" + suffix)
	if err != nil {
		t.Fatal(err)
	}
	return content
}
