package recognise

import (
	"iter"
	"strconv"
	"strings"

	"reprise/internal/lexicon"
	"reprise/resolution"
)

// name gives every item its ID and hands the clauses to the document. IDs are
// how negotiators speak; the divisions stand before them where the numbering
// restarts. A second clause of the same name gets "~2".
func (r *recogniser) name() {
	n := &namer{genre: r.genre, used: make(map[string]int, len(r.items)), counts: map[string]int{}, depth: r.prefixDepth()}
	n.reserve(r.items)
	r.doc.Clauses = make([]*resolution.Clause, 0, len(r.items))
	for _, it := range r.items {
		n.pass(it)
		it.Section, it.Number = n.section(it), it.number()
		it.ID = n.unique(n.id(it))
		if it.parent != nil {
			it.Parent = it.parent.ID
		}
		if it.Depth > 0 || it.flush || it.Kind != resolution.Paragraph || it.Part == resolution.Front || it.Part == resolution.Back || it.Role == resolution.FormulaRole {
			it.keepLead()
		}
		r.doc.Clauses = append(r.doc.Clauses, it.Clause)
	}
}

// keepLead drops the lead of what has none: points keep an operative one.
func (it *item) keepLead() {
	if it.Depth > 0 && it.Part == resolution.Operative && it.form&lexicon.OperativeForm != 0 {
		return
	}
	it.Lead = ""
}

type namer struct {
	genre    *genre
	used     map[string]int  // how often an ID was asked for
	counts   map[string]int  // prefix + kind -> last number
	taken    map[string]bool // places of operative numbers that are printed
	depth    int
	formulas int // enacting formulas so far
}

// reserve notes which operative numbers are printed: an unnumbered paragraph
// of the same resolution takes none of them.
func (n *namer) reserve(items []*item) {
	n.taken = map[string]bool{}
	for _, it := range items {
		n.pass(it)
		if it.parent == nil && it.Kind == resolution.Paragraph && it.label.style == numberStyle {
			n.taken[n.place(it, it.label.value)] = true
		}
	}
	n.formulas = 0
}

// pass counts enacting formulas: each opens a resolution of its own.
func (n *namer) pass(it *item) {
	if it.Role == resolution.FormulaRole {
		n.formulas++
	}
}

// place is a number within its resolution and the divisions that stand before
// it in an ID.
func (n *namer) place(it *item, number int) string {
	var b strings.Builder
	b.WriteString(strconv.Itoa(n.formulas))
	b.WriteByte('/')
	for d := range n.standing(it.section) {
		b.WriteString(d.id)
		b.WriteByte('/')
	}
	b.WriteString(strconv.Itoa(number))
	return b.String()
}

func (n *namer) unique(id string) string {
	for {
		n.used[id]++
		if k := n.used[id]; k > 1 {
			id += "~" + strconv.Itoa(k)
			continue
		}
		return id
	}
}

// prefix is the divisions that stand before an ID, with a slash at the end.
func (n *namer) prefix(it *item) string {
	var b strings.Builder
	for d := range n.standing(it.section) {
		id := d.id
		if d.head != nil && d.head.ID != "" {
			id = d.head.ID[strings.LastIndexByte(d.head.ID, '/')+1:]
		}
		b.WriteString(id)
		b.WriteByte('/')
	}
	return b.String()
}

// standing gives the divisions that stand before an ID: those that always do in the
// genre, as an annex, and of the others the outermost.
func (n *namer) standing(section []division) iter.Seq[division] {
	return func(yield func(division) bool) {
		left := n.depth
		for _, d := range section {
			always := n.genre.namedBy(d.kind)
			if !always && left == 0 {
				continue
			}
			if !always {
				left--
			}
			if !yield(d) {
				return
			}
		}
	}
}

// section is the divisions in which a clause is numbered. Points and flush text
// are where their paragraph is; lines of the form stand in none.
func (n *namer) section(it *item) string {
	switch {
	case it.parent != nil:
		return it.parent.Section
	case it.Part == resolution.Front, it.Part == resolution.Back:
		return ""
	}
	return strings.TrimSuffix(n.prefix(it), "/")
}

// number is what a reference calls a clause.
func (it *item) number() string {
	if it.label.style == noStyle && it.Kind == resolution.Heading {
		return strings.Trim(it.Label, ".() ")
	}
	return it.label.core
}

func (n *namer) count(prefix, kind string) string {
	n.counts[prefix+kind]++
	return prefix + kind + strconv.Itoa(n.counts[prefix+kind])
}

func (n *namer) id(it *item) string {
	prefix := it.Section
	if prefix != "" {
		prefix += "/"
	}
	switch {
	case it.Role == resolution.FormulaRole:
		return prefix + resolution.FormulaRole.String()
	case it.Part == resolution.Front || it.Part == resolution.Back:
		if it.Role != resolution.NoRole {
			return it.Role.String()
		}
		return n.count("", it.Part.String())
	case it.Kind == resolution.Heading && it.opens != "" && n.genre.namedBy(it.opens):
		return it.Section
	case it.Kind == resolution.Heading:
		return n.count(prefix, "h")
	case it.Kind == resolution.Table:
		return n.count(prefix, "t")
	case it.flush && it.parent != nil:
		return n.flush(it.parent.ID)
	case it.parent != nil:
		return n.point(it)
	}
	return n.paragraph(it, prefix)
}

// flush is "op4+", then "op4+2".
func (n *namer) flush(parent string) string {
	key := parent + "+"
	n.counts[key]++
	if k := n.counts[key]; k > 1 {
		return key + strconv.Itoa(k)
	}
	return key
}

func (n *namer) point(it *item) string {
	if it.label.style == bulletStyle || it.label.core == "" {
		return n.count(it.parent.ID, ".")
	}
	if it.label.style == decimalStyle {
		return n.prefix(it) + n.genre.parts[it.Part].numbered + it.label.core
	}
	return it.parent.ID + "(" + it.label.core + ")"
}

// paragraph names what stands on the first level.
func (n *namer) paragraph(it *item, prefix string) string {
	names := n.genre.parts[it.Part]
	kind := names.numbered
	if it.label.style == noStyle {
		kind = names.unnumbered
		if it.Part == resolution.Annex && it.form == lexicon.PreambularForm && endsComma(it.Text) {
			kind = n.genre.parts[resolution.Preamble].unnumbered
		}
	}
	key := prefix + kind
	switch it.label.style {
	case numberStyle, numberParen, namedStyle, decimalStyle:
		if it.Part != resolution.Preamble || it.label.style == namedStyle {
			n.counts[key] = max(it.label.value, 0)
			return key + it.label.core
		}
	case noStyle:
	default: // a point without a paragraph over it
		if it.label.core != "" {
			return prefix + kind + "(" + it.label.core + ")"
		}
	}
	last := n.counts[key]
	if it.Part != resolution.Preamble && kind == names.numbered && n.taken[n.place(it, last+1)] {
		return key + strconv.Itoa(last) // "op0" before "1.", "op4~2" before "5."
	}
	return n.count(prefix, kind)
}

// maxDivisions is as deep as divisions are looked at for a prefix.
const maxDivisions = 4

// prefixDepth is how many divisions must stand before an ID so that no two
// numbered paragraphs have the same name: 0 where the numbering runs on. A
// text whose divisions have enacting formulas of their own needs one at least.
func (r *recogniser) prefixDepth() int {
	least := 0
	formulas := map[string]bool{}
	for _, it := range r.items {
		if it.Role == resolution.FormulaRole && len(it.section) > 0 && it.section[0].kind != "annex" {
			formulas[it.section[0].id] = true
		}
	}
	if len(formulas) > 1 {
		least = 1
	}
	best, fewest := least, -1
	for depth := least; depth <= maxDivisions; depth++ {
		if same := r.collisions(depth); fewest < 0 || same < fewest {
			best, fewest = depth, same
		}
	}
	return best
}

// collisions counts numbered paragraphs that would share a name.
func (r *recogniser) collisions(depth int) int {
	n := &namer{genre: r.genre, depth: depth}
	seen := map[string]bool{}
	same := 0
	for _, it := range r.items {
		if it.parent != nil || it.Kind != resolution.Paragraph || it.label.style != numberStyle && it.label.style != namedStyle {
			continue
		}
		key := n.prefix(it) + it.label.core
		if it.label.pre {
			key += "pp"
		}
		if seen[key] {
			same++
		}
		seen[key] = true
	}
	return same
}
