package wordml

import "slices"

// oldParagraph is a paragraph of a redline's old side, and the paragraph of
// the base that it was read from.
type oldParagraph struct {
	want    []rune    // label, text and notes as read
	label   int       // how many of them are the label
	style   string    // as the redline calls it
	whole   bool      // goes as a whole: its mark and all of it
	touched bool      // anything in it changes
	at      []int     // the unit of each wanted character
	from    *basePara // nil where it was not found
	counted bool      // its label is counted by Word: not in the text

	read, put int // how far it has been written: characters wanted, units
}

// oldSide takes the old side of a redline apart.
func (d *Redline) oldSide() ([]*oldParagraph, error) {
	var olds []*oldParagraph
	open := &oldParagraph{}
	pieces := 0
	for _, block := range d.Body {
		p, ok := block.(Paragraph)
		if !ok {
			return nil, ErrBase
		}
		open.add(d, p)
		pieces++
		if !p.Mark.InOld() {
			if len(open.want) == 0 {
				open, pieces = &oldParagraph{}, 0
			}
			continue
		}
		open.style = oldStyleOf(p)
		open.whole = p.Mark != Same && p.whole() != Same
		open.touched = open.touched || pieces > 1 || p.Mark != Same
		olds = append(olds, open)
		open, pieces = &oldParagraph{}, 0
	}
	return olds, nil
}

func oldStyleOf(p Paragraph) string {
	if p.OldStyle != "" {
		return p.OldStyle
	}
	return p.Style
}

func (o *oldParagraph) add(d *Redline, p Paragraph) {
	o.touched = o.touched || p.Comment != nil
	for _, r := range p.Runs {
		if r.Change != Same || r.Note > 0 && changes(d.Notes[r.Note-1].Runs) {
			o.touched = true
		}
		if !r.Change.InOld() {
			continue
		}
		if r.Label {
			o.label += len([]rune(r.Text))
		}
		o.want = append(o.want, wanted(r)...)
	}
}

// likes tells whether a paragraph is of the same kind on its new side: in the
// same style, and numbered where this one is.
func (o *oldParagraph) likes(p Paragraph) bool {
	labelled := slices.ContainsFunc(p.Runs, func(r Run) bool { return r.Label && r.Change.InNew() })
	return o.style == p.Style && labelled == (o.label > 0)
}

func wanted(r Run) []rune {
	if r.Note > 0 {
		return []rune{noteRune}
	}
	return []rune(r.Text)
}

func changes(runs []Run) bool {
	for _, r := range runs {
		if r.Change != Same {
			return true
		}
	}
	return false
}

// searchAhead is how many paragraphs of the file are looked at for one of the
// text: a masthead's cells and empty lines lie between, a whole section not.
const searchAhead = 60

// locate finds the paragraphs of the old side in the file, in order.
func (b *base) locate(olds []*oldParagraph) {
	from := 0
	for _, o := range olds {
		if len(o.want) == 0 {
			continue
		}
		for i := from; i < len(b.paras) && i < from+searchAhead; i++ {
			if o.matches(b.paras[i]) {
				from = i + 1
				break
			}
		}
	}
}

func (o *oldParagraph) matches(p *basePara) bool {
	if p.odd != "" {
		return false
	}
	if at, ok := p.match(o.want); ok {
		o.at, o.from = at, p
		return true
	}
	if o.label == 0 {
		return false
	}
	at, ok := p.match(o.want[o.label:])
	if !ok {
		return false
	}
	o.want, o.at, o.from, o.counted = o.want[o.label:], at, p, true
	return true
}
