// Package library keeps resolutions and their clauses and finds them again: what
// earlier texts say, and whether the clauses of a draft were agreed before.
//
// From a folder to an answer it takes four calls: store.Open for a place to keep
// things in, New, Library.Add for the documents that package read has opened, and
// Library.Find or Library.Agreed. It reads no files and shows nothing; where things
// are kept is the business of a Store (package library/store has SQLite and
// PostgreSQL).
package library

import (
	"context"
	"errors"

	"reprise/resolution"
)

// Store keeps what a library holds. Its methods may be called from many
// goroutines; each either does all it says or nothing.
type Store interface {
	// Add keeps documents with their files and clauses, and tells for each where it
	// stands and whether it is new. A text that is there already is kept once; its
	// further names and files are noted.
	Add(ctx context.Context, entries []Entry) ([]Added, error)
	// Remove takes documents out, with the texts and files that nothing else has.
	Remove(ctx context.Context, ids []int64) error

	// Records gives what is known of documents, ordered by ID.
	Records(ctx context.Context, which Which) ([]Record, error)
	// Content gives a document as Entry.Content has it.
	Content(ctx context.Context, id int64) ([]byte, error)
	// Files gives the files that a document was read from, ordered by name.
	Files(ctx context.Context, id int64) ([]File, error)

	// Kin gives the documents that may belong to one series with these: of one
	// title, citing or cited, or with clauses in common that few others have; and
	// all of the series that those are in. In order of ID.
	Kin(ctx context.Context, ids []int64) ([]int64, error)
	// Link notes the series of documents and the lineages of their clauses.
	Link(ctx context.Context, links []Link) error

	// Languages gives the languages of the documents, sorted.
	Languages(ctx context.Context) ([]string, error)
	// Lineages gives the lineages that have a clause with all the terms of a query,
	// most used first, then latest, then in the order of their IDs.
	Lineages(ctx context.Context, q Query) ([]Tally, error)
	// Uses gives the clauses of lineages, those that a query finds, in the order of
	// lineage, adoption, document and place.
	Uses(ctx context.Context, q Query, lineages []int64) ([]Use, error)
	// Lines gives every clause of lineages, in the order of Uses.
	Lines(ctx context.Context, lineages []int64) ([]Use, error)
	// Same gives the clauses whose text has one of these hashes, in the order of
	// Uses.
	Same(ctx context.Context, hashes []string) ([]Use, error)
	// Clauses gives the clauses of documents, in the order of Uses.
	Clauses(ctx context.Context, documents []int64) ([]Use, error)
	// Wordings gives the clauses that have these texts, in the order of Uses.
	Wordings(ctx context.Context, ids []int64) ([]Use, error)
	// Having gives for each of some sets of terms the texts, in any language, that
	// have all of it, in order of ID; of a set that more than limit texts have, any so
	// many and one more.
	Having(ctx context.Context, sets [][]string, limit int) ([][]int64, error)

	// Stats counts what is kept.
	Stats(ctx context.Context) (Stats, error)
	// Check looks for damage; each fault is a sentence.
	Check(ctx context.Context) ([]string, error)
	Close() error
}

// ErrAbsent says that a library has no such document.
var ErrAbsent = errors.New("not in the library")

// Library is a collection of documents in a store.
type Library struct {
	store Store
}

// New opens the library that a store keeps.
func New(store Store) *Library { return &Library{store: store} }

// Close closes the store.
func (l *Library) Close() error { return l.store.Close() }

// Item is a document to add, with the file that it was read from.
type Item struct {
	Name     string // as the user knows it: a path or a symbol
	Content  []byte
	Document *resolution.Document
}

// Added tells what became of an item.
type Added struct {
	ID  int64
	New bool // the library did not have this text
}

// Record is what a library knows of a document without opening it.
type Record struct {
	ID       int64
	Hash     string // of language, symbol, title and counted clauses: files with the same are one document
	Symbol   string // canonical; "" where the text names none
	Base     string // the symbol without what makes it a correction or a revision of another
	Language string // ISO 639-1
	Title    string
	Body     string // symbol.Body
	Session  string
	Adopted  string // yyyy-mm-dd; "" where not printed
	Year     int    // of adoption, by date or symbol; 0 unknown
	Vote     string // as printed
	Voted    bool   // Vote gives numbers
	Draft    bool
	Format   string // of the file it was read from
	Cites    []string
	Series   int64 // the ID of the first document of its series; 0 while it is not sorted
	Clauses  int
	Names    []string // under which it was added, sorted
}

// Which chooses among records; the zero value takes all.
type Which struct {
	IDs      []int64
	Symbols  []string // canonical
	Hashes   []string
	Series   []int64
	Unsorted bool // only those whose series is not known yet
}

// File is a file that was added.
type File struct {
	Hash   string // SHA-256, hexadecimal
	Name   string
	Size   int64
	Packed []byte // see Pack
}

// Stats counts what a library keeps.
type Stats struct {
	Documents, Drafts, Series, Clauses, Texts, Lineages, Files int64
	TextBytes, FileBytes, StoreBytes                           int64
	Languages, Bodies                                          map[string]int64
	FirstYear, LastYear                                        int
}

// Records gives what is known of documents.
func (l *Library) Records(ctx context.Context, which Which) ([]Record, error) {
	return l.store.Records(ctx, which)
}

// Remove takes documents out, and sorts what is left of their series anew.
func (l *Library) Remove(ctx context.Context, ids []int64) error {
	if err := l.store.Remove(ctx, ids); err != nil {
		return err
	}
	return l.Sort(ctx, nil)
}

// Files gives the files of a document.
func (l *Library) Files(ctx context.Context, id int64) ([]File, error) { return l.store.Files(ctx, id) }

// Stats counts what the library keeps.
func (l *Library) Stats(ctx context.Context) (Stats, error) { return l.store.Stats(ctx) }

// Lines gives every clause of lineages, in the order of lineage, adoption, document
// and place.
func (l *Library) Lines(ctx context.Context, lineages []int64) ([]Use, error) {
	return l.store.Lines(ctx, lineages)
}
