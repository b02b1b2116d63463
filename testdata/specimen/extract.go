//go:build ignore

// Command extract writes the text form of the specimen series from its
// Markdown, with the faults that text extracted from official PDFs has: hard
// line ends, words cut at a real hyphen, page heads and feet and footnotes in
// the middle of a paragraph, paragraph numbers on lines of their own before or
// after the first line, footnote digits glued on or spaced off.
//
//	cd testdata/specimen && go run extract.go
package main

import (
	"fmt"
	"log"
	"os"
	"regexp"
	"strings"
)

// style is how one printing house's PDFs come out as text.
type style struct {
	file, job string
	symbol    string
	blank     string // the line between paragraphs, or noGap
	trailing  string // at each line's end
	number    int    // where a paragraph's number stands
	markGap   string // before a footnote mark in the text
	columns   int
	lines     int // of text on a page
}

// noGap is a text without any line between paragraphs.
const noGap = "none"

const (
	numberBefore = iota // on a line of its own, before the first line
	numberAfter         // on a line of its own, after the first line
	numberInLine        // "1. Welcomes"
)

var styles = []style{
	{"A_RES_200_41", "45-31262", "A/RES/200/41", " ", " ", numberBefore, " ", 82, 30},
	{"A_RES_202_38", "47-30917", "A/RES/202/38", noGap, "", numberAfter, " ", 84, 34},
	{"A_RES_204_52", "49-28870", "A/RES/204/52", " ", " ", numberBefore, "", 80, 26},
	{"A_RES_206_47", "51-29104", "A/RES/206/47", " ", " ", numberInLine, "", 84, 32},
	{"A_RES_208_33", "53-27765", "A/RES/208/33", " ", " ", numberBefore, "", 82, 30},
	{"../specimen-fr/A_RES_200_41", "45-31264", "A/RES/200/41", " ", " ", numberBefore, "", 82, 30},
	{"../specimen-fr/A_RES_202_38", "47-30919", "A/RES/202/38", " ", "", numberInLine, " ", 84, 34},
	{"../specimen-fr/A_RES_204_52", "49-28872", "A/RES/204/52", " ", " ", numberBefore, "", 80, 26},
	{"A_RES_210_29", "55-26431", "A/RES/210/29", "", "", numberBefore, " ", 84, 36},
}

func main() {
	for _, s := range styles {
		source, err := os.ReadFile(s.file + ".md")
		if err != nil {
			log.Fatal(err)
		}
		d := read(string(source))
		save(s.file+".txt", d.extracted(s))
		if s.file == "A_RES_210_29" {
			save(s.file+".clean.txt", d.clean())
		}
	}
}

func save(name, text string) {
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		log.Fatal(err)
	}
}

// paragraph is a block of the text; marks of footnotes stand in it as \x01N\x02.
type paragraph struct {
	label, text string
	centred     bool // a heading
}

type document struct {
	organ, distribution, issued, session, agenda, agendaTitle, adopted, provenance, title string
	body                                                                                  []paragraph
	meeting                                                                               []string
	annex                                                                                 []paragraph
	notes                                                                                 map[string]string
}

var (
	link     = regexp.MustCompile(`\[([^\[\]^]+)\]\(#\)`)
	mark     = regexp.MustCompile(`<sup>(\d+)</sup>|\[\^(\d+)\]`)
	label    = regexp.MustCompile(`^(\d+)\\?\.\s+`)
	noteLine = regexp.MustCompile(`^(?:<sup>(\d+)</sup> |\[\^(\d+)\]: )(.*)$`)
	heading  = regexp.MustCompile(`^#+ `)
)

func read(source string) *document {
	d := &document{notes: map[string]string{}}
	for _, block := range strings.Split(source, "\n\n") {
		block = strings.TrimSpace(block)
		if m := noteLine.FindStringSubmatch(block); m != nil {
			d.notes[m[1]+m[2]] = m[3]
			continue
		}
		block = strings.ReplaceAll(block, "<sup>e</sup>", "e")
		plain := strings.ReplaceAll(link.ReplaceAllString(block, "$1"), "*", "")
		isHeading := heading.MatchString(plain)
		d.add(heading.ReplaceAllString(plain, ""), isHeading)
	}
	return d
}

var titleLine = regexp.MustCompile(`^\d+/\d+\. `)

// add puts a block where its wording says that it belongs.
func (d *document) add(text string, isHeading bool) {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	switch {
	case text == "" || text == "---" || text == "United Nations" || strings.HasPrefix(text, "A/RES/"):
	case text == "General Assembly" || text == "Assemblée générale":
		d.organ = text
	case strings.HasPrefix(text, "Distr."):
		d.distribution, d.issued = lines[0], lines[1]
	case strings.HasSuffix(lines[0], " session"):
		d.session = lines[0]
		if len(lines) > 1 {
			d.agenda = lines[1]
		}
	case strings.HasPrefix(text, "Agenda item"), strings.HasPrefix(text, "Point "):
		d.agenda = text
	case strings.HasPrefix(text, "Seas and shores"), strings.HasPrefix(text, "Mers et rivages"):
		d.agendaTitle = text
	case strings.HasPrefix(text, "Resolution adopted"), strings.HasPrefix(text, "Résolution adoptée"):
		d.adopted = text
	case strings.HasPrefix(text, "[on the report"), strings.HasPrefix(text, "[sur la base"):
		d.provenance = text
	case titleLine.MatchString(text):
		d.title = text
	case strings.Contains(lines[0], "plenary meeting"), strings.Contains(lines[0], "séance plénière"):
		d.meeting = lines
	default:
		d.addParagraph(text, isHeading)
	}
}

func (d *document) addParagraph(text string, isHeading bool) {
	p := paragraph{text: mark.ReplaceAllString(text, "\x01$1$2\x02"), centred: isHeading}
	if m := label.FindStringSubmatch(p.text); m != nil {
		p.label, p.text = m[1]+".", p.text[len(m[0]):]
	}
	if d.meeting != nil {
		d.annex = append(d.annex, p)
		return
	}
	d.body = append(d.body, p)
}

// printed is a paragraph as its lines come out of the PDF, with the notes that
// its lines cite.
type printedLine struct {
	text  string
	notes []string
}

func (d *document) extracted(s style) string {
	var out strings.Builder
	line := func(text string) { out.WriteString(text + s.trailing + "\n") }
	gap := func() {
		if s.blank != noGap {
			out.WriteString(s.blank + "\n")
		}
	}
	d.masthead(s, line, gap)
	for i, page := range d.pages(s) {
		if i > 0 {
			d.pageHead(s, i+1, line)
		}
		for _, l := range page {
			if l.text == "" {
				gap()
			} else {
				line(l.text)
			}
		}
		d.footnotes(page, line)
	}
	return out.String()
}

func (d *document) masthead(s style, line func(string), gap func()) {
	names, language, on := "United Nations", "E", " on "
	if d.organ == "Assemblée générale" {
		names, language, on = "Nations Unies", "F", " le "
	}
	line(names)
	line(s.symbol)
	gap()
	line(d.organ)
	line(d.distribution)
	line(d.issued)
	gap()
	line(s.job + " (" + language + ")    " + strings.ReplaceAll(s.job, "-", "")[3:] + "0")
	line("*" + strings.ReplaceAll(s.job, "-", "") + "*")
	gap()
	line(d.session)
	line(d.agenda)
	for _, l := range wrap(d.agendaTitle, 54) {
		line(l)
	}
	gap()
	adopted := strings.SplitN(d.adopted, on, 2)
	line(" " + adopted[0])
	line(strings.TrimSpace(on) + " " + adopted[1])
	gap()
	line(d.provenance)
	gap()
	line(d.title)
	gap()
}

// pages lays the text out, a page full of lines after the other.
func (d *document) pages(s style) [][]printedLine {
	var lines []printedLine
	emit := func(ps []paragraph) {
		for _, p := range ps {
			lines = append(lines, s.lay(p)...)
			lines = append(lines, printedLine{})
		}
	}
	emit(d.body)
	lines = lines[:len(lines)-1] // the meeting line stands right under the last paragraph
	for _, m := range d.meeting {
		lines = append(lines, printedLine{text: m})
	}
	lines = append(lines, printedLine{})
	emit(d.annex)
	var pages [][]printedLine
	for len(lines) > s.lines {
		pages, lines = append(pages, lines[:s.lines]), lines[s.lines:]
	}
	return append(pages, lines)
}

func (s style) lay(p paragraph) []printedLine {
	if p.label != "" && s.number == numberInLine {
		p.text = p.label + " " + p.text
	}
	var out []printedLine
	for _, l := range wrap(p.text, s.columns) {
		out = append(out, s.cite(l))
	}
	if p.label != "" && s.number == numberBefore {
		out = append([]printedLine{{text: p.label}}, out...)
	}
	if p.label != "" && s.number == numberAfter {
		out = append(out[:1], append([]printedLine{{text: p.label}}, out[1:]...)...)
	}
	return out
}

var cited = regexp.MustCompile("\x01(\\d+)\x02")

func (s style) cite(line string) printedLine {
	l := printedLine{text: cited.ReplaceAllString(line, s.markGap+"$1")}
	for _, m := range cited.FindAllStringSubmatch(line, -1) {
		l.notes = append(l.notes, m[1])
	}
	return l
}

func (d *document) pageHead(s style, page int, line func(string)) {
	line("")
	line(s.symbol)
	line(strings.SplitN(d.title, ". ", 2)[1])
	line("")
	line(s.job)
	line(fmt.Sprintf("%d/%d", page, len(d.pages(s))))
	line("")
}

func (d *document) footnotes(page []printedLine, line func(string)) {
	first := true
	for _, l := range page {
		for _, n := range l.notes {
			if first {
				line("__________________")
				first = false
			}
			line("")
			line(n + "  " + d.notes[n])
		}
	}
}

// clean is the text as other projects hand it on: a paragraph a line, without
// page furniture and footnotes.
func (d *document) clean() string {
	blocks := []string{d.adopted, d.provenance, d.title}
	emit := func(ps []paragraph) {
		for _, p := range ps {
			blocks = append(blocks, strings.TrimSpace(p.label+" "+cited.ReplaceAllString(p.text, "")))
		}
	}
	emit(d.body)
	blocks = append(blocks, d.meeting...)
	emit(d.annex)
	return strings.Join(blocks, "\n\n") + "\n"
}

// wrap breaks a text into lines at spaces, and after the hyphen of a word.
func wrap(text string, columns int) []string {
	var lines []string
	current := ""
	for _, word := range strings.FieldsFunc(strings.ReplaceAll(text, "-", "-\x00"), func(r rune) bool { return r == ' ' || r == '\n' }) {
		for i, piece := range strings.Split(word, "\x00") {
			space := " "
			if i > 0 || current == "" {
				space = ""
			}
			if current != "" && len([]rune(current+space+piece)) > columns {
				lines, current, space = append(lines, current), "", ""
			}
			current += space + piece
		}
	}
	return append(lines, current)
}
