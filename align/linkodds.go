package align

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"reprise/internal/lexicon"
)

// The features of a candidate: what the words, the rivals, the openings, the
// place and the clauses around say. All are the same whichever side is old.
const (
	fTotal        = iota // the first look's total, see consider
	fRuns                // shared pairs of neighbouring words
	fPlainWords          // shared words, numbers left out
	fLength              // how unlike the lengths are: 0 alike, below 0 not
	fHeldBoth            // of the longer text's matter, how much the other has
	fHeldOne             // of the shorter text's words or matter, how much the other has
	fShare               // of the trusted claims on both clauses, how much is this one's
	fShareAll            // of all claims
	fRankWorse           // how many candidates of a clause are ahead, the worse side
	fRankBetter          // and the better
	fLeadWorse           // how far ahead of the best rival, the worse side
	fLeadBetter          // and the better
	fFreeScore           // the score, where nobody else is preferred by either
	fSupport             // what the clauses around say
	fCross               // how much of the order it breaks
	fTitles              // quoted titles that disagree
	fOwnWords            // words that only these two clauses of all have
	fOwnShare            // as a share of the lighter
	fFoundWorse          // of what is left of a clause anywhere in the other text, how much is here, the worse side
	fFoundBetter         // and the better
	fVoteWorse           // the same, each word sharing its vote among the clauses that have it
	fVoteBetter          //
	fOpening8            // how well the first 8 words agree
	fOpening20           //
	fOpening40           //
	fLead                // how well the leads agree
	fPosition            // how far apart in their texts, 0 to 1
	fSole                // alone between the same linked neighbours
	fPart                // of one part
	fPoints              // points that are linked with each other
	fChapeau             // one ends with a colon and the other does not
	fLinked              // share of both texts that is linked at first look
	fOffice              // of one office, which the fewer others of the texts hold
	fOfficeClash         // one holds an office that the other does not; of two offices, twice
	fShortest            // words in the shorter, as a logarithm: of a short clause all counts for more
	fTotalSquare         // the last six let weights bend: what is nearly the same is not twice as sure as what is half the same
	fHeldSquare          //
	fHeldLength          //
	fHeldLead            //
	fVoteProduct         //
	fFoundProduct        //
	linkFeatureCount
)

// linkFeatures are their names in the model.
var linkFeatures = [linkFeatureCount]string{
	"total", "runs", "plain-words", "length", "held-both", "held-one", "share", "share-all",
	"rank-worse", "rank-better", "lead-worse", "lead-better", "free-score", "support", "cross", "titles",
	"own-words", "own-share", "found-worse", "found-better", "vote-worse", "vote-better",
	"opening-8", "opening-20", "opening-40", "lead", "position", "sole", "part", "points", "chapeau", "linked", "office", "office-clash",
	"shortest", "total-square", "held-square", "held-length", "held-lead", "vote-product", "found-product",
}

// unlikely is the first look's total below which nobody looks closer: of the
// links that readers gave, none lies there.
const unlikely = 0.12

// nearlySame is how alike a heading and a paragraph must be to be linked: a
// heading that one reading took for a paragraph is the same text, and a clause
// on the subject of a heading did not come from it. No gold pair has either, so
// that nothing can be learnt of them.
const nearlySame = 0.7

// closer is the second look: what the features of all candidates share.
type closer struct {
	*matcher
	view               *view
	inOld, inNew       []int32 // by class: in how many open clauses of the side it stands
	best               [2][]leaders
	aheadOld, aheadNew []int32      // by candidate: how many want its clause more
	leads              [][]string   // by new clause, once read
	claims             [2][]float64 // by clause: the sum of all claims on it
	olds, news         []survivors
	linked             float64
	held               int32   // the old clause whose words are counted, or none
	words              []int32 // by class: count in the old clause
	opening            [len(openings)][]int32
	lead               []string // of the old clause
}

// openings are how many first words are compared. A drafter knows a clause by
// how it opens: what is done, who is asked, about what.
var openings = [...]int{8, 20, 40}

// survivors are sums over the words of a clause: the plain ones, and those that
// the other text has somewhere.
type survivors struct{ plain, weight, matter float64 }

func (m *matcher) newCloser() *closer {
	l := &closer{matcher: m, view: m.look(), held: none}
	l.inOld, l.inNew = m.openCounts(m.old), m.openCounts(m.new)
	l.olds, l.news = l.survivors(m.old, l.inNew), l.survivors(m.new, l.inOld)
	l.words = m.x.mem.ints.take(len(m.x.kind))
	for k := range l.opening {
		l.opening[k] = m.x.mem.ints.take(len(m.x.kind))
	}
	l.best = leadersBy(m, func(c *candidate) float64 { return c.total })
	l.aheadOld, l.aheadNew = m.ranks()
	l.leads = make([][]string, len(m.new.texts))
	l.claims = [2][]float64{m.x.mem.floats.take(len(m.old.texts)), m.x.mem.floats.take(len(m.new.texts))}
	for n := range m.cands {
		c := &m.cands[n]
		claim := fourth(max(0, c.total))
		l.claims[0][c.old] += claim
		l.claims[1][c.new] += claim
	}
	linked := l.view.old.rank[len(m.old.texts)]
	l.linked = 2 * float64(linked) / float64(max(1, len(m.old.texts)+len(m.new.texts)))
	return l
}

// openCounts counts for every class in how many open clauses of a side it is.
func (m *matcher) openCounts(b *body) []int32 {
	in := m.x.mem.ints.take(len(m.x.kind))
	for i := range b.texts {
		for _, e := range b.texts[i].bag { // empty where the clause is settled
			in[e.class]++
		}
	}
	return in
}

func (l *closer) survivors(b *body, there []int32) []survivors {
	out := make([]survivors, len(b.texts))
	for i := range b.texts {
		s := &out[i]
		for _, e := range b.texts[i].bag {
			if l.x.kind[e.class] == plainWord {
				s.plain += float64(float64(e.n) * l.x.weight[e.class])
			}
			if there[e.class] > 0 {
				s.weight += l.x.weight[e.class]
				s.matter += l.x.matter[e.class]
			}
		}
	}
	return out
}

// hold counts the words of the old clause that the next candidates are of.
func (l *closer) hold(i int32) {
	if l.held == i {
		return
	}
	if l.held != none {
		l.count(l.held, -1)
	}
	l.count(i, 1)
	l.held = i
	l.lead = leadWords(&l.old.texts[i])
}

func (l *closer) count(i, sign int32) {
	t := &l.old.texts[i]
	for _, e := range t.bag {
		l.words[e.class] += sign * e.n
	}
	for k, size := range openings {
		for _, w := range t.words[:min(len(t.words), size)] {
			l.opening[k][w] += sign
		}
	}
}

// features reads a candidate closely.
func (l *closer) features(n int32, f *[linkFeatureCount]float64) {
	c := &l.cands[n]
	l.hold(c.old)
	a, b := &l.old.texts[c.old], &l.new.texts[c.new]
	f[fTotal], f[fRuns], f[fSupport], f[fCross] = c.total, c.like.runs, c.support, c.cross
	f[fTitles], f[fShare] = c.titles, c.share
	short, long := float64(min(len(a.words), len(b.words))+1), float64(max(len(a.words), len(b.words))+1)
	f[fLength] = ln(short / long)
	l.shared(f, c, short)
	claim := fourth(max(0, c.total))
	f[fShareAll] = claim / max(1e-9, l.claims[0][c.old]+l.claims[1][c.new]-claim)
	l.rivals(f, n)
	for k := range openings {
		f[fOpening8+k] = l.opens(a, b, k)
	}
	if l.leads[c.new] == nil {
		l.leads[c.new] = leadWords(b)
	}
	f[fLead] = leadLikeness(l.lead, l.leads[c.new])
	f[fPosition] = math.Abs(float64(c.old)/float64(len(l.old.texts)) - float64(c.new)/float64(len(l.new.texts)))
	f[fSole] = l.sole(c)
	f[fPart] = one(a.clause.Part == b.clause.Part)
	f[fPoints] = l.pointsLinked(l.view, c)
	f[fChapeau] = one(strings.HasSuffix(a.clause.Text, ":") != strings.HasSuffix(b.clause.Text, ":"))
	f[fLinked] = l.linked
	l.office(f, c)
	f[fShortest] = ln(short)
	f[fTotalSquare], f[fHeldSquare] = f[fTotal]*f[fTotal], f[fHeldOne]*f[fHeldOne]
	f[fHeldLength], f[fHeldLead] = f[fHeldOne]*f[fLength], f[fHeldOne]*f[fLead]
	f[fVoteProduct], f[fFoundProduct] = f[fVoteWorse]*f[fVoteBetter], f[fFoundWorse]*f[fFoundBetter]
}

// offices are what the open clauses of a text do in every text of its series.
type offices struct {
	of    []lexicon.Office
	count [lexicon.Offices]float64
}

func officesOf(b *body, lex *lexicon.Lexicon) offices {
	o := offices{of: make([]lexicon.Office, len(b.texts))}
	for i := range b.texts {
		if !b.settled[i] {
			o.of[i] = lex.Office(b.texts[i].clause.Text)
			o.count[o.of[i]]++
		}
	}
	return o
}

// office fills in what the offices of two clauses say.
func (l *closer) office(f *[linkFeatureCount]float64, c *candidate) {
	a, b := l.offices[0].of[c.old], l.offices[1].of[c.new]
	f[fOffice], f[fOfficeClash] = 0, 0
	switch {
	case a == b && a != lexicon.NoOffice:
		f[fOffice] = 1 / math.Sqrt(l.offices[0].count[a]*l.offices[1].count[b])
	case a != b && a != lexicon.NoOffice && b != lexicon.NoOffice:
		f[fOfficeClash] = 2
	case a != b:
		f[fOfficeClash] = 1
	}
}

func one(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}

// shared fills in what the words that both clauses have say.
func (l *closer) shared(f *[linkFeatureCount]float64, c *candidate, shortest float64) {
	x := l.x
	a, b := &l.old.texts[c.old], &l.new.texts[c.new]
	var words, matter, plain, own, found, soleWords, votesOld, votesNew float64
	for _, e := range b.bag {
		n := float64(min(l.words[e.class], e.n))
		if n == 0 {
			continue
		}
		w, m := x.weight[e.class], x.matter[e.class]
		words += float64(n * w)
		matter += float64(n * m)
		found += m
		here, there := l.inOld[e.class], l.inNew[e.class]
		votesOld += w / float64(there)
		votesNew += w / float64(here)
		if x.kind[e.class] == plainWord {
			plain += float64(n * w)
			if x.local[e.class] == 2 {
				own += w
			}
			if here == 1 && there == 1 {
				soleWords += w
			}
		}
	}
	old, new := &l.olds[c.old], &l.news[c.new]
	byMatter := ordered(matter/max(1e-9, a.matter), matter/max(1e-9, b.matter))
	byWords := ordered(words/max(1e-9, a.weight), words/max(1e-9, b.weight))
	f[fHeldBoth] = byMatter[0]
	// of a clause of two words the other may well have both
	f[fHeldOne] = max(byMatter[1], byWords[1]) * min(1, ln(shortest)/3)
	f[fPlainWords] = 2 * plain / max(1e-9, old.plain+new.plain)
	f[fOwnWords] = math.Sqrt(own)
	f[fOwnShare] = soleWords / max(1, min(old.weight, new.weight))
	foundIn := ordered(found/max(1, old.matter), found/max(1, new.matter))
	f[fFoundWorse], f[fFoundBetter] = foundIn[0], foundIn[1]
	votes := ordered(votesOld/max(1, old.weight), votesNew/max(1, new.weight))
	f[fVoteWorse], f[fVoteBetter] = votes[0], votes[1]
}

// ordered puts the lesser of two first, so that it makes no difference which
// text is old.
func ordered(p, q float64) [2]float64 { return [2]float64{min(p, q), max(p, q)} }

// rivals fills in how a candidate stands to those that want its clauses.
func (l *closer) rivals(f *[linkFeatureCount]float64, n int32) {
	c := &l.cands[n]
	lead := ordered(l.leadOver(l.best[0][c.old].otherThan(n), c), l.leadOver(l.best[1][c.new].otherThan(n), c))
	f[fLeadWorse], f[fLeadBetter] = lead[0], lead[1]
	row, column := l.aheadOld[n], l.aheadNew[n]
	f[fRankWorse], f[fRankBetter] = ln1p(float64(max(row, column))), ln1p(float64(min(row, column)))
	i, j := l.view.old.to[c.old], l.view.new.to[c.new]
	f[fFreeScore] = c.score * one((i == none || i == c.new) && (j == none || j == c.old))
}

// leadOver is how far a candidate is ahead of a rival; without one, of nothing
// by as much as its own total and one.
func (l *closer) leadOver(rival int32, c *candidate) float64 {
	if rival == none {
		return c.total + 1
	}
	return c.total - l.cands[rival].total
}

// opens is how well the first words of two clauses agree, 0 to 1: Dice's
// coefficient by the weight of words. The old clause is held.
func (l *closer) opens(a, b *text, k int) float64 {
	have := l.opening[k]
	x, y := a.words[:min(len(a.words), openings[k])], b.words[:min(len(b.words), openings[k])]
	both, all := 0.0, 0.0
	for _, w := range x {
		all += l.x.weight[w]
	}
	for _, w := range y {
		all += l.x.weight[w]
		if have[w] > 0 {
			have[w]--
			both += l.x.weight[w]
		}
	}
	for _, w := range x {
		have[w] = 0
	}
	for _, w := range x {
		have[w]++
	}
	if all == 0 {
		return 0
	}
	return 2 * both / all
}

// sole is 1 where the two clauses stand alone between the same two links, less
// where others stand there too, 0 where the links beside them differ.
func (l *closer) sole(c *candidate) float64 {
	v := l.view
	if v.old.to[c.old] != c.new && (v.old.to[c.old] != none || v.new.to[c.new] != none) {
		return 0
	}
	olds, news := 1.0, 1.0
	for _, step := range [...]int32{-1, 1} {
		i, j := v.old.nextLinked(c.old, step), v.new.nextLinked(c.new, step)
		outOld, outNew := i < 0 || i == int32(len(v.old.to)), j < 0 || j == int32(len(v.new.to))
		if outOld != outNew || !outOld && v.old.to[i] != j {
			return 0
		}
		olds += math.Abs(float64(i-c.old)) - 1
		news += math.Abs(float64(j-c.new)) - 1
	}
	return 1 / math.Sqrt(olds*news)
}

// leadWords are the words of a clause's lead in small letters, or its first
// word where it has none.
func leadWords(t *text) []string {
	lead := t.clause.Lead
	if lead == "" {
		lead, _, _ = strings.Cut(t.clause.Text, " ")
	}
	return strings.FieldsFunc(strings.ToLower(lead), func(r rune) bool { return !unicode.IsLetter(r) })
}

// leadLikeness is the share of the shorter lead's words that the other has in
// some form: the operative "stresses" is the preambular "stressing".
func leadLikeness(a, b []string) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 {
		return 0
	}
	n := 0
	for _, w := range a {
		for _, v := range b {
			if sameVerb(w, v) {
				n++
				break
			}
		}
	}
	return float64(n) / float64(len(a))
}

// sameVerb tells whether two words are forms of one, in any language that puts
// the form at the end: they differ in the last two letters of the shorter, and
// begin with the same three.
func sameVerb(a, b string) bool {
	short := min(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	n := 0
	for len(a) > 0 && len(b) > 0 {
		r, size := utf8.DecodeRuneInString(a)
		s, width := utf8.DecodeRuneInString(b)
		if r != s {
			break
		}
		n++
		a, b = a[size:], b[width:]
	}
	return n >= max(min(3, short), short-2)
}
