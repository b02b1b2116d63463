package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"reprise/internal/database"
	"reprise/library"
)

// where writes the conditions of a query on wording w, clause c and document d.
func (s *Store) where(q library.Query) (text string, args []any) {
	conditions := []string{"w.language = ?"}
	args = append(args, q.Language)
	if len(q.Terms) > 0 {
		if q.Most > 0 {
			conditions = append(conditions, "w.id IN ("+s.latest+")")
			args = append(args, s.matching(q.Terms), q.Most)
		} else {
			conditions = append(conditions, s.all)
			args = append(args, s.matching(q.Terms))
		}
	}
	if len(q.Bodies) > 0 {
		conditions = append(conditions, "d.body IN "+database.List(len(q.Bodies)))
		args = append(args, database.Anys(q.Bodies)...)
	}
	if q.Since != 0 {
		conditions = append(conditions, "d.year >= ?")
		args = append(args, q.Since)
	}
	if q.Until != 0 {
		conditions = append(conditions, "d.year <= ? AND d.year > 0")
		args = append(args, q.Until)
	}
	if q.Lead != "" {
		conditions = append(conditions, "c.lead = ?")
		args = append(args, q.Lead)
	}
	if q.Part != "" {
		conditions = append(conditions, "c.part = ?")
		args = append(args, q.Part)
	}
	return strings.Join(conditions, " AND "), args
}

const joined = " FROM wording w JOIN clause c ON c.wording = w.id JOIN document d ON d.id = c.document WHERE "

// Lineages gives the lineages that a query finds (library.Store).
func (s *Store) Lineages(ctx context.Context, q library.Query) ([]library.Tally, error) {
	where, args := s.where(q)
	var out []library.Tally
	err := s.Rows(ctx, "SELECT c.lineage, count(*), max(d.adopted)"+joined+where+" GROUP BY c.lineage ORDER BY 2 DESC, 3 DESC, 1", args, func(r *sql.Rows) error {
		var t library.Tally
		err := r.Scan(&t.Lineage, &t.Uses, &t.Last)
		out = append(out, t)
		return err
	})
	return out, err
}

const (
	useColumns = "SELECT c.lineage, c.document, c.place, c.name, c.part, w.id, w.content, d.symbol, d.title, d.body, d.language, d.adopted, d.year, d.vote, d.voted, d.draft, d.series"
	useOrder   = " ORDER BY c.lineage, d.adopted, c.document, c.place"
)

// Uses gives the clauses of lineages that a query finds (library.Store).
func (s *Store) Uses(ctx context.Context, q library.Query, lineages []int64) ([]library.Use, error) {
	where, args := s.where(q)
	return s.uses(ctx, where+" AND c.lineage IN ", args, database.Anys(lineages))
}

// Lines gives every clause of lineages (library.Store).
func (s *Store) Lines(ctx context.Context, lineages []int64) ([]library.Use, error) {
	return s.uses(ctx, "c.lineage IN ", nil, database.Anys(lineages))
}

// Same gives the clauses with a text (library.Store).
func (s *Store) Same(ctx context.Context, hashes []string) ([]library.Use, error) {
	return s.uses(ctx, "w.hash IN ", nil, database.Anys(hashes))
}

// Clauses gives the clauses of documents (library.Store).
func (s *Store) Clauses(ctx context.Context, documents []int64) ([]library.Use, error) {
	return s.uses(ctx, "c.document IN ", nil, database.Anys(documents))
}

// Wordings gives the clauses with a text (library.Store).
func (s *Store) Wordings(ctx context.Context, ids []int64) ([]library.Use, error) {
	return s.uses(ctx, "w.id IN ", nil, database.Anys(ids))
}

// uses asks for the clauses of which something is in a list, which the condition
// ends with.
func (s *Store) uses(ctx context.Context, where string, args, in []any) ([]library.Use, error) {
	var out []library.Use
	err := database.InParts(in, func(part []any) error {
		all := append(append([]any(nil), args...), part...)
		return s.Rows(ctx, useColumns+joined+where+database.List(len(part))+useOrder, all, func(r *sql.Rows) error {
			var u library.Use
			err := r.Scan(&u.Lineage, &u.Document, &u.Place, &u.Clause, &u.Part, &u.Wording, &u.Text,
				&u.Of.Symbol, &u.Of.Title, &u.Of.Body, &u.Of.Language, &u.Of.Adopted, &u.Of.Year, &u.Of.Vote, &u.Of.Voted, &u.Of.Draft, &u.Of.Series)
			out = append(out, u)
			return err
		})
	})
	return out, err
}

// Having gives the texts that have terms (library.Store).
func (s *Store) Having(ctx context.Context, sets [][]string, limit int) ([][]int64, error) {
	if s.havingEach != "" {
		return s.havingAtOnce(ctx, sets, limit)
	}
	out := make([][]int64, len(sets))
	statement, err := s.PrepareContext(ctx, s.In(s.having))
	if err != nil {
		return nil, s.Wrong(err)
	}
	defer statement.Close()
	for i, terms := range sets {
		rows, err := statement.QueryContext(ctx, s.matching(terms), limit+1)
		if err != nil {
			return nil, s.Wrong(err)
		}
		for rows.Next() {
			var id int64
			if err := rows.Scan(&id); err != nil {
				rows.Close()
				return nil, s.Wrong(err)
			}
			out[i] = append(out[i], id)
		}
		rows.Close()
		if err := rows.Err(); err != nil {
			return nil, s.Wrong(err)
		}
	}
	return out, nil
}

// havingAtOnce asks a server for many sets in one statement: each on its own would wait
// for the network, thousands of times a draft.
func (s *Store) havingAtOnce(ctx context.Context, sets [][]string, limit int) ([][]int64, error) {
	out := make([][]int64, len(sets))
	first := 0
	err := database.InParts(sets, func(part [][]string) error {
		lists := make([]string, len(part))
		for i, terms := range part {
			lists[i] = strings.Join(terms, " ") // no term has a space
		}
		err := s.Rows(ctx, s.havingEach, []any{lists, limit + 1}, func(r *sql.Rows) error {
			var n int
			var id int64
			err := r.Scan(&n, &id)
			out[first+n-1] = append(out[first+n-1], id)
			return err
		})
		first += len(part)
		return err
	})
	for _, ids := range out {
		slices.Sort(ids)
	}
	return out, err
}

// Languages gives the languages of the documents (library.Store).
func (s *Store) Languages(ctx context.Context) ([]string, error) {
	var out []string
	err := s.Rows(ctx, "SELECT DISTINCT language FROM document ORDER BY language", nil, func(r *sql.Rows) error {
		var language string
		err := r.Scan(&language)
		out = append(out, language)
		return err
	})
	return out, err
}
