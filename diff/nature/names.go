package nature

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reprise/internal/lexicon"
	"reprise/internal/token"
)

// varied explains the kept names and synonyms that stand in another form. Where nothing
// else changed, names are looked at letter by letter (surface).
func (r *reading) varied() []claim {
	var out []claim
	classes := Class(lexicon.SynonymClass)
	if len(r.w.Hunks) > 0 {
		classes |= lexicon.NameClass | lexicon.ActorClass
	}
	o, n := 0, 0
	for _, h := range append(r.w.Hunks, hunk{O0: len(r.w.Old), N0: len(r.w.New)}) {
		for ; o < h.O0; o, n = o+1, n+1 {
			a, b := &r.w.Old[o], &r.w.New[n]
			class := (a.Class | b.Class) & classes
			if class == 0 || lexicon.Fold(a.Text) == lexicon.Fold(b.Text) {
				continue
			}
			c := NameVaried
			if class&lexicon.SynonymClass != 0 {
				c = Synonym
			}
			out = append(out, r.claim(c, place{a.At, a.End()}, place{b.At, b.End()})...)
		}
		o, n = h.O1, h.N1
	}
	return out
}

// names explains the long and short forms of one name that the texts
// themselves show: "the Programme [for Kite Education]" where the full name
// stands elsewhere in the other text.
func (r *reading) names(h hunk) []claim {
	switch {
	case h.O1-h.O0 == 1 && h.N1-h.N0 == 1 && (r.organShort(&r.w.Old[h.O0], &r.w.New[h.N0], r.NewBody()) || r.organShort(&r.w.New[h.N0], &r.w.Old[h.O0], r.OldBody())):
		return r.take(span(h.O0, h.O1), span(h.N0, h.N1), NameVaried)
	case r.defines(r.newRun(h), r.oldRun(h)) || r.defines(r.oldRun(h), r.newRun(h)):
		return r.take(span(h.O0, h.O1), span(h.N0, h.N1), NameVaried)
	case h.O0 == h.O1 && r.shortens(r.newRun(h), r.OldBody()):
		return r.take(nil, span(h.N0, h.N1), NameVaried)
	case h.N0 == h.N1 && r.shortens(r.oldRun(h), r.NewBody()):
		return r.take(span(h.O0, h.O1), nil, NameVaried)
	}
	return nil
}

// defines tells whether all that one side of a change has more is a name in quotation marks
// and brackets, which says what the text calls it and nothing else: "(“the Convention”)"; or
// what is behind the name that both have: "[the Committee set up by resolution 1540 (2204),
// hereafter] the 1540 Committee".
func (r *reading) defines(in, other run) bool {
	us := in.us[in.from:in.to]
	if n := len(us); n > 0 && other.from == other.to && r.lex.Defines(us[n-1].Key) {
		return true
	}
	return other.from == other.to && len(us) == 3 && us[0].Text == "(" && us[1].Kind == token.Title && us[2].Text == ")"
}

// organShort tells whether of two names one is an organ's and the other its short one, in a
// text that has the organ's in full: "the Economic and Social Council", "the Council".
func (r *reading) organShort(long, short *unit, other string) bool {
	code := r.lex.Organ(long.Key)
	return code != "" && slices.Contains(r.lex.OrgansCalled(short.Key), code) && strings.Contains(other, long.Text)
}

// shortens tells whether a run of a text is a part of a name that the other
// text has in full, so that the name is the same without it.
func (r *reading) shortens(in run, other string) bool {
	theirs := r.w.OldText
	if r.isOld(in.us) {
		theirs = r.w.NewText
	}
	us, from, to := in.us, in.from, in.to
	for from < to && us[from].Class&lexicon.GrammarClass != 0 && !r.nameBefore(us, from) {
		from++
	}
	names := 0
	for i := from; i < to; i++ {
		if !capitalised(&us[i]) && !us[i].Stop && us[i].Text != "," {
			return r.completes(in, other)
		}
		if capitalised(&us[i]) {
			names++
		}
	}
	if names == 0 || !in.us[from].Stop && !capitalised(&in.us[from]) {
		return r.completes(in, other)
	}
	head, tail := from, to
	for head > 0 && (capitalised(&us[head-1]) || us[head-1].Kind == token.Number) {
		head--
	}
	for tail < len(us) && capitalised(&us[tail]) {
		tail++
	}
	listed := from > 1 && us[from-1].Class&lexicon.ListingClass != 0 && capitalised(&us[from-2]) // "Summer and [Winter] Fair"
	full := in.text[us[head].At:us[tail-1].End()]
	if head == from && tail == to || listed || r.otherActor(us, to, tail) && r.meansAnother(full, in.text[us[to].At:us[tail-1].End()], other, theirs) {
		return false
	}
	return strings.Contains(other, full) || head == from && tail > to+sharedName && strings.Contains(other, in.text[us[from].At:us[to+sharedName-1].End()])
}

// meansAnother tells whether a text has a short name without the full one, but in the
// clause itself: there it may mean another.
// A body means another only where it has another name before it: "the Working Group" may be
// any of them, and of one only the text speaks.
func (r *reading) meansAnother(full, short, text, clause string) bool {
	if r.lex.Body(lexicon.Fold(short)) {
		return r.namedSo(short, text) > strings.Count(text, full)
	}
	return strings.Count(text, full) < strings.Count(text, short)-strings.Count(clause, short)+strings.Count(clause, full)
}

// namedSo counts how often a name stands in a text behind another word of a name.
func (r *reading) namedSo(short, text string) int {
	n := 0
	for i, part := range strings.Split(text, short) {
		before := strings.TrimRight(part, " ")
		word := before[strings.LastIndexAny(before, " \n")+1:]
		if first, _ := utf8.DecodeRuneInString(word); i < strings.Count(text, short) && unicode.IsUpper(first) && before != part {
			n++
		}
	}
	return n
}

// sharedName is how many words of a name tell, with what stands before them elsewhere, that
// a longer name of which they are the head is the same without it: "[Northern Lights] Lamp
// Fund Local Desks", of the Northern Lights Lamp Fund.
const sharedName = 2

// fixedPhrase is how often a text has a thing with what it is of, and with nothing else, for
// both to be one name: "the practice of kite burning".
const fixedPhrase = 3

// completes tells whether a run says of what a name is, "[on the rights of keepers]" behind
// "the Special Warden", as the other text says elsewhere in full.
func (r *reading) completes(in run, other string) bool {
	us, from, to := in.us, in.from, in.to
	head := from
	for head > 0 && capitalised(&us[head-1]) {
		head--
	}
	fixed := 0
	if head == from && head > 0 && !us[head-1].Stop && us[head-1].Kind == token.Word && us[head-1].Class&(lexicon.ActorClass|lexicon.QualifierClass) == 0 {
		head, fixed = head-1, fixedPhrase
	} else if from-head < 2 {
		return false
	}
	if from == to || !r.lex.JoinsCompound(us[from].Key) {
		return false
	}
	end := to
	for end > from && us[end-1].Kind == token.Punct {
		end--
	}
	first := from
	for first+1 < end && us[first].Stop {
		first++
	}
	if fixed > 0 && r.clausesWith(us[first].Key) < fixed {
		return false
	}
	full, opening, likely := in.text[us[head].At:us[end-1].End()], in.text[us[head].At:us[from].End()], in.text[us[head].At:us[first].End()]
	return strings.Count(other, full) >= max(1, fixed) && strings.Count(other, likely) == strings.Count(other, opening) // else the bare name may mean another
}

func (r *reading) nameBefore(us []unit, i int) bool {
	return i > 0 && (capitalised(&us[i-1]) || us[i-1].Kind == token.Number)
}

// otherActor tells whether the name with the run and without it are two known
// actors: "Member States" are not "States".
func (r *reading) otherActor(us []unit, to, tail int) bool {
	return to < tail && us[to].Class&lexicon.ActorClass != 0 && us[to].Class&lexicon.NameClass == 0 && to+1 == tail
}

// dateReach is how many units behind a noun the date stands that tells which it is: "the
// financial period from 1 July 2219".
const dateReach = 3

// datedNoun explains a word put before a noun whose date tells which it is, where the other text
// has the noun with that word elsewhere: "the [financial] period from 1 July 2219".
func (r *reading) datedNoun(h hunk) []claim {
	old, new := r.oldRun(h).left(saying), r.newRun(h).left(saying)
	one := func(us []unit, at []int, body string) bool {
		if len(at) != 1 || at[0]+1 >= len(us) || us[at[0]].Kind != token.Word || us[at[0]].Class&(lexicon.ModalityClass|lexicon.QualifierClass|lexicon.ActorClass) != 0 {
			return false
		}
		dated := slices.ContainsFunc(us[at[0]+2:min(len(us), at[0]+2+dateReach)], func(u unit) bool { return u.Kind == token.Date })
		noun := us[at[0]+1].Text
		return dated && strings.Contains(body, us[at[0]].Text+" "+noun)
	}
	switch {
	case len(old) == 0 && one(r.w.New, new, r.OldBody()):
		return r.take(nil, new, NameVaried)
	case len(new) == 0 && one(r.w.Old, old, r.NewBody()):
		return r.take(old, nil, NameVaried)
	}
	return nil
}

// nameOfDate explains a name put before the date by which the other text tells the same
// thing, as the other text has both elsewhere: "[on] 6 May 2219", "[under the Lamp Agreement
// of] 6 May 2219".
func (r *reading) nameOfDate(h hunk) []claim {
	old, new := r.oldRun(h).left(saying), r.newRun(h).left(saying)
	names := func(us []unit, at []int, to int, text, body string) bool {
		if len(at) == 0 || to >= len(us) || us[to].Kind != token.Date {
			return false
		}
		other := func(i int) bool { return !capitalised(&us[i]) }
		return !slices.ContainsFunc(at, other) && strings.Contains(body, text[us[at[0]].At:us[to].End()])
	}
	switch {
	case len(old) == 0 && names(r.w.New, new, h.N1, r.w.NewText, r.OldBody()), len(new) == 0 && names(r.w.Old, old, h.O1, r.w.OldText, r.NewBody()):
		return r.takeWhole(h, NameVaried)
	}
	return nil
}

// A short name of this many letters may leave out as many last words of the long one: no
// chance makes so many letters agree. ("KCT LOOP scorecard", of the keepers' country team
// lamp oil operations plan for tea.)
const (
	sureInitials = 6
	leftOut      = 2
)

// initials explains a name that one text spells by its initials and the other in full,
// though neither says that they are one.
func (r *reading) initials(h hunk) []claim {
	old, new := r.oldRun(h).left(saying), r.newRun(h).left(saying)
	if r.abbreviates(r.w.Old, old, r.w.New, new) || r.abbreviates(r.w.New, new, r.w.Old, old) {
		return r.take(old, new, NameVaried)
	}
	return nil
}

// abbreviates tells whether some units are the initials of others.
func (r *reading) abbreviates(us []unit, at []int, other []unit, long []int) bool {
	var short, first strings.Builder
	for _, i := range at {
		if us[i].Kind != token.Word || upperLetters(us[i].Text) != us[i].Text {
			return false
		}
		short.WriteString(us[i].Text)
	}
	for _, i := range long {
		if other[i].Kind != token.Word {
			return false
		}
		for word := range strings.FieldsFuncSeq(other[i].Text, func(c rune) bool { return c == ' ' || c == '-' }) {
			if !r.lex.Stop(lexicon.Fold(word)) {
				first.WriteString(strings.ToUpper(word[:1]))
			}
		}
	}
	rest, ok := strings.CutPrefix(first.String(), short.String())
	return ok && len(long) > 1 && short.Len() > leftOut && (rest == "" || len(rest) <= leftOut && short.Len() >= sureInitials)
}
