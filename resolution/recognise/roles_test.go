package recognise

import (
	"testing"

	"reprise/internal/lexicon"
	"reprise/resolution"
)

// A line that a language gives a role which nothing knows would be read and
// forgotten.
func TestLinesOfEveryLanguageHaveKnownRoles(t *testing.T) {
	for _, code := range lexicon.Codes() {
		lex, err := lexicon.Language(code)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range lex.Table("lines") {
			if _, ok := resolution.RoleByName(row[0]); !ok {
				t.Errorf("%s/lines.txt: no role %q", code, row[0])
			}
		}
	}
}
