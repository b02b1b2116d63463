package points

import (
	"maps"
	"slices"

	"reprise/internal/token"
)

// withCounted is a number with what it counts behind it: one word, or a name and the
// word that it ends in ("United States dollars").
func withCounted(ws []word) []word {
	n := 2
	for n < len(ws) && ws[n-1].capital {
		n++
	}
	return ws[:min(n, len(ws))]
}

// amounts are numbers that count the same thing in both texts and are not the
// same. A thing that is counted twice in an act is left alone.
func (s *Texts) amounts(l *link, a, b *act) []Fact {
	var out []Fact
	if alike(a, b) < sameThing {
		return nil
	}
	was, is := s.counted(a), s.counted(b)
	for _, unit := range slices.Sorted(maps.Keys(was)) {
		o, n := was[unit], is[unit]
		if len(o) != 1 || len(n) != 1 || a.words[o[0]].key == b.words[n[0]].key {
			continue
		}
		kind := Scope
		if s.has(withCounted(a.words[o[0]:]), moneyed|staffed) > 0 || a.words[o[0]].said[0] == '$' {
			kind = Money
		}
		f := s.fact(l, kind, Reads)
		f.Was, f.Now = place(a.passage, withCounted(a.words[o[0]:])), place(b.passage, withCounted(b.words[n[0]:]))
		f.mass = leadMass
		out = append(out, f)
	}
	return out
}

// refers tells whether a number is that of a paragraph: of "paragraphs 14, 16 or 18 apply"
// each is.
func (s *Texts) refers(ws []word, i int) bool {
	for i--; i >= 0; i-- {
		w := &ws[i]
		if w.kind == token.Word && s.IsReference(w.said) {
			return true
		}
		listed := w.kind == token.Number || w.kind == token.Punct || w.joins || s.role(ws, i, either) > 0 || len(w.said) == 1
		if !listed {
			return false
		}
	}
	return false
}

// counted are the places of the numbers of an act by what they count: the word
// behind them.
func (s *Texts) counted(a *act) map[string][]int {
	out := map[string][]int{}
	for i := range a.words {
		w := &a.words[i]
		number := w.kind == token.Number && !isYear(w) || w.kind == token.Word && s.Cardinal(w.said) > 1
		if number && i+1 < len(a.words) && a.words[i+1].kind == token.Word && a.words[i+1].weight > 0 && !s.refers(a.words, i) {
			out[a.words[i+1].key] = append(out[a.words[i+1].key], i)
		}
	}
	return out
}
