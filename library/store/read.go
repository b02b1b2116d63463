package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"reprise/internal/database"
	"reprise/library"
)

// chosen writes the conditions of a choice; none tells that nothing can meet them.
func chosen(which library.Which) (where string, args []any, none bool) {
	where = "1 = 1"
	among := func(column string, values []any) {
		none = none || values != nil && len(values) == 0
		if len(values) > 0 {
			where += " AND " + column + " IN " + database.List(len(values))
			args = append(args, values...)
		}
	}
	among("id", database.Anys(which.IDs))
	among("symbol", database.Anys(which.Symbols))
	among("hash", database.Anys(which.Hashes))
	among("series", database.Anys(which.Series))
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
	err := s.Rows(ctx, "SELECT "+recordColumns+" FROM document WHERE "+where+" ORDER BY id", args, func(r *sql.Rows) error {
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
	if err := s.Rows(ctx, "SELECT document, name FROM place WHERE document IN (SELECT id FROM document WHERE "+where+") ORDER BY document, name", args, func(r *sql.Rows) error {
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
	err = s.Rows(ctx, "SELECT document, symbol FROM cite WHERE document IN (SELECT id FROM document WHERE "+where+") ORDER BY document, position", args, func(r *sql.Rows) error {
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
	err := s.QueryRowContext(ctx, s.In("SELECT packed FROM document WHERE id = ?"), id).Scan(&packed)
	if errors.Is(err, sql.ErrNoRows) {
		err = fmt.Errorf("document %d: %w", id, library.ErrAbsent)
	}
	return packed, s.Wrong(err)
}

// Files gives the files of a document (library.Store).
func (s *Store) Files(ctx context.Context, id int64) ([]library.File, error) {
	var out []library.File
	err := s.Rows(ctx, "SELECT f.hash, p.name, f.size, f.packed FROM place p JOIN file f ON f.hash = p.file WHERE p.document = ? ORDER BY p.name, f.hash", []any{id}, func(r *sql.Rows) error {
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
	if err := s.QueryRowContext(ctx, "SELECT count(*) FROM document").Scan(&all); err != nil {
		return nil, s.Wrong(err)
	}
	kin := map[int64]bool{}
	take := func(r *sql.Rows) error {
		var id int64
		err := r.Scan(&id)
		kin[id] = true
		return err
	}
	if 2*len(ids) >= all { // to ask for each would cost more
		if err := s.Rows(ctx, "SELECT id FROM document", nil, take); err != nil {
			return nil, err
		}
		return sorted(kin), nil
	}
	if err := database.InParts(ids, func(part []int64) error {
		in, args := database.List(len(part)), database.Anys(part)
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
			if err := s.Rows(ctx, text, args, take); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		return nil, err
	}
	err := database.InParts(sorted(kin), func(part []int64) error {
		return s.Rows(ctx, "SELECT id FROM document WHERE series <> 0 AND series IN (SELECT series FROM document WHERE id IN "+database.List(len(part))+")", database.Anys(part), take)
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
