package read

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"reprise/internal/outside"
	"reprise/resolution/recognise"
)

// shown writes blocks one a line: kind, label or mark, and text with its styles.
func shown(blocks []recognise.Block) []string {
	kinds := map[recognise.BlockKind]string{recognise.TextBlock: "text", recognise.HeadingBlock: "heading",
		recognise.TableBlock: "table", recognise.NoteBlock: "note", recognise.FurnitureBlock: "furniture"}
	var out []string
	for _, b := range blocks {
		line := kinds[b.Kind]
		if b.Label != "" || b.Mark != "" {
			line += " [" + b.Label + b.Mark + "]"
		}
		line += ": "
		for _, s := range b.Spans {
			line += styledText(s)
		}
		out = append(out, strings.TrimRight(line, " "))
	}
	return out
}

func styledText(s recognise.Span) string {
	text := s.Text
	for _, style := range []struct {
		on   bool
		sign string
	}{{s.Raised && s.Note == "", "^"}, {s.Italic && s.Note == "", "*"}, {s.Struck, "~"}} {
		if style.on && strings.TrimSpace(text) != "" {
			text = style.sign + strings.TrimSpace(text) + style.sign + text[len(strings.TrimRight(text, " ")):]
		}
	}
	if s.Note != "" {
		text += "^" + s.Note + "^"
	}
	if s.Link != "" {
		text += "<" + s.Link + ">"
	}
	return strings.NewReplacer("\n", " / ", "\t", " | ").Replace(text)
}

func TestPDFGeometry(t *testing.T) {
	blocks, warnings, err := readPDF(teacups(), Options{})
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
	if d := cmp.Diff(want, shown(blocks)); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
	if want := []string{"3 lines were set aside as page furniture."}; !cmp.Equal(want, warnings) {
		t.Errorf("warnings %q, want %q", warnings, want)
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
	empty := (&pdfMaker{}).page().bytes()
	tests := []struct {
		name    string
		content []byte
		want    string
	}{
		{"pages without text", empty, "OCR"},
		{"cut off", teacups()[:200], "cut short; get it again"},
		{"only a signature", []byte("%PDF-1.7\nkeepers"), "not a whole PDF file"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Open("cups.pdf", test.content, Options{})
			if err != nil && strings.Contains(err.Error(), "incorrect format") {
				t.Errorf("the engine's words: %v", err)
			}
			if err == nil || !strings.Contains(err.Error(), test.want) || !strings.HasPrefix(err.Error(), "reprise: cups.pdf: ") {
				t.Errorf("error %v, want one with %q", err, test.want)
			}
		})
	}
}

func TestPDFLocked(t *testing.T) {
	content := office(t, "cups.txt", []byte("Teacups"), `pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},`+
		`"DocumentOpenPassword":{"type":"string","value":"cup"}}`)
	if _, _, err := readPDF(content, Options{}); !errors.Is(err, errPDFEncrypted) {
		t.Errorf("error %v, want %v", err, errPDFEncrypted)
	}
}

// office has LibreOffice convert a file to a format; it skips without it, and
// under -short.
func office(t *testing.T, name string, content []byte, format string) []byte {
	t.Helper()
	if testing.Short() {
		t.Skip("skipped: LibreOffice takes seconds")
	}
	outside.Program(t, "soffice")
	dir := t.TempDir()
	from := filepath.Join(dir, name)
	if err := os.WriteFile(from, content, 0o600); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "out")
	run := exec.Command("soffice", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"),
		"--headless", "--convert-to", format, "--outdir", out, from)
	if said, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	made, err := filepath.Glob(filepath.Join(out, "*"))
	if err != nil || len(made) != 1 {
		t.Fatalf("LibreOffice made %v (%v)", made, err)
	}
	converted, err := os.ReadFile(made[0])
	if err != nil {
		t.Fatal(err)
	}
	return converted
}

func TestPDFTwiceTheSame(t *testing.T) {
	first, _, err := readPDF(teacups(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		again, _, err := readPDF(teacups(), Options{})
		if err != nil || !cmp.Equal(first, again) {
			t.Fatalf("another reading: %v", cmp.Diff(first, again))
		}
	}
}

// The store of the compiled engine is found whole, and damage is seen.
func TestEngineStore(t *testing.T) {
	t.Setenv(storeKeepEnv, t.TempDir())
	s := openEngineStore()
	if s.ready {
		t.Fatal("an empty store is ready")
	}
	if err := os.WriteFile(filepath.Join(s.dir, "engine"), []byte("code"), storeFileMode); err != nil {
		t.Fatal(err)
	}
	other := openEngineStore() // a second process, at the same time
	s.keep()
	other.keep()
	again := openEngineStore()
	if !again.ready || again.dir != s.final {
		t.Fatalf("not found again: %+v", again)
	}
	if err := os.WriteFile(filepath.Join(again.dir, "engine"), []byte("c0de"), storeFileMode); err != nil {
		t.Fatal(err)
	}
	damaged := openEngineStore()
	if damaged.ready {
		t.Fatal("a damaged store is ready")
	}
	if err := os.WriteFile(filepath.Join(damaged.dir, "engine"), []byte("code"), storeFileMode); err != nil {
		t.Fatal(err)
	}
	damaged.keep()
	if !openEngineStore().ready {
		t.Error("a damaged store is not mended")
	}
	left, err := os.ReadDir(filepath.Dir(s.final))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range left {
		if strings.Contains(e.Name(), "damaged") {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}

// The engine works where nothing can be kept.
func TestEngineWithoutStore(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: compiles the engine, which takes seconds")
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv(storeKeepEnv, filepath.Join(file, "no directory"))
	dropEngines()
	prepared := 0
	_, _, err := readPDF(teacups(), Options{Preparing: func() { prepared++ }})
	if err != nil || prepared != 1 {
		t.Errorf("error %v, preparing was told %d times", err, prepared)
	}
}

func ExampleOpen_pdf() {
	doc, err := Open("teacups.pdf", teacups(), Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(doc.Symbol, doc.Title)
	fmt.Println(doc.Clause("op1").Lead)
	fmt.Println(doc.Reading.Format, doc.Reading.Engine, doc.Reading.Warnings)
	// Output:
	// A/RES/213/7 Teacups of lighthouse keepers
	// Requests
	// pdf pdfium [3 lines were set aside as page furniture.]
}

func FuzzPDF(f *testing.F) {
	f.Add(teacups())
	f.Fuzz(func(t *testing.T, content []byte) {
		if !bytes.Contains(content, []byte("%PDF-")) {
			return
		}
		Open("fuzzed.pdf", content, Options{})
	})
}

// Law 1 for PDF files: every letter and digit that the engine saw is in
// exactly one block (text, label or mark).
func TestPDFNothingIsLost(t *testing.T) {
	files := map[string][]byte{"teacups.pdf": teacups(), "volume.pdf": boundVolume()}
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
		pages, err := pdfPages(content, nil)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[rune]int{}
		for _, p := range pages {
			for _, g := range p.glyphs {
				count(seen, string(g.r), 1)
			}
		}
		blocks, _ := pdfBlocks(pages)
		for _, b := range blocks {
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
