package points

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// Thrust is how the thrust of a text shifted: phrases that came in and that went
// out, each where it first stands. Nil on both sides for a text that goes on much
// as it was.
type Thrust struct{ Came, Went []Span }

// The bounds of a thrust. A phrase or name is told that a twelfth of the clauses of one
// text say, a single word that a sixth do, three at least, and none of the other: what is
// rarer may be chance. More than three a side are a list.
const (
	thrustShare  = 12
	wordShare    = 6
	leastClauses = 3
	maxPhrases   = 3
)

// muchKept is the share of the new text's words that were kept at which a text
// goes on much as it was and has no thrust to tell.
const muchKept = 0.6

// Thrust finds what came in and went out; the zero value where the share of the
// new text's words that were kept, 0 to 1, is high.
func (s *Texts) Thrust(kept float64) Thrust {
	if kept >= muchKept {
		return Thrust{}
	}
	return Thrust{Came: s.frequent(s.new, s.old), Went: s.frequent(s.old, s.new)}
}

// phrase is a candidate for a thrust.
type phrase struct {
	at      Span
	key     string
	words   []word
	clauses int
	value   float64
}

// frequent are the phrases that many clauses of one text say and none of the other,
// those that say most first: rare in resolutions at large, in many clauses.
func (s *Texts) frequent(here, there *document) []Span {
	found := map[string]*phrase{}
	var order []*phrase
	for _, p := range here.passages {
		seen := map[string]bool{}
		eachTerm(p.words, func(from, to int) {
			key := termKey(p.words[from:to])
			if seen[key] {
				return
			}
			seen[key] = true
			f := found[key]
			if f == nil {
				f = &phrase{at: place(p, p.words[from:to]), key: key, words: p.words[from:to]}
				for _, w := range p.words[from:to] {
					f.value += w.weight
				}
				found[key] = f
				order = append(order, f)
			}
			f.clauses++
		})
	}
	order = slices.DeleteFunc(order, func(f *phrase) bool {
		share := thrustShare
		if len(f.words) == 1 && !f.words[0].capital {
			share = wordShare
		}
		return f.clauses < max(leastClauses, len(here.passages)/share) || there.initials[f.key] || here.initials[f.key] || s.speaksOf(there, f.words)
	})
	for _, f := range order {
		f.value = math.Sqrt(f.value) * float64(f.clauses)
	}
	slices.SortStableFunc(order, func(a, b *phrase) int { return cmp.Compare(b.value, a.value) })
	var out []Span
	var told []string
	for _, f := range order {
		if len(out) < maxPhrases && !slices.ContainsFunc(told, func(key string) bool { return shareWord(key, f.key) }) {
			out, told = append(out, f.at), append(told, f.key)
		}
	}
	return out
}

// speaksOf tells whether a clause of a text, or its title, has all these words, in whatever form and
// order, or their names in full: "assets that were frozen" are no new matter where there were "frozen assets".
func (s *Texts) speaksOf(d *document, ws []word) bool {
	has := func(bag map[string]bool) bool {
		return !slices.ContainsFunc(ws, func(w word) bool { return !d.initials[w.key] && !s.inForm(&w, bag) })
	}
	return has(d.title) || slices.ContainsFunc(d.passages, func(p *passage) bool { return has(p.bag) })
}

func shareWord(a, b string) bool {
	for w := range strings.FieldsSeq(a) {
		if slices.Contains(strings.Fields(b), w) {
			return true
		}
	}
	return false
}
