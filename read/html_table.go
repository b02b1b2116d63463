package read

import (
	"reprise/resolution/recognise"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// label is the number that a browser shows before the next point.
func (l *htmlList) label(li *html.Node) string {
	if !l.ordered {
		return ""
	}
	l.next = intOr(attr(li, "value"), l.next)
	n := l.next
	l.next++
	return listNumber(n, l.form) + "."
}

// cellLength is longer than any cell of a table of figures.
const cellLength = 500

// isDataTable tells a table from a layout made with one: some row has several
// cells, none of which holds paragraphs.
func isDataTable(n *html.Node) bool {
	rows := htmlRows(n)
	wide := 0
	for _, row := range rows {
		for _, cell := range row {
			if len(strings.TrimSpace(htmlText(cell))) > cellLength {
				return false
			}
		}
		if len(row) > 1 {
			wide++
		}
	}
	return wide >= minTableRows
}

func htmlRows(n *html.Node) [][]*html.Node {
	var rows [][]*html.Node
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		switch n.DataAtom {
		case atom.Tr:
			rows = append(rows, nil)
		case atom.Td, atom.Th:
			if len(rows) > 0 {
				rows[len(rows)-1] = append(rows[len(rows)-1], n)
			}
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return rows
}

func (p *htmlPage) table(n *html.Node, style htmlStyle) {
	b := recognise.Block{Kind: recognise.TableBlock}
	for i, row := range htmlRows(n) {
		if i > 0 {
			b.Spans = recognise.AppendSpan(b.Spans, recognise.Span{Text: "\n"})
		}
		for j, cell := range row {
			if j > 0 {
				b.Spans = recognise.AppendSpan(b.Spans, recognise.Span{Text: "\t"})
			}
			span := style.span
			span.Text = strings.TrimSpace(oneSpace(htmlText(cell)))
			b.Spans = recognise.AppendSpan(b.Spans, span)
		}
	}
	p.texts++
	p.out = append(p.out, b)
}

// minTableRows is as many rows with cells side by side as make a table: a
// masthead has fewer.
const minTableRows = 3
