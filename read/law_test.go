package read

import (
	"os"
	"path/filepath"
	"testing"

	"reprise/internal/outside"
	"reprise/resolution/resolutiontest"
)

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
		d, err := Open(t.Context(), filepath.Base(f), content, Options{Format: "text"})
		if err != nil {
			t.Error(err)
			continue
		}
		if diff := resolutiontest.Lost(resolutiontest.Letters(string(content)), resolutiontest.Letters(resolutiontest.Held(d)...)); diff != "" {
			t.Errorf("%s: letters lost (-) or made (+): %s", filepath.Base(f), diff)
		}
	}
}

// FuzzText: reading text never panics, and law 1 holds.
func FuzzText(f *testing.F) {
	f.Add("United Nations\nA/RES/200/41\n\n200/41. Keeping of teacups\n\nThe General Assembly,\n\nRecalling its reso-\nlution 199/3, 1\n_____\n1 See there.\n\nA/RES/200/41\n2/2\n\n1.\nDecides to rest.\n45th plenary meeting\n5 December 2145\n")
	f.Add("The Security Council,\nRequests the\n1.\nkeepers to rest;\n2.\nDecides to\nremain.")
	f.Add("A- s") // two halves of a word that end the text
	f.Fuzz(func(t *testing.T, text string) {
		content := []byte(text)
		if wide, err := fromUTF16(content); err == nil && wide.text != nil {
			content = wide.text
		}
		source, err := decode(content)
		if err != nil {
			return
		}
		d, err := Open(t.Context(), "fuzz", []byte(text), Options{Format: "text"})
		if err != nil {
			return
		}
		if diff := resolutiontest.Lost(resolutiontest.Letters(string(source.text)), resolutiontest.Letters(resolutiontest.Held(d)...)); diff != "" {
			t.Errorf("letters lost (-) or made (+): %s", diff)
		}
	})
}

// FuzzMarkdown: reading Markdown never panics.
func FuzzMarkdown(f *testing.F) {
	f.Add("# General Assembly\n\n*The General Assembly,*\n\n*Recalling* its [resolution](#) 199/3,<sup>1</sup>\n\n---\n\n<sup>1</sup> See.\n\n1. *Decides* to rest;\n2. *Requests* tea[^2].\n\n[^2]: Note\n\n| a | b |\n|---|---|\n| c | d |\n")
	f.Fuzz(func(t *testing.T, text string) {
		_, _ = Open(t.Context(), "fuzz", []byte(text), Options{Format: "markdown"})
	})
}
