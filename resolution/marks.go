package resolution

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
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
	var open []string // marks of footnotes that nothing cites yet
	for _, f := range r.doc.Footnotes {
		if f.Mark != "" && !cited[f.Mark] && digits(f.Mark) == len(f.Mark) {
			open = append(open, f.Mark)
		}
	}
	if len(open) == 0 {
		return
	}
	slices.SortStableFunc(open, func(a, b string) int { return atoi(a) - atoi(b) })
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
	last := atoi(open[len(open)-1])
	for _, c := range all {
		if c.strength >= strong && atoi(c.mark) == last+1 {
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
		v := atoi(c.mark)
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
	p.notes = append(p.notes[:i:i], append([]NoteRef{{Mark: mark, At: from}}, p.notes[i:]...)...)
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
			n := digits(p.text[at:])
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

// judge tells how likely a digit run is a footnote mark.
func (r *recogniser) judge(text string, from, to int) (strength, bool) {
	if s, ok := r.likely(text, from, to); ok {
		return s, true
	}
	return faint, r.faintly(text, from, to)
}

func (r *recogniser) likely(text string, from, to int) (strength, bool) {
	if !closes(text, to) {
		return 0, false
	}
	before, size := utf8.DecodeLastRuneInString(text[:from])
	switch {
	case unicode.IsLetter(before):
		return strong, wordLetters(text[:from]) >= minWordLetters && unicode.IsLower(before)
	case strings.ContainsRune(",;:.”’)]", before):
		if before == '.' && !capitalOrEnd(text[to:]) {
			return 0, false // "para.5 of"
		}
		if r.isSure(text[:from], text[to:]) {
			return sure, true
		}
		return strong, afterWord(text[:from-size])
	case before != ' ':
		return 0, false
	}
	head := text[:from-1]
	prior, size := utf8.DecodeLastRuneInString(head)
	switch {
	case r.startsDate(text[to:]) || head == "":
		return 0, false
	case strings.ContainsRune(",;:.”’)", prior):
		return fair, afterWord(head[:len(head)-size]) && (prior != '.' || capitalOrEnd(text[to:]))
	case unicode.IsLetter(prior) && wordLetters(head) >= minWordLetters:
		return weak, !r.lex.Numbered(lastWord(head))
	}
	return 0, false
}

// isSure tells a mark that no number could be: a word, its comma or semicolon,
// the digits without a space, and a sentence that goes on in a small letter or ends.
func (r *recogniser) isSure(head, rest string) bool {
	n := len(head) - 1
	if n < 0 || head[n] != ',' && head[n] != ';' || wordLetters(head[:n]) < minWordLetters {
		return false
	}
	next := strings.TrimPrefix(rest, " ")
	return (next == "" || lowerStart(next)) && !r.startsDate(rest) && !r.lex.Numbered(lastWord(head[:n]))
}

// faintly tells what only the order of marks can tell from a number: after a
// symbol or a bracket with a number and its punctuation, before a word that a
// month follows, or glued to the word that comes next.
func (r *recogniser) faintly(text string, from, to int) bool {
	head := strings.TrimSuffix(text[:from], " ")
	spaced, rest := len(head) < from, text[to:]
	prior, size := utf8.DecodeLastRuneInString(head)
	switch {
	case !strings.ContainsRune(",;:)”’", prior):
		return false
	case lowerStart(rest): // "Parties, 8and"; "8th" is a number
		return spaced && leadingLetters(rest) >= minWordLetters
	case !closes(text, to) || r.opensDay(rest):
		return false
	case spaced && rest != "" && !lowerStart(strings.TrimPrefix(rest, " ")):
		return false
	case prior == ')' && !spaced:
		return true
	}
	word := lastWord(head[:len(head)-size])
	return strings.ContainsRune(word, '/') || spaced && afterWord(word)
}

// gluedToYear tells a run of digits that could be a year and a mark: "19721",
// "2015–203020".
func gluedToYear(text string, from, to int) bool {
	if to-from <= yearDigits || to-from > yearDigits+2 || text[from+yearDigits] == '0' || !closes(text, to) {
		return false
	}
	if c := text[from : from+2]; c != "19" && c != "20" {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	return from == 0 || strings.ContainsRune(" (–-", before)
}

const yearDigits = 4

func leadingLetters(s string) int {
	n := 0
	for _, c := range s {
		if !unicode.IsLetter(c) {
			break
		}
		n++
	}
	return n
}

func lowerStart(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// minWordLetters keeps "No.5", "L.8", "H1N1", "CO2" and the like from having marks.
const minWordLetters = 3

// closes tells whether a mark may end at an offset.
func closes(text string, at int) bool {
	if at >= len(text) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(text[at:])
	return r == ' ' || strings.ContainsRune(",;:.”’)", r) && (at+1 >= len(text) || !startsDigit(text[at+1:]))
}

func capitalOrEnd(s string) bool {
	s = strings.TrimLeft(s, " ”’)")
	r, _ := utf8.DecodeRuneInString(s)
	return s == "" || unicode.IsUpper(r) || r == '“'
}

// afterWord tells whether what stands before the punctuation is a word (or a
// bracket, or a year: "2010,3"), so that "16.4" and "1,000" are numbers.
func afterWord(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	if unicode.IsLetter(r) || strings.ContainsRune(")]”’", r) {
		return true
	}
	n := 0
	for n < len(s) && s[len(s)-1-n] >= '0' && s[len(s)-1-n] <= '9' {
		n++
	}
	return n == 4
}

// wordLetters counts the letters that end a text; 0 where a hyphen or digit
// stands before them, as in "COVID-19".
func wordLetters(s string) int {
	n := 0
	for s != "" {
		r, size := utf8.DecodeLastRuneInString(s)
		if !unicode.IsLetter(r) {
			if unicode.IsDigit(r) {
				return 0
			}
			break
		}
		n++
		s = s[:len(s)-size]
	}
	return n
}

func lastWord(s string) string {
	return s[strings.LastIndexByte(s, ' ')+1:]
}

// startsDate tells whether a number that this text follows may be part of a
// date: its month comes next, or after further days that single words join ("28
// and 29 August").
func (r *recogniser) startsDate(rest string) bool {
	return r.daysToMonth(rest) >= 0
}

// opensDay tells whether a number that this text follows is the day of a date
// for certain: no word stands between the month and the days ("9 in June").
func (r *recogniser) opensDay(rest string) bool {
	return r.daysToMonth(rest) == 0
}

// daysToMonth counts the words between a number, or the last of further days
// after it, and the month; -1 where no month comes.
func (r *recogniser) daysToMonth(rest string) int {
	joins := 0
	for w := range strings.FieldsSeq(rest) {
		w = strings.Trim(w, ",.;")
		switch {
		case r.lex.Month(w) > 0:
			return joins
		case startsDigit(w):
			if strings.Trim(w, "0123456789–-") != "" {
				return -1 // "17 56/5 of 10 July": a symbol
			}
			joins = 0
		default:
			if joins++; joins > 1 {
				return -1
			}
		}
	}
	return -1
}

// takeStars takes "*" after a word where a footnote has that mark.
func (r *recogniser) takeStars(paras []*paragraph, cited map[string]bool) {
	for _, f := range r.doc.Footnotes {
		if f.Mark == "" || strings.Trim(f.Mark, "*") != "" || cited[f.Mark] {
			continue
		}
		for _, p := range paras {
			if at := starAt(p.text, f.Mark); at >= 0 {
				p.takeMark(at, at+len(f.Mark))
				cited[f.Mark] = true
				break
			}
		}
	}
}

func starAt(text, mark string) int {
	for from := 0; from < len(text); {
		at := strings.Index(text[from:], mark)
		if at < 0 {
			return -1
		}
		at += from
		end := at + len(mark)
		if at > 0 && (end == len(text) || text[end] == ' ' || text[end] == ',') && text[at-1] != '*' {
			return at
		}
		from = end
	}
	return -1
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
		if n > 0 && i < end {
			if marks == nil {
				marks = r.marksIn(paras)
			}
			if !marks[p.text[:n]] {
				n = 0
			}
		}
		if n == 0 || r.doc.Footnote(p.text[:n]) != nil {
			rest = append(rest, p)
			continue
		}
		p.mark = p.text[:n]
		p.cut(0, n+1)
		r.addFootnote(p)
	}
	return rest
}

// looseMark is the length of the number that could open a footnote: a space
// and a capital follow; 0 for dates, meeting lines and labels.
func (r *recogniser) looseMark(p *paragraph) int {
	n := digits(p.text)
	if n == 0 || n > maxLabelDigits || n+1 >= len(p.text) || p.text[n] != ' ' || p.label != "" || p.kind != TextBlock || !capitalOrEnd(p.text[n:]) {
		return 0
	}
	if _, ok := r.lex.Line(p.text); ok || r.startsDate(p.text[n:]) {
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
