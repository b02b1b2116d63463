package token

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reprise/internal/lexicon"
)

func language(t testing.TB, code string) *lexicon.Lexicon {
	t.Helper()
	lex, err := lexicon.Language(code)
	if err != nil {
		t.Fatal(err)
	}
	return lex
}

var kindNames = map[Kind]string{Word: "word", Space: "space", Punct: "punct", Number: "number", Date: "date",
	Citation: "citation", Session: "session", Ordinal: "ordinal", Title: "title"}

// shown writes the tokens without spaces, atoms with their kind:
// "of <date 5 December 2218>".
func shown(tokens []Token) string {
	var out []string
	for _, t := range tokens {
		switch t.Kind {
		case Space:
		case Word, Punct:
			out = append(out, t.Text)
		default:
			out = append(out, "<"+kindNames[t.Kind]+" "+t.Text+">")
		}
	}
	return strings.Join(out, " ")
}

func TestSplit(t *testing.T) {
	en := language(t, "en")
	for _, c := range []struct{ why, text, want string }{
		{"words and marks", "Welcomes kites, teacups;", "Welcomes kites , teacups ;"},
		{"hyphens belong to the word", "gender-sensitive well-being", "gender-sensitive well-being"},
		{"apostrophes belong to the word", "women's and keepers' rights", "women's and keepers ' rights"},
		{"a date", "on 5 December 2218,", "on <date 5 December 2218> ,"},
		{"a date without year", "on 21 March of each year", "on <date 21 March> of each year"},
		{"days joined", "on 28 and 29 August 2219", "on <date 28 and 29 August 2219>"},
		{"days with a dash", "from 5–9 May 2219", "from <date 5–9 May 2219>"},
		{"month and year", "in March 2219", "in <date March 2219>"},
		{"may is no month", "may 2219 lamps", "may <number 2219> lamps"},
		{"a paragraph number is no day", "para. 96 and 5 December 2218", "para . <number 96> and <date 5 December 2218>"},
		{"session number", "resolutions 273/58 and 271/65 of", "resolutions <citation 273/58> and <citation 271/65> of"},
		{"parts", "231/16 A, 269/96 A and B and 270/1", "<citation 231/16 A> , <citation 269/96 A and B> and <citation 270/1>"},
		{"special sessions", "S-10/2 and ES-11/1", "<citation S-10/2> and <citation ES-11/1>"},
		{"old style", "1653 (XVI), 3472 B (XXX), 3201 (S-VI)", "<citation 1653 (XVI)> , <citation 3472 B (XXX)> , <citation 3201 (S-VI)>"},
		{"Security Council", "1540 (2004) and S/RES/1540 (2004)", "<citation 1540 (2004)> and <citation S/RES/1540 (2004)>"},
		{"documents", "(A/273/510 and A/273/510/Corr.1)", "( <citation A/273/510> and <citation A/273/510/Corr.1> )"},
		{"drafts", "A/C.1/275/L.8/Rev.1.", "<citation A/C.1/275/L.8/Rev.1> ."},
		{"conference of parties", "in UNEP/COP(14)/23;", "in <citation UNEP/COP(14)/23> ;"},
		{"and/or is no symbol", "and/or HIV/AIDS", "and / or HIV / AIDS"},
		{"session ordinal", "at its seventy-fifth session", "at its <session seventy-fifth> session"},
		{"session of a kind", "its tenth special session", "its <session tenth> special session"},
		{"two sessions", "its fifth and sixth sessions", "its <session fifth> and <session sixth> sessions"},
		{"long ordinal", "its two hundred and first session", "its <session two hundred and first> session"},
		{"ordinal in figures", "the 45th plenary meeting, 75th session", "the <ordinal 45th> plenary meeting , <session 75th> session"},
		{"anniversary", "the thirtieth anniversary", "the <ordinal thirtieth> anniversary"},
		{"cardinals stay words", "two hundred and one kites", "two hundred and one kites"},
		{"percentages", "10 per cent or 2.5%", "<number 10 per cent> or <number 2.5%>"},
		{"money", "$1,250,000 and US$ 5 million", "<number $1,250,000> and US <number $ 5 million>"},
		{"years", "2230 Agenda, 2219-2230 and 2219–2230", "<number 2230> Agenda , <number 2219-2230> and <number 2219–2230>"},
		{"ages", "15-year-old lamps", "15-year-old lamps"},
		{"short title", "entitled “Kites and teacups”, the", "entitled <title “Kites and teacups”> , the"},
		{"straight quotes", `entitled "Kites and teacups".`, `entitled <title "Kites and teacups"> .`},
		{"long quotes are words", "“" + strings.Repeat("kite ", 20) + "”", "“ " + strings.Repeat("kite ", 20) + "”"},
		{"points", "paragraph 2 (d), (iv) and (see)", "paragraph <number 2> (d) , (iv) and ( see )"},
		{"a paragraph of an article", "article 1 (2), 12 (see) and 5 (2219)", "article <number 1 (2)> , <number 12> ( see ) and <citation 5 (2219)>"},
		{"lines", "one\ntwo", "one two"},
	} {
		t.Run(c.why, func(t *testing.T) {
			if got := shown(Split(c.text, en)); got != c.want {
				t.Errorf("Split(%q)\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

func TestSplitFrench(t *testing.T) {
	fr := language(t, "fr")
	for _, c := range []struct{ why, text, want string }{
		{"a date", "du 1er août 2219", "du <date 1er août 2219>"},
		{"days joined", "les 28 et 29 août 2219", "les <date 28 et 29 août 2219>"},
		{"a session", "sa soixante-quinzième session", "sa <session soixante-quinzième> session"},
		{"a session with et", "sa soixante et onzième session", "sa <session soixante et onzième> session"},
		{"parts", "résolutions 269/96 A et B", "résolutions <citation 269/96 A et B>"},
		{"percentages", "10 pour cent", "<number 10 pour cent>"},
		{"titles", "intitulée «Cerfs-volants»", "intitulée <title «Cerfs-volants»>"},
	} {
		t.Run(c.why, func(t *testing.T) {
			if got := shown(Split(c.text, fr)); got != c.want {
				t.Errorf("Split(%q)\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

// Dates, symbols, sessions, shares and points are atoms in every language, and
// Chinese is cut where a reader would cut it.
func TestSplitLanguages(t *testing.T) {
	for _, c := range []struct{ code, why, text, want string }{
		{"fr", "grouped figures", "1 250 000 lampes, 10 %", "<number 1 250 000> lampes , <number 10 %>"},
		{"fr", "points behind a number", "paragraphe 4 a), 10 d) i)", "paragraphe <number 4> a) , <number 10> d) i)"},
		{"fr", "a month with a small letter", "en mars 2219", "en <date mars 2219>"},
		{"fr", "no group before a symbol", "10 273/58", "<number 10> <citation 273/58>"},
		{"es", "a date", "de 4 de diciembre de 2210", "de <date 4 de diciembre de 2210>"},
		{"es", "a session in figures", "el 36º período de sesiones", "el <session 36º> período de sesiones"},
		{"es", "a meeting is no session", "la 7366a sesión plenaria", "la <ordinal 7366a> sesión plenaria"},
		{"es", "points behind a number", "párrafo 10 d) i)", "párrafo <number 10> d) i)"},
		{"es", "shares", "el 50 % y el 10 por ciento", "el <number 50 %> y el <number 10 por ciento>"},
		{"ru", "a date with its word", "от 4 декабря 2210 года", "от <date 4 декабря 2210 года>"},
		{"ru", "joined days", "28 и 29 августа 2219 года", "<date 28 и 29 августа 2219 года>"},
		{"ru", "a session of two words", "на ее шестьдесят девятой сессии", "на ее <session шестьдесят девятой> сессии"},
		{"ru", "a Cyrillic letter of a part", "2200 А (XXI) и 269/96 A", "<citation 2200 А (XXI)> и <citation 269/96 A>"},
		{"ru", "an ordinal in figures", "7364-го заседания", "<ordinal 7364-го> заседания"},
		{"ru", "points", "пункт 25(а)", "пункт <number 25> (а)"},
		{"ar", "a month of two names", "17 كانون الأول/ديسمبر 2219", "<date 17 كانون الأول/ديسمبر 2219>"},
		{"ar", "a blank behind the stroke", "17 كانون الأول/ ديسمبر 2219", "<date 17 كانون الأول/ ديسمبر 2219>"},
		{"ar", "a session behind its noun", "في دورتها السبعين", "في دورتها <session السبعين>"},
		{"ar", "the session of a symbol", "القرار 2006 (د-19)", "القرار <citation 2006 (د-19)>"},
		{"ar", "the part of a symbol", "217 ألف (د - 3)", "<citation 217 ألف (د - 3)>"},
		{"ar", "digits of its own", "القرار ٥٤/١٦٩ و ٢٥ في المائة", "القرار <citation ٥٤/١٦٩> و <number ٢٥ في المائة>"},
		{"ar", "points", "الفقرة 4 (أ)", "الفقرة <number 4> (أ)"},
		{"zh", "words and a date", "回顾其2199年12月17日第254/169号决议", "回顾 其 <date 2199年12月17日> 第 <citation 254/169> 号 决议"},
		{"zh", "a session", "大会第二百七十届会议", "大会 <session 第二百七十届> 会议"},
		{"zh", "a symbol without a blank", "第1754(2207)号", "第 <citation 1754(2207)> 号"},
		{"zh", "shares", "百分之十、10%", "<number 百分之十> 、 <number 10%>"},
		{"zh", "joined days", "2219年8月28日至29日", "<date 2219年8月28日至29日>"},
		{"zh", "full-width digits", "第２６段", "第 <number ２６> 段"},
		{"zh", "a title", "《灯塔公约》的", "<title 《灯塔公约》> 的"},
		{"zh", "a scale", "500万美元", "<number 500万> 美元"},
		{"zh", "points", "第4(a)段和（二）", "第 <number 4> (a) 段 和 （二）"},
	} {
		t.Run(c.code+" "+c.why, func(t *testing.T) {
			if got := shown(Split(c.text, language(t, c.code))); got != c.want {
				t.Errorf("Split(%q)\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

// Tokens joined are the text, byte for byte, at the offsets they give.
func checkExact(t interface{ Fatalf(string, ...any) }, text string, lex *lexicon.Lexicon) {
	at := 0
	for _, tok := range Split(text, lex) {
		if tok.At != at || tok.Text == "" || !strings.HasPrefix(text[at:], tok.Text) {
			t.Fatalf("token %q at %d, wanted one at %d of %q", tok.Text, tok.At, at, text)
		}
		at += len(tok.Text)
	}
	if at != len(text) {
		t.Fatalf("tokens end at %d of %d of %q", at, len(text), text)
	}
	if each := slices.Collect(Each(text, lex)); !slices.Equal(each, Split(text, lex)) {
		t.Fatalf("one by one %q is split otherwise: %v", text, each)
	}
}

func TestSplitIsExact(t *testing.T) {
	en := language(t, "en")
	pieces := rapid.SampledFrom([]string{" ", "5", "31", "December", "2218", "/", "A", "and", "(", ")", "XVI", "“", "”", `"`,
		"-", "–", "seventy-fifth", "session", "two", "hundred", "per cent", "$", ",", ".", "S-", "é", "中", "\u0301", "\xff", "\n", "\t"})
	rapid.Check(t, func(t *rapid.T) {
		checkExact(t, strings.Join(rapid.SliceOf(pieces).Draw(t, "pieces"), ""), en)
	})
}

// No symbol is as long as a line, and none is looked for that far.
func TestSplitTakesNoEndlessSymbol(t *testing.T) {
	for _, token := range Split(strings.Repeat("A/", maxSymbol)+"1", language(t, "en")) {
		if token.Kind == Citation && len(token.Text) > maxSymbol {
			t.Errorf("a symbol of %d bytes", len(token.Text))
		}
	}
}

func FuzzSplit(f *testing.F) {
	en := language(f, "en")
	f.Add("!a)") // no language
	f.Add("回顾其2199年12月17日第254/169号决议第二百七十届会议百分之十")
	f.Add("17 كانون الأول/ديسمبر 2219 في دورتها السبعين 217 ألف (د - 3)")
	f.Add("1 250 000 4 a) 36º período de sesiones 51-е от 4 декабря 2210 года")
	f.Add("Recalling its resolution 273/58 A and B of 5 and 6 December 2218, “Kites” $5 million (XVI)")
	f.Fuzz(func(t *testing.T, text string) {
		checkExact(t, text, en)
		checkExact(t, text, nil)
		for _, code := range lexicon.Codes() {
			checkExact(t, text, language(t, code))
		}
	})
}

func BenchmarkSplit(b *testing.B) {
	en := language(b, "en")
	text := strings.Repeat("Recalling its resolutions 265/49 of 8 December 2210 and 267/31 of 3 December 2212, convinced that "+
		"the keeping of lighthouses contributes to the achievement of general and complete calm, ", 5)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Split(text, en)
	}
}
