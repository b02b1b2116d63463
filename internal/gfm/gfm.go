// Package gfm is what GitHub's Markdown has beyond the plain: tables and struck text, as
// nodes of goldmark, and as HTML. goldmark has both in a package that compiles its
// expressions for links at every start of the program (half a millisecond and a quarter
// of a megabyte, on every run that reads no Markdown too), so the little that is needed
// of it stands here.
//
// Its main values are Tables and Struck, for a parser, and HTML, for a renderer.
package gfm

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Tables turns a paragraph that holds a row of dashes into a table: the line
// before it and the lines after it are its rows.
type Tables struct{}

// Transform is called by goldmark for each paragraph.
func (Tables) Transform(p *ast.Paragraph, reader text.Reader, _ parser.Context) {
	lines, source := p.Lines(), reader.Source()
	for i := 1; i < lines.Len(); i++ {
		dashes := lines.At(i)
		columns := delimiters(dashes.Value(source))
		if len(columns) == 0 || len(cells(lines.At(i-1), source)) != len(columns) {
			continue
		}
		table := east.NewTable()
		table.Alignments = columns
		for j := i - 1; j < lines.Len(); j++ {
			if j != i {
				table.AppendChild(table, row(cells(lines.At(j), source), columns))
			}
		}
		p.Parent().InsertAfter(p.Parent(), p, table)
		lines.SetSliced(0, i-1)
		if i == 1 {
			p.Parent().RemoveChild(p.Parent(), p)
		}
		return
	}
}

// delimiters are the columns that a row of dashes parts ("|---|:--|"), by how they are set;
// none for any other line.
func delimiters(line []byte) []east.Alignment {
	s := strings.Trim(strings.TrimSpace(string(line)), "|")
	if !strings.Contains(string(line), "|") {
		return nil
	}
	var out []east.Alignment
	for cell := range strings.SplitSeq(s, "|") {
		cell, left := strings.CutPrefix(strings.TrimSpace(cell), ":")
		cell, right := strings.CutSuffix(cell, ":")
		if cell == "" || strings.Trim(cell, "-") != "" {
			return nil
		}
		switch {
		case left && right:
			out = append(out, east.AlignCenter)
		case left:
			out = append(out, east.AlignLeft)
		case right:
			out = append(out, east.AlignRight)
		default:
			out = append(out, east.AlignNone)
		}
	}
	return out
}

// cells parts a row at its bars; a bar after a backslash is text.
func cells(line text.Segment, source []byte) []text.Segment {
	line = line.TrimLeftSpace(source)
	line = line.TrimRightSpace(source)
	value := line.Value(source)
	from, to := 0, len(value)
	if bytes.HasPrefix(value, []byte("|")) {
		from++
	}
	if to > from && value[to-1] == '|' {
		to--
	}
	var out []text.Segment
	for at := from; at <= to; at++ {
		if at < to && (value[at] != '|' || at > 0 && value[at-1] == '\\') {
			continue
		}
		cell := text.NewSegment(line.Start+from, line.Start+at)
		cell = cell.TrimLeftSpace(source)
		out = append(out, cell.TrimRightSpace(source))
		from = at + 1
	}
	return out
}

// row is a row of a table. Cells past the last column are kept too: nothing is
// lost in reading.
func row(cells []text.Segment, columns []east.Alignment) ast.Node {
	r := east.NewTableRow(columns)
	for i, segment := range cells {
		cell := east.NewTableCell()
		if cell.Alignment = east.AlignNone; i < len(columns) {
			cell.Alignment = columns[i]
		}
		cell.Lines().Append(segment)
		r.AppendChild(r, cell)
	}
	return r
}

// Struck reads ~~struck text~~, and ~so~.
type Struck struct{}

// Trigger is the character that goldmark calls Parse at.
func (Struck) Trigger() []byte { return []byte{'~'} }

// Parse marks where struck text may begin or end.
func (s Struck) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	node := parser.ScanDelimiter(line, before, 1, s)
	if node == nil || node.OriginalLength > 2 || before == '~' || node.OriginalLength == 1 && withinWord(before, line) {
		return nil
	}
	node.Segment = segment.WithStop(segment.Start + node.OriginalLength)
	block.Advance(node.OriginalLength)
	pc.PushDelimiter(node)
	return node
}

// withinWord tells a mark between two letters: "CO~2~" is lowered, not struck.
func withinWord(before rune, line []byte) bool {
	after, _ := utf8.DecodeRune(line[1:])
	return isWord(before) && isWord(after)
}

// IsDelimiter tells the character that strikes.
func (Struck) IsDelimiter(b byte) bool { return b == '~' }

// CanOpenCloser tells whether two marks belong together.
func (Struck) CanOpenCloser(opener, closer *parser.Delimiter) bool { return opener.Char == closer.Char }

// OnMatch makes the node of the text between two marks.
func (Struck) OnMatch(int) ast.Node { return east.NewStrikethrough() }

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
