package negotiate

import (
	"context"
	"strconv"
	"strings"

	"reprise/resolution"
	"reprise/resolution/recognise"
)

// background is for reading back what was just written, which is short.
var background = context.Background()

// printer writes operations as a committee secretariat does.
type printer struct {
	*writer
	numbered bool
}

func (p *printer) lines(ops []Operation) []Line {
	var out []Line
	if p.old.Symbol != "" { // without it nothing would tell the heading from an instruction
		out = append(out, Line{Kind: HeadLine, Passage: Passage{Text: p.lex.Sentence("amend-heading", "draft", string(p.old.Symbol))}})
	}
	if out != nil && p.old.Title != "" && !strings.ContainsAny(p.old.Title[len(p.old.Title)-1:], ".:;,”»") {
		out = append(out, Line{Kind: TitleLine, Passage: Passage{Text: p.old.Title}})
	}
	for i := range ops {
		op := &ops[i]
		line := Line{Kind: InstructionLine, Passage: Passage{Text: p.instruction(op)}}
		if p.numbered {
			line.Number = strconv.Itoa(i+1) + "."
		}
		op.Number, op.Printed = line.Number, line.Text
		out = append(out, line)
		part := op.part
		for _, g := range op.Given {
			out = append(out, p.givenLine(op, g, &part))
		}
	}
	return out
}

// instruction is the sentence of an operation.
func (p *printer) instruction(op *Operation) string {
	where := p.where(op.Targets)
	quoted := func(s string) string { return p.quoted(s) }
	switch op.Kind {
	case Delete:
		return p.lex.Sentence("amend-delete", "where", where)
	case Replace:
		return p.lex.Sentence("amend-replace", "where", where, "new", p.what("amend-text", op))
	case Insert:
		name := "amend-after"
		if op.Side == Before {
			name = "amend-before"
		}
		return p.lex.Sentence(name, "where", where, "new", p.new(op))
	case Move:
		name := "amend-move"
		if op.Side == Before {
			name = "amend-move-before"
		}
		return p.lex.Sentence(name, "where", where, "to", p.place(op.To))
	case Relabel:
		return p.lex.Sentence("amend-renumber-as", "where", where, "number", quoted(op.Label))
	case DeleteWords:
		return p.lex.Sentence("amend-delete-words", "where", where, "words", quoted(op.Words))
	case InsertWords:
		return p.lex.Sentence("amend-insert-after", "where", where, "by", quoted(op.By.Text), "mark", quoted(op.Words))
	}
	name := "amend-replace-words"
	if op.all {
		name = "amend-replace-all"
	}
	return p.lex.Sentence(name, "where", where, "words", quoted(op.Words), "by", quoted(op.By.Text))
}

// what says of how many paragraphs a text is, so that a reader knows where it ends.
func (p *printer) what(name string, op *Operation) string {
	return p.lex.Counted(name, max(1, p.due(op)))
}

// new says what is inserted.
func (p *printer) new(op *Operation) string {
	name := map[resolution.Part]string{resolution.Preamble: "amend-new-preamble", resolution.Operative: "amend-new-operative", resolution.Annex: "amend-new-annex"}[op.part]
	if g := op.Given[0]; g.Depth > 0 && g.Label != "" && !isNumber(g.Label) && p.due(op) == 0 {
		return p.lex.Counted("amend-new-point", len(op.Given))
	}
	return p.lex.Counted(name, max(1, p.due(op)))
}

// due is the number of paragraphs that a reader counts: points belong to theirs.
func (p *printer) due(op *Operation) int {
	n := 0
	for _, g := range op.Given {
		if countsAsParagraph(g) {
			n++
		}
	}
	return n
}

func countsAsParagraph(g Given) bool {
	return g.Label == "" || isNumber(g.Label) || g.Kind != resolution.Paragraph
}

// quoted puts words in quotation marks that they do not hold themselves.
func (p *printer) quoted(s string) string {
	usual := p.lex.Sentence("quote", "text", s)
	if t, ok := quotation(usual, 0); ok && t.to == len(usual) && usual[t.inFrom:t.inTo] == s && resolution.Normalise(usual) == usual {
		return usual
	}
	if strings.HasPrefix(usual, "«") {
		return "“" + s + "”"
	}
	return "« " + s + " »"
}

// where names places, as a list in a sentence.
func (p *printer) where(targets []Target) string {
	var names []string
	for len(targets) > 0 {
		name, n := p.several(targets)
		names, targets = append(names, name), targets[n:]
	}
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return p.listed(names)
}

// several names the first of some places, together with those after it that are
// called like it: "operative paragraphs 4, 6 and 7"; n is how many.
func (p *printer) several(targets []Target) (name string, n int) {
	for _, kind := range []struct{ name, slot string }{{"amend-place-op", "number"}, {"amend-place-pp", "ordinal"}} {
		var list []string
		for _, t := range targets {
			c := p.old.Clause(t.Ours)
			if c == nil || t.Chapeau || p.place(t) != p.lex.Sentence(kind.name, kind.slot, p.called(c, kind.slot)) {
				break
			}
			list = append(list, p.called(c, kind.slot))
		}
		if n := len(list); n > 1 {
			return p.lex.Sentence(kind.name+"s", "list", p.listed(list)), n
		}
	}
	return p.place(targets[0]), 1
}

// called is the number of a clause as a sentence has it.
func (p *printer) called(c *resolution.Clause, slot string) string {
	if slot == "number" {
		return c.Number
	}
	for _, n := range p.draft.firstLevel(Target{Part: resolution.Preamble, Section: c.Section}) {
		if n.origin == c {
			return p.ordinal(strconv.Itoa(n.place))
		}
	}
	return ""
}

func (p *printer) listed(names []string) string {
	last := len(names) - 1
	return p.lex.Sentence("and", "list", strings.Join(names[:last], ", "), "last", names[last])
}

// place names one place.
func (p *printer) place(t Target) string {
	switch t.Kind {
	case TitlePlace:
		return p.lex.Sentence("amend-place-title")
	case TextPlace:
		return p.lex.Sentence("amend-place-text")
	case WholePlace:
		return p.lex.Sentence("amend-place-" + t.Part.String())
	}
	name := "[" + t.Ours + "]"
	if c := p.old.Clause(t.Ours); c != nil {
		for _, words := range p.names(c) {
			if p.means(words, c) {
				name = words
				break
			}
		}
	}
	if t.Chapeau {
		return p.lex.Sentence("amend-place-chapeau", "place", name)
	}
	return name
}

// names are ways to name a clause, the usual one first.
func (p *printer) names(c *resolution.Clause) []string {
	points := ""
	top := c
	for top.Depth > 0 && top.Parent != "" && top.Number != "" {
		points = " (" + top.Number + ")" + points
		if top = p.old.Clause(top.Parent); top == nil {
			return nil
		}
	}
	if top.Depth > 0 || top.Kind != resolution.Paragraph {
		return nil
	}
	number := top.Number
	if number == "" {
		for _, n := range p.draft.firstLevel(Target{Part: top.Part, Section: top.Section}) {
			if n.origin == top {
				number = strconv.Itoa(n.place)
			}
		}
	}
	switch {
	case number == "":
		return nil
	case top.Part == resolution.Preamble && points == "":
		if word := p.ordinal(number); word != "" {
			return []string{p.lex.Sentence("amend-place-pp", "ordinal", word), p.lex.Sentence("amend-place-pp-number", "number", number)}
		}
		fallthrough
	case top.Part == resolution.Preamble:
		return []string{p.lex.Sentence("amend-place-pp-number", "number", number+points)}
	case top.Part == resolution.Annex:
		return []string{p.lex.Sentence("amend-place-annexed", "number", number+points)}
	}
	return []string{p.lex.Sentence("amend-place-op", "number", number+points),
		p.lex.Sentence("amend-place-op-section", "section", top.Section, "number", number+points)}
}

// ordinal is a number as an ordinal word; "" for one that has none.
func (p *printer) ordinal(number string) string {
	for _, row := range p.lex.Table("ordinals") {
		if row[0] == number {
			return row[1]
		}
	}
	return ""
}

// means tells whether words name one clause and no other.
func (p *printer) means(words string, c *resolution.Clause) bool {
	targets, ok := p.grammar.targetsOf(scan(words))
	if !ok || len(targets) != 1 {
		return false
	}
	found, why := p.draft.find(targets[0])
	return why == nil && len(found) == 1 && found[0].origin == c
}

// givenLine is a clause that is brought: its text as it will stand, with what the
// text does not tell in square brackets before it.
func (p *printer) givenLine(op *Operation, g Given, part *resolution.Part) Line {
	tags := p.tags(op, g, part)
	before := ""
	if tags != "" {
		before = "[" + tags + "] "
	}
	if printsLabel(g) && tellsLabel(g) {
		before += g.Label + " "
	}
	text := g.Text
	if g.Kind == resolution.Table {
		text = oneLine.Replace(text)
	}
	if isQuoted(text) || text == "" || strings.HasPrefix(text, "[") {
		quoted := p.quoted(text)
		before += quoted[:strings.Index(quoted, text)]
		text += quoted[strings.Index(quoted, text)+len(text):]
	}
	line := Line{Kind: GivenLine, Shape: g.Kind, Passage: Passage{Text: before + text}}
	for _, n := range g.Notes {
		line.Notes = append(line.Notes, Note{At: n.At + len(before), Text: n.Text})
	}
	return line
}

// printsLabel tells whether a number stands with the text: not where counting gives
// it.
func printsLabel(g Given) bool {
	return g.Label != "" && (g.exact || !isNumber(g.Label) || isFixed(g.Label) || g.Kind != resolution.Paragraph)
}

// tellsLabel tells whether a number is read back from before the text.
func tellsLabel(g Given) bool {
	label, rest := recognise.SplitLabel(g.Label + " " + g.Text)
	return label == g.Label && rest == g.Text
}

// The cells and rows of a table on one line, and back.
var (
	oneLine  = strings.NewReplacer("\t", " ¦ ", "\n", " ⏎ ")
	asTable  = strings.NewReplacer(" ¦ ", "\t", " ⏎ ", "\n", "¦ ", "\t", " ¦", "\t", "⏎ ", "\n", " ⏎", "\n")
	tagWords = map[resolution.Part]string{resolution.Preamble: "preamble", resolution.Operative: "operative", resolution.Annex: "annex"}
)

// tags are what a reader must know of a clause that its text does not tell.
func (p *printer) tags(op *Operation, g Given, part *resolution.Part) string {
	var tags []string
	if g.Part != *part && len(op.Targets) > 0 && op.Targets[0].Kind != TitlePlace && g.Part != resolution.Front {
		if op.Targets[0].Kind == TextPlace || op.Kind == Insert {
			tags = append(tags, p.tag(tagWords[g.Part]))
			*part = g.Part
		}
	}
	tags = append(tags, p.kindTags(g.Flush, g.Kind)...)
	if g.exact {
		tags = append(tags, p.tag("level")+" "+strconv.Itoa(g.Depth))
	}
	if label, rest := recognise.SplitLabel(g.Text); g.Label == "" && label != "" && rest != "" || g.exact && g.Label == "" {
		tags = append(tags, p.tag("unnumbered"))
	}
	if printsLabel(g) && !tellsLabel(g) {
		tags = append(tags, p.tag("numbered")+" "+g.Label)
	}
	return strings.Join(tags, " ")
}

// tag is the word of a role, the first of its row.
func (p *printer) tag(role string) string {
	for _, row := range p.lex.Table("given") {
		if row[0] == role {
			return row[1]
		}
	}
	return role
}

// Text is the amendment as a text of one paragraph a line: footnote marks as raised
// numbers, the footnotes at the end.
func (m *Motion) Text() []string {
	var out, notes []string
	for _, line := range m.Lines {
		text := line.Text
		var b strings.Builder
		at := 0
		for _, n := range line.Notes {
			b.WriteString(text[at:n.At])
			mark := raised(len(notes) + 1)
			b.WriteString(mark)
			if n.Text != "" {
				notes = append(notes, mark+" "+n.Text)
			} else {
				notes = append(notes, "")
			}
			at = n.At
		}
		b.WriteString(text[at:])
		out = append(out, strings.TrimSpace(line.Number+" "+b.String()))
	}
	for _, n := range notes {
		if n != "" {
			out = append(out, n)
		}
	}
	return out
}

// raised is a number in superscript digits.
func raised(n int) string {
	return strings.Map(func(r rune) rune { return []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")[r-'0'] }, strconv.Itoa(n))
}

// kindTags tell of a clause that is no paragraph of its own.
func (p *printer) kindTags(flush bool, kind resolution.Kind) []string {
	var tags []string
	if flush {
		tags = append(tags, p.tag("continued"))
	}
	switch kind {
	case resolution.Heading:
		tags = append(tags, p.tag("heading"))
	case resolution.Table:
		tags = append(tags, p.tag("table"))
	}
	return tags
}
