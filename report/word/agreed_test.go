package word_test

import (
	"io"
	"strings"
	"testing"

	"reprise/internal/wordml/wordmltest"
	"reprise/report/reporttest"
	"reprise/report/word"
)

// TestAgreedDocxIsTheDraftWithComments: the text is the draft's, nothing is tracked,
// and each clause has a comment.
func TestAgreedDocxIsTheDraftWithComments(t *testing.T) {
	a := reporttest.Agreement(t)
	docx := reporttest.Written(t, func(w io.Writer) error { return word.Docx{}.RenderAgreed(w, a) })
	if faults := wordmltest.Faults(docx); len(faults) > 0 {
		t.Error(faults)
	}
	parts, err := wordmltest.Parts(docx)
	if err != nil {
		t.Fatal(err)
	}
	body, comments := string(parts["word/document.xml"]), string(parts["word/comments.xml"])
	if strings.Contains(body, "<w:ins ") || strings.Contains(body, "<w:del ") {
		t.Error("something is tracked")
	}
	if n := strings.Count(comments, "<w:comment "); n != len(a.Clauses) {
		t.Errorf("%d comments for %d clauses", n, len(a.Clauses))
	}
	for _, want := range []string{"Agreed language: A/RES/208/33 PP3", "It reads there: Recalling", "New language", "by a vote only"} {
		if !strings.Contains(comments, want) {
			t.Errorf("no comment says %q", want)
		}
	}
	accepted, err := wordmltest.Resolve(docx, wordmltest.New)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(strings.Join(accepted.Paragraphs, "\n"), wordmltest.NoteMark, "")
	for _, j := range a.Clauses {
		if !strings.Contains(text, j.Clause.Text) {
			t.Errorf("%s is not in the document", j.Clause.ID)
		}
	}
}
