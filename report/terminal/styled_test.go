package terminal

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"reprise/diff"
)

// Wrapping loses nothing but the spaces where it breaks, keeps every style,
// and keeps to the width.
func TestWrapKeepsTextAndWidth(t *testing.T) {
	words := rapid.SampledFrom([]string{"keeper", " ", "  ", "-", "tea-cup", "[-", "-]", "{+", "nuclear-weapon-free", "中文字符", "ظل", "é", "A/C.1/75/L.8", "\n", "🫖", "S-10/2"})
	rapid.Check(t, func(t *rapid.T) {
		var runs []run
		for range rapid.IntRange(0, 6).Draw(t, "runs") {
			text := strings.Join(rapid.SliceOfN(words, 0, 8).Draw(t, "words"), "")
			runs = append(runs, run{text, style(rapid.IntRange(0, 3).Draw(t, "style"))})
		}
		width := rapid.IntRange(20, 60).Draw(t, "width")
		lines := wrap(runs, width)
		var got []run
		for _, l := range lines {
			if l.width() > width {
				t.Fatalf("line of %d columns, at most %d wanted: %v", l.width(), width, l)
			}
			got = append(got, l...)
		}
		for s := plain; s <= 3; s++ {
			if want := letters(runs, s); letters(got, s) != want {
				t.Fatalf("style %d: %q, want %q", s, letters(got, s), want)
			}
		}
	})
}

// letters is the text of one style without spaces.
func letters(runs []run, s style) string {
	var b strings.Builder
	for _, r := range runs {
		if r.style == s {
			b.WriteString(r.text)
		}
	}
	return strings.Join(strings.Fields(b.String()), "")
}

func TestWrapOfNoWidthBreaksAtNewlinesOnly(t *testing.T) {
	lines := wrap([]run{{strings.Repeat("tea ", 100) + "\nmilk", plain}}, 0)
	if len(lines) != 2 {
		t.Errorf("%d lines, want 2", len(lines))
	}
}

// Chinese lines break between characters, but in no date or symbol and before no mark.
func TestWrapBreaksChineseAsItsReadersDo(t *testing.T) {
	for width := 20; width < 60; width++ {
		before := ' '
		for _, l := range wrap([]run{{"回顾其2141年12月4日第196/18号和2143年12月6日第198/27号决议，并注意到《海岸灯火公约》的生效。", plain}}, width) {
			text := ""
			for _, r := range l {
				text += r.text
			}
			first, _ := utf8.DecodeRuneInString(text)
			last, _ := utf8.DecodeLastRuneInString(text)
			if strings.ContainsRune("，。》", first) || last == '《' || unicode.IsDigit(before) && unicode.IsDigit(first) || l.width() > width {
				t.Errorf("width %d: %q", width, text)
			}
			before = last
		}
	}
}

// The lead is set apart also where an insertion in brackets stands before it, and no
// letter of any script is lost for it.
func TestItalicLeadKeepsText(t *testing.T) {
	for _, whole := range []string{"深为关切冬季月份，", "будучи глубоко обеспокоена числом,", "Deeply concerned at the"} {
		for at := range whole {
			runs := []run{bracketed(whole[:at], diff.Insert), {whole[at:], plain}}
			for n := range len(whole) {
				got := ""
				for _, l := range wrap(italic(runs, whole[:n]), 0) {
					for _, r := range l {
						got += r.text
					}
				}
				if want := runs[0].text + runs[1].text; got != want {
					t.Fatalf("%q, want %q", got, want)
				}
			}
		}
	}
}

func TestWrapKeepsSymbolsAndBracketsWhole(t *testing.T) {
	for _, l := range wrap([]run{{"Recalling its resolutions S-10/2 and [-nuclear-weapon-free-] [-and-]{+or+} non-proliferation", plain}}, 24) {
		text := ""
		for _, r := range l {
			text += r.text
		}
		if strings.HasSuffix(text, "-") || strings.HasPrefix(text, "]") {
			t.Errorf("cut at a hyphen: %q", text)
		}
	}
}

func TestCleanTakesOutWhatMovesTheCursor(t *testing.T) {
	for text, want := range map[string]string{
		"\x1b[31mred\x1b[0m":               "[31mred[0m",
		"\x1b]0;owned\x07title":            "]0;ownedtitle",
		"\u009b31mC1":                      "31mC1",
		"back\b\b\bspace":                  "backspace",
		"a\r\nb":                           "a\nb",
		"one\ttwo":                         "one  two",
		"\u202Eturned\u202C \u2066x\u2069": "turned x",
		"Arabic\u200Fmark":                 "Arabic\u200Fmark",
		"tea\u2028milk":                    "tea\u2028milk",
	} {
		if got := clean(text); got != want {
			t.Errorf("clean(%q) = %q, want %q", text, got, want)
		}
	}
}

func FuzzCleanLeavesNoControl(f *testing.F) {
	f.Add("\x1b[2J\u0085")
	f.Fuzz(func(t *testing.T, text string) {
		got := clean(text)
		if i := strings.IndexFunc(got, func(r rune) bool { return unicode.IsControl(r) && r != '\n' }); i >= 0 {
			t.Errorf("%q keeps a control character", got)
		}
		if ansi.Strip(got) != got {
			t.Errorf("%q keeps a sequence", got)
		}
	})
}
