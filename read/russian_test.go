package read

import (
	"strings"
	"testing"
)

// In Russian leads open with a small letter: where each paragraph is one line,
// each lead opens its own, though the paragraph before ends in a comma and no
// empty line stands between.
func TestRussianParagraphsOnOneLine(t *testing.T) {
	long := strings.Repeat("и о всех маяках Острой бухты, ", 12)
	text := "РЕЗОЛЮЦИЯ 200/41\n200/41. Хранение маяков\nГенеральная Ассамблея,\n" +
		"ссылаясь на положения Конвенции о лампах " + long + "а также на ее приложение,\n" +
		"подчеркивая, что хранители не спят " + long + "как и прежде,\n" +
		"ссылаясь на свою резолюцию 198/50 от 5 декабря 2143 года " + long + "как и прежде,\n" +
		"1. вновь призывает все государства хранить лампы " + long + "как и прежде;\n" +
		"2. подтверждает, что лампы горят.\n"
	d, err := Open(t.Context(), "draft.txt", []byte(text), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for id, lead := range map[string]string{"pp1": "ссылаясь", "pp2": "подчеркивая", "pp3": "ссылаясь", "op1": "вновь призывает", "op2": "подтверждает"} {
		if c := d.Clause(id); c == nil || !strings.HasPrefix(c.Lead, lead) {
			t.Errorf("%s is %+v, want one that opens with %q", id, c, lead)
		}
	}
}
