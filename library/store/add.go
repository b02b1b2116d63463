package store

import (
	"context"
	"fmt"

	"reprise/internal/database"
	"reprise/library"
)

// within does work in one transaction, which keeps other writers out.
func (s *Store) within(ctx context.Context, do func(*transaction) error) error {
	return s.Within(ctx, "document", func(tx *database.Tx) error { return do(&transaction{tx, s}) })
}

type transaction struct {
	*database.Tx
	store *Store
}

// Add keeps documents (library.Store).
func (s *Store) Add(ctx context.Context, entries []library.Entry) ([]library.Added, error) {
	out := make([]library.Added, len(entries))
	err := s.within(ctx, func(t *transaction) error {
		document, err := t.Number("SELECT coalesce(max(id), 0) FROM document")
		if err != nil {
			return err
		}
		wording, err := t.Number("SELECT coalesce(max(id), 0) FROM wording")
		if err != nil {
			return err
		}
		for i := range entries {
			e := &entries[i]
			known, err := t.Number("SELECT id FROM document WHERE hash = ?", e.Hash)
			if err != nil {
				return err
			}
			if known == 0 {
				document++
				known = document
				if err := t.add(e, known, &wording); err != nil {
					return err
				}
				out[i].New = true
			}
			out[i].ID = known
			if err := t.addFile(e, known); err != nil {
				return err
			}
		}
		return nil
	})
	return out, err
}

func (t *transaction) addFile(e *library.Entry, document int64) error {
	if err := t.Exec("INSERT INTO file (hash, size, packed) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", e.File.Hash, e.File.Size, e.File.Packed); err != nil {
		return err
	}
	return t.Exec("INSERT INTO place (name, file, document) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", e.File.Name, e.File.Hash, document)
}

func (t *transaction) add(e *library.Entry, id int64, wordings *int64) error {
	if err := t.Exec(`INSERT INTO document (id, hash, symbol, base, language, title, body, session, adopted, year, vote, voted, draft, format, series, clauses, packed)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)`,
		id, e.Hash, e.Symbol, e.Base, e.Language, e.Title, e.Body, e.Session, e.Adopted, e.Year, e.Vote, truth(e.Voted), truth(e.Draft), e.Format, len(e.Clauses), e.Content); err != nil {
		return err
	}
	for i, symbol := range e.Cites {
		if err := t.Exec("INSERT INTO cite (document, position, symbol) VALUES (?, ?, ?)", id, i, symbol); err != nil {
			return err
		}
	}
	for place := range e.Clauses {
		c := &e.Clauses[place]
		wording, err := t.wording(c, e.Language, wordings)
		if err != nil {
			return err
		}
		if err := t.Exec("INSERT INTO clause (document, place, name, part, lead, wording, lineage) VALUES (?, ?, ?, ?, ?, ?, ?)",
			id, place, c.Name, c.Part, c.Lead, wording, library.LineageOf(id, place)); err != nil {
			return err
		}
	}
	return nil
}

// wording keeps a text once and gives its ID.
func (t *transaction) wording(c *library.EntryClause, language string, last *int64) (int64, error) {
	known, err := t.Number("SELECT id FROM wording WHERE hash = ?", c.Hash)
	if err != nil || known != 0 {
		return known, err
	}
	*last++
	args := []any{*last, c.Hash, language, c.Text}
	terms := t.store.document(c.Terms)
	if t.store.addTerms == "" {
		return *last, t.Exec(t.store.addWording, append(args, terms)...)
	}
	if err := t.Exec(t.store.addWording, args...); err != nil {
		return 0, err
	}
	return *last, t.Exec(t.store.addTerms, *last, terms)
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Remove takes documents out (library.Store). What is left of their series is to be
// sorted anew.
func (s *Store) Remove(ctx context.Context, ids []int64) error {
	return s.within(ctx, func(t *transaction) error {
		for _, id := range ids {
			known, err := t.Number("SELECT count(*) FROM document WHERE id = ?", id)
			if err != nil {
				return err
			}
			if known == 0 {
				return fmt.Errorf("document %d: %w", id, library.ErrAbsent)
			}
			if err := t.Exec("UPDATE document SET series = 0 WHERE series <> 0 AND series = (SELECT d.series FROM document d WHERE d.id = ?)", id); err != nil {
				return err
			}
			for _, text := range []string{
				"DELETE FROM clause WHERE document = ?", "DELETE FROM cite WHERE document = ?",
				"DELETE FROM place WHERE document = ?", "DELETE FROM document WHERE id = ?",
			} {
				if err := t.Exec(text, id); err != nil {
					return err
				}
			}
		}
		for _, text := range []string{
			s.dropTerms,
			"DELETE FROM wording WHERE NOT EXISTS (SELECT 1 FROM clause WHERE clause.wording = wording.id)",
			"DELETE FROM file WHERE NOT EXISTS (SELECT 1 FROM place WHERE place.file = file.hash)",
		} {
			if text == "" {
				continue
			}
			if err := t.Exec(text); err != nil {
				return err
			}
		}
		return nil
	})
}

// Link notes series and lineages (library.Store).
func (s *Store) Link(ctx context.Context, links []library.Link) error {
	return s.within(ctx, func(t *transaction) error {
		for _, l := range links {
			if err := t.Exec("UPDATE document SET series = ? WHERE id = ?", l.Series, l.Document); err != nil {
				return err
			}
			for place, lineage := range l.Lineages {
				if err := t.Exec("UPDATE clause SET lineage = ? WHERE document = ? AND place = ? AND lineage <> ?", lineage, l.Document, place, lineage); err != nil {
					return err
				}
			}
		}
		return nil
	})
}
