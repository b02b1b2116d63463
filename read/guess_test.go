package read

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// The same few paragraphs of an invented resolution in several languages.
var written = map[string]string{
	"ru": "Генеральная Ассамблея,\n\nссылаясь на свою резолюцию 200/41 от 5 декабря 2145 года,\n\n1. постановляет сохранить маяки северного берега и просит хранителей зажигать лампы каждый вечер;\n",
	"ar": "إن الجمعية العامة،\n\nإذ تشير إلى قرارها 200/41 المؤرخ 5 كانون الأول،\n\n1 - تقرر أن تبقي المصابيح مضاءة وتطلب إلى الحراس أن يضيئوها كل مساء؛\n",
	"zh": "大会，\n\n回顾其2145年12月5日第200/41号决议，\n\n1. 决定保持灯塔的灯光，并请守护者每晚点灯；\n",
	"fr": "L’Assemblée générale,\n\nRappelant sa résolution 200/41 du 5 décembre 2145,\n\n1. Décide de garder les lampes allumées et prie les gardiens de les allumer chaque soir ;\n",
	"es": "La Asamblea General,\n\nRecordando su resolución 200/41, de 5 de diciembre de 2145,\n\n1. Decide mantener las lámparas y pide a los guardianes que las enciendan cada mañana;\n",
	"en": small,
	"pl": "Zgromadzenie Ogólne,\n\nprzypominając swoją rezolucję 200/41 z dnia 5 grudnia 2145 roku,\n\n1. postanawia zachować latarnie północnego wybrzeża i prosi strażników o zapalanie lamp każdego wieczoru;\n",
	"ja": "総会は、\n\n２１４５年１２月５日の決議を想起し、\n\n1. 灯台の明かりを保つことを決定し、番人に毎晩それをともすよう要請する。\n",
}

// What is no Unicode is read as what it is, or refused in words; never with other
// letters than were written.
func TestGuessedEncodings(t *testing.T) {
	for _, c := range []struct {
		language, name string
		is             encoding.Encoding
		refused        bool
	}{
		{"ru", "KOI8-R", charmap.KOI8R, false},
		{"ru", "Windows-1251", charmap.Windows1251, false},
		{"ru", "ISO-8859-5", charmap.ISO8859_5, false},
		{"ru", "code page 866", charmap.CodePage866, true},
		{"ru", "x-mac-cyrillic", charmap.MacintoshCyrillic, true},
		{"ar", "Windows-1256", charmap.Windows1256, false},
		{"ar", "ISO-8859-6", charmap.ISO8859_6, false},
		{"zh", "GB18030", simplifiedchinese.GB18030, false},
		{"zh", "GB18030", simplifiedchinese.GBK, false},
		{"fr", "Windows-1252", charmap.Windows1252, false},
		{"fr", "macintosh", charmap.Macintosh, true},
		{"fr", "code page 850", charmap.CodePage850, true},
		{"es", "Windows-1252", charmap.Windows1252, false},
		{"en", "Windows-1252", charmap.Windows1252, false},
		{"pl", "Windows-1250", charmap.Windows1250, true},
		{"ja", "SHIFT_JIS", japanese.ShiftJIS, false},
		{"ja", "ISO-2022-JP", japanese.ISO2022JP, false},
	} {
		for name, text := range map[string]string{"a few lines": written[c.language], "a long text": strings.Repeat(written[c.language], 40)} {
			content, err := encoding.ReplaceUnsupported(c.is.NewEncoder()).Bytes([]byte(text))
			if err != nil {
				t.Fatal(err)
			}
			got, err := decode(content)
			switch {
			case err != nil && !c.refused:
				t.Errorf("%s as %s, %s: %v", c.language, c.name, name, err)
			case err != nil && !strings.Contains(err.Error(), "save it as UTF-8"):
				t.Errorf("%s as %s: refused with %q", c.language, c.name, err)
			case err == nil && c.refused:
				t.Errorf("%s as %s, %s: read, with %v: %.60q", c.language, c.name, name, got.warnings, got.text)
			case err == nil && string(got.text) != strings.ReplaceAll(text, "’", supported(c.is)):
				t.Errorf("%s as %s: read as %q", c.language, c.name, got.text)
			case err == nil && (len(got.warnings) == 0 || !strings.Contains(got.warnings[0].Names[0], c.name)):
				t.Errorf("%s as %s: warnings %v", c.language, c.name, got.warnings)
			}
		}
	}
}

// supported is the apostrophe in an encoding, or what stands for it there.
func supported(e encoding.Encoding) string {
	b, _ := encoding.ReplaceUnsupported(e.NewEncoder()).Bytes([]byte("’"))
	text, _ := e.NewDecoder().Bytes(b)
	return string(text)
}

// UTF-16 without a mark is told in every script.
func TestUTF16WithoutAMark(t *testing.T) {
	for language, text := range written {
		for _, order := range []encoding.Encoding{littleEnd, bigEnd} {
			content, err := order.NewEncoder().Bytes([]byte(text))
			if err != nil {
				t.Fatal(err)
			}
			got, err := fromUTF16(content)
			if err != nil || string(got.text) != text {
				t.Errorf("%s: %q, %v", language, got.text, err)
			}
		}
	}
}

// Damaged UTF-8 is told, not read as something else.
func TestDamagedUTF8(t *testing.T) {
	_, err := decode([]byte(strings.Replace(written["ru"]+written["fr"], "маяки", "мая\xd0ки", 1)))
	if err == nil || !strings.Contains(err.Error(), "byte 192: damaged text in UTF-8") {
		t.Errorf("got %v", err)
	}
}

// Web pages are read in the encoding that they name, and in that which they have
// where they name none or the wrong one.
func TestEncodedPages(t *testing.T) {
	page := func(meta string) string {
		return "<!doctype html><html><head>" + meta + "</head><body><p>" + strings.ReplaceAll(written["ru"], "\n\n", "</p><p>") + "</body></html>"
	}
	for name, content := range map[string][]byte{
		"named":            inEncoding(t, charmap.KOI8R, page(`<meta charset="koi8-r">`)),
		"named in XHTML":   inEncoding(t, charmap.Windows1251, page(`<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">`)),
		"not named":        inEncoding(t, charmap.KOI8R, page("")),
		"wrongly named":    inEncoding(t, charmap.KOI8R, page(`<meta charset="utf-8">`)),
		"UTF-16, no mark":  inEncoding(t, littleEnd, page("")),
		"UTF-8 named else": []byte(page(`<meta charset="ISO-8859-1">`)),
	} {
		d, err := Open(t.Context(), "page.html", content, Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if op := d.Clause("op1"); op == nil || !strings.HasPrefix(op.Text, "постановляет сохранить") || d.Reading.Format != "html" {
			t.Errorf("%s: op1 is %+v", name, op)
		}
	}
}

func inEncoding(t *testing.T, e encoding.Encoding, text string) []byte {
	t.Helper()
	content, err := e.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// FuzzDecode: whatever the bytes, text in UTF-8 or an error comes of them.
func FuzzDecode(f *testing.F) {
	for _, text := range written {
		f.Add([]byte(text))
	}
	for _, e := range []encoding.Encoding{charmap.KOI8R, charmap.Windows1256, simplifiedchinese.GB18030, japanese.ISO2022JP, littleEnd} {
		for _, text := range written {
			if b, err := e.NewEncoder().Bytes([]byte(text)); err == nil {
				f.Add(b)
			}
		}
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		if _, err := fromUTF16(content); err != nil {
			return
		}
		got, err := decode(content)
		if err == nil && !isUTF8(got.text) {
			t.Errorf("%q", got.text)
		}
	})
}
