package cluster

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"reprise/library"
)

func init() {
	register.DoFn2x1[[]byte, func(int64, []byte), error](&byIDFn{})
	register.DoFn2x1[[]byte, func(int64, []byte), error](&linkFn{})
	register.DoFn5x1[int64, func(*[]byte) bool, func(*[]byte) bool, func(int, []byte), func(string, []byte), error](&indexFn{})
	register.DoFn3x1[string, func(*[]byte) bool, func(int, []byte), error](&wordingFn{})
	register.DoFn2x1[[]byte, func(int, []byte), error](&faultFn{})
}

// Document is a line of documents-*.jsonl.
type Document struct {
	ID       int64    `json:"id"`
	Hash     string   `json:"hash"`
	Symbol   string   `json:"symbol"`
	Base     string   `json:"base"`
	Language string   `json:"language"`
	Title    string   `json:"title"`
	Body     string   `json:"body"`
	Session  string   `json:"session"`
	Adopted  string   `json:"adopted"`
	Year     int      `json:"year"`
	Vote     string   `json:"vote"`
	Voted    bool     `json:"voted"`
	Draft    bool     `json:"draft"`
	Format   string   `json:"format"`
	Cites    []string `json:"cites"`
	Names    []string `json:"names"`
	Series   int64    `json:"series"`
	Lineages []int64  `json:"lineages"` // of its clauses, in their order (library.LineageOf)
}

// Wording is a line of wordings-*.jsonl: a different text, and the clauses that have it.
// It answers what agreed language asks: who adopted this, and when first.
type Wording struct {
	Hash     string   `json:"hash"` // library.TextHash
	Language string   `json:"language"`
	Text     string   `json:"text"`
	Terms    []string `json:"terms"` // under which it is found
	Uses     []Use    `json:"uses"`  // by document and place
}

// Use is a clause with a wording.
type Use struct {
	Document int64  `json:"document"`
	Place    int    `json:"place"`
	Clause   string `json:"clause"`
	Part     string `json:"part"`
	Lead     string `json:"lead"`
	Lineage  int64  `json:"lineage"`
}

// Left is a line of left.jsonl: a file that could not be read.
type Left struct {
	Name   string `json:"name"`
	Reason string `json:"reason"`
}

// documentOf tells of a document.
func documentOf(n Numbered, l library.Link) Document {
	r := n.Text.Entry.Record
	d := Document{
		ID: n.ID, Hash: r.Hash, Symbol: r.Symbol, Base: r.Base, Language: r.Language, Title: r.Title, Body: r.Body, Session: r.Session,
		Adopted: r.Adopted, Year: r.Year, Vote: r.Vote, Voted: r.Voted, Draft: r.Draft, Format: r.Format,
		Cites: append([]string{}, r.Cites...), Names: []string{}, Series: l.Series, Lineages: append([]int64{}, l.Lineages...),
	}
	for _, f := range n.Files {
		d.Names = append(d.Names, f.Name)
	}
	return d
}

// wordingsOf are the wordings of a document, each with one use.
func wordingsOf(n Numbered, l library.Link) []Wording {
	var out []Wording
	for place, c := range n.Text.Entry.Clauses {
		use := Use{n.ID, place, c.Name, c.Part, c.Lead, l.Lineages[place]}
		out = append(out, Wording{c.Hash, n.Text.Entry.Language, c.Text, c.Terms, []Use{use}})
	}
	return out
}

// wordingOf joins what is said of one wording. A text may be counted in one document and
// not in another: it is found by its terms where any has them.
func wordingOf(same []Wording) Wording {
	out := same[0]
	out.Uses = nil
	for _, w := range same {
		out.Uses = append(out.Uses, w.Uses...)
		if len(w.Terms) > len(out.Terms) {
			out.Terms = w.Terms
		}
	}
	out.Terms = append([]string{}, out.Terms...)
	slices.SortFunc(out.Uses, func(a, b Use) int {
		return cmp.Or(cmp.Compare(a.Document, b.Document), cmp.Compare(a.Place, b.Place))
	})
	return out
}

// index writes what was asked for.
func (j *job) index(s beam.Scope) error {
	documents, err := j.shards(s, "number")
	if err != nil {
		return err
	}
	links, err := j.shards(s, "follow")
	if err != nil {
		return err
	}
	texts, err := j.shards(s, "read")
	if err != nil {
		return err
	}
	both := beam.CoGroupByKey(s, beam.ParDo(s, &byIDFn{}, documents), beam.ParDo(s, &linkFn{}, links))
	lines, wordings := beam.ParDo2(s, &indexFn{Of: j.Shards}, both)
	j.keep(s, j.out, "documents", lines)
	j.keep(s, j.out, "wordings", beam.ParDo(s, &wordingFn{Of: j.Shards}, beam.GroupByKey(s, wordings)))
	j.keep(s, j.out, "left", beam.ParDo(s, &faultFn{}, texts))
	return nil
}

type byIDFn struct{}

func (*byIDFn) ProcessElement(line []byte, emit func(int64, []byte)) error {
	n, err := unpacked[Numbered](line)
	if err == nil {
		emit(n.ID, line)
	}
	return err
}

type linkFn struct{}

func (*linkFn) ProcessElement(line []byte, emit func(int64, []byte)) error {
	l, err := unpacked[library.Link](line)
	if err == nil {
		emit(l.Document, line)
	}
	return err
}

type indexFn struct{ Of int }

func (f *indexFn) ProcessElement(id int64, documents, links func(*[]byte) bool, document func(int, []byte), wording func(string, []byte)) error {
	ns, err := all[Numbered](documents)
	if err != nil {
		return err
	}
	ls, err := all[library.Link](links)
	if err != nil {
		return err
	}
	if len(ns) != 1 || len(ls) != 1 {
		return fmt.Errorf("document %d stands %d times, with %d links", id, len(ns), len(ls))
	}
	document(shardOfName(byNumber(id), f.Of), packed(kept{byNumber(id), packed(documentOf(ns[0], ls[0]))}))
	for _, w := range wordingsOf(ns[0], ls[0]) {
		wording(w.Hash, packed(w))
	}
	return nil
}

type wordingFn struct{ Of int }

func (f *wordingFn) ProcessElement(hash string, next func(*[]byte) bool, emit func(int, []byte)) error {
	same, err := all[Wording](next)
	if err == nil {
		emit(shardOfHash(hash, f.Of), packed(kept{hash, packed(wordingOf(same))}))
	}
	return err
}

type faultFn struct{}

func (*faultFn) ProcessElement(line []byte, emit func(int, []byte)) error {
	t, err := unpacked[Text](line)
	if err == nil && t.Fault != "" {
		emit(0, packed(kept{t.Name, packed(Left{t.Name, t.Fault})}))
	}
	return err
}
