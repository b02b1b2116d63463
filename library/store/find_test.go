package store

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"reprise/internal/database/databasetest"
	"reprise/library"
)

// french is anthem in another language, for what languages
// must not mix.
const french = `A/RES/211/7

Deux cent onzième session

211/7. Hymne des allumeurs de réverbères

L'Assemblée générale,

Rappelant sa résolution 210/29 du 4 décembre 2155,

1. Décide de chanter le mardi ;

2. Prie le Secrétaire général de lui faire rapport sur les chants.
`

func specimens(t *testing.T) []library.Item {
	var items []library.Item
	for _, n := range []string{"A_RES_200_41.md", "A_RES_202_38.md", "A_RES_204_52.md", "A_RES_206_47.md", "A_RES_208_33.md", "A_RES_210_29.md"} {
		items = append(items, itemOf(t, n))
	}
	return append(items, itemFrom(t, "anthem.txt", anthem), itemFrom(t, "hymne.txt", french))
}

// told is what was found, in short.
func told(f *library.Found) string {
	var b strings.Builder
	for _, one := range f.Findings {
		var marked []string
		for _, m := range one.Marks {
			marked = append(marked, one.Last().Text[m[0]:m[1]])
		}
		fmt.Fprintf(&b, "%s %d %s to %s %s %q\n", one.How, len(one.Uses), one.First().Of.Symbol, one.Last().Of.Symbol, one.Last().Clause, marked)
	}
	return b.String()
}

func TestFind(t *testing.T) {
	databasetest.Both(t, func(t *testing.T, where string) {
		l := opened(t, where)
		addTo(t, l, specimens(t)...)
		for _, test := range []struct {
			why, phrase string
			opts        library.FindOptions
			want        string
		}{
			{"word for word, once for all versions", "Sea birds", library.FindOptions{}, `exact 4 A/RES/200/41 to A/RES/210/29 op2 ["sea birds"]`},
			{"in other forms", "sea bird", library.FindOptions{}, `forms 4 A/RES/200/41 to A/RES/210/29 op2 ["sea birds"]`},
			{"in another language", "chante", library.FindOptions{}, `forms 1 A/RES/211/7 to A/RES/211/7 op1 ["chanter"]`},
			{"only in one language", "chante", library.FindOptions{Language: "en"}, ``},
			{"near each other, in any order", "birds spring lighthouses", library.FindOptions{}, `near 4 A/RES/200/41 to A/RES/210/29 op2 ["birds" "lighthouses" "spring"]`},
			{"only such leads, whatever their capitals", "sing", library.FindOptions{Filter: library.Filter{Lead: "DECIDES"}}, `exact 1 A/RES/211/7 to A/RES/211/7 op1 ["sing"]`},
			{"only leads of letters with capitals of their own", "rapport", library.FindOptions{Filter: library.Filter{Lead: "PRIE"}}, `exact 1 A/RES/211/7 to A/RES/211/7 op2 ["rapport"]`},
			{"only this part", "sea birds", library.FindOptions{Filter: library.Filter{Part: "preamble"}}, ``},
			{"only these years", "sea birds", library.FindOptions{Filter: library.Filter{Since: 2150, Until: 2153}}, `exact 2 A/RES/206/47 to A/RES/208/33 op3 ["sea birds"]`},
			{"only this body", "sea birds", library.FindOptions{Filter: library.Filter{Bodies: []string{"SC"}}}, ``},
			{"what no text has", "submarine", library.FindOptions{}, ``},
		} {
			found, err := l.Find(t.Context(), test.phrase, test.opts)
			if err != nil {
				t.Errorf("%s: %v", test.why, err)
				continue
			}
			got := told(found)
			if first, _, _ := strings.Cut(got, "\n"); first != test.want {
				t.Errorf("%s: %q: got\n%swant\n%s", test.why, test.phrase, got, test.want)
			}
		}
		if _, err := l.Find(t.Context(), "?!", library.FindOptions{}); !errors.Is(err, library.ErrNoWords) {
			t.Errorf("no words: %v", err)
		}
	})
}

// TestStoresFindTheSame asks both stores for every two and three words of the
// specimens (law 5).
func TestStoresFindTheSame(t *testing.T) {
	server := databasetest.Schema(t)
	items := specimens(t)
	one, other := opened(t, filepath.Join(t.TempDir(), "library")), opened(t, server)
	addTo(t, one, items...)
	addTo(t, other, items...)
	asked := 0
	for _, item := range items[4:] {
		for _, c := range item.Document.Clauses {
			words := strings.Fields(c.Text)
			for i := 0; i+3 <= len(words); i += 5 {
				for _, phrase := range []string{words[i], strings.Join(words[i:i+2], " "), strings.Join(words[i:i+3], " "), words[i] + " " + words[i+2]} {
					a, err := one.Find(t.Context(), phrase, library.FindOptions{})
					if errors.Is(err, library.ErrNoWords) {
						continue
					}
					b, errB := other.Find(t.Context(), phrase, library.FindOptions{})
					if err != nil || errB != nil {
						t.Fatal(err, errB)
					}
					asked++
					if told(a) != told(b) || a.Lineages != b.Lineages {
						t.Errorf("%q: SQLite found %d\n%sPostgreSQL %d\n%s", phrase, a.Lineages, told(a), b.Lineages, told(b))
					}
				}
			}
		}
	}
	if asked < 100 {
		t.Errorf("only %d questions", asked)
	}
}

// In Arabic a word is found with the clitics that are written with it and without them,
// in Chinese without spaces; both stores say the same.
func TestFindInOtherScripts(t *testing.T) {
	databasetest.Both(t, func(t *testing.T, where string) {
		l := opened(t, where)
		var items []library.Item
		for _, language := range []string{"ar", "zh"} {
			for _, n := range []string{"200_41", "202_38", "204_52"} {
				items = append(items, itemOf(t, filepath.Join("..", "specimen-"+language, "A_RES_"+n+".md")))
			}
		}
		addTo(t, l, items...)
		for _, test := range []struct{ why, phrase, want string }{
			{"as it stands", "المنارات تهدي السفن", `exact 3 A/RES/200/41 to A/RES/204/52 pp2 ["المنارات تهدي السفن"]`},
			{"without the article", "منارات", `forms 3 A/RES/200/41 to A/RES/204/52 pp2 ["المنارات"]`},
			{"with another clitic", "بالمنارات", `forms 3 A/RES/200/41 to A/RES/204/52 pp2 ["المنارات"]`},
			{"a phrase without its articles", "طيور مهاجرة", `forms 3 A/RES/200/41 to A/RES/204/52 pp2 ["والطيور المهاجرة"]`},
			{"as it stands, in Chinese", "候鸟", `exact 3 A/RES/200/41 to A/RES/204/52 pp2 ["候鸟"]`},
			{"a phrase out of the middle of a line", "所有夜间旅行者的安全", `exact 3 A/RES/200/41 to A/RES/204/52 pp4 ["所有夜间旅行者的安全"]`},
			{"two words that stand apart", "灯塔 候鸟", `near 3 A/RES/200/41 to A/RES/204/52 pp2 ["灯" "塔" "候" "鸟"]`},
			{"what no text has", "潜艇", ``},
		} {
			found, err := l.Find(t.Context(), test.phrase, library.FindOptions{})
			if err != nil {
				t.Errorf("%s: %v", test.why, err)
				continue
			}
			if first, _, _ := strings.Cut(told(found), "\n"); first != test.want {
				t.Errorf("%s: %q: got\n%s\nwant\n%s", test.why, test.phrase, told(found), test.want)
			}
		}
	})
}
