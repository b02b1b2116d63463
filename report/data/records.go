package data

import (
	"encoding/json"
	"io"

	"reprise/library"
)

// RecordsSchema is the schema of what a library lists and exports.
const RecordsSchema = "reprise/library/1"

// Record is what is known of a document of a library.
type Record struct {
	ID       int64    `json:"id"`
	Hash     string   `json:"hash"`
	Symbol   string   `json:"symbol"`
	Base     string   `json:"base"`
	Language string   `json:"language"`
	Title    string   `json:"title"`
	Body     string   `json:"body"`
	Session  string   `json:"session"`
	Adopted  string   `json:"adopted"`
	Year     int      `json:"year"`
	Vote     string   `json:"vote"`
	Voted    bool     `json:"voted"`
	Draft    bool     `json:"draft"`
	Format   string   `json:"format"`
	Series   int64    `json:"series"`
	Clauses  int      `json:"clauses"`
	Cites    []string `json:"cites"`
	Names    []string `json:"names"`
	Files    []string `json:"files,omitempty"` // of an export: below its folder
	Text     string   `json:"text,omitempty"`  // of an export: the document as JSON, below its folder
}

// RecordOf tells of a document.
func RecordOf(r library.Record) Record {
	return Record{
		ID: r.ID, Hash: r.Hash, Symbol: r.Symbol, Base: r.Base, Language: r.Language, Title: r.Title, Body: r.Body, Session: r.Session,
		Adopted: r.Adopted, Year: r.Year, Vote: r.Vote, Voted: r.Voted, Draft: r.Draft, Format: r.Format, Series: r.Series, Clauses: r.Clauses,
		Cites: append([]string{}, r.Cites...), Names: append([]string{}, r.Names...),
	}
}

// RenderRecords writes the documents of a library.
func (JSON) RenderRecords(w io.Writer, records []Record) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(struct {
		Schema    string   `json:"schema"`
		Documents []Record `json:"documents"`
	}{RecordsSchema, append([]Record{}, records...)})
}
