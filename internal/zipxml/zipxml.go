// Package zipxml opens the zip packages of XML parts in which word processors
// keep their files, and reads a part as a tree. What a hostile file could
// blow up is limited: files, unpacked bytes, nesting, elements; entities and
// document types are refused.
//
// Its main calls are Open and Package.Tree. It knows no format's vocabulary.
package zipxml

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// The limits. Real files of a thousand pages stay far below each of them.
const (
	MaxFiles = 5_000     // in one package
	MaxPart  = 64 << 20  // unpacked bytes of one part
	MaxTotal = 160 << 20 // unpacked bytes of all parts that are read
	MaxDepth = 256       // of nested elements
	MaxNodes = 1_500_000 // elements and texts of one part
)

// ErrLimit is in every error about a file over a limit.
var ErrLimit = errors.New("over a limit that is set in package zipxml; save the file in smaller pieces or raise the limit")

// Package is an open zip package. It is not safe for concurrent use.
type Package struct {
	files  map[string]*zip.File
	unread *int64 // bytes that may still be unpacked; packages in a package share it
}

// Open reads the directory of a package.
func Open(content []byte) (*Package, error) {
	unread := int64(MaxTotal)
	return open(content, &unread)
}

// Inner reads the directory of a package that is a part of this one, under
// what is left of its limit.
func (p *Package) Inner(content []byte) (*Package, error) { return open(content, p.unread) }

func open(content []byte, unread *int64) (*Package, error) {
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, fmt.Errorf("not a whole zip package (%w): damaged, cut short, or no such file at all; get it again, or let its format be found", err)
	}
	if len(z.File) > MaxFiles {
		return nil, fmt.Errorf("%d files in the package, %d wanted at most: %w", len(z.File), MaxFiles, ErrLimit)
	}
	p := &Package{files: map[string]*zip.File{}, unread: unread}
	for _, f := range z.File {
		name := strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")
		if _, twice := p.files[name]; !twice {
			p.files[name] = f
		}
	}
	return p, nil
}

// Has tells whether the package holds a part.
func (p *Package) Has(name string) bool { return p.files[name] != nil }

// Read unpacks a part.
func (p *Package) Read(name string) ([]byte, error) {
	f := p.files[name]
	if f == nil {
		return nil, fmt.Errorf("%s: not in the package", name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	defer r.Close()
	limit := min(int64(MaxPart), *p.unread)
	content, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if int64(len(content)) > limit {
		return nil, fmt.Errorf("%s: unpacks to more than %d bytes: %w", name, limit, ErrLimit)
	}
	*p.unread -= int64(len(content))
	return content, nil
}

// Tree reads a part as a tree; nil without an error where the package does
// not hold it.
func (p *Package) Tree(name string) (*Node, error) {
	if !p.Has(name) {
		return nil, nil
	}
	content, err := p.Read(name)
	if err != nil {
		return nil, err
	}
	root, err := Parse(content)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return root, nil
}

// Node is an element, or (Name empty) a stretch of text.
type Node struct {
	Space, Name string // namespace address and local name
	Text        string
	Attrs       []xml.Attr
	Kids        []*Node
}

// Attr is the value of an attribute by its local name; "" where it is not
// given. A nil node has none.
func (n *Node) Attr(name string) string {
	if n != nil {
		for _, a := range n.Attrs {
			if a.Name.Local == name {
				return a.Value
			}
		}
	}
	return ""
}

// HasAttr tells whether an attribute is given.
func (n *Node) HasAttr(name string) bool {
	if n != nil {
		for _, a := range n.Attrs {
			if a.Name.Local == name {
				return true
			}
		}
	}
	return false
}

// Kid is the first child element along a path of local names; nil where there
// is none. A nil node has none.
func (n *Node) Kid(path ...string) *Node {
	for _, name := range path {
		var next *Node
		if n != nil {
			for _, k := range n.Kids {
				if k.Name == name {
					next = k
					break
				}
			}
		}
		n = next
	}
	return n
}

// AllText is the text of a node and everything in it.
func (n *Node) AllText() string {
	if n == nil {
		return ""
	}
	if n.Name == "" {
		return n.Text
	}
	var b strings.Builder
	for _, k := range n.Kids {
		b.WriteString(k.AllText())
	}
	return b.String()
}

// Parse reads XML as a tree, in the encoding that it is in or names.
func Parse(content []byte) (*Node, error) {
	d := xml.NewDecoder(inUTF8(content))
	d.CharsetReader = named
	root := &Node{Name: "#root"}
	open := []*Node{root}
	for nodes := 0; ; nodes++ {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("not whole XML: %w", err)
		}
		if nodes > MaxNodes {
			return nil, fmt.Errorf("more than %d elements: %w", MaxNodes, ErrLimit)
		}
		top := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			if len(open) > MaxDepth {
				return nil, fmt.Errorf("elements nested deeper than %d: %w", MaxDepth, ErrLimit)
			}
			n := &Node{Space: t.Name.Space, Name: t.Name.Local, Attrs: t.Copy().Attr}
			top.Kids = append(top.Kids, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			top.Kids = append(top.Kids, &Node{Text: string(t)})
		case xml.Directive:
			return nil, errors.New("document types and entities are not read, for safety")
		}
	}
	for _, k := range root.Kids {
		if k.Name != "" {
			return k, nil
		}
	}
	return nil, errors.New("no element in it")
}
