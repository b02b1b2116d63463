package lines

import (
	"reprise/resolution/recognise"
	"strings"
	"unicode"
	"unicode/utf8"
)

// markFurniture finds page heads and feet: job numbers, bar codes, page
// numbers, the symbol repeated, and the title beside them.
func (a *assembly) markFurniture() {
	front := a.frontText()
	seen := map[string]bool{}
	for i := range a.lines {
		l := &a.lines[i]
		switch {
		case a.withinParagraph(i):
			seen[l.text] = seen[l.text] || isSymbol(l.text)
		case isJobNumber(l.text), isBarCode(l.text), isPageNumber(l.text) && !a.numbersText(i), isFieldCode(l.text):
			l.furniture = true
		case isComment(l.text), l.isForm && l.form.Role == "furniture":
			l.furniture = true
		case isSymbol(l.text):
			l.furniture = seen[l.text] && i >= a.body && a.body > 0
			seen[l.text] = true
		}
	}
	if a.body == 0 {
		return
	}
	a.markSpecks()
	a.markHeads()
	for i := range a.lines {
		if a.lines[i].furniture && i >= a.body {
			a.spread(i, -1, front)
			a.spread(i, 1, front)
		}
	}
	a.pages()
}

// withinParagraph tells whether a line that could be a page number, a job number
// or a symbol is a piece of a wrapped paragraph: in the body, with no gap and no
// other such line around it, after a line that goes on and before one that opens
// with a small letter. Page numbers come more than once: a number of as many pages
// that stands elsewhere too is one.
func (a *assembly) withinParagraph(i int) bool {
	if i == 0 || i < a.body || i+1 >= len(a.lines) {
		return false
	}
	before, l, after := &a.lines[i-1], &a.lines[i], &a.lines[i+1]
	return !l.gap && !after.gap && before.page == after.page && lowerStart(after.text) && !EndsParagraph(before.text) &&
		!isPageFurniture(before.text) && !isPageFurniture(after.text) && !a.comesAgain(i)
}

func isPageFurniture(s string) bool {
	return isJobNumber(s) || isBarCode(s) || isPageNumber(s) || isFieldCode(s) || isComment(s) || isSymbol(s)
}

// comesAgain tells whether a line numbers a page and others do too ("2/3" where
// "3/3" stands), or is a symbol that stands alone on several pages.
func (a *assembly) comesAgain(i int) bool {
	if a.numbered == nil {
		a.numbered, a.symbols = map[string]int{}, map[string]int{}
		for _, l := range a.lines {
			switch {
			case isPageNumber(l.text):
				a.numbered[pagesOf(l.text)]++
			case isSymbol(l.text):
				a.symbols[l.text]++
			}
		}
	}
	text := a.lines[i].text
	return a.symbols[text] > headAndOne || isPageNumber(text) && a.numbered[pagesOf(text)] > 1
}

// headAndOne is how often a symbol stands alone on a line that is no page head:
// in the masthead, and where a line happens to break around it.
const headAndOne = 2

// pagesOf is the 3 of "2/3".
func pagesOf(number string) string {
	_, pages, _ := strings.Cut(number, "/")
	return pages
}

// numbersText tells whether "15/5" is the resolution's number, no page's: it
// stands in the masthead below the line that says who adopted it.
func (a *assembly) numbersText(i int) bool {
	return i > 0 && i < a.body && a.lines[i-1].isForm && a.lines[i-1].form.Role == "adopted"
}

// markSpecks takes a page number that stands alone in the masthead or after
// the last line.
func (a *assembly) markSpecks() {
	for i := range a.lines {
		l, last := &a.lines[i], i == len(a.lines)-1
		if (i < a.body || last) && l.gap && isSmall(l.text) && (last || a.lines[i+1].gap) {
			l.furniture = true
		}
	}
}

// markHeads takes the page heads of a text whose pages are marked by comments:
// of the lines right behind a mark, those with a page number, and those that
// stand behind another too, their numbers aside.
func (a *assembly) markHeads() {
	said := map[string][]int{}
	for i := range a.lines {
		if !isComment(a.lines[i].text) {
			continue
		}
		for j := i + 1; j < len(a.lines) && j <= i+maxMarkedHead; j++ {
			text := a.lines[j].text
			if j >= a.body && hasPageNumber(text) {
				a.lines[j].furniture = true
			}
			if j >= a.body && !a.opensParagraph(text) && !EndsParagraph(text) {
				key := strings.Map(withoutDigits, squeeze(text))
				said[key] = append(said[key], j)
			}
		}
	}
	for _, at := range said {
		for _, j := range at {
			a.lines[j].furniture = a.lines[j].furniture || len(at) > 1
		}
	}
}

// maxMarkedHead is the most lines of a page head behind a page mark: the number
// and the title.
const maxMarkedHead = 2

// hasPageNumber tells "12", "12 Resolutions on lamps", "VI. Resolutions on lamps
// 13": a number alone, or before or behind a short line that opens with a capital.
func hasPageNumber(text string) bool {
	text = strings.Join(strings.Fields(text), " ") // heads are set wide
	first, rest, _ := strings.Cut(text, " ")
	switch {
	case isSmall(text):
		return true
	case len(text) > maxFormLine || lowerStart(text):
		return false
	case isSmall(first):
		r, _ := utf8.DecodeRuneInString(rest)
		return unicode.IsUpper(r) && !EndsParagraph(rest)
	}
	return isSmall(text[strings.LastIndexByte(text, ' ')+1:]) && !EndsParagraph(text) && !strings.HasSuffix(first, ")") && first[0] > '9'
}

func withoutDigits(r rune) rune {
	if r >= '0' && r <= '9' {
		return -1
	}
	return r
}

// opensParagraph tells whether a label or a lead opens a line, or a table's edge.
func (a *assembly) opensParagraph(text string) bool {
	label, _ := recognise.SplitLabel(text)
	return label != "" || a.lead(text) || strings.HasPrefix(text, "|")
}

// isComment tells a comment of markup on a line of its own, as extraction puts
// between pages: "<!-- Page 2 -->".
func isComment(s string) bool {
	return strings.HasPrefix(s, "<!--") && strings.HasSuffix(s, "-->")
}

// markedPage is the page that a comment says begins; 0 for any other line.
func markedPage(s string) int {
	if !isComment(s) {
		return 0
	}
	at := strings.IndexAny(s, "0123456789")
	if at < 0 {
		return 0
	}
	n := 0
	for at < len(s) && s[at] >= '0' && s[at] <= '9' && n < maxPages {
		n = n*10 + int(s[at]-'0')
		at++
	}
	return n
}

// maxPages is more pages than any text has.
const maxPages = 10000

// maxHeadLines is the most lines of a title in a page head.
const maxHeadLines = 4

// spread takes lines beside furniture that are the title, or nothing but a
// page number or specks.
func (a *assembly) spread(i, step int, front string) {
	for j, n := i+step, 0; j >= a.body && j < len(a.lines) && n < maxHeadLines; j, n = j+step, n+1 {
		l := &a.lines[j]
		if l.isForm && closing(l.form.Role) || l.furniture || !isSpeck(l.text) && !strings.Contains(front, squeeze(l.text)) {
			return
		}
		if isSpeck(l.text) && !l.gap && step < 0 || labelOnly(l.text) {
			return
		}
		if strings.IndexByte(",;:.", l.text[len(l.text)-1]) >= 0 {
			return // "resolution;" ends a paragraph at a page's top, though the title line has the word
		}
		l.furniture = true
	}
}

// frontText is all that stands before the enacting formula, to know the title
// again.
func (a *assembly) frontText() string {
	var b strings.Builder
	for _, l := range a.lines[:a.body] {
		b.WriteString(squeeze(l.text))
	}
	return b.String()
}

// squeeze leaves letters and digits, in lower case.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// isJobNumber tells "18-21262", "18-21262 (E) 171218", "GE.21-14089(E)".
func isJobNumber(s string) bool {
	s = strings.TrimPrefix(s, "GE.")
	s = strings.TrimPrefix(s, "N")
	if len(s) < 8 || !twoDigits(s) || s[2] != '-' {
		return false
	}
	n := 3
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n < 7 || n > 9 {
		return false
	}
	rest := strings.TrimSpace(s[n:])
	if rest == "" {
		return true
	}
	if !strings.HasPrefix(rest, "(") || len(rest) > 24 {
		return false
	}
	return !strings.ContainsFunc(rest[2:], func(r rune) bool { return unicode.IsLower(r) })
}

func twoDigits(s string) bool {
	return s[0] >= '0' && s[0] <= '9' && s[1] >= '0' && s[1] <= '9'
}

// isBarCode tells "*1821262*".
func isBarCode(s string) bool {
	return len(s) > 5 && s[0] == '*' && s[len(s)-1] == '*' && strings.IndexByte(s, ' ') < 0
}

// isPageNumber tells "2/5".
func isPageNumber(s string) bool {
	before, after, ok := strings.Cut(s, "/")
	return ok && isSmall(before) && isSmall(after)
}

func isSmall(s string) bool {
	return s != "" && len(s) <= 3 && strings.Trim(s, "0123456789") == ""
}

// isFieldCode tells "0F": what some extractors leave of a footnote's field.
func isFieldCode(s string) bool {
	return len(s) >= 2 && len(s) <= 3 && s[len(s)-1] == 'F' && isSmall(s[:len(s)-1])
}

// isSpeck tells a line of one to three characters without a word.
func isSpeck(s string) bool {
	return len(s) <= 6 && !strings.ContainsFunc(s, unicode.IsLetter)
}

// pages numbers the pages by their printed numbers ("2/5").
func (a *assembly) pages() {
	for i := range a.lines {
		l := &a.lines[i]
		if !l.furniture || !isPageNumber(l.text) {
			continue
		}
		before, _, _ := strings.Cut(l.text, "/")
		page := 0
		for _, c := range before {
			page = page*10 + int(c-'0')
		}
		head := i
		for head > 0 && a.lines[head-1].furniture {
			head--
		}
		for j := head; j < len(a.lines); j++ {
			a.lines[j].page = max(a.lines[j].page, page)
		}
	}
}
