// Package database opens what keeps tables: SQLite, one file and no server, or
// PostgreSQL, for a team. It brings the tables to the form that the program knows,
// and runs statements that both understand.
//
// Its main call is Open. What is kept is the business of library/store and
// room/store.
package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
	_ "modernc.org/sqlite"
)

// DB is an open database.
type DB struct {
	*sql.DB
	Tables
	Kind Kind
	Path string // of the file; "" for a server
}

// Tables are what a database is opened for.
type Tables struct {
	What       string  // "library", in errors
	File       string  // its name in a folder, "library.sqlite"
	Migrations fs.FS   // a folder for each kind, by its String
	Versions   string  // the table that counts migrations: two sets of tables in one database have one each
	Known      []error // errors of whoever keeps things, which say enough by themselves
}

// Kind is a database that is understood.
type Kind int

// The kinds.
const (
	SQLite Kind = iota
	Postgres
)

var kinds = [...]struct {
	name  string
	goose goose.Dialect
}{{"sqlite", goose.DialectSQLite3}, {"postgres", goose.DialectPostgres}}

// String is the name of the kind's folder of migrations.
func (k Kind) String() string { return kinds[k].name }

// ErrNone says that nothing is kept yet where it is looked for.
var ErrNone = errors.New("nothing kept yet")

// Mode says what Open does where nothing is kept yet.
type Mode int

// The modes.
const (
	Existing Mode = iota // it is an error, ErrNone
	Create               // tables are made
)

// IsServer tells an address of PostgreSQL from a folder.
func IsServer(where string) bool {
	return strings.HasPrefix(where, "postgres://") || strings.HasPrefix(where, "postgresql://")
}

// Shown is a place without its password.
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

// Exists tells whether something may be kept in a place: for a folder, whether it has
// the file.
func Exists(where, file string) bool {
	if IsServer(where) {
		return true
	}
	_, err := os.Stat(filepath.Join(where, file))
	return err == nil
}

// Open opens what is kept in a folder or at an address of PostgreSQL
// ("postgres://user@host/database"). What an older reprise made is brought up to
// date, once where several open it at the same time; what a newer one made is an
// error that says so.
func Open(ctx context.Context, where string, mode Mode, tables Tables) (*DB, error) {
	open := openFolder
	if IsServer(where) {
		open = openServer
	}
	db, err := open(where, mode, tables)
	if err != nil {
		return nil, err
	}
	if err := db.migrateOnce(ctx, mode); err != nil {
		db.Close()
		return nil, fmt.Errorf("reprise: %s: %w", Shown(where), err)
	}
	return db, nil
}

// settings of every connection to SQLite: others may read while one writes, what is
// acknowledged is on the disk, and who finds the file busy waits.
const settings = "_pragma=busy_timeout(30000)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=foreign_keys(1)&_pragma=cache_size(-32768)&_txlock=immediate"

func openFolder(folder string, mode Mode, tables Tables) (*DB, error) {
	path := filepath.Join(folder, tables.File)
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		if mode == Existing {
			return nil, fmt.Errorf("reprise: %s: %w", folder, tables.none())
		}
		if err := os.MkdirAll(folder, 0o777); err != nil {
			return nil, fmt.Errorf("reprise: %s: no %s can be made here: %w", folder, tables.What, err)
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
	return &DB{DB: db, Tables: tables, Kind: SQLite, Path: path}, nil
}

func openServer(address string, _ Mode, tables Tables) (*DB, error) {
	config, err := pgx.ParseConfig(address)
	if err != nil {
		return nil, fmt.Errorf("reprise: %s: no address of PostgreSQL; want postgres://user@host/database", Shown(address))
	}
	return &DB{DB: stdlib.OpenDB(*config), Tables: tables, Kind: Postgres}, nil
}

// none says that nothing is there in the words of what was looked for.
func (t Tables) none() error { return noneYet{t.What} }

type noneYet struct{ what string }

func (n noneYet) Error() string        { return "no " + n.what + " yet" }
func (n noneYet) Is(target error) bool { return target == ErrNone }

// Where several processes open a new file at the same time, one of them makes the
// tables, in a transaction, and the others find that it has: they look again.
const (
	migrateTries = 50
	migratePause = 100 * time.Millisecond
)

// migrateOnce brings the tables up to date, whoever else does so now. A server has a
// lock for it.
func (db *DB) migrateOnce(ctx context.Context, mode Mode) error {
	err := db.migrate(ctx, mode)
	for range migrateTries {
		if db.Kind != SQLite || err == nil || !isRace(err) || ctx.Err() != nil {
			return err
		}
		time.Sleep(migratePause)
		err = db.migrate(ctx, mode)
	}
	return err
}

// isRace tells an error of one who came second.
func isRace(err error) bool {
	return strings.Contains(err.Error(), "already exists") || strings.Contains(err.Error(), "UNIQUE constraint") || strings.Contains(err.Error(), "locked")
}

// migrate brings the tables to the form that this program knows.
func (db *DB) migrate(ctx context.Context, mode Mode) error {
	folder, err := fs.Sub(db.Migrations, db.Kind.String())
	if err != nil {
		return err
	}
	options := []goose.ProviderOption{goose.WithDisableGlobalRegistry(true)}
	if db.Versions != "" {
		options = append(options, goose.WithTableName(db.Versions))
	}
	if db.Kind == Postgres { // asks each second: one that was killed is no longer waited for
		locker, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 300))
		if err != nil {
			return err
		}
		options = append(options, goose.WithSessionLocker(locker))
	}
	provider, err := goose.NewProvider(kinds[db.Kind].goose, db.DB, folder, options...)
	if err != nil {
		return err
	}
	current, known, err := provider.GetVersions(ctx)
	switch {
	case err != nil:
		return db.damaged(err)
	case current > known:
		return fmt.Errorf("made by a newer reprise (version %d of its tables; this one knows %d): install that, or take another place", current, known)
	case current == known:
		return nil
	case current == 0 && mode == Existing:
		return db.none()
	}
	if _, err := provider.Up(ctx); err != nil {
		return db.damaged(err)
	}
	return nil
}

// damaged says of an error of the database what a user can do with it.
func (db *DB) damaged(err error) error {
	if strings.Contains(err.Error(), "not a database") {
		return fmt.Errorf("%s is no %s (%w)", db.File, db.What, err)
	}
	return err
}
