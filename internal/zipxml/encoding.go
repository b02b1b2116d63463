package zipxml

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// inUTF8 gives XML in UTF-8 where it is in UTF-16, which it shows by a mark or by
// how it opens; any other is handed on.
func inUTF8(content []byte) io.Reader {
	r := bytes.NewReader(content)
	for open, order := range map[string]unicode.Endianness{
		"\xff\xfe": unicode.LittleEndian, "<\x00": unicode.LittleEndian,
		"\xfe\xff": unicode.BigEndian, "\x00<": unicode.BigEndian,
	} {
		if strings.HasPrefix(string(content[:min(len(content), 2)]), open) {
			return transform.NewReader(r, unicode.UTF16(order, unicode.UseBOM).NewDecoder())
		}
	}
	return r
}

// named reads XML in the encoding that its first line names; UTF-16 is decoded
// before that line can be read.
func named(label string, in io.Reader) (io.Reader, error) {
	if strings.HasPrefix(strings.ToLower(label), "utf-16") {
		return in, nil
	}
	r, err := charset.NewReaderLabel(label, in)
	if err != nil {
		return nil, fmt.Errorf("XML in the encoding %q, which is not known: save the file again", label)
	}
	return r, nil
}
