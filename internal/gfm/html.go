package gfm

import (
	"fmt"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// HTML writes tables and struck text as HTML. The first row of a table is its head.
type HTML struct{}

// RegisterFuncs is called by goldmark for the functions by which nodes are written.
func (HTML) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(east.KindTable, around("<table>\n", "</tbody>\n</table>\n"))
	r.Register(east.KindTableRow, writeRow)
	r.Register(east.KindTableCell, writeCell)
	r.Register(east.KindStrikethrough, around("<del>", "</del>"))
}

// around writes what stands before a node and behind it.
func around(open, close string) renderer.NodeRendererFunc {
	return func(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
		s := close
		if entering {
			s = open
		}
		_, err := w.WriteString(s)
		return ast.WalkContinue, err
	}
}

func writeRow(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	open, close := "<tr>\n", "</tr>\n"
	if n.PreviousSibling() == nil {
		open, close = "<thead>\n"+open, close+"</thead>\n<tbody>\n"
	}
	return around(open, close)(w, source, n, entering)
}

func writeCell(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	tag := "td"
	if n.Parent().PreviousSibling() == nil {
		tag = "th"
	}
	open := "<" + tag + ">"
	if a := n.(*east.TableCell).Alignment; a != east.AlignNone {
		open = fmt.Sprintf(`<%s style="text-align:%s">`, tag, a)
	}
	return around(open, "</"+tag+">\n")(w, source, n, entering)
}
