package read

import (
	"strings"

	"reprise/internal/zipxml"
	"reprise/resolution/recognise"
)

func (r *odtReader) table(n *zipxml.Node) {
	rows := odtRows(n)
	wide := false
	for _, row := range rows {
		wide = wide || len(row) > 1
	}
	r.end()
	r.covered(n)
	texts := len(r.out)
	if !wide || texts == 0 && len(rows) <= mastheadRows {
		for _, row := range rows {
			for _, cell := range row {
				r.blocks(cell, odtPlace{})
			}
		}
		return
	}
	r.out = append(r.out, tableBlock(rows, r.cell))
}

// cell is the text of a cell; its notes go with the other notes.
func (r *odtReader) cell(n *zipxml.Node) []recognise.Span {
	open, out := r.open, r.out
	r.open, r.out = nil, nil
	r.blocks(n, odtPlace{})
	r.end()
	var spans []recognise.Span
	for _, b := range r.out {
		if len(spans) > 0 {
			spans = append(spans, recognise.Span{Text: " "})
		}
		if b.Label != "" {
			spans = append(spans, recognise.Span{Text: b.Label + " "})
		}
		for _, s := range trimmed(b.Spans) {
			s.Text = inCell.Replace(s.Text)
			spans = append(spans, s)
		}
	}
	r.open, r.out = open, out
	return spans
}

// odtRows are the cells of a table, row by row, without those that others cover.
func odtRows(n *zipxml.Node) [][]*zipxml.Node {
	var rows [][]*zipxml.Node
	for _, k := range n.Kids {
		switch k.Name {
		case "table-row":
			var row []*zipxml.Node
			for _, c := range k.Kids {
				if c.Name == "table-cell" {
					row = append(row, c)
				}
			}
			rows = append(rows, row)
		case "table-rows", "table-header-rows", "table-row-group":
			rows = append(rows, odtRows(k)...)
		}
	}
	return rows
}

// covered sets aside what is in cells that others cover.
func (r *odtReader) covered(n *zipxml.Node) {
	for _, k := range n.Kids {
		switch k.Name {
		case "table-row", "table-rows", "table-header-rows", "table-row-group":
			r.covered(k)
		case "covered-table-cell":
			r.setAside(recognise.Block{Spans: r.cell(k)}.Text())
		}
	}
}

// setAside adds furniture, if there is any in a text.
func (r *odtReader) setAside(text string) {
	if text = strings.TrimSpace(text); text != "" && r.skipping == 0 {
		r.asides = append(r.asides, aside(text))
	}
}

// hide counts text that is not shown.
func (r *odtReader) hide(n *zipxml.Node) {
	if strings.TrimSpace(n.AllText()+n.Attr("string-value")) != "" {
		r.hidden++
	}
}

// aside takes an element that is no text of the document: it is set aside, counted, or
// nothing. False for any other.
func (r *odtReader) aside(n *zipxml.Node) bool {
	switch {
	case n.Name == "annotation" && strings.Contains(n.Space, "MathML"), n.Name == "ruby-text",
		(n.Name == "title" || n.Name == "desc") && !strings.HasSuffix(n.Space, ":text:1.0"):
		r.setAside(oneSpace(n.AllText()))
	case n.Name == "annotation":
		r.comments++
	case n.Attr("is-hidden") == "true", n.Name == "section" && n.Attr("display") == "none":
		r.hide(n)
	case n.Name == "object" && n.Kid("math") == nil, n.Name == "object-ole", n.Name == "floating-frame", n.Name == "plugin", n.Name == "applet":
		if n.Attr("href") != "" {
			r.objects++
		}
	case n.Name == "forms":
		r.fillIn(n)
	case n.Name == "script", n.Name == "event-listeners", strings.HasSuffix(n.Name, "-source"):
	default:
		return false
	}
	return true
}

// fillIn sets aside what the fields of a form show.
func (r *odtReader) fillIn(n *zipxml.Node) {
	for _, key := range []string{"label", "current-value"} {
		r.setAside(n.Attr(key))
	}
	for _, k := range n.Kids {
		if k.Name != "" {
			r.fillIn(k)
		}
	}
}
