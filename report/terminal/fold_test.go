package terminal

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// Of clean text in which no word is wider than a line, folding is what the terminal
// library does that also reads escape sequences, and whose tables every run would wait for.
func TestFoldIsTheLibrarys(t *testing.T) {
	words := rapid.SampledFrom([]string{"keeper", "of the lamps", " ", "  ", "\n", "\n\n", "ظل", "é", "中文字符", "A/C.1/75/L.8", "1 250", "🫖", "“oil”", "и", "2019,"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(words, 0, 30).Draw(t, "words"), rapid.SampledFrom([]string{"", " "}).Draw(t, "between"))
		width := rapid.IntRange(20, 60).Draw(t, "width")
		for word := range strings.FieldsFuncSeq(text, parts) {
			if ansi.StringWidth(word) >= width {
				t.Skip("a word wider than a line")
			}
		}
		if got, want := fold(text, width), ansi.Wrap(text, width, ""); got != want {
			t.Fatalf("%q in %d columns:\n%q, want\n%q", text, width, got, want)
		}
	})
}

func TestFoldBreaksLongWords(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"abcdefghij", "abcd\nefgh\nij"},
		{"ab abcdefghij kl", "ab\nabcd\nefgh\nij\nkl"},
		{"中文字符", "中文\n字符"},
		{"a\u00a0b c", "a\u00a0b\nc"},
		{"", ""},
	} {
		if got := fold(c.text, 4); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}
