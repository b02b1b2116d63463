package store

import (
	"context"
	"database/sql"
	"fmt"
	"os"

	"reprise/library"
)

// Stats counts what is kept (library.Store).
func (s *Store) Stats(ctx context.Context) (library.Stats, error) {
	st := library.Stats{Languages: map[string]int64{}, Bodies: map[string]int64{}}
	for _, ask := range []struct {
		text string
		into []any
	}{
		{"SELECT count(*), coalesce(sum(draft), 0), count(DISTINCT series), coalesce(min(CASE WHEN year > 0 THEN year END), 0), max(coalesce(year, 0)) FROM document HAVING count(*) > 0",
			[]any{&st.Documents, &st.Drafts, &st.Series, &st.FirstYear, &st.LastYear}},
		{"SELECT count(*), count(DISTINCT lineage) FROM clause", []any{&st.Clauses, &st.Lineages}},
		{"SELECT count(*), coalesce(sum(octet_length(content)), 0) FROM wording", []any{&st.Texts, &st.TextBytes}},
		{"SELECT count(*), coalesce(sum(size), 0) FROM file", []any{&st.Files, &st.FileBytes}},
		{s.size, []any{&st.StoreBytes}},
	} {
		if err := s.Rows(ctx, ask.text, nil, func(r *sql.Rows) error { return r.Scan(ask.into...) }); err != nil {
			return st, err
		}
	}
	for column, into := range map[string]map[string]int64{"language": st.Languages, "body": st.Bodies} {
		if err := s.Rows(ctx, "SELECT "+column+", count(*) FROM document GROUP BY "+column, nil, func(r *sql.Rows) error {
			var name string
			var n int64
			err := r.Scan(&name, &n)
			into[name] = n
			return err
		}); err != nil {
			return st, err
		}
	}
	if s.Path != "" { // what is written and not yet moved into the file counts, too
		if info, err := os.Stat(s.Path + "-wal"); err == nil {
			st.StoreBytes += info.Size()
		}
	}
	return st, nil
}

// Check looks for damage (library.Store).
func (s *Store) Check(ctx context.Context) ([]string, error) {
	var faults []string
	if s.faults != "" {
		if err := s.Rows(ctx, s.faults, nil, func(r *sql.Rows) error {
			var said string
			err := r.Scan(&said)
			if said != "ok" {
				faults = append(faults, "The database says: "+said+".")
			}
			return err
		}); err != nil {
			return nil, err
		}
	}
	for _, look := range []struct{ fault, text string }{
		{"Document %s has lost clauses.", "SELECT d.id FROM document d WHERE d.clauses <> (SELECT count(*) FROM clause c WHERE c.document = d.id) ORDER BY 1"},
		{"Document %s has no file.", "SELECT d.id FROM document d WHERE NOT EXISTS (SELECT 1 FROM place p JOIN file f ON f.hash = p.file WHERE p.document = d.id) ORDER BY 1"},
		{"Document %s has a clause without its text.", "SELECT DISTINCT c.document FROM clause c WHERE NOT EXISTS (SELECT 1 FROM wording w WHERE w.id = c.wording) ORDER BY 1"},
		{"Text %s belongs to no clause.", "SELECT w.id FROM wording w WHERE NOT EXISTS (SELECT 1 FROM clause c WHERE c.wording = w.id) ORDER BY 1"},
		{"File %s belongs to no document.", "SELECT f.hash FROM file f WHERE NOT EXISTS (SELECT 1 FROM place p WHERE p.file = f.hash) ORDER BY 1"},
	} {
		if err := s.Rows(ctx, look.text, nil, func(r *sql.Rows) error {
			var which string
			err := r.Scan(&which)
			faults = append(faults, fmt.Sprintf(look.fault, which))
			return err
		}); err != nil {
			return nil, err
		}
	}
	return faults, nil
}
