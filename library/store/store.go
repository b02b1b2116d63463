// Package store keeps a library in a database: SQLite, one file and no server, or
// PostgreSQL, for a team. Both have the same tables and give the same answers in
// the same order; what differs between them stands in dialect.go.
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
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite"
)

// Name is the file of a library in its folder.
const Name = "library.sqlite"

//go:embed migrations
var migrations embed.FS

// Store is a library in a database.
type Store struct {
	db *sql.DB
	dialect
	path string // of the file; "" for a server
}

// ErrNone says that there is no library yet.
var ErrNone = errors.New("no library yet")

// Mode says what Open does where there is no library.
type Mode int

// The modes.
const (
	Existing Mode = iota // it is an error, ErrNone
	Create               // one is made
)

// IsServer tells an address of PostgreSQL from a folder.
func IsServer(where string) bool {
	return strings.HasPrefix(where, "postgres://") || strings.HasPrefix(where, "postgresql://")
}

// Open opens the library in a folder or at an address of PostgreSQL
// ("postgres://user@host/database"). One that an older reprise made is brought up
// to date; one of a newer is an error that says so.
func Open(ctx context.Context, where string, mode Mode) (*Store, error) {
	open := openFolder
	if IsServer(where) {
		open = openServer
	}
	s, err := open(where, mode)
	if err != nil {
		return nil, err
	}
	if err := s.migrate(ctx, mode); err != nil {
		s.db.Close()
		return nil, fmt.Errorf("reprise: %s: %w", Shown(where), err)
	}
	return s, nil
}

// Exists tells whether there may be a library: for a folder, whether it has one.
func Exists(where string) bool {
	if IsServer(where) {
		return true
	}
	_, err := os.Stat(filepath.Join(where, Name))
	return err == nil
}

// Shown is a place of a library without its password.
func Shown(where string) string {
	if !IsServer(where) {
		return where
	}
	u, err := url.Parse(where)
	if err != nil {
		return "postgres://..."
	}
	return u.Redacted()
}

// settings of every connection to SQLite: others may read while one writes, what is
// acknowledged is on the disk, and who finds the library busy waits.
const settings = "_pragma=busy_timeout(30000)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=foreign_keys(1)&_pragma=cache_size(-32768)&_txlock=immediate"

func openFolder(folder string, mode Mode) (*Store, error) {
	path := filepath.Join(folder, Name)
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		if mode == Existing {
			return nil, fmt.Errorf("reprise: %s: %w", folder, ErrNone)
		}
		if err := os.MkdirAll(folder, 0o777); err != nil {
			return nil, fmt.Errorf("reprise: %s: no library can be made here: %w", folder, err)
		}
	} else if err != nil {
		return nil, fmt.Errorf("reprise: %s: %w", folder, err)
	}
	full, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("reprise: %s: %w", path, err)
	}
	if full = filepath.ToSlash(full); !strings.HasPrefix(full, "/") { // a letter of Windows
		full = "/" + full
	}
	u := url.URL{Scheme: "file", Path: full, RawQuery: settings}
	db, err := sql.Open("sqlite", u.String())
	if err != nil {
		return nil, fmt.Errorf("reprise: %s: %w", path, err)
	}
	return &Store{db: db, dialect: sqlite, path: path}, nil
}

func openServer(address string, _ Mode) (*Store, error) {
	config, err := pgx.ParseConfig(address)
	if err != nil {
		return nil, fmt.Errorf("reprise: %s: no address of PostgreSQL; want postgres://user@host/database", Shown(address))
	}
	return &Store{db: stdlib.OpenDB(*config), dialect: postgres}, nil
}

// migrate brings the tables to the form that this program knows.
func (s *Store) migrate(ctx context.Context, mode Mode) error {
	folder, err := fs.Sub(migrations, "migrations/"+s.name)
	if err != nil {
		return err
	}
	options := []goose.ProviderOption{goose.WithDisableGlobalRegistry(true)}
	if s.locker != nil {
		lock, err := s.locker()
		if err != nil {
			return err
		}
		options = append(options, goose.WithSessionLocker(lock))
	}
	provider, err := goose.NewProvider(s.goose, s.db, folder, options...)
	if err != nil {
		return err
	}
	current, known, err := provider.GetVersions(ctx)
	switch {
	case err != nil:
		return damaged(err)
	case current > known:
		return fmt.Errorf("made by a newer reprise (version %d of its tables; this one knows %d): install that, or add the texts to another library", current, known)
	case current == known:
		return nil
	case current == 0 && mode == Existing:
		return ErrNone
	}
	if _, err := provider.Up(ctx); err != nil {
		return damaged(err)
	}
	return nil
}

// damaged says of an error of the database what a user can do with it.
func damaged(err error) error {
	if strings.Contains(err.Error(), "not a database") {
		return fmt.Errorf("%s is no library (%w)", Name, err)
	}
	return err
}

// Close closes the database.
func (s *Store) Close() error { return s.db.Close() }
