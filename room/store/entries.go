package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"

	"reprise/internal/database"
	"reprise/room"
)

// Add keeps entries (room.Store).
func (s *Store) Add(ctx context.Context, entries ...room.Entry) ([]room.Entry, error) {
	out := make([]room.Entry, len(entries))
	err := s.Within(ctx, "room_entry", func(t *database.Tx) error {
		last, err := t.Number("SELECT coalesce(max(seq), 0) FROM room_entry")
		if err != nil {
			return err
		}
		for i, e := range entries {
			known, err := t.Number("SELECT seq FROM room_entry WHERE id = ?", e.ID)
			if err != nil {
				return err
			}
			if known != 0 {
				if same, err := t.Number("SELECT count(*) FROM room_entry WHERE seq = ? AND person = ? AND room = ?", known, e.Person, e.Room); err != nil || same == 0 {
					if err == nil {
						err = fmt.Errorf("the ID %s: %w", e.ID, room.ErrTaken)
					}
					return err
				}
				out[i].Seq = known
				continue
			}
			last++
			e.Seq = last
			place, err := json.Marshal(e.At)
			if err != nil {
				return err
			}
			if err := t.Exec("INSERT INTO room_entry ("+entryColumns+") VALUES "+database.List(14), e.Seq, e.ID, e.Room, e.Kind.String(), e.Person, e.Delegation, e.Time,
				e.Visibility.String(), string(place), e.Verdict.String(), e.Text, e.Wording, e.About, strings.Join(e.Replaces, " ")); err != nil {
				return err
			}
			out[i] = e
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for i := range out {
		if out[i].ID == "" { // it was known: what is kept counts
			kept, err := s.entries(ctx, "seq = ?", out[i].Seq)
			if err != nil || len(kept) != 1 {
				return nil, err
			}
			out[i] = kept[0]
		}
	}
	return out, nil
}

const entryColumns = "seq, id, room, kind, person, delegation, time, visibility, place, verdict, content, wording, about, replaces"

// Entries gives the entries of a room (room.Store).
func (s *Store) Entries(ctx context.Context, of string, after int64) ([]room.Entry, error) {
	return s.entries(ctx, "room = ? AND seq > ?", of, after)
}

func (s *Store) entries(ctx context.Context, where string, args ...any) ([]room.Entry, error) {
	var out []room.Entry
	err := s.Rows(ctx, "SELECT "+entryColumns+" FROM room_entry WHERE "+where+" ORDER BY seq", args, func(r *sql.Rows) error {
		var e room.Entry
		var kind, visibility, place, verdict, replaces string
		if err := r.Scan(&e.Seq, &e.ID, &e.Room, &kind, &e.Person, &e.Delegation, &e.Time, &visibility, &place, &verdict, &e.Text, &e.Wording, &e.About, &replaces); err != nil {
			return err
		}
		var kinds, visible, judged bool
		e.Kind, kinds = room.KindByName(kind)
		e.Visibility, visible = room.VisibilityByName(visibility)
		e.Verdict, judged = room.VerdictByName(verdict)
		if !kinds || !visible || !judged {
			return fmt.Errorf("entry %d: found %q, %q, %q, which this reprise does not know", e.Seq, kind, visibility, verdict)
		}
		e.Replaces = strings.Fields(replaces)
		err := json.Unmarshal([]byte(place), &e.At)
		out = append(out, e)
		return err
	})
	return out, err
}

// Latest gives the number of the latest entry (room.Store).
func (s *Store) Latest(ctx context.Context) (int64, error) {
	var n int64
	err := s.row(ctx, "entries", "SELECT coalesce(max(seq), 0) FROM room_entry", nil, []any{&n})
	return n, err
}
