package wordml

import (
	"strings"

	"reprise/internal/zipxml"
)

// fieldState is one open field: its instruction is left out, its result kept.
type fieldState struct {
	result bool
	code   string
}

// add appends a run unless a field's instruction is open, whose words nobody
// is shown.
func (c *collector) add(run TextRun) {
	for _, f := range c.field {
		if !f.result {
			if strings.TrimSpace(run.Text) != "" {
				c.r.text.Hidden++
			}
			return
		}
	}
	if run.Text != "" || run.Note != "" {
		c.runs = append(c.runs, run)
	}
}

func (c *collector) fieldChar(n *zipxml.Node) {
	if c.unended[n] {
		return
	}
	top := len(c.field) - 1
	switch kind := n.Attr("fldCharType"); {
	case kind == "begin":
		c.add(TextRun{Text: chosen(n.Kid("ffData", "ddList"))})
		c.field = append(c.field, fieldState{})
	case kind == "separate" && top >= 0:
		c.field[top].result = true
	case kind == "end" && top >= 0:
		c.field = c.field[:top]
	}
}

// chosen is the entry that a list to choose from shows: such a field has no result.
func chosen(list *zipxml.Node) string {
	entries := kidsOf(list, "listEntry")
	if at := number(list.Kid("result").Attr("val"), number(list.Kid("default").Attr("val"), 0)); at >= 0 && at < len(entries) {
		return entries[at].Attr("val")
	}
	return ""
}

// fieldParts takes from a run what belongs to fields.
func (c *collector) fieldParts(run *zipxml.Node) {
	for _, k := range run.Kids {
		switch k.Name {
		case "fldChar":
			c.fieldChar(k)
		case "instrText":
			c.instruction(k.AllText())
		}
	}
}

func (c *collector) instruction(code string) {
	if top := len(c.field) - 1; top >= 0 {
		c.field[top].code += code
	}
}

// fieldLink is the target where a run stands in the result of a link field.
func (c *collector) fieldLink() string {
	for i := len(c.field) - 1; i >= 0; i-- {
		words := strings.Fields(c.field[i].code)
		if len(words) > 1 && words[0] == "HYPERLINK" && strings.HasPrefix(words[1], `"`) {
			return strings.Trim(words[1], `"`)
		}
	}
	return ""
}

// unendedFields finds what belongs to fields that are begun below a node and
// never ended there: where such a field counted, its instruction would swallow
// the rest of the text. It goes the collector's own way, so that an end in a cell,
// in a text box or in a change that is resolved away ends nothing here.
func (r *reader) unendedFields(parent *zipxml.Node) map[*zipxml.Node]bool {
	var open [][]*zipxml.Node // the parts of each open field
	var walk func(n *zipxml.Node)
	walk = func(n *zipxml.Node) {
		for _, k := range n.Kids {
			switch k.Name {
			case "", "tbl", "txbxContent":
			case "AlternateContent":
				walk(alternative(k))
			case "ins", "moveTo":
				if r.accepts(k) {
					walk(k)
				}
			case "del", "moveFrom":
				if !r.accepts(k) {
					walk(k)
				}
			case "fldChar":
				open = fieldsAfter(open, k)
			default:
				walk(k)
			}
		}
	}
	walk(parent)
	var unended map[*zipxml.Node]bool
	for _, parts := range open {
		for _, n := range parts {
			if unended == nil {
				unended = map[*zipxml.Node]bool{}
			}
			unended[n] = true
		}
	}
	r.text.Unended += len(open)
	return unended
}

// fieldsAfter are the fields that are open after a field's character.
func fieldsAfter(open [][]*zipxml.Node, n *zipxml.Node) [][]*zipxml.Node {
	top := len(open) - 1
	switch kind := n.Attr("fldCharType"); {
	case kind == "begin":
		return append(open, []*zipxml.Node{n})
	case kind == "separate" && top >= 0:
		open[top] = append(open[top], n)
	case kind == "end" && top >= 0:
		return open[:top]
	}
	return open
}
