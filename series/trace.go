package series

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"reprise/resolution"
)

// Trace is where a phrase stands in each version of a series.
type Trace struct {
	Series   *Series
	Phrase   string     // normalised
	Sights   []Sighting // by version, then in reading order
	Partings []Parting  // by version, then in the order of Lineages
}

// Sighting is a clause with the phrase.
type Sighting struct {
	Version int
	Clause  *resolution.Clause
	Places  [][2]int // where in the clause's text, as byte offsets; at least one
	Event   Event
}

// Parting is a clause that had the phrase in the version before and has it no
// more, or is no more itself.
type Parting struct {
	Version int
	Lineage *Lineage
}

// Event is what a sighting means for the phrase.
type Event int

// The events.
const (
	First    Event = iota // no earlier version has the phrase
	Stayed                // this clause had it in the version before
	Spread                // other clauses had it in the version before, this one did not
	Returned              // earlier versions had it, the one before had not
)

var eventNames = [...]string{"first", "stayed", "spread", "returned"}

// String is the event's name in JSON.
func (e Event) String() string { return eventNames[e] }

// Versions counts the versions that have the phrase.
func (t *Trace) Versions() int {
	n, last := 0, -1
	for _, s := range t.Sights {
		if s.Version != last {
			n, last = n+1, s.Version
		}
	}
	return n
}

// Trace follows a phrase through the versions. Capitals do not matter, nor how
// words are spaced; a phrase begins where a word begins, and may end within one:
// "girl" finds "girls", "men" does not find "women". Clauses that are not
// counted are not looked at. A phrase without a letter or digit is found nowhere.
func (s *Series) Trace(phrase string) *Trace {
	t := &Trace{Series: s, Phrase: strings.Join(strings.Fields(resolution.Normalise(phrase)), " ")}
	if strings.IndexFunc(t.Phrase, isWord) < 0 {
		return t
	}
	pattern := regexp.MustCompile("(?i)" + strings.ReplaceAll(regexp.QuoteMeta(t.Phrase), " ", `\s+`))
	before := map[*Lineage]bool{}
	ever := false
	for v := range s.Versions {
		now := map[*Lineage]bool{}
		for _, c := range s.Versions[v].Document.Clauses {
			places := placesOf(pattern, c.Text)
			if !c.Counted() || len(places) == 0 {
				continue
			}
			l := s.Of(c)
			now[l] = true
			event := First
			switch {
			case before[l]:
				event = Stayed
			case len(before) > 0:
				event = Spread
			case ever:
				event = Returned
			}
			t.Sights = append(t.Sights, Sighting{v, c, places, event})
		}
		for _, l := range s.Lineages {
			if before[l] && !now[l] {
				t.Partings = append(t.Partings, Parting{v, l})
			}
		}
		before, ever = now, ever || len(now) > 0
	}
	return t
}

// placesOf finds a phrase where it begins a word.
func placesOf(pattern *regexp.Regexp, text string) [][2]int {
	var out [][2]int
	for _, at := range pattern.FindAllStringIndex(text, -1) {
		before := []rune(text[:at[0]])
		first := []rune(text[at[0]:at[1]])[0]
		if len(before) > 0 && joined(before[len(before)-1], first) {
			continue
		}
		out = append(out, [2]int{at[0], at[1]})
	}
	return slices.Clip(out)
}

// joined tells whether two letters that stand together are of one word. Chinese
// sets no spaces between words; there, any letter may open one.
func joined(a, b rune) bool {
	return isWord(a) && isWord(b) && !unicode.Is(unicode.Han, b)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
