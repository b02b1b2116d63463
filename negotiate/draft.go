package negotiate

import (
	"slices"
	"strings"

	"reprise/resolution"
)

// node is a clause of the draft on its way through amendments, or one that they
// brought. A deleted one stays where it stood, for what is put beside it.
type node struct {
	resolution.Clause
	origin *resolution.Clause // of the draft; nil for a new one
	text   passage
	by     int  // who brought it; the draft where it was there
	gone   int  // who deleted it; the draft where nobody did
	moved  int  // who moved it
	fixed  bool // its label was given, and is not counted anew
	flush  bool // it goes on after points
	titled bool // it bears the title of the text
}

// Who wrote or deleted something: the draft, or an amendment by its place, from 1.
const byDraft = 0

// passage is the text of a node, and where each of its bytes comes from.
type passage struct {
	text  string
	from  []int32 // byte of the draft's clause, from 1; 0 for what is new
	by    []int16 // who wrote it
	notes []citedNote
}

// citedNote is a footnote in a passage.
type citedNote struct{ at, note int }

// draftNote is a footnote of the draft, or a new one.
type draftNote struct {
	resolution.Footnote
	node *node // its text on its way; it stands in no order with the clauses
	lost bool  // a mark whose note the draft does not have; it stays as it is
}

// draft is a text on its way through amendments.
type draft struct {
	doc     *resolution.Document
	nodes   []*node // as they stand now
	first   []*node // as they stood in the draft, by which they are numbered
	notes   []*draftNote
	deleted map[*resolution.Clause][]int16 // who deleted each byte of the draft's clauses
	title   *node
}

func newDraft(doc *resolution.Document) *draft {
	d := &draft{doc: doc, deleted: map[*resolution.Clause][]int16{}}
	marks := map[string]int{}
	for _, f := range doc.Footnotes {
		if _, twice := marks[f.Mark]; !twice {
			marks[f.Mark] = len(d.notes)
		}
		d.notes = append(d.notes, &draftNote{Footnote: f, node: &node{text: original(f.Text)}})
	}
	for _, c := range doc.Clauses {
		n := &node{Clause: *c, origin: c, text: original(c.Text)}
		for _, ref := range c.Notes {
			i, ok := marks[ref.Mark]
			if !ok {
				i = len(d.notes)
				marks[ref.Mark] = i
				d.notes = append(d.notes, &draftNote{Footnote: resolution.Footnote{Mark: ref.Mark}, node: &node{}, lost: true})
			}
			n.text.notes = append(n.text.notes, citedNote{ref.At, i})
		}
		if c.Role == resolution.TitleRole && d.title == nil {
			n.titled, d.title = true, n
		}
		d.nodes = append(d.nodes, n)
		d.deleted[c] = make([]int16, len(c.Text))
	}
	d.first = slices.Clone(d.nodes)
	return d
}

func original(text string) passage {
	p := passage{text: text, from: make([]int32, len(text)), by: make([]int16, len(text))}
	for i := range p.from {
		p.from[i] = int32(i + 1)
	}
	return p
}

// written is a passage of an author.
func (d *draft) written(text Passage, by int) passage {
	p := passage{text: text.Text, from: make([]int32, len(text.Text)), by: make([]int16, len(text.Text))}
	for i := range p.by {
		p.by[i] = int16(by)
	}
	for _, n := range text.Notes {
		d.notes = append(d.notes, &draftNote{node: &node{by: by, text: original(n.Text)}})
		p.notes = append(p.notes, citedNote{min(max(n.At, 0), len(p.text)), len(d.notes) - 1})
	}
	return p
}

// splice puts a passage in the place of some bytes, and notes who deleted them.
func (d *draft) splice(n *node, from, to int, in passage, by int) {
	p := &n.text
	if n.origin != nil {
		for i := from; i < to; i++ {
			if at := p.from[i]; at > 0 {
				d.deleted[n.origin][at-1] = int16(by)
			}
		}
	}
	var notes []citedNote
	shift := len(in.text) - (to - from)
	for _, c := range p.notes {
		switch {
		case c.at <= from: // a mark belongs to the word before it
			notes = append(notes, c)
		case c.at > to, c.at == to && len(in.text) > 0 && len(in.notes) == 0:
			notes = append(notes, citedNote{c.at + shift, c.note})
		}
	}
	for _, c := range in.notes {
		notes = append(notes, citedNote{from + c.at, c.note})
	}
	slices.SortStableFunc(notes, func(a, b citedNote) int { return a.at - b.at })
	p.text = p.text[:from] + in.text + p.text[to:]
	p.from = slices.Concat(p.from[:from], in.from, p.from[to:])
	p.by = slices.Concat(p.by[:from], in.by, p.by[to:])
	p.notes = notes
}

// find gives the nodes that a target names, in reading order. Numbers are the
// draft's, whatever was put in or deleted since; why says what is wrong where
// there is none.
func (d *draft) find(t Target) (found []*node, why *Refusal) {
	switch t.Kind {
	case TitlePlace:
		if d.title == nil {
			return nil, &Refusal{Reason: NoSuchPlace, Place: t}
		}
		return []*node{d.title}, nil
	case TextPlace:
		for _, n := range d.nodes {
			if n.Counted() || n.titled {
				found = append(found, n)
			}
		}
		return found, nil
	case WholePlace:
		for _, n := range d.nodes {
			if n.Part == t.Part && n.Counted() && inSection(n.Section, t.Section) {
				found = append(found, n)
			}
		}
	case NamedPlace:
		for _, n := range d.nodes {
			if n.origin != nil && strings.EqualFold(n.origin.ID, t.Ours) {
				found = append(found, n)
			}
		}
	case NotePlace:
		for _, n := range d.notes {
			if n.Mark != "" && n.Mark == t.Number {
				found = append(found, n.node)
			}
		}
	case ClausePlace:
		return d.clause(t)
	}
	if found == nil {
		return nil, &Refusal{Reason: NoSuchPlace, Place: t, Near: d.nearPlace(t)}
	}
	return found, nil
}

func inSection(has, wanted string) bool {
	return wanted == "" || has == wanted || strings.HasPrefix(has, wanted+"/")
}

// clause finds a paragraph by part and number, and its point.
func (d *draft) clause(t Target) ([]*node, *Refusal) {
	if t.Begins != "" {
		return d.beginning(t)
	}
	var all []*node
	for _, n := range d.firstLevel(t) {
		if n.is(t.Number) {
			all = append(all, n.node)
		}
	}
	if t.Number == lastNumber {
		if list := d.firstLevel(t); len(list) > 0 {
			all = []*node{list[len(list)-1].node}
		}
	}
	if t.Section == "" && len(all) > 1 {
		if plain := slices.DeleteFunc(slices.Clone(all), func(n *node) bool { return n.Section != "" }); len(plain) == 1 {
			all = plain
		}
	}
	switch len(all) {
	case 0:
		return nil, &Refusal{Reason: NoSuchPlace, Place: t, Near: d.nearPlace(t)}
	case 1:
	default:
		return nil, &Refusal{Reason: SeveralPlaces, Place: t, Near: namesOf(all)}
	}
	n := all[0]
	for _, p := range t.Points {
		next := d.point(n, p)
		if next == nil {
			return nil, &Refusal{Reason: NoSuchPlace, Place: t, Near: namesOf(d.pointsOf(n))}
		}
		n = next
	}
	return []*node{n}, nil
}

// beginning finds the paragraph that opens with some words.
func (d *draft) beginning(t Target) ([]*node, *Refusal) {
	var all []*node
	for _, n := range d.first {
		c := n.origin
		if c.Counted() && (t.Part == resolution.Front || t.Part == c.Part) && inSection(c.Section, t.Section) && strings.HasPrefix(c.Text, strings.TrimRight(t.Begins, " .…")) {
			all = append(all, n)
		}
	}
	switch len(all) {
	case 0:
		return nil, &Refusal{Reason: NoSuchPlace, Place: t}
	case 1:
		return all, nil
	}
	return nil, &Refusal{Reason: SeveralPlaces, Place: t, Near: namesOf(all)}
}

// numberedNode is a paragraph of the first level with its place among those of its
// part and section.
type numberedNode struct {
	*node
	place int
}

func (n numberedNode) is(number string) bool {
	if n.origin.Number == "" {
		return decimal(n.place) == number
	}
	return strings.EqualFold(strings.Trim(n.origin.Number, "."), number)
}

// firstLevel are the draft's paragraphs of the first level in a part.
func (d *draft) firstLevel(t Target) []numberedNode {
	var out []numberedNode
	places := map[string]int{}
	for _, n := range d.first {
		c := n.origin
		if c.Part != t.Part || !c.Counted() || c.Kind != resolution.Paragraph || c.Depth > 0 || c.Parent != "" || !inSection(c.Section, t.Section) {
			continue
		}
		places[c.Section]++
		out = append(out, numberedNode{n, places[n.origin.Section]})
	}
	return out
}

func (d *draft) point(parent *node, number string) *node {
	for _, n := range d.pointsOf(parent) {
		if strings.EqualFold(n.origin.Number, number) {
			return n
		}
	}
	return nil
}

// pointsOf are the draft's points right below a clause.
func (d *draft) pointsOf(parent *node) []*node {
	var out []*node
	for _, n := range d.first {
		if parent.origin != nil && n.origin.Parent == parent.origin.ID && n.origin.Number != "" {
			out = append(out, n)
		}
	}
	return out
}

// family is a clause with all that hangs below it, as it stands now.
func (d *draft) family(n *node) []*node {
	at := slices.Index(d.nodes, n)
	if at < 0 { // a footnote
		return []*node{n}
	}
	end := at + 1
	for end < len(d.nodes) && hangsBelow(&d.nodes[end].Clause, &n.Clause) {
		end++
	}
	return d.nodes[at:end:end]
}

// nearPlace names the places that there are.
func (d *draft) nearPlace(t Target) string {
	list := d.firstLevel(Target{Part: t.Part, Section: t.Section})
	if len(list) == 0 {
		list = d.firstLevel(Target{Part: t.Part})
	}
	if len(list) == 0 {
		return ""
	}
	return list[0].origin.Name() + "–" + list[len(list)-1].origin.Name()
}

func namesOf(nodes []*node) string {
	var names []string
	for _, n := range nodes {
		names = append(names, resolution.Name(n.ID))
	}
	return strings.Join(names, ", ")
}
