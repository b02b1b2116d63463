package word_test

import (
	"strings"
	"testing"

	"reprise/diff"
	"reprise/internal/wordml/wordmltest"
	"reprise/read"
	"reprise/report/reporttest"
	"reprise/report/word"
)

// A file whose changed paragraph holds what reading makes otherwise still carries
// the changes; what stays of it stays as it was typed, and what goes goes whole.
func TestDocxOnAFileWithTypographersSigns(t *testing.T) {
	const plain = "To mend the efficient “lamp” of the café, at Å Point, and to offer “oil” first;"
	for _, c := range []struct{ why, typed, from, to, accepted string }{
		{"a ligature stays", "To mend the eﬃcient “lamp” of the café, at Å Point, and to oﬀer “oil” ﬁrst;", "lamp", "light",
			"To mend the eﬃcient “light” of the café, at Å Point, and to oﬀer “oil” ﬁrst;"},
		{"a word with a ligature goes", "To mend the eﬃcient “lamp” of the café, at Å Point, and to oﬀer “oil” ﬁrst;", "efficient", "brass",
			"To mend the brass “lamp” of the café, at Å Point, and to oﬀer “oil” ﬁrst;"},
		{"doubled quotation marks stay", `To mend the efficient ""lamp"" of the café, at Å Point, and to offer ''oil'' first;`, "lamp", "light",
			`To mend the efficient “light” of the café, at Å Point, and to offer ''oil'' first;`},
		{"doubled quotation marks go", `To mend the efficient ""lamp"" of the café, at Å Point, and to offer ''oil'' first;`, "“oil”", "tea",
			`To mend the efficient ""lamp"" of the café, at Å Point, and to offer tea first;`},
		{"accents that stand apart stay", "To mend the efficient “lamp” of the cafe\u0301, at A\u030a Point, and to offer “oil” first;", "lamp", "light",
			"To mend the efficient “light” of the cafe\u0301, at A\u030a Point, and to offer “oil” first;"},
		{"a word with such an accent goes", "To mend the efficient “lamp” of the cafe\u0301, at \u212b Point, and to offer “oil” first;", "café", "harbour",
			"To mend the efficient “lamp” of the harbour, at \u212b Point, and to offer “oil” first;"},
		{"what nobody sees", "To mend the effi\u00adcient “lamp” of the café, at Å Point, and to of\u200bfer “oil” first;", "lamp", "light",
			"To mend the effi\u00adcient “light” of the café, at Å Point, and to of\u200bfer “oil” first;"},
	} {
		t.Run(c.why, func(t *testing.T) {
			base := rewritten(t, map[string][]string{"word/document.xml": {"To mend the strings;", c.typed}})
			old := reporttest.Opened(t, "old.docx", base, read.Options{})
			next := strings.Replace(templateNext, "(b) To mend the strings;", "(b) "+strings.Replace(plain, c.from, c.to, 1), 1)
			comparison := diff.Compare(old, reporttest.Opened(t, "new.md", []byte(next), read.Options{}))
			var heard []string
			docx := reporttest.Render(t, word.Docx{Warn: func(s string) { heard = append(heard, s) }}, comparison)
			if len(heard) > 0 {
				t.Fatalf("warned: %v", heard)
			}
			for _, fault := range wordmltest.Faults(docx) {
				t.Error(fault)
			}
			readBackNew(t, docx, comparison)
			for side, want := range map[wordmltest.Side]string{wordmltest.Old: c.typed, wordmltest.New: c.accepted} {
				got, err := wordmltest.Resolve(docx, side)
				if err != nil {
					t.Fatal(err)
				}
				if all := strings.Join(shown(got), "\n"); !strings.Contains(all, want) {
					t.Errorf("side %d: %s", side, all)
				}
			}
		})
	}
}
