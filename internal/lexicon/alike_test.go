package lexicon

import "testing"

func TestFold(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"capitals and apostrophes", "Keeper’s", "keeper's"},
		{"accents are letters", "Élève", "élève"},
		{"ё is printed as е", "Ещё", "еще"},
		{"a Latin letter in a Russian word", "cсылаясь А/55 COVID-19", "ссылаясь а/55 covid-19"},
		{"stretched and vowelled", "ترتـيـبـات يسلّم علماً", "ترتيبات يسلم علما"},
		{"alef with and without hamza", "إلى أن آذار", "الي ان اذار"},
		{"letters as they stand on the page", "ﻻ ﺍﻟﻘﺮﺍﺭ", "لا القرار"},
		{"digits of any script", "٢٠١٥ ۲۰ ２０１５", "2015 20 2015"},
		{"full-width letters", "ＡＢ", "ab"},
		{"radicals and look-alikes", "⼤会 巿民", "大会 市民"},
	} {
		if got := Fold(c.text); got != c.want {
			t.Errorf("%s: Fold(%q) = %q, want %q", c.why, c.text, got, c.want)
		}
		if again := Fold(Fold(c.text)); again != Fold(c.text) {
			t.Errorf("%s: folded twice, %q gives %q", c.why, c.text, again)
		}
	}
}

func TestListLetters(t *testing.T) {
	for _, c := range []struct {
		letter          rune
		place, alphabet int
	}{{'а', 1, 1}, {'е', 6, 1}, {'к', 10, 1}, {'أ', 1, 2}, {'و', 6, 2}, {'a', 0, 0}, {'中', 0, 0}, {'ا', 1, 2}} {
		if place, alphabet := ListLetter(c.letter); place != c.place || alphabet != c.alphabet {
			t.Errorf("ListLetter(%c) = %d, %d, want %d, %d", c.letter, place, alphabet, c.place, c.alphabet)
		}
	}
	for r, want := range map[rune]int{'三': 3, '㈠': 1, '⑽': 10, 'x': 0} {
		if got := Numeral(r); got != want {
			t.Errorf("Numeral(%c) = %d, want %d", r, got, want)
		}
	}
	for r, want := range map[rune]int{'7': 7, '٧': 7, '۷': 7, '７': 7, 'x': -1, '七': -1} {
		if got := Digit(r); got != want {
			t.Errorf("Digit(%c) = %d, want %d", r, got, want)
		}
	}
}
