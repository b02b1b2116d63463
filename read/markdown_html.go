package read

import (
	"slices"
	"strings"

	"reprise/internal/lexicon"
	"reprise/resolution/recognise"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"
)

// html reads a block of HTML as a piece of a web page. Its comments are furniture: in
// Markdown they are there to be read by those who write it.
func (m *markdown) html(b *ast.HTMLBlock) {
	var raw strings.Builder
	for i := range b.Lines().Len() {
		s := b.Lines().At(i)
		raw.Write(s.Value(m.source))
	}
	if b.HasClosure() {
		raw.Write(b.ClosureLine.Value(m.source))
	}
	root, err := html.Parse(strings.NewReader(known(raw.String())))
	if err != nil {
		return // a reader of strings has no errors
	}
	p := newHTMLPage(m.ctx, m.revisions)
	p.size, p.lex, p.remarks = len(m.source), m.language(), true
	if p.survey(root) != nil {
		m.text(stripTags(raw.String()))
		m.flush(recognise.Block{})
		return
	}
	p.block(root, htmlStyle{}, 0)
	p.end()
	m.changes += p.changes
	m.hidden += p.hidden
	for _, block := range p.out {
		m.spans, m.breaks = trimmed(block.Spans), nil
		m.flush(block)
	}
}

// language is the language of the text, where it has to be known before all of it is
// read.
func (m *markdown) language() *lexicon.Lexicon {
	if m.lex == nil {
		m.lex = lexicon.Detect(strings.Split(string(m.source), "\n"))
	}
	return m.lex
}

// known gives HTML with all that looks like a tag and is none made text.
func known(raw string) string {
	z := html.NewTokenizer(strings.NewReader(raw))
	var b strings.Builder
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			b.Write(z.Raw())
			return b.String()
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			tag := string(z.Raw())
			if name, _ := tagName(tag); name == "" {
				tag = html.EscapeString(tag)
			}
			b.WriteString(tag)
		default:
			b.Write(z.Raw())
		}
	}
}

// remark keeps a comment, an instruction or a declaration as furniture, and reads a
// section of characters as text.
func (m *markdown) remark(raw string) {
	inner := strings.TrimSuffix(strings.TrimPrefix(raw, "<!"), ">")
	if strings.HasPrefix(inner, "[CDATA[") {
		m.text(characterData(strings.TrimSuffix(inner, "]]")))
		return
	}
	m.aside(strings.Trim(strings.TrimPrefix(inner, "<"), "-?"))
}

// aside adds furniture, if there is any in a text. The open paragraph goes on.
func (m *markdown) aside(text string) {
	if text = strings.TrimSpace(text); text != "" && m.gone == 0 {
		m.blocks = append(m.blocks, aside(text))
	}
}

// picture keeps what stands in the place of a picture, and its title.
func (m *markdown) picture(n *ast.Image) {
	spans, style, breaks := m.spans, m.style, m.breaks
	m.spans = nil
	m.inline(n)
	text := recognise.Block{Spans: m.spans}.Text()
	m.spans, m.style, m.breaks = spans, style, slices.Clip(breaks)
	m.aside(text)
	m.aside(unescape(n.Title))
}

// stripTags takes tags and comment signs out and leaves the words.
func stripTags(s string) string {
	z := html.NewTokenizer(strings.NewReader(s))
	var b strings.Builder
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			b.Write(z.Text())
		case html.CommentToken:
			b.WriteString(" " + z.Token().Data + " ")
		default:
			raw := string(z.Raw())
			if name, _ := tagName(raw); name == "" {
				b.WriteString(raw)
				continue
			}
			b.WriteByte(' ')
		}
	}
}
