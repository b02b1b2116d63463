package read

import (
	"reprise/internal/pattern"
	"reprise/read/bounds"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// survey counts the nodes and finds those with names.
func (p *htmlPage) survey(root *html.Node) error {
	count := 0
	var walk func(n *html.Node, depth int) error
	walk = func(n *html.Node, depth int) error {
		if count++; count > htmlMaxNodes {
			return bounds.Exceeded("web page", int64(count), htmlMaxNodes, "elements")
		}
		if depth > htmlMaxDepth {
			return bounds.Exceeded("web page", int64(depth), htmlMaxDepth, "levels of elements")
		}
		p.frames = p.frames || n.DataAtom == atom.Frameset
		for _, key := range []string{"id", "name"} {
			if id := attr(n, key); id != "" && p.ids[id] == nil {
				p.ids[id] = n
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if err := walk(c, depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	return walk(root, 0)
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// htmlMark is the text of a link that cites a note.
var htmlMark = pattern.Lazy(`^[\[(]?(\d{1,3}|[*†‡]{1,3})[\])]?$`)

// findNotes ties links such as "[1]" to the elements that they lead to,
// further down the page.
func (p *htmlPage) findNotes(root *html.Node) {
	order := map[*html.Node]int{}
	var links []*html.Node
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		order[n] = len(order)
		if n.DataAtom == atom.A && strings.HasPrefix(attr(n, "href"), "#") {
			links = append(links, n)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	for _, a := range links {
		to := p.ids[strings.TrimPrefix(attr(a, "href"), "#")]
		mark := htmlMark().FindStringSubmatch(strings.TrimSpace(htmlText(a)))
		switch {
		case to == nil:
		case order[to] < order[a]:
			p.backs[a] = true
		case mark != nil && order[to] > order[a]:
			p.notes[holder(to)] = mark[1]
		}
	}
	for a := range p.backs { // only links inside notes lead back
		if !p.insideNote(a) {
			delete(p.backs, a)
		}
	}
}

// holder is the block that a link into the middle of one means.
func holder(n *html.Node) *html.Node {
	for n.Parent != nil && !isBlock(n) {
		n = n.Parent
	}
	return n
}

func (p *htmlPage) insideNote(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if p.notes[n] != "" {
			return true
		}
	}
	return false
}
