package concord

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"reprise/internal/lexicon"
	"reprise/internal/numeral"
	"reprise/internal/token"
)

// fact is what a text says in a way that needs no translation: a date, a number, a
// symbol, a session.
type fact struct {
	kind     Kind
	from, to int // in the text
	key      string
	values   []string // its numbers and months, one by one
}

// facts are what a text says so, in reading order, and the values that it only has
// in words or in Roman figures: these may answer a number of the other language,
// and ask for none.
type facts struct {
	list  []fact
	words map[string]bool
}

// factsOf finds the facts of a text.
func factsOf(text string, lex *lexicon.Lexicon) facts {
	f := facts{words: map[string]bool{}}
	f.read(text, 0, lex)
	return f
}

// maxNesting is how deep quotations within quotations are looked into.
const maxNesting = 3

// read enters the facts of a text that stands at a place in the whole.
func (f *facts) read(text string, at int, lex *lexicon.Lexicon) {
	f.readNested(text, at, lex, maxNesting)
}

func (f *facts) readNested(text string, at int, lex *lexicon.Lexicon, depth int) {
	tokens := token.Split(text, lex)
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		switch {
		case t.Kind == token.Title && depth > 0:
			_, open := utf8.DecodeRuneInString(t.Text)
			f.readNested(t.Text[open:], at+t.At+open, lex, depth-1)
		case t.Kind == token.Number && bracketed(tokens, i):
		case t.Kind == token.Number && i+1 < len(tokens) && lex.Word(tokens[i+1].Text).Is(lexicon.MonthRole):
			f.month(t, tokens[i+1], at, lex)
		case t.Kind == token.Number:
			n := groupsAt(tokens[i:])
			f.number(tokens[i:i+n], at, lex)
			f.scale(tokens[i+n-1], tokens[i+n:], lex)
			i += n - 1
		default:
			f.take(t, at+t.At, lex)
			f.sum(tokens[i:], lex)
		}
	}
}

// month enters a month that is written in figures, with its word behind them: "5月".
func (f *facts) month(t, word token.Token, at int, lex *lexicon.Lexicon) {
	one := fact{kind: DateFault, from: at + t.At, to: at + word.At + len(word.Text), values: dateValues(t.Text+word.Text, lex)}
	if len(one.values) > 0 {
		f.list = append(f.list, one)
	}
}

// sum enters the value of a number of two words, perhaps with one between that joins
// them: "двадцать четыре", "treinta y cuatro", "أربعة وعشرين".
func (f *facts) sum(tokens []token.Token, lex *lexicon.Lexicon) {
	first := lex.Word(tokens[0].Text).Cardinal
	if first == 0 {
		return
	}
	words := 0
	for _, t := range tokens[1:] {
		if t.Kind == token.Space {
			continue
		}
		known := lex.Word(t.Text)
		if words++; words > 2 || t.Kind != token.Word {
			return
		}
		if small, large := min(first, known.Cardinal), max(first, known.Cardinal); small > 0 && small < 10 && large%10 == 0 && large < 100 {
			f.inWords(first + known.Cardinal)
			return
		}
		if !known.Is(lexicon.JoinRole) {
			return
		}
	}
}

// bracketed tells a number in square brackets, which is the mark of a footnote.
func bracketed(tokens []token.Token, i int) bool {
	return i > 0 && i+1 < len(tokens) && tokens[i-1].Text == "[" && tokens[i+1].Text == "]"
}

// groupsAt is how many tokens a number takes whose figures are grouped by spaces:
// "110 000". Where the text runs from right to left, the groups are often typed in the
// order in which they are to be seen, the last first: "000 110".
func groupsAt(tokens []token.Token) int {
	n := 1
	for n+1 < len(tokens) && tokens[n].Text == " " && tokens[n+1].Kind == token.Number &&
		(isGroup(tokens[n-1].Text) || n == 1) && (isGroup(tokens[n+1].Text) || endsGroups(tokens[0].Text)) {
		n += 2
	}
	if n > 1 && !isGroup(tokens[n-1].Text) && !endsGroups(tokens[0].Text) {
		return 1
	}
	return n
}

// endsGroups tells a group of three figures behind which decimals may stand: "630.8".
func endsGroups(text string) bool {
	whole, _, _ := strings.Cut(strings.ReplaceAll(lexicon.PlainDigits(text), ",", "."), ".")
	return isGroup(whole)
}

// isGroup tells a group of three figures that is a token of its own.
func isGroup(text string) bool {
	text = lexicon.PlainDigits(text)
	return len(text) == groupSize && digitsEnd(text, 0) == groupSize
}

// number enters a number whose groups stand in tokens of their own.
func (f *facts) number(tokens []token.Token, at int, lex *lexicon.Lexicon) {
	if len(tokens) == 1 {
		f.take(tokens[0], at+tokens[0].At, lex)
		return
	}
	var groups []string
	for i := 0; i < len(tokens); i += 2 {
		groups = append(groups, lexicon.PlainDigits(tokens[i].Text))
	}
	last := tokens[len(tokens)-1]
	one := fact{kind: NumberFault, from: at + tokens[0].At, to: at + last.At + len(last.Text)}
	forward := numbersIn(strings.Join(groups, " "))
	slices.Reverse(groups)
	if back := numbersIn(strings.Join(groups, " ")); lex.Rule("direction") == "rtl" && len(back) == 1 {
		if len(forward) == 1 {
			f.words[forward[0]] = true
		}
		forward = back
	}
	one.values, one.key = forward, strings.Join(forward, " ")
	f.list = append(f.list, one)
}

// scale multiplies the number entered last by the words of magnitude within it and
// behind it: "2.5 million", "3 mil millones".
func (f *facts) scale(t token.Token, behind []token.Token, lex *lexicon.Lexicon) {
	zeros := lex.Zeros(strings.TrimLeftFunc(t.Text, func(r rune) bool { return !unicode.IsLetter(r) }))
	if len(f.list) == 0 {
		return
	}
	last := &f.list[len(f.list)-1]
	for i := 0; i+1 < len(behind) && behind[i].Kind == token.Space; i += 2 {
		more := lex.Zeros(behind[i+1].Text)
		if more == 0 {
			break
		}
		zeros += more
		last.to += len(behind[i].Text) + len(behind[i+1].Text)
	}
	if zeros > 0 && len(last.values) == 1 {
		last.values[0] = times(last.values[0], zeros)
		last.key = last.values[0]
	}
}

// times multiplies a number as numbersIn writes it by ten, so many times.
func times(value string, zeros int) string {
	whole, fraction, _ := strings.Cut(value, ".")
	fraction += strings.Repeat("0", max(0, zeros-len(fraction)))
	value = strings.TrimLeft(whole+fraction[:zeros], "0")
	if rest := strings.TrimRight(fraction[zeros:], "0"); rest != "" {
		value += "." + rest
	}
	return value
}

// take enters what one token says.
func (f *facts) take(t token.Token, at int, lex *lexicon.Lexicon) {
	one := fact{from: at, to: at + len(t.Text)}
	switch t.Kind {
	case token.Date:
		one.kind, one.values = DateFault, dateValues(t.Text, lex)
	case token.Citation:
		one.kind, one.key = CitationFault, lex.Citation(t.Text)
		one.values = numbersIn(one.key)
	case token.Session:
		one.kind, one.values = SessionFault, ordinalValues(t.Text, lex)
	case token.Ordinal:
		if one.values = numbersIn(t.Text); len(one.values) == 0 {
			f.inWords(lex.Ordinal(t.Text))
			return
		}
		one.kind = NumberFault
	case token.Number:
		one.kind, one.values = NumberFault, numbersIn(t.Text)
	case token.Word:
		one.kind, one.values = NumberFault, numbersInWord(t.Text)
		if len(one.values) == 0 {
			f.word(t.Text, lex)
		}
	}
	if len(one.values) == 0 {
		return
	}
	if one.key == "" {
		one.key = strings.Join(one.values, " ")
	}
	f.list = append(f.list, one)
}

// word enters the value of a number in words, in Roman figures, or of one sign.
func (f *facts) word(text string, lex *lexicon.Lexicon) {
	known := lex.Word(text)
	f.inWords(known.Cardinal)
	f.inWords(lex.Ordinal(text))
	if zeros := lex.Zeros(text); zeros > 0 {
		f.words[times("1", zeros)] = true
	}
	if known.Month > 0 {
		f.words[monthValue(known.Month)] = true
	}
	if r, size := utf8.DecodeRuneInString(text); size == len(text) {
		f.inWords(lexicon.Numeral(r))
	}
	f.inWords(numeral.Roman(strings.ToLower(strings.Trim(text, "()"))))
}

func (f *facts) inWords(n int) {
	if n > 0 {
		f.words[strconv.Itoa(n)] = true
	}
}

// dateValues are the days, months and years of a date.
func dateValues(text string, lex *lexicon.Lexicon) []string {
	numbers, months := lex.DateParts(lexicon.PlainDigits(text))
	var out []string
	for _, n := range numbers {
		out = append(out, strconv.Itoa(n))
	}
	for _, m := range months {
		out = append(out, monthValue(m))
	}
	return out
}

func monthValue(month int) string { return "month " + strconv.Itoa(month) }

// ordinalValues are the value of an ordinal in figures or in words.
func ordinalValues(text string, lex *lexicon.Lexicon) []string {
	if values := numbersIn(text); len(values) > 0 {
		return values
	}
	if n := lex.Ordinal(text); n > 0 {
		return []string{strconv.Itoa(n)}
	}
	return nil
}

// numbersIn are the numbers in figures of a text, without the marks that group their
// figures, without the zeros before them; of a fraction the figures behind a point.
func numbersIn(text string) []string {
	text = lexicon.PlainDigits(text)
	var out []string
	for at := 0; at < len(text); {
		if !isDigit(text[at]) {
			at++
			continue
		}
		end := figuresEnd(text, at)
		out = append(out, plainNumber(text[at:end]))
		at = end
	}
	return out
}

// numbersInWord are the numbers of a word that stand alone in it, between hyphens:
// "post-2015", "15-year-old". Figures beside letters belong to a name ("UF6", "1960s").
func numbersInWord(word string) []string {
	var out []string
	for _, piece := range strings.FieldsFunc(word, isHyphen) {
		if piece = lexicon.PlainDigits(piece); digitsEnd(piece, 0) == len(piece) {
			out = append(out, numbersIn(piece)...)
		}
	}
	return out
}

func isHyphen(r rune) bool { return strings.ContainsRune("-\u2010\u2011\u2013\u2212", r) }

// figuresEnd is the end of the number that opens at a place, over the marks that part
// thousands and decimals.
func figuresEnd(text string, at int) int {
	end := digitsEnd(text, at)
	for {
		n := separatorLen(text[end:])
		if n == 0 || end+n >= len(text) || !isDigit(text[end+n]) {
			return end
		}
		next := digitsEnd(text, end+n)
		if blank(text[end:end+n]) && next-end-n != groupSize {
			return end
		}
		end = next
	}
}

// groupSize is how many figures stand in a group.
const groupSize = 3

func digitsEnd(text string, at int) int {
	for at < len(text) && isDigit(text[at]) {
		at++
	}
	return at
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// separators part thousands or decimals, in one language or another.
var separators = []string{".", ",", " ", "\u00a0", "\u202f", "\u066b", "\u066c"}

func separatorLen(text string) int {
	for _, s := range separators {
		if strings.HasPrefix(text, s) {
			return len(s)
		}
	}
	return 0
}

func blank(mark string) bool {
	return mark != "." && mark != "," && mark != "\u066b" && mark != "\u066c"
}

// plainNumber writes a number without the marks in it. Where the groups behind the
// first have three figures each, they part thousands; else the last parts decimals.
func plainNumber(text string) string {
	groups := strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' })
	whole, fraction := strings.Join(groups, ""), ""
	if last := len(groups) - 1; last > 0 && len(groups[last]) != groupSize {
		whole, fraction = strings.Join(groups[:last], ""), strings.TrimRight(groups[last], "0")
	}
	if whole = strings.TrimLeft(whole, "0"); whole == "" {
		whole = "0"
	}
	if fraction != "" {
		return whole + "." + fraction
	}
	return whole
}
