package tell

import (
	"strings"
	"testing"

	"reprise/resolution"
)

// Each warning of a reading is said, in English and in French, with all its values.
func TestReadingWarnings(t *testing.T) {
	for _, language := range []string{"en", "fr"} {
		said := map[string]bool{}
		for kind := resolution.GapWarning; kind <= resolution.OwnFile; kind++ {
			for _, n := range []int{1, 2} {
				w := resolution.Warning{Kind: kind, N: n, Of: 9, Names: []string{"lamp", "oil"}, Gap: resolution.Gap{Kind: resolution.NumberGap, After: "op2", Next: "op5"}}
				d := &resolution.Document{Reading: resolution.Reading{Warnings: []resolution.Warning{w}}}
				text := In(language).ReadingWarnings(d)[0]
				if text == "" || strings.ContainsAny(text, "{}") {
					t.Errorf("%s: %s of %d: %q", language, kind, n, text)
				}
				if n == 1 && said[text] {
					t.Errorf("%s: %s says what another says: %q", language, kind, text)
				}
				said[text] = true
			}
		}
	}
	several := resolution.Warning{Kind: resolution.SeveralTexts, Names: []string{"", "front1"}}
	d := &resolution.Document{Reading: resolution.Reading{Warnings: []resolution.Warning{several}}}
	if got := In("en").ReadingWarnings(d)[0]; !strings.Contains(got, "(front1): the first was read") {
		t.Error(got)
	}
}
