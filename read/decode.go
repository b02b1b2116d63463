package read

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// decode turns the bytes of a text file into UTF-8. UTF-8 and UTF-16 with and
// without a mark and Windows-1252 are recognised; anything else is an error in
// words. A warning says what was guessed.
func decode(content []byte) (text, warning string, err error) {
	switch {
	case bytes.HasPrefix(content, []byte("\xef\xbb\xbf")):
		content = content[3:]
	case bytes.HasPrefix(content, []byte("\xff\xfe\x00\x00")), bytes.HasPrefix(content, []byte("\x00\x00\xfe\xff")):
		return "", "", fmt.Errorf("text in UTF-32, wanted UTF-8: save it as UTF-8")
	case bytes.HasPrefix(content, []byte("\xff\xfe")):
		return utf16Text(content[2:], binary.LittleEndian), oddByte(content), nil
	case bytes.HasPrefix(content, []byte("\xfe\xff")):
		return utf16Text(content[2:], binary.BigEndian), oddByte(content), nil
	}
	if order := utf16Order(content); order != nil {
		return utf16Text(content, order), strings.TrimSpace("The text is in UTF-16 without a mark; it was read so. " + oddByte(content)), nil
	}
	if at := bytes.IndexByte(content, 0); at >= 0 {
		return "", "", fmt.Errorf("byte %d: binary data, wanted text", at)
	}
	if utf8.Valid(content) {
		return string(content), "", nil
	}
	return windows1252(content)
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

// utf16Order guesses the byte order of UTF-16 without a mark: in Latin text
// every second byte is zero. Nil where it is none.
func utf16Order(content []byte) binary.ByteOrder {
	head := content[:min(len(content), 4096)&^1]
	even, odd := 0, 0
	for i := 0; i+1 < len(head); i += 2 {
		if head[i] == 0 {
			even++
		}
		if head[i+1] == 0 {
			odd++
		}
	}
	half := len(head) / 2
	switch {
	case half == 0:
		return nil
	case odd*10 >= half*8 && even*10 < half:
		return binary.LittleEndian
	case even*10 >= half*8 && odd*10 < half:
		return binary.BigEndian
	}
	return nil
}

// oddByte warns of UTF-16 with half a character at its end, which no text has
// that came whole.
func oddByte(content []byte) string {
	if len(content)%2 == 0 {
		return ""
	}
	return fmt.Sprintf("The text in UTF-16 ends in the middle of a character (byte %d); it may have been cut off.", len(content)-1)
}

func utf16Text(content []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(content)/2)
	for i := range units {
		units[i] = order.Uint16(content[2*i:])
	}
	return string(utf16.Decode(units))
}

// c1252 are the characters of Windows-1252 from 0x80 to 0x9f; 0 where it has none.
var c1252 = [32]rune{'€', 0, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0, 'Ž', 0,
	0, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0, 'ž', 'Ÿ'}

// windows1252 reads what is no UTF-8 as Windows-1252, and refuses it where it
// holds bytes or control characters that no text has.
func windows1252(content []byte) (text, warning string, err error) {
	var b strings.Builder
	b.Grow(len(content) + len(content)/8)
	for i, c := range content {
		r := rune(c)
		if c >= 0x80 && c < 0xa0 {
			r = c1252[c-0x80]
		}
		if r == 0 || c < ' ' && !strings.ContainsRune("\t\n\r\f\v", r) {
			return "", "", fmt.Errorf("byte %d: neither UTF-8 nor Windows-1252 text (0x%02x): save it as UTF-8", i, c)
		}
		b.WriteRune(r)
	}
	return b.String(), "The text is no UTF-8; it was read as Windows-1252.", nil
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
	return nil
}
