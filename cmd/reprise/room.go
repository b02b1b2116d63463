package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"reprise/room"
	rooms "reprise/room/store"
	"reprise/room/web"
)

func newRoom(s surroundings) *cobra.Command {
	c := &cobra.Command{
		Use:   "room",
		Short: "Take a room of reprise serve out, or in",
		Long: `Take a room of reprise serve out as one file, or in from one. The rooms are kept
beside the library, in a file or in PostgreSQL (--library).`,
		Args: known,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(newRoomExport(s), newRoomImport(s), newRoomForget(s), newRoomBackup(s), newRoomAbout(s))
	return c
}

// roomFlags say where rooms are kept.
type roomFlags struct{ storeFlags }

// openRooms opens the rooms that are kept beside the library.
func (f *storeFlags) openRooms(ctx context.Context, s surroundings) (*rooms.Store, error) {
	where, err := f.place(s)
	if err != nil {
		return nil, err
	}
	return rooms.Open(ctx, where)
}

func (f *roomFlags) use(ctx context.Context, s surroundings, do func(*rooms.Store) error) error {
	kept, err := f.openRooms(ctx, s)
	if err != nil {
		return err
	}
	return errors.Join(do(kept), kept.Close())
}

func newRoomExport(s surroundings) *cobra.Command {
	var f roomFlags
	var name string
	var private bool
	c := &cobra.Command{
		Use:   "export ROOM",
		Short: "Write a room as one file",
		Long: `Write a room as one file: its versions with their files, its members and what is
said in it. ROOM is what its address has after /room/. What people keep to
themselves or their delegation is left out, unless --private takes it along, for
a move to another machine.`,
		Example: `  reprise room export 3f2a90bc11d04e57 -o lighthouses.room.json`,
		Args:    exactly(1, "ROOM"),
		RunE: func(c *cobra.Command, args []string) error {
			if name == "" {
				return errors.New("-o: an empty name, want a file or - for standard output")
			}
			return f.use(c.Context(), s, func(kept *rooms.Store) error { return exportRoom(c.Context(), s, kept, args[0], name, private) })
		},
	}
	f.add(c)
	c.Flags().StringVarP(&name, "output", "o", standardOutput, "write to this file")
	c.Flags().BoolVar(&private, "private", false, "with what people keep to themselves or their delegation")
	return c
}

func exportRoom(ctx context.Context, s surroundings, kept room.Store, id, to string, private bool) error {
	r, err := kept.Room(ctx, id)
	if err != nil {
		return err
	}
	entries, err := kept.Entries(ctx, id, 0)
	if err != nil {
		return err
	}
	state := &room.State{}
	for _, e := range entries {
		state.Add(e)
	}
	// Nobody in particular, who sees what everyone does.
	v := state.For(room.Member{Role: room.Reader})
	if private {
		v.Entries = entries
	}
	file, err := web.FileOf(ctx, kept, r, v)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := file.Write(&b); err != nil {
		return err
	}
	return write([]output{{to, b.Bytes()}}, s)
}

func newRoomImport(s surroundings) *cobra.Command {
	var f roomFlags
	c := &cobra.Command{
		Use:     "import FILE",
		Short:   "Take a room in from a file",
		Example: `  reprise room import lighthouses.room.json`,
		Args:    exactly(1, "FILE"),
		RunE: func(c *cobra.Command, args []string) error {
			content, err := os.Open(args[0])
			if err != nil {
				return err
			}
			defer content.Close()
			file, err := web.ReadFile(content)
			if err != nil {
				return fmt.Errorf("%s: %w", args[0], err)
			}
			return f.use(c.Context(), s, func(kept *rooms.Store) error {
				who, err := host(c.Context(), s, kept)
				if err != nil {
					return err
				}
				if err := file.Keep(c.Context(), kept, who); err != nil {
					return fmt.Errorf("%s: %w", args[0], err)
				}
				return s.print([]byte("/room/" + file.Room.ID + "\n"))
			})
		},
	}
	f.add(c)
	return c
}

func newRoomForget(s surroundings) *cobra.Command {
	var f roomFlags
	c := &cobra.Command{
		Use:   "forget PERSON",
		Short: "Take a person out: name, sign-ins, memberships, what nobody else was shown",
		Long: `Take a person out of all rooms: the name, the ways in, the memberships, and the
text of what was shown to nobody else. What was shared stays, by nobody in
particular. PERSON is a name as others see it.`,
		Args: exactly(1, "PERSON"),
		RunE: func(c *cobra.Command, args []string) error {
			return f.use(c.Context(), s, func(kept *rooms.Store) error { return forget(c.Context(), kept, args[0]) })
		},
	}
	f.add(c)
	return c
}

func forget(ctx context.Context, kept room.Store, name string) error {
	p, err := personNamed(ctx, kept, name)
	if err != nil {
		return err
	}
	return kept.Forget(ctx, p.ID)
}

// personNamed finds a person by the name that others see, or by the ID.
func personNamed(ctx context.Context, kept room.Store, name string) (room.Person, error) {
	people, err := kept.People(ctx)
	if err != nil {
		return room.Person{}, err
	}
	var ids []string
	for id, p := range people {
		if p.Name == name || id == name {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	switch len(ids) {
	case 0:
		return room.Person{}, fmt.Errorf("%s: %w", name, room.ErrAbsent)
	case 1:
		return people[ids[0]], nil
	}
	return room.Person{}, fmt.Errorf("%s: several have the name; want one of %q", name, ids)
}

func newRoomAbout(s surroundings) *cobra.Command {
	var f roomFlags
	c := &cobra.Command{
		Use:   "about PERSON",
		Short: "Print all that is kept of a person, as JSON",
		Long: `Print all that is kept of a person, as JSON: the name, the rooms, what the person
said in them and in comparisons outside, and the lines of the audit log. PERSON is a
name as others see it.`,
		Args: exactly(1, "PERSON"),
		RunE: func(c *cobra.Command, args []string) error {
			return f.use(c.Context(), s, func(kept *rooms.Store) error { return about(c.Context(), s, kept, args[0]) })
		},
	}
	f.add(c)
	return c
}

// about prints what is kept of a person.
func about(ctx context.Context, s surroundings, kept room.Store, name string) error {
	p, err := personNamed(ctx, kept, name)
	if err != nil {
		return err
	}
	all := struct {
		Person  room.Person             `json:"person"`
		Rooms   []room.Room             `json:"rooms"`
		Entries map[string][]room.Entry `json:"entries"` // by the ID of the room
		Events  []room.Event            `json:"events"`
	}{Person: p, Entries: map[string][]room.Entry{}}
	if all.Rooms, err = kept.RoomsOf(ctx, p.ID); err != nil {
		return err
	}
	for _, r := range append([]room.Room{{ID: room.Open}}, all.Rooms...) {
		entries, err := kept.Entries(ctx, r.ID, 0)
		if err != nil {
			return err
		}
		for _, e := range entries {
			if e.Person == p.ID {
				all.Entries[r.ID] = append(all.Entries[r.ID], e)
			}
		}
	}
	events, err := kept.Events(ctx, "")
	if err != nil {
		return err
	}
	for _, e := range events {
		if e.Person == p.ID {
			all.Events = append(all.Events, e)
		}
	}
	content, err := json.MarshalIndent(all, "", " ")
	if err != nil {
		return err
	}
	return s.print(append(content, '\n'))
}

func newRoomBackup(s surroundings) *cobra.Command {
	var f roomFlags
	c := &cobra.Command{
		Use:   "backup FILE",
		Short: "Copy all rooms into a new file while they are in use",
		Long: `Copy all rooms into a new file while they are in use. To restore, stop the server
and put the file in the place of room.sqlite. Rooms in PostgreSQL are backed up by
pg_dump.`,
		Example: `  reprise room backup /backup/room.sqlite`,
		Args:    exactly(1, "FILE"),
		RunE: func(c *cobra.Command, args []string) error {
			return f.use(c.Context(), s, func(kept *rooms.Store) error { return kept.Backup(c.Context(), args[0]) })
		},
	}
	f.add(c)
	return c
}
