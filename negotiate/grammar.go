package negotiate

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"reprise/internal/lexicon"
)

// rule is one row of the section "amending": what an instruction asks for, and
// the pattern of its words.
type rule struct {
	operation string
	parts     []part
}

// part is a word of a pattern, or a slot.
type part struct {
	slot  string   // "where"; "" for words
	words []string // folded, any of which fits
	may   bool     // it may be missing
}

// grammar is how a language words amendments.
type grammar struct {
	lex    *lexicon.Lexicon
	rules  []rule
	places map[string][]string // folded word -> roles
	given  map[string][]string
}

var grammars sync.Map // code -> *grammar

// grammarOf is the grammar of a language. It is made once.
func grammarOf(lex *lexicon.Lexicon) *grammar {
	if g, ok := grammars.Load(lex.Code()); ok {
		return g.(*grammar)
	}
	g := &grammar{lex: lex, places: rolesOf(lex, "places"), given: rolesOf(lex, "given")}
	for _, row := range lex.Table("amending") {
		g.rules = append(g.rules, rule{row[0], partsOf(row[1])})
	}
	kept, _ := grammars.LoadOrStore(lex.Code(), g)
	return kept.(*grammar)
}

func rolesOf(lex *lexicon.Lexicon, section string) map[string][]string {
	roles := map[string][]string{}
	for _, row := range lex.Table(section) {
		for _, word := range row[1:] {
			word = lexicon.Fold(word)
			roles[word] = append(roles[word], row[0])
		}
	}
	return roles
}

func partsOf(pattern string) []part {
	var parts []part
	for _, w := range strings.Fields(pattern) {
		if strings.HasPrefix(w, "{") {
			parts = append(parts, part{slot: strings.Trim(w, "{}")})
			continue
		}
		p := part{}
		for _, alternative := range strings.Split(w, "|") {
			alternative, may := strings.CutSuffix(alternative, "?")
			p.may = p.may || may
			p.words = append(p.words, lexicon.Fold(alternative))
		}
		parts = append(parts, p)
	}
	return parts
}

// match is an instruction that a rule fits: what it asks for, and which tokens
// stand in its slots.
type match struct {
	operation string
	slots     map[string][]token
	targets   []Target
	to        Target
	given     givenWords
}

// find gives the first rule that fits all the tokens and that is accepted.
func (g *grammar) find(tokens []token, accept func(*match) bool) (match, bool) {
	for _, r := range g.rules {
		t := &try{grammar: g, tokens: tokens, quoted: hasQuote(tokens), m: match{operation: r.operation, slots: map[string][]token{}}}
		if t.fits(r.parts, 0) && accept(&t.m) {
			return t.m, true
		}
	}
	return match{}, false
}

func hasQuote(tokens []token) bool {
	for _, t := range tokens {
		if t.quote {
			return true
		}
	}
	return false
}

// try is one rule held against an instruction.
type try struct {
	*grammar
	tokens []token
	quoted bool // the instruction has quotation marks: words stand in them
	m      match
	steps  int
}

// maxSteps bounds how often slots are tried in other lengths: no instruction of
// the shared amendments takes a hundredth of it.
const maxSteps = 20_000

func (t *try) fits(parts []part, at int) bool {
	if t.steps++; t.steps > maxSteps {
		return false
	}
	if len(parts) == 0 {
		return at == len(t.tokens)
	}
	p := parts[0]
	if p.slot == "" {
		if at < len(t.tokens) && !t.tokens[at].quote && slices.Contains(p.words, t.tokens[at].fold) && t.fits(parts[1:], at+1) {
			return true
		}
		return p.may && t.fits(parts[1:], at)
	}
	for n := t.longest(p.slot, parts[1:], at); n >= 1; n-- {
		if t.fill(p.slot, t.tokens[at:at+n]) && t.fits(parts[1:], at+n) {
			return true
		}
	}
	return false
}

// longest is how many tokens a slot may take at most: those up to the next
// quotation or to the last that leaves one for each part that must follow.
func (t *try) longest(slot string, rest []part, at int) int {
	most := len(t.tokens) - at
	for _, p := range rest {
		if !p.may {
			most--
		}
	}
	switch slot {
	case "words", "by", "mark":
		if t.quoted {
			return min(most, 1)
		}
		return most
	case "rest":
		return most
	}
	for n := range most {
		if t.tokens[at+n].quote {
			return n
		}
	}
	return most
}

// fill tells whether tokens can stand in a slot, and notes what they mean.
func (t *try) fill(slot string, tokens []token) bool {
	switch slot {
	case "in":
		t.m.slots[slot] = tokens
	case "where":
		targets, ok := t.targetsOf(slices.Concat(t.m.slots["in"], tokens))
		if !ok {
			return false
		}
		t.m.targets = targets
	case "to":
		targets, ok := t.targetsOf(tokens)
		if !ok || len(targets) != 1 {
			return false
		}
		t.m.to = targets[0]
	case "new":
		given, ok := t.givenOf(tokens)
		if !ok {
			return false
		}
		t.m.given = given
	case "words", "by", "mark":
		if t.quoted && !tokens[0].quote {
			return false
		}
		t.m.slots[slot] = tokens
	default:
		t.m.slots[slot] = tokens
	}
	return true
}

// givenWords is what an instruction says of the text that it brings.
type givenWords struct {
	said  bool
	part  string // "preamble", "operative", "point", "heading", "table", "annex"; "" where it does not say
	count int    // 0 where it does not say
}

// maxGiven is more paragraphs than an amendment brings.
const maxGiven = 100_000

// givenOf reads "two new operative paragraphs".
func (g *grammar) givenOf(tokens []token) (givenWords, bool) {
	out := givenWords{said: true}
	for _, t := range tokens {
		if n, err := strconv.Atoi(t.fold); err == nil && n > 0 && n < maxGiven {
			out.count = n
			continue
		}
		if n := g.lex.Cardinal(t.fold); n > 0 && g.given[t.fold] == nil {
			out.count = n
			continue
		}
		roles := g.given[t.fold]
		if len(roles) == 0 {
			return out, false
		}
		if roles[0] != "filler" {
			out.part = roles[0]
		}
	}
	return out, true
}
