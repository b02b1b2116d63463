package store_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reprise/internal/database/databasetest"
	"reprise/library/store"
	"reprise/review"
	"reprise/room"
	rooms "reprise/room/store"
)

func opened(t *testing.T, where string) *rooms.Store {
	t.Helper()
	s, err := rooms.Open(t.Context(), where)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func same[T any](t *testing.T, what string, got, want T) {
	t.Helper()
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("%s (-want +got):\n%s", what, d)
	}
}

var mark = room.Entry{
	ID: "m1", Room: "r", Kind: room.Positioned, Person: "anna", Delegation: "Ruritania", Time: "2151-03-04T10:00:00Z", Visibility: room.Delegation,
	At:      room.At{Made: review.Made{Comparison: "A → B", Old: "a", New: "b"}, Old: []string{"op1"}, New: []string{"op1", "op2"}, Name: "OP1"},
	Verdict: room.Reserved, Text: "“quoted” ' ? $1", Wording: "Urges\nall", Replaces: []string{"m0", "m9"},
}

// What is kept comes back as it was, from either database.
func TestKeepsWhatItIsGiven(t *testing.T) {
	databasetest.Both(t, func(t *testing.T, where string) {
		s, ctx := opened(t, where), t.Context()
		for _, p := range []room.Person{{ID: "anna", Name: "Anna", Delegation: "Ruritania"}, {ID: "boris", Name: "Boris"}} {
			ok(t, s.SetPerson(ctx, p))
		}
		r := room.Room{ID: "r", Name: "Lighthouses", Created: "2151-03-04T10:00:00Z"}
		first := room.Member{Person: "anna", Name: "Anna", Delegation: "Ruritania", Role: room.Editor}
		ok(t, s.AddRoom(ctx, r, first))
		if err := s.AddRoom(ctx, r, first); !errors.Is(err, room.ErrTaken) {
			t.Errorf("a second room of the ID: %v", err)
		}
		got, err := s.Room(ctx, "r")
		ok(t, err)
		same(t, "room", got, r)
		second := room.Member{Person: "boris", Name: "Boris", Role: room.Reader}
		ok(t, s.SetMember(ctx, "r", second))
		members, err := s.Members(ctx, "r")
		ok(t, err)
		same(t, "members", members, []room.Member{first, second})
		second.Role = room.Outsider
		ok(t, s.SetMember(ctx, "r", second))
		of, err := s.RoomsOf(ctx, "boris")
		ok(t, err)
		same(t, "rooms of one who went", of, nil)

		kept, err := s.Add(ctx, mark)
		ok(t, err)
		want := mark
		want.Seq = 1
		same(t, "acknowledged", kept, []room.Entry{want})
		entries, err := s.Entries(ctx, "r", 0)
		ok(t, err)
		same(t, "entries", entries, []room.Entry{want})
		entries, err = s.Entries(ctx, "r", 1)
		ok(t, err)
		same(t, "entries after the last", entries, nil)

		text := room.Text{Room: "r", Key: "k", Name: "draft.docx", Person: "anna", Time: "2151-03-04T10:00:00Z", File: []byte{1, 0, 2}, Document: []byte{3}}
		ok(t, s.KeepText(ctx, text))
		ok(t, s.KeepText(ctx, text))
		gotText, err := s.Text(ctx, "r", "k")
		ok(t, err)
		same(t, "text", gotText, text)
		if _, err := s.Text(ctx, "", "k"); !errors.Is(err, room.ErrAbsent) {
			t.Errorf("a text of another room: %v", err)
		}

		pass := room.Pass{Hash: "h", Kind: room.Invitation, Person: "anna", Room: "r", Role: room.Reviewer, Delegation: "Borduria", Expires: "2151-03-05T10:00:00Z"}
		ok(t, s.KeepPass(ctx, pass))
		gotPass, err := s.Pass(ctx, "h")
		ok(t, err)
		same(t, "pass", gotPass, pass)
		ok(t, s.DropPass(ctx, "h"))
		if _, err := s.Pass(ctx, "h"); !errors.Is(err, room.ErrAbsent) {
			t.Errorf("a pass that was ended: %v", err)
		}

		one, err := s.Secret(ctx, "key", []byte("one"))
		ok(t, err)
		two, err := s.Secret(ctx, "key", []byte("two"))
		ok(t, err)
		same(t, "secret", string(two), string(one))
	})
}

// An entry that is sent again is kept once, and acknowledged as it was kept; nobody
// takes the ID of another's.
func TestAddIsSafeToRepeat(t *testing.T) {
	databasetest.Both(t, func(t *testing.T, where string) {
		s, ctx := opened(t, where), t.Context()
		_, err := s.Add(ctx, mark)
		ok(t, err)
		again := mark
		again.Text = "something else"
		next := mark
		next.ID = "m2"
		kept, err := s.Add(ctx, again, next)
		ok(t, err)
		if kept[0].Text != mark.Text || kept[0].Seq != 1 || kept[1].Seq != 2 {
			t.Errorf("acknowledged %+v", kept)
		}
		foreign := mark
		foreign.Person = "boris"
		if _, err := s.Add(ctx, foreign); !errors.Is(err, room.ErrTaken) {
			t.Errorf("the ID of another's entry: %v", err)
		}
		entries, err := s.Entries(ctx, "r", 0)
		ok(t, err)
		if len(entries) != 2 {
			t.Errorf("%d entries, want 2", len(entries))
		}
	})
}

// Many who speak at once are each heard once, in one order.
func TestManyAtOnce(t *testing.T) {
	databasetest.Both(t, func(t *testing.T, where string) {
		s := opened(t, where)
		var wait sync.WaitGroup
		for i := range 8 {
			wait.Go(func() {
				for n := range 10 {
					e := mark
					e.ID = fmt.Sprintf("m%dx%d", i, n)
					if _, err := s.Add(context.Background(), e); err != nil {
						t.Error(err)
					}
				}
			})
		}
		wait.Wait()
		entries, err := s.Entries(t.Context(), "r", 0)
		ok(t, err)
		for i, e := range entries {
			if e.Seq != int64(i+1) {
				t.Fatalf("entry %d has the number %d", i, e.Seq)
			}
		}
		last, err := s.Latest(t.Context())
		ok(t, err)
		if len(entries) != 80 || last != 80 {
			t.Errorf("%d entries, the latest %d; want 80", len(entries), last)
		}
	})
}

// Several that open one place at once make its tables once, and the library's tables
// stand beside them.
func TestOpenedByManyAtOnce(t *testing.T) {
	databasetest.Both(t, func(t *testing.T, where string) {
		l, err := store.Open(t.Context(), where, store.Create)
		ok(t, err)
		defer l.Close()
		var wait sync.WaitGroup
		for range 4 {
			wait.Go(func() {
				s, err := rooms.Open(context.Background(), where)
				if err != nil {
					t.Error(err)
					return
				}
				defer s.Close()
				if _, err := s.Latest(context.Background()); err != nil {
					t.Error(err)
				}
			})
		}
		wait.Wait()
	})
}

// The audit log and what was said only grow, whoever asks the database.
func TestOnlyGrows(t *testing.T) {
	databasetest.Both(t, func(t *testing.T, where string) {
		s, ctx := opened(t, where), t.Context()
		for i := range 3 {
			ok(t, s.Log(ctx, room.Event{Time: "2151-03-04T10:00:00Z", Person: "anna", Room: "r", Did: fmt.Sprint("step ", i)}))
		}
		_, err := s.Add(ctx, mark)
		ok(t, err)
		for _, text := range []string{"DELETE FROM room_event", "UPDATE room_event SET did = ''", "DELETE FROM room_entry"} {
			if _, err := s.ExecContext(ctx, text); err == nil {
				t.Errorf("%s: done", text)
			}
		}
		events, err := s.Events(ctx, "r")
		ok(t, err)
		if len(events) != 3 || events[2].Did != "step 2" || events[2].Seq != 3 {
			t.Errorf("events: %+v", events)
		}
	})
}

// A person who is forgotten has no name, no way in and no text that nobody else was
// shown; what was shared stays.
func TestForget(t *testing.T) {
	databasetest.Both(t, func(t *testing.T, where string) {
		s, ctx := opened(t, where), t.Context()
		ok(t, s.SetPerson(ctx, room.Person{ID: "anna", Name: "Anna"}))
		ok(t, s.AddRoom(ctx, room.Room{ID: "r"}, room.Member{Person: "anna", Role: room.Editor}))
		ok(t, s.KeepPass(ctx, room.Pass{Hash: "h", Person: "anna"}))
		own, shared, late := mark, mark, mark
		own.ID, own.Visibility = "own", room.Mine
		late.ID, late.Visibility = "late", room.Mine
		_, err := s.Add(ctx, own, shared, late, room.Entry{ID: "s", Room: "r", Kind: room.Shared, Person: "anna", About: "late", Visibility: room.Everyone})
		ok(t, err)
		ok(t, s.Forget(ctx, "anna"))
		entries, err := s.Entries(ctx, "r", 0)
		ok(t, err)
		var texts []string
		for _, e := range entries {
			texts = append(texts, e.ID+":"+e.Text)
		}
		same(t, "texts", texts, []string{"own:", "m1:" + mark.Text, "late:" + mark.Text, "s:"})
		if _, err := s.Person(ctx, "anna"); !errors.Is(err, room.ErrAbsent) {
			t.Errorf("the person: %v", err)
		}
		if _, err := s.Pass(ctx, "h"); !errors.Is(err, room.ErrAbsent) {
			t.Errorf("the pass: %v", err)
		}
		people, err := s.People(ctx)
		ok(t, err)
		members, err := s.Members(ctx, "r")
		ok(t, err)
		if len(people) != 0 || len(members) != 0 {
			t.Errorf("people %v, members %v", people, members)
		}
	})
}

// An entry of a kind that this program does not know is an error, not something else.
func TestUnknownKind(t *testing.T) {
	databasetest.Both(t, func(t *testing.T, where string) {
		s, ctx := opened(t, where), t.Context()
		_, err := s.Add(ctx, mark)
		ok(t, err)
		_, err = s.ExecContext(ctx, "UPDATE room_entry SET kind = 'song'")
		ok(t, err)
		if _, err := s.Entries(ctx, "r", 0); err == nil || !strings.Contains(err.Error(), "song") || slices.Contains([]error{room.ErrAbsent}, err) {
			t.Errorf("a song: %v", err)
		}
	})
}

// A backup that is made while people speak has what was acknowledged before it began,
// and serves in the place of the file that it was made of.
func TestBackupAndRestore(t *testing.T) {
	where := filepath.Join(t.TempDir(), "kept")
	s, ctx := opened(t, where), t.Context()
	ok(t, s.SetPerson(ctx, room.Person{ID: "anna", Name: "Anna"}))
	ok(t, s.AddRoom(ctx, room.Room{ID: "r", Name: "Lighthouses"}, room.Member{Person: "anna", Role: room.Editor}))
	say := func(n int) {
		e := mark
		e.ID = fmt.Sprint("b", n)
		_, err := s.Add(context.Background(), e)
		ok(t, err)
	}
	for n := range 20 {
		say(n)
	}
	var wait sync.WaitGroup
	wait.Go(func() {
		for n := 20; n < 60; n++ {
			say(n)
		}
	})
	restored := filepath.Join(t.TempDir(), "restored")
	ok(t, os.MkdirAll(restored, 0o755))
	copied := filepath.Join(restored, rooms.Name)
	ok(t, s.Backup(ctx, copied))
	wait.Wait()
	if err := s.Backup(ctx, copied); err == nil {
		t.Error("a backup takes the place of another")
	}
	again := opened(t, restored)
	entries, err := again.Entries(ctx, "r", 0)
	ok(t, err)
	if len(entries) < 20 {
		t.Errorf("%d entries of the 20 that were acknowledged before", len(entries))
	}
	members, err := again.Members(ctx, "r")
	ok(t, err)
	if len(members) != 1 {
		t.Errorf("members: %v", members)
	}
	_, err = again.Add(ctx, mark)
	ok(t, err)
	if _, err := again.ExecContext(ctx, "DELETE FROM room_entry"); err == nil {
		t.Error("what was said can be deleted after it was restored")
	}
}
