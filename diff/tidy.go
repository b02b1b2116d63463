package diff

import "reprise/internal/token"

// tidy makes hunks a reader's: no islands, edges at phrase edges, and few
// replacements where little was kept.
func (w *wording) tidy() {
	if w.unlike() {
		w.join(w.chance)
	}
	w.absorb()
	for i := range w.hunks {
		w.shift(i)
	}
	w.closeBrackets()
	w.mergeTouching()
}

// An island is what was kept between two hunks. It is given up where it
// weighs no more than the cost of a hunk, half a content word (guide: 0.4 to
// 0.6, measured on edits by people), or little beside the hunks around it.
const (
	hunkCost    = 0.5
	islandShare = 0.14
)

// A phrase is so many content words kept in a row. It is agreed language that
// a reader wants to see, however much was changed around it. At three, fixed
// names that meet by chance ("United States dollars") would be kept; at five,
// real phrases are lost. (Test: a phrase amid much that is new.)
const phraseWords = 4

// absorb joins hunks over islands until none is left: a joined hunk is heavier
// and may take its next island too.
func (w *wording) absorb() {
	for w.join(w.island) {
	}
}

// join joins hunks over what lies between two of them where that is given up,
// once from left to right, and tells whether it joined any.
func (w *wording) join(givenUp func(a, b hunk) bool) bool {
	out := w.hunks[:0]
	for _, h := range w.hunks {
		if n := len(out); n > 0 && givenUp(out[n-1], h) {
			out[n-1].o1, out[n-1].n1 = h.o1, h.n1
			continue
		}
		out = append(out, h)
	}
	joined := len(out) < len(w.hunks)
	w.hunks = out
	return joined
}

func (w *wording) island(a, b hunk) bool {
	if w.listMark(a, b) || !w.chance(a, b) {
		return false
	}
	return w.slight(a, b) || weigh(w.old[a.o1:b.o0]) < islandShare*(w.weightOf(a)+w.weightOf(b))
}

// slight tells whether what is kept between two hunks is not worth a hunk.
func (w *wording) slight(a, b hunk) bool { return weigh(w.old[a.o1:b.o0]) <= hunkCost }

// chance tells whether what is kept between two hunks is shorter than a
// phrase: in texts that are unlike, it may have met by chance.
func (w *wording) chance(a, b hunk) bool {
	words := 0
	for i := a.o1; i < b.o0; i++ {
		if w.old[i].anchor() {
			words++
		}
	}
	return words < phraseWords
}

// listMark tells whether the island is a whole point of a list between two
// small changes of marks: "[and]{,} 71/65 {and 73/58}" keeps 71/65 whatever
// its weight. It never holds for stop words.
func (w *wording) listMark(a, b hunk) bool {
	for i := a.o1; i < b.o0; i++ {
		switch w.old[i].Kind {
		case token.Citation, token.Date, token.Title:
			return w.weightOf(a) < wordWeight || w.weightOf(b) < wordWeight
		}
	}
	return false
}

func (w *wording) weightOf(h hunk) float32 {
	return weigh(w.old[h.o0:h.o1]) + weigh(w.new[h.n0:h.n1])
}

// unlike tells whether too little is kept to show it word by word: of the
// lighter text, and before islands are given up.
func (w *wording) unlike() bool {
	oldWeight, newWeight := weigh(w.old), weigh(w.new)
	kept := oldWeight
	for _, h := range w.hunks {
		kept -= weigh(w.old[h.o0:h.o1])
	}
	return kept < likeFloor*min(oldWeight, newWeight)
}

// shift slides a pure insertion or deletion to where it reads best. "A B {and
// A B} C" may as well be "{A B and} A B C"; a drafter marks the phrase.
func (w *wording) shift(i int) {
	h := w.hunks[i]
	by := 0
	switch {
	case h.o0 == h.o1 && h.n0 < h.n1:
		by = slider{w.new, w.old, h.n0, h.n1, h.o0}.best(w.room(i))
	case h.n0 == h.n1 && h.o0 < h.o1:
		by = slider{w.old, w.new, h.o0, h.o1, h.n0}.best(w.room(i))
	}
	w.hunks[i] = hunk{h.o0 + by, h.o1 + by, h.n0 + by, h.n1 + by}
}

// room is how many kept units stand before and after a hunk.
func (w *wording) room(i int) [2]int {
	before, after := w.hunks[i].o0, len(w.old)-w.hunks[i].o1
	if i > 0 {
		before -= w.hunks[i-1].o1
	}
	if i+1 < len(w.hunks) {
		after = w.hunks[i+1].o0 - w.hunks[i].o1
	}
	return [2]int{before, after}
}

// slider is a run us[from:to] that only one text has; the other text goes on
// at its own place there.
type slider struct {
	us, other    []unit
	from, to, at int
}

// best is how far the run moves, right being positive, without changing either
// text, to stand between the best edges and to leave the fewest words in other
// capitals. Ties go to the rightmost place, where a writer who adds has the
// cursor.
func (s slider) best(room [2]int) int {
	left := 0
	for left < room[0] && s.us[s.from-left-1].key == s.us[s.to-left-1].key {
		left++
	}
	right := 0
	for right < room[1] && s.us[s.from+right].key == s.us[s.to+right].key {
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
func edge(us []unit, at int) int {
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
	case before.stop:
		return -2
	case after.stop:
		return 1
	}
	return 0
}

// exact makes hunks of the units that were taken for the same and yet are
// written otherwise, "Global Compact" and "global compact": words in other
// capitals hold two changes apart as any kept word does, and are edits all the
// same. Hunks are joined over words of grammar between them.
func (w *wording) exact() {
	var out []hunk
	o, n := 0, 0
	for _, h := range append(w.hunks, hunk{len(w.old), len(w.old), len(w.new), len(w.new)}) {
		for ; o < h.o0; o, n = o+1, n+1 {
			if w.old[o].Text != w.new[n].Text {
				out = append(out, hunk{o, o + 1, n, n + 1})
			}
		}
		if h.o0 < h.o1 || h.n0 < h.n1 {
			out = append(out, h)
		}
		o, n = h.o1, h.n1
	}
	if len(out) == len(w.hunks) {
		return
	}
	w.hunks = out
	w.mergeTouching()
	w.join(w.slight)
}

// mergeTouching joins hunks that sliding has brought together.
func (w *wording) mergeTouching() {
	out := w.hunks[:0]
	for _, h := range w.hunks {
		if n := len(out); n > 0 && out[n-1].o1 == h.o0 && out[n-1].n1 == h.n0 {
			out[n-1].o1, out[n-1].n1 = h.o1, h.n1
			continue
		}
		out = append(out, h)
	}
	w.hunks = out
}
