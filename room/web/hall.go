package web

import (
	"context"
	"crypto/aes"
	"encoding/binary"
	"encoding/hex"
	"sync"
	"time"

	"reprise/room"
)

// hall is what the server knows of a room while people are in it.
type hall struct {
	id string

	mu    sync.Mutex
	state room.State
	wake  chan struct{}  // closed when something new was said
	here  map[string]int // open pages, by person
	named string         // their names, as JSON; "" where somebody came or went since

	members lately[map[string]room.Member]
}

// hall gives the hall of a room.
func (s *Server) hall(id string) *hall {
	s.mu.Lock()
	defer s.mu.Unlock()
	h := s.halls[id]
	if h == nil {
		h = &hall{id: id, wake: make(chan struct{}), here: map[string]int{}}
		s.halls[id] = h
	}
	return h
}

// refresh takes in what the store has that the hall has not, whichever process kept
// it, and wakes whoever waits for it.
func (s *Server) refresh(ctx context.Context, h *hall) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	entries, err := s.Store.Entries(ctx, h.id, h.state.Last())
	if err != nil {
		return err
	}
	for _, e := range entries {
		h.state.Add(e)
	}
	if len(entries) > 0 {
		h.rouse()
	}
	return nil
}

// rouse wakes whoever waits. The hall is locked.
func (h *hall) rouse() {
	close(h.wake)
	h.wake = make(chan struct{})
}

// view is what a member sees now.
func (c *call) view() (room.View, error) {
	h := c.hall(c.room.ID)
	if err := c.refresh(c.r.Context(), h); err != nil {
		return room.View{}, err
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.state.For(c.member), nil
}

// look is how often the server looks for what other processes kept.
const look = 300 * time.Millisecond

// watch looks for what other processes that serve the same rooms have kept.
func (s *Server) watch() {
	ticker := time.NewTicker(look)
	defer ticker.Stop()
	seen := int64(-1)
	for {
		select {
		case <-s.done:
			return
		case <-ticker.C:
		}
		s.mu.Lock()
		halls := make([]*hall, 0, len(s.halls))
		for _, h := range s.halls {
			halls = append(halls, h)
		}
		s.mu.Unlock()
		if len(halls) == 0 {
			continue
		}
		ctx, cancel := context.WithTimeout(context.Background(), 10*look)
		last, err := s.Store.Latest(ctx)
		if err == nil && last != seen {
			for _, h := range halls {
				if err = s.refresh(ctx, h); err != nil {
					break
				}
			}
		}
		cancel()
		if err != nil {
			s.tell(err.Error())
			continue
		}
		seen = last
	}
}

// present notes that a page of a person was opened (1) or closed (-1), and tells
// everyone in the hall; false for one that is too many.
func (h *hall) present(person string, by int) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	was := h.here[person]
	if by > 0 && was >= maxStreams {
		return false
	}
	h.named = ""
	if h.here[person] += by; h.here[person] <= 0 {
		delete(h.here, person)
	}
	if was == 0 || h.here[person] == 0 {
		h.rouse()
	}
	return true
}

// cursor is the number of an entry as a browser is given it: numbers as such would
// tell how much is said that the browser's owner is not shown.
func (s *Server) cursor(seq int64) string {
	block, err := aes.NewCipher(s.key)
	if err != nil {
		panic(err) // the key has its length
	}
	var plain, hidden [aes.BlockSize]byte
	binary.BigEndian.PutUint64(plain[:], uint64(seq))
	block.Encrypt(hidden[:], plain[:])
	return hex.EncodeToString(hidden[:])
}

// seqOf is the inverse of cursor; 0, the beginning, for anything else.
func (s *Server) seqOf(cursor string) int64 {
	hidden, err := hex.DecodeString(cursor)
	if err != nil || len(hidden) != aes.BlockSize {
		return 0
	}
	block, err := aes.NewCipher(s.key)
	if err != nil {
		panic(err)
	}
	var plain [aes.BlockSize]byte
	block.Decrypt(plain[:], hidden)
	if binary.BigEndian.Uint64(plain[8:]) != 0 {
		return 0
	}
	return int64(binary.BigEndian.Uint64(plain[:8]))
}

// lately keeps what was asked of the store for a moment, for the many streams that
// want it at the same time. What is asked by hand is asked of the store itself.
type lately[T any] struct {
	mu    sync.Mutex
	value T
	at    time.Time
}

func (l *lately[T]) get(ask func() (T, error)) (T, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if time.Since(l.at) < look {
		return l.value, nil
	}
	value, err := ask()
	if err == nil {
		l.value, l.at = value, time.Now()
	}
	return l.value, err
}

func (l *lately[T]) forget() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.at = time.Time{}
}

// people are the names of persons.
func (s *Server) people(ctx context.Context) (map[string]room.Person, error) {
	return s.names.get(func() (map[string]room.Person, error) { return s.Store.People(ctx) })
}

// stillIn looks whether the reader of a stream is a member as before.
func (c *call) stillIn(h *hall) error {
	if c.room.ID == room.Open {
		return nil
	}
	members, err := h.members.get(func() (map[string]room.Member, error) {
		list, err := c.Store.Members(c.r.Context(), h.id)
		out := map[string]room.Member{}
		for _, m := range list {
			out[m.Person] = m
		}
		return out, err
	})
	if err != nil {
		return err
	}
	m, ok := members[c.person.ID]
	if !ok {
		return room.ErrAbsent
	}
	c.member = m
	return nil
}

// setPerson keeps a person, whose name is known at once.
func (s *Server) setPerson(ctx context.Context, p room.Person) error {
	defer s.names.forget()
	return s.Store.SetPerson(ctx, p)
}
