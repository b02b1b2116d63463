package cluster

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"reprise/library"
	"reprise/read"
	"reprise/series"
)

// Text is a file as it was read.
type Text struct {
	Name  string
	Fault string        `json:",omitempty"` // why it could not be read; then it has nothing else
	Entry library.Entry `json:",omitzero"`
	Card  series.Card   `json:",omitzero"`
}

// Numbered is a document: a text with the files that have it.
type Numbered struct {
	ID    int64 // by the first of its names, from 1
	Text  Text
	Files []library.File // by name
}

// Member is a document of a series.
type Member struct {
	ID     int64
	Series int64 // the least ID of its texts
	Given  int64 // the place of its symbol: the least ID of the documents that have it
	Double int64 `json:",omitempty"` // the document of its symbol that counts, where that is another
}

// maxFile bounds what a file may have, in bytes: as the command has it.
const maxFile = 64 << 20

// textOf reads a file.
func textOf(ctx context.Context, name string, content []byte, opts read.Options) Text {
	t := Text{Name: name}
	fail := func(err error) Text {
		t.Fault = strings.TrimPrefix(err.Error(), "reprise: ")
		return t
	}
	if len(content) > maxFile {
		return fail(fmt.Errorf("%s: more than %d MB", name, maxFile>>20))
	}
	d, err := read.Open(ctx, name, content, opts)
	if err != nil {
		return fail(err)
	}
	if t.Entry, err = library.NewEntry(library.Item{Name: name, Content: content, Document: d}); err != nil {
		return fail(err)
	}
	t.Card = series.CardOf(d)
	return t
}

// packed is a value as it is sent from stage to stage; only what JSON cannot write panics,
// which none of ours is.
func packed(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return b
}

func unpacked[T any](b []byte) (T, error) {
	var v T
	err := json.Unmarshal(b, &v)
	return v, err
}

// all unpacks what a key has.
func all[T any](next func(*[]byte) bool) ([]T, error) {
	var out []T
	var b []byte
	for next(&b) {
		v, err := unpacked[T](b)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}
