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
func (l *Lexicon) Scale() *Scale {
	l.once.scale.Do(l.indexScale)
	return &l.scale
}

// ParseScale reads a scale from a file with the rows of the section "families",
// with or without its head. Its error names the line and what was wanted.
func ParseScale(text string) (*Scale, error) {
	s := newScale()
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' || line == familiesHead {
			continue
		}
		row := Row(strings.Split(line, "\t"))
		for i := range row {
			row[i] = strings.TrimSpace(row[i])
		}
		if err := s.add(row); err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
	}
	if len(s.ranks) == 0 {
		return nil, fmt.Errorf("no lead verbs found; wanted lines of family, rank and verbs, parted by tabs")
	}
	return s, nil
}

// familiesHead opens the section in the data files, from which a scale may be copied.
const familiesHead = "[families: family; rank; verbs...]"

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
	l.scale = *newScale()
	for _, row := range l.Table("families") {
		_ = l.scale.add(row) // what cannot be, a test has told of
	}
}

// trait is what a lead verb does beside opening a paragraph; several at once.
type trait uint8

const (
	asks    trait = 1 << iota // asks someone to act, or binds someone
	inside                    // opens a further lead inside a clause
	feeling                   // a feeling may follow it
)

var traitNames = map[string]trait{"asks": asks, "inside": inside, "feeling": feeling}

// traitsOf reads the fourth column of the section "leads".
func traitsOf(column string) (all trait) {
	for name := range strings.FieldsSeq(column) {
		all |= traitNames[name]
	}
	return all
}

// indexTraits enters the verbs of leads with what they do. A row without a bare
// form stands for each of its forms.
func (l *Lexicon) indexTraits() {
	for _, row := range l.Table("leads") {
		all := traitsOf(row.at(3))
		if all == 0 {
			continue
		}
		if row[0] != "-" {
			*l.traits.enter(Fold(row[0])) |= all
			continue
		}
		for _, forms := range row[1:3] {
			for form := range strings.SplitSeq(forms, "|") {
				*l.traits.enter(Fold(form)) |= all
			}
		}
	}
}

func (l *Lexicon) traitsOf(verb string) trait {
	l.once.traits.Do(l.indexTraits)
	return l.traits.of(Fold(verb))
}

// Asks tells whether a verb in its bare form asks someone to act; such clauses
// weigh names and citations as instructions.
func (l *Lexicon) Asks(verb string) bool { return l.traitsOf(verb)&asks != 0 }

// OpensLimb tells whether a verb in its bare form opens a limb of its own inside
// a clause; others ("including", "owing") stand there as plain words.
func (l *Lexicon) OpensLimb(verb string) bool { return l.traitsOf(verb)&inside != 0 }

// Neutral tells whether two verbs in their bare form are neutral and mean the
// same, so that which of them stands is style.
func (l *Lexicon) Neutral(a, b string) bool { return l.inRow("neutral", Fold(a), Fold(b)) }

// Narrates tells whether a folded word is a further preambular form of a verb, which also
// says what someone did: "encouraged", where the verb opens clauses as "encouraging".
func (l *Lexicon) Narrates(word, verb string) bool {
	return slices.ContainsFunc(l.Table("leads"), func(row Row) bool {
		first, further, _ := strings.Cut(row[2], "|")
		return row[0] == verb && Fold(first) != word && slices.ContainsFunc(strings.Split(further, "|"), func(form string) bool { return Fold(strings.TrimSpace(form)) == word })
	})
}

// Renews tells whether a verb in its bare form, with the noun of an act as its object,
// does that act once more: "reiterates its call".
func (l *Lexicon) Renews(verb string) bool {
	return slices.ContainsFunc(l.Table("renewing"), func(row Row) bool { return slices.Contains(row, verb) })
}

// Act is the verb, in its bare form, of the act that a folded noun names: "call upon"
// of "call"; "" for any other word.
func (l *Lexicon) Act(noun string) string {
	for _, row := range l.Table("acts") {
		if row[0] == noun {
			return row[1]
		}
	}
	return ""
}

// SessionsAYear is how many sessions a body holds in a year, by its name; 0
// where the language's file does not say.
func (l *Lexicon) SessionsAYear(body string) int {
	l.once.sittings.Do(l.indexSittings)
	return l.sittings.of(Fold(body))
}

func (l *Lexicon) indexSittings() {
	for _, row := range l.Table("sittings") {
		n, _ := strconv.Atoi(row[0]) // a test has looked at it
		for _, name := range row[1:] {
			*l.sittings.enter(Fold(name)) = n
		}
	}
}

// State tells whether a folded name is that of a State.
func (l *Lexicon) State(name string) bool {
	l.once.states.Do(l.indexStates)
	return l.states.of(name)
}

func (l *Lexicon) indexStates() {
	for _, row := range l.Table("countries") {
		for _, name := range row {
			*l.states.enter(Fold(name)) = true
		}
	}
}

// OpensAdverbial tells the words that stand before a time or place: "in", "during".
func (l *Lexicon) OpensAdverbial(word string) bool {
	return l.rowOf("adverbials", "opens", word)
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
	return l.rowOf("articles", "before", before) && l.rowOf("articles", "article", article) &&
		slices.ContainsFunc(l.Table("articles"), func(row Row) bool {
			return row[0] == "plural" && slices.ContainsFunc(row[1:], func(end string) bool { return strings.HasSuffix(noun, end) })
		})
}
