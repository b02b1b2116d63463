package read

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"reprise/internal/outside"
	"reprise/resolution"
)

// letters counts the letters and digits of texts after normalising: at a line
// end or a footnote mark words may be joined, but no letter goes.
func letters(texts ...string) map[rune]int {
	count := map[rune]int{}
	for _, t := range texts {
		for _, r := range resolution.Normalise(t) {
			if d := strings.IndexRune("⁰¹²³⁴⁵⁶⁷⁸⁹", r); d >= 0 {
				r = []rune("0123456789")[len([]rune("⁰¹²³⁴⁵⁶⁷⁸⁹"[:d]))]
			}
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				count[r]++
			}
		}
	}
	return count
}

// held gives all that a document holds.
func held(d *resolution.Document) []string {
	var out []string
	for _, c := range d.Clauses {
		out = append(out, c.Label, c.Text)
		for _, n := range c.Notes {
			out = append(out, n.Mark)
		}
	}
	for _, f := range d.Footnotes {
		out = append(out, f.Mark, f.Text)
	}
	for _, f := range d.Furniture {
		out = append(out, f.Text)
	}
	return out
}

func diffLetters(want, got map[rune]int) string {
	var b strings.Builder
	for r, n := range want {
		if got[r] != n {
			b.WriteRune(r)
			b.WriteString(strings.Repeat("-", min(max(n-got[r], 0), 9)))
		}
	}
	for r, n := range got {
		if want[r] < n {
			b.WriteRune(r)
			b.WriteString(strings.Repeat("+", min(n-want[r], 9)))
		}
	}
	return b.String()
}

// Law 1: nothing is lost in reading (Open), on the real plain texts.
func TestNothingIsLostInRealTexts(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(outside.Texts(t), "resolutions", "series", "*", "*.txt"))
	for _, f := range files {
		content, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if looksLikeMarkdown(content) {
			continue
		}
		d, err := Open(filepath.Base(f), content, Options{Format: "text"})
		if err != nil {
			t.Error(err)
			continue
		}
		if diff := diffLetters(letters(string(content)), letters(held(d)...)); diff != "" {
			t.Errorf("%s: letters lost (-) or made (+): %s", filepath.Base(f), diff)
		}
	}
}

// FuzzText: reading text never panics, and law 1 holds.
func FuzzText(f *testing.F) {
	f.Add("United Nations\nA/RES/200/41\n\n200/41. Keeping of teacups\n\nThe General Assembly,\n\nRecalling its reso-\nlution 199/3, 1\n_____\n1 See there.\n\nA/RES/200/41\n2/2\n\n1.\nDecides to rest.\n45th plenary meeting\n5 December 2145\n")
	f.Add("The Security Council,\nRequests the\n1.\nkeepers to rest;\n2.\nDecides to\nremain.")
	f.Fuzz(func(t *testing.T, text string) {
		source, _, err := decode([]byte(text))
		if err != nil {
			return
		}
		d, err := Open("fuzz", []byte(text), Options{Format: "text"})
		if err != nil {
			return
		}
		if diff := diffLetters(letters(source), letters(held(d)...)); diff != "" {
			t.Errorf("letters lost (-) or made (+): %s", diff)
		}
	})
}

// FuzzMarkdown: reading Markdown never panics.
func FuzzMarkdown(f *testing.F) {
	f.Add("# General Assembly\n\n*The General Assembly,*\n\n*Recalling* its [resolution](#) 199/3,<sup>1</sup>\n\n---\n\n<sup>1</sup> See.\n\n1. *Decides* to rest;\n2. *Requests* tea[^2].\n\n[^2]: Note\n\n| a | b |\n|---|---|\n| c | d |\n")
	f.Fuzz(func(t *testing.T, text string) {
		_, _ = Open("fuzz", []byte(text), Options{Format: "markdown"})
	})
}
