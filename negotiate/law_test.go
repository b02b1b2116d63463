package negotiate_test

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"

	"reprise/diff"
	"reprise/negotiate"
	"reprise/read"
	"reprise/report/word"
	"reprise/resolution"
)

// tester is a test, or a draw of one.
type tester interface {
	Helper()
	Errorf(format string, args ...any)
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

// law8 holds the amendments of a comparison against law 8: written as a text, read
// back as any other and applied to the old text, they give the new one.
func law8(t tester, old, new *resolution.Document) *negotiate.Motion {
	t.Helper()
	m := negotiate.Write(diff.Compare(old, new))
	text := ""
	for _, line := range m.Text() {
		text += line + "\n\n"
	}
	if len(m.Operations) == 0 {
		if at, same := negotiate.Same(old, new); !same {
			t.Errorf("no amendments, though %s differs", at)
		}
		return m
	}
	var docx bytes.Buffer
	if err := (word.Docx{}).RenderAmendment(&docx, m); err != nil {
		t.Fatal(err)
	}
	readBack(t, old, new, m, []byte(text))
	readBack(t, old, new, m, docx.Bytes())
	return m
}

// readBack reads a written amendment, as a text or as Word, applies it and compares.
func readBack(t tester, old, new *resolution.Document, m *negotiate.Motion, content []byte) {
	t.Helper()
	doc, err := read.Open(context.Background(), "amendment", content, read.Options{Amendment: true, Language: m.Language})
	if err != nil {
		t.Fatal(err)
	}
	a := negotiate.Read(doc)
	for _, c := range a.Unread {
		t.Errorf("not read back from %s: %.200q", doc.Reading.Format, c.Text)
	}
	r := negotiate.Apply(old, a)
	for _, o := range r.Outcomes {
		if o.State == negotiate.Refused {
			t.Errorf("refused (%s): %.200s", o.Refusal.Reason, o.Operation.Printed)
		}
	}
	if at, same := negotiate.Same(r.Amended, new); !same {
		t.Errorf("law 8, %s: %s does not come out; the amendment is\n%.2000s", doc.Reading.Format, at, strings.Join(m.Text(), "\n"))
	}
}

func TestLaw8Specimen(t *testing.T) {
	docs := texts(t, "../testdata/specimen*/*.md", 8)
	var motions []*negotiate.Motion
	for _, a := range docs {
		for _, b := range docs {
			if a.Language == b.Language {
				t.Run(filepath.Base(a.Reading.Name)+"-"+filepath.Base(b.Reading.Name), func(t *testing.T) { motions = append(motions, law8(t, a, b)) })
			}
		}
	}
	figures(t, motions)
}

// figures says how amendments come out: by operation, and how often the whole
// text had to be replaced.
func figures(t *testing.T, motions []*negotiate.Motion) {
	kinds := map[string]int{}
	whole := 0
	for _, m := range motions {
		for _, op := range m.Operations {
			kinds[op.Kind.String()]++
			if op.Kind == negotiate.Replace && op.Targets[0].Kind == negotiate.TextPlace {
				whole++
			}
		}
	}
	t.Logf("%d amendments, %d of the whole text; operations: %v", len(motions), whole, kinds)
}
