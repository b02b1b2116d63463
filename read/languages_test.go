package read

import (
	"os"
	"strings"
	"testing"

	"reprise/internal/lexicon"
	"reprise/internal/outside"
	"reprise/resolution"
)

// One resolution in each language that has data is read into the same outline:
// the formula, four preambular and four operative paragraphs, numbered and with
// their leads.
func TestOneResolutionInEveryLanguage(t *testing.T) {
	want := "formula pp1 pp2 pp3 pp4 op1 op2 op3 op4"
	for _, code := range lexicon.Codes() {
		file := outside.Texts(t, "resolutions", "languages", code, "A_RES_55_100.txt")
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		d, err := Open(t.Context(), file, text, Options{})
		if err != nil {
			t.Errorf("%s: %v", code, err)
			continue
		}
		if d.Language != code || d.Symbol != "A/RES/55/100" || d.Body != "GA" {
			t.Errorf("%s: read as %s of %s in %s", code, d.Symbol, d.Body, d.Language)
		}
		var ids []string
		for _, c := range d.Clauses {
			if c.Part == resolution.Preamble || c.Part == resolution.Operative {
				ids = append(ids, c.ID)
				if c.ID != "formula" && c.Lead == "" {
					t.Errorf("%s: %s opens without a lead: %.60s", code, c.ID, c.Text)
				}
			}
		}
		if got := strings.Join(ids, " "); got != want {
			t.Errorf("%s: found %s, want %s", code, got, want)
		}
	}
}
