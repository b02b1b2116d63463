package pdf

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
)

// The engine gives the text that pages draw. What stands over them is read from the
// objects of the file: notes that show text, fields that are filled in, comments; and
// what the file brings along is counted.

// beside is what a file holds beside the text of its pages.
type beside struct {
	shown    []string // the text of notes on pages, and of fields that are filled in
	comments int      // notes to be opened
	objects  int      // files that are attached, and forms that other programs show
}

// annotations looks at what stands over a page. What was seen before counts once.
func (s *survey) annotations(page object, seen map[int]bool) {
	for _, number := range s.listAt(page.dict, "/Annots") {
		if seen[number] {
			continue
		}
		seen[number] = true
		s.annotation(s.objects[number].dict)
	}
}

func (s *survey) annotation(dict []byte) {
	said := stringAt(dict, "/Contents")
	switch {
	case hasName(dict, "/Subtype", "/Widget"):
		value := stringAt(dict, "/V")
		if parent := refsAt(dict, "/Parent"); value == "" && len(parent) == 1 {
			value = stringAt(s.objects[parent[0]].dict, "/V")
		}
		s.show(value)
	case hasName(dict, "/Subtype", "/FreeText"):
		s.show(said)
	case hasName(dict, "/Subtype", "/Link"), hasName(dict, "/Subtype", "/Popup"), said == "":
	default:
		s.beside.comments++
	}
}

func (s *survey) show(text string) {
	if text = strings.TrimSpace(text); text != "" {
		s.beside.shown = append(s.beside.shown, text)
	}
}

// attached counts what the file brings along.
func (s *survey) attached(content []byte) {
	for _, o := range s.objects {
		if valueAt(o.dict, "/EF") != nil {
			s.beside.objects++
		}
	}
	root := refsAt(content, "/Root")
	if root == nil {
		return
	}
	catalog := s.objects[root[0]].dict
	for _, form := range refsAt(catalog, "/AcroForm") {
		catalog = slices.Concat(catalog, s.objects[form].dict)
	}
	if valueAt(catalog, "/XFA") != nil {
		s.beside.objects++
	}
}

// listAt are the objects that a key refers to, by a list of its own too.
func (s *survey) listAt(dict []byte, key string) []int {
	named := refsAt(dict, key)
	if len(named) == 1 {
		if list := s.objects[named[0]]; list.stream == nil && bytes.HasPrefix(bytes.TrimSpace(list.dict), []byte("[")) {
			return refs(bytes.Trim(bytes.TrimSpace(list.dict), "[]"))
		}
	}
	return named
}

// stringAt is the text that stands behind a key; "" for none.
func stringAt(dict []byte, key string) string {
	v := valueAt(dict, key)
	switch {
	case bytes.HasPrefix(v, []byte("(")):
		return decoded(literal(v[1:]))
	case bytes.HasPrefix(v, []byte("<")) && !bytes.HasPrefix(v, []byte("<<")):
		digits, _, _ := bytes.Cut(v[1:], []byte(">"))
		digits = bytes.Join(bytes.Fields(digits), nil)
		if len(digits)%2 != 0 {
			digits = append(digits, '0')
		}
		raw, err := hex.DecodeString(string(digits))
		if err == nil {
			return decoded(raw)
		}
	}
	return ""
}

// literal reads a string in parentheses, from behind the first one.
func literal(b []byte) []byte {
	var out []byte
	deep := 1
	for i := 0; i < len(b); i++ {
		c := b[i]
		switch {
		case c == '\\' && i+1 < len(b):
			i++
			i = escaped(b, i, &out)
			continue
		case c == '(':
			deep++
		case c == ')':
			if deep--; deep == 0 {
				return out
			}
		}
		out = append(out, c)
	}
	return out
}

// escaped reads what stands behind a backslash, and gives where that ends.
func escaped(b []byte, i int, out *[]byte) int {
	if at := strings.IndexByte("nrtbf", b[i]); at >= 0 {
		*out = append(*out, "\n\r\t\b\f"[at])
		return i
	}
	const octal = 3 // digits at most
	digits := 0
	for digits < octal && i+digits < len(b) && b[i+digits] >= '0' && b[i+digits] <= '7' {
		digits++
	}
	if n, err := strconv.ParseUint(string(b[i:i+digits]), 8, 16); err == nil {
		*out = append(*out, byte(n))
		return i + digits - 1
	}
	if b[i] != '\n' && b[i] != '\r' { // a line end is none
		*out = append(*out, b[i])
	}
	return i
}

// decoded decodes a string for readers: in UTF-16 or UTF-8 where it says so, else in
// the encoding of PDF, which is that of Latin letters for the most part.
func decoded(raw []byte) string {
	if rest, ok := bytes.CutPrefix(raw, []byte("\xef\xbb\xbf")); ok {
		return strings.ToValidUTF8(string(rest), "\ufffd")
	}
	if rest, ok := bytes.CutPrefix(raw, []byte("\xfe\xff")); ok {
		var units []uint16
		for len(rest) > 1 {
			units, rest = append(units, binary.BigEndian.Uint16(rest)), rest[2:]
		}
		return string(utf16.Decode(units))
	}
	runes := make([]rune, len(raw))
	for i, c := range raw {
		runes[i] = rune(c)
	}
	return string(runes)
}
