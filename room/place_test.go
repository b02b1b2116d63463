package room_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"reprise/diff"
	"reprise/read"
	"reprise/resolution"
	"reprise/review"
	"reprise/room"
)

const draft = `A/C.9/211/L.4

Keeping of lighthouses

The General Assembly,

Recalling its resolution 209/12 of 4 December 2154 on the keeping of lighthouses,

1. Urges all coastal States to keep every lighthouse lit from dusk until dawn and to publish the hours at which each lamp is trimmed;

2. Requests the Secretary-General to appoint a keeper for each island that has none and to provide every keeper with oil for two winters;

3. Invites the Borduria Society of Mariners to lend its charts to the keepers free of charge;

4. Decides to remain seized of the matter.
`

// revised takes lines of the draft in exchange for others.
func revised(t *testing.T, pairs ...string) *resolution.Document {
	t.Helper()
	d, err := read.Open(t.Context(), "draft.txt", []byte(strings.NewReplacer(pairs...).Replace(draft)), read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func compared(old, new *resolution.Document, versions map[string]*resolution.Document) (*diff.Comparison, *review.Finder) {
	c := diff.Compare(old, new)
	on := review.Comparison{Old: old, New: new}
	for _, ch := range c.Changes {
		on.Links = append(on.Links, ch.Link)
	}
	return c, review.NewFinder(on, versions)
}

// When a version comes, what was said goes with its clause: on kept and reworded
// clauses, on all parts of a split, into a merged one; what has no clause any more is
// listed, and where an editor put it counts from then on.
func TestWhatWasSaidFollowsItsClause(t *testing.T) {
	base := revised(t)
	first := revised(t, "to keep every lighthouse lit", "to keep each lighthouse lit")
	second := revised(t,
		"to keep every lighthouse lit from dusk until dawn", "to keep each and every lighthouse brightly lit from dusk until dawn",
		"2. Requests the Secretary-General to appoint a keeper for each island that has none and to provide every keeper with oil for two winters;",
		"2. Requests the Secretary-General to appoint a keeper for each island that has none;\n\n3. Also requests the Secretary-General to provide every keeper with oil for two winters;",
		"3. Invites the Borduria Society of Mariners to lend its charts to the keepers free of charge;\n\n4. Decides", "4. Decides")
	versions := map[string]*resolution.Document{}
	for _, d := range []*resolution.Document{base, first, second} {
		versions[review.VersionOf(d, "").Key()] = d
	}
	made := review.Made{Comparison: "L.4 → Rev.1", Old: review.VersionOf(base, "").Key(), New: review.VersionOf(first, "").Key()}
	at := func(id string) room.At {
		return room.At{Made: made, Old: []string{id}, New: []string{id}, Name: strings.ToUpper(id)}
	}
	s := stateOf(
		by(anna, room.Entry{ID: "reworded", Text: "x", At: at("op1")}),
		by(anna, room.Entry{ID: "split", Kind: room.Positioned, Text: "x", At: at("op2")}),
		by(anna, room.Entry{ID: "gone", Kind: room.Posted, Text: "x", At: at("op3")}),
		by(anna, room.Entry{ID: "kept", Text: "x", At: at("op4")}),
		by(anna, room.Entry{ID: "unknown", Text: "x", At: at("op77")}),
	)
	told := func(v room.View, old, new *resolution.Document) (where, lost string) {
		c, finder := compared(old, new, versions)
		l := v.Lay(v.Standing(room.Marked, room.Posted, room.Positioned), finder)
		var lines []string
		for i, ch := range c.Changes {
			for _, it := range l.On[i] {
				for _, n := range append(ch.New, ch.Old...)[:max(1, len(ch.New))] {
					lines = append(lines, fmt.Sprintf("%s:%s", it.ID, n.ID))
				}
			}
		}
		slices.Sort(lines)
		var none []string
		for _, it := range l.Lost {
			none = append(none, it.ID)
		}
		return strings.Join(lines, " "), strings.Join(none, " ")
	}
	v := s.For(anna)
	if where, lost := told(v, base, first); where != "gone:op3 kept:op4 reworded:op1 split:op2" || lost != "unknown" {
		t.Errorf("where it was made: %s; lost %s", where, lost)
	}
	if where, lost := told(v, first, second); where != "gone:op3 kept:op4 reworded:op1 split:op2 split:op3" || lost != "unknown" {
		t.Errorf("the next step: %s; lost %s", where, lost)
	}
	if where, lost := told(v, second, first); !strings.Contains(where, "reworded:op1") || !strings.Contains(where, "split:op2") || lost != "unknown" {
		t.Errorf("backwards: %s; lost %s", where, lost)
	}
	without := revised(t, "\n3. Invites the Borduria Society of Mariners to lend its charts to the keepers free of charge;\n", "", "4. Decides", "3. Decides")
	if where, lost := told(v, without, without); where != "kept:op3 reworded:op1 split:op2" || lost != "gone unknown" {
		t.Errorf("without its clause: %s; lost %s", where, lost)
	}
	s.Add(by(anna, room.Entry{Seq: 9, ID: "put", Kind: room.Placed, About: "unknown", Visibility: room.Everyone, At: at("op1")}))
	if where, lost := told(s.For(anna), first, second); !strings.Contains(where, "unknown:op1") || lost != "" {
		t.Errorf("after it was put on OP1: %s; lost %s", where, lost)
	}
}

// A review file of the static page comes in: what its owner marked as marks, what
// others said in it as posts that name them; taken in twice it changes nothing.
func TestReviewFileComesIn(t *testing.T) {
	r := review.Review{Marks: []review.Mark{
		{Reviewer: "Anna", Verdict: review.Agreed, Note: "good", Made: on("op1").Made, Old: []string{"op1"}, New: []string{"op1"}, Name: "OP1"},
		{Reviewer: "Zeno", Verdict: review.Rejected, Note: "bad", Made: on("op1").Made, Old: []string{"op1"}, New: []string{"op1"}, Name: "OP1"},
	}}
	id := func(m review.Mark) string { return "id" + m.Reviewer }
	got := room.FromReview(r, anna, id)
	if len(got) != 2 || got[0].Kind != room.Marked || got[0].Verdict != room.Agreed || got[0].Text != "good" {
		t.Fatalf("got %+v", got)
	}
	if got[1].Kind != room.Posted || got[1].Text != "Zeno: bad" || got[1].Person != "anna" || got[1].Verdict != room.Rejected {
		t.Errorf("of another: %+v", got[1])
	}
	for _, e := range got {
		if err := e.Check(); err != nil {
			t.Error(err)
		}
	}
	v := stateOf(got...).For(anna)
	back := v.Review(v.Entries, func(string) string { return "Anna" }, nil)
	if len(back.Marks) != 2 || back.Marks[0].Verdict == back.Marks[1].Verdict {
		t.Errorf("out again: %+v", back)
	}
}
