package lexicon

import (
	"strings"
	"sync"
)

// reading holds the look-ups that turn lines and paragraphs into the parts of a
// resolution: form lines, enacting formulas, divisions, leads.
type reading struct {
	patterns   []pattern
	byWord     map[string][]int // first word of a pattern -> patterns; "" for those that begin with a slot
	organs     map[string]string
	organShort map[string][]string // codes by short name
	organNames [][]string
	openings   map[string]bool // first words of formulas
	formulas   map[string]formula
	sections   map[string]Division
	numbered   map[string]bool
	leads      leads
}

// formula is an enacting formula; some need their comma, as their words may
// stand alone elsewhere.
type formula struct {
	organ string
	comma bool
}

// Division is a word that opens a division of a text.
type Division struct {
	Kind  string // "annex", "section", "article"
	Short string // for clause IDs: "annex", "art"
}

func (l *Lexicon) indexReading() {
	r := &l.reading
	sp := l.splitter()
	r.organs, r.organShort = map[string]string{}, map[string][]string{}
	for _, row := range l.Table("organs") {
		r.organs[Fold(row.at(1))] = row.at(0)
		r.organNames = append(r.organNames, sp.foldsOf(row.at(1)))
		if short := Fold(row.at(2)); short != "" {
			r.organShort[short] = append(r.organShort[short], row.at(0))
		}
	}
	r.formulas, r.openings = map[string]formula{}, map[string]bool{}
	for _, row := range l.Table("formulas") {
		folds := sp.foldsOf(row.at(1))
		r.openings[folds[0]] = true
		r.formulas[strings.Join(folds, " ")] = formula{organ: row.at(0), comma: EndsInComma(row.at(1))}
	}
	r.sections = map[string]Division{}
	for _, row := range l.Table("sections") {
		r.sections[Fold(row.at(1))] = Division{Kind: row.at(0), Short: row.at(2)}
	}
	r.numbered = map[string]bool{}
	for _, row := range l.Table("numbered") {
		for _, word := range row {
			r.numbered[Fold(word)] = true
		}
	}
	r.indexPatterns(sp, l.Table("lines"))
	r.leads = indexLeads(sp, l.Table("leads"), l.Table("modifiers"))
}

func (r *reading) indexPatterns(sp splitter, rows []Row) {
	r.byWord = map[string][]int{}
	for i, row := range rows {
		parts := sp.partsOf(row.at(1))
		r.patterns = append(r.patterns, pattern{role: row.at(0), parts: parts, need: lastLiteral(parts)})
		first := ""
		if len(parts) > 0 && parts[0][0] != '{' {
			first = parts[0]
		}
		r.byWord[first] = append(r.byWord[first], i)
	}
}

// lastLiteral is the last word of a pattern that is no slot.
func lastLiteral(parts []string) string {
	for i := len(parts) - 1; i >= 0; i-- {
		if parts[i][0] != '{' {
			return parts[i]
		}
	}
	return ""
}

// isOrgan tells whether words are the name of an organ.
func (r *reading) isOrgan(words []word) bool {
	for _, name := range r.organNames {
		if len(name) == len(words) && fitsAt(words, 0, name) {
			return true
		}
	}
	return false
}

// at is a column of a row, "" where the row is shorter.
func (r Row) at(column int) string {
	if column < len(r) {
		return r[column]
	}
	return ""
}

// Line tells which line of the form of a resolution a text is; false where it
// fits none of the language's patterns. The first pattern in file order wins.
func (l *Lexicon) Line(text string) (Line, bool) {
	if len(text) > maxLineBytes || text == "" {
		return Line{}, false
	}
	r := &l.reading
	if len(text) > shortLineBytes { // a paragraph: only what takes anything can fit
		first, _ := l.splitter().nextWord(text, 0)
		if r.byWord[first.fold] == nil && !hasColon(text) {
			return Line{}, false
		}
	}
	room := lineRooms.Get().(*[maxLineWords]word)
	defer lineRooms.Put(room)
	words := l.splitter().wordsOf(room[:0], text)
	if len(words) == 0 {
		return Line{}, false
	}
	exact, open := r.byWord[words[0].fold], r.byWord[""]
	for len(exact) > 0 || len(open) > 0 { // both lists are in file order
		var i int
		if len(open) == 0 || len(exact) > 0 && exact[0] < open[0] {
			i, exact = exact[0], exact[1:]
		} else {
			i, open = open[0], open[1:]
		}
		p := r.patterns[i]
		if len(words) > maxLineWords && !p.long() || !p.endsLike(words) || p.need != "" && !holds(words, p.need) {
			continue
		}
		m := matcher{lex: l, text: text, words: words}
		if m.match(p.parts, 0) {
			return Line{Role: p.role, values: m.values}, true
		}
	}
	return Line{}, false
}

// lineRooms are places for the words of a line, which a match only looks at.
var lineRooms = sync.Pool{New: func() any { return new([maxLineWords]word) }}

func holds(words []word, fold string) bool {
	for i := range words {
		if words[i].fold == fold {
			return true
		}
	}
	return false
}

// shortLineBytes is longer than any line that fits a pattern without {rest} or
// {list}.
const shortLineBytes = 240

// maxLineBytes bounds what is looked at as a line of the form: a list of a
// hundred sponsors, no more.
const maxLineBytes = 6000

func (p pattern) long() bool {
	return len(p.parts) > 0 && (p.parts[0] == "{list}" || p.parts[len(p.parts)-1] == "{rest}")
}

// endsLike tells whether the last word of a line can be that of the pattern:
// nearly every line of a text is turned away by this look.
func (p pattern) endsLike(words []word) bool {
	last := p.parts[len(p.parts)-1]
	return last[0] == '{' || last == words[len(words)-1].fold
}

// Organ gives the code ("GA") of an organ by its name in any case; "" for a
// name that the language does not know.
func (l *Lexicon) Organ(name string) string { return l.reading.organs[Fold(name)] }

// OrganName is the first name of an organ in the language's file, by its code;
// "" for none.
func (l *Lexicon) OrganName(code string) string {
	for _, row := range l.Table("organs") {
		if row.at(0) == code {
			return row.at(1)
		}
	}
	return ""
}

// OrgansCalled lists the codes of the organs that a short name in any case may
// mean, in the order of the table: of "Council" several. Nil for any other word.
func (l *Lexicon) OrgansCalled(short string) []string {
	return l.reading.organShort[Fold(short)]
}

// Formula tells whether a text opens with an enacting formula ("The General
// Assembly,"): the organ's code ("-" for none) and how many bytes the formula
// takes with the punctuation and spaces after it. A formula that more text
// follows needs its comma. Nothing else may stand before it.
func (l *Lexicon) Formula(text string) (organ string, length int, ok bool) {
	first, ok := l.splitter().nextWord(text, 0)
	if !ok || !startsUpper(text) && !caseless(text) || !l.reading.openings[first.fold] {
		return "", 0, false
	}
	var room [maxLineWords]word
	words := l.splitter().wordsOf(room[:0], firstBytes(text, maxFormulaBytes))
	for n := min(len(words), maxFormulaWords); n >= 2; n-- {
		f, known := l.reading.formulas[foldAll(words[:n])]
		if !known {
			continue
		}
		end := words[n-1].to
		if (n < len(words) || f.comma) && !EndsInComma(text[:end]) {
			return "", 0, false
		}
		for end < len(text) && text[end] == ' ' {
			end++
		}
		return f.organ, end, true
	}
	return "", 0, false
}

// EndsInComma tells whether a text ends in the comma of any script.
func EndsInComma(s string) bool {
	return strings.HasSuffix(s, ",") || strings.HasSuffix(s, "，") || strings.HasSuffix(s, "،")
}

// splitter parts lines into words as the language does.
func (l *Lexicon) splitter() splitter { return splitter{l.unspaced} }

const (
	maxFormulaBytes = 160
	maxFormulaWords = 10
)

func firstBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return s[:n]
}

// Division tells whether a word ("Annex", "Section") opens a division.
func (l *Lexicon) Division(word string) (Division, bool) {
	d, ok := l.reading.sections[Fold(word)]
	return d, ok
}

// Genre is the genre of document that a line of a masthead names: "decision" for
// "Decision adopted by the General Assembly"; "" where it names none.
func (l *Lexicon) Genre(line string) string {
	folded := Fold(line)
	for _, row := range l.Table("genres") {
		for _, word := range row[1:] {
			if strings.Contains(folded, Fold(word)) {
				return row[0]
			}
		}
	}
	return ""
}

// Numbered tells whether a number after the word belongs to it ("Goal 6").
func (l *Lexicon) Numbered(word string) bool { return l.reading.numbered[Fold(word)] }
