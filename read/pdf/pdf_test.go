package pdf

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"reprise/internal/outside"
	"reprise/read/pdf/pdftest"
	"reprise/resolution/recognise/blocktest"
)

func TestPDFGeometry(t *testing.T) {
	text, err := engine.Read(t.Context(), pdftest.Teacups())
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"heading: United Nations",
		"text: A/RES/213/7",
		"heading: General Assembly",
		"text: Distr.: General",
		"text: 9 May 2158",
		"heading: Two hundred and thirteenth session",
		"text: Agenda item 7 (b)",
		"heading: Teacups of lighthouse keepers",
		"heading: Resolution adopted by the General Assembly on 4 May 2158",
		"heading: 213/7. Teacups of lighthouse keepers",
		"text: *The General Assembly*,",
		"text: *Recalling* its resolution 212/9 of 3 May 2157,^1^ and the other resolutions about cups,",
		"text: *Noting with concern* that few keepers count their teacups, that many a keeper has well-implemented rules, " +
			"and that the cups of the northern lighthouses are counted by international keepers,",
		"text [1.]: *Requests* all keepers to count their teacups once a year and to tell the others how many there are, " +
			"how many were broken, and how many were given away to visitors who came to see the light;",
		"note [1]: Resolution 212/9, annex, and the two hundred and twelfth session.",
		"furniture: 58-24947 (E) 110558",
		"text [2.]: *Decides:*",
		"text [(a)]: To publish the following table, and to keep it up to date for as long as there are lighthouses;",
		"text [(b)]: To hold the table dear.",
		"table: Keeper | Cups | Broken / North | 14 | 2 / South | 5 | 0 / West | 61 | 12",
		"text: *45th plenary meeting*",
		"text: *4 May 2158*",
		"furniture: A/RES/213/7 Teacups of lighthouse keepers",
		"furniture: 2/2 58-24947",
	}
	if d := cmp.Diff(want, blocktest.Shown(text.Blocks)); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
	if text.Columns != 0 {
		t.Errorf("%d pages in columns, want none", text.Columns)
	}
}

// Spaces that the engine inferred inside words printed in two goes, and words
// that stand close together.
func TestCutsWord(t *testing.T) {
	tests := []struct {
		before, after string
		gap           float64
		want          bool
		why           string
	}{
		{"fou", "ndations", 0.11, true, "one word"},
		{"Proto", "col", 0.25, true, "one word, far apart"},
		{"vaccine", "s", 0.21, true, "one word, whose first part is one too"},
		{"of", "the", 0.19, false, "two words, close together"},
		{"in", "to", 0.22, false, "two words that are common, joined a rarer one"},
		{"capacity", "-building", 0.18, true, "a hyphen is not parted from its word"},
		{"non-", "governmental", 0.12, true, "nor a word from its hyphen"},
		{"202", "5", 0.2, true, "a number"},
		{"peace", ";", 0.25, true, "punctuation stands tight"},
		{"–", "as", 0.29, false, "a dash does not"},
	}
	for _, test := range tests {
		if got := cutsWord(test.before, test.after, test.gap); got != test.want {
			t.Errorf("%s: %q %q at %g em: %t", test.why, test.before, test.after, test.gap, got)
		}
	}
}

func TestPDFErrors(t *testing.T) {
	empty := (&pdftest.Maker{}).Page().Bytes()
	tests := []struct {
		name    string
		content []byte
		want    string
	}{
		{"pages without text", empty, "OCR"},
		{"cut off", pdftest.Teacups()[:200], "cut short; get it again"},
		{"only a signature", []byte("%PDF-1.7\nkeepers"), "not a whole PDF file"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := engine.Read(t.Context(), test.content)
			if err != nil && strings.Contains(err.Error(), "incorrect format") {
				t.Errorf("the engine's words: %v", err)
			}
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one with %q", err, test.want)
			}
		})
	}
}

func TestPDFLocked(t *testing.T) {
	content := outside.Office(t, "cups.txt", []byte("Teacups"), `pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},`+
		`"DocumentOpenPassword":{"type":"string","value":"cup"}}`)
	if _, err := engine.Read(t.Context(), content); !errors.Is(err, errPDFEncrypted) {
		t.Errorf("error %v, want %v", err, errPDFEncrypted)
	}
}

func TestPDFTwiceTheSame(t *testing.T) {
	first, err := engine.Read(t.Context(), pdftest.Teacups())
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		again, err := engine.Read(t.Context(), pdftest.Teacups())
		if err != nil || !cmp.Equal(first, again) {
			t.Fatalf("another reading: %v", cmp.Diff(first, again))
		}
	}
}

func FuzzPDF(f *testing.F) {
	f.Add(pdftest.Teacups())
	f.Fuzz(func(t *testing.T, content []byte) {
		if !bytes.Contains(content, []byte("%PDF-")) {
			return
		}
		engine.Read(t.Context(), content)
	})
}

// Law 1 for PDF files: every letter and digit that the engine saw is in
// exactly one block (text, label or mark).
func TestPDFNothingIsLost(t *testing.T) {
	files := map[string][]byte{"teacups.pdf": pdftest.Teacups(), "volume.pdf": pdftest.BoundVolume()}
	if !testing.Short() {
		names, err := filepath.Glob(filepath.Join(outside.Texts(t), "resolutions", "*", "*.pdf"))
		if err != nil || len(names) == 0 {
			t.Fatalf("no PDF files: %v", err)
		}
		for _, name := range names {
			content, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files[filepath.Base(name)] = content
		}
	}
	for name, content := range files {
		pages, err := engine.pages(t.Context(), content, &survey{})
		if err != nil {
			t.Fatal(err)
		}
		seen := map[rune]int{}
		f, err := engine.open(t.Context(), content)
		if err != nil {
			t.Fatal(err)
		}
		f.facts = &survey{}
		for i := range pages {
			p, err := f.page(i)
			if err != nil {
				t.Fatal(err)
			}
			for _, g := range p.glyphs {
				count(seen, string(g.r), 1)
			}
		}
		f.close()
		for _, b := range pdfBlocks(pages).Blocks {
			count(seen, b.Text()+b.Label+b.Mark, -1)
		}
		for r, n := range seen {
			if n != 0 {
				t.Errorf("%s: %q is %d times more in the file than in the blocks", name, r, n)
			}
		}
	}
}

func count(seen map[rune]int, text string, by int) {
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			seen[r] += by
		}
	}
}
