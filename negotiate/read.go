package negotiate

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"reprise/internal/lexicon"
	"reprise/resolution"
	"reprise/resolution/recognise"
)

// Read reads an amendment, a corrigendum or a note typed by hand, as package read
// opened it (read.Options.Amendment), into operations. What no operation was
// found in is listed in Unread. It never fails.
func Read(doc *resolution.Document) *Amendment {
	a := &Amendment{Name: doc.Reading.Name, Symbol: doc.Symbol, Draft: doc.Amends, Proposers: doc.Sponsors,
		Genre: doc.Genre, Issued: doc.Issued, Language: doc.Language}
	r := &reader{grammar: grammarOf(lexicon.With(doc.Language, "amending")), amendment: a, notes: map[string]string{}}
	for _, f := range doc.Footnotes {
		r.notes[f.Mark] = f.Text
	}
	for _, c := range doc.Clauses {
		if c.Part != resolution.Front {
			r.take(c)
		}
	}
	return a
}

// reader goes through the paragraphs of an amendment once.
type reader struct {
	*grammar
	amendment *Amendment
	notes     map[string]string
	context   []Target // where instructions without a place of their own apply
	waiting   bool     // the last operation brings a text that follows
	due       int      // paragraphs of it that must follow still
	counted   bool     // the instruction says how many there are
	open      bool     // a quotation goes on
	shows     bool     // a text follows that only shows how a paragraph then reads
}

// take reads one paragraph.
func (r *reader) take(c *resolution.Clause) {
	if r.shows && isQuoted(c.Text) {
		t, _ := quotation(c.Text, 0)
		r.amendment.Operations[len(r.amendment.Operations)-1].Shown = c.Text[t.inFrom:t.inTo]
		r.shows = false
		return
	}
	r.shows = false
	if r.waiting && (r.due > 0 || r.open || isQuoted(c.Text)) {
		r.give(c)
		return
	}
	ops, waits, ok := r.instruction(c)
	switch {
	case ok:
		r.amendment.Operations = append(r.amendment.Operations, ops...)
		r.waiting, r.due, r.open, r.counted = waits.said, waits.count, false, waits.count > 0
		if waits.said && r.due == 0 {
			r.due = 1
		}
	case r.waiting && r.mayFollow(c):
		r.give(c)
	case !strings.ContainsFunc(c.Text, unicode.IsLower): // a page's number, a job number
	default:
		r.amendment.Unread = append(r.amendment.Unread, c)
	}
}

// mayFollow tells whether a paragraph can go on with the text that an instruction
// brings, behind as many as it must have: points always can, others where it does
// not say how many there are and they end as paragraphs of a resolution do.
func (r *reader) mayFollow(c *resolution.Clause) bool {
	if c.Label != "" && !isNumber(c.Label) || r.tags(c, &Operation{}, &Given{}) > 0 {
		return true
	}
	return !r.counted && strings.ContainsAny(c.Text[max(len(c.Text)-1, 0):], ";,:.")
}

// isQuoted tells a paragraph that is a quotation as a whole.
func isQuoted(text string) bool {
	if !strings.HasPrefix(text, "“") && !strings.HasPrefix(text, "«") {
		return false
	}
	t, ok := quotation(text, 0)
	return ok && strings.Trim(text[t.to:], ".;,") == ""
}

// give takes a paragraph as text that the last operation brings.
func (r *reader) give(c *resolution.Clause) {
	op := &r.amendment.Operations[len(r.amendment.Operations)-1]
	g := r.givenClause(c, op)
	if op.points && g.Label == "" && g.Depth == labelDepth {
		g.Depth = pointDepth
	}
	if op.addsWords(g) {
		op.Kind, op.By = InsertWords, g.Passage
		r.due = 0
		return
	}
	op.Given = append(op.Given, g)
	switch {
	case op.points, countsAsParagraph(g):
		r.due = max(r.due-1, 0)
	case !r.counted:
		r.due = 0
	}
}

// addsWords tells whether what follows an instruction such as "At the end of operative
// paragraph 4, add the following" goes on with that paragraph, as its first letter
// shows.
func (op *Operation) addsWords(g Given) bool {
	if op.Kind != Insert || op.Side != AtEnd || op.points || op.paragraphs || len(op.Given) > 0 || g.Label != "" || len(op.Targets) != 1 || op.Targets[0].Kind != ClausePlace {
		return false
	}
	first, _ := utf8.DecodeRuneInString(g.Text)
	return unicode.IsLower(first) || strings.ContainsRune(",;(", first)
}

// givenClause takes a paragraph out of its quotation marks.
func (r *reader) givenClause(c *resolution.Clause, op *Operation) Given {
	g := Given{Label: c.Label, Kind: c.Kind, Depth: labelDepth, Part: op.part}
	from, to := r.tags(c, op, &g), len(c.Text)
	text := c.Text[from:]
	if g.Label == "" && !g.bare && !isQuoted(text) {
		if label, rest := recognise.SplitLabel(text); label != "" && rest != "" {
			g.Label, from, text = label, to-len(rest), rest
		}
	}
	opens := strings.HasPrefix(text, "“") || strings.HasPrefix(text, "«")
	switch {
	case isQuoted(text):
		t, _ := quotation(c.Text, from)
		from, to = t.inFrom, t.inTo
	case opens: // each paragraph of a quotation opens it anew
		if _, shut := quotation(text, 0); !shut && strings.HasPrefix(text, "“") {
			from, r.open = from+len("“"), true
		}
	case r.open && (strings.HasSuffix(text, "”") || strings.HasSuffix(text, "»")):
		to -= len("”")
		r.open = false
	}
	if label, rest := recognise.SplitLabel(c.Text[from:to]); g.Label == "" && !g.bare && label != "" && rest != "" {
		g.Label, from = label, to-len(rest)
	}
	g.Passage = passageOf(c, from, to, r.notes)
	if g.Kind == resolution.Table && len(g.Notes) == 0 {
		g.Text = asTable.Replace(g.Text)
	}
	return g
}

// tags reads what stands in square brackets before a clause that is brought: its
// kind, part and depth. It gives where the clause begins.
func (r *reader) tags(c *resolution.Clause, op *Operation, g *Given) int {
	if c.Label != "" || !strings.HasPrefix(c.Text, "[") {
		return 0
	}
	end := strings.IndexByte(c.Text, ']')
	if end < 0 {
		return 0
	}
	tagged, part := *g, op.part
	level := false
	for _, t := range scan(c.Text[1:end]) {
		roles := r.given[t.fold]
		if slices.Contains(roles, "numbered") {
			tagged.Label = strings.TrimSpace(c.Text[1+t.to : end])
			break
		}
		switch {
		case level && number().MatchString(t.fold):
			tagged.Depth, _ = strconv.Atoi(t.fold)
			tagged.exact, level = true, false
			continue
		case len(roles) == 0:
			return 0
		}
		switch roles[0] {
		case "heading":
			tagged.Kind = resolution.Heading
		case "table":
			tagged.Kind = resolution.Table
		case "preamble":
			part = resolution.Preamble
		case "operative":
			part = resolution.Operative
		case "annex":
			part = resolution.Annex
		case "continued":
			tagged.Flush = true
		case "level":
			level = true
		case "unnumbered":
			tagged.bare = true
		default:
			return 0
		}
	}
	tagged.Part, op.part = part, part
	*g = tagged
	return end + 1 + len(c.Text[end+1:]) - len(strings.TrimLeft(c.Text[end+1:], " "))
}

// labelDepth says that the label tells how deep a clause is.
const labelDepth = -1

// pointDepth says that a clause without a letter is a point all the same.
const pointDepth = -2

func isNumber(label string) bool { return label != "" && label[0] >= '0' && label[0] <= '9' }

// instruction reads a paragraph as what it asks for: one operation, or several
// that are joined; waits says whether text follows that it brings.
func (r *reader) instruction(c *resolution.Clause) (ops []Operation, waits givenWords, ok bool) {
	tokens := scan(c.Text)
	if len(tokens) == 0 {
		return nil, waits, false
	}
	matches := r.matches(tokens)
	var shown []token
	if matches == nil {
		matches, shown = r.withResult(tokens)
	}
	for _, m := range matches {
		op, waiting := r.operation(c, m)
		if m.operation == "context" {
			r.context = m.targets
			continue
		}
		ops = append(ops, op)
		waits = waiting
	}
	if shown != nil && len(ops) > 0 {
		ops[len(ops)-1].Shown = r.passage(c, shown).Text
		r.shows = ops[len(ops)-1].Shown == "" && !waits.said
	}
	return ops, waits, len(matches) > 0
}

// withResult reads an instruction that goes on with how the paragraph then reads: "so
// that the paragraph reads “...”". shown are the words of that, none where they follow.
func (r *reader) withResult(tokens []token) (list []match, shown []token) {
	for i := 2; i < len(tokens); i++ {
		for _, rule := range r.result {
			t := &try{grammar: r.grammar, tokens: tokens[i:], quoted: hasQuote(tokens[i:]), m: match{slots: map[string][]token{}}}
			if tokens[i].quote || !t.fits(rule.parts, 0) {
				continue
			}
			if list := r.matches(tokens[:i]); list != nil {
				return list, append([]token{}, t.m.slots["by"]...)
			}
		}
	}
	return nil, nil
}

// matches finds the rules that fit an instruction, parted where it joins
// several: "replace “a” with “b” and delete “c”".
func (r *reader) matches(tokens []token) []match {
	if list := r.sentences(tokens); list != nil {
		return list
	}
	accept := func(m *match) bool { return r.placed(m, tokens) }
	if m, ok := r.find(tokens, accept); ok {
		return []match{m}
	}
	for i := 1; i < len(tokens)-1; i++ {
		joint := slices.Contains(r.places[tokens[i].fold], "and")
		if !joint && !tokens[i-1].comma && !tokens[i-1].ends || hasQuoteOnlyOutside(tokens, i) {
			continue
		}
		first, ok := r.find(tokens[:i], accept)
		if !ok || first.operation == "context" {
			continue
		}
		rest := tokens[i:]
		if joint {
			rest = tokens[i+1:]
		}
		if more := r.further(rest, first.targets); more != nil {
			return append([]match{first}, more...)
		}
	}
	return nil
}

// sentences reads a note of several sentences without quotation marks, in which words
// could be anything: "PP5: delete. OP2: delete".
func (r *reader) sentences(tokens []token) []match {
	if hasQuote(tokens) {
		return nil
	}
	for i := 1; i < len(tokens)-1; i++ {
		if !tokens[i-1].ends && !tokens[i-1].comma || !noted().MatchString(tokens[i].fold) {
			continue
		}
		first, ok := r.find(tokens[:i], func(m *match) bool {
			return r.placed(m, tokens[:i]) && m.operation != "context" && m.operation != "bis"
		})
		if !ok {
			continue
		}
		if more := r.matches(tokens[i:]); more != nil && more[0].operation != "context" {
			return append([]match{first}, more...)
		}
	}
	return nil
}

// hasQuoteOnlyOutside spares the work where the words before a joint have no
// quotation and name only places.
func hasQuoteOnlyOutside(tokens []token, i int) bool {
	return !hasQuote(tokens[:i]) && hasQuote(tokens)
}

// further reads what is joined to an instruction; its places are those of the
// first where it names none.
func (r *reader) further(tokens []token, places []Target) []match {
	kept := r.context
	r.context = places
	defer func() { r.context = kept }()
	return r.matches(tokens)
}

// placed gives a match its place from the context where it names none; false
// where there is none, or where only quotation marks could tell its words.
func (r *reader) placed(m *match, tokens []token) bool {
	switch {
	case m.operation == "context" && len(m.targets) == 0, m.operation == "renumber":
		return true
	case m.operation == "at-end" && len(m.targets) == 0:
		m.targets = r.context
		return true
	case m.operation == "at-end-here":
		m.targets = r.context
		return r.context != nil
	case (m.operation == "at-end" || m.operation == "at-start") && m.slots["by"] != nil && !m.given.noun && m.targets[0].Kind == ClausePlace:
		return false // "At the end of paragraph 4, add the following: “...”" are words
	}
	for i := range m.targets {
		if t := &m.targets[i]; t.Kind == ClausePlace && t.Number == "" && t.Begins == "" && !r.within(t) {
			return false
		}
	}
	if len(m.targets) > 0 {
		return m.operation != "bis" || digits(m.targets[0].Number) != m.targets[0].Number
	}
	if r.context != nil {
		m.targets = r.context
		return true
	}
	if m.operation == "replace-words" && hasQuote(tokens) {
		m.targets = []Target{{Kind: TextPlace}}
		return true
	}
	return false
}

// within makes a place that names only a point one of the paragraph in hand; false
// where none is.
func (r *reader) within(t *Target) bool {
	if len(r.context) != 1 || r.context[0].Kind != ClausePlace {
		return false
	}
	own := r.context[0]
	own.Points = append(slices.Clone(own.Points), t.Points...)
	own.Chapeau = t.Chapeau
	*t = own
	return true
}

var operationKinds = map[string]struct {
	kind OperationKind
	side Side
}{
	"delete": {Delete, After}, "replace": {Replace, After}, "after": {Insert, After}, "before": {Insert, Before},
	"at-end": {Insert, AtEnd}, "at-end-here": {Insert, AtEnd}, "at-start": {Insert, AtStart}, "as": {Insert, As}, "bis": {Insert, As},
	"move": {Move, After}, "move-before": {Move, Before}, "move-to-end": {Move, AtEnd}, "move-to-start": {Move, AtStart},
	"delete-words": {DeleteWords, After}, "replace-words": {ReplaceWords, After},
	"insert-after": {InsertWords, After}, "insert-before": {InsertWords, Before},
	"insert-at-end": {InsertWords, AtEnd}, "insert-at-start": {InsertWords, AtStart},
	"move-as": {Move, As}, "delete-rest": {DeleteWords, After}, "delete-range": {DeleteWords, After},
	"renumber": {Renumber, After}, "renumber-as": {Relabel, After},
}

// operation makes the operation of a match.
func (r *reader) operation(c *resolution.Clause, m match) (op Operation, waits givenWords) {
	k := operationKinds[m.operation]
	op = Operation{Kind: k.kind, Side: k.side, Number: c.Label, Printed: c.Text, Targets: m.targets, To: m.to}
	op.Words = r.passage(c, m.slots["words"]).Text
	if mark := m.slots["mark"]; mark != nil {
		op.Words = r.passage(c, mark).Text
	}
	op.By = r.passage(c, m.slots["by"])
	op.Next = r.passage(c, m.slots["next"]).Text
	if nth := m.slots["nth"]; nth != nil {
		op.Nth = r.nthOf(nth)
	}
	op.Rest = m.operation == "delete-rest"
	if m.operation == "delete-range" {
		op.Until, op.By = op.By.Text, Passage{}
	}
	op.Label = r.passage(c, m.slots["number"]).Text
	for _, t := range m.targets {
		op.all = op.all || t.Kind == WholePlace || t.Kind == TextPlace
	}
	op.all = op.all || len(m.slots["rest"]) > 0
	if n := len(op.Targets); m.operation == "bis" && n > 0 {
		if number, alt := strings.CutSuffix(op.Targets[n-1].Number, "alt"); alt { // another wording of the whole paragraph
			op.Kind, op.Targets[n-1].Number = Replace, number
		}
	}
	op.takeLabel(m.given.label)
	switch op.Kind {
	case Insert, Replace:
	default:
		return op, waits
	}
	op.Given = nil
	part := partOfGiven(m.given.part, op)
	if op.By.Text != "" {
		g := Given{Passage: op.By, Depth: labelDepth, Part: part}
		if label, rest := recognise.SplitLabel(g.Text); label != "" && rest != "" && len(g.Notes) == 0 {
			g.Label, g.Text = label, rest
		}
		if m.given.part == "point" && g.Label == "" {
			g.Depth = pointDepth
		}
		op.Given = []Given{g}
		op.By = Passage{}
		return op, waits
	}
	op.part, op.points = part, m.given.part == "point"
	op.paragraphs = m.given.noun
	waits = m.given
	waits.said = true
	return op, waits
}

// takeLabel makes the place of an insertion that only names its paragraph the one
// that the text is to have there: "In operative paragraph 5, insert a new subparagraph
// (d)".
func (op *Operation) takeLabel(label string) {
	if label == "" || op.Kind != Insert || op.Side != AtEnd || len(op.Targets) != 1 || op.Targets[0].Kind != ClausePlace || isNumber(label) {
		return
	}
	op.Side = As
	op.Targets[0].Points = append(slices.Clone(op.Targets[0].Points), label)
}

// partOfGiven is the part that new text belongs to: as it is called, else that
// of its place.
func partOfGiven(called string, op Operation) resolution.Part {
	switch called {
	case "preamble":
		return resolution.Preamble
	case "operative":
		return resolution.Operative
	case "annex":
		return resolution.Annex
	}
	for _, t := range op.Targets {
		if t.Kind == ClausePlace || t.Kind == WholePlace {
			return t.Part
		}
	}
	return resolution.Front
}

// passage is the text of a slot, without quotation marks.
func (r *reader) passage(c *resolution.Clause, tokens []token) Passage {
	if len(tokens) == 0 {
		return Passage{}
	}
	first, last := tokens[0], tokens[len(tokens)-1]
	if first.quote && len(tokens) == 1 {
		return passageOf(c, first.inFrom, first.inTo, r.notes)
	}
	return passageOf(c, first.from, last.to, r.notes)
}
