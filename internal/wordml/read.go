package wordml

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"reprise/internal/zipxml"
)

// Revisions tells what becomes of tracked changes on reading.
type Revisions int

// The two ways.
const (
	Accept Revisions = iota // the text as changed
	Reject                  // the text as it was before
)

// Text is what a Word document says, with its tracked changes resolved,
// its numbers counted and its styles looked up.
type Text struct {
	Masthead []TextItem // the head of the first page where it is one of its own
	Body     []TextItem
	Notes    []TextNote // footnotes and endnotes in the order in which they are cited
	Edges    []TextItem // other page heads and feet
	Changes  int        // tracked changes that were resolved
	Comments int        // comments, which are not read
	Hidden   int        // runs of hidden text and of text within field codes, which are not read
	Unended  int        // fields that are begun and never ended; their text is read
	Unread   []string   // parts that the document takes in and that could not be read
	Objects  int        // charts, diagrams and files of other programs, which are not read
	Aside    []string   // what stands in the place of pictures, letters that are pictures, and above ruby

	chunkNotes []TextNote // of files that the document takes in
}

// TextItem is a paragraph, or a table where Rows is not nil.
type TextItem struct {
	Label   string // the number or bullet that Word counts: "4.", "(a)"
	Level   int    // of a list, from 1; 0 outside lists
	Heading int    // level from 1; 0 for no heading
	Runs    []TextRun
	Rows    [][]TextCell
	Chunk   *Chunk // a file that stands here; the rest is zero then
}

// Chunk is a file in another format that a Word document takes in where it
// stands: HTML, plain text, rich text.
type Chunk struct {
	Name    string // of the part
	Content []byte
}

// TextCell is one cell of a table: its paragraphs.
type TextCell []TextItem

// TextRun is text in one style.
type TextRun struct {
	Text                         string // a tab is a tab, a line break a newline
	Italic, Bold, Struck, Raised bool
	Note                         string // the mark of the note that is cited here; Text is empty
	Link                         string // the target of a hyperlink
}

// TextNote is a footnote or endnote.
type TextNote struct {
	Mark  string
	Items []TextItem
}

// ErrNotWord says that a zip package holds no Word document.
var ErrNotWord = errors.New("not a Word document")

// IsWord tells whether a package holds a Word document.
func IsWord(p *zipxml.Package) bool { return mainPart(p) != "" }

// Read reads a Word document. Errors name the part.
//
// Law 1, in this package's words: every word of the body, the notes, the
// heads and the feet is in the Text, but for hidden text and for the side of
// each tracked change that is not asked for.
func Read(p *zipxml.Package, revisions Revisions) (*Text, error) {
	return read(p, &reader{revisions: revisions})
}

// ReadOf reads a Word document as one of those who changed it would have it: with that
// author's tracked changes accepted and all others rejected. Changes of format are
// accepted.
func ReadOf(p *zipxml.Package, author string) (*Text, error) {
	return read(p, &reader{revisions: Accept, author: author})
}

// Authors are those whose tracked changes a Word document has, in the order in which
// they first stand in its body and its notes.
func Authors(p *zipxml.Package) ([]string, error) {
	main := mainPart(p)
	if main == "" {
		return nil, ErrNotWord
	}
	var out []string
	var walk func(n *zipxml.Node)
	walk = func(n *zipxml.Node) {
		switch n.Name {
		case "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel":
			if a := strings.TrimSpace(n.Attr("author")); a != "" && !slices.Contains(out, a) {
				out = append(out, a)
			}
		}
		for _, k := range n.Kids {
			walk(k)
		}
	}
	for _, part := range []string{main, path.Dir(main) + "/footnotes.xml", path.Dir(main) + "/endnotes.xml"} {
		if !p.Has(part) {
			continue
		}
		root, err := p.Tree(part)
		if err != nil {
			return nil, err
		}
		walk(root)
	}
	return out, nil
}

// read reads a document, which may stand in another, with a reader that knows which
// changes are accepted.
func read(p *zipxml.Package, r *reader) (*Text, error) {
	name := mainPart(p)
	if name == "" {
		return nil, ErrNotWord
	}
	r.pkg, r.text = p, &Text{}
	root, err := p.Tree(name)
	if err != nil {
		return nil, err
	}
	body := root.Kid("body")
	if body == nil {
		return nil, fmt.Errorf("%s: %w", name, ErrNotWord)
	}
	if err := r.load(name); err != nil {
		return nil, err
	}
	r.text.Body = r.items(body)
	if err := r.readNotes(); err != nil {
		return nil, err
	}
	if err := r.readEdges(body); err != nil {
		return nil, err
	}
	return r.text, nil
}

// mainPart finds the document's own part by the package's relationships.
func mainPart(p *zipxml.Package) string {
	if root, err := p.Tree("_rels/.rels"); err == nil {
		for _, rel := range kidsOf(root, "Relationship") {
			target := strings.TrimPrefix(rel.Attr("Target"), "/")
			if strings.HasSuffix(rel.Attr("Type"), "/officeDocument") && strings.HasPrefix(target, "word/") && p.Has(target) {
				return target
			}
		}
	}
	if p.Has("word/document.xml") {
		return "word/document.xml"
	}
	return ""
}

func kidsOf(n *zipxml.Node, name string) []*zipxml.Node {
	var out []*zipxml.Node
	if n != nil {
		for _, k := range n.Kids {
			if k.Name == name {
				out = append(out, k)
			}
		}
	}
	return out
}

// reader holds what reading a document needs beside its main part.
type reader struct {
	pkg       *zipxml.Package
	revisions Revisions
	author    string  // whose changes are accepted; "" for all
	outer     *reader // of the document that this one stands in; nil for none
	text      *Text
	folder    string
	relations map[string]relation // by id
	styles    *styles
	numbers   *numbering
	notes     *noteCounter
}

type relation struct{ kind, target string }

// load reads the parts that the main part refers to.
func (r *reader) load(main string) error {
	r.folder = path.Dir(main)
	var err error
	if r.relations, err = r.relationsOf(main); err != nil {
		return err
	}
	tree := func(kind string) *zipxml.Node {
		if err != nil {
			return nil
		}
		var n *zipxml.Node
		n, err = r.pkg.Tree(r.partOfKind(kind))
		return n
	}
	r.styles = newStyles(tree("styles"))
	r.numbers = newNumbering(tree("numbering"), r.styles)
	r.notes = newNoteCounter(tree("footnotes"), tree("endnotes"), tree("settings"))
	r.text.Comments = len(kidsOf(tree("comments"), "comment"))
	return err
}

func (r *reader) relationsOf(part string) (map[string]relation, error) {
	root, err := r.pkg.Tree(path.Join(path.Dir(part), "_rels", path.Base(part)+".rels"))
	if err != nil {
		return nil, err
	}
	out := map[string]relation{}
	for _, rel := range kidsOf(root, "Relationship") {
		kind := rel.Attr("Type")
		target := rel.Attr("Target")
		if rel.Attr("TargetMode") != "External" {
			if strings.HasPrefix(target, "/") {
				target = strings.TrimPrefix(target, "/")
			} else {
				target = path.Join(path.Dir(part), target)
			}
		}
		out[rel.Attr("Id")] = relation{kind[strings.LastIndexByte(kind, '/')+1:], target}
	}
	return out, nil
}

// partOfKind is the name of the part that the document relates to as its
// styles, numbering, footnotes and so on.
func (r *reader) partOfKind(kind string) string {
	fallback := path.Join(r.folder, kind+".xml")
	best := ""
	for _, rel := range r.relations {
		if rel.kind == kind && (best == "" || rel.target < best) {
			best = rel.target
		}
	}
	if best == "" {
		return fallback
	}
	return best
}

// readNotes reads the notes in the order in which the text cites them; notes
// cited in notes follow.
func (r *reader) readNotes() error {
	for i := 0; i < len(r.notes.cited); i++ {
		c := r.notes.cited[i]
		r.text.Notes = append(r.text.Notes, TextNote{Mark: c.mark, Items: r.items(c.node)})
	}
	r.text.Notes = append(r.text.Notes, r.text.chunkNotes...)
	return nil
}

// readEdges reads page heads and feet. The head of a first page that differs
// is the masthead.
func (r *reader) readEdges(body *zipxml.Node) error {
	seen := map[string]bool{}
	first := true
	var walk func(n *zipxml.Node) error
	walk = func(n *zipxml.Node) error {
		for _, k := range n.Kids {
			if k.Name != "sectPr" {
				if err := walk(k); err != nil {
					return err
				}
				continue
			}
			for _, ref := range k.Kids {
				if ref.Name != "headerReference" && ref.Name != "footerReference" {
					continue
				}
				target := r.relations[ref.Attr("id")].target
				if target == "" || seen[target] {
					continue
				}
				seen[target] = true
				items, err := r.readPart(target)
				if err != nil {
					return err
				}
				if first && ref.Name == "headerReference" && ref.Attr("type") == "first" && on(k.Kid("titlePg")) {
					r.text.Masthead = items
				} else {
					r.text.Edges = append(r.text.Edges, items...)
				}
			}
			first = false
		}
		return nil
	}
	return walk(body)
}

// readPart reads a part of its own, such as a page head; nil where it is missing.
func (r *reader) readPart(name string) ([]TextItem, error) {
	root, err := r.pkg.Tree(name)
	if err != nil || root == nil {
		return nil, err
	}
	return r.items(root), nil
}

// on reads a property that is on where it stands, unless it says otherwise.
func on(n *zipxml.Node) bool {
	if n == nil {
		return false
	}
	switch n.Attr("val") {
	case "0", "false", "off":
		return false
	}
	return true
}

func number(s string, otherwise int) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return otherwise
	}
	return n
}
