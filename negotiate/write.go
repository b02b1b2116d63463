package negotiate

import (
	"slices"

	"reprise/diff"
	"reprise/internal/lexicon"
	"reprise/resolution"
	"reprise/resolution/recognise"
)

// Motion is an amendment as it is written: its operations, and its paragraphs as a
// committee secretariat prints them.
type Motion struct {
	Amendment
	Title string // of the draft
	Lines []Line
}

// Line is a paragraph of a written amendment.
type Line struct {
	Number string // "1."; "" where unnumbered
	Passage
	Kind  LineKind
	Shape resolution.Kind // of GivenLine
}

// LineKind is what a paragraph of a written amendment is.
type LineKind int

// The kinds of paragraph.
const (
	HeadLine        LineKind = iota // "Amendments to draft resolution A/200/L.3"
	TitleLine                       // the draft's title
	InstructionLine                 //
	GivenLine                       // text that the instruction before brings
)

// Write writes the differences of two texts as amendments to the old one, with
// clause numbers as of the old text: words where little changes, whole paragraphs
// where little stays, a term that changes everywhere once.
//
// Law 8: amendments are exact. Read from the lines and applied to the old text,
// they give the new: title, preamble, operative part, headings, annexes and
// footnotes, clause by clause and letter by letter (Same). It is tried before
// anything is returned: what does not come out is written in plainer and plainer
// operations, in the end as one text in the place of another.
func Write(c *diff.Comparison) *Motion {
	w := newWriter(c)
	var m *Motion
	for range maxTries {
		m = w.motion(w.operations())
		wrong := w.wrongIn(m)
		if len(wrong) == 0 {
			return m
		}
		if !w.coarsen(wrong) {
			break
		}
	}
	return w.motion(w.wholeText())
}

// maxTries is how often operations are made plainer: words, then paragraphs, then
// labels as printed.
const maxTries = 6

// Same tells whether two texts say the same to law 8, and the first clause where
// they do not: title, then each clause that counts, with kind, part, depth, label,
// words and footnotes.
func Same(a, b *resolution.Document) (string, bool) {
	if a.Title != b.Title {
		return "title", false
	}
	as, bs := bodyOf(a), bodyOf(b)
	for i := range max(len(as), len(bs)) {
		if i >= len(as) {
			return bs[i].ID, false
		}
		if i >= len(bs) || !sameClause(a, as[i], b, bs[i]) {
			return as[i].ID, false
		}
	}
	return "", true
}

func bodyOf(d *resolution.Document) []*resolution.Clause {
	var out []*resolution.Clause
	for _, c := range d.Clauses {
		if c.Counted() {
			out = append(out, c)
		}
	}
	return out
}

func sameClause(ad *resolution.Document, a *resolution.Clause, bd *resolution.Document, b *resolution.Clause) bool {
	return a.Kind == b.Kind && a.Part == b.Part && a.Depth == b.Depth && a.Label == b.Label && a.Text == b.Text &&
		slices.Equal(notesOf(ad, a), notesOf(bd, b))
}

// notesOf are the footnotes of a clause with their text; of a mark without a note
// the place alone.
func notesOf(d *resolution.Document, c *resolution.Clause) []Note {
	var out []Note
	for _, ref := range c.Notes {
		n := Note{At: ref.At}
		if f := d.Footnote(ref.Mark); f != nil {
			n.Text = f.Text
		}
		out = append(out, n)
	}
	return out
}

// writer makes operations of a comparison.
type writer struct {
	old, new *resolution.Document
	lex      *lexicon.Lexicon
	grammar  *grammar
	draft    *draft                                    // of the old text, to try the names of places
	partner  map[*resolution.Clause]*resolution.Clause // both ways
	moved    map[*resolution.Clause]bool               // of the new text
	coarse   map[*resolution.Clause]int                // of the new text: how plainly it must be written
	relabel  map[*resolution.Clause]bool               // of the new text: its number is given, for counting does not give it
	terms    []term

	onlyLabel map[*resolution.Clause]bool // of the new text: all but its number came out
}

func newWriter(c *diff.Comparison) *writer {
	w := &writer{old: c.Old, new: c.New, lex: writingLexicon(c.Old.Language), draft: newDraft(c.Old),
		partner: map[*resolution.Clause]*resolution.Clause{}, moved: map[*resolution.Clause]bool{},
		coarse: map[*resolution.Clause]int{}, relabel: map[*resolution.Clause]bool{}, onlyLabel: map[*resolution.Clause]bool{}}
	w.grammar = grammarOf(w.lex)
	for i := range c.Changes {
		ch := &c.Changes[i]
		for k := range min(len(ch.Old), len(ch.New)) {
			w.pair(ch.Old[k], ch.New[k], ch.Moved || k > 0)
		}
	}
	w.terms = w.findTerms()
	return w
}

// pair joins two clauses that can be one: of one kind, part and depth. Only what
// stays in its order stays in its place.
func (w *writer) pair(old, new *resolution.Clause, moved bool) {
	if !old.Counted() || !new.Counted() || old.Kind != new.Kind || old.Part != new.Part || old.Depth != new.Depth || (old.Parent == "") != (new.Parent == "") {
		return
	}
	if old.Section != "" && new.Section != "" && old.Section != new.Section {
		return
	}
	if moved && (old.Depth > 0 || hasBelow(w.old, old)) {
		return
	}
	w.partner[old], w.partner[new] = new, old
	w.moved[new] = moved
}

func hasBelow(d *resolution.Document, c *resolution.Clause) bool {
	at := slices.Index(d.Clauses, c)
	return at+1 < len(d.Clauses) && hangsBelow(d.Clauses[at+1], c)
}

// motion is the amendment of some operations, with its lines.
func (w *writer) motion(ops []Operation) *Motion {
	m := &Motion{Title: w.old.Title}
	m.Amendment = Amendment{Draft: w.old.Symbol, Language: w.lex.Code(), Operations: ops, Genre: resolution.AmendmentGenre}
	p := &printer{writer: w, numbered: len(ops) > 1}
	m.Lines = p.lines(ops)
	return m
}

// reread reads the lines of an amendment as the text form has them.
func (m *Motion) reread(lex *lexicon.Lexicon) (*Amendment, error) {
	var blocks []recognise.Block
	for _, line := range m.Text() {
		blocks = append(blocks, recognise.Block{Spans: []recognise.Span{{Text: line}}})
	}
	doc, err := recognise.Amendment(background, blocks, lex, recognise.Exact)
	if err != nil {
		return nil, err
	}
	return Read(doc), nil
}

// wrongIn reads an amendment back, applies it, and lists the clauses of the new
// text that it does not give; a list with nil where something else is wrong.
func (w *writer) wrongIn(m *Motion) []*resolution.Clause {
	a, err := m.reread(w.lex)
	if err != nil || len(a.Unread) > 0 {
		return []*resolution.Clause{nil}
	}
	r := Apply(w.old, a)
	if _, same := Same(r.Amended, w.new); same && !r.refusedAny() {
		return nil
	}
	got, want := bodyOf(r.Amended), bodyOf(w.new)
	if len(got) != len(want) {
		return append(w.refused(r), nil)
	}
	var wrong []*resolution.Clause
	for i := range want {
		if sameClause(r.Amended, got[i], w.new, want[i]) {
			continue
		}
		wrong = append(wrong, want[i])
		relabelled := *got[i]
		relabelled.Label = want[i].Label
		w.onlyLabel[want[i]] = w.partner[want[i]] != nil && sameClause(r.Amended, &relabelled, w.new, want[i])
	}
	if wrong == nil {
		wrong = []*resolution.Clause{nil}
	}
	return wrong
}

func (r *Result) refusedAny() bool {
	return slices.ContainsFunc(r.Outcomes, func(o Outcome) bool { return o.State == Refused })
}

// refused are the clauses whose operations were refused.
func (w *writer) refused(r *Result) []*resolution.Clause {
	var out []*resolution.Clause
	for _, o := range r.Outcomes {
		if o.State == Refused && o.Refusal.Clause != "" {
			if n := w.partner[w.old.Clause(o.Refusal.Clause)]; n != nil {
				out = append(out, n)
			}
		}
	}
	return out
}

// coarsen has clauses written more plainly; false where nothing plainer is left.
func (w *writer) coarsen(wrong []*resolution.Clause) bool {
	did := false
	for _, c := range wrong {
		switch {
		case c == nil:
			continue
		case w.onlyLabel[c] && !w.relabel[c]:
			w.relabel[c], did = true, true
		case w.coarse[c] < asGiven:
			w.coarse[c]++
			did = true
		}
	}
	if !did && len(w.terms) > 0 {
		w.terms, did = nil, true
	}
	return did
}

// How plainly a clause is written.
const (
	inWords = iota // its words are changed
	asText         // it is replaced as a whole
	asGiven        // its number is given too, and all that the text does not tell
)
