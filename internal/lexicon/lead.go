package lexicon

import (
	"slices"
	"strings"
)

// LeadForm is the grammatical form of a lead phrase; a phrase may have several.
type LeadForm uint8

// The forms.
const (
	PreambularForm LeadForm = 1 << iota // "Recalling", "Convinced"
	OperativeForm                       // "Recalls"
	BareForm                            // "Recall", as in declarations
)

// Lead is the phrase that opens a paragraph: sequence, intensity, verb, manner.
type Lead struct {
	Length    int      // bytes of the text that the phrase takes
	Form      LeadForm // the forms its verb can have
	Base      string   // bare form of the verb, "take note"; the word itself, "convinced", where it has no verb
	Sequence  string   // "also", "further"; "" where none; several are joined by a space
	Intensity string   // "strongly", "deeply"
	Manner    string   // "with appreciation", "its deep concern"
}

type leads struct {
	openers   dictionary[int32] // by the first word: the last of the forms that begin with it, from 1
	forms     []form
	modifiers map[string][]modifier
	split     splitter
}

// form is one form of a lead phrase.
type form struct {
	row    Row
	form   LeadForm
	text   string   // as it stands
	words  []string // nil where the spaces of the text part them and nothing is to fold but capitals
	length int      // in words
	before int32    // the form before that begins with the same word, from 1
}

// phrase is a form of a lead in the place where it fits.
type phrase struct {
	length int // in words
	base   string
	form   LeadForm
	object bool
}

type modifier struct {
	words []string
	kind  string
}

// formsARow is how many forms a row of leads has; some have several of a kind.
const formsARow = 3

func indexLeads(split splitter, rows, mods []Row) leads {
	x := leads{
		openers:   dictionaryOf[int32](formsARow * len(rows)),
		forms:     make([]form, 0, formsARow*len(rows)),
		modifiers: make(map[string][]modifier, len(mods)),
		split:     split,
	}
	for _, row := range rows {
		for column, form := range [...]LeadForm{BareForm, OperativeForm, PreambularForm} {
			for text, more := row.at(column), true; more; {
				at := strings.IndexByte(text, '|')
				if more = at >= 0; !more {
					at = len(text)
				}
				x.add(row, form, strings.TrimSpace(text[:at]))
				text = text[min(at+1, len(text)):]
			}
		}
	}
	for _, row := range mods {
		words := split.foldsOf(row.at(1))
		if len(words) == 0 {
			continue
		}
		list := x.modifiers[words[0]]
		i := 0
		for i < len(list) && len(list[i].words) >= len(words) {
			i++
		}
		x.modifiers[words[0]] = slices.Insert(list, i, modifier{words, row.at(0)})
	}
	return x
}

// add enters a form of a lead.
func (x *leads) add(row Row, is LeadForm, text string) {
	if text == "" || text[0] == '-' {
		return
	}
	f := form{row: row, form: is, text: text}
	var first string
	if x.split.plain(text) {
		if end := strings.IndexByte(text, ' '); end < 0 {
			first, f.length = Fold(text), 1
		} else {
			first, f.length = Fold(text[:end]), 1+strings.Count(text, " ")
		}
	} else {
		f.words = x.split.foldsOf(text)
		if f.length = len(f.words); f.length == 0 {
			return
		}
		first = f.words[0]
	}
	at := x.openers.enter(first)
	x.forms = append(x.forms, f)
	x.forms[len(x.forms)-1].before, *at = *at, int32(len(x.forms))
}

// fits tells whether the words of a form from the given one on stand in a text, with no
// mark among them.
func (f *form) fits(words []word, at, from int) bool {
	if f.words != nil {
		return fitsAt(words, at, f.words[from:])
	}
	if at+f.length-from > len(words) {
		return false
	}
	text := f.text
	for ; from > 0; from-- {
		_, text, _ = strings.Cut(text, " ")
	}
	for i := at; text != ""; i++ {
		var want string
		want, text, _ = strings.Cut(text, " ")
		if !equalFold(want, words[i].fold) || i > at && endsClause(words, i) {
			return false
		}
	}
	return true
}

// equalFold tells whether a word in ASCII is another, which is folded.
func equalFold(word, folded string) bool {
	if len(word) != len(folded) {
		return false
	}
	for i := 0; i < len(word); i++ {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != folded[i] {
			return false
		}
	}
	return true
}

// phrase is a form with what its row says of it.
func (f *form) phrase() phrase {
	base := strings.ToLower(f.row.at(0))
	if base == "-" {
		base = strings.ToLower(f.text)
	}
	return phrase{length: f.length, base: base, form: f.form, object: hasTrait(f.row.at(3), feeling)}
}

func hasTrait(column string, want trait) bool {
	return traitsOf(column)&want != 0
}

// maxLeadBytes bounds what is looked at for a lead.
const maxLeadBytes = 160

// maxModifiers is the most modifiers taken on either side of the verb
// ("Remaining deeply and gravely concerned").
const maxModifiers = 3

// Lead finds the lead phrase that opens a text; false where none of the
// language's phrases does. The text is taken as a paragraph: its first letter
// must be a capital.
func (l *Lexicon) Lead(text string) (Lead, bool) {
	if text == "" || !l.small && !startsUpper(text) && !caseless(text) {
		return Lead{}, false
	}
	return l.FurtherLead(text)
}

// FurtherLead is Lead for a text that begins inside a paragraph, "and requests
// ...": its first letter may be small. Whether the words are a lead there, or a
// noun ("requests for lamps"), only what stands around them can tell.
func (l *Lexicon) FurtherLead(text string) (Lead, bool) {
	head := firstBytes(text, maxLeadBytes)
	if head == "" {
		return Lead{}, false
	}
	var room [maxLineWords]word
	words := l.splitter().wordsOf(room[:0], head)
	x := &l.reading.leads
	var lead Lead
	from := x.openerAt(words)
	at := x.takeModifiers(words, from, &lead, frontKinds)
	p, ok := x.phraseAt(words, at, &lead)
	if !ok {
		if p, ok = x.phraseAt(words, from, &lead); !ok {
			return Lead{}, false
		}
		at, lead = from, Lead{Form: lead.Form}
	}
	if from > 0 {
		lead.Form = PreambularForm
	}
	at += p.length
	if q, sequence, end := x.interrupted(words, at-p.length); end > at {
		p, at, lead.Sequence = q, end, x.split.with(lead.Sequence, sequence)
	}
	lead.Base = p.base
	at = x.takeModifiers(words, at, &lead, afterKinds)
	if p.object {
		at = x.takeObject(words, at, &lead)
	}
	last := words[at-1]
	lead.Length = last.from + len(trimEnd(head[last.from:last.to]))
	return lead, true
}

// openerAt is how many words make a lead of the preamble of any lead after them,
// as the Arabic "إذ" does; 0 for none.
func (x *leads) openerAt(words []word) int {
	if m, ok := x.modifierAt(words, 0); ok && m.kind == "preamble" {
		return len(m.words)
	}
	return 0
}

// trimEnd takes the punctuation from the end of a word.
func trimEnd(s string) string {
	for s != "" {
		n := markEnd(s)
		if n == 0 {
			break
		}
		s = s[:len(s)-n]
	}
	return s
}

const (
	frontKinds = "sequence intensity manner"
	afterKinds = "sequence manner"
)

func (x *leads) takeModifiers(words []word, at int, lead *Lead, kinds string) int {
	for range maxModifiers {
		m, ok := x.modifierAt(words, at)
		if !ok || !strings.Contains(kinds, m.kind) || at > 0 && endsClause(words, at) {
			break
		}
		text := x.split.join(m.words)
		switch m.kind {
		case "sequence":
			lead.Sequence = x.split.with(lead.Sequence, text)
		case "intensity":
			lead.Intensity = x.split.with(lead.Intensity, text)
		case "manner":
			lead.Manner = x.split.with(lead.Manner, text)
		}
		at += len(m.words)
	}
	return at
}

// endsClause tells whether punctuation stands between a word and the one before.
func endsClause(words []word, at int) bool {
	return words[at-1].marked
}

// takeObject takes "its deep concern" and a sequence word or manner after it.
func (x *leads) takeObject(words []word, at int, lead *Lead) int {
	next := at
	var taken []string
	for next < len(words) && len(taken) < maxObjectWords {
		m, ok := x.modifierAt(words, next)
		if !ok || m.kind != "determiner" && m.kind != "adjective" && m.kind != "noun" {
			break
		}
		taken = append(taken, x.split.join(m.words))
		next += len(m.words)
		if m.kind == "noun" {
			lead.Manner = x.split.with(lead.Manner, x.split.join(taken))
			return next
		}
	}
	return at
}

const maxObjectWords = 5

func (x *leads) modifierAt(words []word, at int) (modifier, bool) {
	if at >= len(words) {
		return modifier{}, false
	}
	for _, m := range x.modifiers[words[at].fold] {
		if fitsAt(words, at, m.words) {
			return m, true
		}
	}
	return modifier{}, false
}

// phraseAt gives the longest phrase at a word, the first of the language's file, and
// gathers the forms that phrases of that length can have.
func (x *leads) phraseAt(words []word, at int, lead *Lead) (phrase, bool) {
	lead.Form = 0
	if at >= len(words) {
		return phrase{}, false
	}
	var best *form
	for i := x.openers.of(words[at].fold); i > 0; { // the last first
		f := &x.forms[i-1]
		i = f.before
		if best != nil && f.length < best.length || !f.fits(words, at, 0) {
			continue
		}
		if best != nil && f.length > best.length {
			lead.Form = 0
		}
		best, lead.Form = f, lead.Form|f.form
	}
	if best == nil {
		return phrase{}, false
	}
	return best.phrase(), true
}

// interrupted gives the longest phrase at a word that a sequence word parts, with
// that word and where the phrase ends: "Calls also upon". The end is 0 for none.
func (x *leads) interrupted(words []word, at int) (p phrase, sequence string, end int) {
	m, ok := x.modifierAt(words, at+1)
	if !ok || m.kind != "sequence" || endsClause(words, at+1) {
		return phrase{}, "", 0
	}
	rest := at + 1 + len(m.words)
	if rest < len(words) && endsClause(words, rest) {
		return phrase{}, "", 0
	}
	var best *form
	for i := x.openers.of(words[at].fold); i > 0; { // the last first
		f := &x.forms[i-1]
		i = f.before
		if f.length > 1 && (best == nil || f.length >= best.length) && f.fits(words, rest, 1) {
			best = f
		}
	}
	if best == nil {
		return phrase{}, "", 0
	}
	return best.phrase(), x.split.join(m.words), rest + best.length - 1
}

func fitsAt(words []word, at int, want []string) bool {
	if at+len(want) > len(words) {
		return false
	}
	for i, w := range want {
		if words[at+i].fold != w || i > 0 && endsClause(words, at+i) {
			return false
		}
	}
	return true
}

// join puts two pieces of a lead beside each other.
// with puts a piece of a lead behind another, as the language parts words.
func (sp splitter) with(a, b string) string {
	if a == "" {
		return b
	}
	return sp.join([]string{a, b})
}

// join writes words beside each other as the language parts them.
func (sp splitter) join(words []string) string {
	if sp.unspaced {
		return strings.Join(words, "")
	}
	return strings.Join(words, " ")
}
