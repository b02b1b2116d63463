package negotiate

import (
	"cmp"
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
	needs     []map[string]bool // words of each of which an instruction must have one
}

// part is a word of a pattern, a slot, or a turn of phrase.
type part struct {
	slot  string   // "where"; "" for words
	words []string // folded, any of which fits
	turn  [][]part // of a turn of phrase: any of which fits
	may   bool     // it may be missing
}

// grammar is how a language words amendments.
type grammar struct {
	lex    *lexicon.Lexicon
	rules  []rule
	result []rule              // of what only shows how a paragraph reads then
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
	turns := turnsOf(lex)
	for _, row := range lex.Table("amending") {
		parts := partsOf(row[1], turns)
		r := rule{row[0], parts, needsOf(parts)}
		if r.operation == "result" {
			g.result = append(g.result, r)
		} else {
			g.rules = append(g.rules, r)
		}
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

// turnsOf are the turns of phrase of a language by name; one may use those before it.
func turnsOf(lex *lexicon.Lexicon) map[string][][]part {
	turns := map[string][][]part{}
	for _, row := range lex.Table("turns") {
		for _, pattern := range row[1:] {
			turns[row[0]] = append(turns[row[0]], partsOf(pattern, turns))
		}
	}
	return turns
}

func partsOf(pattern string, turns map[string][][]part) []part {
	var parts []part
	for _, w := range strings.Fields(pattern) {
		bare, may := strings.CutSuffix(w, "?")
		switch {
		case strings.HasPrefix(bare, "{"):
			parts = append(parts, part{slot: strings.Trim(bare, "{}"), may: may})
		case strings.HasPrefix(bare, "<"):
			parts = append(parts, part{turn: turns[strings.Trim(bare, "<>")], may: may})
		default:
			p := part{}
			for _, alternative := range strings.Split(w, "|") {
				alternative, may := strings.CutSuffix(alternative, "?")
				p.may = p.may || may
				p.words = append(p.words, lexicon.Fold(alternative))
			}
			parts = append(parts, p)
		}
	}
	return parts
}

// needsOf are the words without which a pattern cannot fit, any of each set.
func needsOf(parts []part) []map[string]bool {
	var out []map[string]bool
	for _, p := range parts {
		any := map[string]bool{}
		for _, w := range p.words {
			any[w] = true
		}
		for _, turn := range p.turn {
			needs := needsOf(turn)
			if len(needs) == 0 {
				clear(any)
				break
			}
			for w := range needs[0] {
				any[w] = true
			}
		}
		if !p.may && len(any) > 0 {
			out = append(out, any)
		}
	}
	return out
}

// mayFit tells whether an instruction has the words that a rule needs.
func (r *rule) mayFit(tokens []token) bool {
	for _, any := range r.needs {
		if !slices.ContainsFunc(tokens, func(t token) bool { return any[t.fold] }) {
			return false
		}
	}
	return true
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
	for i := range g.rules {
		r := &g.rules[i]
		if !r.mayFit(tokens) {
			continue
		}
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
	for _, turn := range p.turn {
		if t.fits(slices.Concat(turn, parts[1:]), at) {
			return true
		}
	}
	if p.turn != nil {
		return p.may && t.fits(parts[1:], at)
	}
	if p.slot == "" {
		if at < len(t.tokens) && !t.tokens[at].quote && slices.Contains(p.words, t.tokens[at].fold) && t.fits(parts[1:], at+1) {
			return true
		}
		return p.may && t.fits(parts[1:], at)
	}
	before, had := t.m.slots[p.slot]
	for n := t.longest(p.slot, parts[1:], at); n >= 1; n-- {
		if t.fill(p.slot, t.tokens[at:at+n]) && t.fits(parts[1:], at+n) {
			return true
		}
	}
	if delete(t.m.slots, p.slot); had {
		t.m.slots[p.slot] = before
	}
	return p.may && t.fits(parts[1:], at)
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
	case "words", "by", "mark", "next":
		if t.quoted {
			return min(most, 1)
		}
		return most
	case "nth":
		return min(most, t.lex.LongestOrdinal())
	case "rest":
		return most
	}
	for n := range most {
		if t.tokens[at+n].quote && !t.opensParagraph(at+n) {
			return n
		}
	}
	return most
}

// opensParagraph tells a quotation by which a paragraph is named: "the paragraph
// beginning with “Noting”".
func (t *try) opensParagraph(at int) bool {
	for i := at - 1; i >= 0 && i >= at-maxBegins && !t.tokens[i].quote; i-- {
		if slices.Contains(t.places[t.tokens[i].fold], "begins") {
			return true
		}
	}
	return false
}

// maxBegins is how many words stand at most from "beginning" to the words quoted:
// "beginning with the words".
const maxBegins = 4

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
	case "nth":
		if t.nthOf(tokens) == 0 {
			return false
		}
		t.m.slots[slot] = tokens
	case "words", "by", "mark", "next":
		if t.quoted && !tokens[0].quote {
			return false
		}
		t.m.slots[slot] = tokens
	default:
		t.m.slots[slot] = tokens
	}
	return true
}

// nthOf is the number of an ordinal, -1 for the last, 0 for other words.
func (g *grammar) nthOf(tokens []token) int {
	words := make([]string, len(tokens))
	for i, t := range tokens {
		words[i] = t.fold
	}
	if len(tokens) == 1 && slices.Contains(g.places[words[0]], "last") {
		return -1
	}
	return g.lex.Ordinal(strings.Join(words, " "))
}

// givenWords is what an instruction says of the text that it brings.
type givenWords struct {
	said  bool
	part  string // "preamble", "operative", "point", "heading", "table", "annex"; "" where it does not say
	count int    // 0 where it does not say
	noun  bool   // it says that paragraphs or points follow
	label string // number or letter that the text is to bear, "5", "d"; "" where it does not say
}

// maxGiven is more paragraphs than an amendment brings.
const maxGiven = 100_000

// givenOf reads "two new operative paragraphs".
func (g *grammar) givenOf(tokens []token) (givenWords, bool) {
	out := givenWords{said: true}
	for _, t := range tokens {
		if p := pointOf(t.raw); out.noun && (p != "" || number().MatchString(t.fold)) { // "a new operative paragraph 5", "a new subparagraph (d)"
			out.label = cmp.Or(p, t.fold)
			continue
		}
		if out.noun && suffix().MatchString(t.fold) && out.label != "" {
			out.label += t.fold
			continue
		}
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
		named := g.places[t.fold]
		out.noun = out.noun || slices.Contains(named, "paragraph") || slices.Contains(named, "point")
	}
	return out, true
}
