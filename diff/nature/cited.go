package nature

import (
	"slices"
	"strings"

	"reprise/internal/lexicon"
	"reprise/internal/token"
	"reprise/resolution"
	"reprise/resolution/symbol"
)

// citations explains symbols that were added, dropped or rolled forward, with
// the words that only carry them.
func (r *reading) citations(h hunk) []claim {
	var out []claim
	old := r.cited(r.w.Old, r.oldDone, h.O0, h.O1)
	new := r.cited(r.w.New, r.newDone, h.N0, h.N1)
	old, new = r.dropMoved(old, new)
	successors := r.successors(old, new)
	for i, c := range old {
		if n := successors[i]; n >= 0 {
			out = append(out, r.take(c, new[n], r.rolledCause(c, new[n]))...)
			continue
		}
		out = append(out, r.dropped(c, len(old), len(new))...)
	}
	for n, c := range new {
		if !slices.Contains(successors, n) {
			out = append(out, r.take(nil, c, r.namedCause(c))...)
		}
	}
	if len(old)+len(new) > 0 {
		r.summaries(h)
		r.carriers(h)
		return out
	}
	return append(out, r.carriersBeside(h)...)
}

// successors tells which citation of a new text takes the place of each of the old: the
// last of a series that of the last, since lists are in the order of time; -1 for none.
func (r *reading) successors(old, new [][]int) []int {
	out := make([]int, len(old))
	last := len(new)
	for o := len(old) - 1; o >= 0; o-- {
		out[o] = -1
		for n := last - 1; n >= 0; n-- {
			if r.sameSeries(old[o], new[n]) {
				out[o], last = n, n
				break
			}
		}
	}
	return out
}

// sameSeries tells whether two citations are of one series of documents: resolutions of
// one body, or documents whose symbols begin alike.
func (r *reading) sameSeries(old, new []int) bool {
	a, b := r.aged(r.w.Old, old, r.Setting.old), r.aged(r.w.New, new, r.Setting.new)
	if a.body != symbol.NoBody || b.body != symbol.NoBody {
		return a.body == b.body
	}
	head := func(cited string) string { first, _, _ := strings.Cut(cited, "/"); return first }
	return head(a.symbol) == head(b.symbol)
}

// dropped explains a citation that is gone: it is cited in another clause now, gives way
// in a list that only recalls to the newer ones that came or to words that sum them up
// ("its previous resolutions"), or is dropped. A report gives way to any newer one. A list that
// loses more than came is cut short, which is not the calendar's work: givesWay is false
// there (Central Asia, 67/31 to 69/36: twelve documents for one).
func (r *reading) dropped(at []int, lost, came int) []claim {
	givesWay := came > 0 && lost-came <= came
	report := came > 0 && r.aged(r.w.Old, at, r.Setting.old).body == symbol.NoBody
	if r.noting && (givesWay && r.listed(r.w.New) > 1 || report || r.sumsUp(false)) {
		return r.take(at, nil, CitationPruned)
	}
	return r.take(at, nil, r.droppedCause(at))
}

// sumsUp tells whether a text of the clause speaks of documents without naming them: "and its other
// relevant resolutions".
func (r *reading) sumsUp(old bool) bool {
	us, known := r.w.New, &r.newSums
	if old {
		us, known = r.w.Old, &r.oldSums
	}
	if *known == nil {
		sums := slices.ContainsFunc(span(0, len(us)), func(i int) bool { return r.summary(us, i) })
		*known = &sums
	}
	return **known
}

// summaries explains the titles under which a text speaks of documents that it no longer
// names, or did not name yet.
func (r *reading) summaries(h hunk) {
	for side, in := range []run{r.oldRun(h), r.newRun(h)} {
		if r.noting && in.from > 0 && in.from < in.to && r.lex.OpensTitle(in.us[in.from].Key) && r.summary(in.us, in.from-1) {
			r.mark([][]int{span(in.from, r.titleEnd(in.us, in.from, in.to)), nil}[side], [][]int{nil, span(in.from, r.titleEnd(in.us, in.from, in.to))}[side])
		}
	}
}

// summary tells whether a unit is the noun of documents that are not named, behind a word
// that tells which of them, or before their title.
func (r *reading) summary(us []unit, i int) bool {
	noun := func(i int) bool {
		return us[i].Kind == token.Word && !us[i].Stop && !capitalised(&us[i]) && us[i].Class&lexicon.CitingClass != 0
	}
	if i == 0 || !noun(i) || i+1 < len(us) && (noun(i+1) || us[i+1].Kind == token.Citation) {
		return false
	}
	return noun(i-1) || us[i-1].Class&lexicon.QualifierClass != 0 || i+1 < len(us) && r.lex.OpensTitle(us[i+1].Key)
}

// citing is the first counted clause of a text that cites a symbol; nil where none does.
func (r *reading) citing(d *resolution.Document, printed string) *citingClause {
	for _, c := range d.Clauses {
		if c.Counted() && StandsIn(c.Text, printed) {
			return &citingClause{c}
		}
	}
	return nil
}

// citingClause is a clause that cites something.
type citingClause struct{ *resolution.Clause }

func (c *citingClause) span(printed string) Span {
	at := strings.Index(c.Text, printed)
	return Span{Clause: c.Clause, From: at, To: at + len(printed)}
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
			if us[k].Kind == token.Date || isYear(&us[k]) && us[k-1].Stop {
				at = span(i, k+1)
			}
			if us[k].Kind != token.Word || !us[k].Stop {
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
		if !r.stands(r.w.New, r.w.Old[c[0]].Key) {
			oldRest = append(oldRest, c)
			continue
		}
		r.mark(c, nil)
	}
	for _, c := range new {
		if !r.stands(r.w.Old, r.w.New[c[0]].Key) {
			newRest = append(newRest, c)
			continue
		}
		r.mark(nil, c)
	}
	return oldRest, newRest
}

func (r *reading) stands(us []unit, key string) bool {
	for i := range us {
		if us[i].Key == key && us[i].Kind == token.Citation {
			return true
		}
	}
	return false
}

// namedCause tells a citation that joins a list of citations from one that
// names a new instrument.
func (r *reading) namedCause(at []int) Cause {
	switch {
	case r.undated(r.w.Old, dateBehind(r.w.New, at)):
		return CitationWorded // its symbol is printed now
	case r.noting && r.aged(r.w.New, at, r.Setting.new).symbol == r.predecessor():
		return CitationListed // the old text itself
	case r.knownBefore(at):
		return CitationNamed
	case at[0] > 0 && r.w.New[at[0]-1].Text == "(" || r.partOf(r.w.New, at[0]):
		return CitationListed
	case r.asking && r.sumsUp(true) && r.sumsUp(false) && !r.otherBody(at):
		return CitationListed // it was meant before
	case r.asking && !r.recalledInLine(at), r.otherBody(at):
		return CitationNamed
	case r.listed(r.w.Old) >= r.listMinimum() && r.listed(r.w.New) >= r.listMinimum():
		return CitationListed
	}
	return CitationNamed
}

func (r *reading) droppedCause(at []int) Cause {
	if r.undated(r.w.New, dateBehind(r.w.Old, at)) || at[0] > 1 && r.w.Old[at[0]-1].Text == "(" && !r.touched(true, at[0]-2, at[0]-1) || r.partOf(r.w.Old, at[0]) {
		return CitationUnmarked
	}
	return CitationDropped
}

// dateBehind is the date of a citation, right behind it but for words of grammar; "" for none.
func dateBehind(us []unit, at []int) string {
	for i := at[0] + 1; i < len(us) && i <= at[0]+2; i++ {
		if us[i].Kind == token.Date {
			return us[i].Key
		}
	}
	return ""
}

// undated tells whether a text names a document by a date alone, without its symbol: "its
// resolution of 18 December 2217".
func (r *reading) undated(us []unit, date string) bool {
	for i := 2; date != "" && i < len(us); i++ {
		if us[i].Kind == token.Date && us[i].Key == date && us[i-1].Stop && us[i-2].Class&lexicon.CitingClass != 0 && us[i-2].Kind == token.Word {
			return true
		}
	}
	return false
}

// partOf tells whether a symbol is an addendum or corrigendum of another one
// in the text: "A/73/510/Corr.1" of "A/73/510".
func (r *reading) partOf(us []unit, at int) bool {
	for i := range us {
		if us[i].Kind == token.Citation && strings.HasPrefix(us[at].Key, us[i].Key+"/") {
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
func (r *reading) rolledApart() []claim {
	var old, new [][]int
	for _, h := range r.w.Hunks {
		o, n := r.cited(r.w.Old, r.oldDone, h.O0, h.O1), r.cited(r.w.New, r.newDone, h.N0, h.N1)
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
			if r.sameCarrier(o[0], n[0]) && !r.stands(r.w.New, r.w.Old[o[0]].Key) && !r.stands(r.w.Old, r.w.New[n[0]].Key) {
				pairs = append(pairs, [2][]int{o, n})
			}
		}
	}
	if len(pairs) != 1 { // more would be a guess
		return nil
	}
	return r.take(pairs[0][0], pairs[0][1], r.rolledCause(pairs[0][0], pairs[0][1]))
}

// sameCarrier tells whether two citations stand behind the same two words.
func (r *reading) sameCarrier(o, n int) bool {
	for back := 1; back <= 2; back++ {
		if o < back || n < back || r.w.Old[o-back].Key != r.w.New[n-back].Key || r.w.Old[o-back].Class&lexicon.CitingClass == 0 {
			return false
		}
	}
	return true
}

// carrierReach is how many units may stand between a hunk of words that carry
// a citation and the citation.
const carrierReach = 5

// carriers explains the words of a hunk that only carry its citations: they
// say nothing of their own.
func (r *reading) carriers(h hunk) {
	if r.onlyCarries(h) {
		r.mark(r.carrierWords(h))
	}
}

// carriersBeside explains a hunk that has only words that carry citations and
// stands at one: "its resolution" for "General Assembly resolutions".
func (r *reading) carriersBeside(h hunk) []claim {
	at := r.beforeCitation(r.w.New, h.N1) || r.beforeCitation(r.w.Old, h.O1) || r.afterCitation(h)
	if !at || !r.onlyCarries(h) || !r.carried(h) {
		return nil
	}
	old, new := r.carrierWords(h)
	if len(old)+len(new) == 0 {
		return nil
	}
	return r.take(old, new, CitationWorded)
}

// onlyCarries tells whether neither side of a hunk has a word of its own.
func (r *reading) onlyCarries(h hunk) bool {
	return r.carries(r.w.Old, r.oldDone, h.O0, h.O1) && r.carries(r.w.New, r.newDone, h.N0, h.N1)
}

func (r *reading) carrierWords(h hunk) (old, new []int) {
	word := func(u *unit) bool { return u.Kind == token.Word || u.Kind == token.Date }
	return r.oldRun(h).left(word), r.newRun(h).left(word)
}

// carried tells whether a hunk has a word that carries citations and does
// nothing else; "and" and "its" alone are list and grammar.
func (r *reading) carried(h hunk) bool {
	is := func(u *unit) bool {
		return u.Kind == token.Date || u.Class&(lexicon.CitingClass|lexicon.ActorClass) != 0 && u.Class&(lexicon.GrammarClass|lexicon.ListingClass) == 0
	}
	return len(r.oldRun(h).left(is))+len(r.newRun(h).left(is)) > 0
}

func (r *reading) carries(us []unit, done []bool, from, to int) bool {
	for i := from; i < to; i++ {
		carrier := us[i].Class&(lexicon.CitingClass|lexicon.GrammarClass|lexicon.ListingClass|lexicon.SequenceClass) != 0 ||
			us[i].Class&lexicon.ActorClass != 0 && us[i].Class&lexicon.GrammarClass == 0 && r.bodyOf(us[i].Key) ||
			us[i].Kind == token.Date || us[i].Kind == token.Citation || r.noting && isYear(&us[i]) ||
			r.noting && us[i].Class&lexicon.QualifierClass != 0 && i+1 < to && us[i+1].Class&(lexicon.CitingClass|lexicon.QualifierClass) != 0
		if !done[i] && us[i].Kind != token.Punct && us[i].Kind != token.Space && !carrier && !r.inLead(us, i) {
			return false
		}
	}
	return true
}

// inLead tells whether a unit is of a lead that has its partner in the other text.
func (r *reading) inLead(us []unit, i int) bool {
	limbs := r.newLimbs
	if r.isOld(us) {
		limbs = r.oldLimbs
	}
	return slices.ContainsFunc(limbs, func(l limb) bool { return l.pair >= 0 && l.above == nil && l.from <= i && i < l.to })
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
		if us[i].Class&(lexicon.CitingClass|lexicon.GrammarClass) == 0 && !(us[i].Class&lexicon.ActorClass != 0 && r.bodyOf(us[i].Key)) {
			return false
		}
	}
	return false
}

func (r *reading) afterCitation(h hunk) bool {
	return h.O0 > 0 && r.w.Old[h.O0-1].Kind == token.Citation && h.N0 > 0 && r.w.New[h.N0-1].Kind == token.Citation
}
