package read

import (
	"bytes"
	"strings"

	"reprise/internal/pattern"
	"reprise/resolution/recognise"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// isSilent tells elements that are not read as text of the page: what is no text,
// and what is not shown.
func isSilent(n *html.Node) bool { return isCode(n) || isHidden(n) }

// isCode tells elements that hold no text for readers.
func isCode(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Head, atom.Rp:
		return true
	}
	return n.Type == html.CommentNode || n.Type == html.DoctypeNode
}

// isHidden tells elements whose text is not shown, or not as a part of the page's
// text: their words are kept as furniture.
func isHidden(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Noscript, atom.Noembed, atom.Noframes, atom.Iframe, atom.Template, atom.Svg, atom.Select, atom.Datalist, atom.Textarea,
		atom.Object, atom.Canvas, atom.Video, atom.Audio, atom.Meter, atom.Progress, atom.Annotation, atom.AnnotationXml:
		return true
	case atom.Dialog:
		return !hasAttr(n, "open")
	}
	style := strings.ReplaceAll(strings.ToLower(attr(n, "style")), " ", "")
	return hasAttr(n, "hidden") || strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") ||
		strings.Contains(style, "mso-hide:all")
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// head keeps the title of the page; the rest of its head is no text.
func (p *htmlPage) head(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if title := strings.TrimSpace(oneSpace(wholeText(c))); c.DataAtom == atom.Title && title != "" {
			p.out = append(p.out, aside(title))
		}
	}
}

// setAside makes furniture of what stands in an element. A paragraph around it goes
// on behind it.
func (p *htmlPage) setAside(n *html.Node, style htmlStyle, level int) {
	open, label, inList := p.open, p.label, p.level
	p.open, p.label = nil, ""
	if p.away == 0 && isHidden(n) && (strings.TrimSpace(wholeText(n)) != "" || attr(n, "srcdoc") != "") {
		p.hidden++
	}
	p.away++
	if isRaw(n) {
		p.text(stripTags(wholeText(n)), style)
	} else {
		p.inside(n, style, level)
	}
	p.end()
	p.away--
	p.open, p.label, p.level = open, label, inList
}

// aside is a block of furniture.
func aside(text string) recognise.Block {
	return recognise.Block{Kind: recognise.FurnitureBlock, Spans: []recognise.Span{{Text: text}}}
}

// attributeText is what an element shows by its attributes, or says in the place of
// what it shows: no text of a resolution, but words that a reader may see.
func attributeText(n *html.Node) string {
	var keys []string
	switch n.DataAtom {
	case atom.Img, atom.Area:
		keys = []string{"alt"}
	case atom.Input:
		if attr(n, "type") != "hidden" {
			keys = []string{"value", "placeholder", "alt"}
		}
	case atom.Textarea:
		keys = []string{"placeholder"}
	case atom.Optgroup, atom.Option:
		keys = []string{"label"}
	case atom.Iframe:
		return strings.TrimSpace(oneSpace(stripTags(attr(n, "srcdoc"))))
	}
	var said []string
	for _, key := range keys {
		if text := strings.TrimSpace(oneSpace(attr(n, key))); text != "" {
			said = append(said, text)
		}
	}
	return strings.Join(said, " ")
}

// isRaw tells elements whose tags the parser takes for text.
func isRaw(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Noscript, atom.Noembed, atom.Noframes, atom.Iframe:
		return true
	}
	return false
}

// comment reads what a browser takes for a comment.
func (p *htmlPage) comment(data string, style htmlStyle) {
	if text := characterData(data); text != "" {
		p.text(text, style)
	} else if said := strings.TrimSpace(strings.Trim(data, "?-")); p.remarks && said != "" {
		p.out = append(p.out, aside(said))
	}
}

// characterData is the text of a section that XML has and that a browser takes for a
// comment: "<![CDATA[text]]>". Of a comment it is nothing.
func characterData(comment string) string {
	text, ok := strings.CutPrefix(comment, "[CDATA[")
	if !ok {
		return ""
	}
	return strings.TrimSuffix(text, "]]")
}

// emptyTag is an element that XML ends where it begins, and HTML does not: all that
// follows would be its text.
var emptyTag = pattern.Lazy(`<(script|style|title|textarea|iframe|noscript|a|b|i|em|strong|sup|sub|span|p|div|li|td|th)(\s[^<>]*)?/>`)

// ended gives a page written as XML with such elements ended as HTML wants it.
func ended(page []byte) []byte {
	if head := page[:min(len(page), sniffHead)]; !bytes.Contains(head, []byte("<?xml")) && !bytes.Contains(head, []byte("XHTML")) &&
		!bytes.Contains(head, []byte("/1999/xhtml")) {
		return page
	}
	return emptyTag().ReplaceAll(page, []byte("<$1$2></$1>"))
}

// sniffHead is as much of a page as says whether it is XML.
const sniffHead = 1 << 10
