package terms

import (
	"slices"
	"strings"
	"testing"
)

func TestFormsOfAWordHaveOneStem(t *testing.T) {
	for language, forms := range map[string][]string{
		"en": {"lighthouse", "Lighthouses", "LIGHTHOUSE"},
		"fr": {"phare", "phares", "Phares"},
		"es": {"decide", "decidiendo", "deciden"},
		"ru": {"маяки", "маяков", "маяками"},
		"ar": {"منارات", "المنارات", "والمنارات", "بالمنارات"}, // the article, and clitics before it
		"xx": {"Lamp", "lamp"},
	} {
		var stems []string
		for _, f := range forms {
			words := In(language).Words(f)
			if len(words) != 1 {
				t.Fatalf("%s: %q is %d words", language, f, len(words))
			}
			stems = append(stems, words[0].Stem)
		}
		if len(slices.Compact(stems)) != 1 {
			t.Errorf("%s: %q have the stems %q", language, forms, stems)
		}
	}
}

func TestChineseIsTakenCharacterByCharacter(t *testing.T) {
	words := In("zh").Words("灯塔，2045年")
	var got []string
	for _, w := range words {
		got = append(got, w.Form)
	}
	if want := "灯 塔 2045 年"; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := Phrase(words[:2]); !slices.Equal(got, []string{"灯_塔"}) {
		t.Errorf("a phrase of two characters is looked for as %q", got)
	}
}

// FuzzWords holds what the stores build on: words stand in order, where they say,
// and a text has every term that is asked for any of its phrases.
func FuzzWords(f *testing.F) {
	for _, s := range []string{"Recalling its resolution 73/58,", "l’entretien des phares", "маяков", "المَنارات", "灯塔", "a\u0301\u0640b", "\xff\xfe"} {
		f.Add(s, "en")
		f.Add(s, "ar")
	}
	f.Fuzz(func(t *testing.T, text, language string) {
		if len(language) != 2 {
			return
		}
		words := In(language).Words(text)
		index := Index(words)
		at := 0
		for _, w := range words {
			if w.From < at || w.To <= w.From || w.To > len(text) || w.Form == "" || w.Stem == "" {
				t.Fatalf("%q: word %+v behind %d", text, w, at)
			}
			if strings.ContainsAny(w.Stem, Between+" \x00") {
				t.Fatalf("%q: the stem %q parts terms", text, w.Stem)
			}
			at = w.To
		}
		if len(words) == 0 {
			return
		}
		for _, term := range append(Phrase(words), Stems(words)...) {
			if _, ok := slices.BinarySearch(index, term); !ok {
				t.Fatalf("%q: the index lacks %q", text, term)
			}
		}
	})
}
