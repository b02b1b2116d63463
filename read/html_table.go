package read

import (
	"reprise/resolution/recognise"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// newHTMLList is the list that an element opens.
func newHTMLList(n *html.Node) htmlList {
	l := htmlList{ordered: n.DataAtom == atom.Ol, form: attr(n, "type"), step: 1}
	first := 1
	if hasAttr(n, "reversed") {
		l.step, first = -1, 0
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom == atom.Li {
				first++
			}
		}
	}
	l.next = intOr(attr(n, "start"), first)
	return l
}

// label is the number that a browser shows before the next point.
func (l *htmlList) label(li *html.Node) string {
	if !l.ordered {
		return ""
	}
	l.next = intOr(attr(li, "value"), l.next)
	n := l.next
	l.next += l.step
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

// htmlRows are the cells of a table, row by row, without those of tables in it.
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
		case atom.Caption:
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return rows
}

// table reads a table of figures: its caption as a paragraph, its cells as one block.
func (p *htmlPage) table(n *html.Node, style htmlStyle) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Caption {
			p.block(c, style, 0)
		}
	}
	p.end()
	b := tableBlock(htmlRows(n), func(cell *html.Node) []recognise.Span { return p.cell(cell, style) })
	p.texts++
	p.out = append(p.out, b)
}

// cell reads a cell: its paragraphs joined with spaces. What is not shown in it, and
// notes that stand there, are blocks of their own.
func (p *htmlPage) cell(n *html.Node, style htmlStyle) []recognise.Span {
	out, label := p.out, p.label
	p.out, p.label = nil, ""
	p.cells++
	p.block(n, style, 0)
	p.cells--
	got := p.out
	p.out, p.label = out, label
	var spans []recognise.Span
	for _, b := range got {
		if b.Kind == recognise.FurnitureBlock || b.Kind == recognise.NoteBlock {
			p.out = append(p.out, b)
			continue
		}
		if len(spans) > 0 {
			spans = append(spans, recognise.Span{Text: " "})
		}
		if b.Label != "" {
			spans = append(spans, recognise.Span{Text: b.Label + " "})
		}
		for _, s := range b.Spans {
			s.Text = inCell.Replace(s.Text)
			spans = append(spans, s)
		}
	}
	return trimmed(spans)
}

// inCell keeps the text of a cell from being taken for more cells.
var inCell = strings.NewReplacer("\n", " ", "\t", " ")

// trimmed takes the spaces off both ends.
func trimmed(spans []recognise.Span) []recognise.Span {
	for len(spans) > 0 && spans[0].Note == "" {
		if spans[0].Text = strings.TrimLeft(spans[0].Text, " "); spans[0].Text != "" {
			break
		}
		spans = spans[1:]
	}
	for n := len(spans); n > 0 && spans[n-1].Note == ""; n-- {
		if spans[n-1].Text = strings.TrimRight(spans[n-1].Text, " "); spans[n-1].Text != "" {
			break
		}
		spans = spans[:n-1]
	}
	return spans
}

// minTableRows is as many rows with cells side by side as make a table: a
// masthead has fewer.
const minTableRows = 3
