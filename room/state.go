package room

import (
	"cmp"
	"fmt"
	"slices"
)

// State is what was said in one room. It is not safe for use by several goroutines
// at once. The zero value is a room where nothing was said.
type State struct {
	entries  []*Entry // in the order of keeping; with the visibility that they have now
	known    map[string]*Entry
	replace  map[string][]*Entry // entries that stand for another from now on
	placed   map[string]*Entry   // where an editor put an entry last
	versions []Version
	last     int64
}

// Add takes in an entry as a store gives it. One that is known is passed over.
func (s *State) Add(e Entry) {
	if s.known == nil {
		s.known, s.replace, s.placed = map[string]*Entry{}, map[string][]*Entry{}, map[string]*Entry{}
	}
	if s.known[e.ID] != nil {
		return
	}
	kept := &e
	s.known[e.ID] = kept
	s.entries = append(s.entries, kept)
	s.versions = came(s.versions, e)
	s.last = max(s.last, e.Seq)
	for _, id := range e.Replaces {
		if old := s.known[id]; old != nil && old.Person == e.Person && old.Kind == e.Kind || old != nil && e.Kind == Decided && old.Kind == Decided {
			s.replace[id] = append(s.replace[id], kept)
		}
	}
	about := s.known[e.About]
	switch {
	case about == nil:
	case e.Kind == Shared && about.Person == e.Person && e.Visibility > about.Visibility:
		about.Visibility = e.Visibility
	case e.Kind == Placed:
		s.placed[about.ID] = kept
	}
}

// Last is the number of the latest entry.
func (s *State) Last() int64 { return s.last }

// Check refuses what a member may not say here, beside what Entry.Check refuses.
// Whatever of it is about an entry that the member does not see is refused as if
// there were none.
func (s *State) Check(e Entry, by Member) error {
	if by.Role < e.Kind.Needs() {
		return fmt.Errorf("%w: %s is for the role %s", ErrRefused, e.Kind, e.Kind.Needs())
	}
	if e.Visibility == Delegation && by.Delegation == "" {
		return fmt.Errorf("%w: you have no delegation to share it with", ErrRefused)
	}
	if e.Kind == Came || e.About == "" {
		return nil
	}
	about := s.known[e.About]
	if about == nil || !s.sees(by, about) {
		return ErrAbsent
	}
	switch {
	case e.Kind != Posted && e.Kind != Shared && e.Kind != Placed:
		return fmt.Errorf("%w: a %s answers nothing", ErrRefused, e.Kind)
	case e.Kind == Posted && about.Kind != Posted:
		return fmt.Errorf("%w: only a post is answered", ErrRefused)
	case e.Kind == Posted && e.Visibility > about.Visibility:
		return fmt.Errorf("%w: an answer is shown to no more people than what it answers", ErrRefused)
	case e.Kind == Shared && about.Person != e.Person:
		return fmt.Errorf("%w: what others said is theirs to share", ErrRefused)
	case e.Kind == Shared && e.Visibility <= about.Visibility:
		return fmt.Errorf("%w: it is shown to them already; what was shared stays shared", ErrRefused)
	}
	return nil
}

// sees is the one place where it is decided who sees what: an author everything of
// his own, others what is shown to everyone or to their delegation, which is the one
// that the author spoke for; an answer only with what it answers; where an entry was
// put and whom it was shown to only with the entry.
func (s *State) sees(m Member, e *Entry) bool {
	if m.Role < Reader {
		return false
	}
	own := e.Person == m.Person
	shown := own || e.Visibility == Everyone || e.Visibility == Delegation && e.Delegation != "" && e.Delegation == m.Delegation
	if !shown {
		return false
	}
	if e.Kind == Came || e.About == "" {
		return true
	}
	about := s.known[e.About]
	return about != nil && about.Seq < e.Seq && s.sees(m, about)
}

// View is what one member sees of a room. All that leaves the room goes through a
// view.
type View struct {
	Of      Member
	Entries []Entry // in the order of keeping; what an entry says of entries that are not seen is left out

	placed   map[string]At
	replaced map[string]bool
}

// For gives what a member sees.
func (s *State) For(m Member) View { return s.After(m, 0) }

// After gives what a member sees newly since an entry: what was said since then, and
// what was shown to more people since then.
func (s *State) After(m Member, seq int64) View {
	v := View{Of: m, placed: map[string]At{}, replaced: map[string]bool{}}
	for _, e := range s.since(seq) {
		if !s.sees(m, e) {
			continue
		}
		seen := *e
		seen.Replaces = slices.DeleteFunc(slices.Clone(e.Replaces), func(id string) bool {
			old := s.known[id]
			return old == nil || !s.sees(m, old)
		})
		v.Entries = append(v.Entries, seen)
		for _, by := range s.replace[e.ID] {
			if s.sees(m, by) {
				v.replaced[e.ID] = true
			}
		}
		if p := s.placed[e.ID]; p != nil && s.sees(m, p) {
			v.placed[e.ID] = p.At
		}
	}
	return v
}

// since are the entries after a number, and those that these shared or put elsewhere,
// with what answers them, in the order of keeping.
func (s *State) since(seq int64) []*Entry {
	at, _ := slices.BinarySearchFunc(s.entries, seq+1, func(e *Entry, seq int64) int { return cmp.Compare(e.Seq, seq) })
	if at == 0 {
		return s.entries
	}
	touched := map[string]bool{}
	for _, e := range s.entries[at:] {
		if e.Kind == Shared || e.Kind == Placed {
			touched[e.About] = true
		}
	}
	var out []*Entry
	if len(touched) > 0 {
		for _, e := range s.entries[:at] {
			if touched[e.ID] || e.Kind != Came && touched[e.About] {
				touched[e.ID] = true
				out = append(out, e)
			}
		}
	}
	return append(out, s.entries[at:]...)
}

// Standing are the entries of some kinds that nothing replaces and that say
// something. Where an author wrote two in ignorance of each other, both stand.
func (v View) Standing(of ...Kind) []Entry {
	var out []Entry
	for _, e := range v.Entries {
		if slices.Contains(of, e.Kind) && !v.replaced[e.ID] && !e.Empty() {
			out = append(out, e)
		}
	}
	return out
}

// Version is a text of a room.
type Version struct {
	Key   string // of the text
	Name  string // "Rev.1"
	By    string // ID of who brought it
	Time  string
	Entry string // ID
}

// Versions are the texts that came, in their order; the first is the base. They are
// shown to every member.
func (s *State) Versions() []Version { return slices.Clone(s.versions) }

// Versions are those of the room, for a member; none for an outsider.
func (v View) Versions() []Version {
	var out []Version
	for _, e := range v.Entries {
		out = came(out, e)
	}
	return out
}

func came(all []Version, e Entry) []Version {
	if e.Kind != Came || slices.ContainsFunc(all, func(o Version) bool { return o.Key == e.About }) {
		return all
	}
	return append(all, Version{e.About, e.Text, e.Person, e.Time, e.ID})
}

// Has tells whether an entry is known: whoever sends it again may be told so.
func (s *State) Has(id string) bool { return s.known[id] != nil }
