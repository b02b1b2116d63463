package negotiate

import (
	"strings"

	"reprise/resolution"
)

// counting numbers the clauses of a text anew where some came, went or moved: lists
// that were counted in the draft are counted still.
type counting struct {
	nodes   []*node
	parents map[*node]*node
}

// renumber counts all lists of the text.
func (d *draft) renumber(alive []*node) {
	c := &counting{nodes: alive, parents: parentsOf(alive)}
	lists := map[listKey][]*node{}
	var order []listKey
	for _, n := range alive {
		key, ok := c.listOf(n)
		if !ok {
			continue
		}
		if lists[key] == nil {
			order = append(order, key)
		}
		lists[key] = append(lists[key], n)
	}
	before := d.originals()
	for _, key := range order {
		list := lists[key]
		pattern, first, counts := patternOf(key, list, before)
		if counts {
			count(list, pattern, first)
		}
	}
}

// listKey is a list: the paragraphs of a part and section, or the points of one
// clause.
type listKey struct {
	part    resolution.Part
	section string
	parent  *node
}

// listOf is the list in which a clause is counted; false for what is not.
func (c *counting) listOf(n *node) (listKey, bool) {
	if n.Kind != resolution.Paragraph || !n.Counted() || n.fixed || n.isFlush() {
		return listKey{}, false
	}
	if n.Depth > 0 {
		st := styleOf(n.Label)
		if n.origin != nil && n.moved == byDraft && (st == noStyle || st == otherStyle) {
			return listKey{}, false
		}
		return listKey{n.Part, n.Section, c.parents[n]}, true
	}
	switch {
	case n.Part != resolution.Operative && n.Part != resolution.Annex:
		return listKey{}, false
	case n.origin != nil && n.origin.Part == n.Part && (n.Label == "" && n.Parent != "" || n.Part == resolution.Annex && n.Label == ""):
		return listKey{}, false
	case n.origin == nil && n.Part == resolution.Annex && n.Label == "":
		return listKey{}, false
	}
	return listKey{part: n.Part, section: n.Section}, true
}

// parentsOf gives each point the clause that it hangs below.
func parentsOf(nodes []*node) map[*node]*node {
	parents := map[*node]*node{}
	var open []*node
	for _, n := range nodes {
		if n.Kind != resolution.Paragraph || !n.Counted() || n.isFlush() {
			continue
		}
		depth := max(n.Depth, 0)
		open = open[:min(len(open), depth)]
		if depth > 0 && len(open) > 0 {
			parents[n] = open[len(open)-1]
		}
		open = append(open, n)
	}
	return parents
}

// isFlush tells text that goes on after points.
func (n *node) isFlush() bool {
	return n.flush || n.origin != nil && isFlush(n.origin)
}

// isFlush tells it of a clause as read: it has a parent and is no deeper.
func isFlush(c *resolution.Clause) bool {
	return c.Parent != "" && c.Depth == 0 && c.Kind == resolution.Paragraph
}

// originals are the draft's labels by list, in its order.
func (d *draft) originals() map[listKey][]*resolution.Clause {
	byID := map[string]*node{}
	for _, n := range d.nodes {
		if n.origin != nil {
			byID[n.origin.ID] = n
		}
	}
	out := map[listKey][]*resolution.Clause{}
	for _, c := range d.doc.Clauses {
		if c.Kind != resolution.Paragraph || !c.Counted() {
			continue
		}
		key := listKey{part: c.Part, section: c.Section}
		if c.Depth > 0 {
			key.parent = byID[c.Parent]
		}
		if c.Depth == 0 && c.Parent != "" {
			continue
		}
		out[key] = append(out[key], c)
	}
	return out
}

// patternOf tells how a list counts: a label to take as the pattern, and the first
// number; false where the draft did not count it.
func patternOf(key listKey, list []*node, before map[listKey][]*resolution.Clause) (pattern string, first int, counts bool) {
	var labels []string
	for _, c := range before[key] {
		if c.Label != "" && !isFixed(c.Label) {
			labels = append(labels, c.Label)
		}
	}
	if len(labels) == 0 {
		return newPattern(key, list, len(before[key]))
	}
	st := listStyle(labels)
	first = valueOf(labels[0], st)
	if len(labels) < len(before[key]) && key.parent == nil { // some are not numbered
		return "", 0, false
	}
	for i, l := range labels {
		if valueOf(l, st) != first+i {
			return "", 0, false
		}
	}
	if len(list) == 1 && len(labels) > 1 && key == (listKey{part: resolution.Operative}) {
		return "", 0, true // a single operative paragraph bears no number
	}
	return labels[0], first, true
}

// newPattern is for a list without numbers in the draft: the only operative
// paragraph, which others join, or points of which there were none.
func newPattern(key listKey, list []*node, had int) (string, int, bool) {
	if len(list) < 2 && key.parent == nil {
		return "", 0, false
	}
	for _, n := range list {
		if n.Label != "" && styleOf(n.Label) != otherStyle && n.origin == nil {
			return n.Label, max(1, valueOf(n.Label, listStyle([]string{n.Label}))), true
		}
	}
	if key.parent != nil {
		return "(a)", 1, true
	}
	return "1.", 1, had <= 1 && key.part == resolution.Operative
}

// listStyle is how a list counts, told from its first labels: "(i)" first is a
// Roman number.
func listStyle(labels []string) style {
	st := styleOf(labels[0])
	if core := splitLabel(labels[0]).core; core == "i" && (len(labels) == 1 || splitLabel(labels[1]).core != "j") {
		return romanStyle
	}
	return st
}

func count(list []*node, pattern string, first int) {
	if pattern == "" {
		for _, n := range list {
			n.Label = ""
		}
		return
	}
	l, st := splitLabel(pattern), listStyle([]string{pattern})
	for i, n := range list {
		n.Label = l.with(coreOf(first+i, st))
	}
}

// name gives every clause its number, its parent and its ID, as reading does.
func nameAll(nodes []*node) {
	parents := parentsOf(nodes)
	used, counts := map[string]int{}, map[string]int{}
	for _, n := range nodes {
		if n.Part != resolution.Front && n.Part != resolution.Back && n.Role == resolution.NoRole {
			n.Parent = ""
			if p := parents[n]; p != nil {
				n.Parent = p.ID
			}
			if n.origin == nil || n.Label != n.origin.Label {
				n.Number = strings.ToLower(strings.Trim(strings.ReplaceAll(n.Label, " ", ""), ".()"))
			}
			n.ID = idOf(n, counts)
		}
		id := n.ID
		for used[id]++; used[id] > 1; used[id]++ {
			id += "~" + decimal(used[id])
		}
		n.ID = id
	}
}

func idOf(n *node, counts map[string]int) string {
	prefix := ""
	if n.Section != "" {
		prefix = n.Section + "/"
	}
	next := func(kind string) string {
		counts[prefix+kind]++
		return prefix + kind + decimal(counts[prefix+kind])
	}
	switch {
	case n.Kind == resolution.Heading:
		return next("h")
	case n.Kind == resolution.Table:
		return next("t")
	case n.isFlush() && n.origin != nil && n.moved == byDraft:
		return n.origin.ID
	case n.isFlush():
		return next("op+")
	case n.Parent != "" && n.Number != "" && styleOf(n.Label) != otherStyle:
		return n.Parent + "(" + n.Number + ")"
	case n.Parent != "":
		counts[n.Parent+"."]++
		return n.Parent + "." + decimal(counts[n.Parent+"."])
	case n.Part == resolution.Preamble:
		return next("pp")
	case n.Part == resolution.Annex && n.Number == "":
		if n.origin != nil && strings.Contains(n.origin.ID, "/pp") {
			return next("pp")
		}
		return next("p")
	case n.Number != "":
		return prefix + "op" + n.Number
	}
	return next("op")
}
