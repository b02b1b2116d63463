package store

import (
	"context"
	"database/sql"

	"reprise/internal/database"
	"reprise/room"
)

// AddRoom keeps a room (room.Store).
func (s *Store) AddRoom(ctx context.Context, r room.Room, first room.Member) error {
	return s.Within(ctx, "room", func(t *database.Tx) error {
		if n, err := t.Number("SELECT count(*) FROM room WHERE id = ?", r.ID); err != nil || n > 0 {
			if err == nil {
				err = room.ErrTaken
			}
			return err
		}
		if err := t.Exec("INSERT INTO room (id, name, created) VALUES (?, ?, ?)", r.ID, r.Name, r.Created); err != nil {
			return err
		}
		return setMember(t, r.ID, first)
	})
}

// Room gives a room (room.Store).
func (s *Store) Room(ctx context.Context, id string) (room.Room, error) {
	r := room.Room{ID: id}
	err := s.row(ctx, "room "+id, "SELECT name, created FROM room WHERE id = ?", []any{id}, []any{&r.Name, &r.Created})
	return r, err
}

// RoomsOf gives the rooms of a person (room.Store).
func (s *Store) RoomsOf(ctx context.Context, person string) ([]room.Room, error) {
	var out []room.Room
	err := s.Rows(ctx, "SELECT r.id, r.name, r.created FROM room r JOIN room_member m ON m.room = r.id WHERE m.person = ? ORDER BY r.name, r.id", []any{person}, func(rows *sql.Rows) error {
		var r room.Room
		err := rows.Scan(&r.ID, &r.Name, &r.Created)
		out = append(out, r)
		return err
	})
	return out, err
}

// SetPerson keeps a person (room.Store).
func (s *Store) SetPerson(ctx context.Context, p room.Person) error {
	return s.exec(ctx, "INSERT INTO room_person (id, name, delegation) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, delegation = excluded.delegation, gone = 0", p.ID, p.Name, p.Delegation)
}

// Person gives a person (room.Store).
func (s *Store) Person(ctx context.Context, id string) (room.Person, error) {
	p := room.Person{ID: id}
	err := s.row(ctx, "person", "SELECT name, delegation FROM room_person WHERE id = ? AND gone = 0", []any{id}, []any{&p.Name, &p.Delegation})
	return p, err
}

// People gives the names of persons (room.Store).
func (s *Store) People(ctx context.Context) (map[string]room.Person, error) {
	out := map[string]room.Person{}
	err := s.Rows(ctx, "SELECT id, name, delegation FROM room_person WHERE gone = 0", nil, func(r *sql.Rows) error {
		var p room.Person
		err := r.Scan(&p.ID, &p.Name, &p.Delegation)
		out[p.ID] = p
		return err
	})
	return out, err
}

// SetMember puts a person into a room (room.Store).
func (s *Store) SetMember(ctx context.Context, of string, m room.Member) error {
	return s.Within(ctx, "", func(t *database.Tx) error { return setMember(t, of, m) })
}

func setMember(t *database.Tx, of string, m room.Member) error {
	if m.Role == room.Outsider {
		return t.Exec("DELETE FROM room_member WHERE room = ? AND person = ?", of, m.Person)
	}
	return t.Exec("INSERT INTO room_member (room, person, delegation, role) VALUES (?, ?, ?, ?) ON CONFLICT (room, person) DO UPDATE SET delegation = excluded.delegation, role = excluded.role",
		of, m.Person, m.Delegation, m.Role.String())
}

// Members gives the members of a room (room.Store).
func (s *Store) Members(ctx context.Context, of string) ([]room.Member, error) {
	var out []room.Member
	err := s.Rows(ctx, "SELECT m.person, p.name, m.delegation, m.role FROM room_member m JOIN room_person p ON p.id = m.person WHERE m.room = ? ORDER BY p.name, m.person", []any{of}, func(r *sql.Rows) error {
		var m room.Member
		var role string
		err := r.Scan(&m.Person, &m.Name, &m.Delegation, &role)
		m.Role, _ = room.RoleByName(role)
		out = append(out, m)
		return err
	})
	return out, err
}

// Forget takes a person out (room.Store). What an answer to it stands under keeps its
// place: the entry stays, without its text.
func (s *Store) Forget(ctx context.Context, person string) error {
	return s.Within(ctx, "room_entry", func(t *database.Tx) error {
		for _, text := range []string{
			"UPDATE room_person SET name = '', delegation = '', gone = 1 WHERE id = ?",
			"DELETE FROM room_member WHERE person = ?",
			"DELETE FROM room_pass WHERE person = ?",
			"UPDATE room_entry SET content = '', wording = '', verdict = '' WHERE person = ? AND visibility = 'mine' AND NOT EXISTS (SELECT 1 FROM room_entry s WHERE s.about = room_entry.id AND s.kind = 'share')",
		} {
			if err := t.Exec(text, person); err != nil {
				return err
			}
		}
		return nil
	})
}
