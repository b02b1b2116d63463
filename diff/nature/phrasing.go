package nature

import (
	"slices"

	"reprise/internal/lexicon"
	"reprise/internal/token"
)

// maxForms is how many words with one beginning are looked through for another form
// of a word: a hunk of a real text has fewer, and one of a hundred thousand words
// would take the square of that.
const maxForms = 64

// inflections explains words of one hunk that are one word in two forms.
func (r *reading) inflections(h hunk) []claim {
	var out []claim
	word := func(u *unit) bool { return u.Kind == token.Word && !u.Stop }
	new := map[string][]int{} // by their roots, in order
	for _, n := range r.newRun(h).left(word) {
		root := lexicon.Root(r.w.New[n].Key)
		new[root] = append(new[root], n)
	}
	for _, o := range r.oldRun(h).left(word) {
		a := r.w.Old[o].Key
		alike := new[lexicon.Root(a)]
		for k, n := range alike[:min(len(alike), maxForms)] {
			b := r.w.New[n].Key
			if a != b && !r.lex.Inflected(a, b) {
				continue
			}
			if a == b {
				r.mark([]int{o}, []int{n})
			} else {
				out = append(out, r.take([]int{o}, []int{n}, Inflected)...)
			}
			new[lexicon.Root(a)] = append(alike[:k:k], alike[k+1:]...)
			break
		}
	}
	return out
}

// sequence explains "also", "further" and their like where they stand at a
// verb that opens or continues a chain of leads; elsewhere "further" means
// more.
func (r *reading) sequence(h hunk) []claim {
	var out []claim
	for _, side := range []struct {
		us       []unit
		done     []bool
		from, to int
		old      bool
	}{{r.w.Old, r.oldDone, h.O0, h.O1, true}, {r.w.New, r.newDone, h.N0, h.N1, false}} {
		for i := side.from; i < side.to; i++ {
			if side.done[i] || side.us[i].Class&lexicon.SequenceClass == 0 || !r.atVerb(side.us, i) {
				continue
			}
			if side.old {
				out = append(out, r.take([]int{i}, nil, SequenceWord)...)
			} else {
				out = append(out, r.take(nil, []int{i}, SequenceWord)...)
			}
		}
	}
	return out
}

// atVerb tells whether a verb of leads stands beside a unit. "To further support" goes
// on supporting.
func (r *reading) atVerb(us []unit, i int) bool {
	if i > 0 && us[i].Class&lexicon.QualifierClass != 0 && us[i-1].Stop && us[i-1].Class&(lexicon.GrammarClass|lexicon.ListingClass) == lexicon.GrammarClass {
		return false
	}
	return i > 0 && us[i-1].Class&lexicon.LeadClass != 0 || i+1 < len(us) && us[i+1].Class&lexicon.LeadClass != 0 ||
		i == 0 || us[i].Class&lexicon.QualifierClass == 0
}

// meetings explains one more meeting in a list of meetings: a date with its
// place, where the list has others of that form.
func (r *reading) meetings(h hunk) []claim {
	if r.asking || h.O1-h.O0 > 1 || !r.dated(r.w.Old) {
		return nil
	}
	dates, names := 0, 0
	for i := h.N0; i < h.N1; i++ {
		u := &r.w.New[i]
		switch {
		case u.Kind == token.Date:
			dates++
		case capitalised(u):
			names++
		case u.Kind != token.Punct && u.Class&(lexicon.GrammarClass|lexicon.ListingClass) == 0:
			return nil
		}
	}
	if dates == 0 || names == 0 || names > dates*maxPlace {
		return nil
	}
	return r.take(nil, span(h.N0, h.N1), MeetingListed)
}

// maxPlace is how many capitalised words name the place of a meeting: "Port
// Quay, Northern Lights".
const maxPlace = 4

// dated tells whether a text lists dates with their places.
func (r *reading) dated(us []unit) bool {
	n := 0
	for i := range us {
		if us[i].Kind == token.Date && i+2 < len(us) && us[i+1].Stop && capitalised(&us[i+2]) {
			n++
		}
	}
	return n >= 2
}

// events explains host and place of a recurrent event that was rolled forward:
// names that give way to names beside an ordinal or date that moved on.
func (r *reading) events(h hunk) []claim {
	if count := r.edition(h); len(count) > 0 {
		return count
	}
	if r.asking || !r.rolled() || h.O0 == h.O1 || h.N0 == h.N1 {
		return nil
	}
	old := r.oldRun(h).left(capitalised)
	new := r.newRun(h).left(capitalised)
	other := func(u *unit) bool {
		return !capitalised(u) && u.Kind != token.Punct && u.Class&(lexicon.GrammarClass|lexicon.ListingClass) == 0
	}
	if len(old) == 0 || len(new) == 0 || len(old) > maxPlace || len(new) > maxPlace ||
		len(r.oldRun(h).left(other))+len(r.newRun(h).left(other)) > 0 {
		return nil
	}
	return r.take(old, new, EventRolled)
}

// edition explains the number of a recurrent event that one text prints and the other does
// not, where its date moved on: "the third annual fair of keepers".
func (r *reading) edition(h hunk) []claim {
	counts := func(u *unit) bool {
		return u.Kind == token.Ordinal || r.lex.Ordinal(u.Text) > 0 || u.Class&lexicon.IntervalClass != 0
	}
	old, new := r.oldRun(h).left(saying), r.newRun(h).left(saying)
	numbered := false
	for side, at := range [][]int{old, new} {
		us := [][]unit{r.w.Old, r.w.New}[side]
		for _, i := range at {
			if !counts(&us[i]) {
				return nil
			}
			numbered = numbered || us[i].Class&lexicon.IntervalClass == 0
		}
	}
	if !numbered || !r.noting || !r.rolled() || len(old) > 0 && len(new) > 0 {
		return nil
	}
	return r.take(old, new, EventRolled)
}

// rolled tells whether a session, ordinal or date of the clause moved on.
func (r *reading) rolled() bool {
	for _, f := range r.found {
		if f.cause == SessionRolled || f.cause == OrdinalRolled || f.cause == DateRolled {
			return true
		}
	}
	return false
}

// phraseCauses are the causes of phrases of a class that were added, dropped
// or exchanged.
var phraseCauses = []struct {
	class                 Class
	added, dropped, other Cause
}{
	{lexicon.ModalityClass, ModalityChanged, ModalityChanged, ModalityChanged},
	{lexicon.IntervalClass, IntervalChanged, IntervalChanged, IntervalChanged},
	{lexicon.QualifierClass, QualifierAdded, QualifierDropped, QualifierChanged},
	{lexicon.ActorClass, ActorNamed, ActorDropped, ActorChanged},
}

// phrases explains a hunk all of whose content is one phrase that the language
// knows: a qualifier, an actor, a word that binds.
func (r *reading) phrases(h hunk) []claim {
	for _, p := range phraseCauses {
		old, okOld := r.only(r.oldRun(h), p.class)
		new, okNew := r.only(r.newRun(h), p.class)
		if !okOld || !okNew || len(old)+len(new) == 0 {
			continue
		}
		switch {
		case r.sameRow(old, new):
			return r.take(old, new, Inflected)
		case p.class == lexicon.QualifierClass && r.sameQualifiers(old, new):
			return r.take(old, new, OrderTurned)
		case p.class == lexicon.QualifierClass && (r.repeats(r.w.Old, old, new) || r.repeats(r.w.New, new, old)):
			return r.take(old, new, Grammar)
		case p.class == lexicon.ModalityClass && (r.likely(r.w.Old, old) || r.likely(r.w.New, new)):
			return nil // a guess binds nobody
		case p.class == lexicon.ModalityClass && (r.inCitation(r.w.Old, old) || r.inCitation(r.w.New, new)):
			return r.take(old, new, Grammar)
		case p.class == lexicon.ModalityClass: // "and" to "or": what it replaces belongs to it
			return r.take(span(h.O0, h.O1), span(h.N0, h.N1), p.other)
		case p.class == lexicon.ActorClass && !r.otherAddressee(old, new):
			return nil // who is asked stays
		case len(old) == 0:
			return r.take(old, new, p.added)
		case len(new) == 0:
			return r.take(old, new, p.dropped)
		default:
			return r.take(old, new, p.other)
		}
	}
	return nil
}

// likely tells whether words that may bind only say what may be so: "lamps that may fail".
func (r *reading) likely(us []unit, at []int) bool {
	for _, i := range at {
		if i == 0 || !r.lex.Guess(us[i-1].Key, us[i].Key) {
			return false
		}
	}
	return len(at) > 0
}

// inCitation tells whether words that may bind stand between a symbol and its date, where
// only a misprint puts them: "resolution 272/58 or 18 December 2217".
func (r *reading) inCitation(us []unit, at []int) bool {
	return len(at) == 1 && at[0] > 0 && at[0]+1 < len(us) && us[at[0]-1].Kind == token.Citation && us[at[0]+1].Kind == token.Date
}

// otherAddressee tells whether actors who came or went are ones who are asked, and whom
// the other text does not name.
func (r *reading) otherAddressee(old, new []int) bool {
	return len(r.actorsOf(r.w.Old, r.w.New, r.oldLimbs, old))+len(r.actorsOf(r.w.New, r.w.Old, r.newLimbs, new)) > 0
}

// sameQualifiers tells whether both texts have the words that came or went as often: they
// have only changed their place.
func (r *reading) sameQualifiers(old, new []int) bool {
	for _, i := range old {
		if key := r.w.Old[i].Key; r.standing(true, key) > r.standing(false, key) {
			return false
		}
	}
	for _, i := range new {
		if key := r.w.New[i].Key; r.standing(false, key) > r.standing(true, key) {
			return false
		}
	}
	return len(old)+len(new) > 0
}

// standing counts the units of a key outside the limbs that came or went whole.
func (r *reading) standing(old bool, key string) int {
	us, done, limbs := r.w.New, r.newDone, r.newLimbs
	if old {
		us, done, limbs = r.w.Old, r.oldDone, r.oldLimbs
	}
	n := countKey(us, key)
	for _, l := range limbs {
		if l.pair < 0 && l.above == nil && done[l.from] {
			n -= countKey(us[l.from:l.end], key)
		}
	}
	return n
}

// repeatReach is how many units before a qualifier the same one stands that governs both
// members: "all rights and all freedoms".
const repeatReach = 6

// repeats tells whether the only qualifier that came or went says again, behind a word
// that joins, what one shortly before it says.
func (r *reading) repeats(us []unit, at, other []int) bool {
	if len(at) != 1 || len(other) > 0 || at[0] == 0 || us[at[0]-1].Class&lexicon.ListingClass == 0 {
		return false
	}
	for i := at[0] - 2; i >= max(0, at[0]-repeatReach); i-- {
		if us[i].Key == us[at[0]].Key {
			return true
		}
	}
	return false
}

// sameRow tells whether two single words stand in one row of the language's
// file: "may" and "might".
func (r *reading) sameRow(old, new []int) bool {
	if len(old) != 1 || len(new) != 1 {
		return false
	}
	key := func(us []unit, i int) string {
		m, ok := r.lex.Phrases().At(1, func(int) string { return us[i].Key }, lexicon.ModalityClass|lexicon.IntervalClass)
		if !ok {
			return ""
		}
		return m.Key
	}
	a, b := key(r.w.Old, old[0]), key(r.w.New, new[0])
	return a != "" && a == b
}

// only lists the phrases of a class in a run, false where it also has content
// of another kind.
func (r *reading) only(in run, class Class) ([]int, bool) {
	var out []int
	us, done := in.us, in.done
	for i := in.from; i < in.to; {
		if done[i] {
			i++
			continue
		}
		m, ok := r.lex.Phrases().At(in.to-i, func(k int) string { return us[i+k].Key }, class)
		switch {
		case ok && !slices.Contains(done[i:i+m.Length], true):
			out = append(out, span(i, i+m.Length)...)
			i += m.Length
		case us[i].Class&class != 0:
			out = append(out, i)
			i++
		case us[i].Kind == token.Punct || us[i].Kind == token.Space || us[i].Class&(lexicon.GrammarClass|lexicon.ListingClass|lexicon.SequenceClass) != 0:
			i++
		default:
			return nil, false
		}
	}
	return out, true
}

// rest explains what no other pass did: grammar and punctuation if it has no
// content, else the wording of the whole hunk, which in doubt is substantive.
func (r *reading) rest(h hunk) []claim {
	out := r.restOfName(h)
	old := r.oldRun(h).left(everything)
	new := r.newRun(h).left(everything)
	if len(old)+len(new) == 0 {
		return out
	}
	content := r.hasContent(r.w.Old, old) || r.hasContent(r.w.New, new)
	if !content && len(old)+len(new) < h.O1-h.O0+h.N1-h.N0 {
		return out // what is left only holds together what is explained
	}
	h.O0, h.N0 = min(max(h.O0, r.oldLead), h.O1), min(max(h.N0, r.newLead), h.N1)
	if r.leadsOnly(r.oldRun(h), r.oldLimbs) && contentAt(r.w.New, new).total > fewAlike {
		h.O1 = h.O0
	}
	if r.leadsOnly(r.newRun(h), r.newLimbs) && contentAt(r.w.Old, old).total > fewAlike {
		h.N1 = h.N0
	}
	was, is := around(r.w.Old[h.O0:h.O1]), around(r.w.New[h.N0:h.N1])
	switch {
	case !content && r.plain(r.w.Old, old) && r.plain(r.w.New, new):
		return append(out, r.claim(Punctuation, was, is)...)
	case !content && (r.exchanged(old, new) || r.otherTense(old, new) || r.quantified(r.w.Old, old, new) || r.quantified(r.w.New, new, old)):
		return append(out, r.claim(WordsChanged, was, is)...)
	case !content:
		return append(out, r.claim(Grammar, was, is)...)
	}
	if went := r.wentElsewhere(old, new, was, is); len(went) > 0 {
		return append(out, went...)
	}
	weights := r.weights(old, new)
	out = append(out, weights...)
	if slices.ContainsFunc(weights, func(c claim) bool { return was.within(c.old) && is.within(c.new) }) {
		return out // there is no more to it
	}
	c := r.wordingCause(h, old, new)
	if c != ActorNamed && c != ActorDropped {
		out = append(out, r.actorsWithin(old, new)...)
	}
	return append(out, r.claim(c, was, is)...)
}

// leadsOnly tells whether all that a run says are leads of limbs that are explained: they
// are told by themselves. A verb that faces a word or two is told with them.
func (r *reading) leadsOnly(in run, limbs []limb) bool {
	lead := func(i int) bool {
		return in.done[i] && slices.ContainsFunc(limbs, func(l limb) bool { return l.above == nil && l.from <= i && i < l.to })
	}
	for i := in.from; i < in.to; i++ {
		if !lead(i) && !joins(&in.us[i]) {
			return false
		}
	}
	return true
}

// wentElsewhere explains words that only went or only came where another clause of the
// other text has them now, or had them.
func (r *reading) wentElsewhere(old, new []int, was, is place) []claim {
	switch {
	case len(new) == 0:
		if now := r.movedTo(contentAt(r.w.Old, old), r.Setting.new, r.newClauses, r.Setting.old, r.oldClauses); now != nil {
			return []claim{{cause: MovedOut, old: was, newAbove: Span{Clause: now, To: len(now.Text)}}}
		}
	case len(old) == 0:
		if before := r.movedTo(contentAt(r.w.New, new), r.Setting.old, r.oldClauses, r.Setting.new, r.newClauses); before != nil {
			return []claim{{cause: MovedIn, new: is, oldAbove: Span{Clause: before, To: len(before.Text)}}}
		}
	}
	return nil
}

// exchanged tells whether a word of grammar gave way to another that changes who
// does it or with what: "approved by the Council", "approved with the Council".
func (r *reading) exchanged(old, new []int) bool {
	return len(old) == 1 && len(new) == 1 && r.lex.Exchanged(r.w.Old[old[0]].Key, r.w.New[new[0]].Key)
}

// otherTense tells whether a statement of what is became one of what was, or the
// other way: "is a danger", "has been a danger". Where the calendar moved on in
// the same clause, tense follows it.
func (r *reading) otherTense(old, new []int) bool {
	was, is := r.tense(r.w.Old, old), r.tense(r.w.New, new)
	return was != "" && is != "" && was != is && !r.rolled()
}

// tense is the row of the language's file in which one of some words stands;
// the last counts, as in "has been". "" where none does.
func (r *reading) tense(us []unit, at []int) string {
	tense := ""
	for _, i := range at {
		if row := r.lex.Tense(us[i].Key); row != "" {
			tense = row
		}
	}
	return tense
}

// quantified tells whether an article came or went that tells all from some:
// "from territories", "from the territories".
func (r *reading) quantified(us []unit, at, other []int) bool {
	if len(at) != 1 || len(other) > 0 || at[0] == 0 || at[0]+1 == len(us) {
		return false
	}
	return r.lex.Quantifies(us[at[0]-1].Key, us[at[0]].Key, us[at[0]+1].Key)
}

// wordingCause is what to call content that no other pass explains.
func (r *reading) wordingCause(h hunk, old, new []int) Cause {
	switch {
	case len(old) == 0 && r.headedByActor(r.w.New, r.w.Old, r.newLimbs, new):
		return ActorNamed
	case len(new) == 0 && r.headedByActor(r.w.Old, r.w.New, r.oldLimbs, old):
		return ActorDropped
	case len(old) == 0 && r.member(r.w.New, h.N0, h.N1) && r.newTo(r.w.Old, r.w.New, new):
		return ListGrown
	case len(new) == 0 && r.member(r.w.Old, h.O0, h.O1) && r.newTo(r.w.New, r.w.Old, old):
		return ListShrunk
	case h.O0 == h.O1:
		return WordsAdded
	case h.N0 == h.N1:
		return WordsDropped
	}
	return WordsChanged
}

// newTo tells whether a text has little of some units of the other: a member that it
// has elsewhere does not join or leave a list.
func (r *reading) newTo(text, us []unit, at []int) bool {
	return contentAt(us, at).cover(contentOf(text)) < alikeShare
}

// restOfName explains what is left of a name on one side only, where the other
// side has the short name: "Economic and Social Council at its 2217 session".
func (r *reading) restOfName(h hunk) []claim {
	var out []claim
	content := func(u *unit) bool {
		return u.Kind != token.Punct && u.Class&(lexicon.GrammarClass|lexicon.ListingClass) == 0
	}
	old := r.oldRun(h).left(content)
	new := r.newRun(h).left(content)
	if len(new) == 0 && len(old) > 0 {
		from, to := r.inName(r.w.Old, r.oldDone, old)
		if r.shortens(run{r.w.OldText, r.w.Old, r.oldDone, from, to}, r.NewBody()) {
			out = append(out, r.take(span(from, to), nil, NameVaried)...)
		}
	}
	if len(old) == 0 && len(new) > 0 {
		from, to := r.inName(r.w.New, r.newDone, new)
		if r.shortens(run{r.w.NewText, r.w.New, r.newDone, from, to}, r.OldBody()) {
			out = append(out, r.take(nil, span(from, to), NameVaried)...)
		}
	}
	return out
}

// inName is the run of some content with the grammar that ties it to what
// stands before: "[for] Kite Education".
func (r *reading) inName(us []unit, done []bool, at []int) (from, to int) {
	from, to = at[0], at[len(at)-1]+1
	for from > 0 && !done[from-1] && us[from-1].Class&lexicon.GrammarClass != 0 {
		from--
	}
	return from, to
}

func everything(*unit) bool { return true }

// hasContent tells whether units hold more than grammar and marks.
func (r *reading) hasContent(us []unit, at []int) bool {
	for _, i := range at {
		u := &us[i]
		if u.Kind == token.Punct || u.Kind == token.Space {
			continue
		}
		if u.Class&(lexicon.ModalityClass|lexicon.QualifierClass) != 0 || u.Class&(lexicon.GrammarClass|lexicon.ListingClass|lexicon.SequenceClass) == 0 {
			return true
		}
	}
	return false
}

// plain tells whether units are marks and list words only.
func (r *reading) plain(us []unit, at []int) bool {
	for _, i := range at {
		if us[i].Kind != token.Punct && us[i].Kind != token.Space && us[i].Class&lexicon.ListingClass == 0 {
			return false
		}
	}
	return true
}
