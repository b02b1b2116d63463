package wordml

import (
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"reprise/internal/zipxml"
)

// items reads paragraphs and tables in order. A paragraph whose mark a
// resolved change takes away runs into the next one.
func (r *reader) items(parent *zipxml.Node) []TextItem {
	c := &collector{r: r, unended: r.unendedFields(parent)}
	c.blocks(parent)
	c.end()
	return c.items
}

// collector gathers the items of one part.
type collector struct {
	r     *reader
	items []TextItem
	runs  []TextRun  // of the paragraph that is open
	boxes []TextItem // text boxes anchored in it
	field []fieldState

	unended map[*zipxml.Node]bool // see unendedFields
}

func (c *collector) blocks(parent *zipxml.Node) {
	for _, k := range parent.Kids {
		switch k.Name {
		case "p":
			c.paragraph(k)
		case "tbl":
			c.end()
			c.table(k)
		case "AlternateContent":
			c.blocks(alternative(k))
		case "altChunk":
			c.end()
			c.chunk(k)
		case "sectPr", "tblPr", "tblGrid":
		default:
			if k.Name != "" && c.kept(k) {
				c.blocks(k)
			}
		}
	}
}

// alternative is the first of several forms of one content.
func alternative(n *zipxml.Node) *zipxml.Node {
	for _, k := range n.Kids {
		if k.Name == "Choice" || k.Name == "Fallback" {
			return k
		}
	}
	return &zipxml.Node{}
}

// kept tells whether the content of an element is read: all but the side of a
// tracked change that is not asked for.
func (c *collector) kept(n *zipxml.Node) bool {
	switch n.Name {
	case "ins", "moveTo":
		c.r.text.Changes++
		return c.r.accepts(n)
	case "del", "moveFrom":
		c.r.text.Changes++
		return !c.r.accepts(n)
	}
	return true
}

// accepts tells whether a tracked change is accepted.
func (r *reader) accepts(change *zipxml.Node) bool {
	return r.revisions == Accept && (r.author == "" || strings.TrimSpace(change.Attr("author")) == r.author)
}

// gone tells whether a resolved change takes away a paragraph's mark, a row or
// a cell, by the changes that its properties hold.
func (c *collector) gone(properties *zipxml.Node) bool {
	for _, k := range kidsOfAny(properties, "ins", "moveTo", "del", "moveFrom", "cellIns", "cellDel") {
		c.r.text.Changes++
		added := k.Name == "ins" || k.Name == "moveTo" || k.Name == "cellIns"
		if added != c.r.accepts(k) {
			return true
		}
	}
	return false
}

func kidsOfAny(n *zipxml.Node, names ...string) []*zipxml.Node {
	var out []*zipxml.Node
	if n != nil {
		for _, k := range n.Kids {
			for _, name := range names {
				if k.Name == name {
					out = append(out, k)
				}
			}
		}
	}
	return out
}

// before gives the properties as they were where a change of format is
// rejected.
func (c *collector) before(properties *zipxml.Node, change string) *zipxml.Node {
	old := properties.Kid(change)
	if old == nil {
		return properties
	}
	c.r.text.Changes++
	if c.r.revisions == Reject {
		return old.Kid(properties.Name)
	}
	return properties
}

// counted gives the properties of a paragraph without a number that a tracked
// change gave it, where that is rejected.
func (c *collector) counted(properties *zipxml.Node) *zipxml.Node {
	if properties.Kid("numPr", "ins") == nil {
		return properties
	}
	c.r.text.Changes++
	if c.r.revisions == Accept {
		return properties
	}
	old := *properties
	old.Kids = slices.DeleteFunc(slices.Clone(old.Kids), func(k *zipxml.Node) bool { return k.Name == "numPr" })
	return &old
}

func (c *collector) paragraph(p *zipxml.Node) {
	props := c.before(p.Kid("pPr"), "pPrChange")
	props = c.counted(props)
	style := props.Kid("pStyle").Attr("val")
	c.inline(p, style, "")
	if c.gone(p.Kid("pPr").Kid("rPr")) {
		return // the next paragraph goes on
	}
	item := TextItem{Runs: c.runs, Heading: c.r.styles.heading(props, style)}
	if hasText(c.runs) {
		item.Label, item.Level = c.r.numbers.next(props, style)
	}
	c.runs = nil
	c.items = append(c.items, item)
	c.flushBoxes()
}

// end closes a paragraph that is left open because its mark is gone.
func (c *collector) end() {
	if len(c.runs) > 0 {
		c.items = append(c.items, TextItem{Runs: c.runs})
		c.runs = nil
	}
	c.flushBoxes()
}

func (c *collector) flushBoxes() {
	c.items = append(c.items, c.boxes...)
	c.boxes = nil
}

func hasText(runs []TextRun) bool {
	for _, r := range runs {
		if strings.TrimSpace(r.Text) != "" || r.Note != "" {
			return true
		}
	}
	return false
}

// inline reads what stands in a paragraph.
func (c *collector) inline(parent *zipxml.Node, style, link string) {
	for _, k := range parent.Kids {
		switch k.Name {
		case "", "pPr", "rPr", "sdtPr", "sdtEndPr", "commentRangeStart", "commentRangeEnd", "proofErr", "annotation":
		case "r":
			if !isMath(k) || c.keptMath(k) {
				c.run(k, style, link)
			}
		case "hyperlink":
			c.inline(k, style, c.target(k))
		case "subDoc":
			c.r.text.Unread = append(c.r.text.Unread, path.Base(c.r.relations[k.Attr("id")].target))
		case "AlternateContent":
			c.inline(alternative(k), style, link)
		default:
			if c.kept(k) {
				c.inline(k, style, link)
			}
		}
	}
}

// isMath tells a run of a formula.
func isMath(n *zipxml.Node) bool { return strings.HasSuffix(n.Space, "/math") }

// keptMath tells whether a run of a formula is read: its tracked change stands
// among its properties, not around it.
func (c *collector) keptMath(n *zipxml.Node) bool {
	for _, k := range kidsOfAny(n, "ins", "del", "moveFrom", "moveTo") {
		if !c.kept(k) {
			return false
		}
	}
	return true
}

// target is where a hyperlink leads: an address outside the document.
func (c *collector) target(n *zipxml.Node) string {
	if rel := c.r.relations[n.Attr("id")]; rel.kind == "hyperlink" {
		return rel.target
	}
	return ""
}

func (c *collector) run(n *zipxml.Node, style, link string) {
	look := c.r.styles.look(c.before(n.Kid("rPr"), "rPrChange"), style)
	if look.hidden {
		c.r.text.Hidden++
		c.fieldParts(n)
		return
	}
	if link == "" {
		link = c.fieldLink()
	}
	base := TextRun{Italic: look.italic, Bold: look.bold, Struck: look.struck, Raised: look.raised, Link: link}
	custom := false
	for _, k := range n.Kids {
		switch k.Name {
		case "fldChar":
			c.fieldChar(k)
		case "instrText":
			c.instruction(k.AllText())
		case "drawing", "pict", "object":
			c.box(k)
		case "AlternateContent":
			c.box(alternative(k))
		case "ruby":
			c.aside(k.Kid("rt").AllText())
			ruby := base
			ruby.Text = k.Kid("rubyBase").AllText()
			c.add(ruby)
		case "footnoteReference", "endnoteReference":
			custom = hasOwnMark(k)
			ref := base
			ref.Note = c.r.notes.cite(k, n)
			c.add(ref)
		default:
			if text := runText(k); text != "" && !custom {
				run := base
				run.Text = text
				c.add(run)
			}
		}
	}
}

// kidAttr wraps an attribute as a property that on can read; nil where it is
// not given.
func kidAttr(n *zipxml.Node, name string) *zipxml.Node {
	if !n.HasAttr(name) {
		return nil
	}
	copied := *n
	copied.Attrs = nil
	for _, a := range n.Attrs {
		if a.Name.Local == name {
			a.Name.Local = "val"
			copied.Attrs = append(copied.Attrs, a)
		}
	}
	return &copied
}

// runText is the text of one child of a run.
func runText(n *zipxml.Node) string {
	switch n.Name {
	case "t", "delText":
		return n.AllText()
	case "tab", "ptab":
		return "\t"
	case "br", "cr":
		if t := n.Attr("type"); t == "page" || t == "column" {
			return ""
		}
		return "\n"
	case "noBreakHyphen":
		return "\u2011"
	case "softHyphen":
		return "\u00ad"
	case "sym":
		return symbol(n.Attr("char"))
	}
	return ""
}

// symbol is a character given by its number in a font; numbers of symbol
// fonts, which mean nothing elsewhere, become bullets.
func symbol(hex string) string {
	var code rune
	for _, h := range strings.ToLower(hex) {
		d := strings.IndexRune("0123456789abcdef", h)
		if d < 0 || code > utf8.MaxRune {
			return ""
		}
		code = code<<4 | rune(d)
	}
	if code >= 0xE000 && code <= 0xF8FF || !utf8.ValidRune(code) {
		return "•"
	}
	return string(code)
}

func (c *collector) table(tbl *zipxml.Node) {
	var rows [][]TextCell
	for _, tr := range below(tbl, "tr") {
		if c.gone(tr.Kid("trPr")) {
			continue
		}
		var row []TextCell
		for _, tc := range below(tr, "tc") {
			if !c.gone(tc.Kid("tcPr")) {
				row = append(row, TextCell(c.r.items(tc)))
			}
		}
		rows = append(rows, row)
	}
	if len(rows) > 0 {
		c.items = append(c.items, TextItem{Rows: rows})
	}
}

// below finds elements of a name, through the wrappers that may stand around
// rows and cells.
func below(n *zipxml.Node, name string) []*zipxml.Node {
	var out []*zipxml.Node
	for _, k := range n.Kids {
		switch k.Name {
		case name:
			out = append(out, k)
		case "sdt", "sdtContent", "customXml", "ins", "del", "moveTo", "moveFrom":
			out = append(out, below(k, name)...)
		}
	}
	return out
}
