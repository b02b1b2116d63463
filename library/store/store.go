// Package store keeps a library in a database: SQLite, one file and no server, or
// PostgreSQL, for a team. Both have the same tables and give the same answers in
// the same order; what differs between them stands in dialect.go.
//
// Its main call is Open.
package store

import (
	"context"
	"embed"
	"io/fs"

	"reprise/internal/database"
	"reprise/library"
)

// Name is the file of a library in its folder.
const Name = "library.sqlite"

//go:embed migrations
var migrations embed.FS

// Store is a library in a database.
type Store struct {
	*database.DB
	dialect
}

// ErrNone says that there is no library yet.
var ErrNone = database.ErrNone

// Mode says what Open does where there is no library.
type Mode = database.Mode

// The modes.
const (
	Existing = database.Existing // it is an error, ErrNone
	Create   = database.Create   // one is made
)

// Open opens the library in a folder or at an address of PostgreSQL
// ("postgres://user@host/database"). One that an older reprise made is brought up
// to date; one of a newer is an error that says so.
func Open(ctx context.Context, where string, mode Mode) (*Store, error) {
	folder, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return nil, err
	}
	db, err := database.Open(ctx, where, mode, database.Tables{What: "library", File: Name, Migrations: folder, Known: []error{library.ErrAbsent}})
	if err != nil {
		return nil, err
	}
	return &Store{DB: db, dialect: dialects[db.Kind]}, nil
}

// Exists tells whether there may be a library: for a folder, whether it has one.
func Exists(where string) bool { return database.Exists(where, Name) }

// Shown is a place of a library without its password.
func Shown(where string) string { return database.Shown(where) }
