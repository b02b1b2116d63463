package lines

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reprise/internal/vocab"
)

// Extraction cuts words ("ens ure", "four of the m"), moves spaces to hyphens
// ("non -proliferation") and loses hyphens ("NuclearWeapon-Free"). A word is
// mended where the pieces are no words and the whole is one: in this text or
// in the table of resolutions. Letters never change, only what parts them.

const (
	// knownHyphen is in how many resolutions of the table a word with its hyphen
	// must stand before a space or nothing is turned into one.
	knownHyphen = 5
	// knownWhole is in how many a word must stand that two pieces are put
	// together to: one in a hundred, as "sea birds" may be two words.
	knownWhole = 30
	// letterOdds is how many times more common the whole must be than a single
	// letter that was cut off it ("the m").
	letterOdds = 5
	// lostOdds is how many times more common a word must be with a hyphen than
	// without before a capital in mid-word is given one.
	lostOdds = 10
)

// mendHyphens puts words together that their line-end hyphen still parts in
// mid-line ("non- use", "recommenda- tions"): clean texts have them too.
func (a *assembly) mendHyphens(text string) string {
	for from := 0; ; {
		at := strings.Index(text[from:], "- ")
		if at < 0 {
			return text
		}
		from += at + len("- ")
		if whole := a.unparted(text[:from-len("- ")], text[from:]); whole != "" {
			text, from = whole, from-len("- ")
		}
	}
}

// unparted joins two halves of a text between which "- " parts a word; "" where
// it parts none ("short- and long-term") or neither form of the word is known.
func (a *assembly) unparted(left, right string) string {
	head, tail := LastWord(left), FirstWord(right)
	if head == "" || tail == "" || !endsLetter(head) || !lowerStart(tail) || a.lex.Stop(tail) {
		return ""
	}
	with, without := strings.ToLower(head+"-"+tail), strings.ToLower(head+tail)
	if a.attested()[with]+a.attested()[without]+vocab.Frequency(with)+vocab.Frequency(without) == 0 {
		return ""
	}
	if a.attested().KeepHyphen(head, tail) {
		return left + "-" + right
	}
	return left + right
}

// mend mends the words of a paragraph.
func (a *assembly) mend(text string) string {
	words := strings.Split(text, " ")
	out := words[:0]
	mended := false
	for _, w := range words {
		if h := a.lostHyphen(w); h != "" {
			w, mended = h, true
		}
		if n := len(out); n > 0 {
			if whole := a.whole(out[n-1], w); whole != "" {
				out[n-1], mended = whole, true
				continue
			}
		}
		out = append(out, w)
	}
	if !mended {
		return text
	}
	return strings.Join(out, " ")
}

// whole gives the word that two pieces were; "" where they are two words.
func (a *assembly) whole(left, right string) string {
	if len(right) == 0 || len(left) == 0 || !endsLetter(left) {
		return ""
	}
	head, tail := LastWord(left), FirstWord(right)
	if tail == "" || head == "" {
		return ""
	}
	if strings.HasPrefix(right, "-") && len(tail) > 1 { // "non -proliferation"
		if a.known(head + tail) {
			return left + right
		}
		return ""
	}
	if !plainLower(tail) || strings.HasPrefix(tail, "-") {
		return a.spacedHyphen(left, right, head, tail)
	}
	low := strings.ToLower(head)
	rarer := min(vocab.Frequency(low), vocab.Frequency(tail))
	if rarer > 0 && !a.cutLetter(low, tail) || len(low)+len(tail) < minWhole {
		return ""
	}
	whole := vocab.Frequency(low + tail)
	if whole < knownWhole || rarer*letterOdds > whole {
		return ""
	}
	return left + right
}

// minWhole keeps "a" and "s" and the like from making words of two letters.
const minWhole = 4

// cutLetter tells whether one of two pieces is a single letter that is no word.
func (a *assembly) cutLetter(head, tail string) bool {
	return len(tail) == 1 && !a.lex.Stop(tail) && len(head) > 1 || len(head) == 1 && !a.lex.Stop(head) && len(tail) > 1
}

// spacedHyphen mends "Nuclear Weapon-Free" where the text has
// "Nuclear-Weapon-Free" elsewhere.
func (a *assembly) spacedHyphen(left, right, head, tail string) string {
	if !strings.Contains(tail, "-") || strings.HasPrefix(right, "-") {
		return ""
	}
	if a.attested()[strings.ToLower(head+"-"+tail)] > 0 {
		return left + "-" + right
	}
	return ""
}

// lostHyphen mends "NuclearWeapon-Free" and "SecretaryGeneral": a capital in
// mid-word, and the word with a hyphen before it is known; "" where there is
// nothing to mend.
func (a *assembly) lostHyphen(w string) string {
	for i := 1; i < len(w); i++ {
		if c := w[i]; c < 'A' || c > 'Z' || w[i-1] < 'a' || w[i-1] > 'z' {
			continue
		}
		head, tail := LastWord(w[:i]), FirstWord(w[i:])
		if a.known(head+"-"+tail) && vocab.Frequency(strings.ToLower(head+tail))*lostOdds <= vocab.Frequency(strings.ToLower(head+"-"+tail)) {
			return w[:i] + "-" + w[i:]
		}
	}
	return ""
}

func (a *assembly) known(word string) bool {
	word = strings.ToLower(word)
	return a.attested()[word] > 0 || vocab.Frequency(word) >= knownHyphen
}

func endsLetter(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r)
}

// plainLower tells whether a word is of small letters and hyphens.
func plainLower(s string) bool {
	for i := 0; i < len(s); i++ {
		if (s[i] < 'a' || s[i] > 'z') && s[i] != '-' {
			return false
		}
	}
	return true
}
