package read

import (
	"bytes"
	"cmp"
	"context"
	"reprise/internal/gfm"
	"reprise/internal/lexicon"
	"reprise/read/lines"
	"reprise/resolution"
	"reprise/resolution/recognise"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// markdownFormat reads Markdown on goldmark's syntax tree. Lists, headings by
// underlining and indented code are switched off: a list keeps only its first
// number, takes "(a)" paragraphs in, and "2020. A sentence" would become one;
// "States," over a rule would become a heading. So numbers and bullets stay
// text, and are read from the source as they stand.
var markdownFormat = format{
	name:   "markdown",
	bare:   true,
	engine: "goldmark",
	is:     looksLikeMarkdown,
	read:   readMarkdown,
}

// sniffBytes is how much of a file is looked at to find its format.
const sniffBytes = 64 << 10

// minMarks is how many signs of Markdown make a text Markdown.
const minMarks = 2

// looksLikeMarkdown counts lines that only Markdown has: headings with #,
// emphasis that opens and closes in a line, links, raised marks, table rows.
func looksLikeMarkdown(content []byte) bool {
	head := content[:min(len(content), sniffBytes)]
	if bytes.IndexByte(head, 0) >= 0 {
		return false
	}
	marks := 0
	for line := range bytes.Lines(head) {
		line = bytes.TrimSpace(line)
		switch {
		case len(line) < 3:
		case line[0] == '#' && bytes.Contains(line[:min(7, len(line))], []byte("# ")):
			marks += minMarks
		case bytes.Contains(line, []byte("](")), bytes.Contains(line, []byte("<sup>")),
			bytes.HasPrefix(line, []byte("[^")), emphasised(line), bytes.HasPrefix(line, []byte("|--")), bytes.HasPrefix(line, []byte("| --")):
			marks++
		}
		if marks >= minMarks {
			return true
		}
	}
	return false
}

// emphasised tells a line with *words* or _words_ that is no bar code and no
// starred list.
func emphasised(line []byte) bool {
	for _, c := range []byte("*_") {
		from := bytes.IndexByte(line, c)
		if from < 0 || from+1 >= len(line) || !isLetter(line[from+1:]) {
			continue
		}
		to := bytes.IndexByte(line[from+1:], c)
		if to > 1 && (from == 0 || line[from-1] == ' ') && !bytes.ContainsAny(line[from+1:from+1+to], "0123456789") {
			return true
		}
	}
	return false
}

func isLetter(b []byte) bool {
	r, _ := utf8.DecodeRune(b)
	return r != utf8.RuneError && (r|0x20 >= 'a' && r|0x20 <= 'z' || r > 0xbf)
}

// markdownParser is goldmark without lists, underlined headings and code.
func markdownParser() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(parser.NewLinkParser(), 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewRawHTMLParser(), 400),
			util.Prioritized(parser.NewEmphasisParser(), 500),
			util.Prioritized(gfm.Struck{}, 500),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(gfm.Tables{}, 200),
		),
	)
}

func readMarkdown(ctx context.Context, in input) (blocksOf, error) {
	got, err := decode(in.content)
	if err != nil {
		return blocksOf{}, err
	}
	source := string(got.text)
	if err := cmp.Or(checkLines(source), checkParagraphs(source)); err != nil {
		return blocksOf{}, err
	}
	m := &markdown{ctx: ctx, revisions: in.opts.Revisions, lex: in.lex}
	m.source = m.defined(outdent(m.facts(strings.ReplaceAll(source, "\r\n", "\n"))))
	m.walk(markdownParser().Parse(text.NewReader(m.source), parser.WithContext(m.references)))
	if ctx.Err() != nil {
		return blocksOf{}, context.Cause(ctx)
	}
	warnings := warnOf(got.warnings, changed(m.revisions), m.changes)
	return blocksOf{blocks: m.blocks, lex: in.lex, warnings: warnOf(warnings, resolution.NotShown, m.hidden)}, nil
}

// outdent takes the spaces off the start of each line. They nest lists and
// mark code, which are not read here; goldmark without those drops what is
// indented by four and all that follows.
func outdent(source string) []byte {
	out := make([]byte, 0, len(source))
	for line := range strings.Lines(source) {
		out = append(out, strings.TrimLeft(line, " \t")...)
	}
	return out
}

// markdown turns a syntax tree into blocks.
type markdown struct {
	source []byte
	blocks []recognise.Block
	spans  []recognise.Span // of the block in hand
	style  recognise.Span   // what is switched on
	breaks []int            // indices in spans before which a source line begins

	ctx        context.Context // of this reading
	lex        *lexicon.Lexicon
	references parser.Context // of links that are defined elsewhere in the text
	revisions  Revisions
	changes    int // tracked ones
	gone       int // how many elements are open whose text goes
	hidden     int // elements of HTML whose text is not shown
}

func (m *markdown) walk(n ast.Node) {
	for c := n.FirstChild(); c != nil && m.ctx.Err() == nil; c = c.NextSibling() {
		switch b := c.(type) {
		case *ast.Heading:
			m.inline(b)
			m.flush(recognise.Block{Kind: recognise.HeadingBlock, Level: b.Level})
		case *ast.Paragraph, *ast.TextBlock:
			m.inline(b)
			m.paragraph()
		case *ast.FencedCodeBlock:
			if b.Info != nil {
				m.aside(unescape(b.Info.Segment.Value(m.source)))
			}
			m.raw(b.Lines(), recognise.TextBlock)
		case *ast.HTMLBlock:
			m.html(b)
		case *east.Table:
			m.table(b)
		case *ast.ThematicBreak:
		default:
			m.walk(c)
		}
	}
}

// inline gathers the spans below a node.
func (m *markdown) inline(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		m.span(c)
	}
}

func (m *markdown) span(n ast.Node) {
	before := m.style
	switch s := n.(type) {
	case *ast.Text:
		m.text(unescape(s.Segment.Value(m.source)))
		if s.HardLineBreak() {
			m.text("\n")
		} else if s.SoftLineBreak() {
			m.text(" ")
			m.breaks = append(m.breaks, len(m.spans))
		}
		return
	case *ast.String:
		m.text(string(s.Value))
		return
	case *ast.Emphasis:
		m.style.Italic = m.style.Italic || s.Level == 1
		m.style.Bold = m.style.Bold || s.Level > 1
	case *east.Strikethrough:
		m.changes++
		if m.revisions == AcceptRevisions {
			return
		}
	case *ast.Link:
		m.aside(unescape(s.Title))
		m.style.Link = string(s.Destination)
	case *ast.Image:
		m.picture(s)
		return
	case *ast.AutoLink:
		m.text(string(s.Label(m.source)))
		return
	case *ast.RawHTML:
		m.tag(string(s.Segments.Value(m.source)))
		return
	}
	m.inline(n)
	m.style = before
}

func (m *markdown) text(s string) {
	if m.gone > 0 {
		return
	}
	span := m.style
	span.Text = s
	m.spans = append(m.spans, span)
}

// tag follows the few tags that say something about a run of text. What is no tag
// of HTML ("<two lamps>") is text.
func (m *markdown) tag(raw string) {
	name, open := tagName(raw)
	switch name {
	case "sup":
		m.style.Raised = open
	case "i", "em":
		m.style.Italic = open
	case "b", "strong":
		m.style.Bold = open
	case "s", "strike":
		m.style.Struck = open
	case "del", "ins":
		m.change(name, open)
	case "br":
		m.text("\n")
	case "!":
		m.remark(raw)
	case "":
		m.text(raw)
	}
}

// change opens or closes a tracked change, whose text goes or stays.
func (m *markdown) change(name string, open bool) {
	if open {
		m.changes++
	}
	switch goes := name == "del" == (m.revisions == AcceptRevisions); {
	case goes && open:
		m.gone++
	case goes:
		m.gone = max(m.gone-1, 0)
	}
}

// tagName is the element of a tag, and whether it opens it; "" for what is no tag
// of HTML: its name is not known, or it has attributes that are not.
func tagName(raw string) (name string, open bool) {
	z := html.NewTokenizer(strings.NewReader(raw))
	kind := z.Next()
	t := z.Token()
	switch kind {
	case html.CommentToken, html.DoctypeToken:
		return "!", true // or a processing instruction, or a section of characters
	case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
	default:
		return "", false
	}
	if t.DataAtom == 0 {
		return "", false
	}
	for _, a := range t.Attr {
		if a.Val == "" && atom.Lookup([]byte(a.Key)) == 0 {
			return "", false // "a<b and c>d"
		}
	}
	return t.Data, kind != html.EndTagToken
}

// paragraph ends a paragraph: where a source line opens with a label, another
// begins, as the lists are no lists here.
func (m *markdown) paragraph() {
	spans, from := m.spans, 0
	var parts [][]recognise.Span
	for _, at := range m.breaks {
		if at < len(spans) && at > from {
			if label, _ := recognise.SplitLabel(opening(spans[at:])); label != "" &&
				lines.EndsParagraph(strings.TrimSpace(ending(spans[from:at]))) {
				parts = append(parts, spans[from:at])
				from = at
			}
		}
	}
	parts = append(parts, spans[from:])
	for _, part := range parts {
		m.spans = part
		m.flush(recognise.Block{})
	}
}

// opening is what spans open with, at least as much as a label has.
func opening(spans []recognise.Span) string {
	n, length := 0, 0
	for ; n < len(spans) && length < longLabel; n++ {
		length += len(spans[n].Text)
	}
	return recognise.Block{Spans: spans[:n]}.Text()
}

// ending is what spans end with, at least as much as tells the end of a paragraph.
func ending(spans []recognise.Span) string {
	n, length := len(spans), 0
	for ; n > 0 && length < longLabel; n-- {
		length += len(strings.TrimSpace(spans[n-1].Text))
	}
	return recognise.Block{Spans: spans[n:]}.Text()
}

// longLabel is more than any label has, and what follows a paragraph's last mark.
const longLabel = 200

func (m *markdown) flush(b recognise.Block) {
	b.Spans = citeNotes(m.spans)
	m.spans, m.breaks = nil, nil
	if mark, rest, ok := noteDefinition(b.Spans); ok && b.Kind == recognise.TextBlock {
		b.Kind, b.Mark, b.Spans = recognise.NoteBlock, mark, rest
	}
	if b.Mark != "" || strings.TrimSpace(b.Text()) != "" || len(b.Spans) > 0 && b.Spans[0].Note != "" {
		m.blocks = append(m.blocks, b)
	}
}

// citeNotes turns "[^1]" into a span with the note's mark. The brackets may be
// parted over spans of one style.
func citeNotes(spans []recognise.Span) []recognise.Span {
	var out []recognise.Span
	for len(spans) > 0 {
		n := 1
		for n < len(spans) && sameStyle(spans[0], spans[n]) {
			n++
		}
		s := spans[0]
		s.Text = recognise.Block{Spans: spans[:n]}.Text()
		spans = spans[n:]
		for {
			at := strings.Index(s.Text, "[^")
			end := strings.IndexByte(s.Text[max(at, 0):], ']') + at
			if at < 0 || end <= at+2 || end > at+2+maxMark || strings.ContainsAny(s.Text[at:end], " \n") {
				break
			}
			head := s
			head.Text = s.Text[:at]
			out = append(out, head, recognise.Span{Note: s.Text[at+2 : end]})
			s.Text = s.Text[end+1:]
		}
		out = append(out, s)
	}
	return out
}

// maxMark is the longest mark of a footnote in Markdown ("[^note-12]").
const maxMark = 24

func sameStyle(a, b recognise.Span) bool {
	a.Text, b.Text = "", ""
	return a == b
}

// noteDefinition tells "[^1]: text", the text of a footnote.
func noteDefinition(spans []recognise.Span) (mark string, rest []recognise.Span, ok bool) {
	for i, s := range spans {
		switch {
		case s.Note == "" && strings.TrimSpace(s.Text) == "":
		case s.Note != "" && i+1 < len(spans) && strings.HasPrefix(spans[i+1].Text, ":"):
			rest = append(rest, spans[i+1:]...)
			rest[0].Text = rest[0].Text[1:]
			return s.Note, rest, true
		default:
			return "", nil, false
		}
	}
	return "", nil, false
}

func (m *markdown) raw(lines *text.Segments, kind recognise.BlockKind) {
	var b strings.Builder
	for i := range lines.Len() {
		s := lines.At(i)
		b.Write(s.Value(m.source))
	}
	m.text(b.String())
	m.flush(recognise.Block{Kind: kind})
}

// table writes cells parted by tabs, rows by line ends.
func (m *markdown) table(t *east.Table) {
	for row := t.FirstChild(); row != nil; row = row.NextSibling() {
		if row != t.FirstChild() {
			m.text("\n")
		}
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			if cell != row.FirstChild() {
				m.text("\t")
			}
			m.inline(cell)
		}
	}
	m.flush(recognise.Block{Kind: recognise.TableBlock})
}

// unescape resolves backslashes and character references.
func unescape(s []byte) string {
	if bytes.IndexByte(s, '\\') >= 0 {
		s = util.UnescapePunctuations(s)
	}
	if bytes.IndexByte(s, '&') >= 0 {
		s = util.ResolveNumericReferences(util.ResolveEntityNames(s))
	}
	return string(s)
}
