package read

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"reprise/internal/pattern"
	"reprise/internal/visible"
	"reprise/read/bounds"
	"reprise/read/pdf"
	"reprise/resolution"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

// encoded is text with what was found out about its encoding.
type encoded struct {
	text     []byte // in UTF-8
	warnings []resolution.Warning
}

var (
	utf8Mark  = []byte("\xef\xbb\xbf")
	littleEnd = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	bigEnd    = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
)

// decode turns the bytes of a text file into UTF-8: UTF-8 itself, and what guess
// tells. Anything else, and what is in doubt, is an error in words. A warning says
// what was guessed.
func decode(content []byte) (encoded, error) {
	content = bytes.TrimPrefix(content, utf8Mark)
	if at := bytes.IndexByte(content, 0); at >= 0 {
		return encoded{}, fmt.Errorf("byte %d: binary data, wanted text", at)
	}
	if isUTF8(content) {
		return encoded{text: content}, nil
	}
	return guess(content)
}

// decodePage turns the bytes of a web page into UTF-8, by what it is or says that
// it is; as decode does where that cannot be.
func decodePage(content []byte) (encoded, error) {
	if isUTF8(content) {
		return encoded{text: content}, nil
	}
	_, name, _ := charset.DetermineEncoding(content, "text/html")
	if c, ok := decodedAs(content, name); ok && (name != western || isLatin(c.text)) {
		return encoded{text: c.text}, nil
	}
	return guess(content)
}

// isUTF8 tells UTF-8 from what is none, or of seven bits with changes of letters.
func isUTF8(content []byte) bool {
	return utf8.Valid(content) && bytes.IndexByte(content, escape) < 0
}

// fromUTF16 gives text in UTF-16 in UTF-8; no text where the content is something
// else.
func fromUTF16(content []byte) (encoded, error) {
	switch {
	case bytes.HasPrefix(content, []byte("\xff\xfe\x00\x00")), bytes.HasPrefix(content, []byte("\x00\x00\xfe\xff")):
		return encoded{}, fmt.Errorf("text in UTF-32, wanted UTF-8: save it as UTF-8")
	case bytes.HasPrefix(content, []byte("\xff\xfe")):
		return utf16Text(content, 2, littleEnd)
	case bytes.HasPrefix(content, []byte("\xfe\xff")):
		return utf16Text(content, 2, bigEnd)
	}
	if order := utf16Order(content); order != nil {
		return utf16Text(content, 0, order)
	}
	return encoded{}, nil
}

// utf16Text decodes UTF-16 that begins at a byte. It warns where no mark says that
// it is, and of half a character at the end, which no text has that came whole.
func utf16Text(content []byte, from int, order encoding.Encoding) (out encoded, err error) {
	if from == 0 {
		out.warnings = append(out.warnings, resolution.Warning{Kind: resolution.UnmarkedUTF16})
	}
	if last := len(content) - 1; len(content)%2 != 0 {
		out.warnings = append(out.warnings, resolution.Warning{Kind: resolution.CutUTF16, Of: last})
		content = content[:last]
	}
	out.text, err = order.NewDecoder().Bytes(content[from:])
	return out, err
}

// strangeInUTF16 is the share of characters that no text has up to which bytes are
// taken for UTF-16.
const strangeInUTF16 = 0.005

// utf16Order guesses the byte order of UTF-16 without a mark, by the order in which
// the bytes are characters that texts have. Nil where it is none: a text has line
// ends and spaces, which have zero bytes in it.
func utf16Order(content []byte) encoding.Encoding {
	head := content[:min(len(content), sniffBytes)&^1]
	if bytes.IndexByte(head, 0) < 0 || isPacked(content) {
		return nil
	}
	little, usualLittle := strangers(head, littleEnd)
	big, usualBig := strangers(head, bigEnd)
	most := int(strangeInUTF16 * float64(len(head)/2))
	switch {
	case little <= most && (big > little || usualLittle > usualBig):
		return littleEnd
	case big <= most && (little > big || usualBig > usualLittle):
		return bigEnd
	}
	return nil
}

// isPacked tells the files whose bytes are no text in any encoding.
func isPacked(content []byte) bool {
	return pdf.Is(content) || bytes.HasPrefix(content, zipSign) || bytes.HasPrefix(content, compoundFile)
}

// strangers counts the characters that no text has, and those of ASCII, which
// every text has some of.
func strangers(content []byte, order encoding.Encoding) (strange, usual int) {
	text, err := order.NewDecoder().Bytes(content)
	if err != nil {
		return len(content), 0
	}
	for _, r := range string(text) {
		switch {
		case isStrange(r):
			strange++
		case r < utf8.RuneSelf:
			usual++
		}
	}
	return strange, usual
}

// foreign are files that hold no text that is read, by how they begin, and what
// helps.
var foreign = []struct{ begins, is string }{
	{`{\rtf`, "rich text (RTF), which is not read: save it as .docx"},
	{"\x89PNG", picture}, {"\xff\xd8\xff", picture}, {"GIF8", picture}, {"II*\x00", picture}, {"MM\x00*", picture},
	{"\x1f\x8b", "a packed file (gzip): unpack it and give the file that is inside"},
}

const picture = "a picture, which is not read: give the text, or a PDF that carries its text"

// checkKind refuses foreign files.
func checkKind(content []byte) error {
	for _, f := range foreign {
		if bytes.HasPrefix(content, []byte(f.begins)) {
			return errors.New(f.is)
		}
	}
	return nil
}

var (
	// xmlRoot is the first element of XML, which need not say what it is.
	xmlRoot = pattern.Lazy(`^(?:\s|<\?[^>]*>|<!--[^>]*-->|<!DOCTYPE[^>]*>)*<([\pL_][\pL\pN:._-]*)[\s/>]`)
	// mailHead says that a text is packed as mail is.
	mailHead = pattern.Lazy(`(?im)^MIME-Version:`)
	packed   = pattern.Lazy(`(?im)^Content-(?:Type:\s*multipart/|Transfer-Encoding:\s*(?:base64|quoted-printable))`)
)

// checkMarkup refuses what is written in characters and is not text: XML that is no
// web page, mail whose parts are packed. Its tags and codes would be read as words.
func checkMarkup(content []byte) error {
	head := content[:min(len(content), sniffHead)]
	begins := bytes.TrimSpace(head)
	if bytes.HasPrefix(begins, []byte("<")) && (bytes.HasPrefix(begins, []byte("<?xml")) || bytes.Contains(head, []byte("xmlns"))) && !isHTML(content) {
		if root := xmlRoot().FindSubmatch(head); root != nil {
			return fmt.Errorf("XML (%s), which is not read: save it as .docx, .odt, HTML or text", visible.Name(string(root[1])))
		}
	}
	if bytes.Contains(bytes.ToLower(head), []byte("mime-version:")) && mailHead().Match(head) && packed().Match(head) {
		return errors.New("a web archive or a mail with packed parts (MIME), which is not read: save its text as HTML or text")
	}
	return nil
}

// checkLines refuses lines that no text has.
func checkLines(text string) error {
	number := 0
	for l := range strings.Lines(text) {
		number++
		if len(l) > MaxLineBytes {
			return fmt.Errorf("line %d: %d MB long, at most %d MB are read", number, len(l)>>20, MaxLineBytes>>20)
		}
	}
	if number > MaxLines {
		return bounds.Exceeded("text", int64(number), MaxLines, "lines")
	}
	return nil
}

// checkParagraphs finds paragraphs of Markdown that are too long for its parser.
func checkParagraphs(text string) error {
	number, first := 0, 1
	for l := range strings.Lines(text) {
		if number++; strings.TrimSpace(l) == "" {
			first = number + 1
		} else if long := number - first + 1; long > MaxParagraphLines {
			return bounds.Passed(fmt.Sprintf("paragraph from line %d", first), MaxParagraphLines, "lines")
		}
	}
	return nil
}
