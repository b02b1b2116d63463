package diff

import (
	"slices"
	"strings"

	"reprise/internal/lexicon"
	"reprise/internal/token"
)

// numbers explains figures and numbers in words.
func (r *reading) numbers(h hunk) {
	r.strayMark(h)
	figure := func(u *unit) bool { return u.Kind == token.Number && !isYear(u) }
	cardinal := func(u *unit) bool { return r.lex.Cardinal(u.key) > 0 }
	r.paragraphs(h)
	r.counts(h, figure)
	r.counts(h, isKind(token.Number)) // "1500" may be a count too
	r.alone(h, isKind(token.Number), numberChanged, numberChanged)
	r.counts(h, cardinal)
	several := func(u *unit) bool { return r.lex.Cardinal(u.key) > 1 } // "one" is a pronoun too
	r.alone(h, several, numberChanged, numberChanged)
}

// counts explains numbers that gave way to others that count the same thing. In
// a small hunk what is left faces each other in order; in a longer one it may
// count two things, and stays wording.
func (r *reading) counts(h hunk, is func(*unit) bool) {
	old, new := r.oldRun(h).left(is), r.newRun(h).left(is)
	for _, same := range []func(o, n int) bool{
		func(o, n int) bool { return r.w.old[o].key == r.w.new[n].key && r.countsSame(o, n) },
		r.countsSame,
		func(int, int) bool { return h.o1-h.o0+h.n1-h.n0 <= maxLocal },
	} {
		for k := 0; k < len(old); k++ {
			at := slices.IndexFunc(new, func(n int) bool { return same(old[k], n) })
			if at < 0 {
				continue
			}
			r.take(old[k:k+1], new[at:at+1], r.numberCause(old[k], new[at]))
			old, new = slices.Delete(slices.Clone(old), k, k+1), slices.Delete(slices.Clone(new), at, at+1)
			k--
		}
	}
}

// countsSame tells whether two numbers count the same thing: the same word
// follows them or, where none does, stands before them.
func (r *reading) countsSame(o, n int) bool {
	a, b := counted(r.w.old, o), counted(r.w.new, n)
	return a != "" && (a == b || r.lex.Inflected(a, b))
}

// countedReach is how many units away the thing counted stands.
const countedReach = 2

func counted(us []unit, at int) string {
	for i := at + 1; i < len(us) && i <= at+countedReach && us[i].Kind != token.Punct; i++ {
		if us[i].anchor() {
			return us[i].key
		}
	}
	for i := at - 1; i >= 0 && i >= at-countedReach && us[i].Kind != token.Punct; i-- {
		if us[i].anchor() {
			return us[i].key
		}
	}
	return ""
}

// paragraphs explains other numbers of paragraphs, articles and goals that are
// referred to; the wording holds their noun, for "and 6" alone says nothing.
func (r *reading) paragraphs(h hunk) {
	is := func(u *unit) bool { return u.Kind == token.Number && !isYear(u) }
	old, new := r.oldRun(h).left(is), r.newRun(h).left(is)
	was, oldTo := r.reference(r.w.old, h.o0, old)
	now, newTo := r.reference(r.w.new, h.n0, new)
	if len(old)+len(new) == 0 || was < 0 || now < 0 || r.w.old[was].key != r.w.new[now].key {
		return
	}
	if !r.light(r.w.old, h.o0, h.o1, is) || !r.light(r.w.new, h.n0, h.n1, is) {
		return
	}
	r.mark(span(h.o0, h.o1), span(h.n0, h.n1))
	r.add(referenceChanged, textOf(r.w.oldText, r.w.old[was:oldTo]), textOf(r.w.newText, r.w.new[now:newTo]))
}

// reference finds the noun of a list of numbers in which a place stands
// ("articles 1, 2 and 6") and the end of the list; -1 for no such noun. All of
// the numbers must be of the list.
func (r *reading) reference(us []unit, at int, numbers []int) (noun, end int) {
	inList := func(u *unit) bool {
		return u.Kind == token.Number && !isYear(u) || u.Text == "," || u.class&lexicon.ListingClass != 0 || r.lex.Word(u.key).Is(lexicon.JoinRole)
	}
	noun = min(at, len(us)) - 1
	for noun >= 0 && inList(&us[noun]) {
		noun--
	}
	if noun < 0 || !r.lex.IsReference(us[noun].key) && !r.lex.Numbered(us[noun].key) {
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
func (r *reading) strayMark(h hunk) {
	old := run{r.w.oldText, r.w.old, r.oldDone, max(h.o0, len(r.w.old)-1), h.o1}.left(isKind(token.Number))
	new := run{r.w.newText, r.w.new, r.newDone, max(h.n0, len(r.w.new)-1), h.n1}.left(isKind(token.Number))
	if len(old)+len(new) == 0 || len(old) > 0 && !stray(r.w.old) || len(new) > 0 && !stray(r.w.new) {
		return
	}
	r.take(old, new, punctuation)
}

// lostMarks explains the mark of a note that one text does not print, where it
// stands in the other's words as a number: the note is lost, nothing is counted.
func (r *reading) lostMarks(notes []NoteChange) {
	for _, n := range notes {
		if (n.OldMark == "") == (n.NewMark == "") {
			continue
		}
		is := func(u *unit) bool { return u.Kind == token.Number && u.Text == n.OldMark+n.NewMark }
		for _, h := range r.w.hunks {
			old, new := r.oldRun(h).left(is), r.newRun(h).left(is)
			if n.NewMark == "" && len(old) == 0 && len(new) > 0 || n.OldMark == "" && len(new) == 0 && len(old) > 0 {
				r.take(old, new, punctuation)
			}
		}
	}
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
func (r *reading) numberCause(o, n int) cause {
	a, b := &r.w.old[o], &r.w.new[n]
	switch {
	case r.lex.Cardinal(a.key) > 0 && r.lex.Cardinal(a.key) == r.lex.Cardinal(b.key),
		r.lex.Cardinal(a.key) == 0 && letters(a.key) == letters(b.key) && strings.Count(a.key, ".") == strings.Count(b.key, "."):
		return respelt
	case r.every(r.w.old, o) && r.every(r.w.new, n):
		return intervalChanged
	}
	return numberChanged
}

// every tells whether a number says how often: "every 30 days".
func (r *reading) every(us []unit, at int) bool {
	return at > 0 && at+1 < len(us) && us[at-1].class&lexicon.QualifierClass != 0 && us[at+1].class&lexicon.IntervalClass != 0
}
