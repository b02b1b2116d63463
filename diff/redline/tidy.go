package redline

import "reprise/internal/token"

// tidy makes hunks a reader's: no islands, edges at phrase edges, and few
// replacements where little was kept.
func (w *Wording) tidy() {
	if w.unlike() {
		w.join(w.chance)
	}
	w.absorb()
	for i := range w.Hunks {
		w.shift(i)
	}
	w.closeBrackets()
	w.mergeTouching()
}

// An island is what was kept between two hunks. It is given up where it
// weighs no more than the cost of a hunk, half a content word (0.4 to 0.6,
// measured on edits by people), or little beside the hunks around it.
const (
	hunkCost    = 0.5
	islandShare = 0.14
)

// A phrase is so many content words kept in a row. It is text taken over that
// a reader wants to see, however much was changed around it. At three, fixed
// names that meet by chance ("United States dollars") would be kept; at five,
// real phrases are lost. (Test: a phrase amid much that is new.)
const phraseWords = 4

// absorb joins hunks over islands until none is left: a joined hunk is heavier
// and may take its next island too.
func (w *Wording) absorb() {
	for w.join(w.island) {
	}
}

// join joins hunks over what lies between two of them where that is given up,
// once from left to right, and tells whether it joined any.
func (w *Wording) join(givenUp func(a, b Hunk) bool) bool {
	out := w.Hunks[:0]
	for _, h := range w.Hunks {
		if n := len(out); n > 0 && givenUp(out[n-1], h) {
			out[n-1].O1, out[n-1].N1 = h.O1, h.N1
			continue
		}
		out = append(out, h)
	}
	joined := len(out) < len(w.Hunks)
	w.Hunks = out
	return joined
}

func (w *Wording) island(a, b Hunk) bool {
	if w.listMark(a, b) || !w.chance(a, b) {
		return false
	}
	return w.slight(a, b) || weigh(w.Old[a.O1:b.O0]) < islandShare*(w.weightOf(a)+w.weightOf(b))
}

// slight tells whether what is kept between two hunks is not worth a hunk.
func (w *Wording) slight(a, b Hunk) bool { return weigh(w.Old[a.O1:b.O0]) <= hunkCost }

// chance tells whether what is kept between two hunks is shorter than a
// phrase: in texts that are unlike, it may have met by chance.
func (w *Wording) chance(a, b Hunk) bool {
	words := 0
	for i := a.O1; i < b.O0; i++ {
		if w.Old[i].Anchor() {
			words++
		}
	}
	return words < phraseWords
}

// listMark tells whether the island is a whole point of a list between two
// small changes of marks: "[and]{,} 71/65 {and 73/58}" keeps 71/65 whatever
// its weight. It never holds for stop words.
func (w *Wording) listMark(a, b Hunk) bool {
	for i := a.O1; i < b.O0; i++ {
		switch w.Old[i].Kind {
		case token.Citation, token.Date, token.Title:
			return w.weightOf(a) < WordWeight || w.weightOf(b) < WordWeight
		}
	}
	return false
}

func (w *Wording) weightOf(h Hunk) float32 {
	return weigh(w.Old[h.O0:h.O1]) + weigh(w.New[h.N0:h.N1])
}

// unlike tells whether too little is kept to show it word by word: of the
// lighter text, and before islands are given up.
func (w *Wording) unlike() bool {
	oldWeight, newWeight := weigh(w.Old), weigh(w.New)
	kept := oldWeight
	for _, h := range w.Hunks {
		kept -= weigh(w.Old[h.O0:h.O1])
	}
	return kept < likeFloor*min(oldWeight, newWeight)
}

// shift slides a pure insertion or deletion to where it reads best. "A B {and
// A B} C" may as well be "{A B and} A B C"; a drafter marks the phrase.
func (w *Wording) shift(i int) {
	h := w.Hunks[i]
	by := 0
	switch {
	case h.O0 == h.O1 && h.N0 < h.N1:
		by = slider{w.New, w.Old, h.N0, h.N1, h.O0}.best(w.room(i))
	case h.N0 == h.N1 && h.O0 < h.O1:
		by = slider{w.Old, w.New, h.O0, h.O1, h.N0}.best(w.room(i))
	}
	w.Hunks[i] = Hunk{h.O0 + by, h.O1 + by, h.N0 + by, h.N1 + by}
}

// room is how many kept units stand before and after a hunk.
func (w *Wording) room(i int) [2]int {
	before, after := w.Hunks[i].O0, len(w.Old)-w.Hunks[i].O1
	if i > 0 {
		before -= w.Hunks[i-1].O1
	}
	if i+1 < len(w.Hunks) {
		after = w.Hunks[i+1].O0 - w.Hunks[i].O1
	}
	return [2]int{before, after}
}

// slider is a run us[from:to] that only one text has; the other text goes on
// at its own place there.
type slider struct {
	us, other    []Unit
	from, to, at int
}

// best is how far the run moves, right being positive, without changing either
// text, to stand between the best edges and to leave the fewest words in other
// capitals. Ties go to the rightmost place, where a writer who adds has the
// cursor.
func (s slider) best(room [2]int) int {
	left := 0
	for left < room[0] && s.us[s.from-left-1].Key == s.us[s.to-left-1].Key {
		left++
	}
	right := 0
	for right < room[1] && s.us[s.from+right].Key == s.us[s.to+right].Key {
		right++
	}
	best, by, exact := -1<<30, 0, 0
	for d := -left; d <= right; d++ {
		if score := exact*exactScore + edge(s.us, s.from+d) + edge(s.us, s.to+d); score >= best {
			best, by = score, d
		}
		if d < right { // one step on, the next word is paired with another
			exact += s.same(s.from+d, d) - s.same(s.to+d, d)
		}
	}
	return by
}

// exactScore is more than any two edges are worth.
const exactScore = 16

// same is 1 where a unit stands letter for letter in the other text, so many
// units after the run's place there; else 0.
func (s slider) same(i, after int) int {
	if s.us[i].Text == s.other[s.at+after].Text {
		return 1
	}
	return 0
}

// edge scores the place before a unit as an edge of a phrase.
func edge(us []Unit, at int) int {
	if at == 0 || at == len(us) {
		return 5
	}
	before, after := &us[at-1], &us[at]
	switch {
	case before.Kind == token.Space || after.Kind == token.Space:
		return 5
	case before.Kind == token.Punct && before.Text != ",":
		return 4
	case before.Kind == token.Punct:
		return 3
	case after.Kind == token.Punct:
		return 2
	case before.Stop:
		return -2
	case after.Stop:
		return 1
	}
	return 0
}

// exact makes hunks of the units that were taken for the same and yet are
// written otherwise, "Global Compact" and "global compact": words in other
// capitals hold two changes apart as any kept word does, and are edits all the
// same. hunks are joined over words of grammar between them.
func (w *Wording) exact() {
	var out []Hunk
	o, n := 0, 0
	for _, h := range append(w.Hunks, Hunk{len(w.Old), len(w.Old), len(w.New), len(w.New)}) {
		for ; o < h.O0; o, n = o+1, n+1 {
			if w.Old[o].Text != w.New[n].Text {
				out = append(out, Hunk{o, o + 1, n, n + 1})
			}
		}
		if h.O0 < h.O1 || h.N0 < h.N1 {
			out = append(out, h)
		}
		o, n = h.O1, h.N1
	}
	if len(out) == len(w.Hunks) {
		return
	}
	w.Hunks = out
	w.mergeTouching()
	w.join(w.slight)
}

// mergeTouching joins hunks that sliding has brought together.
func (w *Wording) mergeTouching() {
	out := w.Hunks[:0]
	for _, h := range w.Hunks {
		if n := len(out); n > 0 && out[n-1].O1 == h.O0 && out[n-1].N1 == h.N0 {
			out[n-1].O1, out[n-1].N1 = h.O1, h.N1
			continue
		}
		out = append(out, h)
	}
	w.Hunks = out
}
