package recognise

import (
	"reprise/internal/numeral"
	"reprise/resolution"
	"slices"
	"strings"
)

// Footnote marks that extraction turned into plain digits ("Asia,1",
// "region, 1", "Agenda6") are told from numbers by three things: the footnotes
// that the text has, the order in which marks come, and what stands around
// them. Marks that the format itself tells (raised, superscript) never come here.

// candidate is a run of digits that could be a footnote mark.
type candidate struct {
	para     int
	from, to int // the digits
	mark     string
	strength strength
}

type strength int

const (
	faint  strength = iota // like a number: "of 19721 and", "5/KIT.5,35 and", "Aspects, 9 in June"
	weak                   // after a word and a space: "Central Asia 2 and on"
	fair                   // after punctuation and a space: "region, 1 constitutes"
	strong                 // glued to a word or its punctuation: "Asia,1", "Agenda6"
	sure                   // glued to a word's comma, and the sentence goes on: "Asia,1 and"
)

// takeGluedMarks takes glued marks out of the paragraphs and notes them.
func (r *recogniser) takeGluedMarks(paras []*paragraph) {
	cited := map[string]bool{}
	for _, p := range paras {
		for _, n := range p.notes {
			cited[n.Mark] = true
		}
	}
	if len(r.doc.Footnotes) == 0 {
		if len(cited) == 0 {
			take(paras, orphans(r.candidates(paras)))
		}
		return
	}
	r.takeStars(paras, cited)
	r.takeStroked(paras, cited)
	var open []string // marks of footnotes that nothing cites yet
	for _, f := range r.doc.Footnotes {
		if f.Mark != "" && !cited[f.Mark] && numeral.Digits(f.Mark) == len(f.Mark) {
			open = append(open, f.Mark)
		}
	}
	if len(open) == 0 {
		return
	}
	slices.SortStableFunc(open, func(a, b string) int { return numeral.Value(a) - numeral.Value(b) })
	take(paras, choose(r.candidates(paras), open))
}

// choose gives each open mark, in rising order, its candidate: strong and fair ones first, in
// order; weak ones only between the neighbours that are found.
func choose(all []candidate, open []string) []candidate {
	found := make([]int, len(open)) // index in all, plus 1
	next := 0
	for m, mark := range open {
		if at := search(all[next:], mark, fair); at >= 0 {
			next += at + 1
			found[m] = next
		}
	}
	between(all, open, found, weak)
	between(all, open, found, faint)
	var chosen []candidate
	for _, f := range found {
		if f > 0 {
			chosen = append(chosen, all[f-1])
		}
	}
	return again(all, beyond(all, open, chosen))
}

// between finds the marks that are still missing among the candidates between
// their neighbours. A faint one must follow the mark just before it and be the
// only one there.
func between(all []candidate, open []string, found []int, least strength) {
	low := 0
	for m, mark := range open {
		if found[m] > 0 {
			low = found[m]
			continue
		}
		if least == faint && m > 0 && found[m-1] == 0 {
			continue
		}
		high := len(all)
		for _, f := range found[m+1:] {
			if f > 0 {
				high = f - 1
				break
			}
		}
		room := all[low:max(low, high)]
		at := search(room, mark, least)
		if at < 0 || least == faint && search(room[at+1:], mark, least) >= 0 {
			continue
		}
		low += at + 1
		found[m] = low
	}
}

// search finds the first candidate of a mark that is strong enough; -1 for none.
func search(all []candidate, mark string, least strength) int {
	for i, c := range all {
		if c.strength >= least && c.mark == mark {
			return i
		}
	}
	return -1
}

// beyond adds the mark that comes next after the last footnote, where it is
// glued to a word: its footnote is lost.
func beyond(all []candidate, open []string, chosen []candidate) []candidate {
	last := numeral.Value(open[len(open)-1])
	for _, c := range all {
		if c.strength >= strong && numeral.Value(c.mark) == last+1 {
			return append(chosen, c)
		}
	}
	return chosen
}

// again adds the second citations of marks that are found: strong ones only.
func again(all, chosen []candidate) []candidate {
	known := map[string]candidate{}
	for _, c := range chosen {
		known[c.mark] = c
	}
	out := chosen
	for _, c := range all {
		first, ok := known[c.mark]
		if ok && c.strength >= strong && (c.para > first.para || c.para == first.para && c.from > first.from) {
			out = append(out, c)
		}
	}
	return out
}

// orphans chooses the marks of a text whose footnotes are missing: sure ones
// (texts that lost their raised marks keep those that cite a footnote again, in
// any order), and strong ones whose numbers rise.
func orphans(all []candidate) []candidate {
	last := 0
	var chosen []candidate
	for _, c := range all {
		v := numeral.Value(c.mark)
		rises := v <= last+maxMissing && v >= last-maxMissing
		if v < 1 || c.strength < strong || c.strength == strong && !rises {
			continue
		}
		chosen = append(chosen, c)
		if rises {
			last = max(last, v)
		}
	}
	return chosen
}

// maxMissing is how many marks in a row may be lost before a number is no
// longer taken for the next mark.
const maxMissing = 3

// take cuts the chosen marks out, from the last to the first.
func take(paras []*paragraph, chosen []candidate) {
	for para, p := range paras {
		var cuts []candidate
		for _, c := range chosen {
			if c.para == para && !slices.Contains(cuts, c) {
				cuts = insertByPlace(cuts, c)
			}
		}
		for i := len(cuts) - 1; i >= 0; i-- {
			p.takeMark(cuts[i].from, cuts[i].to)
		}
	}
}

func insertByPlace(cuts []candidate, c candidate) []candidate {
	i := len(cuts)
	for i > 0 && cuts[i-1].from > c.from {
		i--
	}
	return append(cuts[:i:i], append([]candidate{c}, cuts[i:]...)...)
}

// takeMark cuts a mark and the space before it and notes its place.
func (p *paragraph) takeMark(from, to int) {
	mark := p.text[from:to]
	switch spaced := from > 0 && p.text[from-1] == ' '; {
	case spaced && lowerStart(p.text[to:]): // "Parties, 8and": the space is the word's
		p.cut(from, to)
		from--
	case spaced:
		from--
		fallthrough
	default:
		p.cut(from, to)
	}
	i := 0
	for i < len(p.notes) && p.notes[i].At < from {
		i++
	}
	p.notes = append(p.notes[:i:i], append([]resolution.NoteRef{{Mark: mark, At: from}}, p.notes[i:]...)...)
}

// candidates lists the digit runs of all paragraphs that could be marks.
func (r *recogniser) candidates(paras []*paragraph) []candidate {
	var all []candidate
	for para, p := range paras {
		if p.kind == TableBlock {
			continue
		}
		for at := 0; at < len(p.text); at++ {
			if c := p.text[at]; c < '0' || c > '9' {
				continue
			}
			n := numeral.Digits(p.text[at:])
			if gluedToYear(p.text, at, at+n) {
				all = append(all, candidate{para: para, from: at + yearDigits, to: at + n, mark: p.text[at+yearDigits : at+n], strength: faint})
			}
			if at > 0 && n <= maxLabelDigits {
				if s, ok := r.judge(p.text, at, at+n); ok {
					all = append(all, candidate{para: para, from: at, to: at + n, mark: p.text[at : at+n], strength: s})
				}
			}
			at += n - 1
		}
	}
	return all
}

// takeLooseNotes finds footnotes that stand between paragraphs without any
// sign but their number ("12 Two keepers did not vote."): those that end the
// text, and those whose mark stands in the text before them.
func (r *recogniser) takeLooseNotes(paras []*paragraph) []*paragraph {
	end := len(paras)
	for end > 0 && r.looseMark(paras[end-1]) > 0 {
		end--
	}
	var marks map[string]bool
	rest := make([]*paragraph, 0, len(paras))
	for i, p := range paras {
		n := r.looseMark(p)
		if n > 0 && i < end && p.text[n-1] != '/' {
			if marks == nil {
				marks = r.marksIn(paras)
			}
			if !marks[p.text[:n]] {
				n = 0
			}
		}
		if n == 0 || r.doc.Footnote(strings.TrimSuffix(p.text[:n], "/")) != nil {
			rest = append(rest, p)
			continue
		}
		p.mark = p.text[:n]
		p.cut(0, n+1)
		r.addFootnote(p)
	}
	return rest
}

// looseMark is the length of the number ("12" or "12/") that could open a
// footnote: a space and a capital follow; 0 for dates, meeting lines, labels and operative
// paragraphs whose number lost its full stop.
func (r *recogniser) looseMark(p *paragraph) int {
	n := numeral.Digits(p.text)
	if n == 0 || n > maxLabelDigits {
		return 0
	}
	if strings.HasPrefix(p.text[n:], "/ ") {
		n++
	}
	if n+1 >= len(p.text) || p.text[n] != ' ' || p.label != "" || p.kind != TextBlock || !capitalOrEnd(p.text[n:]) {
		return 0
	}
	if _, ok := r.lex.Line(p.text); ok || r.startsDate(p.text[n:]) || r.opensOperative(p.text[n:]) {
		return 0
	}
	return n
}

// marksIn lists the numbers in a text that could be marks.
func (r *recogniser) marksIn(paras []*paragraph) map[string]bool {
	marks := map[string]bool{}
	for _, c := range r.candidates(paras) {
		if c.strength >= fair {
			marks[c.mark] = true
		}
	}
	return marks
}
