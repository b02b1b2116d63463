package cluster

import (
	"cmp"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"reprise/series"
)

func init() {
	register.DoFn2x1[[]byte, func(string, []byte), error](&bySymbolFn{})
	register.DoFn4x1[string, func(*[]byte) bool, func(string, []byte), func(int, []byte), error](&takenFn{})
	register.Function2x2(spanOf)
	register.Function2x1(joinSpans)
	register.DoFn4x1[string, func(*[]byte) bool, func(*[]byte) bool, func(int64, []byte), error](&titledFn{})
	register.DoFn3x1[int64, []byte, func(int64, []byte), error](&hashesFn{})
	register.Function2x1(joinHolders)
	register.DoFn4x1[int64, []byte, func(int64, int), func(string, int), error](&sharingFn{})
	register.Function2x1(sum)
	register.DoFn4x1[int64, func(*[]byte) bool, func(*int) bool, func(int64, []byte), error](&sizedFn{})
	register.DoFn3x1[string, int, func(int64, []byte), error](&earlierFn{})
	register.DoFn4x1[int64, func(*[]byte) bool, func(*[]byte) bool, func(int64, []byte), error](&candidateFn{})
	register.DoFn4x1[int64, func(*[]byte) bool, func(*[]byte) bool, func(int, []byte), error](&bestFn{})
	register.DoFn4x1[int, func(*[]byte) bool, func(*[]byte) bool, func(int, []byte), error](&unionFn{})
}

// group finds the series. Texts meet by blocking keys alone: those of one symbol, those of
// one title, those that share a hash of wording which few others have.
func (j *job) group(s beam.Scope) error {
	documents, err := j.shards(s, "number")
	if err != nil {
		return err
	}
	texts, places := beam.ParDo2(s, &takenFn{}, beam.GroupByKey(s, beam.ParDo(s, &bySymbolFn{}, documents)))

	// A title that a million texts have is told in a few bytes before they meet.
	spans := beam.CombinePerKey(s, joinSpans, beam.ParDo(s, spanOf, texts))
	titled := beam.ParDo(s, &titledFn{}, beam.CoGroupByKey(s, texts, spans))

	// So is a formula: of a hash no more than MostSharing texts and one are ever held.
	holders := beam.CombinePerKey(s, joinHolders, beam.ParDo(s, &hashesFn{}, titled))
	ones, pairs := beam.ParDo2(s, &sharingFn{}, holders)
	sized := beam.ParDo(s, &sizedFn{}, beam.CoGroupByKey(s, titled, beam.CombinePerKey(s, sum, ones)))

	shared := beam.ParDo(s, &earlierFn{}, beam.CombinePerKey(s, sum, pairs))
	candidates := beam.ParDo(s, &candidateFn{}, beam.CoGroupByKey(s, sized, shared))
	links := beam.ParDo(s, &bestFn{}, beam.CoGroupByKey(s, sized, candidates))

	// The links alone go through one pair of hands: a hundred bytes a text.
	j.keep(s, j.work(), "group", beam.ParDo(s, &unionFn{Of: j.Shards}, beam.CoGroupByKey(s, places, links)))
	return nil
}

// reference is a document's card.
type reference struct {
	ID, Given int64
	Card      series.Card
}

type bySymbolFn struct{}

func (*bySymbolFn) ProcessElement(line []byte, emit func(string, []byte)) error {
	n, err := unpacked[Numbered](line)
	if err != nil {
		return err
	}
	key := n.Text.Card.Language + " " + string(n.Text.Card.Symbol)
	if n.Text.Card.Symbol == "" {
		key = "#" + byNumber(n.ID) // no two of them are one
	}
	emit(key, packed(reference{ID: n.ID, Card: n.Text.Card}))
	return nil
}

// takenFn takes of the documents of a symbol the richest, as series.Group does.
type takenFn struct{}

func (*takenFn) ProcessElement(_ string, next func(*[]byte) bool, text func(string, []byte), place func(int, []byte)) error {
	same, err := all[reference](next)
	if err != nil {
		return err
	}
	slices.SortFunc(same, func(a, b reference) int { return cmp.Compare(a.ID, b.ID) })
	best := same[0]
	for _, r := range same[1:] {
		if slices.Compare(r.Card.Riches[:], best.Card.Riches[:]) > 0 {
			best = r
		}
	}
	best.Given = same[0].ID
	text(best.Card.TitleKey(), packed(best))
	for _, r := range same {
		m := Member{ID: r.ID, Given: best.Given}
		if r.ID != best.ID {
			m.Double = best.ID
		}
		place(0, packed(m))
	}
	return nil
}

// spot is where a text stands in time.
type spot struct {
	When  series.Moment
	Given int64
}

func (s spot) compare(o spot) int {
	return cmp.Or(s.When.Compare(o.When), cmp.Compare(s.Given, o.Given))
}

func (r reference) spot() spot { return spot{r.Card.When, r.Given} }

// span is from the first text with a title to the last.
type span struct{ First, Last spot }

func spanOf(key string, text []byte) (string, []byte) {
	r, _ := unpacked[reference](text) // packed by takenFn
	return key, packed(span{r.spot(), r.spot()})
}

func joinSpans(a, b []byte) []byte {
	x, _ := unpacked[span](a)
	y, _ := unpacked[span](b)
	if y.First.compare(x.First) < 0 {
		x.First = y.First
	}
	if y.Last.compare(x.Last) > 0 {
		x.Last = y.Last
	}
	return packed(x)
}

// titled is a text with what is known of its title and its hashes.
type titled struct {
	reference
	LastOfTitle  spot
	FirstOfTitle bool
	Size         int // hashes that are no formulas
}

type titledFn struct{}

func (*titledFn) ProcessElement(_ string, texts, spans func(*[]byte) bool, emit func(int64, []byte)) error {
	known, err := all[span](spans)
	if err != nil {
		return err
	}
	var b []byte
	for texts(&b) {
		r, err := unpacked[reference](b)
		if err != nil {
			return err
		}
		emit(r.ID, packed(titled{reference: r, LastOfTitle: known[0].Last, FirstOfTitle: known[0].First == r.spot()}))
	}
	return nil
}

// holder is a text that has a hash.
type holder struct {
	ID   int64
	Spot spot
}

type hashesFn struct{}

func (*hashesFn) ProcessElement(id int64, text []byte, emit func(int64, []byte)) error {
	t, err := unpacked[titled](text)
	if err != nil {
		return err
	}
	one := packed([]holder{{id, t.spot()}})
	for _, h := range t.Card.Hashes {
		emit(int64(h), one)
	}
	return nil
}

// joinHolders joins the texts that have a hash, earliest first; of a formula it keeps one
// more than would count, in whatever order they come.
func joinHolders(a, b []byte) []byte {
	x, _ := unpacked[[]holder](a)
	y, _ := unpacked[[]holder](b)
	x = append(x, y...)
	slices.SortFunc(x, func(a, b holder) int { return a.Spot.compare(b.Spot) })
	return packed(x[:min(len(x), series.MostSharing+1)])
}

// sharingFn tells of a hash that counts: one for each text that has it, one for each two.
type sharingFn struct{}

func (*sharingFn) ProcessElement(_ int64, holders []byte, one func(int64, int), two func(string, int)) error {
	hs, err := unpacked[[]holder](holders)
	if err != nil || len(hs) > series.MostSharing {
		return err
	}
	for i, h := range hs {
		one(h.ID, 1)
		for _, earlier := range hs[:i] {
			two(byNumber(earlier.ID)+byNumber(h.ID), 1)
		}
	}
	return nil
}

func sum(a, b int) int { return a + b }

type sizedFn struct{}

func (*sizedFn) ProcessElement(id int64, texts func(*[]byte) bool, sizes func(*int) bool, emit func(int64, []byte)) error {
	ts, err := all[titled](texts)
	if err != nil {
		return err
	}
	size := 0
	sizes(&size)
	for _, t := range ts {
		t.Size, t.Card.Hashes = size, nil
		emit(id, packed(t))
	}
	return nil
}

// common says how many hashes two texts share.
type common struct {
	Later  int64
	Shared int
}

type earlierFn struct{}

func (*earlierFn) ProcessElement(two string, shared int, emit func(int64, []byte)) error {
	earlier, later, err := numbersOf(two)
	if err == nil {
		emit(earlier, packed(common{later, shared}))
	}
	return err
}

// candidate is an earlier text that may be a text's predecessor.
type candidate struct {
	titled
	Shared int
}

type candidateFn struct{}

func (*candidateFn) ProcessElement(_ int64, texts, shared func(*[]byte) bool, emit func(int64, []byte)) error {
	ts, err := all[titled](texts)
	if err != nil {
		return err
	}
	cs, err := all[common](shared)
	if err != nil {
		return err
	}
	for _, t := range ts {
		t.Card.Cites = nil
		for _, c := range cs {
			emit(c.Later, packed(candidate{t, c.Shared}))
		}
	}
	return nil
}

// bestFn links a text with its predecessor, where one fits.
type bestFn struct{}

func (*bestFn) ProcessElement(id int64, texts, candidates func(*[]byte) bool, emit func(int, []byte)) error {
	ts, err := all[titled](texts)
	if err != nil {
		return err
	}
	cs, err := all[candidate](candidates)
	if err != nil {
		return err
	}
	slices.SortFunc(cs, func(a, b candidate) int { return a.spot().compare(b.spot()) })
	for _, t := range ts {
		best, fits := int64(0), 0.0
		for i := range cs {
			c := &cs[i]
			k := series.Kinship{
				Shared: c.Shared, Of: t.Size, OfEarlier: c.Size,
				Cited: c.Card.Symbol != "" && slices.Contains(t.Card.Cites, c.Card.Symbol),
				Free:  t.FirstOfTitle && c.LastOfTitle.compare(t.spot()) < 0,
			}
			if w := k.Fit(&t.Card, &c.Card); w > fits || w == fits && w > 0 {
				best, fits = c.ID, w
			}
		}
		if best != 0 {
			emit(0, packed([2]int64{id, best}))
		}
	}
	return nil
}

// unionFn joins what is linked to series.
type unionFn struct{ Of int }

func (f *unionFn) ProcessElement(_ int, places, links func(*[]byte) bool, emit func(int, []byte)) error {
	members, err := all[Member](places)
	if err != nil {
		return err
	}
	two, err := all[[2]int64](links)
	if err != nil {
		return err
	}
	parent := map[int64]int64{}
	root := func(n int64) int64 {
		for parent[n] != 0 {
			if up := parent[parent[n]]; up != 0 {
				parent[n] = up // halves the way for the next
			}
			n = parent[n]
		}
		return n
	}
	for _, l := range two { // the lesser number is the root: it names the series
		a, b := root(l[0]), root(l[1])
		if a != b {
			parent[max(a, b)] = min(a, b)
		}
	}
	for _, m := range members {
		if m.Series = root(m.ID); m.Double != 0 {
			m.Series = root(m.Double)
		}
		emit(shardOfNumber(m.ID, int64(len(members)), f.Of), packed(kept{byNumber(m.ID), packed(m)}))
	}
	return nil
}
