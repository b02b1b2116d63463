package negotiate_test

import (
	"fmt"
	"strings"
	"testing"

	"reprise/diff"
	"reprise/negotiate"
	"reprise/resolution"
)

// What versions took of amendments to the drafts before them (testdata/negotiation/series):
// each operation as a person judges it.
func TestFollow(t *testing.T) {
	const folder = "../testdata/negotiation/series/"
	for _, c := range []struct{ draft, next, amendment, want, all string }{
		{"A_200_L.5.txt", "A_200_L.5_Rev.1.txt", "A_200_L.9.txt", "taken op1 > op1; in-part op3 > op4; not-taken pp4; taken op4 > op5; nothing-to-take", "in-part"},
		{"A_200_L.5_Rev.1.txt", "A_RES_200_41.txt", "A_200_L.11.txt", "taken op2 > op2", "taken"},
		{"A_200_L.5_Rev.1.txt", "A_RES_200_41.txt", "A_200_L.12.txt", "not-taken pp4", "not-taken"},
	} {
		t.Run(c.amendment, func(t *testing.T) {
			draft := text(t, folder+c.draft)
			if want := strings.ReplaceAll(strings.TrimSuffix(c.draft, ".txt"), "_", "/"); string(draft.Symbol) != want {
				t.Errorf("symbol %s, want %s", draft.Symbol, want)
			}
			f := negotiate.Follow(draft, text(t, folder+c.next), negotiate.Read(note(t, folder+c.amendment, "en")))[0]
			var got []string
			for _, op := range f.Operations {
				said := strings.TrimSpace(op.Fate.String() + " " + clauseIDs(op.Clauses))
				if len(op.Came) > 0 {
					said += " > " + clauseIDs(op.Came[:1])
				}
				got = append(got, said)
			}
			if s := strings.Join(got, "; "); s != c.want {
				t.Errorf("got  %s\nwant %s", s, c.want)
			}
			if f.Fate().String() != c.all {
				t.Errorf("as a whole %s, want %s", f.Fate(), c.all)
			}
			if (f.Text != nil) != (c.all != "not-taken") {
				t.Errorf("a text with what was taken: %v", f.Text != nil)
			}
		})
	}
}

func clauseIDs(list []*resolution.Clause) string {
	var ids []string
	for _, c := range list {
		ids = append(ids, c.ID)
	}
	return strings.Join(ids, " ")
}

// What a version took of an amendment that it adopts as a whole is all of it, and of
// one that the draft before it is not changed by, nothing.
func TestFollowAll(t *testing.T) {
	docs := specimen(t)
	for i := 1; i < len(docs); i++ {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			m := negotiate.Write(diff.Compare(docs[i-1], docs[i]))
			a := &negotiate.Amendment{Operations: m.Operations, Language: m.Language}
			for _, op := range negotiate.Follow(docs[i-1], docs[i], a)[0].Operations {
				if op.Fate != negotiate.Taken && op.Fate != negotiate.NothingToTake {
					t.Errorf("%s: %.120s", op.Fate, op.Printed)
				}
			}
			for _, op := range negotiate.Follow(docs[i-1], docs[i-1], a)[0].Operations {
				if op.Fate != negotiate.NotTaken && op.Fate != negotiate.NothingToTake {
					t.Errorf("in the draft itself %s: %.120s", op.Fate, op.Printed)
				}
			}
		})
	}
}
