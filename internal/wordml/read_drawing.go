package wordml

import (
	"strings"

	"reprise/internal/zipxml"
)

// box reads the text boxes of a drawing, and keeps what it says in the place of what
// it shows.
func (c *collector) box(n *zipxml.Node) {
	c.pictured(n)
	for _, k := range n.Kids {
		switch k.Name {
		case "txbxContent":
			c.boxes = append(c.boxes, c.r.items(k)...)
		case "AlternateContent":
			c.box(alternative(k))
		default:
			c.box(k)
		}
	}
}

// pictured keeps the words that an element of a drawing has in its attributes, and
// counts what other programs made.
func (c *collector) pictured(n *zipxml.Node) {
	switch n.Name {
	case "docPr":
		c.aside(n.Attr("title"))
		c.aside(n.Attr("descr"))
	case "textpath":
		c.aside(n.Attr("string"))
	case "chart", "relIds", "OLEObject":
		c.r.text.Objects++
	default:
		if strings.HasSuffix(n.Space, ":vml") {
			c.aside(n.Attr("alt"))
		}
	}
}

// aside keeps words that are shown and are no text of the document.
func (c *collector) aside(words string) {
	if words = strings.TrimSpace(words); words != "" {
		c.r.text.Aside = append(c.r.text.Aside, words)
	}
}
