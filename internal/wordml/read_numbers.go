package wordml

import (
	"strconv"
	"strings"

	"reprise/internal/zipxml"
)

// numbering counts the numbers of lists as Word does.
type numbering struct {
	styles   *styles
	lists    map[string]*list // by numId
	abstract map[string]*abstractList
}

// list is a use of an abstract list; its levels may start anew or differ.
type list struct {
	of        *abstractList
	overrides map[int]*zipxml.Node
	started   map[int]bool
}

type abstractList struct {
	levels map[int]*level
	counts [maxLevels]int
	used   [maxLevels]bool
}

// level is one level of a list as its number is written.
type level struct {
	start   int
	format  string
	text    string // with %1 for the number of the first level and so on
	restart int    // the level whose number starts this one anew; -1 for any higher one
	legal   bool   // all numbers in digits
	style   string // the paragraph style that stands for this level
}

const maxLevels = 9

func newNumbering(root *zipxml.Node, s *styles) *numbering {
	n := &numbering{styles: s, lists: map[string]*list{}, abstract: map[string]*abstractList{}}
	links := map[string]string{} // style link -> abstract list
	for _, a := range kidsOf(root, "abstractNum") {
		n.abstract[a.Attr("abstractNumId")] = newAbstract(a)
		if link := a.Kid("styleLink").Attr("val"); link != "" {
			links[link] = a.Attr("abstractNumId")
		}
	}
	for _, a := range kidsOf(root, "abstractNum") {
		if id, ok := links[a.Kid("numStyleLink").Attr("val")]; ok {
			n.abstract[a.Attr("abstractNumId")] = n.abstract[id]
		}
	}
	for _, node := range kidsOf(root, "num") {
		of := n.abstract[node.Kid("abstractNumId").Attr("val")]
		if of == nil {
			continue
		}
		l := &list{of: of, overrides: map[int]*zipxml.Node{}, started: map[int]bool{}}
		for _, o := range kidsOf(node, "lvlOverride") {
			l.overrides[number(o.Attr("ilvl"), 0)] = o
		}
		n.lists[node.Attr("numId")] = l
	}
	return n
}

func newAbstract(a *zipxml.Node) *abstractList {
	out := &abstractList{levels: map[int]*level{}}
	for _, n := range kidsOf(a, "lvl") {
		out.levels[number(n.Attr("ilvl"), 0)] = newLevel(n)
	}
	return out
}

func newLevel(n *zipxml.Node) *level {
	return &level{
		start:   number(n.Kid("start").Attr("val"), 1),
		format:  n.Kid("numFmt").Attr("val"),
		text:    n.Kid("lvlText").Attr("val"),
		restart: number(n.Kid("lvlRestart").Attr("val"), -1),
		legal:   on(n.Kid("isLgl")),
		style:   n.Kid("pStyle").Attr("val"),
	}
}

// next counts a paragraph and gives its number as printed, with its level
// from 1; "" and 0 for a paragraph that is in no list.
func (n *numbering) next(props *zipxml.Node, style string) (string, int) {
	l, at := n.find(props, style)
	if l == nil || at < 0 || at >= maxLevels || l.of.levels[at] == nil && l.overrides[at].Kid("lvl") == nil {
		return "", 0
	}
	n.count(l, at)
	return l.label(at), at + 1
}

// find gives the list and level of a paragraph, by its own properties or its
// style's.
func (n *numbering) find(props *zipxml.Node, style string) (*list, int) {
	own := props.Kid("numPr")
	from := own
	if own.Kid("numId") == nil {
		if style == "" {
			style = n.styles.defaultPar
		}
		from = n.styles.par(style, "numPr")
	}
	l := n.lists[from.Kid("numId").Attr("val")]
	if l == nil {
		return nil, 0
	}
	for _, p := range []*zipxml.Node{own.Kid("ilvl"), from.Kid("ilvl")} {
		if p != nil {
			return l, number(p.Attr("val"), -1)
		}
	}
	for i := range maxLevels {
		if lv := l.of.levels[i]; lv != nil && lv.style != "" && lv.style == style {
			return l, i
		}
	}
	return l, 0
}

// count adds one at a level and starts the levels below anew.
func (n *numbering) count(l *list, at int) {
	a := l.of
	over := l.overrides[at].Kid("startOverride")
	switch {
	case over != nil && !l.started[at]:
		a.counts[at] = number(over.Attr("val"), 1)
	case !a.used[at]:
		a.counts[at] = l.level(at).start
	default:
		a.counts[at]++
	}
	l.started[at], a.used[at] = true, true
	for i := at + 1; i < maxLevels; i++ {
		lv := l.level(i)
		if lv.restart == 0 || lv.restart > 0 && at >= lv.restart {
			continue
		}
		a.used[i] = false
	}
	for i := range at { // levels that were jumped over count from their start
		if !a.used[i] {
			a.counts[i], a.used[i] = l.level(i).start, true
		}
	}
}

func (l *list) level(at int) *level {
	if o := l.overrides[at].Kid("lvl"); o != nil {
		return newLevel(o)
	}
	if lv := l.of.levels[at]; lv != nil {
		return lv
	}
	return &level{start: 1, restart: -1}
}

// label writes the number of a level with what stands around it.
func (l *list) label(at int) string {
	lv := l.level(at)
	if lv.format == "bullet" {
		return bullet(lv.text)
	}
	if lv.format == "none" {
		return ""
	}
	var b strings.Builder
	for i := 0; i < len(lv.text); i++ {
		if lv.text[i] != '%' || i+1 >= len(lv.text) || lv.text[i+1] < '1' || lv.text[i+1] > '9' {
			b.WriteByte(lv.text[i])
			continue
		}
		of := int(lv.text[i+1] - '1')
		format := l.level(of).format
		if lv.legal && of != at {
			format = "decimal"
		}
		b.WriteString(FormatNumber(l.of.counts[of], format))
		i++
	}
	return strings.TrimSpace(b.String())
}

// bullet shows the characters of symbol fonts as what they look like.
func bullet(text string) string {
	for _, r := range text {
		if r >= 0xE000 && r <= 0xF8FF {
			return "•"
		}
	}
	return strings.TrimSpace(text)
}

// FormatNumber writes a number in one of Word's formats; "" and formats of other
// scripts give digits.
func FormatNumber(n int, format string) string {
	switch format {
	case "lowerLetter":
		return letters(n, 'a')
	case "upperLetter":
		return letters(n, 'A')
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperRoman":
		return roman(n)
	case "decimalZero":
		if n >= 0 && n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "none":
		return ""
	case "chicago":
		return stars(n)
	}
	return strconv.Itoa(n)
}

// letters counts a, b ... z, aa, bb, as Word does.
func letters(n int, first rune) string {
	if n < 1 || n > 26*20 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(first+rune((n-1)%26)), (n-1)/26+1)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	values := []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	signs := []string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}
	var b strings.Builder
	for i, v := range values {
		for ; n >= v; n -= v {
			b.WriteString(signs[i])
		}
	}
	return b.String()
}

// stars are the marks of the Chicago manual: *, †, ‡, §, then doubled.
func stars(n int) string {
	signs := []string{"*", "†", "‡", "§"}
	if n < 1 || n > 40 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(signs[(n-1)%len(signs)], (n-1)/len(signs)+1)
}

// noteCounter numbers footnotes and endnotes as they are cited.
type noteCounter struct {
	foot, end         map[string]*zipxml.Node // by id
	footForm, endForm string
	feet, ends        int
	cited             []citedNote
	marks             map[*zipxml.Node]string
}

type citedNote struct {
	mark string
	node *zipxml.Node
}

func newNoteCounter(foot, end, settings *zipxml.Node) *noteCounter {
	return &noteCounter{
		foot: byID(foot, "footnote"), end: byID(end, "endnote"),
		feet:     number(settings.Kid("footnotePr", "numStart").Attr("val"), 1) - 1,
		ends:     number(settings.Kid("endnotePr", "numStart").Attr("val"), 1) - 1,
		footForm: settings.Kid("footnotePr", "numFmt").Attr("val"),
		endForm:  otherwise(settings.Kid("endnotePr", "numFmt").Attr("val"), "lowerRoman"),
		marks:    map[*zipxml.Node]string{},
	}
}

func otherwise(s, instead string) string {
	if s == "" {
		return instead
	}
	return s
}

func byID(root *zipxml.Node, name string) map[string]*zipxml.Node {
	out := map[string]*zipxml.Node{}
	for _, n := range kidsOf(root, name) {
		out[n.Attr("id")] = n
	}
	return out
}

// hasOwnMark tells whether a citation's mark is written out behind it.
func hasOwnMark(ref *zipxml.Node) bool { return on(kidAttr(ref, "customMarkFollows")) }

// cite gives the mark of a note where a run cites it: its own, which follows in
// the same run, or the next number.
func (c *noteCounter) cite(ref, run *zipxml.Node) string {
	notes, form, count := c.foot, c.footForm, &c.feet
	if ref.Name == "endnoteReference" {
		notes, form, count = c.end, c.endForm, &c.ends
	}
	node := notes[ref.Attr("id")]
	if mark, again := c.marks[node]; again && node != nil {
		return mark
	}
	var mark string
	if hasOwnMark(ref) {
		mark = strings.TrimSpace(run.Kid("t").AllText() + run.Kid("sym").Attr("char"))
	} else {
		*count++
		mark = FormatNumber(*count, form)
	}
	if node != nil {
		c.marks[node] = mark
		c.cited = append(c.cited, citedNote{mark, node})
	}
	return mark
}
