package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Tx runs the statements of one transaction, each prepared once. Parameters are
// written "?".
type Tx struct {
	ctx      context.Context
	tx       *sql.Tx
	db       *DB
	prepared map[string]*sql.Stmt
}

// Within does work in one transaction. A table that is named is closed to other
// writers until its end; SQLite has one writer at a time in any case.
func (db *DB) Within(ctx context.Context, table string, do func(*Tx) error) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return db.Wrong(err)
	}
	defer tx.Rollback() // nothing where it was committed
	if db.Kind == Postgres && table != "" {
		if _, err := tx.ExecContext(ctx, "LOCK TABLE "+table+" IN EXCLUSIVE MODE"); err != nil {
			return db.Wrong(err)
		}
	}
	if err := do(&Tx{ctx: ctx, tx: tx, db: db, prepared: map[string]*sql.Stmt{}}); err != nil {
		return db.Wrong(err)
	}
	return db.Wrong(tx.Commit())
}

// Wrong says of an error whose it is.
func (db *DB) Wrong(err error) error {
	isKnown := func(known error) bool { return errors.Is(err, known) }
	if err == nil || errors.Is(err, context.Canceled) || slices.ContainsFunc(db.Known, isKnown) {
		return err
	}
	return fmt.Errorf("reprise: %s: %w", db.What, err)
}

func (t *Tx) statement(text string) (*sql.Stmt, error) {
	if known := t.prepared[text]; known != nil {
		return known, nil
	}
	made, err := t.tx.PrepareContext(t.ctx, t.db.In(text))
	t.prepared[text] = made
	return made, err
}

// Exec runs a statement that gives nothing.
func (t *Tx) Exec(text string, args ...any) error {
	st, err := t.statement(text)
	if err == nil {
		_, err = st.ExecContext(t.ctx, args...)
	}
	return err
}

// Number asks for one number; 0 where there is none.
func (t *Tx) Number(text string, args ...any) (int64, error) {
	st, err := t.statement(text)
	if err != nil {
		return 0, err
	}
	var n int64
	err = st.QueryRowContext(t.ctx, args...).Scan(&n)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return n, err
}

// Rows asks for rows and hands each to scan.
func (db *DB) Rows(ctx context.Context, text string, args []any, scan func(*sql.Rows) error) error {
	rows, err := db.QueryContext(ctx, db.In(text), args...)
	if err != nil {
		return db.Wrong(err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return db.Wrong(err)
		}
	}
	return db.Wrong(rows.Err())
}

// In writes a statement as the database has its parameters.
func (db *DB) In(statement string) string {
	if db.Kind != Postgres {
		return statement
	}
	var b strings.Builder
	n := 0
	for i := range len(statement) {
		if statement[i] != '?' {
			b.WriteByte(statement[i])
			continue
		}
		n++
		b.WriteString("$" + strconv.Itoa(n))
	}
	return b.String()
}

// List writes so many parameters in brackets.
func List(n int) string { return "(" + strings.TrimSuffix(strings.Repeat("?, ", n), ", ") + ")" }

// parameters is how many a statement gets at most: SQLite takes 32,766.
const parameters = 5000

// InParts asks in several statements what is too long for one.
func InParts[T any](all []T, do func(part []T) error) error {
	for part := range slices.Chunk(all, parameters) {
		if err := do(part); err != nil {
			return err
		}
	}
	return nil
}

// Anys are values as parameters; nil for nil.
func Anys[T any](all []T) []any {
	if all == nil {
		return nil
	}
	out := make([]any, len(all))
	for i, x := range all {
		out[i] = x
	}
	return out
}
