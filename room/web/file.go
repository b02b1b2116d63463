package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"reprise/room"
)

// FileSchema names the form of a room in one file.
const FileSchema = "reprise/room/1"

// File is a room in one file, which another installation takes in.
type File struct {
	Schema  string        `json:"schema"`
	Room    room.Room     `json:"room"`
	Members []room.Member `json:"members"`
	Entries []room.Entry  `json:"entries"`
	Texts   []room.Text   `json:"texts"`
}

// FileOf is what a view has of a room: its versions with their files, its members and
// what is said.
func FileOf(ctx context.Context, store room.Store, r room.Room, v room.View) (File, error) {
	f := File{Schema: FileSchema, Room: r, Entries: v.Entries}
	var err error
	if f.Members, err = store.Members(ctx, r.ID); err != nil {
		return f, err
	}
	for _, one := range v.Versions() {
		t, err := store.Text(ctx, r.ID, one.Key)
		if err != nil {
			return f, err
		}
		f.Texts = append(f.Texts, t)
	}
	return f, nil
}

// Write writes the file.
func (f File) Write(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(f)
}

// maxFile bounds a room in a file.
const maxFile = 1 << 30

// ReadFile reads a room in a file.
func ReadFile(r io.Reader) (File, error) {
	var f File
	limited := &io.LimitedReader{R: r, N: maxFile}
	switch err := json.NewDecoder(limited).Decode(&f); {
	case limited.N == 0:
		return f, fmt.Errorf("larger than %d MB, want a room", maxFile>>20)
	case err != nil:
		return f, fmt.Errorf("not a room: %w", err)
	case f.Schema != FileSchema:
		return f, fmt.Errorf("of the schema %q, want %s", f.Schema, FileSchema)
	case f.Room.ID == "" || f.Room.ID == room.Open:
		return f, errors.New("a room without an ID")
	}
	for i, e := range f.Entries {
		if err := e.Check(); err != nil {
			return f, fmt.Errorf("entry no. %d: %w", i+1, err)
		}
	}
	return f, nil
}

// Keep takes the room into a store under its own ID, with the host as an editor.
// room.ErrTaken where the store has it.
func (f File) Keep(ctx context.Context, store room.Store, host room.Person) error {
	if _, err := store.Room(ctx, f.Room.ID); !errors.Is(err, room.ErrAbsent) {
		return errors.Join(err, fmt.Errorf("the room %s: %w", f.Room.ID, room.ErrTaken))
	}
	for _, t := range f.Texts {
		t.Room = f.Room.ID
		if err := store.KeepText(ctx, t); err != nil {
			return err
		}
	}
	for i := range f.Entries {
		f.Entries[i].Room = f.Room.ID
	}
	if _, err := store.Add(ctx, f.Entries...); err != nil {
		return err
	}
	if err := store.SetPerson(ctx, host); err != nil {
		return err
	}
	// From here on the room is there; what failed before can be done again.
	if err := store.AddRoom(ctx, f.Room, room.Member{Person: host.ID, Role: room.Editor}); err != nil {
		return err
	}
	for _, m := range f.Members {
		if m.Person == host.ID {
			continue
		}
		if err := store.SetPerson(ctx, room.Person{ID: m.Person, Name: m.Name, Delegation: m.Delegation}); err != nil {
			return err
		}
		if err := store.SetMember(ctx, f.Room.ID, m); err != nil {
			return err
		}
	}
	return nil
}
