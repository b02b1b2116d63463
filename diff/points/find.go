package points

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"reprise/internal/lexicon"
	"reprise/resolution"
)

// Texts are two texts, read so that facts can be looked for in both.
type Texts struct {
	*language
	scale    *lexicon.Scale
	old, new *document
}

// Between reads two texts of a language; the scale orders the leads.
func Between(old, new *resolution.Document, lex *lexicon.Lexicon, scale *lexicon.Scale) *Texts {
	l := languageOf(lex)
	return &Texts{language: l, scale: scale, old: l.document(old, true), new: l.document(new, false)}
}

// Find lists what a reader of the texts must hear, the weightiest first. A change
// stands in one point at most; one of which nothing checks is left out.
//
// Law 11: every number, date, name and quoted word of a point stands in the spans
// it names, on the side it says.
func (s *Texts) Find(changes []Change) []Point {
	changes = s.reunited(changes)
	var items []*item
	for i := range changes {
		if it := s.item(&changes[i]); it != nil {
			items = append(items, it)
		}
	}
	items = s.withPoints(items)
	var out []Point
	for _, group := range s.themes(items) {
		out = append(out, s.point(group))
	}
	slices.SortStableFunc(out, func(a, b Point) int { return cmp.Compare(b.Weight, a.Weight) })
	return out
}

// item is one change with its facts, the weightiest first.
type item struct {
	link
	facts    []Fact
	weight   float64
	argued   bool            // it stands in the preamble
	changed  map[string]bool // the words that only one of its texts has
	changedW float64         // their weight
}

func (s *Texts) item(ch *Change) *item {
	if s.same(ch) {
		return nil
	}
	it := &item{link: link{Change: *ch, oldBag: map[string]bool{}, newBag: map[string]bool{}}}
	it.old, it.new = passages(s.old, ch.Old, it.oldBag), passages(s.new, ch.New, it.newBag)
	it.changed = map[string]bool{}
	it.only(it.old, it.newBag)
	it.only(it.new, it.oldBag)
	switch {
	case len(it.old)+len(it.new) == 0:
		return nil
	case len(it.old) == 0:
		for _, p := range it.new {
			it.facts = append(it.facts, s.whole(s.new, s.old, p)...)
		}
	case len(it.new) == 0:
		for _, p := range it.old {
			it.facts = append(it.facts, s.whole(s.old, s.new, p)...)
		}
	default:
		it.facts = s.changed(&it.link)
	}
	if !ch.Matters {
		it.facts = slices.DeleteFunc(it.facts, func(f Fact) bool { return f.Kind != Mandate })
	}
	if len(it.facts) == 0 {
		return nil
	}
	it.argued = !slices.ContainsFunc(slices.Concat(it.old, it.new), func(p *passage) bool { return p.clause.Part != resolution.Preamble })
	s.weigh(it)
	return it
}

// same tells whether nothing changed of a clause, nor of what it stands under.
func (s *Texts) same(ch *Change) bool {
	if len(ch.Old) != 1 || len(ch.New) != 1 {
		return false
	}
	old, new := ch.Old[0], ch.New[0]
	o, n := s.old.of[old], s.new.of[new]
	return o != nil && n != nil && old.Text == new.Text && old.Part == new.Part && o.asks == n.asks
}

// distinct leaves out what was said already: words that stand among those of a fact
// before, or share some with them.
func distinct(facts []Fact) []Fact {
	var out []Fact
	for _, f := range facts {
		same := func(g Fact) bool {
			alone := f.Act == Adds || f.Act == Drops
			return (f.Act == g.Act || alone) && within(f.Was, g.Was) && within(f.Now, g.Now) || alone && (overlap(f.Was, g.Was) || overlap(f.Now, g.Now))
		}
		if !slices.ContainsFunc(out, same) {
			out = append(out, f)
		}
	}
	return out
}

// overlap tells whether two places share words.
func overlap(a, b Span) bool {
	return a.Clause != nil && a.Clause == b.Clause && a.From < b.To && b.From < a.To
}

// within tells whether the words of a place are among those of another.
func within(a, b Span) bool { return strings.Contains(b.Text(), a.Text()) }

// passages are clauses that count, with their words entered in a bag.
func passages(d *document, clauses []*resolution.Clause, bag map[string]bool) []*passage {
	var out []*passage
	for _, c := range clauses {
		if p := d.of[c]; p != nil && c.Counted() && c.Kind == resolution.Paragraph {
			out = append(out, p)
			for key := range p.bag {
				bag[key] = true
			}
			enterInitials(p.words, bag)
		}
	}
	return out
}

// only enters the words that the other text of a change does not have.
func (it *item) only(ps []*passage, other map[string]bool) {
	for _, p := range ps {
		for i := range p.words {
			w := &p.words[i]
			if w.weight > 0 && !other[w.key] && !it.changed[w.key] {
				it.changed[w.key] = true
				it.changedW += w.weight
			}
		}
	}
}

// kindWeight is how soon a delegate asks for a kind (docs/points.md: mandates, deadlines,
// money, new or dropped asks and any weakening come before new recitals).
var kindWeight = [...]float64{
	Other: 1, Mandate: 3, Deadline: 2.2, Money: 1.4, AskNew: 1.25, AskDropped: 1.25, Stronger: 1.2, Weaker: 1.3,
	Actor: 1.1, Legal: 1.35, Scope: 1.05, Condemn: 1.35,
}

// headMass is added to what changed of a mandate or deadline: a single date may
// be the chief decision of a text.
const headMass = 40

const (
	arguedWeight    = 0.4 // operative before preamble
	uncertainWeight = 0.8 // what hangs on a link in doubt
)

// weigh gives an item its weight, and orders its facts, each told once.
func (s *Texts) weigh(it *item) {
	value := func(f Fact) float64 { return kindWeight[f.Kind] * math.Log1p(f.mass) }
	slices.SortStableFunc(it.facts, func(a, b Fact) int { return cmp.Compare(value(b), value(a)) })
	it.facts = distinct(it.facts)
	first := it.facts[0]
	changed := max(it.changedW, first.mass)
	weight := kindWeight[first.Kind]
	switch {
	case first.Kind == Deadline && (first.Act == Adds || first.Act == Drops || first.Act == Reads) && first.When.Clause == nil: // of an act that goes on
		weight = kindWeight[Money]
	case heads(first.Kind):
		changed += headMass
	}
	it.weight = weight * math.Log1p(changed)
	if it.argued {
		it.weight *= arguedWeight
	}
	if it.Uncertain {
		it.weight *= uncertainWeight
	}
}

// point makes one point of items that say one thing.
func (s *Texts) point(g group) Point {
	p, themed := Point{Kind: g.items[0].facts[0].Kind}, false
	if first := g.items[0]; len(g.items) > 1 && first.tells(first.about(g.term), g.term) {
		p.Kind, themed = first.about(g.term).Kind, true
	}
	for k, it := range g.items {
		p.Weight += it.weight / float64(k+1)
		facts := it.facts[:min(len(it.facts), maxFacts)]
		if len(g.items) > 1 {
			facts = []Fact{*it.about(g.term)}
			facts[0].Beside = themed && !it.tells(&facts[0], g.term)
		}
		p.Facts = append(p.Facts, facts...)
		for _, f := range facts {
			p.Old, p.New = append(p.Old, f.Old...), append(p.New, f.New...)
			if themed {
				p.Theme = append(p.Theme, it.says(&f, g.term)...)
			}
		}
	}
	p.Old, p.New = s.old.inOrder(p.Old), s.new.inOrder(p.New)
	return p
}

// about is the weightiest fact of an item that says a phrase, or that tells the whole
// clause; the weightiest of all where none does.
func (it *item) about(term string) *Fact {
	for i := range it.facts {
		if it.tells(&it.facts[i], term) {
			return &it.facts[i]
		}
	}
	return &it.facts[0]
}

// hides tells whether a mandate or date of an item would not be told under a phrase.
func (it *item) hides(term string) bool {
	return heads(it.facts[0].Kind) && !it.tells(&it.facts[0], term)
}

// tells tells whether a fact is about a phrase: it stands in the words of the fact, or
// the clause came or went with it.
func (it *item) tells(f *Fact, term string) bool {
	if f.Act == Came || f.Act == Went || f.Act == Rewritten || f.Act == Lowered || f.Act == Raised {
		return true
	}
	has := func(s Span) bool {
		for _, p := range slices.Concat(it.old, it.new) {
			if p.clause == s.Clause && strings.Contains(row(between(p.words, s.From, s.To)), " "+term+" ") {
				return true
			}
		}
		return false
	}
	return has(f.Was) || has(f.Now)
}

// maxFacts is how much a point tells of a clause that has it for itself.
const maxFacts = 3

// inOrder sorts clauses in reading order, each once.
func (d *document) inOrder(clauses []*resolution.Clause) []*resolution.Clause {
	slices.SortFunc(clauses, func(a, b *resolution.Clause) int { return cmp.Compare(d.of[a].order, d.of[b].order) })
	return slices.Compact(clauses)
}
