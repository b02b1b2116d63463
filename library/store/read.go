package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"reprise/library"
)

// rows asks for rows and hands each to scan.
func (s *Store) rows(ctx context.Context, text string, args []any, scan func(*sql.Rows) error) error {
	rows, err := s.db.QueryContext(ctx, s.in(text), args...)
	if err != nil {
		return s.wrong(err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return s.wrong(err)
		}
	}
	return s.wrong(rows.Err())
}

// parameters is how many a statement gets at most: SQLite takes 32,766.
const parameters = 5000

// inParts asks in several statements what is too long for one.
func inParts[T any](all []T, do func(part []T) error) error {
	for part := range slices.Chunk(all, parameters) {
		if err := do(part); err != nil {
			return err
		}
	}
	return nil
}

// anys are values as parameters; nil for nil.
func anys[T any](all []T) []any {
	if all == nil {
		return nil
	}
	out := make([]any, len(all))
	for i, x := range all {
		out[i] = x
	}
	return out
}

// chosen writes the conditions of a choice; none tells that nothing can meet them.
func chosen(which library.Which) (where string, args []any, none bool) {
	where = "1 = 1"
	among := func(column string, values []any) {
		none = none || values != nil && len(values) == 0
		if len(values) > 0 {
			where += " AND " + column + " IN " + list(len(values))
			args = append(args, values...)
		}
	}
	among("id", anys(which.IDs))
	among("symbol", anys(which.Symbols))
	among("hash", anys(which.Hashes))
	among("series", anys(which.Series))
	if which.Unsorted {
		where += " AND series = 0"
	}
	return where, args, none
}

const recordColumns = "id, hash, symbol, base, language, title, body, session, adopted, year, vote, voted, draft, format, series, clauses"

// Records gives what is known of documents (library.Store).
func (s *Store) Records(ctx context.Context, which library.Which) ([]library.Record, error) {
	where, args, none := chosen(which)
	if none {
		return nil, nil
	}
	var out []library.Record
	at := map[int64]int{}
	err := s.rows(ctx, "SELECT "+recordColumns+" FROM document WHERE "+where+" ORDER BY id", args, func(r *sql.Rows) error {
		var d library.Record
		at[d.ID] = len(out)
		err := r.Scan(&d.ID, &d.Hash, &d.Symbol, &d.Base, &d.Language, &d.Title, &d.Body, &d.Session, &d.Adopted, &d.Year, &d.Vote, &d.Voted, &d.Draft, &d.Format, &d.Series, &d.Clauses)
		at[d.ID] = len(out)
		out = append(out, d)
		return err
	})
	if err != nil {
		return nil, err
	}
	if err := s.rows(ctx, "SELECT document, name FROM place WHERE document IN (SELECT id FROM document WHERE "+where+") ORDER BY document, name", args, func(r *sql.Rows) error {
		var id int64
		var name string
		err := r.Scan(&id, &name)
		if i, ok := at[id]; ok && !slices.Contains(out[i].Names, name) {
			out[i].Names = append(out[i].Names, name)
		}
		return err
	}); err != nil {
		return nil, err
	}
	err = s.rows(ctx, "SELECT document, symbol FROM cite WHERE document IN (SELECT id FROM document WHERE "+where+") ORDER BY document, position", args, func(r *sql.Rows) error {
		var id int64
		var symbol string
		err := r.Scan(&id, &symbol)
		if i, ok := at[id]; ok {
			out[i].Cites = append(out[i].Cites, symbol)
		}
		return err
	})
	return out, err
}

// Content gives a document as it was packed (library.Store).
func (s *Store) Content(ctx context.Context, id int64) ([]byte, error) {
	var packed []byte
	err := s.db.QueryRowContext(ctx, s.in("SELECT packed FROM document WHERE id = ?"), id).Scan(&packed)
	if errors.Is(err, sql.ErrNoRows) {
		err = fmt.Errorf("document %d: %w", id, library.ErrAbsent)
	}
	return packed, s.wrong(err)
}

// Files gives the files of a document (library.Store).
func (s *Store) Files(ctx context.Context, id int64) ([]library.File, error) {
	var out []library.File
	err := s.rows(ctx, "SELECT f.hash, p.name, f.size, f.packed FROM place p JOIN file f ON f.hash = p.file WHERE p.document = ? ORDER BY p.name, f.hash", []any{id}, func(r *sql.Rows) error {
		var f library.File
		err := r.Scan(&f.Hash, &f.Name, &f.Size, &f.Packed)
		out = append(out, f)
		return err
	})
	return out, err
}

// Bounds of Kin.
const (
	kinUses   = 64 // a text with more uses is a formula, which tells nothing
	kinShared = 3  // texts that two documents have in common, or they are none of one series
)

// Kin gives what may belong to one series (library.Store).
func (s *Store) Kin(ctx context.Context, ids []int64) ([]int64, error) {
	var all int
	if err := s.db.QueryRowContext(ctx, "SELECT count(*) FROM document").Scan(&all); err != nil {
		return nil, s.wrong(err)
	}
	kin := map[int64]bool{}
	take := func(r *sql.Rows) error {
		var id int64
		err := r.Scan(&id)
		kin[id] = true
		return err
	}
	if 2*len(ids) >= all { // to ask for each would cost more
		if err := s.rows(ctx, "SELECT id FROM document", nil, take); err != nil {
			return nil, err
		}
		return sorted(kin), nil
	}
	if err := inParts(ids, func(part []int64) error {
		in, args := list(len(part)), anys(part)
		for _, id := range part {
			kin[id] = true
		}
		for _, text := range []string{
			"SELECT o.id FROM document d JOIN document o ON o.title = d.title WHERE d.title <> '' AND d.id IN " + in,
			"SELECT o.id FROM document d JOIN document o ON o.base = d.base WHERE d.base <> '' AND d.id IN " + in,
			"SELECT o.id FROM cite c JOIN document o ON o.symbol = c.symbol WHERE c.document IN " + in,
			"SELECT c.document FROM document d JOIN cite c ON c.symbol = d.symbol WHERE d.symbol <> '' AND d.id IN " + in,
			fmt.Sprintf(`SELECT o.document FROM clause c JOIN clause o ON o.wording = c.wording AND o.document <> c.document
				WHERE c.part IN ('preamble', 'operative', 'annex')
				AND (SELECT count(*) FROM (SELECT 1 FROM clause u WHERE u.wording = c.wording LIMIT %d) many) <= %d AND c.document IN `+in+`
				GROUP BY c.document, o.document HAVING count(DISTINCT c.wording) >= %d`, kinUses+1, kinUses, kinShared),
		} {
			if err := s.rows(ctx, text, args, take); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		return nil, err
	}
	err := inParts(sorted(kin), func(part []int64) error {
		return s.rows(ctx, "SELECT id FROM document WHERE series <> 0 AND series IN (SELECT series FROM document WHERE id IN "+list(len(part))+")", anys(part), take)
	})
	return sorted(kin), err
}

func sorted(ids map[int64]bool) []int64 {
	out := make([]int64, 0, len(ids))
	for id := range ids {
		out = append(out, id)
	}
	slices.Sort(out)
	return out
}
