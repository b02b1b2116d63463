package room_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reprise/review"
	"reprise/room"
)

var (
	anna  = room.Member{Person: "anna", Name: "Anna", Delegation: "Ruritania", Role: room.Editor}
	boris = room.Member{Person: "boris", Name: "Boris", Delegation: "Ruritania", Role: room.Reviewer}
	clara = room.Member{Person: "clara", Name: "Clara", Delegation: "Borduria", Role: room.Reviewer}
	dora  = room.Member{Person: "dora", Name: "Dora", Role: room.Reader}
	eve   = room.Member{Person: "eve", Name: "Eve", Delegation: "Ruritania"} // no member
)

func on(clause string) room.At {
	return room.At{Made: review.Made{Comparison: "A → B", Old: "a", New: "b"}, Old: []string{clause}, New: []string{clause}, Name: strings.ToUpper(clause)}
}

func by(m room.Member, e room.Entry) room.Entry {
	e.Person, e.Delegation = m.Person, m.Delegation
	if e.At.IsZero() {
		e.At = on("op1")
	}
	return e
}

func stateOf(entries ...room.Entry) *room.State {
	s := &room.State{}
	for i, e := range entries {
		e.Seq = int64(i + 1)
		s.Add(e)
	}
	return s
}

func seen(v room.View) string {
	var ids []string
	for _, e := range v.Entries {
		ids = append(ids, e.ID)
	}
	return strings.Join(ids, " ")
}

// What is said is its author's until it is shared; then it is the delegation's that
// the author spoke for, or everyone's who is a member.
func TestWhoSeesWhat(t *testing.T) {
	s := stateOf(
		by(boris, room.Entry{ID: "own", Text: "x"}),
		by(boris, room.Entry{ID: "ours", Text: "x", Visibility: room.Delegation}),
		by(boris, room.Entry{ID: "all", Text: "x", Visibility: room.Everyone}),
		by(dora, room.Entry{ID: "nobodys", Text: "x", Visibility: room.Delegation}),
	)
	for _, c := range []struct {
		who  room.Member
		want string
	}{{boris, "own ours all"}, {anna, "ours all"}, {clara, "all"}, {dora, "all nobodys"}, {eve, ""}} {
		if got := seen(s.For(c.who)); got != c.want {
			t.Errorf("%s sees %q, want %q", c.who.Name, got, c.want)
		}
	}
	moved := boris
	moved.Delegation = "Borduria"
	if got := seen(s.For(moved)); got != "own ours all" {
		t.Errorf("Boris, who changed sides, sees %q", got)
	}
	if later := (room.Member{Person: "new", Delegation: "Borduria", Role: room.Reader}); seen(s.For(later)) != "all" {
		t.Error("what Boris said for Ruritania is shown to Borduria since he went there")
	}
}

// Sharing shows an entry from then on, to those who catch up, too; what others said
// nobody can share, and what was shared stays so.
func TestSharing(t *testing.T) {
	s := stateOf(by(boris, room.Entry{ID: "m", Text: "x"}))
	share := by(boris, room.Entry{ID: "s", Kind: room.Shared, About: "m", Visibility: room.Everyone})
	if err := s.Check(by(clara, room.Entry{ID: "t", Kind: room.Shared, About: "m", Visibility: room.Everyone}), clara); !errors.Is(err, room.ErrAbsent) {
		t.Errorf("Clara shares what she does not see: %v", err)
	}
	if err := s.Check(share, boris); err != nil {
		t.Fatal(err)
	}
	share.Seq = 2
	s.Add(share)
	if got := seen(s.After(clara, 1)); got != "m s" {
		t.Errorf("since the first entry Clara sees %q", got)
	}
	if err := s.Check(by(clara, room.Entry{ID: "t", Kind: room.Shared, About: "m", Visibility: room.Everyone}), clara); !errors.Is(err, room.ErrRefused) {
		t.Errorf("Clara shares what Boris said: %v", err)
	}
	if err := s.Check(by(boris, room.Entry{ID: "u", Kind: room.Shared, About: "m", Visibility: room.Mine}), boris); !errors.Is(err, room.ErrRefused) {
		t.Errorf("what was shared is taken back: %v", err)
	}
}

// What an entry tells of others that are not seen is left out: what it replaces, what
// it answers, where it was put.
func TestHiddenEntriesAreNotNamed(t *testing.T) {
	s := stateOf(
		by(boris, room.Entry{ID: "draft", Text: "a secret"}),
		by(boris, room.Entry{ID: "final", Text: "x", Visibility: room.Everyone, Replaces: []string{"draft"}}),
		by(boris, room.Entry{ID: "post", Kind: room.Posted, Text: "x", Visibility: room.Delegation}),
		by(anna, room.Entry{ID: "answer", Kind: room.Posted, About: "post", Text: "x", Visibility: room.Everyone}),
		by(anna, room.Entry{ID: "put", Kind: room.Placed, About: "post", Visibility: room.Everyone, At: on("op9")}),
	)
	v := s.For(clara)
	if got := seen(v); got != "final" {
		t.Fatalf("Clara sees %q", got)
	}
	if told := fmt.Sprintf("%+v", v.Entries); strings.Contains(told, "draft") {
		t.Errorf("the entry names a hidden one: %s", told)
	}
}

// Two entries that replace the same one, written in ignorance of each other, both
// stand; a third may replace both. For others what they were shown stands until
// something that they are shown replaces it.
func TestConflictsShowBoth(t *testing.T) {
	s := stateOf(
		by(boris, room.Entry{ID: "one", Text: "1", Visibility: room.Everyone}),
		by(boris, room.Entry{ID: "two", Text: "2", Replaces: []string{"one"}}),
		by(boris, room.Entry{ID: "three", Text: "3", Replaces: []string{"one"}}),
	)
	standing := func(m room.Member) string {
		var ids []string
		for _, e := range s.For(m).Standing(room.Marked) {
			ids = append(ids, e.ID)
		}
		return strings.Join(ids, " ")
	}
	if standing(boris) != "two three" || standing(clara) != "one" {
		t.Errorf("stand %q for Boris and %q for Clara", standing(boris), standing(clara))
	}
	s.Add(by(boris, room.Entry{Seq: 4, ID: "four", Text: "", Visibility: room.Everyone, Replaces: []string{"one", "two", "three"}}))
	if standing(boris) != "" || standing(clara) != "" {
		t.Errorf("after all was taken back stand %q and %q", standing(boris), standing(clara))
	}
	s.Add(by(clara, room.Entry{Seq: 5, ID: "five", Text: "!", Visibility: room.Everyone, Replaces: []string{"one"}}))
	if standing(clara) != "five" {
		t.Error("an entry takes the place of one of another author")
	}
}

// A role may do what it may and no more.
func TestRoles(t *testing.T) {
	s := &room.State{}
	for _, c := range []struct {
		kind room.Kind
		may  []room.Member
	}{
		{room.Marked, []room.Member{anna, boris}}, {room.Posted, []room.Member{anna, boris}}, {room.Positioned, []room.Member{anna, boris}},
		{room.Decided, []room.Member{anna}}, {room.Came, []room.Member{anna}},
	} {
		for _, m := range []room.Member{anna, boris, dora, eve} {
			err := s.Check(by(m, room.Entry{ID: "x", Kind: c.kind, Text: "x", Visibility: room.Everyone}), m)
			if may := slices.Contains(c.may, m); may != (err == nil) {
				t.Errorf("%s by %s: %v", c.kind, m.Name, err)
			}
		}
	}
	if err := s.Check(by(dora, room.Entry{ID: "x", Text: "x", Visibility: room.Delegation}), room.Member{Person: "x", Role: room.Editor}); !errors.Is(err, room.ErrRefused) {
		t.Errorf("shared with no delegation: %v", err)
	}
}

// Law: nothing of an entry that a member may not see is in what the member is given,
// whatever was said in whatever order; and what After gives piece by piece is what For
// gives at once.
func TestNothingLeaks(t *testing.T) {
	people := []room.Member{anna, boris, clara, dora}
	rapid.Check(t, func(t *rapid.T) {
		s := &room.State{}
		var ids []string
		told := map[string]map[string]bool{}
		for _, m := range people {
			told[m.Person] = map[string]bool{}
		}
		for i := range rapid.IntRange(1, 30).Draw(t, "entries") {
			m := rapid.SampledFrom(people).Draw(t, "by")
			e := by(m, room.Entry{Seq: int64(i + 1), ID: fmt.Sprintf("entry%dx", i), Kind: rapid.SampledFrom([]room.Kind{room.Marked, room.Posted, room.Positioned, room.Shared, room.Decided, room.Placed}).Draw(t, "kind"),
				Visibility: room.Visibility(rapid.IntRange(0, 2).Draw(t, "visible")), Text: "x"})
			if len(ids) > 0 {
				e.About = rapid.SampledFrom(append(ids, "")).Draw(t, "about")
				e.Replaces = rapid.SliceOfN(rapid.SampledFrom(ids), 0, 2).Draw(t, "replaces")
			}
			if s.Check(e, m) != nil {
				continue
			}
			ids = append(ids, e.ID)
			s.Add(e)
			for _, m := range people {
				for _, e := range s.After(m, int64(i)).Entries {
					told[m.Person][e.ID] = true
				}
			}
		}
		for _, m := range people {
			v := s.For(m)
			all := seen(v)
			for _, e := range v.Entries {
				if e.Person != m.Person && (e.Visibility == room.Mine || e.Visibility == room.Delegation && (e.Delegation != m.Delegation || m.Delegation == "")) {
					t.Fatalf("%s sees %+v", m.Name, e)
				}
				for _, other := range append(e.Replaces, e.About) {
					if other != "" && !strings.Contains(all+" ", other+" ") {
						t.Fatalf("%s is told of %s by %+v", m.Name, other, e)
					}
				}
				if !told[m.Person][e.ID] {
					t.Fatalf("%s was never told of %s", m.Name, e.ID)
				}
			}
		}
	})
}

func TestCheckNamesFaults(t *testing.T) {
	good := by(boris, room.Entry{ID: "a1", Text: "x"})
	if err := good.Check(); err != nil {
		t.Fatal(err)
	}
	for name, bad := range map[string]func(*room.Entry){
		"no ID":            func(e *room.Entry) { e.ID = "" },
		"an ID with marks": func(e *room.Entry) { e.ID = "a b" },
		"too long":         func(e *room.Entry) { e.Text = strings.Repeat("x", room.MaxText+1) },
		"no clause":        func(e *room.Entry) { e.At.Old, e.At.New = nil, nil },
		"no UTF-8":         func(e *room.Entry) { e.Text = "\xff" },
		"a zero byte":      func(e *room.Entry) { e.Wording = "\x00" },
		"an empty post":    func(e *room.Entry) { e.Kind, e.Text = room.Posted, " " },
		"shares nothing":   func(e *room.Entry) { e.Kind = room.Shared },
	} {
		e := good
		bad(&e)
		if e.Check() == nil {
			t.Errorf("%s: kept", name)
		}
	}
}
