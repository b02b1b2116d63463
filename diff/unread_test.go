package diff

import (
	"testing"

	"reprise/resolution"
)

// What is on one side only where text of the other is known to be missing is
// marked, and a warning says what is missing; the rest is not.
func TestUnreadClausesAreMarked(t *testing.T) {
	paragraphs := []string{"pp1||Recalling the lamps of the north,", "op1|1.|Welcomes the kites of the keepers;", "op2|2.|Requests more tea for every harbour;",
		"op3|3.|Urges owners to mend the bells;", "op4|4.|Invites visitors to bring oars;", "op5|5.|Decides to rest in the winter."}
	old := text(paragraphs...)
	for _, c := range []struct {
		why  string
		gap  resolution.Gap
		kept []int // of the old text, in the new
		want map[string]bool
	}{
		{"a page between", resolution.Gap{Kind: resolution.PictureGap, Page: 2}, []int{0, 1, 4, 5}, map[string]bool{"op2": true, "op3": true}},
		{"a page between, and a clause dropped elsewhere", resolution.Gap{Kind: resolution.PictureGap, Page: 2}, []int{1, 4, 5}, map[string]bool{"pp1": false, "op2": true, "op3": true}},
		{"numbers that jump", resolution.Gap{Kind: resolution.NumberGap, After: "op1", Next: "op4"}, []int{0, 1, 4, 5}, map[string]bool{"op2": true, "op3": true}},
		{"an empty page", resolution.Gap{Kind: resolution.EmptyGap, Page: 2}, []int{0, 1, 4, 5}, map[string]bool{"op2": false, "op3": false}},
	} {
		var lines []string
		for _, i := range c.kept {
			lines = append(lines, paragraphs[i])
		}
		new := text(lines...)
		for i, clause := range new.Clauses {
			clause.Page = 1
			if i >= len(new.Clauses)-2 {
				clause.Page = 3
			}
		}
		new.Reading.Gaps = []resolution.Gap{c.gap}
		got := Compare(old, new)
		for _, ch := range got.Changes {
			if ch.Status != Removed {
				continue
			}
			if id := ch.Old[0].ID; ch.Unread != c.want[id] {
				t.Errorf("%s: %s marked %t, want %t", c.why, id, ch.Unread, c.want[id])
			}
		}
		if warned := len(got.Warnings) > 0; warned != (c.gap.Kind != resolution.EmptyGap) {
			t.Errorf("%s: warnings %+v", c.why, got.Warnings)
		}
	}
}
