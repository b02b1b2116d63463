package wordml

import (
	"cmp"
	"maps"
	"math"
	"regexp"
	"reprise/internal/pattern"
	"slices"
	"strconv"
	"strings"
)

// newNote stands for the identifier of a note that the file did not have.
const newNote = "new"

// addNote adds a footnote and gives the reference to it. Its identifier follows
// the last of the file's, its look is that of the file's first note.
func (w *baseWriter) addNote(r Run) string {
	n := bodyWriter{ids: w.body.ids, stamp: w.body.stamp, date: w.body.date}
	w.base.lastNote++
	id := strconv.Itoa(w.base.lastNote)
	note := w.d.Notes[r.Note-1]
	n.add(`<w:footnote w:id="`, id, `"><w:p>`, w.base.noteLook())
	n.noteMark(note.Mark)
	n.runs(note.Runs)
	n.add("</w:p></w:footnote>")
	w.notes[id] = n.out.String()
	if r.Mark == "" {
		return `<w:footnoteReference w:id="` + id + `"/>`
	}
	var mark strings.Builder
	writeEscaped(&mark, r.Mark)
	return `<w:footnoteReference w:customMarkFollows="1" w:id="` + id + `"/><w:t>` + mark.String() + `</w:t>`
}

// note tracks the changes inside a footnote of the file.
func (w *baseWriter) note(id string, runs []Run) error {
	text := w.base.parts[footnotesPart]
	root, err := elements(text)
	if err != nil || len(root.kids) != 1 {
		return refused("its footnotes cannot be read", "in "+footnotesPart, "open it in Word and save it")
	}
	for _, e := range root.kids[0].kids {
		if identifier().FindStringSubmatch(text[e.start:e.inner]) == nil || identifier().FindStringSubmatch(text[e.start:e.inner])[1] != id {
			continue
		}
		p := e.kid("w:p")
		if p == nil || len(e.kids) != 1 {
			return refused("a footnote that changes has several paragraphs", "footnote “"+beginOf(strings.Join(texts(text[e.start:e.to]), ""))+"”", "")
		}
		return w.noteEdits(id, text[e.start:e.inner], w.base.paragraph(footnotesPart, p), runs)
	}
	return refused("a footnote that changes was not found", "in "+footnotesPart, "")
}

func (w *baseWriter) noteEdits(id, open string, p *basePara, runs []Run) error {
	old := &oldParagraph{}
	old.add(w.d, Paragraph{Runs: runs})
	if !old.matches(p) {
		return refused("a footnote that changes does not stand in it as it was read", "footnote “"+beginOf(string(old.want))+"”", "")
	}
	n := bodyWriter{ids: w.body.ids, stamp: w.body.stamp, date: w.body.date}
	n.add(open, p.open, p.properties)
	s := runStream{w: &n, opened: map[string]bool{}}
	if err := w.runs(&s, Paragraph{Runs: runs}, old); err != nil {
		return err
	}
	for ; old.put < len(p.units); old.put++ {
		s.put(p.units[old.put], Same)
	}
	s.close()
	n.add("</w:p></w:footnote>")
	w.notes[id] = n.out.String()
	return nil
}

// addNotes writes the footnotes, those that changed and those that come among
// them, in the order in which the document cites them, and numbers them so:
// LibreOffice takes them by their place, which it works out from the identifiers
// as if none were out of order. The separators stay first.
func (w *baseWriter) addNotes(parts map[string]string) error {
	if len(w.notes) == 0 {
		return nil
	}
	text := w.base.parts[footnotesPart]
	if text == "" {
		return refused("a footnote comes into a file without footnotes", "", "put any footnote into it in Word, and take it out again")
	}
	root, err := elements(text)
	if err != nil || len(root.kids) != 1 || len(root.kids[0].kids) == 0 {
		return refused("its footnotes cannot be read", "in "+footnotesPart, "open it in Word and save it")
	}
	list := w.noteList(text, root.kids[0])
	rank := citations(parts[documentPart])
	slices.SortStableFunc(list, func(a, b placedNote) int { return cmp.Compare(a.rank(rank), b.rank(rank)) })
	numbers := renumbered(list)
	var b strings.Builder
	b.WriteString(text[:root.kids[0].kids[0].start])
	for _, n := range list {
		if n.id != "" {
			n.text = withNumber(n.text, noteStart(), numbers)
		}
		b.WriteString(n.text)
	}
	parts[footnotesPart] = b.String() + text[root.kids[0].outer:]
	parts[documentPart] = withNumber(parts[documentPart], citation(), numbers)
	return nil
}

// renumbered gives the notes' numbers in their order, from the lowest that is
// in use.
func renumbered(list []placedNote) map[string]string {
	first := math.MaxInt
	for _, n := range list {
		if id, err := strconv.Atoi(n.id); err == nil {
			first = min(first, id)
		}
	}
	numbers := map[string]string{}
	for _, n := range list {
		if n.id != "" {
			numbers[n.id] = strconv.Itoa(first + len(numbers))
		}
	}
	return numbers
}

// withNumber puts the new identifiers into elements that a pattern finds, of
// which it takes what stands before the identifier and the identifier.
func withNumber(text string, pattern *regexp.Regexp, numbers map[string]string) string {
	return pattern.ReplaceAllStringFunc(text, func(found string) string {
		m := pattern.FindStringSubmatch(found)
		if number, ok := numbers[m[2]]; ok {
			return m[1] + number + `"`
		}
		return found
	})
}

// placedNote is the element of a footnote with what stands behind it.
type placedNote struct{ id, text string }

// rank is the place of a note: separators first, notes that nothing cites last.
func (n placedNote) rank(cited map[string]int) int {
	if n.id == "" {
		return -1
	}
	if at, ok := cited[n.id]; ok {
		return at
	}
	return math.MaxInt
}

// noteList is the file's notes with their changes, then those that come.
func (w *baseWriter) noteList(text string, notes *element) []placedNote {
	var list []placedNote
	had := map[string]bool{}
	for i, e := range notes.kids {
		open, next := text[e.start:e.inner], notes.outer
		if i+1 < len(notes.kids) {
			next = notes.kids[i+1].start
		}
		n := placedNote{text: text[e.start:next]}
		if m := identifier().FindStringSubmatch(open); m != nil && !strings.Contains(open, "w:type=") {
			n.id, had[m[1]] = m[1], true
			if changed := w.notes[n.id]; changed != "" {
				n.text = changed + text[e.to:next]
			}
		}
		list = append(list, n)
	}
	for _, id := range slices.Sorted(maps.Keys(w.notes)) {
		if !had[id] {
			list = append(list, placedNote{id, w.notes[id]})
		}
	}
	return list
}

var (
	citation  = pattern.Lazy(`(<w:footnoteReference\b[^>]*\bw:id=")(\d+)"`)
	noteStart = pattern.Lazy(`(<w:footnote\b[^>]*\bw:id=")(\d+)"`)
)

// citations gives the places of the first references to notes, counted from zero.
func citations(document string) map[string]int {
	at := map[string]int{}
	for _, m := range citation().FindAllStringSubmatch(document, -1) {
		if _, ok := at[m[2]]; !ok {
			at[m[2]] = len(at)
		}
	}
	return at
}

var ordinaryNote = pattern.Lazy(`(?s)<w:footnote\b([^>]*)>\s*<w:p\b[^>]*>(<w:pPr>.*?</w:pPr>)?`)

// noteLook is the properties of the paragraph of the file's first note.
func (b *base) noteLook() string {
	for _, m := range ordinaryNote().FindAllStringSubmatch(b.parts[footnotesPart], -1) {
		if !strings.Contains(m[1], "w:type=") {
			return m[2]
		}
	}
	return ""
}
