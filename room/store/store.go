// Package store keeps the team's rooms in a database: SQLite, one file and no server,
// or PostgreSQL, which several processes may serve at once. Both have the same tables
// and take the same statements.
//
// Its main call is Open.
package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"reprise/internal/database"
	"reprise/room"
)

// Name is the file of the rooms in its folder, beside that of the library.
const Name = "room.sqlite"

//go:embed migrations
var migrations embed.FS

// Store keeps rooms in a database (room.Store).
type Store struct{ *database.DB }

var _ room.Store = (*Store)(nil)

// Open opens the rooms in a folder or at an address of PostgreSQL, and makes the
// tables where there are none.
func Open(ctx context.Context, where string) (*Store, error) {
	folder, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return nil, err
	}
	db, err := database.Open(ctx, where, database.Create, database.Tables{What: "room", File: Name, Migrations: folder, Versions: "room_version", Known: []error{room.ErrAbsent, room.ErrTaken}})
	if err != nil {
		return nil, err
	}
	return &Store{db}, nil
}

// row asks for one row; room.ErrAbsent where there is none.
func (s *Store) row(ctx context.Context, what, text string, args, into []any) error {
	err := s.QueryRowContext(ctx, s.In(text), args...).Scan(into...)
	if errors.Is(err, sql.ErrNoRows) {
		err = fmt.Errorf("%s: %w", what, room.ErrAbsent)
	}
	return s.Wrong(err)
}

// exec runs one statement by itself.
func (s *Store) exec(ctx context.Context, text string, args ...any) error {
	_, err := s.ExecContext(ctx, s.In(text), args...)
	return s.Wrong(err)
}

// KeepText keeps a text (room.Store).
func (s *Store) KeepText(ctx context.Context, t room.Text) error {
	return s.exec(ctx, "INSERT INTO room_text (room, key, name, person, time, file, document) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
		t.Room, t.Key, t.Name, t.Person, t.Time, some(t.File), some(t.Document))
}

// some is never NULL.
func some(content []byte) []byte { return append([]byte{}, content...) }

// Text gives a text (room.Store).
func (s *Store) Text(ctx context.Context, of, key string) (room.Text, error) {
	t := room.Text{Room: of, Key: key}
	err := s.row(ctx, "text "+key, "SELECT name, person, time, file, document FROM room_text WHERE room = ? AND key = ?", []any{of, key}, []any{&t.Name, &t.Person, &t.Time, &t.File, &t.Document})
	return t, err
}

// KeepPass keeps a pass (room.Store).
func (s *Store) KeepPass(ctx context.Context, p room.Pass) error {
	return s.exec(ctx, "INSERT INTO room_pass (hash, kind, person, room, role, delegation, expires) VALUES (?, ?, ?, ?, ?, ?, ?)",
		p.Hash, int(p.Kind), p.Person, p.Room, p.Role.String(), p.Delegation, p.Expires)
}

// Pass gives a pass (room.Store).
func (s *Store) Pass(ctx context.Context, hash string) (room.Pass, error) {
	p := room.Pass{Hash: hash}
	var kind int
	var role string
	err := s.row(ctx, "pass", "SELECT kind, person, room, role, delegation, expires FROM room_pass WHERE hash = ?", []any{hash}, []any{&kind, &p.Person, &p.Room, &role, &p.Delegation, &p.Expires})
	p.Kind = room.PassKind(kind)
	p.Role, _ = room.RoleByName(role)
	return p, err
}

// DropPass ends a pass (room.Store).
func (s *Store) DropPass(ctx context.Context, hash string) error {
	return s.exec(ctx, "DELETE FROM room_pass WHERE hash = ?", hash)
}

// Secret gives a secret (room.Store).
func (s *Store) Secret(ctx context.Context, name string, fresh []byte) ([]byte, error) {
	if err := s.exec(ctx, "INSERT INTO room_secret (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING", name, fresh); err != nil {
		return nil, err
	}
	var kept []byte
	err := s.row(ctx, "secret "+name, "SELECT value FROM room_secret WHERE name = ?", []any{name}, []any{&kept})
	return kept, err
}

// Log notes something for the audit (room.Store).
func (s *Store) Log(ctx context.Context, e room.Event) error {
	return s.Within(ctx, "room_event", func(t *database.Tx) error {
		return t.Exec("INSERT INTO room_event (seq, time, person, room, did) SELECT coalesce(max(seq), 0) + 1, ?, ?, ?, ? FROM room_event", e.Time, e.Person, e.Room, e.Did)
	})
}

// Events gives what was noted (room.Store).
func (s *Store) Events(ctx context.Context, of string) ([]room.Event, error) {
	var out []room.Event
	err := s.Rows(ctx, "SELECT seq, time, person, room, did FROM room_event WHERE ? = '' OR room = ? ORDER BY seq", []any{of, of}, func(r *sql.Rows) error {
		var e room.Event
		err := r.Scan(&e.Seq, &e.Time, &e.Person, &e.Room, &e.Did)
		out = append(out, e)
		return err
	})
	return out, err
}
