package redline

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"reprise/internal/lexicon"
)

// marked writes edits as wdiff does: "a [-b-]{+c+} d".
func marked(edits []Edit) string {
	var out strings.Builder
	for _, e := range edits {
		switch e.Op {
		case Delete:
			out.WriteString("[-" + e.Text + "-]")
		case Insert:
			out.WriteString("{+" + e.Text + "+}")
		default:
			out.WriteString(e.Text)
		}
	}
	return out.String()
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ why, old, new, want string }{
		{"nothing", "", "", ""},
		{"the same", "Welcomes kites;", "Welcomes kites;", "Welcomes kites;"},
		{"added to nothing", "", "Welcomes kites;", "{+Welcomes kites;+}"},
		{"removed to nothing", "Welcomes kites;", "", "[-Welcomes kites;-]"},
		{"a list grows before its last word",
			"Recalling its resolutions 265/49 of 8 December 2210 and 271/65 of 5 December 2216,",
			"Recalling its resolutions 265/49 of 8 December 2210, 271/65 of 5 December 2216 and 273/58 of 5 December 2218,",
			"Recalling its resolutions 265/49 of 8 December 2210[- and-]{+,+} 271/65 of 5 December 2216{+ and 273/58 of 5 December 2218+},"},
		{"a date is one word", "held on 5 December 2218 in Quay", "held on 5 December 2219 in Quay",
			"held on [-5 December 2218-]{+5 December 2219+} in Quay"},
		{"a session is one word", "its two hundred and first session,", "its two hundred and third session,",
			"its [-two hundred and first-]{+two hundred and third+} session,"},
		{"a word put first", "Welcomes the kites", "Also welcomes the kites", "[-Welcomes-]{+Also welcomes+} the kites"},
		{"a word taken from the front", "All kites fly", "kites fly", "[-All -]kites fly"},
		{"no islands of stop words", "the safety of the lamps and of the keepers", "the comfort of the boats and of the cooks",
			"the [-safety of the lamps and of the keepers-]{+comfort of the boats and of the cooks+}"},
		{"an insertion is a phrase", "promote the rights of keepers, and to rest", "promote the rights of keepers and the rights of cooks, and to rest",
			"promote the rights of keepers{+ and the rights of cooks+}, and to rest"},
		{"a member joins a list", "including lamps, bells and horns", "including lamps, buoys, bells and horns",
			"including lamps,{+ buoys,+} bells and horns"},
		{"a clause written anew", "Welcomes the opening of the school for lighthouse keepers in Port Quay;",
			"Requests teapots, saucers, spoons and every other means of hospitality at sea;",
			"[-Welcomes the opening of the school for lighthouse keepers in Port Quay-]{+Requests teapots, saucers, spoons and every other means of hospitality at sea+};"},
		{"a bracket closes where it opens",
			"Welcomes the report of 5 May 2218 (A/218/655) on kites", "Welcomes the report of 6 May 2219 (A/219/640) on kites",
			"Welcomes the report of [-5 May 2218 (A/218/655)-]{+6 May 2219 (A/219/640)+} on kites"},
		{"a bracket stays around what stays",
			"the report of 5 May 2218 (A/218/655 and Add.1) on kites", "the report dated 6 May 2219 (A/219/640 and Add.1) on kites",
			"the report [-of 5 May 2218-]{+dated 6 May 2219+} ([-A/218/655-]{+A/219/640+} and Add.1) on kites"},
		{"a paragraph of an article is one reference",
			"guided by article 1 (2) of the Charter of Kites", "guided by article 1, paragraph 2, of the Charter of Kites",
			"guided by article [-1 (2)-]{+1, paragraph 2,+} of the Charter of Kites"},
		{"words in other capitals hold changes apart",
			"Noting that the Lighthouse Voluntary Trust Fund was established for tea", "Noting that the lighthouse voluntary trust fund is aimed at biscuits",
			"Noting that the [-Lighthouse Voluntary Trust Fund was established for tea-]{+lighthouse voluntary trust fund is aimed at biscuits+}"},
		{"an insertion before the same word in a small letter", "Recalls article 19 of the Charter", "Recalls paragraph 4 of its wishes, and recalls article 19 of the Charter",
			"Recalls{+ paragraph 4 of its wishes, and recalls+} article 19 of the Charter"},
		{"a dash between figures", "the Decade 2215-2230 of Kites and new teas", "the Decade 2215–2230 of Kites and new lamps",
			"the Decade [-2215-2230-]{+2215–2230+} of Kites and new [-teas-]{+lamps+}"},
		{"a phrase amid much that is new",
			"Calls upon the keepers of the northern coast, of the islands and of every harbour that a ship of more than nine tons may enter in winter, to observe the customary silence of lamps, and commends tea;",
			"Requests bakers, cooks, sailors, pilots, divers and all other friends of the sea, as well as their families, neighbours, cats and parrots, to observe the customary silence of lamps while kites pass overhead and until the last horn has sounded;",
			"[-Calls upon the keepers of the northern coast, of the islands and of every harbour that a ship of more than nine tons may enter in winter-]{+Requests bakers, cooks, sailors, pilots, divers and all other friends of the sea, as well as their families, neighbours, cats and parrots+}, to observe the customary silence of lamps[-, and commends tea-]{+ while kites pass overhead and until the last horn has sounded+};"},
		{"blanks are kept", "one  two", "one two", "one [- -]two"},
		{"a bracket is put around a kept name", "the LIGHT-19 storm", "the lamp trouble (LIGHT-19) storm", "the {+lamp trouble (+}LIGHT-19{+)+} storm"},
		{"clauses joined", "Notes the lamps and the bells;", "Notes the lamps;\nNotes the bells;",
			"Notes the lamps[- and-]{+;\nNotes+} the bells;"},
		{"hyphenated words whole", "gender-sensitive lamps and bells", "gender-responsive lamps and bells",
			"[-gender-sensitive-]{+gender-responsive+} lamps and bells"},
	} {
		t.Run(c.why, func(t *testing.T) {
			if got := marked(Words(c.old, c.new)); got != c.want {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestEditKinds(t *testing.T) {
	for _, c := range []struct {
		old, new string
		want     EditKind
	}{
		{"of 5 May 2218,", "of 6 May 2219,", DateEdit},
		{"resolution 273/58 on", "resolution 275/67 on", CitationEdit},
		{"resolution 273/58 of 5 May 2218 on", "resolution 275/67 of 6 May 2220 on", CitationEdit},
		{"its fifth session", "its sixth session", SessionEdit},
		{"for 12 lamps", "for 13 lamps", NumberEdit},
		{"lamps, bells", "lamps; bells", PunctuationEdit},
		{"old lamps", "new lamps", WordEdit},
		{"of lamps", "for lamps", WordEdit},
		{"", "5 May 2218", DateEdit},
		{"the 273/58 and 275/67,", "", CitationEdit},
		{"", "Decides to light the lamps on 5 May 2218;", WordEdit},
		{"", "* * *", PunctuationEdit},
		{"", "of the", WordEdit},
	} {
		for _, e := range Words(c.old, c.new) {
			if e.Op != Equal && e.Kind != c.want {
				t.Errorf("%q to %q: edit %q is of kind %v, want %v", c.old, c.new, e.Text, e.Kind, c.want)
			}
		}
	}
}

// checkEdits asserts law 3: edits are exact. Equal and Delete joined are the
// old text, Equal and Insert the new, byte for byte.
func checkEdits(t interface{ Fatalf(string, ...any) }, old, new string) {
	var gotOld, gotNew strings.Builder
	last := Edit{Op: -1}
	for _, e := range Words(old, new) {
		if e.Op != Insert {
			gotOld.WriteString(e.Text)
		}
		if e.Op != Delete {
			gotNew.WriteString(e.Text)
		}
		if e.Text == "" || e.Op == last.Op || e.Op == Delete && last.Op == Insert {
			t.Fatalf("edit %v %q after %v %q", e.Op, e.Text, last.Op, last.Text)
		}
		last = e
	}
	if gotOld.String() != old || gotNew.String() != new {
		t.Fatalf("edits of %q to %q give %q and %q", old, new, gotOld.String(), gotNew.String())
	}
}

func drawText(t *rapid.T, name string) string {
	word := rapid.SampledFrom([]string{"kites", "lamps", "the", "of", "and", ",", ";", "5 December 2218", "273/58",
		"seventy-fifth", "session", "\n", "  ", "“Kites”", "bells", "gender-sensitive", "é", "\xff", "10 per cent", ""})
	return strings.Join(rapid.SliceOfN(word, 0, 30).Draw(t, name), " ")
}

func TestEditsAreExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkEdits(t, drawText(t, "old"), drawText(t, "new")) })
}

// A text that is inserted or deleted as a whole is told without being cut up, and as
// it would be otherwise.
func TestWholeTexts(t *testing.T) {
	lex, _ := lexicon.Language(lexicon.Default)
	rapid.Check(t, func(t *rapid.T) {
		text := drawText(t, "text")
		for _, sides := range [...][2]string{{"", text}, {text, ""}} {
			got, want := In(sides[0], sides[1], lex), Compare(sides[0], sides[1], lex).edits()
			if !slices.Equal(got, want) {
				t.Fatalf("%q to %q: %v, want %v", sides[0], sides[1], got, want)
			}
		}
	})
}

func FuzzWords(f *testing.F) {
	f.Add("Recalling its resolution 273/58 of 5 December 2218,", "Recalling also 275/67,\n“Kites”")
	f.Fuzz(func(t *testing.T, old, new string) { checkEdits(t, old, new) })
}

// The library's trap: its strings cannot hold surrogates or non-characters.
func TestCodedWordsSurviveStrings(t *testing.T) {
	var c coder
	c.rune("first")
	for i := 0; i < 140_000 && !c.full; i++ {
		c.known = map[string]rune{} // only the runes count here
		r := c.rune("word")
		if r < firstPrivate || !utf8.ValidRune(r) || r&0xFFFF >= 0xFFFE || []rune(string(r))[0] != r {
			t.Fatalf("rune %U does not survive a string", r)
		}
	}
	if !c.full {
		t.Error("140,000 distinct words do not fill the private planes")
	}
}

// The library's trap: unrelated streams cost their product.
func TestEnormousUnlikeTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("slow: two texts of 20,000 words")
	}
	var old, new strings.Builder
	for i := range 20_000 {
		old.WriteString(strings.Repeat("a", i%40+1) + string(rune('a'+i%26)) + " ")
		new.WriteString(strings.Repeat("z", i%40+1) + string(rune('a'+i%25)) + " ")
	}
	checkEdits(t, old.String(), new.String())
}

// The library's trap: runes and bytes. A word of many scripts and invalid
// UTF-8 stays whole.
func TestEveryScript(t *testing.T) {
	checkEdits(t, "ايران 中文字 \xff\xfe résumé 🎏 a\u0301", "ايران 中文 \xff résumé 🎏 á")
}

var typicalOld = "Welcomes the convening of consultative meetings of keepers of the Light, on 15 October 2209 in Quay, 15 March 2211 in Harbour, " +
	"and 27 February 2215 in Dune, which identified joint activities by the keepers to ensure the fulfilment of the obligations set out in the Light and to develop cooperation;"
var typicalNew = strings.Replace(typicalOld, "Harbour, and 27 February 2215 in Dune", "Harbour, 27 February 2215 in Dune and 11 April 2219 in Reef", 1)

func BenchmarkWords(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Words(typicalOld, typicalNew)
	}
}
