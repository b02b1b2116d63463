package web_test

import (
	"encoding/base64"
	"strings"
	"testing"

	"reprise/internal/wordml/wordmltest"
)

// checkStoryInWord holds the Word file that the story ends with against it: rejecting
// gives the draft, accepting the revision, and the comments say who said what.
func checkStoryInWord(t *testing.T, encoded string) {
	t.Helper()
	content, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil {
		t.Fatal(err)
	}
	parts, err := wordmltest.Parts(content)
	if err != nil {
		t.Fatal(err)
	}
	for side, want := range map[wordmltest.Side]string{wordmltest.Old: "from dusk until dawn", wordmltest.New: "from dusk until sunrise"} {
		text, err := wordmltest.Resolve(content, side)
		if err != nil {
			t.Fatal(err)
		}
		if all := strings.Join(text.Paragraphs, "\n"); !strings.Contains(all, want) || strings.Contains(all, "Strongly urges") != (side == wordmltest.New) {
			t.Errorf("side %d: %s", side, all)
		}
	}
	comments := string(parts["word/comments.xml"])
	for _, want := range []string{"Hanna (Ruritania)", "Boris (Borduria)", "We need time.", "Sunrise it is."} {
		if !strings.Contains(comments, want) {
			t.Errorf("no comment says %q", want)
		}
	}
}
