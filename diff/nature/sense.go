package nature

import (
	"strings"

	"reprise/align"
	"reprise/diff/redline"
	"reprise/internal/lexicon"
	"reprise/internal/token"
	"reprise/resolution"
)

// Setting is what a clause is read against: the language, the scale of leads,
// the names that the two texts define, and where in time they stand.
type Setting struct {
	lex         *lexicon.Lexicon
	scale       *lexicon.Scale
	old, new    *resolution.Document
	names       *lexicon.Phrases // short names that the texts give in brackets; nil before first use
	oldBody     string           // all clauses of the old text; "" before first use
	newBody     string
	oldContents []passage          // nil before first use
	oldHolders  map[string][]int32 // where each word stands among them
	newHolders  map[string][]int32
	newContents []passage
	spread      map[string]int // in how many clauses of both texts a word stands; nil before first use
	byRole      map[string]*lexicon.Phrases
	before      *string               // the symbol of the old text, where it does not say; nil before first use
	numbering   map[numbered]numbered // new numbers of the paragraphs, by the old
}

// Between is the setting of two texts whose clauses are linked, read with the
// lexicon of their language and a scale of leads.
func Between(old, new *resolution.Document, lex *lexicon.Lexicon, scale *lexicon.Scale) *Setting {
	return &Setting{lex: lex, scale: scale, old: old, new: new}
}

// Follow tells the setting how the clauses are linked: which paragraph became which.
func (s *Setting) Follow(links []align.Link) { s.numbering = renumbering(links) }

// OldBody is the whole old text, one clause a line.
func (s *Setting) OldBody() string { return body(s.old, &s.oldBody) }

// NewBody is the whole new text, one clause a line.
func (s *Setting) NewBody() string { return body(s.new, &s.newBody) }

// body is the whole text of a document, joined once.
func body(d *resolution.Document, body *string) string {
	if *body == "" && d != nil {
		*body = Joined(d.Clauses)
	}
	return *body
}

// senses are the units of a text with keys of their sense: small letters, one
// spelling, one name for one thing. Names of several words become one unit.
func (s *Setting) senses(text string) []unit {
	us := redline.Units(text, s.lex)
	for i := range us {
		us[i].Key = s.lex.Spelt(us[i].Alike())
		if s.lex.Shouted(us[i].Text) {
			us[i].Key = us[i].Text
		}
		if us[i].Kind == token.Citation {
			us[i].Key = lexicon.Fold(s.lex.Citation(us[i].Text))
		}
	}
	s.proportions(us)
	us = s.glueNames(text, us)
	for i := range us {
		us[i].Class |= s.lex.Phrases().Classes(us[i].Key)
	}
	return us
}

// glueNames joins the units of each name that has another form, under the
// name's key. A short name in brackets behind the long one goes with it.
func (s *Setting) glueNames(text string, us []unit) []unit {
	s.defineNames()
	out := us[:0]
	for i := 0; i < len(us); {
		m, ok := s.nameAt(us, i)
		if !ok {
			out = append(out, us[i])
			i++
			continue
		}
		end := i + m.Length
		if end+2 < len(us) && us[end].Text == "(" {
			if short, ok := s.nameAt(us, end+1); ok && (short.Key == m.Key || initialsOnly(us[end+1:end+1+short.Length])) && end+1+short.Length < len(us) && us[end+1+short.Length].Text == ")" {
				end += short.Length + 2
			}
		}
		u := us[i]
		u.Kind, u.Key, u.Class, u.Stop, u.Weight = token.Word, m.Key, m.Class, false, redline.WordWeight
		if m.Class&lexicon.SynonymClass != 0 {
			u.Weigh(m.Key, s.lex)
		}
		u.Text = text[u.At:us[end-1].End()]
		out = append(out, u)
		i = end
	}
	return out
}

// initialsOnly tells whether some units are initials: what a text puts so behind a name is its
// short name there, whatever it is elsewhere ("the Warden for Lamps (OWL)", of whom the Office
// is called so too).
func initialsOnly(us []unit) bool {
	return len(us) == 1 && len(us[0].Text) > 2 && upperLetters(us[0].Text) == us[0].Text
}

// nameAt finds the name that opens at a unit: one that the texts define, else
// one that the language knows.
func (s *Setting) nameAt(us []unit, i int) (lexicon.Match, bool) {
	word := func(k int) string { return us[i+k].Key }
	if m, ok := s.names.At(len(us)-i, word, lexicon.NameClass); ok {
		return m, true
	}
	if m, ok := s.lex.Phrases().At(len(us)-i, word, lexicon.NameClass|lexicon.ActorClass|lexicon.IntervalClass); ok {
		return m, true
	}
	return s.lex.Synonyms().At(len(us)-i, word, lexicon.SynonymClass)
}

// defineNames gathers the short names that either text gives in brackets
// behind a long one: "the Kite Flyers Alliance (KFA)".
func (s *Setting) defineNames() {
	if s.names != nil {
		return
	}
	s.names = &lexicon.Phrases{}
	for _, d := range []*resolution.Document{s.old, s.new} {
		if d == nil {
			continue
		}
		for _, c := range d.Clauses {
			s.defineNamesOf(c.Text)
		}
	}
}

func (s *Setting) defineNamesOf(text string) {
	for at := 0; ; {
		open := strings.IndexByte(text[at:], '(')
		if open < 0 {
			return
		}
		open += at
		at = open + 1
		end := strings.IndexByte(text[at:], ')')
		if end < 0 {
			return
		}
		short := text[at : at+end]
		if !isShortName(short) {
			continue
		}
		if long := s.longName(text[max(0, open-maxLongName):open], short); long != "" {
			key := lexicon.Fold(long)
			s.names.Add(s.spelt(long), lexicon.NameClass, key)
			s.names.Add(s.spelt(short), lexicon.NameClass, key)
		}
	}
}

// spelt brings a name to the spelling of the keys it is compared with.
func (s *Setting) spelt(name string) []string {
	words := s.lex.PhraseWords(name)
	for i := range words {
		words[i] = s.lex.Spelt(words[i])
	}
	return words
}

// maxLongName is how far before a bracket, in bytes, a long name may begin.
const maxLongName = 160

// isShortName tells an abbreviation: no more than three words, with two
// capitals in the first, and no symbol of a document.
func isShortName(s string) bool {
	if len(s) < 2 || len(s) > 24 || strings.Count(s, " ") > 2 || strings.ContainsAny(s, "/,;") {
		return false
	}
	first, _, _ := strings.Cut(s, " ")
	n := 0
	for i := range len(first) {
		if 'A' <= first[i] && first[i] <= 'Z' {
			n++
		}
	}
	return n >= 2 && strings.Trim(first, "IVXLC") != ""
}

// longName is the name at the end of a text that a short name stands for: its
// last run of capitalised words, with the words of grammar between them, from
// where their initials spell the short name, if they do.
func (s *Setting) longName(text, short string) string {
	text = strings.TrimRight(text, " ")
	us := redline.Units(text, s.lex)
	first := s.nameStart(us)
	opens := first < len(us) && us[first].At == 0 && len(text) < maxLongName-1 // the clause begins here
	for opens && first < len(us) && s.lex.Phrases().Classes(lexicon.Fold(us[first].Text))&lexicon.LeadClass != 0 {
		first++ // "Recalling the ...": the lead is no part of the name
	}
	for i := first; i < len(us); i++ {
		if initials(us[i:]) == upperLetters(short) {
			first = i
			break
		}
	}
	for first < len(us) && !capitalised(&us[first]) {
		first++
	}
	if len(us)-first < 2 {
		return ""
	}
	return text[us[first].At:]
}

// nameStart is where the last run of capitalised words begins.
func (s *Setting) nameStart(us []unit) int {
	first := len(us)
	for i := len(us) - 1; i >= 0; i-- {
		switch {
		case capitalised(&us[i]):
			first = i
		case us[i].Stop || us[i].Kind == token.Number || us[i].Text == "," && i > 0 && capitalised(&us[i-1]):
		default:
			return first
		}
	}
	return first
}

// initials are the first letters of the capitalised words, from a capitalised
// word on.
func initials(us []unit) string {
	if !capitalised(&us[0]) {
		return ""
	}
	var b strings.Builder
	for i := range us {
		if capitalised(&us[i]) {
			b.WriteString(us[i].Text[:1])
		}
	}
	return b.String()
}

// upperLetters are the capital letters of a text.
func upperLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 'A' || r > 'Z' {
			return -1
		}
		return r
	}, s)
}

// capitalised tells a word of a name.
func capitalised(u *unit) bool {
	return u.Kind == token.Word && u.Text[0] >= 'A' && u.Text[0] <= 'Z' ||
		u.Kind == token.Word && u.Text[0] >= 0x80 && strings.ToLower(u.Text) != u.Text
}
