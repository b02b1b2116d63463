package wordml

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"io"
	"path"
	"regexp"
	"reprise/internal/imprint"
	"reprise/internal/normal"
	"reprise/internal/pattern"
	"reprise/internal/zipxml"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// base is the Word file of the old text. Its paragraphs are known by where
// their bytes stand, so that what does not change stays as it is.
type base struct {
	zip    *zip.Reader
	parts  map[string]string // the parts in XML that may be changed
	order  []string          // those that hold paragraphs, in reading order
	paras  []*basePara
	nextID int // the highest identifier in the file

	lastNote int // the highest identifier of a footnote

	leave     map[string]bool // entries that are not copied
	rewritten map[string]bool // parts that clean has changed
	taken     []Taken
}

// basePara is a paragraph of the file.
type basePara struct {
	part       string
	start, end int    // of its bytes in the part
	open       string // its start tag
	properties string // its w:pPr, "" for none
	units      []unit
	odd        string          // what in it is more than text in runs, so that it cannot be rebuilt; "" for nothing
	last       bool            // of its cell or body: its mark must stay
	joined     bool            // of several, whose marks somebody deleted
	marks      string          // the properties with its last mark
	opened     map[string]bool // insertions of others that have been written
}

// unit is the smallest piece of a paragraph that an edit can take: a
// character, or an element that is none.
type unit struct {
	char  rune   // 0 for an element
	made  rune   // what reading makes of it; 0 for nothing
	sign  rune   // the one sign that it was written with, in order with others; 0 where it stands for itself
	rest  int    // how many letters of that sign follow
	raw   string // the element
	props string // of its run
	wrap  string // the start tag of the hyperlink that it stands in
	track string // the start tag of the insertion of somebody else that it stands in
	loose bool   // outside runs: a bookmark, a deletion of somebody else
	parts bool   // loose, and another paragraph begins with it
	fixed bool   // of a field, which changes as a whole or not at all
	note  string // the identifier of the footnote that is cited
}

// element is an element of a part with its place.
type element struct {
	name                    string
	start, inner, outer, to int // of: start tag, content, end tag, what follows
	kids                    []*element
}

func (e *element) kid(name string) *element {
	for _, k := range e.kids {
		if k.name == name {
			return k
		}
	}
	return nil
}

const documentPart = "word/document.xml"

// openBase reads the file under the limits of package zipxml. It must use the
// customary prefix. Its own tracked changes stay.
func openBase(content []byte) (*base, error) {
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, refused("it is no whole package", "", "")
	}
	pkg, err := zipxml.Open(content)
	if err != nil {
		return nil, refused(err.Error(), "", "")
	}
	b := &base{zip: z, parts: map[string]string{}, leave: map[string]bool{}, rewritten: map[string]bool{}}
	for _, f := range z.File {
		if !isText(f.Name) || b.parts[f.Name] != "" {
			continue
		}
		text, err := pkg.Read(f.Name)
		if err != nil {
			return nil, refused(err.Error(), "", "")
		}
		b.parts[f.Name] = string(text)
	}
	if err := b.clean(); err != nil {
		return nil, err
	}
	b.order = append(b.firstHeader(), documentPart)
	for _, part := range b.order {
		if err := b.read(part); err != nil {
			return nil, err
		}
	}
	b.identifiers()
	return b, nil
}

// isText tells the parts that may have to be changed: those in XML that are
// Word's own. Data that others keep in the package are copied unseen.
func isText(name string) bool {
	switch {
	case strings.HasSuffix(name, ".rels"), name == typesFile, name == imprint.PropertiesPart:
		return true
	}
	return path.Dir(name) == "word" && strings.HasSuffix(name, ".xml")
}

var (
	markGone       = pattern.Lazy(`<w:rPr>(?:<w:(?:ins|moveTo)\b[^>]*/>)*<w:(?:del|moveFrom)\b`)
	firstHead      = pattern.Lazy(`<w:headerReference\b[^>]*w:type="first"[^>]*>`)
	relationAttr   = pattern.Lazy(`r:id="([^"]*)"`)
	relationTag    = pattern.Lazy(`<Relationship\b[^>]*>`)
	idAttr         = pattern.Lazy(`\bId="([^"]*)"`)
	targetAttr     = pattern.Lazy(`\bTarget="([^"]*)"`)
	fieldCode      = pattern.Lazy(`\bw:instr="([^"<]*)"`)
	noteIdentifier = pattern.Lazy(`<w:footnote\b[^>]*w:id="(\d+)"`)
	identifier     = pattern.Lazy(`w:id="(\d+)"`)
)

// firstHeader is the part of the first page's head, which may be a masthead.
func (b *base) firstHeader() []string {
	id := relationAttr().FindStringSubmatch(firstHead().FindString(b.parts[documentPart]))
	if id == nil {
		return nil
	}
	relations := b.parts["word/_rels/document.xml.rels"]
	for _, found := range relationTag().FindAllString(relations, -1) {
		own, target := idAttr().FindStringSubmatch(found), targetAttr().FindStringSubmatch(found)
		if own != nil && own[1] == id[1] && target != nil && b.parts["word/"+target[1]] != "" {
			return []string{"word/" + target[1]}
		}
	}
	return nil
}

// identifiers finds the highest numbers in use.
func (b *base) identifiers() {
	for _, text := range b.parts {
		b.nextID = max(b.nextID, highest(identifier(), text))
	}
	b.lastNote = highest(noteIdentifier(), b.parts[footnotesPart])
}

func highest(pattern *regexp.Regexp, text string) int {
	most := 0
	for _, m := range pattern.FindAllStringSubmatch(text, -1) {
		if n, err := strconv.Atoi(m[1]); err == nil {
			most = max(most, n)
		}
	}
	return most
}

func (b *base) read(part string) error {
	text := b.parts[part]
	if !strings.Contains(text, `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`) {
		return refused("it is written in another manner than Word's (namespaces)", "in "+part, "open it in Word and save it")
	}
	root, err := elements(text)
	if err != nil {
		return refused(err.Error(), "in "+part, "open it in Word and save it")
	}
	b.paragraphs(part, root)
	return nil
}

// elements reads the tree of a part.
func elements(text string) (*element, error) {
	d := xml.NewDecoder(strings.NewReader(text))
	root := &element{}
	stack := []*element{root}
	for nodes := 0; ; nodes++ {
		if nodes > zipxml.MaxNodes || len(stack) > zipxml.MaxDepth {
			return nil, zipxml.ErrLimit
		}
		at := int(d.InputOffset())
		tok, err := d.RawToken()
		if err == io.EOF && len(stack) == 1 {
			return root, nil
		}
		if err != nil {
			return nil, err
		}
		top := stack[len(stack)-1]
		switch t := tok.(type) {
		case xml.StartElement:
			e := &element{name: t.Name.Space + ":" + t.Name.Local, start: at, inner: int(d.InputOffset())}
			top.kids = append(top.kids, e)
			stack = append(stack, e)
		case xml.EndElement:
			if len(stack) == 1 {
				return nil, io.ErrUnexpectedEOF
			}
			top.outer, top.to = at, int(d.InputOffset())
			stack = stack[:len(stack)-1]
		}
	}
}

// paragraphs lists the paragraphs below an element in order, but for those
// inside other paragraphs (text boxes).
func (b *base) paragraphs(part string, e *element) {
	var last *basePara
	for _, k := range e.kids {
		if k.name != "w:p" {
			b.paragraphs(part, k)
			continue
		}
		p := b.paragraph(part, k)
		if last != nil && last.runsOn() && strings.TrimSpace(b.parts[part][last.end:p.start]) == "" {
			last.join(p)
			continue
		}
		last = p
		b.paras = append(b.paras, p)
	}
	if last != nil {
		last.last = true
	}
}

func (b *base) paragraph(part string, e *element) *basePara {
	text := b.parts[part]
	p := &basePara{part: part, start: e.start, end: e.to, open: text[e.start:e.inner]}
	if strings.HasSuffix(p.open, "/>") {
		p.open = strings.TrimSuffix(p.open, "/>") + ">"
	}
	for _, k := range e.kids {
		if k.name == "w:pPr" {
			p.properties = text[k.start:k.to]
			p.marks = p.properties
			continue
		}
		p.inline(text, k, unit{})
	}
	p.normalise()
	return p
}

// normalise finds what reading makes of each character.
func (p *basePara) normalise() {
	var text strings.Builder
	var of []int // the unit of each byte of text
	for i, u := range p.units {
		switch {
		case u.char != 0:
			text.WriteRune(u.char)
		case u.folded() == ' ':
			text.WriteByte(' ')
		}
		for len(of) < text.Len() {
			of = append(of, i)
		}
	}
	source := text.String()
	from := normal.Origins(source)
	for at, r := range normal.Text(source) {
		if u := &p.units[of[from[at]]]; r != ' ' && u.made == 0 {
			u.made = r
		}
	}
}

// inline takes what stands in a paragraph, in what surroundings it stands.
func (p *basePara) inline(text string, k *element, in unit) {
	switch k.name {
	case "w:r":
		p.run(text, k, in)
	case "w:hyperlink":
		in.wrap = text[k.start:k.inner]
		for _, r := range k.kids {
			p.inline(text, r, in)
		}
	case "w:ins", "w:moveTo":
		in.track = text[k.start:k.inner]
		for _, r := range k.kids {
			p.inline(text, r, in)
		}
	case "w:del", "w:moveFrom",
		"w:bookmarkStart", "w:bookmarkEnd", "w:proofErr", "w:commentRangeStart", "w:commentRangeEnd",
		"w:moveFromRangeStart", "w:moveFromRangeEnd", "w:moveToRangeStart", "w:moveToRangeEnd", "w:permStart", "w:permEnd":
		p.units = append(p.units, unit{raw: text[k.start:k.to], wrap: in.wrap, track: in.track, loose: true})
	case "w:fldSimple":
		p.simpleField(text, k, in)
	default:
		p.odd = cmp.Or(p.odd, k.name)
		p.units = append(p.units, unit{raw: text[k.start:k.to], wrap: in.wrap, track: in.track, loose: true})
	}
}

// simpleField takes a field that is written as one element for the same field
// written in parts, whose result can be told from its code.
func (p *basePara) simpleField(text string, k *element, in unit) {
	code := fieldCode().FindStringSubmatch(text[k.start:k.inner])
	if code == nil {
		p.odd = cmp.Or(p.odd, k.name)
		return
	}
	in.fixed = true
	part := func(raw string) {
		u := in
		u.raw = raw
		p.units = append(p.units, u)
	}
	part(`<w:fldChar w:fldCharType="begin"/>`)
	part(`<w:instrText xml:space="preserve">` + code[1] + `</w:instrText>`)
	part(`<w:fldChar w:fldCharType="separate"/>`)
	result := in
	result.fixed = false
	for _, r := range k.kids {
		p.inline(text, r, result)
	}
	part(`<w:fldChar w:fldCharType="end"/>`)
}

// runKids are what a run may hold besides text.
var runKids = []string{"w:tab", "w:br", "w:cr", "w:noBreakHyphen", "w:softHyphen", "w:lastRenderedPageBreak", "w:footnoteReference", "w:footnoteRef", "w:commentReference"}

// fieldKids are the parts of a field that are not its result.
var fieldKids = []string{"w:fldChar", "w:instrText"}

func (p *basePara) run(text string, r *element, in unit) {
	if k := r.kid("w:rPr"); k != nil {
		in.props = text[k.start:k.to]
	}
	for _, k := range r.kids {
		u := in
		u.raw = text[k.start:k.to]
		switch {
		case k.name == "w:rPr":
			continue
		case k.name == "w:t":
			p.characters(text[k.inner:k.outer], u)
			continue
		case k.name == "w:footnoteReference":
			if id := identifier().FindStringSubmatch(u.raw); id != nil {
				u.note = id[1]
			}
			if strings.Contains(u.raw, `customMarkFollows="1"`) {
				u.raw = text[k.start:r.outer] // the run's text is the mark
				p.units = append(p.units, u)
				return
			}
		case slices.Contains(fieldKids, k.name):
			u.fixed = true
		case !slices.Contains(runKids, k.name):
			p.odd = cmp.Or(p.odd, k.name)
		}
		p.units = append(p.units, u)
	}
}

// runsOn tells whether somebody's deletion of its mark makes the paragraph one
// with the next, and something of it is left.
func (p *basePara) runsOn() bool {
	return markGone().MatchString(p.marks) && slices.ContainsFunc(p.units, func(u unit) bool { return u.folded() != 0 })
}

// join makes a paragraph one with the next, whose begin stands in between.
func (p *basePara) join(next *basePara) {
	p.units = append(p.units, unit{raw: "</w:p>" + next.open + next.properties, loose: true, parts: true})
	p.units = append(p.units, next.units...)
	p.odd = cmp.Or(p.odd, next.odd)
	p.end, p.joined = next.end, true
	p.marks = next.properties
}
func (p *basePara) characters(escaped string, u unit) {
	u.raw = ""
	for _, r := range unescape(escaped) {
		letters := []rune(normal.Letters(r))
		if len(letters) < 2 {
			u.char = r
			p.units = append(p.units, u)
			continue
		}
		for i, l := range letters {
			part := u
			part.char, part.sign, part.rest = l, r, len(letters)-1-i
			p.units = append(p.units, part)
		}
	}
}

// unescape reads character data.
func unescape(text string) string {
	if !strings.ContainsAny(text, "&<") {
		return text
	}
	var out strings.Builder
	d := xml.NewDecoder(strings.NewReader("<x>" + text + "</x>"))
	for {
		tok, err := d.RawToken()
		if err != nil {
			return out.String()
		}
		if c, ok := tok.(xml.CharData); ok {
			out.Write(c)
		}
	}
}

// noteRune stands for a footnote's reference among characters.
const noteRune = '\x01'

// match finds for each wanted character the unit that it was read from: -1
// for white space that the file does not have. What was read has lost labels, marks
// and hyphens at line ends, so a quotation mark may have turned.
func (p *basePara) match(want []rune) ([]int, bool) {
	at := make([]int, len(want))
	i, j := 0, 0
	for i < len(p.units) || j < len(want) {
		switch {
		case i < len(p.units) && j < len(want) && p.units[i].folded() == fold(want[j]):
			at[j] = i
			i, j = i+1, j+1
		case i < len(p.units) && p.units[i].skippable():
			i++
		case j < len(want) && (fold(want[j]) == ' ' || want[j] == noteRune):
			if want[j] == noteRune {
				return nil, false
			}
			at[j] = -1
			j++
		default:
			return nil, false
		}
	}
	return at, true
}

// folded is the character that reading makes of a unit; 0 for none.
func (u unit) folded() rune {
	switch {
	case unicode.IsSpace(u.char):
		return ' '
	case u.char != 0:
		return fold(u.made)
	case u.note != "":
		return noteRune
	case strings.HasPrefix(u.raw, "<w:tab") || strings.HasPrefix(u.raw, "<w:br") || strings.HasPrefix(u.raw, "<w:cr"):
		return ' '
	case strings.HasPrefix(u.raw, "<w:noBreakHyphen"):
		return '-'
	}
	return 0
}

// skippable tells whether reading may have left a unit out.
func (u unit) skippable() bool {
	f := u.folded()
	return f == 0 || f == ' ' || f == noteRune
}

// follows tells whether a unit belongs to the character before it: the second of two
// marks that are one, an accent that stands apart.
func (u unit) follows() bool { return u.char != 0 && u.folded() == 0 }

// fold makes one of quotation marks that differ by what stands around them.
func fold(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case r == '‘':
		return '’'
	case r == '“':
		return '”'
	}
	return r
}
