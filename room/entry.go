package room

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"reprise/review"
)

// Entry is one thing that was said or done in a room.
type Entry struct {
	Seq        int64      `json:"-"`  // in the order of keeping, over all rooms; given by the store
	ID         string     `json:"id"` // chosen by whoever sends it: what is sent twice is kept once
	Room       string     `json:"-"`
	Kind       Kind       `json:"kind"`
	Person     string     `json:"person"`               // ID of the author
	Delegation string     `json:"delegation,omitempty"` // of the author at that time
	Time       string     `json:"time"`                 // RFC 3339
	Visibility Visibility `json:"visibility"`

	At      At      `json:"at,omitzero"` // the change that it is about; zero for none
	Verdict Verdict `json:"verdict,omitempty"`
	Text    string  `json:"text,omitempty"`    // the note, the post, the reason, a version's name
	Wording string  `json:"wording,omitempty"` // that a position proposes for the clause, or a decision settles

	About    string   `json:"about,omitempty"`    // the entry that is answered, shared or placed; of Came the key of the text
	Replaces []string `json:"replaces,omitempty"` // entries of the same author and change that this one stands for from now on
}

// At names a change: the comparison and the clauses, as a review does.
type At struct {
	Made review.Made `json:"made"`
	Old  []string    `json:"old"` // IDs of the clauses; one of them may be empty
	New  []string    `json:"new"`
	Name string      // "OP4"
}

// IsZero tells that no change is named.
func (a At) IsZero() bool { return a.Made.New == "" && a.Made.Old == "" }

// Kind is what an entry says or does.
type Kind int

// The kinds.
const (
	Marked     Kind = iota // a verdict and a note of the author's own
	Posted                 // a post in the thread of a change
	Positioned             // where the author's delegation stands, with its own wording if any
	Shared                 // an entry of the author's is shown to more people from now on
	Decided                // what the editor settled
	Placed                 // an entry is put on another change, by an editor who knows better
	Came                   // a version came
)

var kinds = [...]string{"mark", "post", "position", "share", "decision", "place", "version"}

// String is the kind's name in JSON and in the store.
func (k Kind) String() string { return kinds[k] }

// KindByName is the inverse of String; false for any other name.
func KindByName(name string) (Kind, bool) { return byName[Kind](kinds[:], name) }

// Needs is the role that an author must have.
func (k Kind) Needs() Role {
	switch k {
	case Decided, Placed, Came:
		return Editor
	}
	return Reviewer
}

// Verdict is what is thought of a change.
type Verdict int

// The verdicts. An entry without verdict, text and wording takes back what it
// replaces.
const (
	NoVerdict Verdict = iota
	Agreed
	Discuss
	Rejected
	Reserved
)

var verdicts = [...]string{"", "agreed", "discuss", "rejected", "reserved"}

// String is the verdict's name in JSON and in the store.
func (v Verdict) String() string { return verdicts[v] }

// VerdictByName is the inverse of String; false for any other name.
func VerdictByName(name string) (Verdict, bool) { return byName[Verdict](verdicts[:], name) }

// Empty tells an entry that says nothing any more.
func (e Entry) Empty() bool {
	return e.Verdict == NoVerdict && strings.TrimSpace(e.Text) == "" && strings.TrimSpace(e.Wording) == ""
}

// Bounds of an entry. A clause of a resolution has up to some thousand letters.
const (
	MaxText    = 20_000 // bytes of a text or a wording
	maxID      = 64
	maxClauses = 500 // of one change: a list that became one clause
	maxName    = 200
)

// Check refuses an entry that no store should keep: it names its fault.
func (e Entry) Check() error {
	switch {
	case e.ID == "" || len(e.ID) > maxID || strings.ContainsFunc(e.ID, notOfID):
		return fmt.Errorf("the ID %q, want up to %d letters and digits", e.ID, maxID)
	case len(e.Text) > MaxText || len(e.Wording) > MaxText:
		return fmt.Errorf("a text of %d bytes, want at most %d", max(len(e.Text), len(e.Wording)), MaxText)
	case len(e.At.Old) > maxClauses || len(e.At.New) > maxClauses || len(e.Replaces) > maxClauses:
		return fmt.Errorf("more than %d clauses", maxClauses)
	case len(e.At.Name) > maxName || len(e.At.Made.Comparison) > 2*maxName:
		return fmt.Errorf("a name of more than %d bytes", maxName)
	}
	for _, text := range append(append([]string{e.Text, e.Wording, e.At.Name, e.At.Made.Comparison, e.At.Made.Old, e.At.Made.New, e.About}, e.At.Old...), e.At.New...) {
		if !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
			return errors.New("a text that is no UTF-8")
		}
	}
	for _, id := range append(append(e.Replaces[:len(e.Replaces):len(e.Replaces)], e.At.Old...), e.At.New...) {
		if id == "" || strings.ContainsAny(id, " \n\t") || len(id) > maxName {
			return fmt.Errorf("%q is no name of a clause or an entry", id)
		}
	}
	switch e.Kind {
	case Marked, Posted, Positioned, Decided, Placed:
		if e.At.IsZero() || len(e.At.Old)+len(e.At.New) == 0 {
			return errors.New("no clause that it is about")
		}
	}
	switch e.Kind {
	case Posted:
		if strings.TrimSpace(e.Text) == "" {
			return errors.New("an empty post")
		}
	case Shared, Placed, Came:
		if e.About == "" {
			return errors.New("nothing that it is about")
		}
	}
	return nil
}

func notOfID(r rune) bool {
	return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '-'
}

// MarshalText gives the name.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText takes a name.
func (k *Kind) UnmarshalText(text []byte) error { return named(kinds[:], text, k) }

// MarshalText gives the name.
func (v Verdict) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// UnmarshalText takes a name.
func (v *Verdict) UnmarshalText(text []byte) error { return named(verdicts[:], text, v) }
