package page

import (
	"testing"

	"reprise/diff"
	"reprise/resolution"
)

// An edit is explained by the reason that stands where it does: of two numbers that
// read the same, each by its own.
func TestReasonsStandWhereTheyAre(t *testing.T) {
	version := func(text string) *resolution.Document {
		return &resolution.Document{Language: "en", Clauses: []*resolution.Clause{{ID: "op1", Part: resolution.Operative, Label: "1.", Text: text}}}
	}
	c := diff.Compare(version("Requests 30 lamps for every reef of the coast, and 30 bells for the harbour;"),
		version("Requests 50 lamps for every reef of the coast, and 40 bells for the harbour;"))
	ch := c.Changes[0]
	got := ""
	for _, h := range hunksOf(ch) {
		if h.Reason > 0 {
			got += ch.Reasons[h.Reason-1].Old.Text() + " to " + ch.Reasons[h.Reason-1].New.Text() + "; "
		}
	}
	if want := "30 to 50; 30 to 50; 30 to 40; 30 to 40; "; got != want {
		t.Errorf("edits are explained by %q, want %q", got, want)
	}
}
