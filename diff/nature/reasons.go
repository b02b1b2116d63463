package nature

import (
	"slices"
	"strings"

	"reprise/align"
	"reprise/diff/redline"
	"reprise/internal/lexicon"
	"reprise/internal/token"
	"reprise/resolution"
)

// The units and hunks of a wording, by short names.
type (
	unit = redline.Unit
	hunk = redline.Hunk
)

// reading is one reworded clause under analysis. Passes take it in turn, each
// explaining the units it understands; what no pass explains is wording.
type reading struct {
	*Setting
	w                      *redline.Wording
	oldDone, newDone       []bool // units explained
	found                  []claim
	oldLimbs               []limb // nil where no lead opens the text
	newLimbs               []limb
	oldLead, newLead       int    // units of leads that differ; a reason of their own
	oldSection, newSection string // those of the clause
	oldClauses, newClauses []*resolution.Clause
	notes                  []Note // footnotes of the clause that differ
	asking                 bool   // the clause asks someone to act
	noting                 bool   // its lead asks nothing of anyone; a point without a lead may ask
}

// Class is the language's class of words.
type Class = lexicon.Class

// explain finds the causes of the change from old clauses to new ones.
func (s *Setting) explain(l align.Link, notes []Note) []claim {
	old, new := l.Old, l.New
	r := s.read(Joined(old), Joined(new))
	if len(old) > 0 && len(new) > 0 {
		r.oldSection, r.newSection = old[0].Section, new[0].Section
	}
	r.oldClauses, r.newClauses, r.notes = old, new, notes
	r.readLimbs()
	r.noting = r.noting || len(new) > 0 && new[0].Part == resolution.Preamble
	return r.run(clausePasses)
}

func (s *Setting) read(old, new string) *reading {
	w := &redline.Wording{OldText: old, NewText: new, Old: s.senses(old), New: s.senses(new)}
	w.Sense()
	return &reading{Setting: s, w: w, oldDone: make([]bool, len(w.Old)), newDone: make([]bool, len(w.New))}
}

// titles explains a short quoted title that gave way to another.
func (r *reading) titles(h hunk) []claim {
	return r.pair(h, isKind(token.Title), func(o, n int) Cause { return TitleChanged })
}

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

// claim is the claim that a cause explains two places. What reads the same on both sides
// has changed only where its place is what changed: none then.
func (r *reading) claim(c Cause, old, new place) []claim {
	if !old.empty() && c != OrderChanged && c != OrderTurned && c != PartChanged && r.w.OldText[old.from:old.to] == r.w.NewText[new.from:new.to] {
		return nil
	}
	return []claim{{cause: c, old: old, new: new}}
}

// surface explains a clause whose senses are the same: only its letters
// changed.
func (r *reading) surface() []claim {
	if r.w.OldText == r.w.NewText || len(r.w.Hunks)+len(r.found) > 0 {
		return nil
	}
	var out []claim
	exact := redline.Compare(r.w.OldText, r.w.NewText, r.lex)
	for _, h := range exact.Hunks {
		was, is := around(exact.Old[h.O0:h.O1]), around(exact.New[h.N0:h.N1])
		old, new := exact.OldText[was.from:was.to], exact.NewText[is.from:is.to]
		switch {
		case lexicon.Fold(old) == lexicon.Fold(new):
			out = append(out, r.claim(Capitals, was, is)...)
		case letters(old) == letters(new):
			out = append(out, r.claim(Punctuation, was, is)...)
		case sameWords(exact.Old[h.O0:h.O1], exact.New[h.N0:h.N1]):
			out = append(out, r.claim(OrderChanged, was, is)...)
		case strings.Count(old, " ") == strings.Count(new, " ") && len(old) <= len(new)+2 && len(new) <= len(old)+2:
			out = append(out, r.claim(Respelt, was, is)...)
		default:
			out = append(out, r.claim(NameVaried, was, is)...)
		}
	}
	if len(exact.Hunks) == 0 {
		out = r.claim(Punctuation, place{}, place{}) // only blanks changed
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
// and brackets: "(“the Convention”)" says what the text calls it, and nothing else.
func (r *reading) defines(in, other run) bool {
	us := in.us[in.from:in.to]
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
	if len(r.w.Old) > 0 && &in.us[0] == &r.w.Old[0] {
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
func (r *reading) meansAnother(full, short, text, clause string) bool {
	return strings.Count(text, full) < strings.Count(text, short)-strings.Count(clause, short)+strings.Count(clause, full)
}

// sharedName is how many words of a name tell, with what stands before them elsewhere, that
// a longer name of which they are the head is the same without it: "[Northern Lights] Lamp
// Fund Local Desks", of the Northern Lights Lamp Fund.
const sharedName = 2

// completes tells whether a run says of what a name is, "[on the rights of keepers]" behind
// "the Special Warden", as the other text says elsewhere in full.
func (r *reading) completes(in run, other string) bool {
	us, from, to := in.us, in.from, in.to
	head := from
	for head > 0 && capitalised(&us[head-1]) {
		head--
	}
	if from-head < 2 || from == to || !r.lex.JoinsCompound(us[from].Key) {
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
	full, opening, likely := in.text[us[head].At:us[end-1].End()], in.text[us[head].At:us[from].End()], in.text[us[head].At:us[first].End()]
	return strings.Contains(other, full) && strings.Count(other, likely) == strings.Count(other, opening) // else the bare name may mean another
}

func (r *reading) nameBefore(us []unit, i int) bool {
	return i > 0 && (capitalised(&us[i-1]) || us[i-1].Kind == token.Number)
}

// otherActor tells whether the name with the run and without it are two known
// actors: "Member States" are not "States".
func (r *reading) otherActor(us []unit, to, tail int) bool {
	return to < tail && us[to].Class&lexicon.ActorClass != 0 && us[to].Class&lexicon.NameClass == 0 && to+1 == tail
}

// respelt explains a hunk whose letters are the same but for words of grammar:
// hyphens, blanks, brackets, endings.
func (r *reading) respelt(h hunk) []claim {
	if len(r.oldRun(h).left(everything))+len(r.newRun(h).left(everything)) == 0 {
		return nil
	}
	old, new := letters(r.keys(r.w.Old[h.O0:h.O1])), letters(r.keys(r.w.New[h.N0:h.N1]))
	if r.bracketed(h) {
		return nil
	}
	switch {
	case old != "" && old == new && sameWords(r.w.Old[h.O0:h.O1], r.w.New[h.N0:h.N1]):
		return r.take(span(h.O0, h.O1), span(h.N0, h.N1), OrderChanged)
	case old != "" && old == new && r.onlyMarks(h):
		return r.take(span(h.O0, h.O1), span(h.N0, h.N1), Punctuation)
	case old != "" && old == new:
		return r.take(span(h.O0, h.O1), span(h.N0, h.N1), Respelt)
	case r.lex.Inflected(old, new) && r.endsAlike(h):
		return r.take(span(h.O0, h.O1), span(h.N0, h.N1), Inflected)
	}
	return nil
}

// bracketed tells whether brackets at a number came or went: paragraph 2 of article 1 is
// "article 1 (2)", and neither article 1 nor article 2.
func (r *reading) bracketed(h hunk) bool {
	brackets := func(us []unit) (n int, numbers bool) {
		for i := range us {
			n += strings.Count(us[i].Text, "(")
			numbers = numbers || strings.ContainsAny(us[i].Text, "0123456789") && us[i].Kind != token.Citation
		}
		return n, numbers
	}
	o, inOld := brackets(r.w.Old[max(0, h.O0-1):min(len(r.w.Old), h.O1+1)])
	n, inNew := brackets(r.w.New[max(0, h.N0-1):min(len(r.w.New), h.N1+1)])
	return o != n && inOld && inNew
}

// onlyMarks tells whether both sides of a hunk have the same words, letter by letter, with
// other marks between them.
func (r *reading) onlyMarks(h hunk) bool {
	words := func(us []unit) string {
		var b strings.Builder
		for i := range us {
			if us[i].Kind != token.Punct && us[i].Kind != token.Space {
				b.WriteString(us[i].Text + " ")
			}
		}
		return b.String()
	}
	return words(r.w.Old[h.O0:h.O1]) == words(r.w.New[h.N0:h.N1])
}

// endsAlike tells whether the last words of a hunk are one word in two forms, or the
// same: names of several words differ there.
func (r *reading) endsAlike(h hunk) bool {
	old, new := r.oldRun(h).left(tells), r.newRun(h).left(tells)
	if len(old) == 0 || len(new) == 0 {
		return false
	}
	a, b := lastWord(r.w.Old[old[len(old)-1]].Key), lastWord(r.w.New[new[len(new)-1]].Key)
	return a == b || r.lex.Inflected(a, b)
}

// keys joins the keys of units that are more than grammar.
func (r *reading) keys(us []unit) string {
	var b strings.Builder
	for i := range us {
		if us[i].Class&lexicon.GrammarClass == 0 {
			b.WriteString(us[i].Key)
		}
	}
	return b.String()
}

// letters are the letters and digits of a text, folded.
func letters(s string) string {
	return strings.Map(func(c rune) rune {
		if c < 0x80 && !('0' <= c && c <= '9' || 'a' <= c && c <= 'z') || c == '’' || c == '–' || c == '‑' || c == '−' || c == '—' {
			return -1
		}
		return c
	}, lexicon.Fold(s))
}

// part explains a clause that changed from asking to arguing or back.
func (r *reading) part() []claim {
	old, new := r.oldClauses, r.newClauses
	if movesBetweenParts(old, new) {
		return r.claim(PartChanged, place{0, len(r.w.OldText)}, place{0, len(r.w.NewText)})
	}
	var out []claim
	at := 0
	for i, c := range new {
		if i > 0 && len(old) > 0 && movesBetweenParts(old, new[i:i+1]) { // a part of it
			out = append(out, r.claim(PartChanged, place{0, len(r.w.OldText)}, place{at, at + len(c.Text)})...)
		}
		at += len(c.Text) + len("\n")
	}
	return out
}

func movesBetweenParts(old, new []*resolution.Clause) bool {
	if len(old) == 0 || len(new) == 0 {
		return false
	}
	a, b := old[0].Part, new[0].Part
	return a != b && (a == resolution.Preamble || a == resolution.Operative) && (b == resolution.Preamble || b == resolution.Operative)
}

// span lists the indices from one unit to another.
func span(from, to int) []int {
	out := make([]int, 0, to-from)
	for i := from; i < to; i++ {
		out = append(out, i)
	}
	return out
}

// take is the claim that a cause explains some units, which are marked as explained.
func (r *reading) take(old, new []int, c Cause) []claim {
	r.mark(old, new)
	return r.claim(c, about(r.w.Old, old), about(r.w.New, new))
}

func (r *reading) mark(old, new []int) {
	for _, i := range old {
		r.oldDone[i] = true
	}
	for _, i := range new {
		r.newDone[i] = true
	}
}

// run is one side of a hunk: the units from:to of a text, with the whole text
// and which of its units a pass has explained.
type run struct {
	text     string
	us       []unit
	done     []bool
	from, to int
}

func (r *reading) oldRun(h hunk) run { return run{r.w.OldText, r.w.Old, r.oldDone, h.O0, h.O1} }
func (r *reading) newRun(h hunk) run { return run{r.w.NewText, r.w.New, r.newDone, h.N0, h.N1} }

// left lists the units of a run that no pass has explained and that satisfy
// the test.
func (in run) left(is func(*unit) bool) []int {
	var out []int
	for i := in.from; i < in.to; i++ {
		if !in.done[i] && is(&in.us[i]) {
			out = append(out, i)
		}
	}
	return out
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
