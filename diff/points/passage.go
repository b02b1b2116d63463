package points

import (
	"slices"
	"strings"

	"reprise/internal/token"
	"reprise/resolution"
)

// document is one of the two texts, read so that things can be looked up in it.
type document struct {
	old       bool
	passages  []*passage // of what counts, in reading order
	of        map[*resolution.Clause]*passage
	rows      map[string]bool     // of rowWords words; nil before they are asked for
	askedRows map[string]bool     // those of clauses that ask, likewise
	title     map[string]bool     // its words
	initials  map[string]bool     // of names
	short     map[string][]string // what short names stand for
	holders   holders             // of words among the passages
}

// passage is a clause with its words.
type passage struct {
	reading
	clause *resolution.Clause
	order  int
	asks   bool // one of its acts does; a point asks as its chapeau does
	acts   []act
}

// reading is a text as points read it. Nobody changes it: a clause that both texts have is
// read once.
type reading struct {
	words []word
	bag   map[string]bool
	row   string // the keys of its words, parted by blanks
}

func (l *language) reading(text string) reading {
	r, known := l.texts[text]
	if !known {
		ws := l.words(text)
		r = reading{words: ws, bag: bagOf(ws), row: row(ws)}
		l.texts[text] = r
	}
	return r
}

func (l *language) document(d *resolution.Document, old bool) *document {
	out := &document{old: old, title: bagOf(l.words(d.Title)), of: map[*resolution.Clause]*passage{}, initials: map[string]bool{}, short: map[string][]string{}}
	byID := map[string]*passage{}
	for i, c := range d.Clauses {
		p := &passage{clause: c, reading: l.reading(c.Text), order: i}
		if parent := byID[c.Parent]; parent != nil {
			p.asks = parent.asks
		}
		p.acts = l.acts(p)
		p.asks = slices.ContainsFunc(p.acts, func(a act) bool { return a.asks })
		out.of[c], byID[c.ID] = p, p
		if c.Counted() {
			out.passages = append(out.passages, p)
			enterInitials(p.words, out.initials)
			enterShort(p.words, c.Text, out.short)
		}
	}
	out.holders = holdersOf(len(out.passages), func(i int) *passage { return out.passages[i] })
	return out
}

func bagOf(ws []word) map[string]bool {
	bag := make(map[string]bool, len(ws))
	for i := range ws {
		if ws[i].weight > 0 {
			bag[ws[i].key] = true
		}
	}
	return bag
}

// mass is the weight of words.
func mass(ws []word) float64 {
	sum := 0.0
	for i := range ws {
		sum += ws[i].weight
	}
	return sum
}

// held is the share of words, by weight, that a bag has too; 1 for words without
// weight. Dates, sessions, numbers and symbols, which move with the calendar, are
// left out.
func held(ws []word, bag map[string]bool) float64 {
	all, both := 0.0, 0.0
	for i := range ws {
		if ws[i].kind != token.Word {
			continue
		}
		all += ws[i].weight
		if bag[ws[i].key] {
			both += ws[i].weight
		}
	}
	if all == 0 {
		return 1
	}
	return both / all
}

// What is new or gone stands nowhere in the other text. carriedShare is how much
// of it, by weight of words, one clause there may hold, or the rows of words that
// its clauses have in common with it: above half, it was carried over and rewritten.
// (Test: an ask carried into another clause.)
const carriedShare = 0.5

// carriedWords is the like for words that count alike: above it two clauses differ in
// a name or two. (Test: the thanks to another envoy.)
const carriedWords = 0.75

// heldWords is held with words that carry something counted alike.
func heldWords(ws []word, bag map[string]bool) float64 {
	all, both := 0, 0
	for i := range ws {
		if ws[i].kind != token.Word || ws[i].weight == 0 {
			continue
		}
		all++
		if bag[ws[i].key] {
			both++
		}
	}
	if all == 0 {
		return 1
	}
	return float64(both) / float64(all)
}

// carries tells whether the text has most of these words: in one clause, or in
// rows of three words and more. An ask goes on in clauses that ask only: a recital
// that names its matter asks nobody.
func (d *document) carries(ws []word, asking bool) bool {
	for _, p := range d.near(ws) {
		if (p.asks || !asking) && p.holds(ws) {
			return true
		}
	}
	return d.carriesRows(ws, asking)
}

// carriesRows is carries for rows of words alone.
func (d *document) carriesRows(ws []word, asking bool) bool {
	rows := &d.rows
	if asking {
		rows = &d.askedRows
	}
	if *rows == nil {
		*rows = map[string]bool{}
		for _, p := range d.passages {
			if p.asks || !asking {
				enterRows(p.words, *rows)
			}
		}
	}
	return inRows(ws, *rows) > carriedShare
}

// holds tells whether a clause has most of these words.
func (p *passage) holds(ws []word) bool {
	return held(ws, p.bag) > carriedShare || heldWords(ws, p.bag) > carriedWords
}

// rowWords is how many words that carry something make a row that is no chance.
const rowWords = 3

// inRows is the share of words, by weight, that stand in rows which are known,
// small words and marks left out.
func inRows(ws []word, rows map[string]bool) float64 {
	var heavy []word
	all := 0.0
	for _, w := range ws {
		if w.weight > 0 {
			heavy = append(heavy, w)
			all += w.weight
		}
	}
	found, until := 0.0, 0
	for i := 0; i+rowWords <= len(heavy); i++ {
		if !rows[termKey(heavy[i:i+rowWords])] {
			continue
		}
		for k := max(i, until); k < i+rowWords; k++ {
			found += heavy[k].weight
		}
		until = i + rowWords
	}
	if all == 0 {
		return 1
	}
	return found / all
}

// enterRows enters the rows of words.
func enterRows(ws []word, rows map[string]bool) {
	var heavy []word
	for _, w := range ws {
		if w.weight > 0 {
			heavy = append(heavy, w)
		}
	}
	for i := 0; i+rowWords <= len(heavy); i++ {
		rows[termKey(heavy[i:i+rowWords])] = true
	}
}

// has tells whether the text has these words somewhere: in a row, or, where they are
// many, nearly all of them in one clause. (Test: an ask that went into a neighbour.)
func (d *document) has(ws []word) bool {
	const many, nearly = 20.0, 0.75 // weight of six words and more; share of it
	return d.says(ws) || d.named(ws) || mass(ws) >= many && slices.ContainsFunc(d.near(ws), func(p *passage) bool { return held(ws, p.bag) >= nearly })
}

// named tells whether one clause has all of these words, which are names and more than
// one: who is named there is not new. (Test: a host whom another clause thanked.)
func (d *document) named(ws []word) bool {
	n := 0
	for i := range ws {
		if ws[i].weight > 0 {
			if !ws[i].capital || ws[i].kind != token.Word {
				return false
			}
			n++
		}
	}
	return n > 1 && slices.ContainsFunc(d.near(ws), func(p *passage) bool { return held(ws, p.bag) == 1 })
}

// says tells whether the text has these words in a row somewhere. Marks and
// capitals are not looked at.
func (d *document) says(ws []word) bool {
	want := row(ws)
	for _, p := range d.withAll(ws) {
		if strings.Contains(p.row, want) {
			return true
		}
	}
	return false
}

// saysIn tells whether any of the clauses has these words in a row.
func (d *document) saysIn(clauses []*resolution.Clause, ws []word) bool {
	want := row(ws)
	for _, c := range clauses {
		if p := d.of[c]; p != nil && strings.Contains(p.row, want) {
			return true
		}
	}
	return false
}

// row is words as one string in which a row of whole words can be found.
func row(ws []word) string {
	var b strings.Builder
	b.WriteByte(' ')
	for i := range ws {
		if ws[i].kind != token.Punct {
			b.WriteString(ws[i].key)
			b.WriteByte(' ')
		}
	}
	return b.String()
}
