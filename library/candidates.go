package library

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"reprise/align"
	"reprise/internal/lexicon"
	"reprise/internal/terms"
	"reprise/resolution"
)

// candidate is an adopted clause that may be what a draft's clause was made of.
type candidate struct {
	use   Use
	same  bool    // word for word
	alike float64 // likeness of the words alone, 0 to 1
	link  float64 // how sure the aligner is that one became the other; 0 where it was not asked or said no
	score float64
}

// hit is a text that shares rare words with a clause.
type hit struct {
	wording int64
	weight  float64
}

// Bounds of the search, and what the gold pairs said of them: of 2,432 clauses the
// true predecessor stands first for 96.8% (docs/library.md).
const (
	// tooMany is how many texts may have a term that still tells something; to follow
	// commoner ones would cost more than all the others together.
	tooMany = 100
	// longest is the most words of a run that is asked for where shorter ones stand in
	// too many texts. Of longer ones nothing more is found.
	longest = 5
	// keptHits is how many texts are looked at closely for a clause; with a dozen as
	// many predecessors are found, but fewer other uses.
	keptHits = 24
	// closely is how many texts are aligned with the draft as a whole: the last of its
	// series and what else it was written from. Five find no more than three.
	closely = 3
	// leastAlike is how alike two clauses must be for one to be shown beside the other,
	// where the aligner does not link them.
	leastAlike = 0.2
	// linkGain is what the aligner's being sure adds to likeness, and ownGain what is
	// added for the text that has most of the draft, and in part for others: of two
	// clauses that are equally alike the one of the draft's own series is meant.
	linkGain = 0.5
	ownGain  = 0.2
	// largeLibrary makes a term that stands in one text weigh half as much again as
	// one that stands in tooMany.
	largeLibrary = 100_000
)

// inquire finds the candidates of every clause of a draft, likeliest first.
func (l *Library) inquire(ctx context.Context, draft *resolution.Document) (*inquiry, error) {
	q := &inquiry{Library: l, ctx: ctx, draft: draft, analyzer: terms.In(draft.Language)}
	q.lex, _ = lexicon.Language(draft.Language)
	for _, c := range draft.Clauses {
		if c.Counted() {
			q.clauses = append(q.clauses, c)
		}
	}
	texts, err := q.alike()
	if err != nil {
		return nil, err
	}
	own := map[int64]float64{}
	for i, c := range q.clauses {
		q.found = append(q.found, q.measured(c, texts[i]))
		best := map[int64]float64{}
		for _, f := range q.found[i] {
			best[f.use.Document] = max(best[f.use.Document], f.alike)
		}
		for d, a := range best {
			own[d] += a * a
		}
	}
	order := make([]int64, 0, len(own))
	for d := range own {
		order = append(order, d)
	}
	slices.SortFunc(order, func(a, b int64) int { return cmp.Or(cmp.Compare(own[b], own[a]), cmp.Compare(a, b)) })
	if err := q.align(order[:min(closely, len(order))]); err != nil {
		return nil, err
	}
	for i, found := range q.found {
		found = slices.DeleteFunc(found, func(c candidate) bool { return c.alike < leastAlike && c.link == 0 })
		q.found[i] = found
		for k := range found {
			f := &found[k]
			f.score = f.alike + linkGain*f.link + ownGain*own[f.use.Document]/own[order[0]]
		}
		slices.SortFunc(found, byScore)
	}
	return q, nil
}

// byScore puts what has the very words first, for whatever a clause was made of, it is
// agreed; then the likeliest; of the same score the latest.
func byScore(a, b candidate) int {
	return cmp.Or(cmp.Compare(truth(b.same), truth(a.same)), cmp.Compare(b.score, a.score), cmp.Compare(b.use.Of.Adopted, a.use.Of.Adopted),
		cmp.Compare(a.use.Document, b.use.Document), cmp.Compare(a.use.Place, b.use.Place))
}

// precedes tells whether a document can be a precedent of the draft.
func (q *inquiry) precedes(b Brief) bool {
	own := string(q.draft.Symbol)
	switch {
	case b.Draft, b.Language != q.draft.Language, own != "" && base(b.Symbol) == base(own):
		return false
	case q.draft.Draft:
		return true
	}
	day, year := q.draft.Adopted.ISO(), recordOf(q.draft).Year
	if day != "" && b.Adopted != "" {
		return b.Adopted < day
	}
	return year == 0 || b.Year <= year
}

// alike gives for each clause the clauses of texts that have it word for word or
// share rare words or runs of words with it.
func (q *inquiry) alike() ([][]Use, error) {
	hits, err := q.hits()
	if err != nil {
		return nil, err
	}
	var ids []int64
	for _, list := range hits {
		for _, h := range list {
			ids = append(ids, h.wording)
		}
	}
	slices.Sort(ids)
	uses, err := q.store.Wordings(q.ctx, slices.Compact(ids))
	if err != nil {
		return nil, err
	}
	byWording := map[int64][]Use{}
	for _, u := range uses {
		if q.precedes(u.Of) {
			byWording[u.Wording] = append(byWording[u.Wording], u)
		}
	}
	same, err := q.same()
	if err != nil {
		return nil, err
	}
	out := make([][]Use, len(q.clauses))
	for i, c := range q.clauses {
		out[i] = same[unended(c.Text)]
		known := map[int64]bool{}
		for _, u := range out[i] {
			known[u.Wording] = true
		}
		for _, h := range hits[i] {
			if !known[h.wording] {
				out[i] = append(out[i], byWording[h.wording]...)
			}
		}
	}
	return out, nil
}

// same gives the clauses that have a clause of the draft word for word, by its words.
func (q *inquiry) same() (map[string][]Use, error) {
	var hashes []string
	for _, c := range q.clauses {
		text := unended(c.Text)
		hashes = append(hashes, TextHash(q.draft.Language, text))
		for _, mark := range lexicon.ParagraphEnds() {
			hashes = append(hashes, TextHash(q.draft.Language, text+string(mark)))
		}
	}
	slices.Sort(hashes)
	uses, err := q.store.Same(q.ctx, slices.Compact(hashes))
	out := map[string][]Use{}
	for _, u := range uses {
		if q.precedes(u.Of) {
			out[unended(u.Text)] = append(out[unended(u.Text)], u)
		}
	}
	return out, err
}

// unended is a text without the mark that ends it: the last clause of a text ends
// with a full stop, and that is no other wording.
func unended(text string) string {
	return strings.TrimRightFunc(text, func(r rune) bool { return r == ' ' || lexicon.EndsParagraph(r) })
}

// measured makes candidates of clauses.
func (q *inquiry) measured(c *resolution.Clause, uses []Use) []candidate {
	at := map[int64]int{}
	var texts []*resolution.Clause
	for _, u := range uses {
		if _, known := at[u.Wording]; !known {
			at[u.Wording] = len(texts)
			texts = append(texts, &resolution.Clause{Text: u.Text})
		}
	}
	likeness, text := align.Alike(c, texts), unended(c.Text)
	out := make([]candidate, len(uses))
	for k, u := range uses {
		out[k] = candidate{use: u, same: unended(u.Text) == text, alike: likeness[at[u.Wording]]}
	}
	return out
}

// align links the draft with documents as a whole.
func (q *inquiry) align(documents []int64) error {
	clauses, err := q.store.Clauses(q.ctx, documents)
	if err != nil {
		return err
	}
	uses := map[[2]int64]Use{}
	for _, u := range clauses {
		uses[[2]int64{u.Document, int64(u.Place)}] = u
	}
	at := map[*resolution.Clause]int{}
	for i, c := range q.clauses {
		at[c] = i
	}
	for _, id := range documents {
		d, err := q.Document(q.ctx, id)
		if err != nil {
			return err
		}
		place := map[*resolution.Clause]int64{}
		for p, c := range d.Clauses {
			place[c] = int64(p)
		}
		for _, link := range align.Documents(d, q.draft) {
			for _, n := range link.New {
				i, counted := at[n]
				if !counted {
					continue
				}
				for _, o := range link.Old {
					if u, known := uses[[2]int64{id, place[o]}]; known {
						q.link(i, u, link.Score)
					}
				}
			}
		}
	}
	return nil
}

// link notes that the aligner takes a clause of the draft for an adopted one.
func (q *inquiry) link(i int, u Use, sure float64) {
	k := slices.IndexFunc(q.found[i], func(c candidate) bool { return c.use.Document == u.Document && c.use.Place == u.Place })
	if k < 0 {
		k = len(q.found[i])
		q.found[i] = append(q.found[i], q.measured(q.clauses[i], []Use{u})...)
	}
	q.found[i][k].link = max(q.found[i][k].link, sure)
}

// run is so many words of a clause, from one of them.
type run struct{ clause, from, words int }

// hits finds for each clause the texts that share the most of its rare words and runs
// of words. Where few do, and shorter runs stand in too many texts, longer ones are
// asked for.
func (q *inquiry) hits() ([][]hit, error) {
	words := make([][]terms.Word, len(q.clauses))
	weights := make([]map[int64]float64, len(q.clauses))
	var asked []run
	for i, c := range q.clauses {
		words[i], weights[i] = q.analyzer.Words(c.Text), map[int64]float64{}
		for k := range words[i] {
			asked = append(asked, run{i, k, 1}, run{i, k, 2})
		}
	}
	for len(asked) > 0 {
		asked = slices.DeleteFunc(asked, func(r run) bool { return r.from+r.words > len(words[r.clause]) })
		texts, err := q.having(asked, words)
		if err != nil {
			return nil, err
		}
		var longer []run
		for n, r := range asked {
			if len(texts[n]) > tooMany {
				if r.words > 1 && r.words < longest {
					longer = append(longer, run{r.clause, r.from, r.words + 1})
				}
				continue
			}
			weight := math.Log1p(largeLibrary / float64(len(texts[n])+2))
			for _, id := range texts[n] {
				weights[r.clause][id] += weight
			}
		}
		asked = slices.DeleteFunc(longer, func(r run) bool { return len(weights[r.clause]) >= keptHits })
	}
	out := make([][]hit, len(q.clauses))
	for i, list := range weights {
		for id, w := range list {
			out[i] = append(out[i], hit{id, w})
		}
		slices.SortFunc(out[i], func(a, b hit) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.wording, b.wording)) })
		out[i] = out[i][:min(len(out[i]), keptHits)]
	}
	return out, nil
}

// having gives the texts that have each of some runs, asking for equal ones once.
func (q *inquiry) having(runs []run, words [][]terms.Word) ([][]int64, error) {
	var sets [][]string
	at, of := map[string]int{}, make([]int, len(runs))
	for n, r := range runs {
		set := terms.Phrase(words[r.clause][r.from : r.from+r.words])
		key := strings.Join(set, " ")
		k, known := at[key]
		if !known {
			k = len(sets)
			at[key] = k
			sets = append(sets, set)
		}
		of[n] = k
	}
	found, err := q.store.Having(q.ctx, sets, tooMany)
	if err != nil {
		return nil, err
	}
	out := make([][]int64, len(runs))
	for n, k := range of {
		out[n] = found[k]
	}
	return out, nil
}
