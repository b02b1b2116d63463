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

// The bounds of a thrust. A phrase is told that a sixth of the clauses of one text
// say, three at least, and none of the other: what is rarer may be chance. More
// than three a side are a list.
const (
	thrustShare  = 6
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
				f = &phrase{at: place(p, p.words[from:to]), key: key}
				for _, w := range p.words[from:to] {
					f.value += w.weight
				}
				found[key] = f
				order = append(order, f)
			}
			f.clauses++
		})
	}
	least := max(leastClauses, len(here.passages)/thrustShare)
	order = slices.DeleteFunc(order, func(f *phrase) bool {
		return f.clauses < least || there.saysKey(f.key) || there.initials[f.key] || here.initials[f.key]
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

func (d *document) saysKey(key string) bool {
	return slices.ContainsFunc(d.passages, func(p *passage) bool { return strings.Contains(p.row, " "+key+" ") })
}

func shareWord(a, b string) bool {
	for w := range strings.FieldsSeq(a) {
		if slices.Contains(strings.Fields(b), w) {
			return true
		}
	}
	return false
}
