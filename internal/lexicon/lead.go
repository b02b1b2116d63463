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
	phrases   map[string][]phrase // by first word, longest first
	modifiers map[string][]modifier
	split     splitter
}

type phrase struct {
	words  []string
	base   string
	form   LeadForm
	object bool
}

type modifier struct {
	words []string
	kind  string
}

func indexLeads(split splitter, rows, mods []Row) leads {
	x := leads{
		phrases:   make(map[string][]phrase, 2*len(rows)+len(rows)/4), // a form of its own for preamble and operative part
		modifiers: make(map[string][]modifier, len(mods)),
		split:     split,
	}
	for _, row := range rows {
		for column, form := range []LeadForm{BareForm, OperativeForm, PreambularForm} {
			x.add(row, column, form)
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

// add enters the forms of one column, longest phrases first.
func (x *leads) add(row Row, column int, form LeadForm) {
	for _, text := range strings.Split(row.at(column), "|") {
		words := x.split.foldsOf(text)
		if len(words) == 0 || words[0] == "-" {
			continue
		}
		base := strings.ToLower(row.at(0))
		if base == "-" {
			base = strings.ToLower(text)
		}
		p := phrase{words: words, base: base, form: form, object: hasTrait(row.at(3), feeling)}
		list := x.phrases[words[0]]
		i := 0
		for i < len(list) && len(list[i].words) >= len(words) {
			i++
		}
		x.phrases[words[0]] = slices.Insert(list, i, p)
	}
}

func hasTrait(column string, want trait) bool {
	all, _ := traitsOf(column) // indexTraits tells of what it does not know
	return all&want != 0
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
	at += len(p.words)
	if q, sequence, end := x.interrupted(words, at-len(p.words)); end > at {
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

// phraseAt gives the longest phrase at a word and gathers the forms that
// phrases of that length can have.
func (x *leads) phraseAt(words []word, at int, lead *Lead) (phrase, bool) {
	if at >= len(words) {
		return phrase{}, false
	}
	var best phrase
	lead.Form = 0
	for _, p := range x.phrases[words[at].fold] {
		if len(p.words) < len(best.words) {
			break
		}
		if fitsAt(words, at, p.words) {
			if lead.Form == 0 {
				best = p
			}
			lead.Form |= p.form
		}
	}
	return best, lead.Form != 0
}

// interrupted gives the longest phrase at a word that a sequence word parts, with
// that word and where the phrase ends: "Calls also upon". The end is 0 for none.
func (x *leads) interrupted(words []word, at int) (p phrase, sequence string, end int) {
	m, ok := x.modifierAt(words, at+1)
	if !ok || m.kind != "sequence" || endsClause(words, at+1) {
		return phrase{}, "", 0
	}
	rest := at + 1 + len(m.words)
	for _, p := range x.phrases[words[at].fold] {
		if len(p.words) > 1 && !(rest < len(words) && endsClause(words, rest)) && fitsAt(words, rest, p.words[1:]) {
			return p, x.split.join(m.words), rest + len(p.words) - 1
		}
	}
	return phrase{}, "", 0
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
