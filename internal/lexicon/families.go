package lexicon

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Scale orders lead verbs inside families. It claims nothing across families.
type Scale struct {
	Name  string
	ranks map[string]rank // by verb in its bare form with its manner
}

type rank struct {
	family string
	order  int
}

// Direction is how one lead stands to another on a scale.
type Direction int

// The directions.
const (
	Unknown  Direction = iota // no scale orders the two
	Sideways                  // the same strength
	Stronger
	Weaker
)

// Scale is the language's own scale of leads.
func (l *Lexicon) Scale() *Scale { return &l.scale }

// ParseScale reads a scale from a data file of the form of families.txt. Its
// error names the line and what was wanted.
func ParseScale(text string) (*Scale, error) {
	s := newScale()
	number := 0
	for line := range strings.Lines(text) {
		number++
		for _, row := range parse(line) {
			if err := s.add(row); err != nil {
				return nil, fmt.Errorf("line %d: %w", number, err)
			}
		}
	}
	if len(s.ranks) == 0 {
		return nil, fmt.Errorf("no lead verbs found; wanted lines of family, rank and verbs, parted by tabs")
	}
	return s, nil
}

func newScale() *Scale { return &Scale{ranks: map[string]rank{}} }

// add enters one row: the name of the scale where it is the first and has two
// columns, else family, rank and verbs.
func (s *Scale) add(row Row) error {
	if len(row) == 2 && s.Name == "" && len(s.ranks) == 0 {
		s.Name = row[1]
		return nil
	}
	if len(row) < 3 {
		return fmt.Errorf("found %.60q, wanted family, rank and verbs, parted by tabs", strings.Join(row, " "))
	}
	order, err := strconv.Atoi(row[1])
	if err != nil {
		return fmt.Errorf("found rank %.60q, wanted a whole number", row[1])
	}
	for _, verb := range row[2:] {
		s.ranks[Fold(verb)] = rank{row[0], order}
	}
	return nil
}

// Compare tells how the new verb stands to the old one, both in their bare
// form with their manner ("note with appreciation").
func (s *Scale) Compare(old, new string) Direction {
	a, okOld := s.ranks[Fold(old)]
	b, okNew := s.ranks[Fold(new)]
	switch {
	case !okOld || !okNew || a.family != b.family:
		return Unknown
	case a.order == b.order:
		return Sideways
	case a.order < b.order:
		return Stronger
	}
	return Weaker
}

func (l *Lexicon) indexScale() {
	s := newScale()
	for _, row := range l.Table("families") {
		if s.add(row) != nil {
			return // no scale rather than half a one
		}
	}
	l.scale = *s
}

// Asks tells whether a verb in its bare form asks someone to act; such clauses
// weigh names and citations as instructions.
func (l *Lexicon) Asks(verb string) bool { return l.asks[Fold(verb)] }

func (l *Lexicon) indexAsks() {
	l.asks = map[string]bool{}
	for _, row := range l.Table("asks") {
		for _, verb := range row {
			l.asks[Fold(verb)] = true
		}
	}
}

// OpensLimb tells whether a verb in its bare form opens a limb of its own inside
// a clause; others ("including", "owing") stand there as plain words.
func (l *Lexicon) OpensLimb(verb string) bool { return l.opensLimb[Fold(verb)] }

func (l *Lexicon) indexLimbs() {
	l.opensLimb = map[string]bool{}
	for _, row := range l.Table("limbs") {
		if row[0] == "verb" {
			for _, verb := range row[1:] {
				l.opensLimb[Fold(verb)] = true
			}
		}
	}
}

// Neutral tells whether two verbs in their bare form are neutral and mean the
// same, so that which of them stands is style.
func (l *Lexicon) Neutral(a, b string) bool { return l.inRow("neutral", Fold(a), Fold(b)) }

// SessionsAYear is how many sessions a body holds in a year, by its name; 0
// where the language's file does not say.
func (l *Lexicon) SessionsAYear(body string) int { return l.sittings[Fold(body)] }

func (l *Lexicon) indexSittings() {
	l.sittings = map[string]int{}
	for _, row := range l.Table("sittings") {
		n, _ := strconv.Atoi(row[0])
		for _, name := range row[1:] {
			l.sittings[Fold(name)] = n
		}
	}
}

// State tells whether a folded name is that of a State.
func (l *Lexicon) State(name string) bool { return l.states[name] }

func (l *Lexicon) indexStates() {
	l.states = map[string]bool{}
	for _, row := range l.Table("countries") {
		for _, name := range row {
			l.states[Fold(name)] = true
		}
	}
}

// OpensAdverbial tells the words that stand before a time or place: "in", "during".
func (l *Lexicon) OpensAdverbial(word string) bool {
	return slices.ContainsFunc(l.Table("adverbials"), func(row Row) bool { return row[0] == "opens" && slices.Contains(row[1:], word) })
}

// Adverb tells a folded word by the endings of adverbs: "jointly".
func (l *Lexicon) Adverb(word string) bool {
	return slices.ContainsFunc(l.Table("adverbials"), func(row Row) bool {
		return row[0] == "ending" && slices.ContainsFunc(row[1:], func(end string) bool {
			return len(word) >= len(end)+minStem && strings.HasSuffix(word, end)
		})
	})
}

// Quantifies tells whether an article between two folded words tells all from
// some: "the" in "from the territories".
func (l *Lexicon) Quantifies(before, article, noun string) bool {
	is := map[string]bool{}
	for _, row := range l.Table("articles") {
		for _, cell := range row[1:] {
			is[row[0]] = is[row[0]] || cell == map[string]string{"before": before, "article": article}[row[0]] ||
				row[0] == "plural" && strings.HasSuffix(noun, cell)
		}
	}
	return is["before"] && is["article"] && is["plural"]
}
