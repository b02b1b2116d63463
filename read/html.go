package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"reprise/internal/lexicon"
	"reprise/read/lines"
	"reprise/resolution"
	"reprise/resolution/recognise"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The limits of a web page.
const (
	htmlMaxNodes = 2_000_000
	htmlMaxDepth = 500 // the parser itself stops at 512 open elements
)

var htmlFormat = format{name: "html", engine: "x/net/html", is: isHTML, read: readHTML, bare: true}

// htmlSigns open a web page; a Markdown file may hold elements further down.
var htmlSigns = []string{"<!doctype html", "<html", "<head", "<body", "<?xml", "<article", "<main", "<title", "<meta"}

// isHTML tells a web page by what it opens with, comments aside.
func isHTML(content []byte) bool {
	text := strings.TrimPrefix(string(content[:min(len(content), 4096)]), "\ufeff")
	for {
		text = strings.TrimSpace(text)
		if !strings.HasPrefix(text, "<!--") {
			break
		}
		end := strings.Index(text, "-->")
		if end < 0 {
			return false
		}
		text = text[end+3:]
	}
	if !strings.HasPrefix(text, "<") {
		return false
	}
	text = strings.ToLower(text)
	for _, sign := range htmlSigns {
		if strings.HasPrefix(text, sign) {
			return sign != "<?xml" || strings.Contains(text, "<html")
		}
	}
	return false
}

var errNoHTMLText = errors.New("the web page holds no text; if it needs a script to show itself, save it from the browser once it is shown")

var errFrames = errors.New("a page made of frames, which holds no text itself; save the page that stands in the frame")

// readHTML turns a saved web page into blocks: the resolution, with the menus
// around it set aside.
func readHTML(ctx context.Context, in input) (out blocksOf, err error) {
	page, err := decodePage(in.content)
	if err != nil {
		return out, err
	}
	root, err := html.Parse(bytes.NewReader(ended(page.text)))
	if err != nil {
		return out, fmt.Errorf("not a web page: %w", err)
	}
	p := newHTMLPage(ctx, in.opts.Revisions)
	if err := p.survey(root); err != nil {
		return out, err
	}
	text := htmlText(root)
	p.size, p.lex = len(text), in.lex
	if p.lex == nil {
		p.lex = lexicon.Detect(strings.Split(text, "\n"))
	}
	if p.frames {
		return out, errFrames
	}
	p.findNotes(root)
	p.content = p.findContent(root)
	p.block(root, htmlStyle{}, 0)
	p.end()
	switch {
	case ctx.Err() != nil:
		return out, context.Cause(ctx)
	case p.texts == 0:
		return out, errNoHTMLText
	}
	out.blocks, out.warnings = p.out, append(page.warnings, p.warnings()...)
	return out, nil
}

// warnings are what the reading resolved or set aside.
func (p *htmlPage) warnings() []resolution.Warning {
	return warnOf(warnOf(nil, changed(p.revisions), p.changes), resolution.NotShown, p.hidden)
}

// htmlPage is a page while it is read.
type htmlPage struct {
	out     []recognise.Block
	open    *recognise.Block // the paragraph being gathered
	content *html.Node       // nil: all of it
	remarks bool             // comments and declarations are furniture, not nothing
	ids     map[string]*html.Node
	notes   map[*html.Node]string // elements that hold a note -> its mark
	backs   map[*html.Node]bool   // links from a note back to where it is cited
	lists   []htmlList
	away    int    // how many elements of furniture are open
	cells   int    // how many cells of tables
	quoted  int    // how many quotations
	note    string // the mark of the note that is open
	label   string // of the point that opens with the next text
	level   int    // of that point
	size    int    // of all text, in bytes
	texts   int
	frames  bool // other pages make it up

	ctx       context.Context // of this reading
	lex       *lexicon.Lexicon
	revisions Revisions
	changes   int // tracked ones
	hidden    int // elements within the content whose text is not shown
}

func newHTMLPage(ctx context.Context, revisions Revisions) *htmlPage {
	return &htmlPage{ctx: ctx, revisions: revisions, notes: map[*html.Node]string{}, backs: map[*html.Node]bool{}, ids: map[string]*html.Node{}}
}

type htmlList struct {
	ordered bool
	form    string
	next    int
	step    int // from a number to the next
}

// htmlStyle is what the elements around a text say about it.
type htmlStyle struct {
	span recognise.Span
}

func htmlText(n *html.Node) string {
	var b strings.Builder
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		if !isSilent(n) {
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				walk(c)
			}
		}
	}
	walk(n)
	return b.String()
}

func isBlock(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.Div, atom.Li, atom.Ul, atom.Ol, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
		atom.Table, atom.Tr, atom.Td, atom.Th, atom.Thead, atom.Tbody, atom.Tfoot, atom.Caption, atom.Blockquote, atom.Pre, atom.Section, atom.Article, atom.Main,
		atom.Header, atom.Footer, atom.Nav, atom.Aside, atom.Dl, atom.Dt, atom.Dd, atom.Figure, atom.Figcaption,
		atom.Address, atom.Form, atom.Fieldset, atom.Legend, atom.Hr, atom.Center, atom.Body, atom.Html, atom.Details, atom.Summary:
		return true
	}
	return false
}

// block reads an element and what is in it.
func (p *htmlPage) block(n *html.Node, style htmlStyle, level int) {
	switch {
	case n.Type == html.TextNode:
		p.text(n.Data, style)
		return
	case n.Type == html.CommentNode, n.Type == html.DoctypeNode:
		p.comment(n.Data, style)
		return
	case n.DataAtom == atom.Head:
		p.head(n)
		return
	case isCode(n) || p.ctx.Err() != nil || p.backs[n] || p.dropped(n):
		return
	case n.DataAtom == atom.Br:
		p.lineBreak()
		return
	}
	block := isBlock(n)
	if block {
		p.end()
	}
	if said := attributeText(n); said != "" {
		p.out = append(p.out, aside(said))
	}
	switch style = styled(n, style); {
	case isHidden(n) || n.DataAtom == atom.Rt:
		p.setAside(n, style, level)
	case isPrinted(n) && p.away == 0 && p.cells == 0 && p.note == "":
		p.printed(n)
	default:
		p.element(n, style, level)
	}
	if block {
		p.end()
	}
}

// element reads an element that is shown: as a note, as furniture, as a table, or
// as a part of the text.
func (p *htmlPage) element(n *html.Node, style htmlStyle, level int) {
	if mark := p.notes[n]; mark != "" && p.note == "" {
		p.note = mark
		p.inside(n, style, level)
		p.end()
		p.note = ""
		return
	}
	switch {
	case p.content != nil && p.away == 0 && p.cells == 0 && p.note == "" && (p.isFurniture(n) || p.outside(n)):
		p.setAside(n, style, level)
	case n.DataAtom == atom.Table && p.away == 0 && p.note == "" && isDataTable(n):
		p.table(n, style)
	default:
		p.inside(n, style, level)
	}
}

// inside reads what is in an element.
func (p *htmlPage) inside(n *html.Node, style htmlStyle, level int) {
	p.enter(n, &level)
	if n.DataAtom == atom.Q {
		p.quote(style, 0)
		defer p.quote(style, 1)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p.block(c, style, level)
	}
	if n.DataAtom == atom.Ol || n.DataAtom == atom.Ul {
		p.lists = p.lists[:len(p.lists)-1]
	}
}

// quotes are the marks that a browser puts around a quotation, and around one in it.
var quotes = [...][2]string{{"“", "”"}, {"‘", "’"}}

// quote opens (0) or closes (1) a quotation.
func (p *htmlPage) quote(style htmlStyle, side int) {
	p.quoted -= side
	p.text(quotes[p.quoted%len(quotes)][side], style)
	p.quoted += 1 - side
}

// dropped tells whether an element is a tracked change that goes: what was
// deleted where changes are accepted, what was inserted where they are rejected.
func (p *htmlPage) dropped(n *html.Node) bool {
	gone := atom.Del
	if p.revisions == RejectRevisions {
		gone = atom.Ins
	}
	if n.DataAtom == atom.Del || n.DataAtom == atom.Ins {
		p.changes++
	}
	return n.DataAtom == gone
}

// isPrinted tells elements whose text stands as it was typed.
func isPrinted(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Pre, atom.Xmp, atom.Listing, atom.Plaintext:
		return true
	}
	return false
}

// printed reads text that stands as it was typed: its lines are put together as
// those of a text file.
func (p *htmlPage) printed(n *html.Node) {
	p.end()
	blocks, err := lines.Blocks(p.ctx, lines.Split(p.shownText(n)), p.lex)
	if err != nil {
		return // the context ended, which is told in the end
	}
	if len(blocks) > 0 && blocks[0].Label == "" {
		blocks[0].Label, p.label = p.label, ""
	}
	for i := range blocks {
		blocks[i].Page = 0
		if blocks[i].Kind != recognise.FurnitureBlock {
			p.texts++
		}
	}
	p.out = append(p.out, blocks...)
}

// shownText is the text in an element, tracked changes resolved, line ends kept.
func (p *htmlPage) shownText(n *html.Node) string {
	var b strings.Builder
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		switch {
		case isCode(n) || p.dropped(n):
			return
		case isHidden(n):
			p.setAside(n, htmlStyle{}, 0)
			return
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.DataAtom == atom.Br:
			b.WriteByte('\n')
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return b.String()
}

// wholeText is all text in an element, shown or not.
func wholeText(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// enter opens lists, their points and headings.
func (p *htmlPage) enter(n *html.Node, level *int) {
	switch n.DataAtom {
	case atom.Ol, atom.Ul:
		p.lists = append(p.lists, newHTMLList(n))
		*level++
	case atom.Li:
		if p.notes[n] != "" || len(p.lists) == 0 {
			return
		}
		if label := p.lists[len(p.lists)-1].label(n); label != "" {
			p.label, p.level = label, *level
		}
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		p.begin(recognise.Block{Kind: recognise.HeadingBlock, Level: int(n.Data[1] - '0')})
	}
}

// styled adds what an element says about the text in it.
func styled(n *html.Node, s htmlStyle) htmlStyle {
	switch n.DataAtom {
	case atom.I, atom.Em, atom.Cite, atom.Dfn:
		s.span.Italic = true
	case atom.B, atom.Strong:
		s.span.Bold = true
	case atom.Sup:
		s.span.Raised = true
	case atom.S, atom.Strike:
		s.span.Struck = true
	case atom.A:
		if href := attr(n, "href"); !strings.HasPrefix(href, "#") {
			s.span.Link = href
		}
	}
	css := strings.ReplaceAll(strings.ToLower(attr(n, "style")), " ", "")
	if css != "" {
		s.span.Italic = s.span.Italic && !strings.Contains(css, "font-style:normal") || strings.Contains(css, "font-style:italic")
		s.span.Bold = s.span.Bold && !strings.Contains(css, "font-weight:normal") || strings.Contains(css, "font-weight:bold") || strings.Contains(css, "font-weight:7")
		s.span.Raised = s.span.Raised || strings.Contains(css, "vertical-align:super")
		s.span.Struck = s.span.Struck || strings.Contains(css, "line-through")
	}
	return s
}

func (p *htmlPage) begin(b recognise.Block) {
	p.end()
	p.open = &b
}

// text adds to the open paragraph; white space counts as one space.
func (p *htmlPage) text(s string, style htmlStyle) {
	s = oneSpace(s)
	if p.open == nil {
		if strings.TrimSpace(s) == "" {
			return
		}
		p.open = &recognise.Block{Kind: recognise.TextBlock, Label: p.label, Level: p.level}
		p.label, p.level = "", 0
	}
	if strings.HasPrefix(s, " ") && endsBlank(p.open.Spans) {
		s = s[1:]
	}
	if s == "" {
		return
	}
	span := style.span
	span.Text = s
	p.open.Spans = recognise.AppendSpan(p.open.Spans, span)
}

// endsBlank tells whether spans hold nothing yet, or end with a space.
func endsBlank(spans []recognise.Span) bool {
	for i := len(spans) - 1; i >= 0; i-- {
		if spans[i].Text != "" {
			return strings.HasSuffix(spans[i].Text, " ")
		}
	}
	return true
}

// oneSpace gives white space as a browser shows it: one space, no-break spaces
// aside.
func oneSpace(s string) string {
	var b strings.Builder
	space := false
	for _, r := range s {
		if unicode.IsSpace(r) && r != '\u00a0' {
			if !space {
				b.WriteByte(' ')
			}
			space = true
			continue
		}
		space = false
		b.WriteRune(r)
	}
	return b.String()
}

// lineBreak ends a paragraph where two stand in a row; one alone is a line end.
func (p *htmlPage) lineBreak() {
	if p.open == nil {
		return
	}
	if n := len(p.open.Spans); n > 0 && p.open.Spans[n-1].Text == breakSign {
		p.end()
		return
	}
	p.open.Spans = append(p.open.Spans, recognise.Span{Text: breakSign})
}

const breakSign = "\n"

// end closes the open paragraph.
func (p *htmlPage) end() {
	b := p.open
	p.open = nil
	for b != nil && len(b.Spans) > 0 && b.Spans[len(b.Spans)-1].Text == breakSign {
		b.Spans = b.Spans[:len(b.Spans)-1]
	}
	if b == nil || strings.TrimSpace(b.Text()) == "" {
		return
	}
	switch {
	case p.note != "":
		p.addNote(*b)
		return
	case p.away > 0:
		b.Kind, b.Label = recognise.FurnitureBlock, ""
	default:
		p.texts++
	}
	p.out = append(p.out, *b)
}

// addNote adds a paragraph to the note that is open.
func (p *htmlPage) addNote(b recognise.Block) {
	b.Kind, b.Mark, b.Label = recognise.NoteBlock, p.note, ""
	b.Spans = withoutOwnMark(b.Spans, p.note)
	if n := len(p.out); n > 0 && p.out[n-1].Kind == recognise.NoteBlock && p.out[n-1].Mark == p.note {
		p.out[n-1].Spans = append(append(p.out[n-1].Spans, recognise.Span{Text: " "}), b.Spans...)
		return
	}
	if strings.TrimSpace(b.Text()) != "" {
		p.out = append(p.out, b)
	}
}
