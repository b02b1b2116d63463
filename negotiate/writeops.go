package negotiate

import (
	"strings"

	"reprise/diff"
	"reprise/resolution"
)

// operations are those that make the new text of the old, in the order of the
// text.
func (w *writer) operations() []Operation {
	var ops []Operation
	for _, t := range w.terms {
		ops = append(ops, t.operation())
	}
	ops = append(ops, w.titleChange()...)
	ops = append(ops, w.deletions()...)
	ops = append(ops, w.walk()...)
	return append(ops, w.labelChanges()...)
}

// titleChange changes the title.
func (w *writer) titleChange() []Operation {
	title := w.applied(w.old.Title, TitlePlace, resolution.Front)
	if title == w.new.Title || w.draft.title == nil {
		return nil
	}
	return []Operation{{Kind: Replace, Targets: []Target{{Kind: TitlePlace}}, Given: []Given{{Passage: Passage{Text: w.new.Title}, Depth: labelDepth}}}}
}

// deletions deletes what has no partner: a paragraph with all its points at once,
// neighbours in one sentence.
func (w *writer) deletions() []Operation {
	var ops []Operation
	whole := map[string]bool{} // IDs whose family goes
	gone := func(c *resolution.Clause) bool { return c.Counted() && w.partner[c] == nil }
	clauses := bodyOf(w.old)
	for i, c := range clauses {
		if !gone(c) || whole[c.Parent] {
			if whole[c.Parent] {
				whole[c.ID] = true
			}
			continue
		}
		t := Target{Kind: NamedPlace, Ours: c.ID}
		all := true
		for _, below := range clauses[i+1:] {
			if !hangsBelow(below, c) {
				break
			}
			all = all && gone(below)
		}
		if t.Chapeau = !all; all {
			whole[c.ID] = true
		}
		if n := len(ops); n > 0 && i > 0 && !t.Chapeau && len(ops[n-1].Targets) < maxListed && !ops[n-1].Targets[0].Chapeau {
			ops[n-1].Targets = append(ops[n-1].Targets, t)
			continue
		}
		ops = append(ops, Operation{Kind: Delete, Targets: []Target{t}})
	}
	return ops
}

// maxListed is how many places are listed in one sentence.
const maxListed = 12

// hangsBelow tells whether a clause hangs below another that stands before it.
func hangsBelow(c, top *resolution.Clause) bool {
	return c.Part == top.Part && c.Kind != resolution.Heading && top.Kind == resolution.Paragraph && (c.Depth > top.Depth || c.Parent != "" && top.Depth == 0 && c.Parent == top.ID)
}

// walk goes through the new text and brings, moves and changes its clauses.
func (w *writer) walk() []Operation {
	var ops []Operation
	var group []*resolution.Clause
	var prev *resolution.Clause // of the new text: the last that was in the old
	body := bodyOf(w.new)
	flush := func(next *resolution.Clause) {
		for len(group) > 0 {
			n := 1
			for n < len(group) && group[n].Part == group[0].Part {
				n++
			}
			ops = append(ops, w.insertion(group[:n], prev, next))
			group = group[n:]
		}
	}
	for i, c := range body {
		old := w.partner[c]
		if old == nil {
			group = append(group, c)
			continue
		}
		next := c
		if w.moved[c] {
			next = nil
			if prev == nil {
				next = w.nextStaying(body[i:])
			}
		}
		flush(next)
		if w.moved[c] {
			ops = append(ops, w.move(old, prev, w.nextStaying(body[i:])))
		}
		ops = append(ops, w.changes(old, c)...)
		prev = c
	}
	flush(nil)
	return ops
}

// nextStaying is the first clause that keeps its place.
func (w *writer) nextStaying(rest []*resolution.Clause) *resolution.Clause {
	for _, c := range rest {
		if w.partner[c] != nil && !w.moved[c] {
			return c
		}
	}
	return nil
}

// insertion brings clauses of one part between two that were there.
func (w *writer) insertion(group []*resolution.Clause, prev, next *resolution.Clause) Operation {
	op := Operation{Kind: Insert, Side: After, part: group[0].Part}
	switch {
	case prev != nil:
		t, family := w.anchor(prev, group[0])
		op.Targets = []Target{t}
		if !family && next != nil && w.partner[next] != nil {
			op.Side, op.Targets = Before, []Target{w.named(next)}
		}
	case next != nil:
		op.Side, op.Targets = Before, []Target{w.named(next)}
	default: // nothing of the old text stays
		if body := bodyOf(w.old); len(body) > 0 {
			op.Targets = []Target{{Kind: NamedPlace, Ours: body[len(body)-1].ID}}
		}
	}
	for _, c := range group {
		op.Given = append(op.Given, w.given(c))
	}
	return op
}

func (w *writer) named(c *resolution.Clause) Target {
	return Target{Kind: NamedPlace, Ours: w.partner[c].ID}
}

// anchor is the clause behind which a new one is put: the one before it, or the
// paragraph to which that belongs, where the new one is no deeper. family says
// whether what hangs below the anchor in the old text ends there.
func (w *writer) anchor(prev, first *resolution.Clause) (Target, bool) {
	old := w.partner[prev]
	for old.Depth > first.Depth || old.Parent != "" && old.Depth == 0 {
		up := w.old.Clause(old.Parent)
		if up == nil || w.partner[up] == nil {
			break
		}
		old = up
	}
	var last *resolution.Clause
	below := false
	for _, c := range w.old.Clauses {
		if c == old {
			below, last = true, c
		} else if below && !hangsBelow(c, old) {
			break
		} else if below && w.partner[c] != nil {
			last = c
		}
	}
	return Target{Kind: NamedPlace, Ours: old.ID}, last == w.partner[prev]
}

// move moves a clause behind the one that stands before it in the new text.
func (w *writer) move(old, prev, next *resolution.Clause) Operation {
	op := Operation{Kind: Move, Targets: []Target{{Kind: NamedPlace, Ours: old.ID}}, Side: After}
	if prev != nil {
		op.To, _ = w.anchor(prev, old)
		return op
	}
	op.Side = Before
	if next != nil {
		op.To = w.named(next)
	}
	return op
}

// given is a clause as an amendment brings it.
func (w *writer) given(c *resolution.Clause) Given {
	return Given{Passage: Passage{Text: c.Text, Notes: notesOf(w.new, c)}, Label: c.Label, Kind: c.Kind, Part: c.Part, Depth: c.Depth, Flush: isFlush(c), exact: w.coarse[c] == asGiven}
}

// changes makes the words of a clause those of its partner.
func (w *writer) changes(old, new *resolution.Clause) []Operation {
	text := w.applied(old.Text, ClausePlace, old.Part)
	if text == new.Text && sameNotes(notesOf(w.old, old), notesOf(w.new, new), text == old.Text) && w.coarse[new] == inWords {
		return nil
	}
	target := Target{Kind: NamedPlace, Ours: old.ID}
	if w.coarse[new] == inWords && sameNotes(notesOf(w.old, old), notesOf(w.new, new), false) {
		if ops, ok := w.wordChanges(text, new.Text, target); ok {
			return ops
		}
	}
	target.Chapeau = hasBelow(w.old, old)
	return []Operation{{Kind: Replace, Targets: []Target{target}, Given: []Given{w.given(new)}}}
}

// sameNotes tells whether two clauses cite the same notes, and, where asked, at the
// same places.
func sameNotes(a, b []Note, placed bool) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Text != b[i].Text || placed && a[i].At != b[i].At {
			return false
		}
	}
	return true
}

const (
	// maxWordChanges is how many changes of words one clause gets before it is
	// replaced as a whole: a reader follows three.
	maxWordChanges = 3
	// leastKept is the share of words, in hundredths, that must stay for words to
	// be changed one by one: where little stays, secretariats print the paragraph.
	leastKept = 50
)

// hunk is words that give way to others at a place of a text.
type hunk struct {
	at       int // in the old text
	old, new string
}

// wordChanges are the operations on words that make one text of another; false
// where the text is better replaced.
func (w *writer) wordChanges(old, new string, t Target) ([]Operation, bool) {
	hunks := hunksOf(diff.Words(old, new))
	kept := len(old)
	for _, h := range hunks {
		kept -= len(h.old)
	}
	if len(hunks) > maxWordChanges || kept*100 < leastKept*len(old) {
		return nil, false
	}
	var ops []Operation
	text, shift := old, 0
	for _, h := range hunks {
		op, ok := w.wordChange(text, hunk{h.at + shift, h.old, h.new})
		if !ok {
			return nil, false
		}
		op.Targets = []Target{t}
		ops = append(ops, op)
		at := h.at + shift
		text = text[:at] + h.new + text[at+len(h.old):]
		shift += len(h.new) - len(h.old)
	}
	return ops, true
}

func hunksOf(edits []diff.Edit) []hunk {
	var out []hunk
	at := 0
	open := false
	for _, e := range edits {
		if e.Op == diff.Equal {
			at += len(e.Text)
			open = false
			continue
		}
		if !open {
			out = append(out, hunk{at: at})
			open = true
		}
		h := &out[len(out)-1]
		if e.Op == diff.Delete {
			h.old += e.Text
			at += len(e.Text)
		} else {
			h.new += e.Text
		}
	}
	return out
}

// wordChange is one operation on words: with as much around them as makes them
// stand once in the text.
func (w *writer) wordChange(text string, h hunk) (Operation, bool) {
	for more := range maxContext {
		from, to := widened(text, h.at, h.at+len(h.old), more)
		words := text[from:to]
		by := text[from:h.at] + h.new + text[h.at+len(h.old):to]
		op := Operation{Kind: ReplaceWords, Words: strings.TrimSpace(words), By: Passage{Text: strings.TrimSpace(by)}}
		if more == 0 && strings.TrimSpace(h.new) == "" {
			op = Operation{Kind: DeleteWords, Words: strings.TrimSpace(h.old)}
		}
		if more > 0 && strings.TrimSpace(h.old) == "" {
			left := strings.TrimSpace(text[from:h.at])
			op = Operation{Kind: InsertWords, Side: After, Words: left, By: Passage{Text: strings.TrimRight(h.new, " ")}}
			op.By.Text = strings.TrimSpace(op.By.Text)
		}
		want := text[:h.at] + h.new + text[h.at+len(h.old):]
		if w.gives(text, op, want) {
			return op, true
		}
		op = Operation{Kind: ReplaceWords, Words: strings.TrimSpace(words), By: Passage{Text: strings.TrimSpace(by)}}
		if more > 0 && w.gives(text, op, want) {
			return op, true
		}
	}
	return Operation{}, false
}

// maxContext is how many words on either side are taken to tell a place.
const maxContext = 8

// widened takes whole words on both sides of a stretch.
func widened(text string, from, to, words int) (int, int) {
	for range words {
		if i := strings.LastIndexByte(strings.TrimRight(text[:from], " "), ' '); i >= 0 {
			from = i + 1
		} else {
			from = 0
		}
		rest := text[to:]
		lead := len(rest) - len(strings.TrimLeft(rest, " "))
		if i := strings.IndexByte(rest[lead:], ' '); i >= 0 {
			to += lead + i
		} else {
			to = len(text)
		}
	}
	return from, to
}

// gives tells whether an operation on words gives a text, tried with the engine
// that applies it.
func (w *writer) gives(text string, op Operation, want string) bool {
	if op.Words == "" || op.Kind != DeleteWords && op.By.Text == "" || len(occurrencesIn(text, op.Words)) != 1 {
		return false
	}
	c := &resolution.Clause{ID: "op1", Part: resolution.Operative, Text: text}
	s := &session{draft: newDraft(&resolution.Document{Clauses: []*resolution.Clause{c}}), by: 1, result: &Result{}, out: &Outcome{}}
	at := occurrencesIn(text, op.Words)[0]
	s.change(&op, stretch{node: s.nodes[0], from: at[0], to: at[1]})
	return s.nodes[0].text.text == want
}

// labelChanges gives numbers where counting anew does not give them, once other
// ways have failed.
func (w *writer) labelChanges() []Operation {
	var ops []Operation
	for _, c := range bodyOf(w.new) {
		if old := w.partner[c]; old != nil && w.relabel[c] {
			ops = append(ops, Operation{Kind: Relabel, Targets: []Target{{Kind: NamedPlace, Ours: old.ID}}, Label: c.Label})
		}
	}
	return ops
}

// wholeText puts the new text in the place of the old one, with everything said.
func (w *writer) wholeText() []Operation {
	var ops []Operation
	w.terms = nil
	ops = append(ops, w.titleChange()...)
	op := Operation{Kind: Replace, Targets: []Target{{Kind: TextPlace}}}
	for _, c := range bodyOf(w.new) {
		w.coarse[c] = asGiven
		op.Given = append(op.Given, w.given(c))
	}
	return append(ops, op)
}
