package series

import (
	"slices"

	"reprise/resolution"
	"reprise/resolution/symbol"
)

// Found is a series found in a mixed folder.
type Found struct {
	Documents []*resolution.Document // in order of time (see Order), one a symbol
	Missing   []Missing              // cited predecessors that were not given, in order of time
	Doubles   []Double               // symbols that were given in several files, in order of time
}

// Missing is a predecessor that the series cites and that was not given.
type Missing struct {
	Symbol  symbol.Symbol
	CitedBy []*resolution.Document // in order of time
	Before  int                    // index in Documents of the text that it stood before
}

// Double is a symbol in several files, of which one counts.
type Double struct {
	Taken *resolution.Document   // the richest
	Left  []*resolution.Document // the others, in the order given
}

// Title is the title of the latest text that has one.
func (f Found) Title() string {
	for _, d := range slices.Backward(f.Documents) {
		if d.Title != "" {
			return d.Title
		}
	}
	return ""
}

// Group sorts a mixed folder of documents into series: texts that have one
// title, that cite each other as predecessors or that share much of their
// wording, each series of one organ. A series that changed its title stays
// together. One symbol in several files counts once: the richest is taken.
// Series come in the order in which their first document was given; a document
// that belongs to no other is a series of one.
//
// Law: every document given is in exactly one series, as a version or a double.
// Law 5: the same documents give the same series.
func Group(docs []*resolution.Document) []Found {
	texts, doubles := once(docs)
	slices.SortStableFunc(texts, func(a, b *member) int { return a.when.Compare(b.when) })
	g := newGrouping(texts)
	g.link()
	var out []Found
	for _, group := range g.groups() {
		out = append(out, found(group, doubles))
	}
	return out
}

func found(group []*member, doubles map[*resolution.Document]*Double) Found {
	sortByTime(group)
	f := Found{Missing: missingFrom(group)}
	for _, m := range group {
		f.Documents = append(f.Documents, m.doc)
		if d := doubles[m.doc]; d != nil {
			f.Doubles = append(f.Doubles, *d)
		}
	}
	return f
}

// once takes one document a symbol, in the order of the first of each.
func once(docs []*resolution.Document) ([]*member, map[*resolution.Document]*Double) {
	var texts []*member
	files := map[symbol.Symbol][]*resolution.Document{}
	for i, d := range docs {
		if d.Symbol == "" || len(files[d.Symbol]) == 0 {
			texts = append(texts, &member{doc: d, given: i})
		}
		if d.Symbol != "" {
			files[d.Symbol] = append(files[d.Symbol], d)
		}
	}
	doubles := map[*resolution.Document]*Double{}
	for i, m := range texts {
		if same := files[m.doc.Symbol]; len(same) > 1 {
			double := apart(same)
			m.doc = double.Taken
			doubles[m.doc] = double
		}
		texts[i] = newMember(m.doc, m.given)
	}
	return texts, doubles
}

func apart(same []*resolution.Document) *Double {
	best := same[0]
	for _, d := range same[1:] {
		if richer(d, best) {
			best = d
		}
	}
	double := &Double{Taken: best}
	for _, d := range same {
		if d != best {
			double.Left = append(double.Left, d)
		}
	}
	return double
}

// richer tells whether a file says more of its resolution than another one:
// more fields of the masthead, then more footnotes, then more clauses.
func richer(a, b *resolution.Document) bool {
	x, y := riches(a), riches(b)
	return slices.Compare(x[:], y[:]) > 0
}

func riches(d *resolution.Document) [3]int {
	fields := 0
	for _, has := range [...]bool{
		d.Title != "", d.Session != "", d.Adopted != resolution.Date{}, d.AgendaItem != "",
		d.Provenance != "", d.Vote != "", d.Meeting != "",
	} {
		if has {
			fields++
		}
	}
	counted := 0
	for _, c := range d.Clauses {
		if c.Counted() {
			counted++
		}
	}
	return [...]int{fields, len(d.Footnotes), counted}
}
