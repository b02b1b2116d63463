package read

import (
	"context"
	"errors"
	"slices"
	"strings"

	"reprise/resolution"

	"reprise/internal/zipxml"
	"reprise/resolution/recognise"
)

var odtFormat = format{name: "odt", engine: "opendocument", is: isODT, read: func(ctx context.Context, in input) (out blocksOf, err error) {
	out.blocks, out.warnings, err = readODT(in.content, in.opts)
	return out, err
}}

const (
	odtMime        = "application/vnd.oasis.opendocument.text"
	odtMaxRepeat   = 1000 // of spaces or table cells that one element stands for
	odtStyleMaxUps = 32   // styles based on styles, which a broken file may close to a ring
)

var errNotODT = errors.New("not an OpenDocument text")

// isODT tells an OpenDocument text by what is in the package.
func isODT(content []byte) bool {
	p := zipOf(content)
	if p == nil {
		return false
	}
	mime, err := p.Read("mimetype")
	return err == nil && strings.HasPrefix(string(mime), odtMime) || err != nil && p.Has("content.xml") && p.Has("META-INF/manifest.xml")
}

// readODT turns an OpenDocument text into blocks.
func readODT(content []byte, opts Options) ([]recognise.Block, []resolution.Warning, error) {
	pkg, err := zipxml.Open(content)
	if err != nil {
		return nil, nil, err
	}
	root, err := pkg.Tree("content.xml")
	if err != nil {
		return nil, nil, err
	}
	text := root.Kid("body", "text")
	if text == nil {
		return nil, nil, errNotODT
	}
	common, err := pkg.Tree("styles.xml")
	if err != nil {
		return nil, nil, err
	}
	r := &odtReader{styles: newODTStyles(root, common), deleted: map[string]*zipxml.Node{},
		inserted: map[string]bool{}, revisions: opts.Revisions, lists: map[string]*odtCount{}}
	r.learnChanges(text.Kid("tracked-changes"))
	r.blocks(text, odtPlace{})
	r.end()
	r.edges(common)
	return slices.Concat(r.out, r.notes, r.asides), r.warnings(), nil
}

// warnings are what the reading resolved or left out.
func (r *odtReader) warnings() []resolution.Warning {
	out := warnOf(nil, changed(r.revisions), r.changes)
	out = warnOf(out, resolution.LeftComments, r.comments)
	out = warnOf(out, resolution.LeftHidden, r.hidden)
	return warnOf(out, resolution.UnreadObjects, r.objects)
}

// odtReader gathers blocks.
type odtReader struct {
	styles    *odtStyles
	revisions Revisions
	out       []recognise.Block
	notes     []recognise.Block
	open      *recognise.Block
	changes   int
	deleted   map[string]*zipxml.Node // by change id
	inserted  map[string]bool         // by change id
	skipping  int                     // insertions that are being rejected
	lists     map[string]*odtCount    // by list id and by style
	label     string                  // of the point that opens next

	asides   []recognise.Block // words that are shown and are no text of the document
	comments int               // which are not read
	hidden   int               // stretches of hidden text, which are not read
	objects  int               // formulas in files of their own, charts, files of other programs
}

// odtPlace is where in lists a block stands.
type odtPlace struct {
	level int
	style string
	count *odtCount
}

// odtCount counts the points of one list, one number a level.
type odtCount struct{ n [maxODTLevels + 1]int }

const maxODTLevels = 10

// learnChanges notes what was deleted and inserted. Deleted text is kept apart
// from the text, inserted text stands in it between two marks.
func (r *odtReader) learnChanges(n *zipxml.Node) {
	if n == nil {
		return
	}
	for _, region := range n.Kids {
		if region.Name != "changed-region" {
			continue
		}
		r.changes++
		if d := region.Kid("deletion"); d != nil {
			r.deleted[region.Attr("id")] = d
		} else if region.Kid("insertion") != nil {
			r.inserted[region.Attr("id")] = true
		}
	}
}

// change reads the mark of a change.
func (r *odtReader) change(n *zipxml.Node, at odtPlace) {
	if r.revisions != RejectRevisions {
		return
	}
	id := n.Attr("change-id")
	switch {
	case n.Name == "change" && r.deleted[id] != nil:
		r.restore(r.deleted[id], at)
	case n.Name == "change-start" && r.inserted[id]:
		r.skipping++
	case n.Name == "change-end" && r.inserted[id] && r.skipping > 0:
		r.skipping--
	}
}

// restore puts deleted text back: its first paragraph goes on with the open
// one, and the open one goes on with its last.
func (r *odtReader) restore(deletion *zipxml.Node, at odtPlace) {
	first := true
	for _, k := range deletion.Kids {
		if k.Name != "p" && k.Name != "h" {
			if k.Name == "list" || k.Name == "table" {
				r.blocks(&zipxml.Node{Name: "deletion", Kids: []*zipxml.Node{k}}, at)
			}
			continue
		}
		if !first || r.open == nil {
			r.begin(recognise.Block{Kind: recognise.TextBlock})
		}
		first = false
		r.inline(k, r.styles.look(k.Attr("style-name"), odtLook{}), "")
	}
}

func (r *odtReader) blocks(parent *zipxml.Node, at odtPlace) {
	for _, k := range parent.Kids {
		switch k.Name {
		case "p":
			r.paragraph(k, recognise.Block{Kind: recognise.TextBlock, Level: at.level})
		case "h":
			r.paragraph(k, recognise.Block{Kind: recognise.HeadingBlock, Level: intOr(k.Attr("outline-level"), 1)})
		case "list":
			r.list(k, at)
		case "table":
			r.table(k)
		case "change", "change-start", "change-end":
			r.change(k, at)
		case "", "tracked-changes", "sequence-decls", "variable-decls":
		default:
			if !r.aside(k) {
				r.blocks(k, at)
			}
		}
	}
}

func (r *odtReader) paragraph(n *zipxml.Node, b recognise.Block) {
	if n.Kid("hidden-paragraph").Attr("is-hidden") == "true" {
		r.hide(n)
		return
	}
	if r.skipping > 0 && r.open != nil { // its begin was inserted
		r.inline(n, r.styles.look(n.Attr("style-name"), odtLook{}), "")
		return
	}
	b.Label, r.label = r.label, ""
	r.begin(b)
	r.inline(n, r.styles.look(n.Attr("style-name"), odtLook{}), "")
}

func (r *odtReader) begin(b recognise.Block) {
	r.end()
	r.open = &b
}

func (r *odtReader) end() {
	b := r.open
	r.open = nil
	if b != nil && (strings.TrimSpace(b.Text()) != "" || cites(b.Spans)) {
		r.out = append(r.out, *b)
	}
}

func (r *odtReader) inline(parent *zipxml.Node, look odtLook, link string) {
	for _, k := range parent.Kids {
		switch k.Name {
		case "":
			r.text(k.Text, look, link)
		case "s":
			r.text(strings.Repeat(" ", min(odtMaxRepeat, max(1, intOr(k.Attr("c"), 1)))), look, link)
		case "tab", "line-break":
			r.text(" ", look, link)
		case "soft-page-break", "bookmark", "tracked-changes":
		case "note":
			r.note(k, look)
		case "change", "change-start", "change-end":
			r.change(k, odtPlace{})
		case "span":
			r.inline(k, r.styles.look(k.Attr("style-name"), look), link)
		case "a":
			r.inline(k, look, k.Attr("href"))
		case "text-box", "custom-shape", "rect", "line", "polyline", "polygon", "regular-polygon", "path", "circle", "ellipse",
			"connector", "caption", "measure", "g":
			open := r.open
			r.open = nil
			r.blocks(k, odtPlace{})
			r.end()
			r.open = open
		default:
			if !r.aside(k) {
				r.inline(k, look, link)
			}
		}
	}
}

// text adds to the open paragraph; white space counts as one space.
func (r *odtReader) text(s string, look odtLook, link string) {
	s = oneSpace(s)
	if r.skipping > 0 || s == "" || r.open == nil {
		return
	}
	if look.hidden {
		if strings.TrimSpace(s) != "" {
			r.hidden++
		}
		return
	}
	r.open.Spans = recognise.AppendSpan(r.open.Spans, recognise.Span{Text: s, Italic: look.italic, Bold: look.bold,
		Struck: look.struck, Raised: look.raised, Link: link})
}

func (r *odtReader) note(n *zipxml.Node, look odtLook) {
	if r.skipping > 0 || r.open == nil {
		return
	}
	mark := strings.TrimSpace(n.Kid("note-citation").AllText())
	r.open.Spans = append(r.open.Spans, recognise.Span{Note: mark, Italic: look.italic})
	outer, out := r.open, r.out
	r.open, r.out = nil, nil
	if body := n.Kid("note-body"); body != nil {
		r.blocks(body, odtPlace{})
	}
	r.end()
	note := recognise.Block{Kind: recognise.NoteBlock, Mark: mark}
	for i, b := range r.out {
		if i > 0 {
			note.Spans = append(note.Spans, recognise.Span{Text: " "})
		}
		note.Spans = append(note.Spans, b.Spans...)
	}
	r.notes = append(r.notes, note)
	r.open, r.out = outer, out
}

// list reads a list; inner lists go on with the outer one's style.
func (r *odtReader) list(n *zipxml.Node, at odtPlace) {
	at.level = min(at.level+1, maxODTLevels)
	if s := n.Attr("style-name"); s != "" {
		at.style = s
	}
	if at.count == nil || at.level == 1 {
		at.count = r.count(n, at.style)
	}
	if n.Attr("continue-numbering") != "true" && n.Attr("continue-list") == "" {
		at.count.n[at.level] = 0
	}
	for _, item := range n.Kids {
		if item.Name != "list-item" && item.Name != "list-header" {
			continue
		}
		if item.Name == "list-item" && item.Kid("list") != firstKid(item) {
			r.label = r.styles.number(at, intOr(item.Attr("start-value"), -1))
		}
		r.blocks(item, at)
		r.label = ""
	}
}

func firstKid(n *zipxml.Node) *zipxml.Node {
	for _, k := range n.Kids {
		if k.Name != "" {
			return k
		}
	}
	return nil
}

// count gives the counter of a list: that of the list which it continues, or
// a new one.
func (r *odtReader) count(n *zipxml.Node, style string) *odtCount {
	if of := n.Attr("continue-list"); of != "" && r.lists["#"+of] != nil {
		r.lists["#"+n.Attr("id")] = r.lists["#"+of]
		return r.lists["#"+of]
	}
	if n.Attr("continue-numbering") == "true" && r.lists[style] != nil {
		return r.lists[style]
	}
	c := &odtCount{}
	r.lists["#"+n.Attr("id")], r.lists[style] = c, c
	return c
}

// edges reads page heads and feet as furniture.
func (r *odtReader) edges(styles *zipxml.Node) {
	seen := map[string]bool{}
	masters := styles.Kid("master-styles")
	if masters == nil {
		return
	}
	texts := len(r.out)
	for _, master := range masters.Kids {
		for _, k := range master.Kids {
			if strings.HasPrefix(k.Name, "header") || strings.HasPrefix(k.Name, "footer") {
				r.blocks(k, odtPlace{})
				r.end()
			}
		}
	}
	kept := r.out[:texts]
	for _, b := range r.out[texts:] {
		if t := b.Text(); !seen[t] {
			seen[t] = true
			b.Kind, b.Label = recognise.FurnitureBlock, ""
			kept = append(kept, b)
		}
	}
	r.out = kept
}
