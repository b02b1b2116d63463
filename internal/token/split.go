package token

import (
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"

	"reprise/internal/lexicon"
)

// scanner walks a text once, from left to right. Each rule looks at the text
// from a place on and answers where its token ends; the same place means that
// the rule does not apply.
type scanner struct {
	text string
	lex  *lexicon.Lexicon
	out  []Token
	ends []int // of words cut from ideographs; kept for its room
}

// bytesPerToken is how many bytes of a resolution make one token with its
// space (measured: 3.1 to 3.4); it saves growing the slice.
const bytesPerToken = 3

func split(text string, lex *lexicon.Lexicon) []Token {
	if text == "" {
		return nil
	}
	s := scanner{text: text, lex: lex, out: make([]Token, 0, len(text)/bytesPerToken+4)}
	for at := 0; at < len(text); {
		at = s.next(at)
	}
	return s.out
}

// next takes the token at a place and answers where it ends.
func (s *scanner) next(at int) int {
	switch c := s.text[at]; {
	case c == ' ' || c == '\t':
		return s.take(at, s.spaces(at), Space)
	case c == '\n' || c == '\r':
		return s.take(at, at+1, Space)
	case isDigit(c):
		return s.digits(at)
	case isUpper(c):
		if end := s.symbol(at); end > at {
			return s.take(at, end, Citation)
		}
		return s.word(at)
	case isLower(c):
		return s.word(at)
	default:
		return s.other(at)
	}
}

func (s *scanner) take(at, end int, k Kind) int {
	s.out = append(s.out, Token{Text: s.text[at:end], Kind: k, At: at})
	return end
}

func (s *scanner) spaces(at int) int {
	for at < len(s.text) && (s.text[at] == ' ' || s.text[at] == '\t') {
		at++
	}
	return at
}

// other takes what starts with neither an ASCII letter, a digit nor a space.
func (s *scanner) other(at int) int {
	if end := s.title(at); end > at {
		return s.take(at, end, Title)
	}
	if end := s.money(at); end > at {
		return s.take(at, end, Number)
	}
	if end := s.point(at); end > at {
		return s.take(at, end, Word)
	}
	if s.text[at] < utf8.RuneSelf {
		return s.take(at, at+1, Punct)
	}
	if digitLen(s.text, at) > 0 {
		return s.digits(at)
	}
	if s.unspaced(at) {
		return s.ideographs(at)
	}
	end := segment(s.text, at)
	r, _ := utf8.DecodeRuneInString(s.text[at:])
	switch {
	case isSpaceRune(r):
		return s.take(at, end, Space)
	case isWordRune(r):
		return s.word(at)
	}
	return s.take(at, end, Punct)
}

// word takes a word with what is glued to it, or the ordinal or month that it
// opens.
func (s *scanner) word(at int) int {
	end := s.wordEnd(at)
	known := s.lex.Word(s.text[at:end])
	if known.Is(lexicon.OrdinalRole) {
		if last := s.ordinal(at, end); last > at {
			return s.take(at, last, s.ordinalKind(at, last))
		}
	}
	if (known.Month > 0 || known.Is(lexicon.OpensMonthRole)) && (isUpperAt(s.text, at) || s.lex.SmallMonths()) {
		if month := s.month(at); month > at {
			if last := s.year(month); last > month {
				return s.take(at, last, Date)
			}
		}
	}
	if end < len(s.text) && s.text[end] == ')' {
		if last := s.halfPoint(at, end); last > end {
			return s.take(at, last, Word)
		}
	}
	return s.take(at, end, Word)
}

// wordEnd is the end of the word at a place, its hyphens included: a drafter
// changes "gender-sensitive" as one word.
func (s *scanner) wordEnd(at int) int {
	end := s.plainWord(at)
	for {
		hyphen := hyphenLen(s.text, end)
		if hyphen == 0 || end+hyphen >= len(s.text) || !startsWord(s.text, end+hyphen) {
			return end
		}
		end = s.plainWord(end + hyphen)
	}
}

// plainWord is the end of the word at a place by Unicode's rules. Most words
// are ASCII letters before an ASCII space or mark; they need no tables.
func (s *scanner) plainWord(at int) int {
	end := at
	for end < len(s.text) && isAlnum(s.text[end]) {
		end++
	}
	if end > at && (end == len(s.text) || !joinsWords(s.text[end])) {
		return end
	}
	return segment(s.text, at)
}

// joinsWords tells the bytes after which Unicode's rules may carry a word on.
func joinsWords(c byte) bool {
	return c >= utf8.RuneSelf || c == '\'' || c == '.' || c == ':' || c == '_'
}

// segment is the end of Unicode's word segment at a place; always after it.
func segment(text string, at int) int {
	words := words.FromString(text[at:])
	if !words.Next() {
		return len(text)
	}
	return at + words.End()
}

// title is the end of a short quoted title: "General and complete
// disarmament" is one thing to a drafter. Longer quotes are edited inside.
func (s *scanner) title(at int) int {
	open, size := utf8.DecodeRuneInString(s.text[at:])
	closing := lexicon.ClosingQuote(open)
	if open == '«' {
		size += s.blank(at+size) - at - size // "« Cerfs-volants »"
	}
	if closing == 0 || !startsWord(s.text, at+size) || open == '"' && at > 0 && isAlnum(s.text[at-1]) {
		return at
	}
	rest := s.text[at+size : min(len(s.text), at+size+maxTitle)]
	n := strings.IndexRune(rest, closing)
	if n < 0 || strings.ContainsAny(rest[:n], "\n") {
		return at
	}
	return at + size + n + utf8.RuneLen(closing)
}

// maxTitle is the longest title, in bytes, that is one token: about ten words.
// A change inside a longer one shows better by its words.
const maxTitle = 80

// point is the end of a point's letter or number in running text: "(a)",
// "(iv)".
func (s *scanner) point(at int) int {
	if end := s.pointOfSign(at); end > at {
		return end
	}
	if s.text[at] != '(' {
		return at
	}
	end := at + 1
	for end < len(s.text) && isLower(s.text[end]) && end-at <= maxPoint {
		end++
	}
	if end == at+1 || end >= len(s.text) || s.text[end] != ')' {
		return at
	}
	if end-at-1 > 1 && strings.Trim(s.text[at+1:end], "ivxl") != "" && s.text[at+1] != s.text[at+2] {
		return at
	}
	return end + 1
}

// pointOfSign is the end of a point's letter or number of another script:
// "(أ)", "（一）", "(а)".
func (s *scanner) pointOfSign(at int) int {
	open, size := utf8.DecodeRuneInString(s.text[at:])
	if open != '(' && open != '（' {
		return at
	}
	sign, length := utf8.DecodeRuneInString(s.text[at+size:])
	if place, _ := lexicon.ListLetter(sign); sign < utf8.RuneSelf || place == 0 && lexicon.Numeral(sign) == 0 {
		return at
	}
	closing, last := utf8.DecodeRuneInString(s.text[at+size+length:])
	if closing != ')' && closing != '）' {
		return at
	}
	return at + size + length + last
}

// halfPoint is the end of a point's letter or number with a closing bracket
// only, as Spanish and French have it behind a number or another point: "4 a)".
func (s *scanner) halfPoint(at, end int) int {
	label := s.text[at:end]
	if len(label) > 1 && strings.Trim(label, "ivxl") != "" || len(label) == 1 && !isLower(label[0]) || len(label) > maxPoint {
		return at
	}
	for i := len(s.out) - 1; i >= 0 && i >= len(s.out)-2; i-- {
		switch t := s.out[i]; {
		case t.Kind == Space:
		case t.Kind == Number, t.Kind == Citation, t.Kind == Word && strings.HasSuffix(t.Text, ")"), s.lex != nil && s.lex.IsReference(lexicon.Fold(t.Text)):
			return end + 1
		default:
			return at
		}
	}
	return at
}

// maxPoint is the longest point label in letters: "(xviii)".
const maxPoint = 6
