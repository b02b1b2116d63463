package wordml

import (
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Replaced is a text that stands in page heads and feet, and what stands there
// in the new document. WriteOn notes where it did.
type Replaced struct {
	Old, New string
	Done     bool
}

// heads tracks the replacements in the heads and feet that are no part of the
// text. A field whose result holds a replaced text goes as a whole and comes as
// plain text: brought up to date, it would show the old text again.
func (w *baseWriter) heads(parts map[string]string) error {
	for _, name := range sortedNames(w.base.parts) {
		file := path.Base(name)
		if !strings.HasPrefix(file, "header") && !strings.HasPrefix(file, "footer") || !strings.HasSuffix(file, ".xml") || w.base.inText(name) {
			continue
		}
		text := w.base.parts[name]
		root, err := elements(text)
		if err != nil {
			return refused(err.Error(), "in "+name, "open it in Word and save it")
		}
		edge := &base{parts: w.base.parts}
		edge.paragraphs(name, root)
		var out strings.Builder
		at := 0
		for _, p := range edge.paras {
			if edited := w.head(p); edited != "" {
				out.WriteString(text[at:p.start])
				out.WriteString(edited)
				at = p.end
			}
		}
		if at > 0 {
			parts[name] = out.String() + text[at:]
		}
	}
	return nil
}

// inText tells whether a part is read as a part of the text.
func (b *base) inText(name string) bool { return slices.Contains(b.order, name) }

// span is a stretch of units that goes, and the text that comes for it.
type span struct {
	from, to int // the first unit, the one after the last
	text     string
}

// head is a paragraph of a head or foot with the replacements; "" where it has none.
func (w *baseWriter) head(p *basePara) string {
	spans := p.replacements(w.d.Heads)
	if len(spans) == 0 {
		return ""
	}
	n := bodyWriter{ids: w.body.ids, stamp: w.body.stamp, date: w.body.date}
	n.add(p.open, p.properties)
	s := runStream{w: &n, opened: map[string]bool{}}
	at := 0
	for _, sp := range spans {
		for ; at < sp.from; at++ {
			s.put(p.units[at], Same)
		}
		look := unit{}
		for ; at < sp.to; at++ {
			if u := p.units[at]; u.char != 0 && look.char == 0 {
				look = u
			}
			s.put(p.units[at], Deleted)
		}
		for _, r := range Writable(sp.text) {
			s.put(unit{char: r, props: untracked(look.props), wrap: look.wrap}, Inserted)
		}
	}
	for ; at < len(p.units); at++ {
		s.put(p.units[at], Same)
	}
	s.close()
	n.add("</w:p>")
	return n.out.String()
}

// replacements finds what is replaced in a paragraph, in order.
func (p *basePara) replacements(all []Replaced) []span {
	var spans []span
	for from := 0; from < len(p.units); {
		to := p.fieldEnd(from)
		text, isField := p.visible(from, to), to > from+1
		if !isField { // up to the next field
			for to < len(p.units) && p.fieldEnd(to) == to+1 {
				to++
			}
			spans = append(spans, p.plain(from, to, all)...)
		} else if changed := replaceWords(text, all); changed != text {
			spans = append(spans, span{from, to, changed})
		}
		from = to
	}
	return spans
}

// plain finds what is replaced between fields.
func (p *basePara) plain(from, to int, all []Replaced) []span {
	var spans []span
	for at := from; at < to; at++ {
		for i, r := range all {
			if end, ok := p.spells(at, to, r.Old); ok {
				all[i].Done = true
				spans = append(spans, span{at, end, r.New})
				at = end - 1
				break
			}
		}
	}
	return spans
}

// spells tells whether a text stands at a unit as a word of its own, and where
// it ends.
func (p *basePara) spells(at, to int, want string) (end int, ok bool) {
	if want == "" || p.units[at].char == 0 || at > 0 && isWordRune(p.units[at-1].char) {
		return 0, false
	}
	for i, r := range want {
		for at < to && p.units[at].char == 0 && i > 0 {
			at++
		}
		if at >= to || p.units[at].char != r {
			return 0, false
		}
		at++
	}
	return at, at >= len(p.units) || !isWordRune(p.units[at].char)
}

// isWordRune tells what goes on a word or a symbol.
func isWordRune(r rune) bool { return r == '/' || unicode.IsLetter(r) || unicode.IsDigit(r) }

// replaceWords replaces texts where they stand as words of their own.
func replaceWords(text string, all []Replaced) string {
	for k, r := range all {
		for at := 0; r.Old != ""; {
			i := strings.Index(text[at:], r.Old)
			if i < 0 {
				break
			}
			i += at
			before, _ := utf8.DecodeLastRuneInString(text[:i])
			after, _ := utf8.DecodeRuneInString(text[i+len(r.Old):])
			if at = i + len(r.Old); !isWordRune(before) && !isWordRune(after) {
				all[k].Done = true
				text = text[:i] + r.New + text[at:]
				at = i + len(r.New)
			}
		}
	}
	return text
}

// fieldEnd is where the field that begins at a unit ends; the next unit where
// none begins, or it does not end.
func (p *basePara) fieldEnd(from int) int {
	depth := 0
	for i := from; i < len(p.units); i++ {
		raw := p.units[i].raw
		switch {
		case !strings.HasPrefix(raw, "<w:fldChar"):
		case strings.Contains(raw, `w:fldCharType="begin"`):
			depth++
		case strings.Contains(raw, `w:fldCharType="end"`):
			depth--
		}
		if depth == 0 {
			if i > from {
				return i + 1
			}
			break
		}
	}
	return from + 1
}

// visible is the text of units.
func (p *basePara) visible(from, to int) string {
	var b strings.Builder
	for _, u := range p.units[from:to] {
		if u.char != 0 {
			b.WriteRune(u.char)
		}
	}
	return b.String()
}
