package rolling

import (
	"strings"
	"unicode"

	"reprise/internal/lexicon"
)

// settle finds out what each bracket is, who wants what, and what is agreed, and takes
// what says so out of the words.
func (r *reader) settle() {
	done := map[*Bracket]bool{}
	var kept []*Clause
	for _, c := range r.text.Clauses {
		s := &settler{reader: r, clause: c, done: done}
		c.Pieces = s.list(c.Pieces, nil)
		s.agreement()
		s.ends()
		c.Alt = r.isAlt(c.Clause.Label)
		if c.Agreement != Open && len(kept) > 0 && strings.TrimSpace(flat(c.Pieces)) == "" { // a line of its own
			kept[len(kept)-1].Agreement = c.Agreement
			continue
		}
		kept = append(kept, c)
	}
	r.text.Clauses = kept
	var list []*Bracket
	for _, b := range r.text.brackets {
		if b.Kind != wish {
			list = append(list, b)
		}
	}
	r.text.brackets = list
}

func (r *reader) isAlt(label string) bool {
	for _, w := range strings.FieldsFunc(label, func(c rune) bool { return !unicode.IsLetter(c) }) {
		if r.words.roles[lexicon.Fold(w)] == rewords {
			return true
		}
	}
	return false
}

// settler settles one clause.
type settler struct {
	*reader
	clause *Clause
	done   map[*Bracket]bool
}

// list settles the pieces in a bracket, or of the whole clause where parent is nil.
func (s *settler) list(pieces []Piece, parent *Bracket) []Piece {
	var out []Piece
	for i, p := range pieces {
		if p.Bracket == nil {
			p.Text = s.attributed(out, p.Text)
			if p.Text != "" {
				out = append(out, p)
			}
			continue
		}
		b := p.Bracket
		if !s.done[b] {
			s.done[b] = true
			p.Inner = s.kind(b, p.Inner, position{first: len(out) == 0 && parent == nil, last: i == len(pieces)-1 && parent == nil, after: out})
		}
		if b.Kind == wish {
			b.Said = strings.TrimSpace(flat(pieces[i].Inner))
			if !s.attach(b, out, parent, pieces[i+1:]) {
				out = append(out, Piece{Bracket: b})
			}
			continue
		}
		p.Inner = s.list(p.Inner, b)
		out = append(out, p)
	}
	return out
}

// position is where a bracket stands in its clause.
type position struct {
	first, last bool
	after       []Piece
}

// kind finds out what a bracket is by how it opens and ends, and takes that out of its
// words.
func (s *settler) kind(b *Bracket, inner []Piece, at position) []Piece {
	if len(inner) == 0 {
		b.Kind = Placeholder
		return inner
	}
	opening := inner[0].Text
	alone := len(inner) == 1
	trimmed := strings.TrimSpace(opening)
	switch fold := lexicon.Fold(strings.Trim(trimmed, " .:;,!")); {
	case b.Kind == Struck:
		return inner
	case alone && s.isPlaceholder(trimmed):
		b.Kind = Placeholder
		return inner
	case alone && (s.words.roles[fold] == agrees || s.words.roles[fold] == agreesAdRef):
		b.Kind = wish
		s.clause.Agreement = agreementOf(s.words.roles[fold])
		return nil
	case alone && s.words.roles[fold] == parts:
		b.Kind, b.Said = Remark, trimmed
		return nil
	}
	if before, rest, colon := cutColon(opening); colon {
		switch s.opensWith(before) {
		case remarks:
			b.Kind, b.Said = Remark, strings.TrimSpace(flat(inner))
			return nil
		case holdsPlace:
			b.Kind, b.Said = Placeholder, strings.TrimSpace(rest)
			inner[0].Text = b.Said
			return inner
		}
		if h, ok := s.words.headOf(before, nil); ok {
			return s.headed(b, h, rest, inner)
		}
	}
	if h, ok := s.words.headOf(trimmed, s.knownBeside); alone && ok && h.role != noRole && h.role != isBase {
		return s.headed(b, h, "", inner)
	}
	if h, ok := s.words.headOf(trimmed, s.known); alone && ok && h.role == noRole && (at.first || at.last || endsInBracket(at.after)) {
		b.Kind = wish
		s.wishes(b, keeps, h.names)
		return nil
	}
	return s.tail(b, inner)
}

// knownBeside takes what looks like a name beside a phrase such as "delete", where it
// has no lower-case words.
func (s *settler) knownBeside(name string) bool {
	return s.known(name) || strings.ToUpper(name) == name
}

// headed is a bracket whose head says who wants what.
func (s *settler) headed(b *Bracket, h head, rest string, inner []Piece) []Piece {
	rest = strings.TrimLeft(rest, " ")
	alone := len(inner) == 1
	if alone && rest != "" { // "[Delete: US]", "[US: delete]"
		if more, ok := s.words.headOf(rest, nil); ok && (len(h.names) == 0) != (len(more.names) == 0) && (h.role != noRole) != (more.role != noRole) && h.role != isBase {
			role := max(h.role, more.role)
			if role != adds && role != rewords {
				b.Kind = wish
				s.wishes(b, role, append(h.names, more.names...))
				return nil
			}
		}
	}
	if alone && rest == "" {
		b.Kind = wish
		s.wishes(b, h.role, h.names)
		return nil
	}
	switch h.role {
	case isBase:
	case deletes: // what is to go stands in the bracket itself
		b.Kind = Struck
		b.Against = s.join(b.Against, h.names)
	case reserves:
		b.Reserved = s.join(b.Reserved, h.names)
	default:
		b.Kind = Proposed
		b.For = s.join(b.For, h.names)
	}
	inner[0].Text = rest
	return inner
}

// wishes notes who wants what, until it is known of what.
func (s *settler) wishes(b *Bracket, r role, names []string) {
	switch r {
	case deletes:
		b.Against = s.join(b.Against, names)
		b.nameless = len(names) == 0
	case reserves:
		b.Reserved = s.join(b.Reserved, names)
	default:
		b.For = s.join(b.For, names)
	}
}

// attach gives a wish to the bracket right before it, else to the one around it, else,
// where it opens or ends the clause, to that as a whole. Elsewhere nobody can tell what
// is meant, and it becomes a remark; then attach is false.
func (s *settler) attach(b *Bracket, before []Piece, parent *Bracket, after []Piece) bool {
	target := parent
	for i := len(before) - 1; i >= 0; i-- {
		p := before[i]
		if p.Bracket == nil && strings.TrimSpace(p.Text) == "" {
			continue
		}
		if p.Bracket != nil && p.Bracket.Kind != Remark {
			target = p.Bracket
		}
		break
	}
	if target == nil && strings.ContainsFunc(flat(before), unicode.IsLetter) && strings.ContainsFunc(flat(s.withoutWishes(after)), unicode.IsLetter) {
		b.Kind = Remark
		return false
	}
	if b.nameless {
		s.strike(target)
		return true
	}
	if target == nil {
		s.clause.For, s.clause.Against, s.clause.Reserved = s.join(s.clause.For, b.For), s.join(s.clause.Against, b.Against), s.join(s.clause.Reserved, b.Reserved)
		return true
	}
	target.For, target.Against, target.Reserved = s.join(target.For, b.For), s.join(target.Against, b.Against), s.join(target.Reserved, b.Reserved)
	if len(b.For) > 0 && target.Kind == Disputed && len(target.For) > 0 {
		target.Kind = Proposed
	}
	return true
}

// withoutWishes are pieces without the brackets that are wishes, too.
func (s *settler) withoutWishes(list []Piece) []Piece {
	var out []Piece
	for _, p := range list {
		if p.Bracket == nil || !s.isWish(flat(p.Inner)) {
			out = append(out, p)
		}
	}
	return out
}

// isWish tells a bracket that only says who wants what: "Delete: US", "EU reserves".
func (s *settler) isWish(text string) bool {
	before, rest, colon := cutColon(strings.TrimSpace(text))
	h, ok := s.words.headOf(before, nil)
	if !colon {
		return ok && h.role != noRole
	}
	more, also := s.words.headOf(rest, nil)
	return ok && also && (h.role == noRole) != (more.role == noRole)
}

// strike marks what somebody wants deleted whom the text does not name.
func (s *settler) strike(target *Bracket) {
	if target == nil {
		s.clause.Struck = true
	} else {
		target.Kind = Struck
	}
}

// tail reads who proposes a bracket at its end: "[and all partners – EU]", "[... (EU)]".
func (s *settler) tail(b *Bracket, inner []Piece) []Piece {
	last := &inner[len(inner)-1]
	if last.Bracket != nil {
		return inner
	}
	text := strings.TrimRight(last.Text, " ")
	for _, dash := range []string{" – ", " — ", " - ", " ("} {
		i := strings.LastIndex(text, dash)
		if i < 0 || dash == " (" && !strings.HasSuffix(text, ")") {
			continue
		}
		if h, ok := s.words.headOf(strings.Trim(text[i+len(dash):], "()"), s.known); ok && h.role != isBase {
			last.Text = text[:i]
			s.wishes(b, h.role, h.names)
			if len(b.For) > 0 {
				b.Kind = Proposed
			}
			return inner
		}
	}
	return inner
}

// attributed takes "(EU)" right behind a bracket as who proposes that.
func (s *settler) attributed(before []Piece, text string) string {
	if len(before) == 0 || before[len(before)-1].Bracket == nil {
		return text
	}
	rest := strings.TrimLeft(text, " ")
	if !strings.HasPrefix(rest, "(") {
		return text
	}
	end := strings.IndexByte(rest, ')')
	if end < 0 {
		return text
	}
	h, ok := s.words.headOf(rest[1:end], s.known)
	if !ok || h.role == isBase {
		return text
	}
	b := before[len(before)-1].Bracket
	s.wishes(b, h.role, h.names)
	if len(b.For) > 0 && b.Kind == Disputed {
		b.Kind = Proposed
	}
	return rest[end+1:]
}

// ends reads who proposes a whole clause where it opens or ends with that: "(EU)
// Invites ...", "EU: Invites ...".
func (s *settler) ends() {
	c := s.clause
	if len(c.Pieces) == 0 {
		return
	}
	if first := &c.Pieces[0]; first.Bracket == nil {
		text := strings.TrimLeft(first.Text, " ")
		before, rest, colon := cutColon(text)
		if end := strings.IndexByte(text, ')'); strings.HasPrefix(text, "(") && end > 0 {
			before, rest, colon = text[1:end], text[end+1:], true
		}
		if h, ok := s.words.headOf(before, s.known); colon && ok && h.role != isBase && strings.TrimSpace(before) != "" {
			s.wholly(h)
			first.Text = strings.TrimLeft(rest, " ")
		}
	}
	if last := &c.Pieces[len(c.Pieces)-1]; last.Bracket == nil && strings.HasSuffix(strings.TrimRight(last.Text, " "), ")") {
		text := strings.TrimRight(last.Text, " ")
		i := strings.LastIndexByte(text, '(')
		if i < 0 {
			return
		}
		if h, ok := s.words.headOf(text[i+1:len(text)-1], s.known); ok && h.role != isBase {
			s.wholly(h)
			last.Text = strings.TrimRight(text[:i], " ")
		}
	}
}

func (s *settler) wholly(h head) {
	b := &Bracket{}
	s.wishes(b, h.role, h.names)
	s.attach(b, nil, nil, nil)
}

// agreement takes "(agreed ad ref)" out of where a clause opens or ends.
func (s *settler) agreement() {
	c := s.clause
	for i := range c.Pieces {
		p := &c.Pieces[i]
		if p.Bracket != nil || i > 0 && i < len(c.Pieces)-1 {
			continue
		}
		if text, a := s.words.withoutAgreement(p.Text); a != Open {
			p.Text, c.Agreement = text, a
		}
	}
}

// withoutAgreement parts what says that a clause is agreed from its words: in round
// brackets, behind the mark that ends it, or alone before a colon.
func (w *words) withoutAgreement(text string) (string, Agreement) {
	trimmed := strings.TrimSpace(text)
	of := func(s string) Agreement {
		return agreementOf(w.roles[lexicon.Fold(strings.Trim(s, " .:;,!()–—-*"))])
	}
	if a := of(trimmed); a != Open {
		return "", a
	}
	if strings.HasPrefix(trimmed, "(") {
		if end := strings.IndexByte(trimmed, ')'); end > 0 && of(trimmed[:end]) != Open {
			return strings.TrimLeft(trimmed[end+1:], " :.–—-"), of(trimmed[:end])
		}
	}
	if before, rest, ok := cutColon(trimmed); ok && of(before) != Open {
		return strings.TrimLeft(rest, " "), of(before)
	}
	for i := len(trimmed) - 1; i > 0; i-- {
		if strings.IndexByte("(,;.*", trimmed[i]) < 0 || i == len(trimmed)-1 {
			if r := trimmed[i]; len(trimmed)-i > maxAgreement || r == ')' && i < len(trimmed)-1 {
				break
			}
			continue
		}
		if a := of(trimmed[i:]); a != Open {
			if trimmed[i] != '(' && trimmed[i] != '*' {
				i++
			}
			return strings.TrimRight(trimmed[:i], " (*"), a
		}
	}
	return text, Open
}

// maxAgreement is more than what says that something is agreed takes, in bytes.
const maxAgreement = 60

func agreementOf(r role) Agreement {
	switch r {
	case agrees:
		return Agreed
	case agreesAdRef:
		return AdRef
	}
	return Open
}

// opensWith is the role of the phrase that the head of a bracket opens with: "Note by
// the secretariat" is a remark.
func (s *settler) opensWith(text string) role {
	fields := strings.Fields(text)
	for n := min(s.words.longest, len(fields)); n > 0; n-- {
		if r := s.words.roles[lexicon.Fold(strings.Join(fields[:n], " "))]; r == remarks || r == holdsPlace {
			return r
		}
	}
	return noRole
}

// isPlaceholder tells what only holds a place: "xx", "...", "date".
func (s *settler) isPlaceholder(text string) bool {
	fold := lexicon.Fold(strings.Trim(text, " .:;,"))
	if strings.Trim(text, "xX_.…-–—?#*0123456789/ ") == "" && strings.ContainsAny(text, "xX_.…-–—?#*") || text == "" {
		return true
	}
	if s.words.roles[fold] == holdsPlace {
		return true
	}
	holds := false
	for _, w := range strings.Fields(fold) {
		holds = holds || s.words.roles[strings.Trim(w, ".,;:")] == holdsPlace
		if r := s.words.roles[strings.Trim(w, ".,;:")]; r != holdsPlace && r != joinsName && strings.Trim(w, "x_.…?") != "" {
			return false
		}
	}
	return holds
}

// endsInBracket tells whether nothing stands between the last bracket and here.
func endsInBracket(list []Piece) bool {
	for i := len(list) - 1; i >= 0; i-- {
		if list[i].Bracket != nil {
			return true
		}
		if strings.TrimSpace(list[i].Text) != "" {
			return false
		}
	}
	return false
}

// cutColon parts a text at its first colon that a space or the end follows.
func cutColon(text string) (before, rest string, ok bool) {
	for i := 0; i < len(text); i++ {
		if text[i] == ':' && (i+1 == len(text) || text[i+1] == ' ') {
			return text[:i], text[i+1:], true
		}
	}
	if before, rest, ok := strings.Cut(text, "："); ok {
		return before, rest, true
	}
	return text, "", false
}

// flat are the words of pieces, also of those in brackets.
func flat(pieces []Piece) string {
	var b strings.Builder
	var write func([]Piece)
	write = func(list []Piece) {
		for _, p := range list {
			b.WriteString(p.Text)
			write(p.Inner)
		}
	}
	write(pieces)
	return b.String()
}
