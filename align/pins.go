package align

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"reprise/resolution"
)

// Pins is what a user knows better than the aligner, in the order of the file.
type Pins []Pin

// Pin says that clauses belong together, or never do.
type Pin struct {
	Old, New []string // IDs; one side empty: the clause of the other has no partner
	Never    bool     // these are not to be linked with each other
	Line     int      // in the file, from 1; 0 where there is none
}

// ParsePins reads a file of pins, one a line:
//
//	pp3 = pp5          pp3 of the old text became pp5 of the new
//	op7 = -            op7 of the old text was removed
//	- = op9            op9 of the new text was added
//	op4 = op5, op6     op4 was split; likewise for a merge
//	pp1 != pp2         these two are not to be linked
//
// Empty lines and what follows a # are left out. Errors name the file and the
// line, and show its beginning.
func ParsePins(name, content string) (Pins, error) {
	var pins Pins
	n := 0
	for line := range strings.Lines(oneLineEnd.Replace(content)) {
		n++
		line, _, _ = strings.Cut(line, "#")
		p, err := parsePin(line)
		if err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", name, n, err)
		}
		if p != nil {
			p.Line = n
			pins = append(pins, *p)
		}
	}
	return pins, nil
}

// oneLineEnd turns the line ends of every system into one.
var oneLineEnd = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// blank says whether r parts words: any space, and the byte order mark that
// some editors put before a text.
func blank(r rune) bool { return unicode.IsSpace(r) || r == '\ufeff' }

func parsePin(line string) (*Pin, error) {
	line = strings.TrimFunc(line, blank)
	if line == "" {
		return nil, nil
	}
	left, right, found := strings.Cut(line, "=")
	if !found || strings.Contains(right, "=") {
		return nil, fmt.Errorf("found %.60q, wanted a pin such as \"pp3 = pp5\"", line)
	}
	p := &Pin{}
	left, p.Never = strings.CutSuffix(left, "!")
	p.Old, p.New = ids(left), ids(right)
	switch {
	case p.Old == nil || p.New == nil:
		return nil, fmt.Errorf("found %.60q, wanted a clause or \"-\" on both sides of the sign", line)
	case len(p.Old) == 0 && len(p.New) == 0:
		return nil, fmt.Errorf("found %.60q, wanted a clause on one side at least", line)
	case slices.Contains(p.Old, "-") || slices.Contains(p.New, "-"):
		return nil, fmt.Errorf("found %.60q, wanted \"-\" alone on its side", line)
	case p.Never && (len(p.Old) != 1 || len(p.New) != 1):
		return nil, fmt.Errorf("found %.60q, wanted one clause on either side of \"!=\"", line)
	}
	return p, nil
}

// ids are the IDs of one side of a pin: empty for "-", nil where nothing stands.
func ids(side string) []string {
	words := strings.FieldsFunc(side, func(r rune) bool { return r == ',' || blank(r) })
	switch {
	case len(words) == 0:
		return nil
	case len(words) == 1 && words[0] == "-":
		return []string{}
	}
	return words
}

// pinned is a pin with its clauses found.
type pinned struct {
	old, new []*resolution.Clause
	never    bool
}

type pinnedList []pinned

func (ps pinnedList) turned() pinnedList {
	out := make(pinnedList, len(ps))
	for i, p := range ps {
		out[i] = pinned{old: p.new, new: p.old, never: p.never}
	}
	return out
}

// resolve finds the clauses of all pins.
func (ps Pins) resolve(old, new []*resolution.Clause) (pinnedList, error) {
	if len(ps) == 0 {
		return nil, nil
	}
	sides := [2]pinSide{newPinSide("old", old), newPinSide("new", new)}
	var out pinnedList
	for _, p := range ps {
		found := pinned{never: p.Never}
		var err error
		if found.old, err = sides[0].take(p, p.Old); err != nil {
			return nil, err
		}
		if found.new, err = sides[1].take(p, p.New); err != nil {
			return nil, err
		}
		out = append(out, found)
	}
	return out, nil
}

// pinSide is one text and which of its clauses a pin has taken, by line.
type pinSide struct {
	name  string
	byID  map[string]*resolution.Clause
	taken map[*resolution.Clause]int
}

func newPinSide(name string, clauses []*resolution.Clause) pinSide {
	s := pinSide{name, map[string]*resolution.Clause{}, map[*resolution.Clause]int{}}
	for _, c := range clauses {
		s.byID[strings.ToLower(c.ID)] = c
	}
	return s
}

func (s pinSide) take(p Pin, ids []string) ([]*resolution.Clause, error) {
	var out []*resolution.Clause
	for _, id := range ids {
		c := s.byID[strings.ToLower(id)]
		if c == nil {
			return nil, fmt.Errorf("line %d: the %s text has no clause %q", p.Line, s.name, id)
		}
		if !c.Counted() {
			return nil, fmt.Errorf("line %d: %q is a line of the form, which is linked by its role", p.Line, id)
		}
		if !p.Never {
			if line, taken := s.taken[c]; taken {
				return nil, fmt.Errorf("line %d: %s of the %s text is pinned on line %d already", p.Line, id, s.name, line)
			}
			s.taken[c] = p.Line
		}
		out = append(out, c)
	}
	return out, nil
}

// pin settles the pinned clauses before anything else is looked at.
func (m *matcher) pin(pins pinnedList) {
	if len(pins) == 0 {
		return
	}
	olds, news := m.old.places(), m.new.places()
	for _, p := range pins {
		if p.never {
			if m.forbidden == nil {
				m.forbidden = map[[2]int32]bool{}
			}
			m.forbidden[[2]int32{olds[p.old[0]], news[p.new[0]]}] = true
			continue
		}
		for _, c := range p.old {
			m.old.settle(olds[c], Pinned)
		}
		for _, c := range p.new {
			m.new.settle(news[c], Pinned)
		}
		for _, o := range p.old {
			for _, n := range p.new {
				m.pinnedMates = append(m.pinnedMates, [2]int32{olds[o], news[n]})
				if m.old.partner[olds[o]] == none && m.new.partner[news[n]] == none {
					m.join(olds[o], news[n])
				}
			}
		}
	}
}
