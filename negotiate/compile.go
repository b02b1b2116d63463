package negotiate

import (
	"slices"
	"strings"

	"reprise/diff"
	"reprise/resolution"
)

// Proposal is what one delegation proposes: the whole text as it would have it.
type Proposal struct {
	Name string
	Text *resolution.Document
}

// Compilation is the proposals of several delegations on one text, clause by
// clause.
type Compilation struct {
	Base  *resolution.Document
	Names []string // of the proposals, in the order given
	Title Row      // its variants have the title as text
	Rows  []Row    // in reading order
	notes []string // texts of the footnotes, by their raised number from 1
}

// Row is a clause of the base, or one that proposals bring.
type Row struct {
	Clause   *resolution.Clause // of the base; nil for a new one
	Name     string             // "OP4", "OP4 bis"
	Text     string             // of the base, with footnote marks as raised numbers; "" for a new clause
	Variants []Variant          // what proposals make of it; nil where all keep it
	shape    resolution.Clause  // part, kind, label and depth
	flush    bool
}

// Variant is what some proposals make of a clause: the same change is one variant
// with all its authors.
type Variant struct {
	Authors []int  // places of the proposals, from 0, rising
	Text    string // with footnote marks as raised numbers
	Gone    bool   // they delete the clause
}

// Disputed tells whether proposals want different things of a clause.
func (r Row) Disputed() bool { return len(r.Variants) > 1 }

// IsNew tells a clause that only proposals have. The title is none.
func (r Row) IsNew() bool { return r.Clause == nil && r.shape.Part != resolution.Front }

// Of is what a proposal makes of the clause; false where it keeps the base, or does
// not have the new clause.
func (r Row) Of(author int) (Variant, bool) {
	for _, v := range r.Variants {
		if slices.Contains(v.Authors, author) {
			return v, true
		}
	}
	return Variant{}, false
}

// Compile puts proposals on one base together. What moved in a proposal is deleted
// in one place and brought in another.
//
// Law 10: a rolling text gives its proposals back (Compilation.Rolling, Apart).
func Compile(base *resolution.Document, proposals ...Proposal) *Compilation {
	c := &Compilation{Base: base, Title: Row{Text: base.Title}}
	body := bodyOf(base)
	slots := make([][]Row, len(body)+1) // what is brought before each clause of the base, and behind the last
	c.Rows = make([]Row, 0, len(body))
	base0 := make([]Row, len(body))
	for i, clause := range body {
		base0[i] = Row{Clause: clause, Name: clause.Name(), Text: c.embedded(base, clause), shape: *clause, flush: isFlush(clause)}
	}
	for k, p := range proposals {
		c.Names = append(c.Names, p.Name)
		if p.Text.Title != base.Title {
			c.Title.add(k, Variant{Text: p.Text.Title})
		}
		c.compare(k, p.Text, base0, slots)
	}
	for i := range slots {
		nameNew(slots[i], base0, i)
		c.Rows = append(c.Rows, slots[i]...)
		if i < len(base0) {
			c.Rows = append(c.Rows, base0[i])
		}
	}
	return c
}

// compare enters what one proposal makes of the base.
func (c *Compilation) compare(author int, text *resolution.Document, rows []Row, slots [][]Row) {
	w := newWriter(diff.Compare(c.Base, text))
	stays := func(clause *resolution.Clause) *resolution.Clause {
		if old := w.partner[clause]; old != nil && !w.moved[clause] {
			return old
		}
		return nil
	}
	kept := map[*resolution.Clause]*resolution.Clause{}
	at := map[*resolution.Clause]int{}
	for i := range rows {
		at[rows[i].Clause] = i
	}
	slot, last := 0, -1
	for _, clause := range bodyOf(text) {
		old := stays(clause)
		if old != nil {
			kept[old] = clause
			slot, last = at[old]+1, -1
			continue
		}
		row := Row{Text: c.embedded(text, clause), shape: *clause, flush: isFlush(clause)}
		last = bring(&slots[slot], last, row, author)
	}
	for i := range rows {
		clause := kept[rows[i].Clause]
		switch {
		case clause == nil:
			rows[i].add(author, Variant{Gone: true})
		default:
			if t := c.embedded(text, clause); t != rows[i].Text {
				rows[i].add(author, Variant{Text: t})
			}
		}
	}
}

// bring enters a new clause in a slot, with what another proposal brought where it is
// the same, behind the one that the proposal brought before it.
func bring(slot *[]Row, last int, row Row, author int) int {
	for i := last + 1; i < len(*slot); i++ {
		r := &(*slot)[i]
		if r.shape.Part == row.shape.Part && r.shape.Kind == row.shape.Kind && r.shape.Depth == row.shape.Depth && r.flush == row.flush && r.Variants[0].Text == row.Text {
			r.Variants[0].Authors = append(r.Variants[0].Authors, author)
			return i
		}
	}
	row.Variants = []Variant{{Authors: []int{author}, Text: row.Text}}
	row.Text = ""
	*slot = slices.Insert(*slot, last+1, row)
	return last + 1
}

// add enters a variant, or its author where another has it too.
func (r *Row) add(author int, v Variant) {
	for i := range r.Variants {
		if r.Variants[i].Text == v.Text && r.Variants[i].Gone == v.Gone {
			r.Variants[i].Authors = append(r.Variants[i].Authors, author)
			return
		}
	}
	v.Authors = []int{author}
	r.Variants = append(r.Variants, v)
}

// suffixes of new clauses, in order.
var newSuffixes = []string{"bis", "ter", "quater", "quinquies", "sexies"}

// nameNew names the clauses of a slot by the clause of the base before it.
func nameNew(slot []Row, base []Row, at int) {
	used := map[string]int{}
	for i := range slot {
		r := &slot[i]
		name := map[resolution.Part]string{resolution.Preamble: "PP", resolution.Operative: "OP", resolution.Annex: "Annex"}[r.shape.Part] + "0"
		for k := at - 1; k >= 0; k-- {
			if base[k].shape.Part == r.shape.Part && base[k].shape.Kind == resolution.Paragraph && (base[k].shape.Depth <= r.shape.Depth) {
				name = base[k].Name
				break
			}
		}
		n := used[name]
		used[name]++
		suffix := newSuffixes[min(n, len(newSuffixes)-1)]
		if n >= len(newSuffixes) {
			suffix += decimal(n - len(newSuffixes) + 2)
		}
		r.Name = name + " " + suffix
	}
}

// embedded is the text of a clause with its footnote marks as raised numbers that
// stand for one note's text each.
func (c *Compilation) embedded(d *resolution.Document, clause *resolution.Clause) string {
	var b strings.Builder
	at := 0
	for _, n := range notesOf(d, clause) {
		b.WriteString(clause.Text[at:n.At])
		i := slices.Index(c.notes, n.Text)
		if i < 0 {
			i = len(c.notes)
			c.notes = append(c.notes, n.Text)
		}
		b.WriteString(raised(i + 1))
		at = n.At
	}
	return b.String() + clause.Text[at:]
}

// passage takes the raised numbers out of a text again.
func (c *Compilation) passage(text string) Passage {
	var p Passage
	number := 0
	flush := func() {
		if number > 0 {
			n := Note{At: len(p.Text)}
			if number <= len(c.notes) {
				n.Text = c.notes[number-1]
			}
			p.Notes = append(p.Notes, n)
		}
		number = 0
	}
	for _, r := range text {
		if d := strings.IndexRune("⁰¹²³⁴⁵⁶⁷⁸⁹", r); d >= 0 {
			number = number*10 + len([]rune("⁰¹²³⁴⁵⁶⁷⁸⁹"[:d]))
			continue
		}
		flush()
		p.Text += string(r)
	}
	flush()
	return p
}

// Apart is the text of one proposal: the base with its changes.
func (c *Compilation) Apart(author int) *resolution.Document {
	return Apply(c.Base, c.with(func(r *Row) (Variant, bool) { return r.Of(author) })).Amended
}

// with is an amendment of the base that does what is chosen of each row.
func (c *Compilation) with(chosen func(*Row) (Variant, bool)) *Amendment {
	a := &Amendment{Language: c.Base.Language}
	if v, ok := chosen(&c.Title); ok {
		a.Operations = append(a.Operations, Operation{Kind: Replace, Targets: []Target{{Kind: TitlePlace}}, Given: []Given{{Passage: Passage{Text: v.Text}, Depth: labelDepth}}})
	}
	for i := range c.Rows {
		r := &c.Rows[i]
		v, ok := chosen(r)
		if !ok {
			continue
		}
		op := Operation{Kind: Delete}
		if r.Clause != nil {
			op.Targets = []Target{{Kind: NamedPlace, Ours: r.Clause.ID, Chapeau: true}}
		}
		switch given := c.given(r, v); {
		case r.Clause == nil:
			op.Kind, op.Given = Insert, []Given{given}
			op.Side, op.Targets = c.beside(i)
		case !v.Gone:
			op.Kind, op.Given = Replace, []Given{given}
		}
		a.Operations = append(a.Operations, op)
	}
	return a
}

func (c *Compilation) given(r *Row, v Variant) Given {
	g := Given{Passage: c.passage(v.Text), Kind: r.shape.Kind, Part: r.shape.Part, Depth: r.shape.Depth, Flush: r.flush}
	if r.Clause == nil {
		g.Label = r.shape.Label
		if isNumber(g.Label) && g.Part == resolution.Operative && g.Kind == resolution.Paragraph && !isFixed(g.Label) {
			g.Label = ""
		}
	}
	return g
}

// beside is the place of a new row: before the next clause of the base, else behind
// the last.
func (c *Compilation) beside(at int) (Side, []Target) {
	for i := at + 1; i < len(c.Rows); i++ {
		if c.Rows[i].Clause != nil {
			return Before, []Target{{Kind: NamedPlace, Ours: c.Rows[i].Clause.ID}}
		}
	}
	for i := at - 1; i >= 0; i-- {
		if c.Rows[i].Clause != nil {
			return After, []Target{{Kind: NamedPlace, Ours: c.Rows[i].Clause.ID}}
		}
	}
	return AtEnd, nil
}
