// Package databasetest gives tests of what is kept a place in either database.
package databasetest

import (
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"

	"reprise/internal/outside"
)

// Both runs a test against either database, each in a place of its own.
func Both(t *testing.T, test func(t *testing.T, where string)) {
	t.Run("sqlite", func(t *testing.T) { test(t, filepath.Join(t.TempDir(), "kept here, 100% ?#")) })
	t.Run("postgres", func(t *testing.T) { test(t, Schema(t)) })
}

var schemas atomic.Int64

// Schema makes a schema in the PostgreSQL of the tests and gives the address with
// it; it is dropped at the end.
func Schema(t testing.TB) string {
	t.Helper()
	u, err := url.Parse(outside.Postgres(t))
	if err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("pgx", u.String())
	if err != nil {
		t.Fatal(err)
	}
	name := fmt.Sprintf("reprise_test_%d_%d", os.Getpid(), schemas.Add(1))
	if _, err := db.Exec("CREATE SCHEMA " + name); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		db.Exec("DROP SCHEMA " + name + " CASCADE")
		db.Close()
	})
	values := u.Query()
	values.Set("search_path", name)
	u.RawQuery = values.Encode()
	return u.String()
}
