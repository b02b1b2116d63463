package read

import (
	"strings"

	"reprise/internal/zipxml"
)

// odtStyles are the text styles and list styles of an OpenDocument text.
type odtStyles struct {
	texts map[string]*zipxml.Node // by name
	lists map[string]*zipxml.Node
}

// odtLook is how text looks.
type odtLook struct{ italic, bold, struck, raised, hidden bool }

func newODTStyles(roots ...*zipxml.Node) *odtStyles {
	s := &odtStyles{texts: map[string]*zipxml.Node{}, lists: map[string]*zipxml.Node{}}
	for _, root := range roots {
		for _, group := range []string{"automatic-styles", "styles"} {
			s.learn(root.Kid(group))
		}
	}
	return s
}

func (s *odtStyles) learn(group *zipxml.Node) {
	if group == nil {
		return
	}
	for _, n := range group.Kids {
		name := n.Attr("name")
		switch n.Name {
		case "style":
			if f := n.Attr("family"); (f == "text" || f == "paragraph") && s.texts[name] == nil {
				s.texts[name] = n
			}
		case "list-style":
			if s.lists[name] == nil {
				s.lists[name] = n
			}
		}
	}
}

// look adds a style, with those it is based on, to a look.
func (s *odtStyles) look(name string, look odtLook) odtLook {
	var chain []*zipxml.Node
	for n := s.texts[name]; n != nil && len(chain) < odtStyleMaxUps; n = s.texts[n.Attr("parent-style-name")] {
		chain = append(chain, n.Kid("text-properties"))
	}
	for i := len(chain) - 1; i >= 0; i-- {
		set(&look.italic, chain[i].Attr("font-style"), "normal")
		set(&look.bold, chain[i].Attr("font-weight"), "normal")
		set(&look.struck, chain[i].Attr("text-line-through-style"), "none")
		if shown := chain[i].Attr("display"); shown != "" {
			look.hidden = shown == "none"
		}
		if p := chain[i].Attr("text-position"); p != "" {
			look.raised = strings.HasPrefix(p, "super") || p[0] != '-' && !strings.HasPrefix(p, "sub") && !strings.HasPrefix(p, "0")
		}
	}
	return look
}

// set turns a property on or off where it is given.
func set(property *bool, value, off string) {
	if value != "" {
		*property = value != off
	}
}

// number counts a point of a list and gives its number as printed, with start
// in place of the next number where that is not negative.
func (s *odtStyles) number(at odtPlace, start int) string {
	level := s.level(at.style, at.level)
	counts := &at.count.n
	switch {
	case start >= 0:
		counts[at.level] = start
	case counts[at.level] == 0:
		counts[at.level] = intOr(level.Attr("start-value"), 1)
	default:
		counts[at.level]++
	}
	for i := at.level + 1; i < len(counts); i++ {
		counts[i] = 0
	}
	if level == nil || level.Name != "list-level-style-number" || level.Attr("num-format") == "" {
		return ""
	}
	shown := min(max(1, intOr(level.Attr("display-levels"), 1)), at.level)
	var parts []string
	for i := at.level - shown + 1; i <= at.level; i++ {
		parts = append(parts, listNumber(counts[i], s.level(at.style, i).Attr("num-format")))
	}
	return strings.TrimSpace(level.Attr("num-prefix") + strings.Join(parts, ".") + level.Attr("num-suffix"))
}

// level is the style of one level of a list; nil where it has none.
func (s *odtStyles) level(style string, level int) *zipxml.Node {
	list := s.lists[style]
	if list == nil {
		return nil
	}
	for _, k := range list.Kids {
		if intOr(k.Attr("level"), 0) == level {
			return k
		}
	}
	return nil
}
