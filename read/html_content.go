package read

import (
	"reprise/read/lines"
	"reprise/resolution/recognise"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	// A block whose text is links for the most part leads elsewhere.
	linkShare = 0.6
	// The resolution is the innermost element that holds this share of what
	// the page says in paragraphs.
	contentShare = 0.95
	// Text shorter than this may be a button or a menu as well as a line.
	paragraphLength = 40
	// Furniture that is known by its name is smaller than the page by this.
	smallPart = 5
	// A form to fill in is smaller than the page by this.
	largePart = 2
)

// isFurniture tells elements that are there to move about in the site.
func (p *htmlPage) isFurniture(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Nav, atom.Aside, atom.Footer, atom.Button, atom.Dialog:
		return true
	case atom.Form: // but some sites put the whole page into one
		return len(htmlText(n))*largePart < p.size
	}
	switch attr(n, "role") {
	case "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog", "toolbar", "alertdialog":
		return true
	}
	return isBlock(n) && (p.namedFurniture(n) || linkHeavy(n))
}

// furnitureNames are what site builders call the parts of a page that are not
// its content, in ids and classes.
var furnitureNames = map[string]bool{"cookie": true, "cookies": true, "consent": true, "breadcrumb": true, "breadcrumbs": true,
	"navbar": true, "nav": true, "navigation": true, "menu": true, "sidebar": true, "footer": true, "social": true, "share": true}

func (p *htmlPage) namedFurniture(n *html.Node) bool {
	names := strings.ToLower(attr(n, "id") + " " + attr(n, "class"))
	for word := range strings.FieldsFuncSeq(names, func(r rune) bool { return r == ' ' || r == '-' || r == '_' }) {
		if furnitureNames[word] { // but "content-with-sidebar" is no sidebar
			return len(htmlText(n))*smallPart < p.size
		}
	}
	return false
}

// linkHeavy tells a block of links: two at least, and hardly any other text.
func linkHeavy(n *html.Node) bool {
	links, inLinks, all := 0, 0, 0
	var walk func(n *html.Node, inside bool)
	walk = func(n *html.Node, inside bool) {
		if isSilent(n) {
			return
		}
		if n.Type == html.TextNode {
			length := len(strings.TrimSpace(n.Data))
			all += length
			if inside {
				inLinks += length
			}
		}
		if n.DataAtom == atom.A && hasAttr(n, "href") {
			links++
			inside = true
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, inside)
		}
	}
	walk(n, false)
	return links >= 2 && float64(inLinks) > linkShare*float64(all)
}

// findContent finds the innermost element with nearly all paragraphs.
func (p *htmlPage) findContent(root *html.Node) *html.Node {
	mass := map[*html.Node]int{}
	total := p.weigh(root, mass)
	best := root
	for {
		var next *html.Node
		for c := best.FirstChild; c != nil; c = c.NextSibling {
			if float64(mass[c]) >= contentShare*float64(total) && isBlock(c) {
				next = c
			}
		}
		if next == nil || next.DataAtom == atom.P || total == 0 || p.saysElsewhere(best, next) {
			return best
		}
		best = next
	}
}

// saysElsewhere tells whether an element says something of a resolution outside of
// one of its children: an enacting formula, or two paragraphs that open with a
// lead. So a long annex does not stand for the whole.
func (p *htmlPage) saysElsewhere(n, child *html.Node) bool {
	leads := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c == child || isSilent(c) {
			continue
		}
		for _, text := range paragraphsIn(c) {
			if _, _, formula := p.lex.Formula(text); formula {
				return true
			}
			_, text = recognise.SplitLabel(text)
			if _, lead := p.lex.Lead(text); lead && lines.EndsParagraph(text) {
				leads++
			}
		}
	}
	return leads > 1
}

// paragraphsIn are the texts of the innermost blocks of an element.
func paragraphsIn(n *html.Node) []string {
	var out []string
	inner := false
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if isBlock(c) {
			inner = true
			out = append(out, paragraphsIn(c)...)
		}
	}
	if !inner && isBlock(n) {
		out = append(out, strings.TrimSpace(oneSpace(htmlText(n))))
	}
	return out
}

// weigh measures the text in paragraphs below each node.
func (p *htmlPage) weigh(n *html.Node, mass map[*html.Node]int) int {
	if isSilent(n) || p.isFurniture(n) {
		return 0
	}
	sum := 0
	if n.Type == html.TextNode {
		if length := len(strings.TrimSpace(n.Data)); length >= paragraphLength {
			sum = length
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		sum += p.weigh(c, mass)
	}
	mass[n] = sum
	return sum
}

// outside tells whether an element is none of the resolution: it neither
// holds nor lies in what findContent found, and no heading just before it.
func (p *htmlPage) outside(n *html.Node) bool {
	if !isBlock(n) || p.content == nil || contains(n, p.content) || contains(p.content, n) {
		return false
	}
	if n.Parent == p.content.Parent || p.content.Parent != nil && n.Parent == p.content.Parent.Parent {
		return !precedes(n, p.content) || !hasHeading(n)
	}
	return true
}

func contains(n, inner *html.Node) bool {
	for ; inner != nil; inner = inner.Parent {
		if inner == n {
			return true
		}
	}
	return false
}

// precedes tells whether n is a sibling before m or before one of its parents.
func precedes(n, m *html.Node) bool {
	for s := n.NextSibling; s != nil; s = s.NextSibling {
		if contains(s, m) {
			return true
		}
	}
	return false
}

func hasHeading(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3:
		return true
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if hasHeading(c) {
			return true
		}
	}
	return false
}
