package recognise

import (
	"context"
	"strconv"
	"strings"
	"unicode/utf8"

	"reprise/internal/lexicon"
	"reprise/resolution"
	"reprise/resolution/symbol"
)

// Fidelity is how much a text must be taken at its word.
type Fidelity int

// The fidelities.
const (
	Extracted Fidelity = iota // marks and paragraphs were guessed: what was glued is parted
	Exact                     // the format keeps paragraphs and footnotes apart: nothing is guessed
)

// Amendment turns blocks into a document of genre AmendmentGenre or
// CorrigendumGenre: the lines of its masthead, and each paragraph after them as a
// clause of its own ("p1", "p2" ...), an instruction or text that it brings. What
// they ask for is for package negotiate to read. Notes typed by hand have no
// masthead. It fails only where the context ends, with its cause.
//
// Law 1: nothing is lost (see resolution.Document).
func Amendment(ctx context.Context, blocks []Block, lex *lexicon.Lexicon, how Fidelity) (*resolution.Document, error) {
	r := &recogniser{lex: lex, genre: genreOf(resolution.ResolutionGenre), doc: &resolution.Document{Language: lex.Code(), Genre: resolution.AmendmentGenre, Draft: true}}
	paras := r.setAside(r.paragraphsOf(blocks))
	if how == Extracted {
		paras = r.takeLooseNotes(paras)
		if len(r.doc.Footnotes) > 0 { // without notes a number is a number: "draft resolution A/C.3/80/L.2"
			r.takeGluedMarks(paras)
		}
	}
	r.takeStars(paras, map[string]bool{}) // stars are typed, whatever the format
	w := &walker{recogniser: r}
	head := w.mastheadOf(paras)
	for i, p := range paras {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		it := &item{Clause: &resolution.Clause{Text: p.text, Notes: p.notes, Page: p.page, Label: p.label}}
		if i < head {
			w.prepare(it, p)
			w.placeFront(it, p)
		} else {
			w.takeInstruction(it, p)
		}
		r.items = append(r.items, it)
	}
	w.nameAmended()
	r.name()
	for i, it := range r.items[head:] {
		it.ID = "p" + strconv.Itoa(i+1)
	}
	r.fields()
	return r.doc, nil
}

// Enacts tells whether blocks have an enacting formula of their own; one that an
// instruction brings ("insert the following:") is none.
func Enacts(blocks []Block, lex *lexicon.Lexicon) bool {
	brought := false
	for _, b := range blocks[:min(len(blocks), maxDetectBlocks)] {
		if b.Kind != TextBlock && b.Kind != HeadingBlock {
			continue
		}
		text := resolution.Normalise(b.Text())
		if _, _, ok := lex.Formula(text); ok && !brought {
			return true
		}
		brought = strings.HasSuffix(text, ":")
	}
	return false
}

// IsAmendment tells whether blocks are an amendment or a corrigendum: a line of
// their mastheads says so, before any enacting formula: that may stand in the text that they bring.
func IsAmendment(blocks []Block, lex *lexicon.Lexicon) bool {
	for _, b := range blocks[:min(len(blocks), maxDetectBlocks)] {
		if b.Kind != TextBlock && b.Kind != HeadingBlock {
			continue
		}
		text := resolution.Normalise(b.Text())
		if _, _, ok := lex.Formula(text); ok {
			return false
		}
		if amendmentRole(lex, text) != resolution.NoRole {
			return true
		}
	}
	return false
}

// amendmentRole is the role of a line that says that the text is an amendment
// or a corrigendum; NoRole for any other.
func amendmentRole(lex *lexicon.Lexicon, text string) resolution.Role {
	line, ok := lex.Line(text)
	if !ok {
		return resolution.NoRole
	}
	switch role := roleOf(line); role {
	case resolution.CorrigendumRole:
		return role
	case resolution.AmendmentRole:
		if symbolIn(text) != "" && len(strings.TrimRight(text, ".;")) == len(text) { // titles name no draft, and a sentence is none
			return role
		}
	}
	return resolution.NoRole
}

// mastheadOf is how many paragraphs are the masthead: all up to the line that
// says what the text is, and the title after it.
func (w *walker) mastheadOf(paras []*paragraph) int {
	for i, p := range paras {
		role := amendmentRole(w.lex, p.text)
		if role == resolution.NoRole {
			continue
		}
		if role == resolution.CorrigendumRole {
			w.doc.Genre = resolution.CorrigendumGenre
		}
		if i+1 < len(paras) && titleWithin(paras[i+1].text, maxTitleBytes) && !endsInstruction(paras[i+1].text) {
			return i + 2
		}
		return i + 1
	}
	return 0
}

// endsInstruction tells a paragraph that ends as instructions and quoted
// texts do, and titles do not.
func endsInstruction(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return lexicon.EndsParagraph(r) || lexicon.ClosingMark(r)
}

// takeInstruction parts the number from an instruction, and the letter from a
// point of the text that one brings.
func (w *walker) takeInstruction(it *item, p *paragraph) {
	it.Part = resolution.Operative
	if p.kind == TableBlock {
		it.Kind = resolution.Table
		return
	}
	if p.kind == HeadingBlock {
		it.Kind = resolution.Heading
	}
	if it.Label != "" {
		it.label, _ = scanLabel(it.Label)
		return
	}
	l, n := scanLabel(p.text)
	if l.style == noStyle || l.style == namedStyle || strings.TrimSpace(p.text[n:]) == "" {
		return
	}
	it.label, it.Label = l, l.text
	p.cut(0, len(p.text)-len(strings.TrimLeft(p.text[n:], " ")))
	it.Text, it.Notes = p.text, p.notes
}

// nameAmended notes title and draft.
func (w *walker) nameAmended() {
	d := w.doc
	last := len(w.items)
	for i, it := range w.items {
		if it.Part != resolution.Front {
			last = i
			break
		}
		if it.Role == resolution.AmendmentRole {
			d.Amends = symbolIn(it.Text)
		}
	}
	if last > 0 && w.items[last-1].Role == resolution.NoRole {
		w.items[last-1].Role = resolution.TitleRole
		d.Title = w.items[last-1].Text
	}
}

// symbolIn is the document symbol that a line names last; "" for none.
func symbolIn(text string) symbol.Symbol {
	words := strings.Fields(text)
	for i := len(words) - 1; i >= 0; i-- {
		if !strings.Contains(words[i], "/") {
			continue
		}
		if i+1 < len(words) { // "S/RES/2147 (2014)"
			if s, ok := symbol.Parse(words[i]+" "+strings.TrimRight(words[i+1], ".,;:*"), symbol.NoBody); ok {
				return s
			}
		}
		if s, ok := symbol.Parse(strings.Trim(words[i], ".,;:()*"), symbol.NoBody); ok {
			return s
		}
	}
	return ""
}
