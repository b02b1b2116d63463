package read

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"reprise/resolution"
	"reprise/resolution/resolutiontest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
)

const small = "The General Assembly,\n\nRecalling “lamps” – all of them,\n\n1. Decides to keep the café’s lamp.\n"

// Encodings are recognised and say so where they were guessed.
func TestEncodings(t *testing.T) {
	for _, c := range []struct {
		name    string
		content []byte
		warns   bool
	}{
		{"UTF-8", []byte(small), false},
		{"UTF-8 with a mark", []byte("\xef\xbb\xbf" + small), false},
		{"UTF-16, little end first, with a mark", append([]byte{0xff, 0xfe}, inUTF16(small, binary.LittleEndian)...), false},
		{"UTF-16, big end first, with a mark", append([]byte{0xfe, 0xff}, inUTF16(small, binary.BigEndian)...), false},
		{"UTF-16, little end first", inUTF16(small, binary.LittleEndian), true},
		{"UTF-16, big end first", inUTF16(small, binary.BigEndian), true},
		{"UTF-16 with a mark, cut in mid-character", append(append([]byte{0xff, 0xfe}, inUTF16(small, binary.LittleEndian)...), 'x'), true},
		{"UTF-16 cut in mid-character", append(inUTF16(small, binary.LittleEndian), 'x'), true},
		{"Windows-1252", in1252(small), true},
		{"carriage returns", []byte(strings.ReplaceAll(small, "\n", "\r\n")), false},
		{"carriage returns alone", []byte(strings.ReplaceAll(small, "\n", "\r")), false},
	} {
		d, err := Open(t.Context(), "draft.txt", c.content, Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		op := d.Clause("op1")
		if op == nil || op.Text != "Decides to keep the café’s lamp." {
			t.Errorf("%s: op1 is %+v", c.name, op)
		}
		if (len(d.Reading.Warnings) > 0) != c.warns {
			t.Errorf("%s: warnings %v", c.name, d.Reading.Warnings)
		}
	}
}

// Half a character at the end of UTF-16 is told, not dropped in silence.
func TestCutUTF16(t *testing.T) {
	for name, head := range map[string][]byte{"with a mark": {0xfe, 0xff}, "without": nil} {
		content := append(append(head, inUTF16(small, binary.BigEndian)...), 0)
		d, err := Open(t.Context(), "draft.txt", content, Options{})
		if err != nil {
			t.Fatal(err)
		}
		want := resolution.Warning{Kind: resolution.CutUTF16, Of: len(content) - 1}
		if got := d.Reading.Warnings; !slices.ContainsFunc(got, func(w resolution.Warning) bool { return cmp.Equal(w, want) }) {
			t.Errorf("%s: warnings %v, want one %v", name, got, want)
		}
	}
}

// A text in a language that no lexicon knows is read by its numbers, and says so.
func TestUnknownLanguage(t *testing.T) {
	d, err := Open(t.Context(), "draft.txt", []byte("Baraza Kuu,\n\n1. Laamua taa zisizimwe;\n\n2. Lawashukuru walinzi.\n"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Reading.Warnings) != 1 || d.Reading.Warnings[0].Kind != resolution.PlainText || !slices.Equal(d.Reading.Warnings[0].Names, Languages()) {
		t.Errorf("warnings %v", d.Reading.Warnings)
	}
	if op := d.Clause("para2"); op == nil || op.Text != "Lawashukuru walinzi." {
		t.Errorf("para2 is %+v", op)
	}
}

func inUTF16(s string, order binary.ByteOrder) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		var two [2]byte
		order.PutUint16(two[:], u)
		out = append(out, two[:]...)
	}
	return out
}

func in1252(s string) []byte {
	out, err := charmap.Windows1252.NewEncoder().Bytes([]byte(s))
	if err != nil {
		panic(err)
	}
	return out
}

// Bad input is refused in words that name the file, what was found and what
// was wanted.
func TestBadInput(t *testing.T) {
	for _, c := range []struct {
		name    string
		content []byte
		opts    Options
		want    []string
	}{
		{"empty", nil, Options{}, []string{"empty file", "wanted"}},
		{"only spaces", []byte(" \n\t\n"), Options{}, []string{"empty file"}},
		{"binary", append([]byte("lamps\x00\x01\x02"), bytes.Repeat([]byte{0, 7, 200, 13}, 99)...), Options{}, []string{"byte 5", "binary"}},
		{"neither encoding", []byte("lamps \x81\x8d"), Options{}, []string{"byte 6", "UTF-8"}},
		{"UTF-32", []byte("\xff\xfe\x00\x00l\x00\x00\x00"), Options{}, []string{"UTF-32", "save it as UTF-8"}},
		{"rich text", []byte(`{\rtf1 The General Assembly,}`), Options{}, []string{"RTF", "save it as .docx"}},
		{"a picture", []byte("\x89PNG\r\n\x1a\n"), Options{}, []string{"picture", "give the text"}},
		{"packed", []byte("\x1f\x8b\b"), Options{}, []string{"gzip", "unpack"}},
		{"an enormous line", []byte("lamps\n" + strings.Repeat("lamp ", MaxLineBytes/5+1)), Options{Format: "text"}, []string{"line 2", "MB"}},
		{"an enormous line of Markdown", []byte("# lamps\n" + strings.Repeat("lamp ", MaxLineBytes/5+1)), Options{}, []string{"line 2", "MB"}},
		{"an enormous file", make([]byte, MaxBytes+1), Options{}, []string{"at most"}},
		{"too many paragraphs", []byte(strings.Repeat("lamp.\n\n", MaxBlocks+1)), Options{}, []string{"paragraphs, at most"}},
		{"no text", []byte("---\n\n* * *\n"), Options{Format: "markdown"}, []string{"no clauses found", "no paragraph of text", "markdown"}},
		{"unknown format", []byte(small), Options{Format: "papyrus"}, []string{"papyrus", "markdown"}},
		{"unknown language", []byte(small), Options{Language: "xx"}, []string{"xx", "en"}},
	} {
		_, err := Open(t.Context(), "draft.txt", c.content, c.opts)
		if err == nil {
			t.Errorf("%s: no error", c.name)
			continue
		}
		for _, want := range append(c.want, "reprise: draft.txt: ") {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %q does not say %q", c.name, err, want)
			}
		}
	}
}

// A text cut anywhere is read or refused, never a panic; what is read keeps law 1.
func TestTruncatedText(t *testing.T) {
	whole := "United Nations\nA/RES/200/41\n\n200/41. Lamps\n\n" + small + "(a) By day;\n_____\n1 See there.\n\nA/RES/200/41\n2/2\n45th plenary meeting\n5 December 2145\n"
	for n := range whole {
		d, err := Open(t.Context(), "cut.txt", []byte(whole[:n]), Options{Format: "text"})
		if err != nil {
			continue
		}
		if diff := resolutiontest.Lost(resolutiontest.Letters(whole[:n]), resolutiontest.Letters(resolutiontest.Held(d)...)); diff != "" {
			t.Errorf("cut at %d: letters lost (-) or made (+): %s", n, diff)
		}
	}
}

// More lines than any text has are refused with the bound, and so are paragraphs of
// Markdown that its parser cannot take.
func TestTooManyLines(t *testing.T) {
	for name, c := range map[string]struct{ text, says string }{
		"text.txt":     {strings.Repeat("a\n", MaxLines) + small, "text: 500005 lines are over the limit of 500000 lines"},
		"paragraph.md": {"# Lamps\n\n*The General Assembly*,\n\n1. *Decides*:\n\n" + strings.Repeat("[a]: #x\n", MaxParagraphLines+1), "paragraph from line 7: more than the limit of 10000 lines"},
	} {
		if _, err := Open(t.Context(), name, []byte(c.text), Options{}); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want %q", name, err, c.says)
		}
	}
}
