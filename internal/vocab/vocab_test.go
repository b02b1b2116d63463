package vocab_test

import (
	"testing"

	"reprise/internal/vocab"
)

func TestFrequencyTellsBoilerplateFromSubstance(t *testing.T) {
	if n := vocab.Documents(); n < 1000 {
		t.Fatalf("only %d texts behind the table", n)
	}
	for _, c := range []struct{ common, rare, why string }{
		{"the", "lighthouse", "a function word is in nearly all texts"},
		{"nations", "fisheries", "the name of the organisation says nothing of the subject"},
		{"requests", "typhoon", "leads are boilerplate"},
		{"cooperation", "cooperationn", "a misspelling is unknown"},
		{"decision-making", "decisionmaking", "a hyphen that belongs"},
		{"secretary-general", "secretarygeneral", "a hyphen that belongs, against reading faults in the texts"},
		{"semi-arid", "semiarid", "a hyphen that belongs"},
	} {
		if vocab.Frequency(c.common) <= vocab.Frequency(c.rare) {
			t.Errorf("%s: %q in %d texts, %q in %d", c.why, c.common, vocab.Frequency(c.common), c.rare, vocab.Frequency(c.rare))
		}
	}
}

func TestFrequencyOfUnknownWords(t *testing.T) {
	for _, w := range []string{"", "qzjxkv", "The", "lighthousekeeping", "\xff\x00"} {
		if n := vocab.Frequency(w); n != 0 {
			t.Errorf("Frequency(%q) = %d, want 0", w, n)
		}
	}
}

func TestFrequencyNeverPassesTheNumberOfTexts(t *testing.T) {
	for h := range uint32(1 << 16) {
		if n := vocab.FrequencyOfHash(h << 16); n < 0 || n > vocab.Documents() {
			t.Fatalf("hash %x: %d of %d texts", h<<16, n, vocab.Documents())
		}
	}
}

func TestHashByByte(t *testing.T) {
	h := vocab.HashStart
	for _, b := range []byte("nations") {
		h = vocab.HashByte(h, b)
	}
	if h != vocab.Hash("nations") || vocab.FrequencyOfHash(h) != vocab.Frequency("nations") {
		t.Error("a hash built byte by byte differs from Hash")
	}
}

func BenchmarkFrequency(b *testing.B) {
	for b.Loop() {
		vocab.Frequency("fisheries")
	}
}
