package recognise

import (
	"cmp"
	"reprise/internal/numeral"
	"reprise/resolution"
	"slices"
	"strings"
	"unicode"
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
	places := placesOf(all)
	found := make([]int, len(open)) // index in all, plus 1
	next := 0
	for m, mark := range open {
		if missed(open, found, m) {
			continue
		}
		if at := places.first(mark, fair, next, len(all)); at >= 0 {
			next = at + 1
			found[m] = next
		}
	}
	places.between(open, found, weak)
	places.between(open, found, faint)
	var chosen []candidate
	for _, f := range found {
		if f > 0 {
			chosen = append(chosen, all[f-1])
		}
	}
	return again(all, beyond(all, open, chosen))
}

// missed tells a mark that was not found a moment ago: it is not looked for again, for
// a text may have one mark thousands of times.
func missed(open []string, found []int, m int) bool {
	return m > 0 && open[m-1] == open[m] && found[m-1] == 0
}

// places are candidates, and where those of each mark are among them.
type places struct {
	all []candidate
	of  map[string][]int
}

func placesOf(all []candidate) places {
	p := places{all, map[string][]int{}}
	for i, c := range all {
		p.of[c.mark] = append(p.of[c.mark], i)
	}
	return p
}

// first finds the first candidate of a mark, from low on and before high, that is
// strong enough; -1 for none.
func (p places) first(mark string, least strength, low, high int) int {
	of := p.of[mark]
	i, _ := slices.BinarySearch(of, low)
	for ; i < len(of) && of[i] < high; i++ {
		if p.all[of[i]].strength >= least {
			return of[i]
		}
	}
	return -1
}

// between finds the marks that are still missing among the candidates between
// their neighbours. A faint one must follow the mark just before it and be the
// only one there.
func (p places) between(open []string, found []int, least strength) {
	highs := make([]int, len(open)) // where the next mark that is found stands
	high := len(p.all)
	for m := len(open) - 1; m >= 0; m-- {
		if highs[m] = high; found[m] > 0 {
			high = found[m] - 1
		}
	}
	low := 0
	for m, mark := range open {
		if found[m] > 0 {
			low = found[m]
			continue
		}
		if least == faint && m > 0 && found[m-1] == 0 || missed(open, found, m) {
			continue
		}
		at := p.first(mark, least, low, highs[m])
		if at < 0 || least == faint && p.first(mark, least, at+1, highs[m]) >= 0 {
			continue
		}
		low = at + 1
		found[m] = low
	}
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

// take cuts the chosen marks out.
func take(paras []*paragraph, chosen []candidate) {
	chosen = slices.Clone(chosen)
	slices.SortStableFunc(chosen, func(a, b candidate) int { return cmp.Or(a.para-b.para, a.from-b.from) })
	chosen = slices.CompactFunc(chosen, func(a, b candidate) bool { return a.para == b.para && a.from == b.from })
	for len(chosen) > 0 {
		para := chosen[0].para
		var marks []span
		for len(chosen) > 0 && chosen[0].para == para {
			marks = append(marks, span{chosen[0].from, chosen[0].to, chosen[0].to})
			chosen = chosen[1:]
		}
		paras[para].takeMarks(marks)
	}
}

// span is a mark in a text, and what goes with it: "12" and its stroke.
type span struct{ from, to, end int }

// takeMarks cuts marks, in order, and the space before each, and notes their places.
// All are cut in one go: a text may have thousands.
func (p *paragraph) takeMarks(marks []span) {
	var text strings.Builder
	var noted []resolution.NoteRef
	kept, gone, italic, old := 0, 0, p.italic, 0
	for _, m := range marks {
		from, place := m.from, m.from
		if m.from > 0 && p.text[m.from-1] == ' ' {
			place--
			if !lowerStart(p.text[m.end:]) { // but "Parties, 8and": the space is the word's
				from--
			}
		}
		from = max(from, kept)
		text.WriteString(p.text[kept:from])
		for ; old < len(p.notes) && (p.notes[old].At < place || p.notes[old].At < from); old++ {
			noted = append(noted, resolution.NoteRef{Mark: p.notes[old].Mark, At: p.notes[old].At - gone})
		}
		noted = append(noted, resolution.NoteRef{Mark: p.text[m.from:m.to], At: max(place-gone, 0)})
		for ; old < len(p.notes) && p.notes[old].At <= m.end; old++ {
			noted = append(noted, resolution.NoteRef{Mark: p.notes[old].Mark, At: moved(p.notes[old].At, from, m.end) - gone})
		}
		italic -= max(0, min(p.italic, m.end)-from)
		gone += m.end - from
		kept = m.end
	}
	text.WriteString(p.text[kept:])
	for ; old < len(p.notes); old++ {
		noted = append(noted, resolution.NoteRef{Mark: p.notes[old].Mark, At: p.notes[old].At - gone})
	}
	p.text, p.notes, p.italic = text.String(), noted, italic
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
			if at > 0 && n <= maxLabelDigits && !inSymbol(p.text, at) {
				if s, ok := r.judge(p.text, at, at+n); ok {
					all = append(all, candidate{para: para, from: at, to: at + n, mark: p.text[at : at+n], strength: s})
				}
			}
			at += n - 1
		}
	}
	return all
}

// inSymbol tells the number of a part of a document's symbol: "A/200/L.5/Rev.1".
func inSymbol(text string, at int) bool {
	before, dot := strings.CutSuffix(text[:at], ".")
	letters := strings.TrimRightFunc(before, unicode.IsLetter)
	return dot && len(letters) < len(before) && strings.HasSuffix(letters, "/")
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
		if n == 0 || r.noted[strings.TrimSuffix(p.text[:n], "/")] {
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
