package rolling

import (
	"slices"
	"strings"

	"reprise/internal/lexicon"
	"reprise/resolution"
)

// Read reads the brackets of a text, as package read opened it. It never fails:
// brackets without their other half are listed in Loose.
func Read(doc *resolution.Document) *Text {
	t := &Text{Doc: doc}
	r := &reader{text: t, words: wordsOf(lexicon.With(doc.Language, "rolling"))}
	var list []*resolution.Clause
	for _, c := range doc.Clauses {
		if c.Counted() || c.Role == resolution.TitleRole {
			list = append(list, c)
		}
	}
	texts := make([]string, len(list))
	for i, c := range list {
		texts[i] = c.Text
	}
	r.findNames(texts)
	r.match(list)
	for i, c := range list {
		r.clause(i, c)
	}
	r.settle()
	return t
}

// reader reads one text.
type reader struct {
	text  *Text
	words *words
	marks map[place]*Bracket // brackets by the places of their marks
	shut  map[place]bool     // the places of marks that close
	open  []*Bracket         // those that went on from clauses before
	seen  map[string]bool    // folded names that stand before colons somewhere
}

// place is a byte of a clause, -1 for a mark in its label.
type place struct{ clause, at int }

// match finds which brackets belong together, also across clauses.
func (r *reader) match(list []*resolution.Clause) {
	r.marks, r.shut = map[place]*Bracket{}, map[place]bool{}
	var stack []place
	for i, c := range list {
		if strings.HasPrefix(c.Label, "[") && !strings.Contains(c.Label, "]") {
			stack = append(stack, place{i, labelMark})
		}
		marksOf(c.Text, func(at int, mark byte) {
			p := place{i, at}
			switch {
			case mark == '[':
				stack = append(stack, p)
			case len(stack) == 0:
				r.text.Loose = append(r.text.Loose, Loose{Clause: c})
			default:
				opens := stack[len(stack)-1]
				stack = stack[:len(stack)-1]
				b := &Bracket{Across: i - opens.clause + 1}
				r.marks[opens], r.marks[p], r.shut[p] = b, b, true
			}
		})
	}
	for _, p := range stack { // not closed: to the end of its clause
		r.text.Loose = append(r.text.Loose, Loose{Clause: list[p.clause], Opens: true})
		r.marks[p] = &Bracket{Across: 1, loose: true}
	}
}

// labelMark is the place of a bracket that opens before the label: "[OP3."
const labelMark = -1

// marksOf calls f for each square bracket that no backslash makes a character of the
// text.
func marksOf(text string, f func(at int, mark byte)) {
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '[', ']':
			f(i, text[i])
		}
	}
}

// level is a bracket that is open, with what it has so far.
type level struct {
	bracket *Bracket
	pieces  []Piece
}

// walker goes through one clause.
type walker struct {
	*reader
	levels []level
	text   strings.Builder
}

func (w *walker) top() *level { return &w.levels[len(w.levels)-1] }

func (w *walker) enter(b *Bracket) {
	w.flush()
	w.reader.text.brackets = append(w.reader.text.brackets, b)
	w.levels = append(w.levels, level{bracket: b})
}

func (w *walker) leave() {
	w.flush()
	last := *w.top()
	if len(w.levels) == 1 {
		return
	}
	w.levels = w.levels[:len(w.levels)-1]
	w.top().pieces = append(w.top().pieces, Piece{Bracket: last.bracket, Inner: last.pieces})
}

func (w *walker) flush() {
	if w.text.Len() > 0 {
		w.top().pieces = append(w.top().pieces, Piece{Text: w.text.String()})
		w.text.Reset()
	}
}

// leaveStruck ends what is struck through, where that is what is open.
func (w *walker) leaveStruck() {
	if w.top().bracket.isStruck() {
		w.leave()
	}
}

// clause reads the pieces of one clause.
func (r *reader) clause(i int, c *resolution.Clause) {
	w := &walker{reader: r, levels: []level{{}}}
	for _, b := range r.open { // they go on
		w.levels = append(w.levels, level{bracket: b})
	}
	if b := r.marks[place{i, labelMark}]; b != nil {
		w.enter(b)
	}
	struck := false
	for at := 0; at < len(c.Text); at++ {
		if s := isStruck(c, at); s && !struck {
			w.enter(&Bracket{Kind: Struck, Across: 1})
			struck = true
		} else if !s && struck {
			w.leaveStruck()
			struck = false
		}
		b := r.marks[place{i, at}]
		switch {
		case b != nil && r.shut[place{i, at}]:
			w.leaveStruck()
			w.leave()
			if struck = isStruck(c, at+1); struck {
				w.enter(&Bracket{Kind: Struck, Across: 1})
			}
		case b != nil:
			w.enter(b)
		case c.Text[at] == '\\' && at+1 < len(c.Text):
			at++
			w.text.WriteByte(c.Text[at])
		case c.Text[at] == ']': // without its other half
		default:
			w.text.WriteByte(c.Text[at])
		}
	}
	w.flush()
	r.open = nil
	for len(w.levels) > 1 {
		if b := w.top().bracket; !b.isStruck() && !b.loose {
			r.open = append(r.open, b)
		}
		w.leave()
	}
	slices.Reverse(r.open)
	r.text.Clauses = append(r.text.Clauses, &Clause{Clause: c, Pieces: w.levels[0].pieces})
}

func (b *Bracket) isStruck() bool { return b != nil && b.Kind == Struck }

// isStruck tells whether a byte of a clause is struck through.
func isStruck(c *resolution.Clause, at int) bool {
	return slices.ContainsFunc(c.Struck, func(s resolution.Stretch) bool { return s.From <= at && at < s.To })
}
