package lines

import (
	"context"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"reprise/internal/lexicon"
	"reprise/resolution/recognise"
	"reprise/resolution/symbol"
)

// assembly puts the lines of one text together.
type assembly struct {
	lex      *lexicon.Lexicon
	lines    []Line
	wrapped  bool // lines end at a margin, not at paragraphs' ends
	width    int  // the length of a full line
	body     int  // index of the first line after the enacting formula; 0 where there is none
	words    Words
	numbered map[string]int // lines that number pages, by how many there are
	symbols  map[string]int // lines that are a symbol
	growing  map[int][]byte // the texts of blocks to which lines were joined
}

const (
	// maxWrapped is the longest line of extracted text; printed lines have
	// about 90 characters, wide extracts up to 150.
	maxWrapped = 190
	// fullLine is the share of lines that may be longer than a full one.
	fullLine = 10
	// shortLine: a line of less than this share of a full one, in tenths, ends
	// its paragraph where it ends with a full stop or semicolon.
	shortLine = 7
)

// measure tells wrapped text from paragraphs and finds the length of a line.
func (a *assembly) measure() {
	lengths := make([]int, 0, len(a.lines))
	long := 0
	for _, l := range a.lines {
		n := utf8.RuneCountInString(l.text)
		lengths = append(lengths, n)
		if n > maxWrapped {
			long++
		}
	}
	sort.Ints(lengths)
	a.wrapped = long*50 <= len(lengths)
	if n := len(lengths); n > 0 {
		a.width = min(lengths[n-1-n/fullLine], maxWrapped)
	}
}

// markForms finds the lines of the form and the enacting formula.
func (a *assembly) markForms() {
	organ := a.organLines()
	for i := range a.lines {
		l := &a.lines[i]
		if i >= organ && a.isFormula(l.text) {
			if a.body == 0 {
				a.body = i + 1
			}
			continue
		}
		if a.body == 0 || len(l.text) < maxFormLine {
			l.form, l.isForm = a.lex.Line(l.text)
		}
	}
}

// organLines is before which line a formula without its comma is the organ's name
// in the masthead: the first formula that has it. 0 where none has.
func (a *assembly) organLines() int {
	for i := range a.lines {
		if text := a.lines[i].text; lexicon.EndsInComma(text) && a.isFormula(text) {
			return i
		}
	}
	return 0
}

// maxFormLine is longer than any line of the form in the body of a text.
const maxFormLine = 160

// blocks joins lines to paragraphs.
func (a *assembly) blocks(ctx context.Context) ([]recognise.Block, error) {
	var out []recognise.Block
	cur := -1 // index in out of the paragraph that may go on
	interrupted := false
	for i := range a.lines {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		l := &a.lines[i]
		switch {
		case l.rule || l.furniture || l.inNote:
			out = a.aside(out, l)
			interrupted = true
			continue
		case cur >= 0 && !a.starts(seam{i, a.soFar(out, cur), interrupted}):
			a.join(out, cur, l.text)
		default:
			out = append(out, textBlock(recognise.TextBlock, l))
			cur = len(out) - 1
		}
		interrupted = false
	}
	a.grown(out)
	a.mendAll(out)
	return out, nil
}

// aside adds what stands between paragraphs: furniture, and footnotes, whose
// lines are put together.
func (a *assembly) aside(out []recognise.Block, l *Line) []recognise.Block {
	switch n := len(out) - 1; {
	case l.furniture:
		return append(out, textBlock(recognise.FurnitureBlock, l))
	case l.rule:
		return out
	case l.note == "" && n >= 0 && out[n].Kind == recognise.NoteBlock:
		a.join(out, n, l.text)
		return out
	}
	b := textBlock(recognise.NoteBlock, l)
	b.Mark = l.note
	return append(out, b)
}

func (a *assembly) mendAll(blocks []recognise.Block) {
	for i := range blocks {
		if s := &blocks[i].Spans[0]; blocks[i].Kind != recognise.FurnitureBlock {
			s.Text = a.mendHyphens(s.Text)
			if a.wrapped {
				s.Text = a.mend(s.Text)
			}
		}
	}
}

func textBlock(kind recognise.BlockKind, l *Line) recognise.Block {
	return recognise.Block{Kind: kind, Page: l.page, Spans: []recognise.Span{{Text: l.text}}}
}

// A seam is where a line meets the paragraph before it.
type seam struct {
	line        int
	soFar       string // the text of the paragraph before, without its midst where it is long
	interrupted bool   // page furniture or footnotes stand between
}

// starts tells whether the line at a seam opens a paragraph.
func (a *assembly) starts(s seam) bool {
	l := &a.lines[s.line]
	ended := EndsParagraph(s.soFar)
	switch {
	case s.line == 0:
		return true
	case s.line >= a.body && endsDigit(s.soFar) && opensYear(l.text):
		return false // "resolutions 186 (1964), 187" / "(1964) and 192 (1964)"
	case !a.wrapped && l.gap && !labelOnly(s.soFar):
		return !a.runsOn(s)
	case labelOnly(s.soFar):
		return false
	case a.isFormula(s.soFar), a.isFormula(l.text):
		return true
	case s.line < a.body || a.body == 0 && a.isFormLine(s.line):
		return a.startsFront(s)
	case a.startsForm(s):
		return true
	case a.startsLabel(s):
		return true
	case l.gap && lowerStart(l.text) && a.runsOn(s):
		return false
	case l.gap && !s.interrupted:
		return ended || !lowerStart(l.text) || !a.wrapped
	case !ended:
		return s.interrupted && a.headed(s.soFar, l.text)
	case a.lead(l.text):
		return !a.wrapped || capital(l.text) || a.short(s.line-1) || !endsComma(s.soFar)
	case endsComma(s.soFar):
		return false
	case s.interrupted:
		return !lowerStart(l.text)
	}
	return a.short(s.line-1) && !lowerStart(l.text)
}

// runsOn tells whether a paragraph goes on behind an empty line or a page's end:
// it is not ended, and the line opens no other. What stands after a point may
// be flush text.
func (a *assembly) runsOn(s seam) bool {
	text := a.lines[s.line].text
	label, _ := recognise.SplitLabel(text)
	if s.line < a.body || label != "" || strings.HasPrefix(text, "|") || strings.HasSuffix(s.soFar, "|") {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(text); unicode.IsLower(r) {
		if a.lead(text) { // in Russian leads open with a small letter
			return !EndsParagraph(s.soFar)
		}
		return !EndsParagraph(s.soFar) || strings.HasSuffix(s.soFar, ",") && (s.interrupted || !strings.HasPrefix(s.soFar, "("))
	}
	return s.interrupted && !EndsParagraph(s.soFar) && utf8.RuneCountInString(s.soFar) >= a.width*shortLine/10 && !a.lead(text)
}

// opensYear tells a line that goes on after a resolution's number: "(1964) of
// 9 August".
func opensYear(s string) bool {
	return len(s) > len("(1964)") && s[0] == '(' && s[5] == ')' && strings.Trim(s[1:5], "0123456789") == ""
}

// headed tells whether the paragraph so far was a heading and the line opens
// another paragraph.
func (a *assembly) headed(soFar, text string) bool {
	return utf8.RuneCountInString(soFar) < a.width*shortLine/10 && a.lead(text)
}

func (a *assembly) isFormula(text string) bool {
	_, n, ok := a.lex.Formula(text)
	return ok && n >= len(text)
}

func (a *assembly) isFormLine(i int) bool { return a.lines[i].isForm }

// startsFront: in the masthead every line of the form is a paragraph; a title,
// an agenda title, and brackets go on over several lines.
func (a *assembly) startsFront(s seam) bool {
	l, soFar := &a.lines[s.line], s.soFar
	before, ok := a.lex.Line(soFar)
	joined, fits := a.lex.Line(soFar + " " + l.text)
	switch {
	case numberAlone(soFar): // "69/36." / "Title"
		return false
	case fits && ok && joined.Role == before.Role && a.more(joined, before):
		return false // "Resolution adopted by the General Assembly" / "on 5 December 2018"
	case fits && !l.gap && joined.Value("date") != "" && before.Value("date") == "" && joined.Role == "adopted":
		return false // "... at its 100th meeting, on" / "5 December 2018"
	}
	if strings.HasPrefix(soFar, "[") && strings.Count(soFar, "[") > strings.Count(soFar, "]") {
		return false
	}
	if l.isForm || l.gap || ok || isSymbol(l.text) || isSymbol(soFar) {
		return !a.sponsorsGoOn(s)
	}
	if label, _ := recognise.SplitLabel(l.text); label != "" {
		return true
	}
	return numbered(l.text)
}

// more tells whether a joined line says more in its slots than the line alone:
// a slot that takes anything does not count.
func (a *assembly) more(joined, alone lexicon.Line) bool {
	for _, slot := range [...]string{"date", "item", "organ"} {
		if joined.Value(slot) != alone.Value(slot) {
			return true
		}
	}
	return false
}

// sponsorsGoOn: a list of sponsors runs over several lines, to its colon.
func (a *assembly) sponsorsGoOn(s seam) bool {
	l := &a.lines[s.line]
	if l.gap || !l.isForm || l.form.Role != "sponsors" {
		return false
	}
	_, form := a.lex.Line(s.soFar)
	return !form && !isSymbol(s.soFar)
}

// numbered tells whether a line opens with a resolution's number: "73/58. ".
func numbered(text string) bool {
	n := 0
	for n < len(text) && (text[n] >= '0' && text[n] <= '9' || text[n] == '/') {
		n++
	}
	return n > 2 && n+1 < len(text) && strings.IndexByte(text[:n], '/') > 0 && text[n] == '.' && text[n+1] == ' '
}

// numberAlone tells a resolution's number on a line of its own: "69/36.".
func numberAlone(text string) bool {
	return len(text) <= maxLabel && numbered(text+" ")
}

func isSymbol(text string) bool {
	if strings.Count(text, "/") < 2 || strings.IndexByte(text, ' ') >= 0 && strings.IndexByte(text, '(') < 0 {
		return false
	}
	_, ok := symbol.Parse(strings.TrimRight(text, "*"), symbol.NoBody)
	return ok
}

// startsForm: in the body only the lines that close a text stand for
// themselves, and only after an ended paragraph or another such line.
func (a *assembly) startsForm(s seam) bool {
	l, before := &a.lines[s.line], a.before(s.line)
	closes := before != nil && before.isForm && closing(before.form.Role)
	if closes && !voteSide(before.form.Role) && !(before.form.Role == "vote" && !EndsParagraph(before.text)) {
		return true
	}
	if !l.isForm || !closing(l.form.Role) || l.form.Role == "date" || lowerStart(l.text) {
		return false // "the Guidelines," / "adopted by the Council in 2144,"
	}
	return l.gap || EndsParagraph(s.soFar) || voteSide(l.form.Role) && a.inVote(s.line)
}

// maxVoteLines is the most lines of a list of States.
const maxVoteLines = 40

// inVote tells whether a recorded vote has begun shortly before a line.
func (a *assembly) inVote(i int) bool {
	for _, l := range a.lines[max(i-maxVoteLines, 0):i] {
		if l.isForm && (l.form.Role == "vote" || voteSide(l.form.Role)) {
			return true
		}
	}
	return false
}

func closing(role string) bool {
	return role == "meeting" || role == "vote" || voteSide(role) || role == "date"
}

// voteSide tells the lines that open a list of States in a recorded vote.
func voteSide(role string) bool {
	return role == "in-favour" || role == "against" || role == "abstaining"
}

// before is the line before that is neither furniture nor note; nil for none.
func (a *assembly) before(i int) *Line {
	for i--; i >= 0; i-- {
		if l := &a.lines[i]; !l.furniture && !l.inNote && !l.rule {
			return l
		}
	}
	return nil
}

// startsLabel tells whether a label opens a paragraph here, and is no number
// that the line end put at a line's beginning ("paragraph" / "2. ...").
func (a *assembly) startsLabel(s seam) bool {
	l := &a.lines[s.line]
	label, rest := recognise.SplitLabel(l.text)
	return label != "" && (l.gap && !s.interrupted || EndsParagraph(s.soFar) || a.lead(rest))
}

func (a *assembly) lead(text string) bool {
	lead, ok := a.lex.Lead(text)
	return ok && lead.Form&(lexicon.PreambularForm|lexicon.OperativeForm) != 0
}

// short tells whether a line ends well before the margin.
func (a *assembly) short(i int) bool {
	return utf8.RuneCountInString(a.lines[i].text) < a.width*shortLine/10
}

func labelOnly(text string) bool {
	if len(text) > maxLabel {
		return false
	}
	label, rest := recognise.SplitLabel(text)
	return label != "" && rest == ""
}

const maxLabel = 16

// EndsParagraph tells whether a text ends as paragraphs do, a footnote mark behind
// it or not.
func EndsParagraph(s string) bool {
	s = strings.TrimRightFunc(s, func(r rune) bool { return lexicon.ClosingMark(r) || strings.ContainsRune(" 0123456789/", r) })
	r, _ := utf8.DecodeLastRuneInString(s)
	return lexicon.EndsParagraph(r)
}

func endsComma(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return lexicon.PlainMark(r) == ','
}

// capital tells whether a text opens with a capital letter: where leads do not,
// they are told from the words of a sentence less surely.
func capital(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

func lowerStart(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "(“‘\"'["))
	return unicode.IsLower(r)
}

// placeLabels moves a label that stands alone after the first line of its text
// ("Welcomes the entry" / "1." / "into force;") before that line.
func (a *assembly) placeLabels() {
	for i := 1; i+1 < len(a.lines); i++ {
		if !labelOnly(a.lines[i].text) || a.lines[i].furniture || a.lines[i].inNote {
			continue
		}
		p, n := a.beforeIndex(i), a.afterIndex(i)
		if p >= a.body && n > 0 && a.labelAfter(p, n) {
			label := a.lines[i]
			gap := a.lines[p].gap
			copy(a.lines[p+1:i+1], a.lines[p:i])
			label.gap, a.lines[p+1].gap = gap, false
			a.lines[p] = label
		}
	}
}

// labelAfter tells whether a label between two lines belongs to the first: it
// opens a paragraph that has no label yet, and the second does not.
func (a *assembly) labelAfter(p, n int) bool {
	first := &a.lines[p]
	lead, ok := a.lex.Lead(first.text)
	if !ok || lead.Form&lexicon.OperativeForm == 0 {
		return false
	}
	if b := a.before(p); b != nil && (labelOnly(b.text) || !EndsParagraph(b.text) && !first.gap) {
		return false
	}
	return !a.lead(a.lines[n].text) || EndsParagraph(first.text)
}

func (a *assembly) beforeIndex(i int) int {
	for i--; i >= 0; i-- {
		if l := &a.lines[i]; !l.furniture && !l.inNote && !l.rule {
			return i
		}
	}
	return -1
}

func (a *assembly) afterIndex(i int) int {
	for i++; i < len(a.lines); i++ {
		if l := &a.lines[i]; !l.furniture && !l.inNote && !l.rule {
			return i
		}
	}
	return -1
}
