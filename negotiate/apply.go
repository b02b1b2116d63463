package negotiate

import (
	"slices"
	"strconv"
	"strings"

	"reprise/diff"
	"reprise/resolution"
)

// Apply applies amendments to a draft in the order given, each on the text as it
// stood. Numbers of paragraphs are the draft's, whatever was put in or deleted
// before; words are sought in the text as amended so far. An operation that does
// not fit is refused, with the reason, and leaves the text as it is; the others
// are applied. It never fails.
func Apply(doc *resolution.Document, amendments ...*Amendment) *Result {
	s := &session{draft: newDraft(doc), result: &Result{Draft: doc, Amendments: amendments}}
	for i, a := range amendments {
		s.by = i + 1
		for k := range a.Operations {
			s.apply(&a.Operations[k], a)
		}
	}
	s.finish()
	return s.result
}

// session is one application.
type session struct {
	*draft
	result *Result
	by     int // the amendment in hand, from 1
	out    *Outcome
}

// OfOther tells whether an amendment is to another draft than the one given;
// where either names none, it is not.
func (a *Amendment) OfOther(doc *resolution.Document) bool {
	return a.Draft != "" && doc.Symbol != "" && a.Draft != doc.Symbol
}

func (s *session) apply(op *Operation, a *Amendment) {
	s.result.Outcomes = append(s.result.Outcomes, Outcome{Amendment: s.by - 1, Operation: op})
	s.out = &s.result.Outcomes[len(s.result.Outcomes)-1]
	if a.OfOther(s.doc) {
		s.refuse(&Refusal{Reason: OtherDraft, Other: string(a.Draft)})
		return
	}
	switch op.Kind {
	case Delete:
		s.deleteClauses(op)
	case Replace:
		s.replaceClauses(op)
	case Insert:
		s.insertClauses(op)
	case Move:
		s.moveClauses(op)
	case DeleteWords, ReplaceWords, InsertWords:
		s.changeWords(op)
	case Relabel:
		s.relabel(op)
	}
}

func (s *session) refuse(why *Refusal) { s.out.State, s.out.Refusal = Refused, why }

// places are the clauses that the targets of an operation name, each list one
// target; false where one is refused.
func (s *session) places(op *Operation) ([][]*node, bool) {
	var all [][]*node
	if len(op.Targets) == 0 {
		s.refuse(&Refusal{Reason: NotUnderstood})
		return nil, false
	}
	for _, t := range op.Targets {
		found, why := s.find(t)
		if why != nil {
			s.refuse(why)
			return nil, false
		}
		all = append(all, found)
	}
	return all, true
}

// touched notes a clause in the outcome.
func (s *session) touched(n *node) {
	id := ""
	if n.origin != nil {
		id = n.origin.ID
	}
	if !slices.Contains(s.out.Clauses, id) {
		s.out.Clauses = append(s.out.Clauses, id)
	}
}

// deleteClauses deletes each place with all that hangs below it.
func (s *session) deleteClauses(op *Operation) {
	places, ok := s.places(op)
	if !ok {
		return
	}
	var all []*node
	gone := 0
	for i, list := range places {
		for _, n := range list {
			if op.Targets[i].Chapeau {
				all = append(all, n)
			} else {
				all = append(all, s.family(n)...)
			}
			if n.gone != byDraft {
				gone++
			}
		}
	}
	if gone > 0 && gone == len(all) {
		s.out.State = Fulfilled
		return
	}
	for _, n := range all {
		s.touched(n)
		s.collideOnDeletion(n)
		s.remove(n)
	}
}

func (s *session) remove(n *node) {
	if n.gone == byDraft {
		n.gone = s.by
	}
}

// replaceClauses puts text in the place of clauses. The first of each takes the
// place of the first clause, so that what stays of its words stays.
func (s *session) replaceClauses(op *Operation) {
	places, ok := s.places(op)
	if !ok {
		return
	}
	if len(op.Given) == 0 {
		s.refuse(&Refusal{Reason: NothingGiven, Place: op.Targets[0]})
		return
	}
	var all []*node
	for i, list := range places {
		for _, n := range list {
			switch {
			case op.Targets[i].Kind == TextPlace && n.titled:
			case op.Targets[i].Kind == WholePlace || op.Targets[i].Kind == TextPlace || op.Targets[i].Chapeau:
				all = append(all, n)
			default:
				all = append(all, s.family(n)...)
			}
		}
	}
	for _, n := range all {
		if n.gone != byDraft {
			s.refuse(s.deletedBefore(n, op.Targets[0]))
			return
		}
	}
	for _, n := range all {
		s.touched(n)
		s.collideOnDeletion(n)
	}
	if len(all) == 0 {
		s.bring(op.Given, s.endOf(resolution.Operative), nil)
		return
	}
	s.putInPlace(all, op)
}

// putInPlace rewrites clauses one by one with what is given, as long as both are
// of one kind and depth; what is left over on either side goes or comes.
func (s *session) putInPlace(all []*node, op *Operation) {
	last := all[0]
	i := 0
	given := op.Given
	for len(given) > 0 && i < len(all) && s.fits(given[0], all[i]) {
		s.rewrite(all[i], given[0])
		last, given, i = all[i], given[1:], i+1
	}
	for _, n := range all[i:] {
		s.remove(n)
	}
	if len(given) > 0 {
		s.bring(given, slices.Index(s.nodes, last)+1, last)
	}
}

// fits tells whether given text can take the place of a clause.
func (s *session) fits(g Given, n *node) bool {
	if g.Kind != n.Kind && (g.Kind != resolution.Heading || !n.titled) && !n.titled {
		return false
	}
	if g.Part != resolution.Front && g.Part != n.Part && !n.titled {
		return false
	}
	if g.Depth >= 0 {
		return g.Depth == n.Depth
	}
	if n.Kind != resolution.Paragraph {
		return true
	}
	if g.Flush || n.isFlush() {
		return g.Flush == n.isFlush()
	}
	if g.Label == "" {
		return n.Depth == 0 || g.Depth == pointDepth || !strings.HasPrefix(n.Label, "(")
	}
	return styleOf(g.Label) == styleOf(n.Label)
}

// rewrite gives a clause another text; the words that stay are still the draft's.
func (s *session) rewrite(n *node, g Given) {
	switch {
	case g.exact:
		n.Label, n.fixed = g.Label, true
	case g.Label != "" && g.Label != n.Label:
		n.Label, n.fixed = g.Label, isFixed(g.Label)
	}
	if n.titled && !strings.HasPrefix(g.Text, s.beforeTitle()) {
		g.Passage = Passage{Text: s.beforeTitle() + g.Text}
	}
	in := s.written(g.Passage, s.by)
	kept := n.text.notes
	n.text.notes = nil
	at := 0
	for _, e := range diff.Words(n.text.text, g.Text) {
		switch e.Op {
		case diff.Equal:
			at += len(e.Text)
		case diff.Delete:
			s.splice(n, at, at+len(e.Text), passage{}, s.by)
		case diff.Insert:
			s.splice(n, at, at, s.written(Passage{Text: e.Text}, s.by), s.by)
			at += len(e.Text)
		}
	}
	n.text.notes = s.keptNotes(kept, in.notes)
}

// keptNotes are the notes of a new text; one that says what an old one said is
// that one still.
func (s *session) keptNotes(old, new []citedNote) []citedNote {
	for i := range new {
		for _, o := range old {
			if s.notes[o.note].node.text.text == s.notes[new[i].note].node.text.text {
				new[i].note = o.note
			}
		}
	}
	return new
}

// insertClauses brings clauses.
func (s *session) insertClauses(op *Operation) {
	if len(op.Given) == 0 {
		why := &Refusal{Reason: NothingGiven}
		if len(op.Targets) > 0 {
			why.Place = op.Targets[0]
		}
		s.refuse(why)
		return
	}
	at, beside, ok := s.room(op)
	if !ok {
		return
	}
	if beside != nil && beside.origin != nil {
		s.touched(beside)
	}
	s.bring(op.Given, at, beside)
}

// room is where clauses are brought to, and the clause beside it.
func (s *session) room(op *Operation) (at int, beside *node, ok bool) {
	if len(op.Targets) == 0 {
		return s.endOf(resolution.Operative), nil, true
	}
	t := op.Targets[0]
	if op.Side == As {
		return s.roomFor(t)
	}
	places, ok := s.places(&Operation{Targets: []Target{t}})
	if !ok {
		return 0, nil, false
	}
	at, beside = s.roomBeside(op.Side, t, places[0])
	return at, beside, true
}

// roomBeside is the place on a side of clauses: behind what hangs below the last of
// them, and behind what was put there before.
func (s *session) roomBeside(side Side, t Target, places []*node) (int, *node) {
	first, last := places[0], places[len(places)-1]
	switch {
	case side == Before || side == AtStart && t.Kind == WholePlace:
		return slices.Index(s.nodes, first), first
	case side == AtStart:
		return slices.Index(s.nodes, first) + 1, first
	}
	at := slices.Index(s.nodes, last) + 1
	if t.Kind != WholePlace && !t.Chapeau {
		at = slices.Index(s.nodes, last) + len(s.family(last))
	}
	for at < len(s.nodes) && s.nodes[at].origin == nil {
		at++
	}
	return at, last
}

// roomFor is the place of a paragraph by the number that it is to bear: "PP5
// bis" stands behind PP5, a number that is taken before the one that has it.
func (s *session) roomFor(t Target) (int, *node, bool) {
	if found, why := s.find(t); why == nil {
		if t.Number == lastNumber {
			at, beside := s.roomBeside(After, t, found)
			return at, beside, true
		}
		return slices.Index(s.nodes, found[0]), found[0], true
	}
	base := t
	if n := len(t.Points); n > 0 { // behind the last point
		base.Points = t.Points[:n-1]
		found, why := s.find(base)
		if why != nil {
			s.refuse(why)
			return 0, nil, false
		}
		at, beside := s.roomBeside(AtEnd, base, found)
		return at, beside, true
	}
	base.Number = digits(t.Number)
	if base.Number == t.Number {
		n, _ := strconv.Atoi(t.Number)
		base.Number = decimal(n - 1)
	}
	found, why := s.find(base)
	if why != nil {
		s.refuse(why)
		return 0, nil, false
	}
	at, beside := s.roomBeside(After, t, found)
	return at, beside, true
}

func digits(s string) string {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return s[:n]
}

func decimal(n int) string { return strconv.Itoa(n) }

// endOf is the place behind the last clause of a part, or where it would be.
func (s *session) endOf(part resolution.Part) int {
	at := 0
	for i, n := range s.nodes {
		if n.Part <= part {
			at = i + 1
		}
	}
	return at
}

// bring puts given clauses at a place beside a clause.
func (s *session) bring(given []Given, at int, beside *node) {
	var list []*node
	for _, g := range given {
		n := &node{by: s.by, text: s.written(g.Passage, s.by)}
		n.Kind, n.Label, n.Part = g.Kind, g.Label, g.Part
		n.fixed = isFixed(g.Label) || g.exact
		if beside != nil {
			n.Section = beside.Section
			if n.Part == resolution.Front {
				n.Part = beside.Part
			}
			if n.Part != beside.Part {
				n.Section = ""
			}
		} else if n.Part == resolution.Front {
			n.Part = resolution.Operative
		}
		n.Depth, n.flush = g.Depth, g.Flush
		if g.Flush {
			n.Depth = 0
		}
		if g.Depth == pointDepth {
			n.Depth = max(1, depthOf(beside))
		}
		list = append(list, n)
	}
	s.out.Added += len(list)
	s.nodes = slices.Insert(s.nodes, at, list...)
	s.settleDepths()
}

// moveClauses moves each place with all that hangs below it.
func (s *session) moveClauses(op *Operation) {
	places, ok := s.places(op)
	if !ok {
		return
	}
	to, why := s.find(op.To)
	if why != nil && op.Side == As {
		return // "paragraph 8 becomes paragraph 9" only counts on
	}
	if why != nil {
		s.refuse(why)
		return
	}
	var moving []*node
	for _, list := range places {
		for _, n := range list {
			moving = append(moving, s.family(n)...)
		}
	}
	for _, n := range moving {
		if op.To.Kind != WholePlace && slices.Contains(to, n) {
			s.refuse(&Refusal{Reason: NotUnderstood, Place: op.To})
			return
		}
		if n.gone != byDraft {
			s.refuse(s.deletedBefore(n, op.Targets[0]))
			return
		}
	}
	side := op.Side
	if side == As { // it is to bear the number that the other bears now
		if s.counted(moving[0]) == op.To.Number {
			return
		}
		side = Before
		if slices.Index(s.nodes, moving[0]) < slices.Index(s.nodes, to[0]) {
			side = After
		}
	}
	s.nodes = slices.DeleteFunc(slices.Clone(s.nodes), func(n *node) bool { return slices.Contains(moving, n) })
	if to = slices.DeleteFunc(slices.Clone(to), func(n *node) bool { return slices.Contains(moving, n) }); len(to) == 0 {
		return // all of the part moved to its end
	}
	at, beside := s.roomBeside(side, op.To, to)
	for _, n := range moving {
		s.touched(n)
		n.moved = s.by
		if n.Part != beside.Part {
			n.Part, n.Label, n.Section = beside.Part, "", beside.Section
		}
	}
	s.nodes = slices.Insert(s.nodes, at, moving...)
}

// counted is the number that a paragraph of the first level has as the text stands.
func (s *session) counted(n *node) string {
	place := 0
	for _, m := range s.nodes {
		if m.gone == byDraft && m.Part == n.Part && m.Section == n.Section && m.Kind == resolution.Paragraph && m.Depth == 0 && m.Parent == "" && m.Counted() {
			place++
		}
		if m == n {
			return decimal(place)
		}
	}
	return ""
}

// relabel gives a clause another number.
func (s *session) relabel(op *Operation) {
	places, ok := s.places(op)
	if !ok {
		return
	}
	for _, list := range places {
		for _, n := range list {
			n.Label, n.fixed = op.Label, true
			s.touched(n)
		}
	}
}

func (s *session) deletedBefore(n *node, t Target) *Refusal {
	if n.gone != s.by {
		s.collide(Collision{Kind: ChangesGone, First: n.gone - 1, Clause: n.originID()})
	}
	return &Refusal{Reason: GoneBefore, Place: t, Clause: n.originID(), Author: n.gone}
}

func (n *node) originID() string {
	if n.origin == nil {
		return ""
	}
	return n.origin.ID
}
