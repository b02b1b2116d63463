package series_test

import (
	"slices"
	"testing"

	"reprise/resolution"
	"reprise/series"
)

// TestRowsStayInTheirPart: a point of an annex that became a paragraph of the
// preamble does not take the dropped points beside it along.
func TestRowsStayInTheirPart(t *testing.T) {
	const (
		pp  = "Recalling the first gathering of kite flyers on the windy meadow above the harbour,"
		op  = "Requests the keepers of the meadow to mow the grass twice before every gathering;"
		one = "The commitment of all kite flyers to share string, paste and paper with beginners;"
		two = "Tails shall be no longer than nine times the height of the child that holds them;"
	)
	clause := func(id string, part resolution.Part, text string) *resolution.Clause {
		return &resolution.Clause{ID: id, Part: part, Text: text}
	}
	s := series.Follow([]*resolution.Document{
		{Symbol: "A/RES/211/1", Clauses: []*resolution.Clause{clause("pp1", resolution.Preamble, pp), clause("op1", resolution.Operative, op),
			clause("annex/op1", resolution.Annex, one), clause("annex/op2", resolution.Annex, two)}},
		{Symbol: "A/RES/213/1", Clauses: []*resolution.Clause{clause("pp1", resolution.Preamble, pp), clause("pp2", resolution.Preamble, one),
			clause("op1", resolution.Operative, op)}},
	})
	var got []string
	for _, l := range s.Lineages {
		got = append(got, l.States[0].Clause.ID)
	}
	if want := []string{"pp1", "annex/op1", "op1", "annex/op2"}; !slices.Equal(got, want) {
		t.Errorf("rows %q, want %q", got, want)
	}
}
