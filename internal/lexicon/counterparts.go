package lexicon

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"

	"reprise/internal/rows"
)

// Act is what a lead does in every language: what "recalls", "rappelle" and "回顾" do.
// Acts of one family stand on one scale; across families nothing is stronger.
type Act struct {
	Name     string // its verb in English, by which the languages' data call it
	Family   string // "" for an act that stands on no scale
	Strength int    // in its family, higher is stronger; 0 without one
}

// Counterpart tells how a lead stands to its counterpart in another language.
type Counterpart int

// The ways in which it can stand.
const (
	UnknownCounterpart Counterpart = iota // one of the two is not in the table
	SameAct                               // an act that both do
	OtherAct                              // they do different things
	StrongerAct                           // the second is stronger
	WeakerAct                             // the second is weaker
)

//go:embed acts.txt
var actsText string

// actsByName are the acts of the file acts.txt.
var actsByName = sync.OnceValue(func() map[string]Act {
	acts, err := parseActs(actsText)
	if err != nil {
		panic(err) // an embedded file, which the tests read
	}
	return acts
})

// Zeros is by which power of ten a word multiplies the number before it: 6 for
// "million"; 0 for any other word.
func (l *Lexicon) Zeros(word string) int {
	if word == "" {
		return 0
	}
	word = Fold(word)
	for _, row := range l.Table("magnitudes") {
		if slices.Contains(row[1:], word) {
			n, _ := strconv.Atoi(row[0]) // the loader has looked at it
			return n
		}
	}
	return 0
}

func parseActs(text string) (map[string]Act, error) {
	acts := map[string]Act{}
	err := rows.File{
		Enter: func(string, string) error { return nil },
		Row: func(row []string, _ int) error {
			act := Act{Name: row[0]}
			if len(row) > 2 {
				act.Family = row[1]
				act.Strength, _ = strconv.Atoi(row[2])
			}
			acts[act.Name] = act
			return nil
		},
	}.Read("acts.txt", text)
	return acts, err
}

// Acts are the acts that a lead may do; nil for one that the language's table of
// counterparts does not have. A manner counts where the table has the verb with it, or
// with its last words: "expresses its deep concern" does what "express concern" does; so
// does what stands before the verb.
func (l *Lexicon) Acts(lead Lead) []Act {
	l.once.acts.Do(l.indexActs)
	sp := &l.reading.leads.split
	for _, verb := range []string{sp.with(lead.Intensity, lead.Base), lead.Base} {
		for _, manner := range append(sp.endsOf(lead.Manner), "") {
			if acts := l.acts[Fold(strings.TrimSpace(sp.with(verb, manner)))]; acts != nil {
				return acts
			}
		}
	}
	return nil
}

func (l *Lexicon) indexActs() {
	known := actsByName()
	l.acts = map[string][]Act{}
	for _, row := range l.Table("counterparts") {
		for _, verb := range row[1:] {
			l.acts[Fold(verb)] = append(l.acts[Fold(verb)], known[row[0]])
		}
	}
}

// endsOf are the ends of a phrase, the whole first, the last word last.
func (sp splitter) endsOf(phrase string) []string {
	if phrase == "" {
		return nil
	}
	out := []string{phrase}
	for i, r := range phrase {
		if sp.unspaced && i > 0 || r == ' ' {
			out = append(out, strings.TrimLeft(phrase[i:], " "))
		}
	}
	return out
}

// CompareActs tells how the acts of a lead stand to those of its counterpart in
// another language, each as Acts gives them.
func CompareActs(first, second []Act) Counterpart {
	if len(first) == 0 || len(second) == 0 {
		return UnknownCounterpart
	}
	least, most := 0, 0 // by how much the second is stronger, of all pairs of one family
	scaled := false
	for _, a := range first {
		for _, b := range second {
			switch {
			case a.Name == b.Name:
				return SameAct
			case a.Family == "" || a.Family != b.Family:
				continue
			case a.Strength == b.Strength:
				return SameAct
			}
			d := b.Strength - a.Strength
			if !scaled {
				least, most, scaled = d, d, true
			}
			least, most = min(least, d), max(most, d)
		}
	}
	switch {
	case scaled && least > 0:
		return StrongerAct
	case scaled && most < 0:
		return WeakerAct
	}
	return OtherAct
}
