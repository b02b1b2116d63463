package reprise_test

import (
	"strings"
	"testing"

	"reprise/diff"
	"reprise/read"
	"reprise/resolution"
)

// What is only another spelling, another form of a letter or another quotation mark is no
// change of substance and no point of the summary, and stands in the text as it was typed.
func TestVariantsAreNoChange(t *testing.T) {
	for _, c := range []struct{ why, language, old, was, is string }{
		{"tatweel", "ar", "إن الجمعية العامة،\n\n1 - تقرر إبقاء المصابيح مضاءة؛\n", "إبقاء", "إبقـــاء"},
		{"vowel marks", "ar", "إن الجمعية العامة،\n\n1 - تحيط علما بالتقرير؛\n", "علما", "علماً"},
		{"hamza", "ar", "إن الجمعية العامة،\n\n1 - تقرر إبقاء الأضواء؛\n", "الأضواء", "الاضواء"},
		{"presentation forms", "ar", "إن الجمعية العامة،\n\n1 - تقرر إصلاح العدسات؛\n", "إصلاح", "إصﻼح"},
		{"yeh of another keyboard", "ar", "إن الجمعية العامة،\n\n1 - تقرر أن تبقي المصابيح؛\n", "تبقي", "تبقی"},
		{"Arabic-Indic digits", "ar", "إن الجمعية العامة،\n\n1 - تقرر إصلاح 45 عدسة؛\n", "45", "٤٥"},
		{"yo", "ru", "Генеральная Ассамблея,\n\n1. постановляет беречь перелетных птиц;\n", "перелетных", "перелётных"},
		{"a Latin letter in a Cyrillic word", "ru", "Генеральная Ассамблея,\n\n1. постановляет беречь маяки;\n", "маяки", "мaяки"},
		{"full-width figures", "zh", "大会，\n\n1. 决定修理45个透镜；\n", "45", "４５"},
		{"a look-alike", "zh", "大会，\n\n1. 决定照管城市的灯塔；\n", "城市", "城巿"},
		{"quotation marks", "zh", "大会，\n\n1. 决定审议“灯塔的维护”项目；\n", "“灯塔的维护”", "「灯塔的维护」"},
		{"guillemets", "fr", "L’Assemblée générale,\n\n1. Décide d’examiner la question « Garde des phares » ;\n", "« Garde des phares »", "“Garde des phares”"},
		{"an apostrophe", "fr", "L’Assemblée générale,\n\n1. Décide d’examiner la question ;\n", "d’examiner", "d'examiner"},
		{"quotation marks", "es", "La Asamblea General,\n\n1. Decide examinar el tema “Cuidado de los faros”;\n", "“Cuidado de los faros”", "«Cuidado de los faros»"},
		{"letters with their accents apart", "es", "La Asamblea General,\n\n1. Decide examinar la cuestión;\n", "cuestión", "cuestio\u0301n"},
	} {
		t.Run(c.language+" "+c.why, func(t *testing.T) {
			if strings.Count(c.old, c.was) != 1 {
				t.Fatalf("%q does not stand in the text", c.was)
			}
			old, new := variant(t, c.language, c.old), variant(t, c.language, strings.Replace(c.old, c.was, c.is, 1))
			both := resolution.Alike(old, new)
			result := diff.Compare(both[0], both[1])
			if result.Summary.Substantive > 0 || len(result.Points) > 0 {
				for _, ch := range result.Changes {
					t.Errorf("%s, %s: %v", ch.Status, ch.Nature, ch.Reasons)
				}
			}
		})
	}
}

func variant(t *testing.T, language, text string) *resolution.Document {
	t.Helper()
	d, err := read.Open(t.Context(), "text.txt", []byte(text), read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if d.Language != language {
		t.Fatalf("taken for %s", d.Language)
	}
	return d
}
