package wordml

import (
	"strings"

	"reprise/internal/zipxml"
)

// styles are a document's styles, with what each takes from the style it is
// based on.
type styles struct {
	byID       map[string]*style
	defaults   *zipxml.Node // run properties that all text starts from
	defaultPar string       // the paragraph style of paragraphs that name none
}

type style struct {
	name, basedOn string
	run, par      *zipxml.Node
}

// look is how a run of text looks.
type look struct{ italic, bold, struck, raised, hidden bool }

// maxBased limits chains of styles, which a broken file may close to a ring.
const maxBased = 32

func newStyles(root *zipxml.Node) *styles {
	s := &styles{byID: map[string]*style{}, defaults: root.Kid("docDefaults", "rPrDefault", "rPr")}
	for _, n := range kidsOf(root, "style") {
		id := n.Attr("styleId")
		s.byID[id] = &style{name: n.Kid("name").Attr("val"), basedOn: n.Kid("basedOn").Attr("val"),
			run: n.Kid("rPr"), par: n.Kid("pPr")}
		if n.Attr("type") == "paragraph" && n.HasAttr("default") && on(kidAttr(n, "default")) {
			s.defaultPar = id
		}
	}
	return s
}

// chain lists a style and those it is based on, the nearest first.
func (s *styles) chain(id string) []*style {
	var out []*style
	for st := s.byID[id]; st != nil && len(out) < maxBased; st = s.byID[st.basedOn] {
		out = append(out, st)
	}
	return out
}

// run finds the nearest setting of a run property along a style's chain.
func (s *styles) run(id, property string) *zipxml.Node {
	for _, st := range s.chain(id) {
		if n := st.run.Kid(property); n != nil {
			return n
		}
	}
	return nil
}

// par finds the nearest setting of a paragraph property along a style's chain.
func (s *styles) par(id, property string) *zipxml.Node {
	for _, st := range s.chain(id) {
		if n := st.par.Kid(property); n != nil {
			return n
		}
	}
	return nil
}

// look resolves a run's own properties, its character style and the style of
// its paragraph.
func (s *styles) look(props *zipxml.Node, parStyle string) look {
	if parStyle == "" {
		parStyle = s.defaultPar
	}
	char := props.Kid("rStyle").Attr("val")
	raised := s.property(props, char, parStyle, "vertAlign").Attr("val") == "superscript"
	return look{
		italic: s.toggle(props, char, parStyle, "i"),
		bold:   s.toggle(props, char, parStyle, "b"),
		struck: s.toggle(props, char, parStyle, "strike") || s.toggle(props, char, parStyle, "dstrike"),
		hidden: s.toggle(props, char, parStyle, "vanish"),
		raised: raised,
	}
}

func (s *styles) property(props *zipxml.Node, char, par, name string) *zipxml.Node {
	for _, n := range []*zipxml.Node{props.Kid(name), s.run(char, name), s.run(par, name), s.defaults.Kid(name)} {
		if n != nil {
			return n
		}
	}
	return nil
}

// toggle resolves a property of which two settings in styles cancel each
// other, as ECMA-376 17.7.3 has it; a setting of the run's own stands.
func (s *styles) toggle(props *zipxml.Node, char, par, name string) bool {
	if own := props.Kid(name); own != nil {
		return on(own)
	}
	if on(s.defaults.Kid(name)) {
		return true
	}
	return on(s.run(char, name)) != on(s.run(par, name))
}

// heading is the level of a heading paragraph, from 1; 0 for other text.
func (s *styles) heading(props *zipxml.Node, id string) int {
	level := props.Kid("outlineLvl")
	if level == nil {
		level = s.par(id, "outlineLvl")
	}
	if level != nil {
		if n := number(level.Attr("val"), 9); n < 9 {
			return n + 1
		}
		return 0
	}
	for _, st := range s.chain(id) {
		name := strings.ToLower(st.name)
		if rest, ok := strings.CutPrefix(name, "heading "); ok {
			return number(rest, 1)
		}
		if name == "title" {
			return 1
		}
	}
	return 0
}
