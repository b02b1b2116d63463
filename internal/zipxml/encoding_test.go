package zipxml

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// XML is read in the encoding that it is in or names, and refused in words where
// nobody knows it.
func TestParseEncodings(t *testing.T) {
	const text = `<t>маяк</t>`
	for name, c := range map[string]struct {
		is       encoding.Encoding
		declared string
	}{
		"UTF-8":              {unicode.UTF8, `<?xml version="1.0" encoding="UTF-8"?>`},
		"UTF-8 with a mark":  {unicode.UTF8BOM, ""},
		"UTF-16 with a mark": {unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), `<?xml version="1.0" encoding="UTF-16"?>`},
		"UTF-16":             {unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), `<?xml version="1.0" encoding="utf-16be"?>`},
		"KOI8-R":             {charmap.KOI8R, `<?xml version="1.0" encoding="koi8-r"?>`},
		"Windows-1251":       {charmap.Windows1251, `<?xml version="1.0" encoding="windows-1251"?>`},
	} {
		content, err := c.is.NewEncoder().String(c.declared + text)
		if err != nil {
			t.Fatal(err)
		}
		n, err := Parse([]byte(content))
		if err != nil || n.AllText() != "маяк" {
			t.Errorf("%s: %q, %v", name, n.AllText(), err)
		}
	}
	if _, err := Parse([]byte(`<?xml version="1.0" encoding="lamplight"?>` + text)); err == nil || !strings.Contains(err.Error(), `"lamplight", which is not known`) {
		t.Errorf("got %v", err)
	}
}
