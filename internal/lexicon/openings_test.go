package lexicon

import (
	"os"
	"strings"
	"testing"

	"reprise/internal/outside"
)

// openingsColumn is where a language stands in the list of openings.
var openingsColumn = map[string]int{"en": 2, "es": 3, "fr": 4, "ru": 5, "zh": 6, "ar": 7}

// leastOpenings is the share of openings that each language must know. What is
// left are openings of the list that are none: the second half of a sentence,
// a table's notes.
const leastOpenings = 0.95

// Of the openings of real paragraphs in six languages nearly all are told by
// their leads, with the form of the part in which they stand.
func TestOpenings(t *testing.T) {
	text, err := os.ReadFile(outside.Texts(t, "resolutions", "languages", "aligned", "leads_evidence.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(strings.TrimSpace(string(text)), "\n")[1:]
	for _, code := range Codes() {
		for kind, form := range map[string]LeadForm{"preambular": PreambularForm, "operative": OperativeForm} {
			lex, err := Language(code)
			if err != nil {
				t.Fatal(err)
			}
			all, known := 0, 0
			for _, row := range rows {
				cells := strings.Split(row, "\t")
				if cells[0] != kind {
					continue
				}
				all++
				opening := strings.TrimSpace(strings.NewReplacer("'", "’").Replace(cells[openingsColumn[code]]))
				if lead, ok := lex.Lead(opening); ok && lead.Form&form != 0 {
					known++
				} else {
					t.Logf("%s: not known as %s: %q %+v", code, kind, opening, lead)
				}
			}
			share := float64(known) / float64(all)
			t.Logf("%s: %.3f of %d %s openings known", code, share, all, kind)
			if share < leastOpenings {
				t.Errorf("%s: %.3f of %d %s openings known, want %.2f", code, share, all, kind, leastOpenings)
			}
		}
	}
}
