package word_test

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"strings"
	"testing"

	"reprise/diff"
	"reprise/internal/outside"
	"reprise/internal/wordml/wordmltest"
	"reprise/report/reporttest"
	"reprise/report/word"
)

// Whoever loses the look of the old file is told so, and why; whoever keeps it
// is not bothered.
func TestDocxWarnsWhereTheOldFileIsNoBase(t *testing.T) {
	specimen := reporttest.Specimen(t)
	base := asBase(t, specimen.Old)
	tracked := *base
	tracked.Source = reporttest.Render(t, word.Docx{}, specimen)
	for name, tc := range map[string]struct {
		c    *diff.Comparison
		want string
	}{
		"a file that can":             {diff.Compare(base, specimen.New), ""},
		"no file":                     {specimen, ""},
		"a file with tracked changes": {diff.Compare(&tracked, specimen.New), "it has tracked changes of its own"},
	} {
		var heard []string
		docx := reporttest.Render(t, word.Docx{Warn: func(text string) { heard = append(heard, text) }}, tc.c)
		if got := strings.Join(heard, "\n"); (got == "") != (tc.want == "") || !strings.Contains(got, tc.want) {
			t.Errorf("%s: warned %q, want %q in it", name, got, tc.want)
		}
		if len(docx) == 0 {
			t.Errorf("%s: no document", name)
		}
	}
}

// Comments as pandoc reads them: every one begins in the paragraph that it is
// on, and says what the remark says.
func TestDocxCommentsInPandoc(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: starts pandoc")
	}
	own := reporttest.Specimen(t)
	for name, c := range map[string]*diff.Comparison{
		"of our own":           own,
		"on the old text's":    diff.Compare(asBase(t, own.Old), own.New),
		"on a file like those": templateComparison(t),
	} {
		t.Run(name, func(t *testing.T) {
			docx := reporttest.Render(t, word.Docx{}, c)
			for _, fault := range wordmltest.Faults(docx) {
				t.Error(fault)
			}
			comments := pandocComments(t, docx)
			if len(comments) < 3 {
				t.Fatalf("%d comments", len(comments))
			}
			for _, comment := range comments {
				head, _, _ := strings.Cut(comment.text, ":")
				if head == "" || comment.author != "reprise" || comment.date == "" || comment.on == "" {
					t.Errorf("comment %+v", comment)
				}
			}
			for _, ch := range c.Changes {
				if ch.Counted() && ch.Status == diff.Added && !commented(comments, ch.New[0].Text) {
					t.Errorf("no comment on %.40q", ch.New[0].Text)
				}
			}
		})
	}
}

// pandocComment is a comment and the paragraph that it begins in.
type pandocComment struct{ author, date, text, on string }

func commented(comments []pandocComment, text string) bool {
	for _, c := range comments {
		if strings.Contains(c.on, unspaced(text)) {
			return true
		}
	}
	return false
}

func pandocComments(t *testing.T, docx []byte) []pandocComment {
	t.Helper()
	outside.Program(t, "pandoc")
	cmd := exec.Command("pandoc", "-f", "docx", "-t", "json", "--track-changes=all")
	cmd.Stdin = bytes.NewReader(docx)
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var tree struct{ Blocks []any }
	if err := json.Unmarshal(out, &tree); err != nil {
		t.Fatal(err)
	}
	var all []pandocComment
	for _, block := range tree.Blocks {
		w := commentWalk{}
		w.walk(block)
		for _, c := range w.found {
			c.on = w.text.String()
			all = append(all, c)
		}
	}
	return all
}

// commentWalk gathers a block's text and the comments that begin in it.
type commentWalk struct {
	text  strings.Builder
	found []pandocComment
}

func (w *commentWalk) walk(v any) {
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			w.walk(x)
		}
	case map[string]any:
		content, _ := v["c"].([]any)
		if v["t"] == "Str" {
			w.text.WriteString(v["c"].(string))
		}
		if v["t"] == "Span" && len(content) == 2 && w.comment(content) {
			return
		}
		if v["t"] != "Note" {
			w.walk(v["c"])
		}
	}
}

// comment takes a span that is the beginning of a comment: its text is inside.
func (w *commentWalk) comment(span []any) bool {
	attr := span[0].([]any)
	classes, _ := json.Marshal(attr[1])
	if !strings.Contains(string(classes), "comment-start") {
		return false
	}
	var c pandocComment
	for _, pair := range attr[2].([]any) {
		switch kv := pair.([]any); kv[0] {
		case "author":
			c.author = kv[1].(string)
		case "date":
			c.date = kv[1].(string)
		}
	}
	var inner commentWalk
	inner.walk(span[1])
	c.text = inner.text.String()
	w.found = append(w.found, c)
	return true
}
