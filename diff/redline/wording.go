// Package redline finds what a drafter would mark between two texts: word edits,
// on go-diff, exact to the byte and readable.
//
// Its main call is In. It does not say why a text changed.
package redline

import (
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"

	"reprise/internal/lexicon"
)

// Wording is two texts and the hunks in which they differ.
type Wording struct {
	OldText, NewText string
	Old, New         []Unit
	Hunks            []Hunk // in order; never adjacent
}

// Hunk is a run of units that was replaced: Old[O0:O1] by New[N0:N1].
type Hunk struct{ O0, O1, N0, N1 int }

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

// Compare finds the hunks of two texts as a drafter marks them: few, exact to the
// byte, with edges at phrase edges.
func Compare(old, new string, lex *lexicon.Lexicon) *Wording {
	w := &Wording{OldText: old, NewText: new, Old: Units(old, lex), New: Units(new, lex)}
	for _, side := range [...][]Unit{w.Old, w.New} {
		for i := range side {
			side[i].Key = side[i].Alike()
		}
	}
	w.find()
	w.tidy()
	w.exact()
	return w
}

// Sense finds the hunks in which the keys of a wording's units differ, whatever
// their letters: units of one key are the same.
func (w *Wording) Sense() {
	w.find()
	w.absorb()
	for i := range w.Hunks {
		w.shift(i)
	}
	w.mergeTouching()
}

// find finds the hunks.
func (w *Wording) find() {
	head := w.commonHead()
	tail := w.commonTail(head)
	mid := Hunk{head, len(w.Old) - tail, head, len(w.New) - tail}
	w.Hunks = w.diff(mid)
}

func (w *Wording) commonHead() int {
	n := min(len(w.Old), len(w.New))
	for i := range n {
		if w.Old[i].Key != w.New[i].Key {
			return i
		}
	}
	return n
}

func (w *Wording) commonTail(head int) int {
	n := min(len(w.Old), len(w.New)) - head
	for i := range n {
		if w.Old[len(w.Old)-1-i].Key != w.New[len(w.New)-1-i].Key {
			return i
		}
	}
	return n
}

// diff finds the hunks inside a region: first by content words, then each gap
// between two matches is narrowed by the stop words and marks at its ends.
func (w *Wording) diff(mid Hunk) []Hunk {
	var hunks []Hunk
	at := mid // the rest: from after the last match to the region's end
	for _, m := range w.anchors(mid) {
		gap := Hunk{at.O0, m[0], at.N0, m[1]}
		hunks = w.narrow(hunks, gap)
		at.O0, at.N0 = m[0]+1, m[1]+1
	}
	return w.narrow(hunks, at)
}

// narrow adds a gap to the hunks without what its ends have in common.
func (w *Wording) narrow(hunks []Hunk, gap Hunk) []Hunk {
	for gap.O0 < gap.O1 && gap.N0 < gap.N1 && w.same(gap.O0, gap.N0) {
		gap.O0++
		gap.N0++
	}
	for gap.O0 < gap.O1 && gap.N0 < gap.N1 && w.same(gap.O1-1, gap.N1-1) {
		gap.O1--
		gap.N1--
	}
	if gap.O0 == gap.O1 && gap.N0 == gap.N1 {
		return hunks
	}
	return append(hunks, gap)
}

func (w *Wording) same(o, n int) bool { return w.Old[o].Key == w.New[n].Key }

// anchors are the pairs of content words that both texts keep, in order.
func (w *Wording) anchors(mid Hunk) [][2]int {
	var code coder
	old, oldAt := code.runes(w.Old, mid.O0, mid.O1)
	new, newAt := code.runes(w.New, mid.N0, mid.N1)
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

func (c *coder) runes(us []Unit, from, to int) (runes []rune, at []int) {
	for i := from; i < to; i++ {
		if us[i].Anchor() {
			runes = append(runes, c.rune(us[i].Key))
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
