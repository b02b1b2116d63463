package negotiate

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// stretch is where words stand in a clause.
type stretch struct {
	node     *node
	from, to int
	recased  bool // the words open the clause and have their first letter in the other case there
}

// changeWords deletes, replaces or inserts words.
func (s *session) changeWords(op *Operation) {
	places, ok := s.places(op)
	if !ok {
		return
	}
	if op.all && op.Kind != InsertWords {
		s.changeEverywhere(op, places)
		return
	}
	var at []stretch
	fulfilled := 0
	for i, list := range places {
		found, done, why := s.oneStretch(op, op.Targets[i], list)
		switch {
		case why != nil:
			s.refuse(why)
			return
		case done:
			fulfilled++
		default:
			at = append(at, found)
		}
	}
	if len(at) == 0 && fulfilled > 0 {
		s.out.State = Fulfilled
		return
	}
	for _, st := range at {
		s.change(op, st)
	}
}

// changeEverywhere changes words wherever they stand in the places.
func (s *session) changeEverywhere(op *Operation, places [][]*node) {
	had := false
	for _, list := range places {
		for _, n := range list {
			if n.gone != byDraft {
				continue
			}
			for _, st := range backwards(occurrences(n, op.Words)) {
				s.change(op, st)
			}
			had = had || n.origin != nil && len(occurrencesIn(n.origin.Text, op.Words)) > 0
		}
	}
	switch {
	case s.out.Places > 0:
	case had:
		s.out.State = Fulfilled
	default:
		s.refuse(s.missing(op, op.Targets[0], places[0]))
	}
}

func backwards(list []stretch) []stretch {
	out := make([]stretch, 0, len(list))
	for i := len(list) - 1; i >= 0; i-- {
		out = append(out, list[i])
	}
	return out
}

// oneStretch finds the words of an operation in one place: in the paragraph, and
// where it has them not, in what hangs below it. done says that an earlier
// operation did what is asked.
func (s *session) oneStretch(op *Operation, t Target, list []*node) (st stretch, done bool, why *Refusal) {
	n := list[0]
	if n.gone != byDraft {
		return st, false, s.deletedBefore(n, t)
	}
	if op.Side == AtEnd || op.Side == AtStart {
		if op.Kind == InsertWords {
			return endOfText(n, op), false, nil
		}
	}
	family := list
	if len(list) == 1 && !t.Chapeau && !n.titled {
		family = s.family(n)
	}
	found := stretches(family, op.Words)
	if len(found) == 0 { // a note writes "takes note" for "Takes note" at the start of a clause
		found = slices.DeleteFunc(stretches(family, otherCase(op.Words)), func(st stretch) bool { return st.from > 0 })
		for i := range found {
			found[i].recased = true
		}
	}
	found = chosen(found, op)
	own := 0
	for _, st := range found {
		if st.node == n {
			own++
		}
	}
	switch {
	case len(found) == 1 || own == 1:
		if own == 1 {
			found = slices.DeleteFunc(found, func(st stretch) bool { return st.node != n })
		}
		return s.extended(op, t, found[0])
	case len(found) > 1:
		return st, false, &Refusal{Reason: WordsTwice, Place: t, Clause: n.originID(), Words: op.Words, Times: len(found)}
	case s.isFulfilled(op, n):
		return st, true, nil
	}
	return st, false, s.missing(op, t, family)
}

// chosen are those of several stretches that an operation means, by what follows
// them or by their order.
func chosen(found []stretch, op *Operation) []stretch {
	if op.Next != "" {
		found = slices.DeleteFunc(found, func(st stretch) bool {
			return !strings.HasPrefix(strings.TrimLeft(st.node.text.text[st.to:], " "), op.Next)
		})
	}
	switch {
	case op.Nth > 0 && op.Nth <= len(found):
		return found[op.Nth-1 : op.Nth]
	case op.Nth < 0 && len(found) > 0:
		return found[len(found)-1:]
	}
	return found
}

// extended is a stretch with all that is deleted with it.
func (s *session) extended(op *Operation, t Target, st stretch) (stretch, bool, *Refusal) {
	text := st.node.text.text
	switch {
	case op.Rest:
		st.from, st.to = st.to, len(text)
		if st.to > st.from && strings.ContainsRune(".,;:", rune(text[st.to-1])) {
			st.to--
		}
	case op.Until != "":
		i := strings.Index(text[st.to:], op.Until)
		if i < 0 {
			return st, false, s.missing(&Operation{Words: op.Until}, t, []*node{st.node})
		}
		st.to += i + len(op.Until)
	}
	return st, false, nil
}

// isFulfilled tells whether the draft had the words and what is to stand in their
// place stands there.
func (s *session) isFulfilled(op *Operation, n *node) bool {
	if op.Kind == InsertWords || n.origin == nil || len(occurrencesIn(n.origin.Text, op.Words)) == 0 {
		return false
	}
	if op.Kind == DeleteWords {
		return true
	}
	return len(occurrencesIn(n.text.text, op.By.Text)) > 0
}

// missing says why words were not found: what there is that is nearest, another
// clause that has them, and who changed them before.
func (s *session) missing(op *Operation, t Target, family []*node) *Refusal {
	n := family[0]
	why := &Refusal{Reason: WordsMissing, Place: t, Clause: n.originID(), Words: op.Words}
	best := 0.0
	for _, m := range family {
		if m.gone != byDraft {
			continue
		}
		if near, like := nearest(m.text.text, op.Words); like > best {
			best, why.Near = like, near
		}
		if m.origin == nil {
			continue
		}
		for _, st := range occurrencesIn(m.origin.Text, op.Words) {
			for _, by := range s.deleted[m.origin][st[0]:st[1]] {
				if by != byDraft && int(by) != s.by {
					why.Author = int(by)
					s.collide(Collision{Kind: SameWords, First: int(by) - 1, Clause: m.origin.ID, Words: op.Words})
				}
			}
		}
	}
	for _, m := range s.nodes {
		if m.gone == byDraft && m.origin != nil && m.Counted() && len(occurrences(m, op.Words)) > 0 {
			why.Found = m.origin.ID
			break
		}
	}
	return why
}

func stretches(nodes []*node, words string) []stretch {
	var out []stretch
	for _, n := range nodes {
		if n.gone == byDraft {
			out = append(out, occurrences(n, words)...)
		}
	}
	if whole := slices.DeleteFunc(slices.Clone(out), func(st stretch) bool {
		return !wordEnds(st.node.text.text, st.from) || !wordEnds(st.node.text.text, st.to)
	}); len(whole) > 0 { // "the" is not sought in "their" while it stands elsewhere
		return whole
	}
	return out
}

// otherCase is a text with its first letter in the other case.
func otherCase(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if unicode.IsUpper(r) {
		return string(unicode.ToLower(r)) + s[n:]
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

func endOfText(n *node, op *Operation) stretch {
	if op.Side == AtStart {
		return stretch{node: n}
	}
	end := len(n.text.text)
	if text := n.text.text; end > 0 && strings.ContainsRune(".,;:", rune(text[end-1])) {
		if last, _ := utf8.DecodeLastRuneInString(op.By.Text); !strings.ContainsRune(".,;:", last) {
			end-- // before the mark that ends the paragraph
		}
	}
	return stretch{node: n, from: end, to: end}
}

// occurrences are the places of words in a clause as it stands now: those between
// ends of words, else any.
func occurrences(n *node, words string) []stretch {
	var out []stretch
	for _, at := range occurrencesIn(n.text.text, words) {
		out = append(out, stretch{node: n, from: at[0], to: at[1]})
	}
	return out
}

// maxOccurrences bounds how often words are changed in one clause.
const maxOccurrences = 10_000

func occurrencesIn(text, words string) [][2]int {
	if words == "" {
		return nil
	}
	var bounded, any [][2]int
	for at := 0; at <= len(text)-len(words) && len(any) < maxOccurrences; {
		i := strings.Index(text[at:], words)
		if i < 0 {
			break
		}
		from := at + i
		to := from + len(words)
		any = append(any, [2]int{from, to})
		if wordEnds(text, from) && wordEnds(text, to) {
			bounded = append(bounded, [2]int{from, to})
		}
		at = to
	}
	if len(bounded) > 0 {
		return bounded
	}
	return any
}

// wordEnds tells whether a place in a text is between two words.
func wordEnds(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	return at == 0 || at == len(text) || !isWord(before) || !isWord(after)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// change makes the change of an operation at a stretch. Spaces are set as a
// typist would: one between words, none before punctuation.
func (s *session) change(op *Operation, st stretch) {
	n := st.node
	s.touched(n)
	s.out.Places++
	from, to := st.from, st.to
	if op.Kind == InsertWords {
		at := to
		if op.Side == Before || op.Side == AtStart {
			at = from
		}
		from, to = at, at
	} else {
		s.collideOnWords(n, from, to)
	}
	by := op.By
	if st.recased && op.Kind == ReplaceWords {
		by.Text = otherCase(by.Text)
	}
	in := s.written(by, s.by)
	if op.Kind == DeleteWords {
		in = passage{}
	}
	from, to, in = s.spaced(n.text.text, from, to, in)
	s.splice(n, from, to, in, s.by)
}

// spaced takes or gives the spaces around what is put between two places of a text.
func (s *session) spaced(text string, from, to int, in passage) (int, int, passage) {
	left, right := text[:from], text[to:]
	if in.text == "" {
		switch {
		case strings.HasPrefix(right, " ") && (strings.HasSuffix(left, " ") || left == ""):
			to++
		case strings.HasSuffix(left, " ") && (right == "" || strings.ContainsRune(",.;:)", rune(right[0]))):
			from--
		}
		return from, to, in
	}
	if to > from {
		return from, to, in
	}
	if needsSpace(left, in.text) {
		in = joined(s.written(Passage{Text: " "}, s.by), in)
	}
	if needsSpace(in.text, right) {
		in = joined(in, s.written(Passage{Text: " "}, s.by))
	}
	if last := in.text[len(in.text)-1]; right != "" && right[0] == last && strings.IndexByte(",;", last) >= 0 { // "Assembly,", before a comma
		to++
	}
	return from, to, in
}

func joined(a, b passage) passage {
	out := passage{text: a.text + b.text, from: append(append([]int32{}, a.from...), b.from...), by: append(append([]int16{}, a.by...), b.by...), notes: a.notes}
	for _, n := range b.notes {
		out.notes = append(out.notes, citedNote{n.at + len(a.text), n.note})
	}
	return out
}

// needsSpace tells whether a space belongs between two pieces of text.
func needsSpace(left, right string) bool {
	if left == "" || right == "" || strings.HasSuffix(left, " ") || strings.HasPrefix(right, " ") {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(left)
	after, _ := utf8.DecodeRuneInString(right)
	return !strings.ContainsRune("([“‘«—/-", before) && !strings.ContainsRune(",.;:)]”’»—/-", after)
}
