package main

import (
	"runtime"
	"strings"
	"testing"

	"reprise/diff"
	"reprise/read"
)

// Growth is watched by counting, not by the clock: four times the text may take up to
// growthAllowed times the bytes that are allocated. What copies all that came before
// for each further piece takes sixteen times.
const (
	grownBy       = 4
	growthAllowed = 8
	grownBytes    = 12 << 10 // of the smaller text: below, what every run takes hides the growth
	ownBytes      = 2 << 20  // what a run may take whatever the text: words of a language, tables
)

var growthSeeds = []struct{ format, piece string }{
	{"text", "a\n"}, {"text", "The y, and\n"}, {"text", "Recalling x-\n"}, {"text", "1. Decides a;\n\n"}, {"text", "2/3\n"},
	{"text", "In favour: A, B,\n"}, {"text", "(a) a;\n"}, {"text", "1 See there.\n"}, {"text", "word "},
	{"markdown", "[1]: #x\n\n"}, {"markdown", "*a_b "}, {"markdown", "["}, {"markdown", "[^1]"}, {"markdown", "~~a~~ "}, {"markdown", "<b>a</b>b"},
	{"html", "a<br>"}, {"html", "<b>a</b>b"}, {"html", "<p>1. Decides a;"}, {"html", "<table><tr><td>a"}, {"html", "<del>a</del>"}, {"html", "<pre>a\n\n"},
}

// FuzzGrowth: no text that repeats a piece takes more than its length accounts for,
// in reading it and in comparing it with itself less a word.
func FuzzGrowth(f *testing.F) {
	for _, s := range growthSeeds {
		f.Add(s.format, s.piece)
	}
	f.Fuzz(func(t *testing.T, format, piece string) {
		if len(piece) == 0 || len(piece) > 200 {
			return
		}
		small, ok := taken(t, format, piece, grownBytes/len(piece))
		large, okLarge := taken(t, format, piece, grownBy*grownBytes/len(piece))
		if ok && okLarge && large > growthAllowed*small+ownBytes {
			t.Errorf("%s: %q: %d MB for %d kB, %d MB for %d kB", format, piece, small>>20, grownBytes>>10, large>>20, grownBy*grownBytes>>10)
		}
	})
}

// taken counts the bytes that are allocated for a text; false where it is refused.
func taken(t *testing.T, format, piece string, times int) (uint64, bool) {
	head, tail := "The General Assembly,\n\n1. Decides to keep lamps, ", "\n\n2. Requests a report.\n"
	if format == "html" {
		head, tail = "<p>The General Assembly,</p><p>1. Decides to keep lamps, ", "<p>2. Requests a report."
	}
	text := head + strings.Repeat(piece, times) + tail
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	old, err := read.Open(t.Context(), "old", []byte(text), read.Options{Format: format})
	if err != nil {
		return 0, false
	}
	next, err := read.Open(t.Context(), "new", []byte(strings.Replace(text, "keep lamps", "mend lamps", 1)), read.Options{Format: format})
	if err != nil {
		return 0, false
	}
	diff.Compare(old, next)
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc, true
}
