package library

import (
	"bytes"
	"compress/flate"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"reprise/internal/lexicon"
	"reprise/internal/terms"
	"reprise/internal/token"
	"reprise/resolution"
	"reprise/series"
)

// Entry is an item as a store keeps it.
type Entry struct {
	Record
	File    File
	Content []byte // the document, packed
	Clauses []EntryClause
}

// EntryClause is a clause as a store keeps it.
type EntryClause struct {
	Name  string // resolution.Clause.ID
	Part  string // resolution.Part
	Lead  string // folded (lexicon.Fold)
	Text  string
	Hash  string   // of language and text
	Terms []string // under which it is found (terms.Index); empty for what is not counted
}

// batch is how many documents are kept in one go: enough that the disk is waited
// for seldom, few enough that a kill loses little work.
const batch = 32

// Add keeps documents. It calls done, where that is not nil, for each item once it
// is kept for good, in order; what was told so far is kept even where Add ends with
// an error. The series of what was added are not sorted yet: Sort does that.
func (l *Library) Add(ctx context.Context, items []Item, done func(Item, Added)) error {
	for len(items) > 0 {
		n := min(batch, len(items))
		entries := make([]Entry, n)
		for i, item := range items[:n] {
			var err error
			if entries[i], err = NewEntry(item); err != nil {
				return err
			}
		}
		added, err := l.store.Add(ctx, entries)
		if err != nil {
			return err
		}
		for i, a := range added {
			if done != nil {
				done(items[i], a)
			}
		}
		items = items[n:]
	}
	return nil
}

// NewEntry makes an entry of an item.
func NewEntry(item Item) (Entry, error) {
	d := item.Document
	e := Entry{Record: recordOf(d), File: File{Hash: hashOf(string(item.Content)), Name: item.Name, Size: int64(len(item.Content)), Packed: Pack(item.Content)}}
	e.Names = []string{item.Name}
	var err error
	if e.Content, err = PackDocument(d); err != nil {
		return e, fmt.Errorf("reprise: %s: %w", item.Name, err)
	}
	analyzer := terms.In(d.Language)
	whole := sha256.New()
	fmt.Fprintf(whole, "%s\x00%s\x00%s", d.Language, d.Symbol, d.Title)
	for _, c := range d.Clauses {
		ec := EntryClause{Name: c.ID, Part: c.Part.String(), Lead: lexicon.Fold(stored(c.Lead)), Text: stored(c.Text), Hash: TextHash(d.Language, c.Text)}
		if c.Counted() {
			ec.Terms = terms.Index(analyzer.Words(c.Text))
			fmt.Fprintf(whole, "\x00%s\x00%s", c.Label, c.Text)
		}
		e.Clauses = append(e.Clauses, ec)
	}
	e.Hash = hex.EncodeToString(whole.Sum(nil))
	return e, nil
}

// stored is a text as every store can hold it: PostgreSQL has no place for zero
// bytes and for what is no UTF-8.
func stored(text string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\x00", "\uFFFD")
}

// textHashDigits is how much of a hash tells texts apart: 128 bits are enough for
// more texts than there will be, and half the room.
const textHashDigits = 32

// TextHash tells texts of a language apart: word for word, as resolution.Normalise
// left them.
func TextHash(language, text string) string {
	return hashOf(language + "\x00" + text)[:textHashDigits]
}

func hashOf(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}

func recordOf(d *resolution.Document) Record {
	r := Record{
		Symbol: stored(string(d.Symbol)), Base: base(string(d.Symbol)), Language: d.Language, Title: stored(d.Title), Body: string(d.Body),
		Session: stored(d.Session), Adopted: d.Adopted.ISO(), Vote: stored(d.Vote), Voted: voted(d), Draft: d.Draft,
		Format: d.Reading.Format, Clauses: len(d.Clauses),
	}
	if r.Body == "" {
		r.Body = string(d.Symbol.Body())
	}
	if r.Year = d.Adopted.Year; r.Year == 0 {
		r.Year = d.Symbol.Year()
	}
	for _, s := range series.Cited(d) {
		r.Cites = append(r.Cites, stored(string(s)))
	}
	return r
}

// additions to a symbol make a correction or a revision of it.
var additions = []string{"/Corr.", "/Rev.", "/Add.", "/Amend."}

func base(symbol string) string {
	for _, a := range additions {
		if at := strings.Index(symbol, a); at > 0 {
			symbol = symbol[:at]
		}
	}
	return symbol
}

// voted tells whether a text was put to a recorded vote: the line of the vote gives
// numbers that are no date and no meeting.
func voted(d *resolution.Document) bool {
	lex, err := lexicon.Language(d.Language)
	if err != nil {
		return false
	}
	for _, c := range d.Clauses {
		switch c.Role {
		case resolution.InFavourRole, resolution.AgainstRole, resolution.AbstainingRole:
			return true
		}
	}
	for _, t := range token.Split(d.Vote, lex) {
		if t.Kind == token.Number {
			return true
		}
	}
	return false
}

// PackDocument makes the content of an entry of a document (Entry.Content).
func PackDocument(d *resolution.Document) ([]byte, error) {
	copied := *d
	copied.Source = nil // the file is kept beside it
	text, err := json.Marshal(copied)
	return Pack(text), err
}

// Document opens a document that the library keeps.
func (l *Library) Document(ctx context.Context, id int64) (*resolution.Document, error) {
	packed, err := l.store.Content(ctx, id)
	if err != nil {
		return nil, err
	}
	d, err := UnpackDocument(packed)
	if err != nil {
		return nil, fmt.Errorf("reprise: library: document %d: %w", id, err)
	}
	return d, nil
}

// UnpackDocument gives the document of an entry's content (Entry.Content).
func UnpackDocument(packed []byte) (*resolution.Document, error) {
	content, err := Unpack(packed)
	if err != nil {
		return nil, err
	}
	d := new(resolution.Document)
	return d, json.Unmarshal(content, d)
}

// maxUnpacked bounds what a packed piece may become, in bytes: four times the
// largest file that is read, for a document is written with the names of its
// fields.
const maxUnpacked = 256 << 20

// Pack makes content small.
func Pack(content []byte) []byte {
	var b bytes.Buffer
	w, _ := flate.NewWriter(&b, flate.BestSpeed) // only a wrong level fails
	w.Write(content)
	w.Close()
	return b.Bytes()
}

// Unpack is the inverse of Pack.
func Unpack(packed []byte) ([]byte, error) {
	content, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(packed)), maxUnpacked+1))
	if err == nil && len(content) > maxUnpacked {
		err = fmt.Errorf("unpacks to more than %d MB", maxUnpacked>>20)
	}
	return content, err
}
