package negotiate

import (
	"strings"

	"reprise/resolution"
)

// style is how a label counts.
type style int

const (
	noStyle     style = iota
	numberStyle       // "4."
	letterStyle       // "(a)"
	romanStyle        // "(ii)"
	otherStyle        // a bullet, "A."
)

// A label taken apart: what stands before its number, the number, what stands
// after it.
type countedLabel struct {
	before, core, after string
}

func splitLabel(label string) countedLabel {
	from := strings.IndexFunc(label, isWord)
	if from < 0 {
		return countedLabel{before: label}
	}
	to := from + len(label[from:]) - len(strings.TrimLeftFunc(label[from:], isWord))
	return countedLabel{label[:from], label[from:to], label[to:]}
}

func (l countedLabel) with(core string) string { return l.before + core + l.after }

// styleOf is how a label counts; a single "i", "v" or "x" is a letter here.
func styleOf(label string) style {
	core := splitLabel(label).core
	switch {
	case label == "":
		return noStyle
	case core != "" && strings.Trim(core, "0123456789") == "":
		return numberStyle
	case len(core) == 1 && core[0] >= 'a' && core[0] <= 'z', len(core) == 2 && core[0] == core[1] && core[0] >= 'a' && core[0] <= 'z' && core != "ii" && core != "xx":
		return letterStyle
	case core != "" && strings.Trim(core, "ivxlc") == "":
		return romanStyle
	}
	return otherStyle
}

// isFixed tells a label that is not counted anew: "5 bis".
func isFixed(label string) bool {
	l := splitLabel(label)
	return label != "" && (strings.IndexFunc(l.after, isWord) >= 0 || styleOf(label) == otherStyle)
}

// valueOf is the number of a label in a style; 0 where it has none.
func valueOf(label string, s style) int {
	core := splitLabel(label).core
	n := 0
	switch s {
	case numberStyle:
		for _, c := range core {
			if c < '0' || c > '9' || n > 1_000_000 {
				return 0
			}
			n = n*10 + int(c-'0')
		}
	case letterStyle:
		if core == "" || core[0] < 'a' || core[0] > 'z' {
			return 0
		}
		n = int(core[0]-'a') + 1 + (len(core)-1)*26
	case romanStyle:
		for v := 1; v <= maxRoman; v++ {
			if romanNumber(v) == core {
				return v
			}
		}
	}
	return n
}

// maxRoman is more points than a paragraph has.
const maxRoman = 100

func coreOf(value int, s style) string {
	switch s {
	case letterStyle:
		return strings.Repeat(string(rune('a'+(value-1)%26)), (value-1)/26+1)
	case romanStyle:
		return romanNumber(value)
	}
	return decimal(value)
}

func romanNumber(n int) string {
	var b strings.Builder
	for _, r := range []struct {
		value int
		sign  string
	}{{100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for n >= r.value {
			b.WriteString(r.sign)
			n -= r.value
		}
	}
	return b.String()
}

func depthOf(n *node) int {
	if n == nil {
		return 0
	}
	return n.Depth
}

// settleDepths tells from their labels how deep new clauses are: a label that
// goes on counting stands where its list is open, another opens a list below.
func (d *draft) settleDepths() {
	var open []*node // by depth
	for _, n := range d.nodes {
		if n.gone != byDraft || n.Kind != resolution.Paragraph || !n.Counted() {
			continue
		}
		if n.Depth < 0 {
			n.Depth = depthFor(n, open)
		}
		open = append(open[:min(len(open), n.Depth)], n)
	}
}

func depthFor(n *node, open []*node) int {
	st := styleOf(n.Label)
	if st == noStyle || st == numberStyle && !strings.HasPrefix(n.Label, "(") {
		return 0
	}
	for d := len(open) - 1; d > 0; d-- {
		for _, as := range []style{letterStyle, romanStyle} {
			v := valueOf(n.Label, as)
			if w := valueOf(open[d].Label, as); v > 0 && w > 0 && v == w+1 {
				return d
			}
		}
	}
	for d := len(open) - 1; d > 0; d-- {
		if styleOf(open[d].Label) == st {
			return d
		}
	}
	return max(1, len(open))
}
