package nature

import (
	"slices"

	"reprise/internal/lexicon"
	"reprise/internal/token"
)

// Note is a footnote of a clause that differs, as a span of its whole text; the
// zero Span on the side where it came or went.
type Note struct{ Old, New Span }

// mark is the mark of a note that one text has.
func (n Note) mark() string {
	if n.Old.Note != nil {
		return n.Old.Note.Mark
	}
	return n.New.Note.Mark
}

// explainNotes finds the causes of changed footnotes: a note whose symbols and
// dates moved on is routine, as is a note that only cites.
func (s *Setting) explainNotes(notes []Note) []Reason {
	var out []Reason
	for _, n := range notes {
		out = append(out, Reason{s.noteCause(n.Old.Text(), n.New.Text()), n.Old, n.New})
	}
	return out
}

// noteCause is the cause of a note that changed, came or went.
func (s *Setting) noteCause(old, new string) Cause {
	switch {
	case old == "" && s.onlyCites(new), new == "" && s.onlyCites(old):
		return NoteCites
	case old == "":
		return NoteAdded
	case new == "":
		return NoteDropped
	case s.onlyCites(old) && s.onlyCites(new) && s.alikeSources(old, new):
		return NoteRolled
	}
	r := s.read(old, new)
	r.noting = true
	if natureOf(r.run(wordPasses)) == Substantive {
		return NoteChanged
	}
	return NoteRolled
}

// alikeSources tells whether two notes that only cite name their sources in the same
// words, so that numbers, dates and symbols alone moved on: a report that gives way
// to a treaty series is another source. One that stands for the source of the note before
// ("Ibid.") names what the other names, as far as it goes.
func (s *Setting) alikeSources(old, new string) bool {
	a, sameOld := s.sourceWords(old)
	b, sameNew := s.sourceWords(new)
	lacks := func(of, in []string) bool {
		return slices.ContainsFunc(of, func(w string) bool { return !slices.Contains(in, w) })
	}
	return slices.Equal(a, b) || sameOld && !lacks(a, b) || sameNew && !lacks(b, a)
}

// sourceWords are the words of a note that carry sense, each once, in the order of
// letters, the names of months left out, and whether it stands for the source of another.
func (s *Setting) sourceWords(note string) (out []string, same bool) {
	us := s.senses(note)
	for i, u := range us {
		if m, ok := s.lex.Phrases().At(len(us)-i, func(k int) string { return us[i+k].Key }, lexicon.SameSourceClass); ok && m.Length > 0 {
			same = true
			continue
		}
		if s.lex.Month(u.Key) > 0 {
			continue
		}
		if (u.Kind == token.Word || u.Kind == token.Title) && !u.Stop {
			out = append(out, u.Key)
		}
	}
	slices.Sort(out)
	return slices.Compact(out), same
}

// onlyCites tells whether a note only says where something is to be found:
// symbols, numbers, names and the words between them.
func (s *Setting) onlyCites(note string) bool {
	const carriers = lexicon.CitingClass | lexicon.GrammarClass | lexicon.ListingClass
	numbered := false
	for _, u := range s.senses(note) {
		switch u.Kind {
		case token.Citation, token.Number, token.Date:
			numbered = true
		case token.Word, token.Title:
			if u.Class&carriers == 0 && !capitalised(&u) {
				return false
			}
		}
	}
	return numbered
}
