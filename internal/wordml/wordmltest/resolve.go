// Package wordmltest checks written Word documents for tests: it reads back
// what rejecting or accepting all changes gives, holds a file against rules of
// the format, and asks LibreOffice and pandoc for their reading. It shares no
// code with the writer.
package wordmltest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// Side is which text of a redline to read.
type Side int

// The sides.
const (
	Old Side = iota // all changes rejected
	New             // all changes accepted
)

// Text is what a document says: its paragraphs and the footnotes that they
// cite, in order. A footnote's reference is NoteMark in its paragraph.
type Text struct {
	Paragraphs []string
	Notes      []string
}

// NoteMark stands for a footnote's reference: a character that XML forbids, so
// that no text holds it.
const NoteMark = "\x01"

// node is an element of XML; character data are nodes without a name.
type node struct {
	name string // with the prefix that the file uses
	attr map[string]string
	kids []*node
	text string
}

func (n *node) child(name string) *node {
	if n == nil {
		return nil
	}
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
	}
	return nil
}

// each calls f for the node and all below it.
func (n *node) each(f func(*node)) {
	f(n)
	for _, k := range n.kids {
		k.each(f)
	}
}

// Parts unpacks a file.
func Parts(docx []byte) (map[string][]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		return nil, err
	}
	parts := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		if parts[f.Name], err = io.ReadAll(r); err != nil {
			return nil, err
		}
	}
	return parts, nil
}

// parse reads one part. Prefixes stay as they are written: every producer
// uses the customary ones.
func parse(part []byte) (*node, error) {
	d := xml.NewDecoder(bytes.NewReader(part))
	root := &node{}
	stack := []*node{root}
	for {
		tok, err := d.RawToken()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		top := stack[len(stack)-1]
		switch t := tok.(type) {
		case xml.StartElement:
			n := &node{name: qualified(t.Name), attr: map[string]string{}}
			for _, a := range t.Attr {
				n.attr[qualified(a.Name)] = a.Value
			}
			top.kids = append(top.kids, n)
			stack = append(stack, n)
		case xml.EndElement:
			if len(stack) == 1 || top.name != qualified(t.Name) {
				return nil, fmt.Errorf("</%s> where <%s> is open", qualified(t.Name), top.name)
			}
			stack = stack[:len(stack)-1]
		case xml.CharData:
			top.kids = append(top.kids, &node{text: string(t)})
		}
	}
	if len(stack) != 1 || len(root.kids) == 0 {
		return nil, io.ErrUnexpectedEOF
	}
	for _, k := range root.kids {
		if k.name != "" {
			return k, nil
		}
	}
	return nil, io.ErrUnexpectedEOF
}

func qualified(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

// Resolve reads one side of a document's body.
func Resolve(docx []byte, side Side) (Text, error) {
	parts, err := Parts(docx)
	if err != nil {
		return Text{}, err
	}
	doc, err := parse(parts["word/document.xml"])
	if err != nil {
		return Text{}, fmt.Errorf("word/document.xml: %w", err)
	}
	r := resolver{side: side, notes: map[string]*node{}}
	if part := parts["word/footnotes.xml"]; part != nil {
		notes, err := parse(part)
		if err != nil {
			return Text{}, fmt.Errorf("word/footnotes.xml: %w", err)
		}
		for _, k := range notes.kids {
			r.notes[k.attr["w:id"]] = k
		}
	}
	r.blocks(doc.child("w:body"))
	r.finish()
	return r.out, nil
}

type resolver struct {
	side  Side
	notes map[string]*node
	line  strings.Builder
	open  bool // a paragraph has begun whose mark is gone
	out   Text
}

func (r *resolver) blocks(n *node) {
	if n == nil {
		return
	}
	for _, k := range n.kids {
		if k.name == "w:p" {
			r.paragraph(k)
			continue
		}
		r.blocks(k)
	}
}

// paragraph adds a paragraph's text; where its mark is gone, the next one
// goes on in it.
func (r *resolver) paragraph(p *node) {
	r.inline(p)
	r.open = true
	mark := p.child("w:pPr").child("w:rPr")
	for _, name := range []string{"w:ins", "w:del", "w:moveFrom", "w:moveTo"} {
		if mark.child(name) != nil && !r.stays(name) {
			return
		}
	}
	r.finish()
}

func (r *resolver) finish() {
	if r.open {
		r.out.Paragraphs = append(r.out.Paragraphs, r.line.String())
	}
	r.line.Reset()
	r.open = false
}

// stays tells whether what is in an element of this name is there on our side.
func (r *resolver) stays(name string) bool {
	switch name {
	case "w:ins", "w:moveTo":
		return r.side == New
	case "w:del", "w:moveFrom":
		return r.side == Old
	}
	return true
}

func (r *resolver) inline(n *node) {
	for _, k := range n.kids {
		switch k.name {
		case "w:pPr", "w:rPr", "w:instrText", "w:delInstrText":
		case "w:t", "w:delText":
			for _, c := range k.kids {
				r.line.WriteString(c.text)
			}
		case "w:tab":
			r.line.WriteString("\t")
		case "w:br":
			r.line.WriteString("\n")
		case "w:footnoteReference":
			r.note(k)
			if k.attr["w:customMarkFollows"] == "1" {
				return // the run's text is the mark
			}
		default:
			if r.stays(k.name) {
				r.inline(k)
			}
		}
	}
}

func (r *resolver) note(ref *node) {
	r.line.WriteString(NoteMark)
	inner := resolver{side: r.side}
	if n := r.notes[ref.attr["w:id"]]; n != nil {
		for _, p := range n.kids {
			inner.note1(p)
		}
	}
	r.out.Notes = append(r.out.Notes, strings.Join(inner.out.Paragraphs, "\n"))
}

// note1 reads a paragraph of a note without the mark that opens it.
func (r *resolver) note1(p *node) {
	r.paragraph(p)
	r.finish()
	last := len(r.out.Paragraphs) - 1
	if last < 0 {
		return
	}
	if _, text, marked := strings.Cut(r.out.Paragraphs[last], " "); marked {
		r.out.Paragraphs[last] = text
	}
}

// Rows are the cells of a document's tables, row by row, paragraphs parted by
// newlines. Struck words stand as [-so-], underlined ones as {+so+}.
func Rows(docx []byte) ([][]string, error) {
	parts, err := Parts(docx)
	if err != nil {
		return nil, err
	}
	doc, err := parse(parts["word/document.xml"])
	if err != nil {
		return nil, err
	}
	var rows [][]string
	doc.each(func(n *node) {
		if n.name != "w:tr" {
			return
		}
		var row []string
		for _, k := range n.kids {
			if k.name == "w:tc" {
				row = append(row, cellText(k))
			}
		}
		rows = append(rows, row)
	})
	return rows, nil
}

func cellText(cell *node) string {
	var lines []string
	for _, p := range cell.kids {
		if p.name != "w:p" {
			continue
		}
		var line strings.Builder
		for _, run := range p.kids {
			r := resolver{side: New}
			r.inline(run)
			text := r.line.String()
			switch format := run.child("w:rPr"); {
			case text == "":
			case format.child("w:strike") != nil:
				text = "[-" + text + "-]"
			case format.child("w:u") != nil:
				text = "{+" + text + "+}"
			}
			line.WriteString(text)
		}
		lines = append(lines, line.String())
	}
	return strings.Join(lines, "\n")
}
