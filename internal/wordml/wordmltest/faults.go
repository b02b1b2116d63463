package wordmltest

import (
	"fmt"
	"path"
	"slices"
	"sort"
	"strings"
)

// Faults holds a file against rules of WordprocessingML whose breach makes
// Word offer a repair, or lose text: each fault in words, in a fixed order.
// The rules are those of the standard's schemas for the elements that a
// redline needs; a test holds files written by LibreOffice against them.
func Faults(docx []byte) []string {
	parts, err := Parts(docx)
	if err != nil {
		return []string{"not a zip file: " + err.Error()}
	}
	c := checker{parts: parts, trees: map[string]*node{}}
	c.wellFormed()
	if len(c.faults) > 0 {
		return c.faults
	}
	c.contentTypes()
	c.relations()
	for _, name := range c.names {
		c.part = name
		c.shape(c.trees[name], nil)
	}
	c.identifiers()
	c.footnotes()
	c.comments()
	c.moves()
	c.styles()
	return c.faults
}

type checker struct {
	parts  map[string][]byte
	names  []string // of the parts in XML, sorted
	trees  map[string]*node
	part   string // under examination
	faults []string
}

func (c *checker) fault(format string, args ...any) {
	c.faults = append(c.faults, c.part+": "+fmt.Sprintf(format, args...))
}

func (c *checker) wellFormed() {
	for name := range c.parts {
		if strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels") {
			c.names = append(c.names, name)
		}
	}
	sort.Strings(c.names)
	for _, name := range c.names {
		tree, err := parse(c.parts[name])
		if err != nil {
			c.part = name
			c.fault("%v", err)
			continue
		}
		c.trees[name] = tree
	}
	for _, must := range []string{"[Content_Types].xml", "_rels/.rels", "word/document.xml"} {
		if c.parts[must] == nil {
			c.part = must
			c.fault("missing")
		}
	}
}

// contentTypes: every part has a type, every type a part.
func (c *checker) contentTypes() {
	c.part = "[Content_Types].xml"
	byEnd, byName := map[string]bool{}, map[string]bool{}
	for _, k := range c.trees[c.part].kids {
		switch k.name {
		case "Default":
			byEnd[k.attr["Extension"]] = true
		case "Override":
			name := strings.TrimPrefix(k.attr["PartName"], "/")
			byName[name] = true
			if c.parts[name] == nil {
				c.fault("a type for %s, which is not there", name)
			}
		}
	}
	for _, name := range c.names {
		if name != c.part && !byName[name] && !byEnd[strings.TrimPrefix(path.Ext(name), ".")] {
			c.fault("no type for %s", name)
		}
	}
}

// relations: targets exist, identifiers are unique, and every r:id has one.
func (c *checker) relations() {
	for _, name := range c.names {
		if path.Ext(name) != ".rels" {
			continue
		}
		c.part = name
		folder := path.Dir(path.Dir(name))
		ids := map[string]bool{}
		for _, k := range c.trees[name].kids {
			if k.name != "Relationship" {
				continue
			}
			if ids[k.attr["Id"]] {
				c.fault("relationship %s twice", k.attr["Id"])
			}
			ids[k.attr["Id"]] = true
			target := path.Join(folder, k.attr["Target"])
			if strings.HasPrefix(k.attr["Target"], "/") {
				target = k.attr["Target"][1:]
			}
			if k.attr["TargetMode"] != "External" && c.parts[target] == nil {
				c.fault("a relationship to %s, which is not there", target)
			}
		}
		owner := path.Join(folder, strings.TrimSuffix(path.Base(name), ".rels"))
		if tree := c.trees[owner]; tree != nil {
			tree.each(func(n *node) {
				if id := n.attr["r:id"]; id != "" && !ids[id] {
					c.fault("%s of %s names no relationship", id, owner)
				}
			})
		}
	}
}

// shape: the children of an element stand in the schema's order, and runs and
// texts where they may.
func (c *checker) shape(n *node, above []*node) {
	if order := orders[n.name]; order != nil {
		c.ordered(n, order)
	}
	parent := ""
	if len(above) > 0 {
		parent = above[len(above)-1].name
	}
	switch n.name {
	case "w:t", "w:delText":
		deleted := slices.ContainsFunc(above, func(a *node) bool { return a.name == "w:del" })
		if deleted != (n.name == "w:delText") {
			c.fault("<%s> in the wrong kind of run", n.name)
		}
		if parent != "w:r" {
			c.fault("<%s> in <%s>", n.name, parent)
		}
	case "w:r":
		if !slices.Contains(runParents, parent) {
			c.fault("<w:r> in <%s>", parent)
		}
	case "w:tc":
		if last := lastElement(n); last == nil || last.name != "w:p" {
			c.fault("a cell that does not end with a paragraph")
		}
	case "w:body":
		if last := lastElement(n); last == nil || last.name != "w:sectPr" {
			c.fault("a body that does not end with its section")
		}
	}
	for _, k := range n.kids {
		c.shape(k, append(above, n))
	}
}

var runParents = []string{"w:p", "w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:hyperlink", "w:fldSimple", "w:smartTag", "w:sdtContent"}

func lastElement(n *node) *node {
	for _, k := range slices.Backward(n.kids) {
		if k.name != "" {
			return k
		}
	}
	return nil
}

func (c *checker) ordered(n *node, order []string) {
	at := 0
	for _, k := range n.kids {
		if k.name == "" {
			continue
		}
		i := slices.Index(order, k.name)
		switch {
		case i < 0 && !strings.HasPrefix(k.name, "w:"): // extensions of other name spaces
		case i < 0 && order[len(order)-1] == anything:
			at = len(order)
		case i < 0:
			c.fault("<%s> in <%s>", k.name, n.name)
		case i < at:
			c.fault("<%s> too late in <%s>", k.name, n.name)
		default:
			at = i
		}
	}
}

// trackedNames are the elements that record a change.
var trackedNames = []string{"w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:moveFromRangeStart", "w:moveToRangeStart", "w:pPrChange", "w:rPrChange"}

// identifiers: every tracked change has one of its own, an author and a date.
func (c *checker) identifiers() {
	seen := map[string]bool{}
	for _, name := range c.names {
		c.part = name
		c.trees[name].each(func(n *node) {
			if !slices.Contains(trackedNames, n.name) {
				return
			}
			id := n.attr["w:id"]
			if id == "" || n.attr["w:author"] == "" {
				c.fault("<%s> without identifier or author", n.name)
			}
			if seen[id] {
				c.fault("identifier %s twice", id)
			}
			seen[id] = true
		})
	}
}

// footnotes: each reference has its note, each note one reference.
func (c *checker) footnotes() {
	cited := c.citations("w:footnoteReference")
	c.part = "word/footnotes.xml"
	tree := c.trees[c.part]
	if tree == nil {
		if len(cited) > 0 {
			c.fault("missing, though cited")
		}
		return
	}
	there := map[string]bool{}
	for _, k := range tree.kids {
		if k.name != "w:footnote" {
			continue
		}
		id := k.attr["w:id"]
		if there[id] {
			c.fault("note %s twice", id)
		}
		there[id] = true
		if k.attr["w:type"] == "" && cited[id] != 1 {
			c.fault("note %s cited %d times", id, cited[id])
		}
	}
	for _, id := range sortedKeys(cited) {
		if !there[id] {
			c.fault("note %s cited, but not there", id)
		}
	}
}

// citations counts the references by identifier in the document.
func (c *checker) citations(element string) map[string]int {
	count := map[string]int{}
	c.trees["word/document.xml"].each(func(n *node) {
		if n.name == element {
			count[n.attr["w:id"]]++
		}
	})
	return count
}

// comments: each has one reference and one range.
func (c *checker) comments() {
	c.part = "word/comments.xml"
	there := map[string]int{}
	if tree := c.trees[c.part]; tree != nil {
		for _, k := range tree.kids {
			if k.name == "w:comment" {
				there[k.attr["w:id"]]++
				if k.child("w:p") == nil {
					c.fault("comment %s without a paragraph", k.attr["w:id"])
				}
			}
		}
	}
	for _, element := range []string{"w:commentReference", "w:commentRangeStart", "w:commentRangeEnd"} {
		count := c.citations(element)
		for _, id := range sortedKeys(count) {
			if count[id] != 1 || there[id] != 1 {
				c.fault("<%s> %d times for comment %s, which is there %d times", element, count[id], id, there[id])
			}
		}
		if element == "w:commentReference" && len(count) != len(there) {
			c.fault("%d comments with %d references", len(there), len(count))
		}
	}
}

// moves: each has a place that it left and one that it reached, and each
// place an end.
func (c *checker) moves() {
	c.part = "word/document.xml"
	names := map[string][2]int{}
	open := map[string]int{}
	c.trees[c.part].each(func(n *node) {
		name := n.attr["w:name"]
		switch n.name {
		case "w:moveFromRangeStart":
			names[name] = [2]int{names[name][0] + 1, names[name][1]}
			open[n.attr["w:id"]]++
		case "w:moveToRangeStart":
			names[name] = [2]int{names[name][0], names[name][1] + 1}
			open[n.attr["w:id"]]++
		case "w:moveFromRangeEnd", "w:moveToRangeEnd":
			open[n.attr["w:id"]]--
		}
	})
	for _, name := range sortedKeys(names) {
		if names[name] != [2]int{1, 1} {
			c.fault("move %s leaves %d times and arrives %d times", name, names[name][0], names[name][1])
		}
	}
	for _, id := range sortedKeys(open) {
		if open[id] != 0 {
			c.fault("the range %s of a move does not end once", id)
		}
	}
}

// styles: those that are named are there.
func (c *checker) styles() {
	there := map[string]bool{}
	if tree := c.trees["word/styles.xml"]; tree != nil {
		for _, k := range tree.kids {
			there[k.attr["w:styleId"]] = true
		}
	}
	for _, name := range c.names {
		c.part = name
		c.trees[name].each(func(n *node) {
			if id := n.attr["w:val"]; (n.name == "w:pStyle" || n.name == "w:rStyle" || n.name == "w:tblStyle") && !there[id] {
				c.fault("style %s is not there", id)
			}
		})
	}
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
