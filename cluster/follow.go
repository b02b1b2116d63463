package cluster

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"reprise/library"
	"reprise/resolution"
	"reprise/series"
)

func init() {
	register.DoFn2x1[[]byte, func(int64, []byte), error](&contentFn{})
	register.DoFn2x1[[]byte, func(int64, []byte), error](&memberFn{})
	register.DoFn4x1[int64, func(*[]byte) bool, func(*[]byte) bool, func(int64, []byte), error](&bySeriesFn{})
	register.DoFn6x1[context.Context, int64, func(*[]byte) bool, func(int64, []byte), func(int64, []byte), func(int64, []byte), error](&followFn{})
	register.DoFn4x1[context.Context, int64, []byte, func(int64, []byte), error](&tieFn{})
	register.DoFn4x1[int64, func(*[]byte) bool, func(*[]byte) bool, func(int64, []byte), error](&stitchFn{})
	register.DoFn4x1[int64, func(*[]byte) bool, func(*[]byte) bool, func(int, []byte), error](&linkedFn{})
}

// follow finds the lineages of every series.
func (j *job) follow(s beam.Scope) error {
	documents, err := j.shards(s, "number")
	if err != nil {
		return err
	}
	members, err := j.shards(s, "group")
	if err != nil {
		return err
	}
	ranked := beam.ParDo(s, &memberFn{}, members)
	texts := beam.ParDo(s, &bySeriesFn{}, beam.CoGroupByKey(s, ranked, beam.ParDo(s, &contentFn{}, documents)))
	short, long, pairs := beam.ParDo3(s, &followFn{Spread: j.Spread}, beam.GroupByKey(s, texts))
	// The work is in the linking of texts that follow each other, which need nothing of the
	// others: those of a long series go wherever there is room.
	ties := beam.ParDo(s, &tieFn{}, beam.Reshuffle(s, pairs))
	links := beam.Flatten(s, short, beam.ParDo(s, &stitchFn{}, beam.CoGroupByKey(s, long, ties)))
	j.keep(s, j.work(), "follow", beam.ParDo(s, &linkedFn{Of: j.Shards}, beam.CoGroupByKey(s, ranked, links)))
	return nil
}

// numbersOf are the two numbers that a key was made of.
func numbersOf(two string) (first, second int64, err error) {
	half := len(two) / 2
	if first, err = strconv.ParseInt(two[:half], 10, 64); err == nil {
		second, err = strconv.ParseInt(two[half:], 10, 64)
	}
	return first, second, err
}

type contentFn struct{}

func (*contentFn) ProcessElement(line []byte, emit func(int64, []byte)) error {
	n, err := unpacked[Numbered](line)
	if err == nil {
		emit(n.ID, packed(n.Text.Entry.Content))
	}
	return err
}

type memberFn struct{}

func (*memberFn) ProcessElement(line []byte, emit func(int64, []byte)) error {
	m, err := unpacked[Member](line)
	if err == nil {
		emit(m.ID, packed(m))
	}
	return err
}

// version is a document of a series with what it says, packed.
type version struct {
	Member
	Content []byte
}

type bySeriesFn struct{}

func (*bySeriesFn) ProcessElement(_ int64, members, contents func(*[]byte) bool, emit func(int64, []byte)) error {
	ms, err := all[Member](members)
	if err != nil {
		return err
	}
	cs, err := all[[]byte](contents)
	if err != nil {
		return err
	}
	for _, m := range ms {
		emit(m.Series, packed(version{m, cs[0]}))
	}
	return nil
}

// line is a series as library.Links takes it.
type line struct {
	found series.Found
	ids   map[*resolution.Document]int64
}

// lineOf puts the documents of a series in order, as series.Group does.
func lineOf(versions []version) (*line, error) {
	slices.SortFunc(versions, func(a, b version) int {
		return cmp.Or(cmp.Compare(a.Given, b.Given), cmp.Compare(a.ID, b.ID))
	})
	l := &line{ids: map[*resolution.Document]int64{}}
	var texts []*resolution.Document
	taken := map[int64]*resolution.Document{}
	var doubles []version
	left := map[int64][]*resolution.Document{}
	for _, v := range versions {
		d, err := library.UnpackDocument(v.Content)
		if err != nil {
			return nil, fmt.Errorf("document %d: %w", v.ID, err)
		}
		l.ids[d] = v.ID
		if v.Double != 0 {
			doubles = append(doubles, v)
			left[v.Double] = append(left[v.Double], d)
			continue
		}
		texts = append(texts, d)
		taken[v.ID] = d
	}
	l.found.Documents = series.Order(texts)
	for i, v := range doubles {
		if i == 0 || doubles[i-1].Double != v.Double {
			l.found.Doubles = append(l.found.Doubles, series.Double{Taken: taken[v.Double], Left: left[v.Double]})
		}
	}
	return l, nil
}

// pair is two texts of a series that follow each other.
type pair struct {
	Version  int
	Old, New []byte // packed
}

// tied are the links to a version from the one before.
type tied struct {
	Version int
	Ties    []series.Tie
}

// heaviest is the most texts that one piece of work linked (metric "reprise/linked").
var heaviest = beam.NewDistribution("reprise", "linked")

// followFn finds the lineages of a short series, and parts a long one.
type followFn struct{ Spread int }

func (f *followFn) ProcessElement(ctx context.Context, id int64, next func(*[]byte) bool, short, long, pairs func(int64, []byte)) error {
	versions, err := all[version](next)
	if err != nil {
		return err
	}
	l, err := lineOf(versions)
	if err != nil {
		return err
	}
	if n := len(l.found.Documents); n <= f.Spread {
		heaviest.Update(ctx, int64(n))
		for _, link := range library.Links(l.found, l.ids, nil) {
			short(link.Document, packed(link))
		}
		return nil
	}
	long(id, packed(versions))
	alike := resolution.Alike(l.found.Documents...)
	for v := 1; v < len(alike); v++ {
		p := pair{Version: v}
		if p.Old, err = library.PackDocument(alike[v-1]); err == nil {
			p.New, err = library.PackDocument(alike[v])
		}
		if err != nil {
			return err
		}
		pairs(id, packed(p))
	}
	return nil
}

// tieFn links two texts.
type tieFn struct{}

func (*tieFn) ProcessElement(ctx context.Context, id int64, two []byte, emit func(int64, []byte)) error {
	p, err := unpacked[pair](two)
	if err != nil {
		return err
	}
	old, err := library.UnpackDocument(p.Old)
	if err != nil {
		return err
	}
	new, err := library.UnpackDocument(p.New)
	if err != nil {
		return err
	}
	heaviest.Update(ctx, 2)
	emit(id, packed(tied{p.Version, series.Ties(old, new)}))
	return nil
}

// stitchFn makes the lineages of a long series of the links of its pairs.
type stitchFn struct{}

func (*stitchFn) ProcessElement(_ int64, long, ties func(*[]byte) bool, emit func(int64, []byte)) error {
	wholes, err := all[[]version](long)
	if err != nil {
		return err
	}
	ts, err := all[tied](ties)
	if err != nil {
		return err
	}
	slices.SortFunc(ts, func(a, b tied) int { return cmp.Compare(a.Version, b.Version) })
	for _, versions := range wholes {
		l, err := lineOf(versions)
		if err != nil {
			return err
		}
		for _, link := range library.Links(l.found, l.ids, func(v int) []series.Tie { return ts[v-1].Ties }) {
			emit(link.Document, packed(link))
		}
	}
	return nil
}

// linkedFn puts the links into shards.
type linkedFn struct{ Of int }

func (f *linkedFn) ProcessElement(id int64, members, links func(*[]byte) bool, emit func(int, []byte)) error {
	var m, link []byte
	if !members(&m) || !links(&link) {
		return fmt.Errorf("document %d has no series", id)
	}
	emit(shardOfName(byNumber(id), f.Of), packed(kept{byNumber(id), link}))
	return nil
}
