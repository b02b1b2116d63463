package diff

import (
	"strconv"
	"strings"

	"reprise/internal/lexicon"
	"reprise/internal/token"
	"reprise/resolution"
)

// citations explains symbols that were added, dropped or rolled forward, with
// the words that only carry them.
func (r *reading) citations(h hunk) {
	old := r.cited(r.w.old, r.oldDone, h.o0, h.o1)
	new := r.cited(r.w.new, r.newDone, h.n0, h.n1)
	old, new = r.dropMoved(old, new)
	pairs := min(len(old), len(new))
	for i := range pairs {
		r.take(old[i], new[i], citationRolled)
	}
	for _, c := range old[pairs:] {
		r.take(c, nil, r.droppedCause(c))
	}
	for _, c := range new[pairs:] {
		r.take(nil, c, r.namedCause(c))
	}
	r.carriers(h, len(old)+len(new) > 0)
}

// cited finds the citations in a run of units.
func (r *reading) cited(us []unit, done []bool, from, to int) [][]int {
	var out [][]int
	for i := from; i < to; i++ {
		if us[i].Kind != token.Citation || done[i] {
			continue
		}
		at := []int{i}
		for k := i + 1; k < to && k <= i+2; k++ {
			if us[k].Kind == token.Date {
				at = span(i, k+1)
			}
			if us[k].Kind != token.Word || !us[k].stop {
				break
			}
		}
		out = append(out, at)
	}
	return out
}

// dropMoved marks the citations that both sides of the clause have, in another
// place: they are neither named nor dropped.
func (r *reading) dropMoved(old, new [][]int) (oldRest, newRest [][]int) {
	for _, c := range old {
		if !r.stands(r.w.new, r.w.old[c[0]].key) {
			oldRest = append(oldRest, c)
			continue
		}
		r.mark(c, nil)
	}
	for _, c := range new {
		if !r.stands(r.w.old, r.w.new[c[0]].key) {
			newRest = append(newRest, c)
			continue
		}
		r.mark(nil, c)
	}
	return oldRest, newRest
}

func (r *reading) stands(us []unit, key string) bool {
	for i := range us {
		if us[i].key == key && us[i].Kind == token.Citation {
			return true
		}
	}
	return false
}

// namedCause tells a citation that joins a list of citations from one that
// names a new instrument.
func (r *reading) namedCause(at []int) cause {
	if at[0] > 0 && r.w.new[at[0]-1].Text == "(" || r.partOf(r.w.new, at[0]) || r.listed(r.w.old) >= r.listMinimum() && r.listed(r.w.new) >= r.listMinimum() {
		return citationListed
	}
	return citationNamed
}

func (r *reading) droppedCause(at []int) cause {
	if at[0] > 0 && r.w.old[at[0]-1].Text == "(" || r.partOf(r.w.old, at[0]) {
		return citationWorded
	}
	return citationDropped
}

// partOf tells whether a symbol is an addendum or corrigendum of another one
// in the text: "A/73/510/Corr.1" of "A/73/510".
func (r *reading) partOf(us []unit, at int) bool {
	for i := range us {
		if us[i].Kind == token.Citation && strings.HasPrefix(us[at].key, us[i].key+"/") {
			return true
		}
	}
	return false
}

// listed counts the citations of a text.
func (r *reading) listed(us []unit) int {
	n := 0
	for i := range us {
		n += one(us[i].Kind == token.Citation)
	}
	return n
}

// listMinimum is how many citations make a list that another may join without
// saying anything new: any where a clause only recalls, two where it asks
// someone to act on what it cites.
func (r *reading) listMinimum() int {
	return 1 + one(r.asking)
}

// rolledApart explains a reference that was rolled forward and stands elsewhere
// now: one change of the clause has the old, another the new, each behind the
// same two words ("Council resolution").
func (r *reading) rolledApart() {
	var old, new [][]int
	for _, h := range r.w.hunks {
		o, n := r.cited(r.w.old, r.oldDone, h.o0, h.o1), r.cited(r.w.new, r.newDone, h.n0, h.n1)
		if len(o) > len(n) {
			old = append(old, o...)
		}
		if len(n) > len(o) {
			new = append(new, n...)
		}
	}
	var pairs [][2][]int
	for _, o := range old {
		for _, n := range new {
			if r.sameCarrier(o[0], n[0]) && !r.stands(r.w.new, r.w.old[o[0]].key) && !r.stands(r.w.old, r.w.new[n[0]].key) {
				pairs = append(pairs, [2][]int{o, n})
			}
		}
	}
	if len(pairs) == 1 { // more would be a guess
		r.take(pairs[0][0], pairs[0][1], citationRolled)
	}
}

// sameCarrier tells whether two citations stand behind the same two words.
func (r *reading) sameCarrier(o, n int) bool {
	for back := 1; back <= 2; back++ {
		if o < back || n < back || r.w.old[o-back].key != r.w.new[n-back].key || r.w.old[o-back].class&lexicon.CitingClass == 0 {
			return false
		}
	}
	return true
}

// carrierReach is how many units may stand between a hunk of words that carry
// a citation and the citation.
const carrierReach = 5

// carriers explains a hunk that has only words that carry citations and stands
// at one: "its resolution" for "General Assembly resolutions".
func (r *reading) carriers(h hunk, cited bool) {
	if !cited && !r.beforeCitation(r.w.new, h.n1) && !r.beforeCitation(r.w.old, h.o1) && !r.afterCitation(h) {
		return
	}
	if !r.carries(r.w.old, r.oldDone, h.o0, h.o1) || !r.carries(r.w.new, r.newDone, h.n0, h.n1) {
		return
	}
	if !cited && !r.carried(h) {
		return
	}
	word := func(u *unit) bool { return u.Kind == token.Word || u.Kind == token.Date }
	old := r.oldRun(h).left(word)
	new := r.newRun(h).left(word)
	if len(old)+len(new) == 0 {
		return
	}
	if cited {
		r.mark(old, new)
		return
	}
	r.take(old, new, citationWorded)
}

// carried tells whether a hunk has a word that carries citations and does
// nothing else; "and" and "its" alone are list and grammar.
func (r *reading) carried(h hunk) bool {
	is := func(u *unit) bool {
		return u.Kind == token.Date || u.class&(lexicon.CitingClass|lexicon.ActorClass) != 0 && u.class&(lexicon.GrammarClass|lexicon.ListingClass) == 0
	}
	return len(r.oldRun(h).left(is))+len(r.newRun(h).left(is)) > 0
}

func (r *reading) carries(us []unit, done []bool, from, to int) bool {
	for i := from; i < to; i++ {
		carrier := us[i].class&(lexicon.CitingClass|lexicon.GrammarClass|lexicon.ListingClass|lexicon.SequenceClass) != 0 ||
			us[i].class&lexicon.ActorClass != 0 && us[i].class&lexicon.GrammarClass == 0 && r.bodyOf(us[i].key) ||
			us[i].Kind == token.Date || us[i].Kind == token.Citation
		if !done[i] && us[i].Kind != token.Punct && us[i].Kind != token.Space && !carrier {
			return false
		}
	}
	return true
}

// bodyOf tells whether an actor's words are those of citations: the Assembly
// and the Councils, which adopt what is cited.
func (r *reading) bodyOf(key string) bool {
	for word := range strings.FieldsSeq(key) {
		if r.lex.Phrases().Classes(word)&(lexicon.CitingClass|lexicon.GrammarClass) == 0 {
			return false
		}
	}
	return true
}

func (r *reading) beforeCitation(us []unit, at int) bool {
	for i := at; i < len(us) && i < at+carrierReach; i++ {
		if us[i].Kind == token.Citation {
			return true
		}
		if us[i].class&(lexicon.CitingClass|lexicon.GrammarClass) == 0 {
			return false
		}
	}
	return false
}

func (r *reading) afterCitation(h hunk) bool {
	return h.o0 > 0 && r.w.old[h.o0-1].Kind == token.Citation && h.n0 > 0 && r.w.new[h.n0-1].Kind == token.Citation
}

// sessions explains ordinals of sessions and other ordinals.
func (r *reading) sessions(h hunk) {
	r.pair(h, isKind(token.Session), r.sessionCause)
	r.pair(h, isKind(token.Ordinal), func(o, n int) cause { return ordinalRolled })
	r.alone(h, isKind(token.Session), sessionDropped, sessionNamed)
}

func isKind(k token.Kind) func(*unit) bool {
	return func(u *unit) bool { return u.Kind == k }
}

// pair explains atoms that give way to atoms of their kind, in order.
func (r *reading) pair(h hunk, is func(*unit) bool, rolled func(o, n int) cause) {
	old := r.oldRun(h).left(is)
	new := r.newRun(h).left(is)
	for i := range min(len(old), len(new)) {
		r.take(old[i:i+1], new[i:i+1], rolled(old[i], new[i]))
	}
}

// alone explains atoms that only one side has, where nothing else of weight
// comes with them; what comes with words is part of the wording.
func (r *reading) alone(h hunk, is func(*unit) bool, dropped, named cause) {
	old := r.oldRun(h).left(is)
	new := r.newRun(h).left(is)
	if len(old) > 0 && r.light(r.w.old, h.o0, h.o1, is) {
		r.take(span(h.o0, h.o1), nil, dropped)
	}
	if len(new) > 0 && r.light(r.w.new, h.n0, h.n1, is) {
		r.take(nil, span(h.n0, h.n1), named)
	}
}

// light tells whether a run holds nothing of weight but what the test names.
func (r *reading) light(us []unit, from, to int, is func(*unit) bool) bool {
	const light = lexicon.GrammarClass | lexicon.CitingClass | lexicon.ListingClass | lexicon.DeadlineClass
	for i := from; i < to; i++ {
		if !is(&us[i]) && us[i].Kind != token.Punct && us[i].class&light == 0 && !r.lex.Word(us[i].key).Is(lexicon.SessionRole) {
			return false
		}
	}
	return true
}

// sessionCause tells a session rolled forward from a report or item due at
// another interval: the session named less the session of the text.
func (r *reading) sessionCause(o, n int) cause {
	oldDue, newDue := r.lex.Ordinal(r.w.old[o].Text), r.lex.Ordinal(r.w.new[n].Text)
	oldNow, newNow := sessionNumber(r.setting.old), sessionNumber(r.setting.new)
	if oldNow > 0 && newNow > 0 && oldDue > oldNow && newDue > newNow && oldDue-oldNow != newDue-newNow {
		return intervalChanged
	}
	return sessionRolled
}

// dates explains dates and years.
func (r *reading) dates(h hunk) {
	r.pair(h, isKind(token.Date), r.dateCause)
	r.pair(h, isYear, r.dateCause)
	dated := func(u *unit) bool { return u.Kind == token.Date || isYear(u) }
	r.alone(h, dated, r.datingCause(r.w.old, h.o0, h.o1, dateDropped), r.datingCause(r.w.new, h.n0, h.n1, dateNamed))
}

func isYear(u *unit) bool {
	return u.Kind == token.Number && len(u.Text) == 4 && (u.Text[0] == '1' || u.Text[0] == '2') && strings.Trim(u.Text, "0123456789") == ""
}

// dateCause tells a date that moved with the calendar from a deadline at
// another distance.
func (r *reading) dateCause(o, n int) cause {
	a, b := &r.w.old[o], &r.w.new[n]
	if !r.due(r.w.old, o) && !r.due(r.w.new, n) {
		return dateRolled
	}
	if c, ok := r.termCause(a, b); ok {
		return c
	}
	if dayOfYear(a.key) != dayOfYear(b.key) || isYear(a) || r.due(r.w.old, o) != r.due(r.w.new, n) {
		return deadlineChanged
	}
	return dateRolled
}

// termSlack is how many days a term may differ and still be of one length:
// texts are not adopted on the same day each year.
const termSlack = 31

// termCause compares how long after its text's adoption each date is; false
// where a date or an adoption is not known.
func (r *reading) termCause(old, new *unit) (cause, bool) {
	a, b := r.dayOf(old.Text), r.dayOf(new.Text)
	x, y := dayNumber(r.setting.old.Adopted), dayNumber(r.setting.new.Adopted)
	if a == 0 || b == 0 || x == 0 || y == 0 {
		return 0, false
	}
	if d := (a - x) - (b - y); d > termSlack || d < -termSlack {
		return periodChanged, true
	}
	return dateRolled, true
}

// dayOf reads a date of day, month and year as a number of days; 0 for any
// other.
func (r *reading) dayOf(text string) int {
	f := strings.Fields(text)
	if len(f) != 3 {
		return 0
	}
	day, _ := strconv.Atoi(f[0])
	year, _ := strconv.Atoi(f[2])
	return dayNumber(resolution.Date{Year: year, Month: r.lex.Month(f[1]), Day: day})
}

// dayNumber counts days, near enough to compare terms; 0 for no date.
func dayNumber(d resolution.Date) int {
	if d.Year == 0 || d.Month == 0 || d.Day == 0 {
		return 0
	}
	return d.Year*365 + d.Month*30 + d.Day
}

// dayOfYear is a date without its year: a mandate to the same day of a later
// year is one more term of the same length.
func dayOfYear(key string) string {
	return strings.TrimRight(key, "0123456789")
}

// due tells whether something is due by the date at a unit: a word of
// deadlines stands before it.
func (r *reading) due(us []unit, at int) bool {
	for i := at - 1; i >= 0 && i >= at-2; i-- {
		if us[i].class&lexicon.DeadlineClass != 0 {
			return true
		}
		if us[i].class&lexicon.GrammarClass == 0 {
			return false
		}
	}
	return false
}

// datingCause tells a date that only says when something known was, from one
// by which something is due.
func (r *reading) datingCause(us []unit, from, to int, due cause) cause {
	for i := from; i < to; i++ {
		if (us[i].Kind == token.Date || isYear(&us[i])) && r.due(us, i) {
			return due
		}
	}
	return dateOfKnown
}

// numbers explains figures and numbers in words.
func (r *reading) numbers(h hunk) {
	r.strayMark(h)
	r.pair(h, func(u *unit) bool { return u.Kind == token.Number && !isYear(u) }, r.numberCause)
	r.pair(h, isKind(token.Number), r.numberCause) // "1500" may be a count too
	r.alone(h, isKind(token.Number), numberChanged, numberChanged)
	r.pair(h, func(u *unit) bool { return r.lex.Cardinal(u.key) > 0 }, func(o, n int) cause {
		if r.lex.Cardinal(r.w.old[o].key) == r.lex.Cardinal(r.w.new[n].key) {
			return respelt
		}
		return numberChanged
	})
	several := func(u *unit) bool { return r.lex.Cardinal(u.key) > 1 } // "one" is a pronoun too
	r.alone(h, several, numberChanged, numberChanged)
}

// strayMark explains a footnote mark that extraction left behind the last mark
// of a clause.
func (r *reading) strayMark(h hunk) {
	old := run{r.w.old, r.oldDone, max(h.o0, len(r.w.old)-1), h.o1}.left(isKind(token.Number))
	new := run{r.w.new, r.newDone, max(h.n0, len(r.w.new)-1), h.n1}.left(isKind(token.Number))
	if len(old)+len(new) == 0 || len(old) > 0 && !stray(r.w.old) || len(new) > 0 && !stray(r.w.new) {
		return
	}
	r.take(old, new, punctuation)
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

// numberCause tells a number changed from the number of a paragraph that moved
// with the numbering: only a number of its own weight counts.
func (r *reading) numberCause(o, n int) cause {
	if letters(r.w.old[o].key) == letters(r.w.new[n].key) && strings.Count(r.w.old[o].key, ".") == strings.Count(r.w.new[n].key, ".") {
		return respelt
	}
	return numberChanged
}
