package nature

import (
	"slices"
	"strconv"
	"strings"

	"reprise/internal/lexicon"
	"reprise/internal/token"
)

// numbers explains figures and numbers in words.
func (r *reading) numbers(h hunk) []claim {
	out := r.strayMark(h)
	figure := func(u *unit) bool {
		return u.Kind == token.Number && !isYear(u) || r.lex.Cardinal(u.Key) > 0
	}
	out = append(out, r.paragraphs(h)...)
	out = append(out, r.counts(h, figure)...)
	return append(out, r.counts(h, func(u *unit) bool { return u.Kind == token.Number && !r.ofTheTime(u) })...) // "2500" may be a count too
}

// century is how far from its text a year may lie of which it speaks.
const century = 100

// ofTheTime tells a figure that reads as a year near that of the texts.
func (r *reading) ofTheTime(u *unit) bool {
	year := r.newYear()
	return isYear(u) && (year == 0 || yearOf(u.Text) > year-century && yearOf(u.Text) < year+century)
}

// counts explains numbers that gave way to others that count the same thing. What
// came or went alone is no other number, and stays wording.
func (r *reading) counts(h hunk, is func(*unit) bool) []claim {
	var out []claim
	old, new := r.oldRun(h).left(is), r.newRun(h).left(is)
	for _, same := range []func(o, n int) bool{
		func(o, n int) bool { return r.valueAt(r.w.Old, o) == r.valueAt(r.w.New, n) && r.countsSame(o, n) },
		func(o, n int) bool { return o == h.O1-1 && n == h.N1-1 && r.countsSame(o, n) }, // before the same kept word
		r.countsSame,
		r.bothSlots,
	} {
		for k := 0; k < len(old); k++ {
			at := slices.IndexFunc(new, func(n int) bool { return same(old[k], n) })
			if at < 0 {
				continue
			}
			out = append(out, r.take(old[k:k+1], new[at:at+1], r.numberCause(old[k], new[at]))...)
			old, new = slices.Delete(slices.Clone(old), k, k+1), slices.Delete(slices.Clone(new), at, at+1)
			k--
		}
	}
	return out
}

// valueAt is a number by its sense: "thirty" is 30.
func (r *reading) valueAt(us []unit, at int) string {
	if n := r.lex.Cardinal(us[at].Key); n > 0 {
		return strconv.Itoa(n)
	}
	return us[at].Key
}

// countsSame tells whether two numbers count the same thing: the same word
// follows them or, where none does, stands before them.
func (r *reading) countsSame(o, n int) bool {
	if r.identifies(r.w.Old, o) || r.identifies(r.w.New, n) {
		return false
	}
	a, b := counted(r.w.Old, o), counted(r.w.New, n)
	return a != "" && (a == b || r.lex.Inflected(a, b))
}

// identifies tells whether a number counts nothing but tells one thing from others of its
// kind: "target 3.8".
func (r *reading) identifies(us []unit, at int) bool {
	return at > 0 && (r.lex.IsReference(us[at-1].Key) || r.lex.Numbered(us[at-1].Key))
}

// countedReach is how many units away the thing counted stands.
const countedReach = 2

func counted(us []unit, at int) string {
	for i := at + 1; i < len(us) && i <= at+countedReach && us[i].Kind != token.Punct; i++ {
		if us[i].Anchor() {
			return us[i].Key
		}
	}
	for i := at - 1; i >= 0 && i >= at-countedReach && us[i].Kind != token.Punct; i-- {
		if us[i].Anchor() {
			return us[i].Key
		}
	}
	return ""
}

// paragraphs explains other numbers of paragraphs, articles and goals that are
// referred to; the wording holds their noun, for "and 6" alone says nothing.
func (r *reading) paragraphs(h hunk) []claim {
	is := func(u *unit) bool { return u.Kind == token.Number && !isYear(u) }
	old, new := r.oldRun(h).left(is), r.newRun(h).left(is)
	was, oldTo := r.reference(r.w.Old, h.O0, old)
	now, newTo := r.reference(r.w.New, h.N0, new)
	if len(old)+len(new) == 0 || was < 0 || now < 0 || r.w.Old[was].Key != r.w.New[now].Key {
		return nil
	}
	if !r.light(r.w.Old, h.O0, h.O1, is) || !r.light(r.w.New, h.N0, h.N1, is) {
		return nil
	}
	r.mark(span(h.O0, h.O1), span(h.N0, h.N1))
	return r.claim(ReferenceChanged, around(r.w.Old[was:oldTo]), around(r.w.New[now:newTo]))
}

// reference finds the noun of a list of numbers in which a place stands
// ("articles 1, 2 and 6") and the end of the list; -1 for no such noun. All of
// the numbers must be of the list.
func (r *reading) reference(us []unit, at int, numbers []int) (noun, end int) {
	inList := func(u *unit) bool {
		return u.Kind == token.Number && !isYear(u) || u.Text == "," || u.Class&lexicon.ListingClass != 0 || r.lex.Word(u.Key).Is(lexicon.JoinRole)
	}
	noun = min(at, len(us)) - 1
	for noun >= 0 && inList(&us[noun]) {
		noun--
	}
	if noun < 0 || !r.lex.IsReference(us[noun].Key) && !r.lex.Numbered(us[noun].Key) {
		return -1, 0
	}
	end = noun + 1
	for end < len(us) && inList(&us[end]) {
		end++
	}
	for end > noun+1 && us[end-1].Kind != token.Number {
		end--
	}
	if len(numbers) > 0 && numbers[len(numbers)-1] >= end {
		return -1, 0
	}
	return noun, end
}

// strayMark explains a footnote mark that extraction left behind the last mark
// of a clause.
func (r *reading) strayMark(h hunk) []claim {
	old := run{r.w.OldText, r.w.Old, r.oldDone, max(h.O0, len(r.w.Old)-1), h.O1}.left(isKind(token.Number))
	new := run{r.w.NewText, r.w.New, r.newDone, max(h.N0, len(r.w.New)-1), h.N1}.left(isKind(token.Number))
	if len(old)+len(new) == 0 || len(old) > 0 && !stray(r.w.Old) || len(new) > 0 && !stray(r.w.New) {
		return nil
	}
	return r.take(old, new, Punctuation)
}

// lostMarks explains the mark of a note that one text does not print, where it
// stands in the other's words as a number: the note is lost, nothing is counted.
func (r *reading) lostMarks() []claim {
	var out []claim
	for _, n := range r.notes {
		if (n.Old.Note == nil) == (n.New.Note == nil) {
			continue
		}
		is := func(u *unit) bool { return u.Kind == token.Number && u.Text == n.mark() }
		for _, h := range r.w.Hunks {
			old, new := r.oldRun(h).left(is), r.newRun(h).left(is)
			if n.New.Note == nil && len(old) == 0 && len(new) > 0 || n.Old.Note == nil && len(new) == 0 && len(old) > 0 {
				out = append(out, r.take(old, new, Punctuation)...)
			}
		}
	}
	return out
}

// maxMark is how many figures a footnote mark has.
const maxMark = 3

// stray tells whether a text ends in a number that counts nothing and ends no
// list of numbers.
func stray(us []unit) bool {
	n := len(us)
	return n > 2 && len(us[n-1].Text) <= maxMark && us[n-2].Kind == token.Punct && us[n-2].Text != "(" &&
		us[n-3].Kind == token.Word
}

// numberCause tells a number changed from another spelling, and a number that
// says how often or how long from one that counts.
func (r *reading) numberCause(o, n int) Cause {
	a, b := &r.w.Old[o], &r.w.New[n]
	switch {
	case r.valueAt(r.w.Old, o) == r.valueAt(r.w.New, n),
		r.lex.Cardinal(a.Key) == 0 && letters(a.Key) == letters(b.Key) && strings.Count(a.Key, ".") == strings.Count(b.Key, "."):
		return Respelt
	case glued(a.Key, b.Key), glued(b.Key, a.Key):
		return Punctuation
	case r.every(r.w.Old, o) && r.every(r.w.New, n):
		return IntervalChanged
	}
	return NumberChanged
}

// yearFigures is how many figures a year has.
const yearFigures = 4

// glued tells whether a number is a year, or years, with a footnote mark behind it that
// extraction has left there: "2211–222011" of "2211–2220".
func glued(marked, bare string) bool {
	mark, ok := strings.CutPrefix(marked, bare)
	last := bare[strings.LastIndexAny(bare, "-/")+1:]
	return ok && mark != "" && len(mark) < maxMark && strings.Trim(mark, "0123456789") == "" && len(last) == yearFigures && isYear(&unit{Token: token.Token{Kind: token.Number, Text: last}})
}

// every tells whether a number says how often: "every 30 days".
func (r *reading) every(us []unit, at int) bool {
	return at > 0 && at+1 < len(us) && us[at-1].Class&lexicon.QualifierClass != 0 && us[at+1].Class&lexicon.IntervalClass != 0
}
