package wordml

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"reprise/internal/normal"
)

// runStream writes units one by one, those that look and change alike in one
// run.
type runStream struct {
	w      *bodyWriter
	wrap   string          // the hyperlink that is open
	track  string          // in it, the insertion of somebody else that is open
	opened map[string]bool // insertions of others that have been opened before
	change Change
	author string // of the change that is open
	props  string
	inRun  bool
	inText bool
	sign   string // letters of one sign that have been put, to be written as it where all are
}

// put writes a unit with a change. A bookmark stands outside runs and changes.
func (s *runStream) put(u unit, c Change) {
	if u.loose {
		s.endChange()
		if u.parts {
			s.close()
		}
		s.surround(u)
		s.w.add(u.raw)
		return
	}
	s.open(u, c)
	if u.char == 0 {
		s.endText()
		s.w.add(u.changed(c))
		if u.note != "" {
			s.endRun() // what follows is no mark of the note
		}
		return
	}
	if !s.inText {
		s.w.add("<", textElement(c), ` xml:space="preserve">`)
		s.inText = true
	}
	s.letter(u)
}

// letter writes a character. Letters that were one sign are held back, and are that
// sign again where all of them come.
func (s *runStream) letter(u unit) {
	if u.sign == 0 || s.sign == "" && utf8.RuneCountInString(normal.Letters(u.sign)) != u.rest+1 {
		s.letters()
		writeEscaped(&s.w.out, string(u.char))
		return
	}
	if s.sign += string(u.char); u.rest == 0 && s.sign == normal.Letters(u.sign) {
		s.sign = string(u.sign)
	}
	if u.rest == 0 {
		s.letters()
	}
}

// letters writes what was held back.
func (s *runStream) letters() {
	writeEscaped(&s.w.out, s.sign)
	s.sign = ""
}

// changed is the element as it stands in a change: the typed mark of a note
// that is deleted is deleted text.
func (u unit) changed(c Change) string {
	if c != Deleted {
		return u.raw
	}
	return deletedText.Replace(u.raw)
}

var deletedText = strings.NewReplacer("<w:t>", "<w:delText>", "<w:t ", "<w:delText ", "</w:t>", "</w:delText>",
	"<w:instrText", "<w:delInstrText", "</w:instrText", "</w:delInstrText")

func textElement(c Change) string {
	if c == Deleted {
		return "w:delText"
	}
	return "w:t"
}

func (s *runStream) open(u unit, c Change) {
	s.surround(u)
	if c != s.change || c != Same && s.author != s.w.author {
		s.endChange()
		s.author = s.w.author
		if c != Same {
			s.w.add("<", changeElements[c], s.w.change(), ">")
		}
		s.change = c
	}
	if s.inRun && u.props == s.props {
		return
	}
	s.endRun()
	s.w.add("<w:r>", u.props)
	s.props, s.inRun = u.props, true
}

func (s *runStream) endText() {
	if s.inText {
		s.letters()
		s.w.add("</", textElement(s.change), ">")
		s.inText = false
	}
}

func (s *runStream) endRun() {
	s.endText()
	if s.inRun {
		s.w.add("</w:r>")
		s.inRun = false
	}
}

func (s *runStream) endChange() {
	s.endRun()
	s.w.closeChange(s.change)
	s.change = Same
}

// surround opens the link and the insertion of somebody else that a unit stands
// in. Where our words part such an insertion, both parts are that author's; the
// second takes another identifier.
func (s *runStream) surround(u unit) {
	if u.wrap != s.wrap {
		s.close()
		s.w.add(u.wrap)
		s.wrap = u.wrap
	}
	if u.track == s.track {
		return
	}
	s.endTrack()
	if s.track = u.track; u.track == "" {
		return
	}
	tag := u.track
	if s.opened[tag] {
		*s.w.ids++
		tag = identifier().ReplaceAllLiteralString(tag, `w:id="`+strconv.Itoa(*s.w.ids)+`"`)
	}
	if s.opened != nil {
		s.opened[u.track] = true
	}
	s.w.add(tag)
}

func (s *runStream) endTrack() {
	s.endChange()
	if s.track != "" {
		name, _, _ := strings.Cut(s.track, " ")
		s.w.add("</", strings.Trim(name, "<>"), ">")
		s.track = ""
	}
}

func (s *runStream) close() {
	s.endTrack()
	if s.wrap != "" {
		s.w.add("</w:hyperlink>")
		s.wrap = ""
	}
}

// looks are the properties of runs that new words take: those of the leads
// and those of the text of a paragraph.
type looks struct{ plain, italic string }

func (p *basePara) looks() looks {
	var l looks
	found := false
	for _, u := range p.units {
		u.props = untracked(u.props)
		switch {
		case u.char == 0 || u.wrap != "" || strings.Contains(u.props, "<w:vertAlign"):
		case strings.Contains(u.props, "<w:i/>"):
			if l.italic == "" {
				l.italic = u.props
			}
		case !found || u.char != ' ':
			l.plain, found = u.props, true
		}
	}
	if !found {
		l.plain = l.italic
	}
	return l
}

// marked puts the element that tracks a mark into a paragraph's properties.
func marked(properties, mark string) string {
	if mark == "" {
		return properties
	}
	if properties == "" || strings.HasSuffix(properties, "<w:pPr/>") {
		return "<w:pPr><w:rPr>" + mark + "</w:rPr></w:pPr>"
	}
	tree, err := elements(properties)
	if err != nil || len(tree.kids) != 1 {
		return properties
	}
	all := tree.kids[0]
	at := all.outer
	for _, k := range all.kids {
		switch k.name {
		case "w:rPr":
			if k.inner == k.to { // <w:rPr/>
				return properties[:k.start] + "<w:rPr>" + mark + "</w:rPr>" + properties[k.to:]
			}
			at := k.inner
			for _, other := range k.kids { // somebody's insertion stands before our deletion
				if other.name == "w:ins" || other.name == "w:moveTo" && strings.HasPrefix(mark, "<w:moveFrom") {
					at = other.to
				}
			}
			return properties[:at] + mark + properties[at:]
		case "w:sectPr", "w:pPrChange":
			at = min(at, k.start)
		}
	}
	return properties[:at] + "<w:rPr>" + mark + "</w:rPr>" + properties[at:]
}

// withoutSection takes the end of a section out of properties that are copied.
func withoutSection(properties string) string {
	tree, err := elements(properties)
	if err != nil || len(tree.kids) != 1 {
		return properties
	}
	if s := tree.kids[0].kid("w:sectPr"); s != nil {
		return properties[:s.start] + properties[s.to:]
	}
	return properties
}

// formatted gives properties the look of others, and tells of what they were
// before. Properties that tell of an earlier change stay as they are.
func formatted(properties, like, change string) string {
	before, own, told := propertiesOf(properties)
	if told {
		return properties
	}
	now, _, _ := propertiesOf(like)
	return "<w:pPr>" + now + own + "<w:pPrChange" + change + "><w:pPr>" + before + "</w:pPr></w:pPrChange></w:pPr>"
}

// propertiesOf parts a paragraph's properties into its look and what is its own
// and has no place in what was before: the look of its mark, the end of a
// section. It tells where they tell of an earlier change.
func propertiesOf(properties string) (look, own string, told bool) {
	tree, err := elements(properties)
	if err != nil || len(tree.kids) != 1 {
		return "", "", false
	}
	for _, k := range tree.kids[0].kids {
		switch k.name {
		case "w:pPrChange":
			told = true
		case "w:rPr", "w:sectPr":
			own += properties[k.start:k.to]
		default:
			look += properties[k.start:k.to]
		}
	}
	return look, own, told
}
