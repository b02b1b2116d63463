package concord_test

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"reprise/concord"
	"reprise/internal/outside"
	"reprise/read"
	"reprise/resolution"
)

// languages are those that reprise reads, sorted.
var languages = read.Languages()

// eachPair calls f for every two languages.
func eachPair(list []string, f func(a, b string)) {
	for i, a := range list {
		for _, b := range list[i+1:] {
			f(a, b)
		}
	}
}

func open(t testing.TB, name string) *resolution.Document {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return parsed(t, name, string(content))
}

func parsed(t testing.TB, name, text string) *resolution.Document {
	t.Helper()
	d, err := read.Open(t.Context(), name, []byte(text), read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// specimenOf is a text of the lighthouses in a language.
func specimenOf(t testing.TB, language, name string) *resolution.Document {
	t.Helper()
	return open(t, filepath.Join("..", "testdata", "specimen-"+language, name+".md"))
}

// translated are the languages into which the lighthouses were translated from one text;
// the English ones have more clauses.
var translated = []string{"ar", "es", "fr", "ru", "zh"}

// wantNone fails for every fault that is said.
func wantNone(t *testing.T, what string, c *concord.Concordance) {
	t.Helper()
	for _, f := range c.Faults {
		t.Errorf("%s: %s %s: %q against %q", what, f.Kind, name(f), f.Places[0].Text, f.Places[1].Text)
	}
	for _, l := range c.Links {
		if !l.Whole() {
			t.Errorf("%s: a clause has no counterpart", what)
		}
	}
}

func name(f concord.Fault) string {
	for _, p := range f.Places {
		if p.Clause != nil {
			return p.Clause.ID
		}
	}
	return f.Field
}

// Six languages of one resolution say the same, all fifteen pairs.
func TestOneResolutionInSixLanguages(t *testing.T) {
	folder := filepath.Join(outside.Texts(t), "resolutions", "languages")
	eachPair(languages, func(a, b string) {
		c := concord.Texts(open(t, filepath.Join(folder, a, "A_RES_55_100.txt")), open(t, filepath.Join(folder, b, "A_RES_55_100.txt")))
		wantNone(t, a+" and "+b, c)
		if len(c.Links) < 9 {
			t.Errorf("%s and %s: %d links, want 9", a, b, len(c.Links))
		}
	})
}

// The lighthouses say the same in every language, and change alike from one session to
// the next.
func TestLighthousesAgree(t *testing.T) {
	names := []string{"A_RES_200_41", "A_RES_202_38", "A_RES_204_52"}
	for i, name := range names {
		eachPair(translated, func(a, b string) {
			news := [2]*resolution.Document{specimenOf(t, a, name), specimenOf(t, b, name)}
			wantNone(t, fmt.Sprintf("%s: %s and %s", name, a, b), concord.Texts(news[0], news[1]))
			if i > 0 {
				olds := [2]*resolution.Document{specimenOf(t, a, names[i-1]), specimenOf(t, b, names[i-1])}
				wantNone(t, fmt.Sprintf("%s from %s: %s and %s", name, names[i-1], a, b), concord.Versions(olds, news))
			}
		})
	}
}

// Law 11: Texts(b, a) mirrors Texts(a, b), and the same texts give the same result.
func TestMirror(t *testing.T) {
	for _, pair := range [][2]string{{"ar", "fr"}, {"zh", "es"}} {
		a, b := specimenOf(t, pair[0], "A_RES_202_38"), specimenOf(t, pair[1], "A_RES_204_52")
		one, other := concord.Texts(a, b), concord.Texts(b, a)
		if len(one.Faults) == 0 {
			t.Fatal("texts of two sessions agree")
		}
		if again := concord.Texts(a, b); !reflect.DeepEqual(one, again) {
			t.Error("the same texts give two results")
		}
		if len(one.Links) != len(other.Links) || len(one.Faults) != len(other.Faults) {
			t.Fatalf("%d links and %d faults, turned round %d and %d", len(one.Links), len(one.Faults), len(other.Links), len(other.Faults))
		}
		for i, f := range one.Faults {
			g := other.Faults[i]
			if f.Kind != g.Kind || f.Places[0] != g.Places[1] || f.Places[1] != g.Places[0] {
				t.Errorf("fault %d is %v, turned round %v", i, f, g)
			}
		}
	}
}

// readIn reads a text in a language.
func readIn(t testing.TB, language, text string) (*resolution.Document, error) {
	return read.Open(t.Context(), "text.txt", []byte(text), read.Options{Language: language})
}
