package wordml

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"reprise/internal/normal"
	"reprise/internal/pattern"
)

// ErrBase says that a Word file cannot carry a redline: what would have to be
// changed in it was not found, or is more than text in runs. The error around it
// says what and where, and what can be done about it.
var ErrBase = errors.New("its file cannot carry the tracked changes")

// refused is ErrBase for a reason, in a place ("" for the whole file), with what
// helps ("" where nothing does).
func refused(why, where, help string) error {
	text := why
	if where != "" {
		text += ", " + where
	}
	if help != "" {
		text += "; " + help
	}
	return fmt.Errorf("%w: %s", ErrBase, text)
}

// oddNames are the elements that a paragraph may hold besides text, as Word's
// users know them, with what helps.
var oddNames = map[string][2]string{
	"w:sdt":               {"a content control", "take the control away in Word (Remove Content Control)"},
	"w:fldSimple":         {"a field", "unlink it in Word (select it, Ctrl+Shift+F9)"},
	"w:drawing":           {"a picture or a text box", "take it out in Word, or set it in a paragraph of its own"},
	"w:pict":              {"a picture or a text box", "take it out in Word, or set it in a paragraph of its own"},
	"w:object":            {"an embedded object", "take it out in Word, or set it in a paragraph of its own"},
	"mc:AlternateContent": {"a picture or a text box", "take it out in Word, or set it in a paragraph of its own"},
	"m:oMath":             {"a formula", "set it in a paragraph of its own"},
	"m:oMathPara":         {"a formula", "set it in a paragraph of its own"},
	"w:endnoteReference":  {"an endnote", "make it a footnote in Word"},
	"w:sym":               {"a character of a symbol font", "type the character itself"},
}

// missing says why a paragraph that changes cannot be changed in the file.
func (b *base) missing(o *oldParagraph) error {
	want := squeezed(string(o.want))
	where := "in the paragraph “" + beginOf(string(o.want)) + "”"
	for _, p := range b.paras {
		if p.odd == "" {
			continue
		}
		if has := squeezed(unescape(strings.Join(texts(b.parts[p.part][p.start:p.end]), ""))); !strings.HasSuffix(want, has) || has == "" {
			continue
		}
		name, known := oddNames[p.odd]
		if !known {
			name = [2]string{"an element <" + p.odd + ">", "take it out in Word"}
		}
		return refused("it has "+name[0], where, name[1])
	}
	help := ""
	if b.tracked() {
		help = "it has tracked changes of its own: read it with them accepted, or settle those in this paragraph in Word"
	}
	return refused("a paragraph that changes does not stand in it as it was read", where, help)
}

// tracked tells whether the file has tracked changes of its own.
func (b *base) tracked() bool {
	for _, part := range b.order {
		if trackedWords().MatchString(b.parts[part]) {
			return true
		}
	}
	return false
}

var trackedWords = pattern.Lazy(`<w:(?:ins|del|moveFrom|moveTo)[ >]`)

var textElements = pattern.Lazy(`<w:t(?: [^>]*)?>([^<]*)</w:t>`)

func texts(xml string) []string {
	var out []string
	for _, m := range textElements().FindAllStringSubmatch(xml, -1) {
		out = append(out, m[1])
	}
	return out
}

// squeezed is a text without what reading changes.
func squeezed(text string) string {
	return strings.Map(func(r rune) rune {
		if r = fold(r); r == ' ' || r == noteRune {
			return -1
		}
		return r
	}, normal.Text(text))
}

// beginOf is the begin of a paragraph, to find it by.
func beginOf(text string) string {
	text = strings.Join(strings.Fields(strings.ReplaceAll(text, string(noteRune), "")), " ")
	if runes := []rune(text); len(runes) > shownBegin {
		return string(runes[:shownBegin]) + "…"
	}
	return text
}

// shownBegin is how many characters of a paragraph tell it from others.
const shownBegin = 50

// Tracked changes of others among properties: marks, formats, numbers.
var trackedProperties = func() func(string) string {
	marks := pattern.Lazy(`<w:(?:ins|del|moveFrom|moveTo)\b[^>]*/>`)
	formats := []func() *regexp.Regexp{
		pattern.Lazy(`(?s)<w:rPrChange\b.*?</w:rPrChange>`), pattern.Lazy(`(?s)<w:pPrChange\b.*?</w:pPrChange>`),
	}
	return func(properties string) string {
		if !strings.Contains(properties, "w:id=") {
			return properties
		}
		for _, f := range formats {
			properties = f().ReplaceAllString(properties, "")
		}
		return marks().ReplaceAllString(properties, "")
	}
}()

// untracked is a copy of properties without the tracked changes in them, which
// are those of the paragraph that they were taken from.
func untracked(properties string) string { return trackedProperties(properties) }
