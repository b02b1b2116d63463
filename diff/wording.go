package diff

import (
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"

	"reprise/internal/lexicon"
)

// wording is two texts and the hunks in which they differ.
type wording struct {
	oldText, newText string
	old, new         []unit
	hunks            []hunk // in order; never adjacent
}

// hunk is a run of units that was replaced: old[o0:o1] by new[n0:n1].
type hunk struct{ o0, o1, n0, n1 int }

// Costs. Words costs what splitting the two texts costs (about 9 ns a byte),
// where they are alike; the word diff itself sees only the content words
// between their common head and tail.

// maxDiff bounds the work on two unlike texts: the product of their content
// words. 5,000 by 5,000 take about a tenth of a second; beyond it, the middle
// is shown as replaced. (Test: two enormous unlike texts.)
const maxDiff = 25_000_000

// likeFloor is the share of the lighter text, by weight, that must be kept for
// the edits to be worth reading; below it, one replacement reads better than
// scattered words. Really reworded clauses keep 0.3 and more of it. (Test: a
// clause written anew.)
const likeFloor = 0.27

func newWording(old, new string, lex *lexicon.Lexicon) *wording {
	w := &wording{oldText: old, newText: new, old: units(old, lex), new: units(new, lex)}
	for _, side := range [...][]unit{w.old, w.new} {
		for i := range side {
			side[i].key = side[i].alike()
		}
	}
	w.find()
	w.tidy()
	w.exact()
	return w
}

// find finds the hunks.
func (w *wording) find() {
	head := w.commonHead()
	tail := w.commonTail(head)
	mid := hunk{head, len(w.old) - tail, head, len(w.new) - tail}
	w.hunks = w.diff(mid)
}

func (w *wording) commonHead() int {
	n := min(len(w.old), len(w.new))
	for i := range n {
		if w.old[i].key != w.new[i].key {
			return i
		}
	}
	return n
}

func (w *wording) commonTail(head int) int {
	n := min(len(w.old), len(w.new)) - head
	for i := range n {
		if w.old[len(w.old)-1-i].key != w.new[len(w.new)-1-i].key {
			return i
		}
	}
	return n
}

// diff finds the hunks inside a region: first by content words, then each gap
// between two matches is narrowed by the stop words and marks at its ends.
func (w *wording) diff(mid hunk) []hunk {
	var hunks []hunk
	at := mid // the rest: from after the last match to the region's end
	for _, m := range w.anchors(mid) {
		gap := hunk{at.o0, m[0], at.n0, m[1]}
		hunks = w.narrow(hunks, gap)
		at.o0, at.n0 = m[0]+1, m[1]+1
	}
	return w.narrow(hunks, at)
}

// narrow adds a gap to the hunks without what its ends have in common.
func (w *wording) narrow(hunks []hunk, gap hunk) []hunk {
	for gap.o0 < gap.o1 && gap.n0 < gap.n1 && w.same(gap.o0, gap.n0) {
		gap.o0++
		gap.n0++
	}
	for gap.o0 < gap.o1 && gap.n0 < gap.n1 && w.same(gap.o1-1, gap.n1-1) {
		gap.o1--
		gap.n1--
	}
	if gap.o0 == gap.o1 && gap.n0 == gap.n1 {
		return hunks
	}
	return append(hunks, gap)
}

func (w *wording) same(o, n int) bool { return w.old[o].key == w.new[n].key }

// anchors are the pairs of content words that both texts keep, in order.
func (w *wording) anchors(mid hunk) [][2]int {
	var code coder
	old, oldAt := code.runes(w.old, mid.o0, mid.o1)
	new, newAt := code.runes(w.new, mid.n0, mid.n1)
	if len(old) == 0 || len(new) == 0 || code.full || len(old)*len(new) > maxDiff {
		return nil
	}
	return matches(old, new, oldAt, newAt)
}

// matches runs go-diff over coded words. Positions are rebuilt by counting the
// runes of its answer: the runes themselves are never turned back into words.
func matches(old, new []rune, oldAt, newAt []int) [][2]int {
	var pairs [][2]int
	o, n := 0, 0
	for _, d := range differ.DiffMainRunes(old, new, false) {
		count := utf8.RuneCountInString(d.Text)
		switch d.Type {
		case diffmatchpatch.DiffDelete:
			o += count
		case diffmatchpatch.DiffInsert:
			n += count
		default:
			for i := range count {
				pairs = append(pairs, [2]int{oldAt[o+i], newAt[n+i]})
			}
			o += count
			n += count
		}
	}
	return pairs
}

// differ has no time limit: with one, its answer would depend on the load of
// the machine, and its half-match would race on shared input.
var differ = &diffmatchpatch.DiffMatchPatch{DiffTimeout: 0}

// coder gives each distinct word a rune of its own in the private planes.
type coder struct {
	known map[string]rune
	last  rune
	full  bool // more distinct words than runes
}

// The private planes 15 and 16. Runes below would reach the surrogates, which
// do not survive the library's strings.
const (
	firstPrivate = 0xF0000
	lastPrivate  = 0x10FFFD
)

func (c *coder) runes(us []unit, from, to int) (runes []rune, at []int) {
	for i := from; i < to; i++ {
		if us[i].anchor() {
			runes = append(runes, c.rune(us[i].key))
			at = append(at, i)
		}
	}
	return runes, at
}

func (c *coder) rune(word string) rune {
	if r, ok := c.known[word]; ok {
		return r
	}
	if c.known == nil {
		c.known, c.last = map[string]rune{}, firstPrivate-1
	}
	c.last++
	if c.last&0xFFFF >= 0xFFFE { // U+FFFFE and U+FFFFF are no characters
		c.last = c.last&^0xFFFF + 0x10000
	}
	if c.last > lastPrivate {
		c.full, c.last = true, lastPrivate
	}
	c.known[word] = c.last
	return c.last
}
