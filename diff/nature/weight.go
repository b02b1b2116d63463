package nature

import (
	"slices"
	"strings"

	"reprise/internal/lexicon"
	"reprise/internal/token"
)

// What weighs most is looked for inside words that no pass explains, and said beside them:
// that an ask is softened or hardened, a condition put to it, an instrument named or no
// longer named. (Cases: "address" to "consider addressing" inside a clause written anew.)

// facts are the phrases of some roles of the section "facts", with the first of a row for
// their key.
func (s *Setting) facts(roles ...string) *lexicon.Phrases {
	key := strings.Join(roles, " ")
	if p := s.byRole[key]; p != nil {
		return p
	}
	p := &lexicon.Phrases{}
	for _, row := range s.lex.Table("facts") {
		if !slices.Contains(roles, row[0]) {
			continue
		}
		for _, phrase := range row[1:] {
			p.Add(s.lex.PhraseWords(phrase), lexicon.QualifierClass, phrase)
		}
	}
	if s.byRole == nil {
		s.byRole = map[string]*lexicon.Phrases{}
	}
	s.byRole[key] = p
	return p
}

// weights tells what of weight came and went inside the units of a hunk that no pass
// explains.
func (r *reading) weights(old, new []int) []claim {
	var out []claim
	if r.asking {
		out = append(out, r.hedges(old, new)...)
		out = append(out, r.conditions(old, new)...)
	}
	for _, at := range r.instruments(r.w.Old, r.w.New, r.w.OldText, old) {
		out = append(out, r.claim(CitationDropped, at, place{})...)
	}
	for _, at := range r.instruments(r.w.New, r.w.Old, r.w.NewText, new) {
		out = append(out, r.claim(CitationNamed, place{}, at)...)
	}
	return out
}

// hedges tells of a verb that is asked for plainly in one text, and in the other only to be
// considered or striven for.
func (r *reading) hedges(old, new []int) []claim {
	var out []claim
	for _, p := range r.hedged(r.w.Old, r.w.New, old) {
		out = append(out, r.claim(ModalityChanged, p[0], p[1])...)
	}
	for _, p := range r.hedged(r.w.New, r.w.Old, new) {
		out = append(out, r.claim(ModalityChanged, p[1], p[0])...)
	}
	return out
}

// hedged lists the hedges among some units of a text with their verbs, and the places of
// the same verbs without one in the other text.
func (r *reading) hedged(us, other []unit, at []int) [][2]place {
	phrases := r.facts("hedges")
	var out [][2]place
	verb := 0
	for _, i := range at {
		m, ok := phrases.At(len(us)-i, func(k int) string { return us[i+k].Key }, lexicon.QualifierClass)
		if !ok || i < verb || i+m.Length >= len(us) {
			continue
		}
		verb = i + m.Length
		if us[verb].Kind != token.Word || us[verb].Stop {
			continue
		}
		open := us[verb-1].Stop // "to strive to": the verb keeps its form; "consider" gives it another
		bare := slices.IndexFunc(other, func(u unit) bool {
			return open && u.Key == us[verb].Key || u.Key != us[verb].Key && r.lex.Inflected(u.Key, us[verb].Key)
		})
		if bare < 0 || phrasesEndAt(other, bare, phrases) || phrasesEndAt(us, i, phrases) {
			continue
		}
		out = append(out, [2]place{around(us[i : verb+1]), around(other[bare : bare+1])})
	}
	return out
}

// hedgeReach is how many words a hedge has.
const hedgeReach = 4

// phrasesEndAt tells whether one of some phrases stands right before a unit.
func phrasesEndAt(us []unit, at int, phrases *lexicon.Phrases) bool {
	for i := max(0, at-hedgeReach); i < at; i++ {
		if m, ok := phrases.At(at-i, func(k int) string { return us[i+k].Key }, lexicon.QualifierClass); ok && i+m.Length == at {
			return true
		}
	}
	return false
}

// conditions tells of conditions that came or went: phrases that soften or harden an ask
// and stand nowhere in the other text.
func (r *reading) conditions(old, new []int) []claim {
	var out []claim
	for _, at := range r.conditionsIn(r.w.Old, r.w.New, old) {
		out = append(out, r.claim(QualifierDropped, at, place{})...)
	}
	for _, at := range r.conditionsIn(r.w.New, r.w.Old, new) {
		out = append(out, r.claim(QualifierAdded, place{}, at)...)
	}
	return out
}

func (r *reading) conditionsIn(us, other []unit, at []int) []place {
	phrases := r.facts("softens", "hardens")
	var out []place
	for k := 0; k < len(at); k++ {
		i := at[k]
		m, ok := phrases.At(len(us)-i, func(k int) string { return us[i+k].Key }, lexicon.QualifierClass)
		if !ok || !slices.Contains(at, i+m.Length-1) {
			continue
		}
		words := make([]string, m.Length)
		for w := range words {
			words[w] = us[i+w].Key
		}
		if !slices.ContainsFunc(span(0, len(other)), func(o int) bool { return spells(other, o, words) }) {
			out = append(out, around(us[i:i+m.Length]))
		}
		k += m.Length - 1
	}
	return out
}

// instruments lists the names of what binds in law ("the Convention on the Rights of the
// Lamp") that stand whole among some units, and of which the other text has not even most
// of the words.
func (r *reading) instruments(us, other []unit, text string, at []int) []place {
	nouns := r.facts("instrument")
	var out []place
	for _, i := range at {
		if _, ok := nouns.At(1, func(int) string { return us[i].Key }, lexicon.QualifierClass); !ok || !capitalised(&us[i]) {
			continue
		}
		from, to := r.nameAround(us, i)
		whole := slices.Contains(at, from) && slices.Contains(at, to-1)
		name := around(us[from:to])
		told := slices.ContainsFunc(out, func(p place) bool { return text[p.from:p.to] == text[name.from:name.to] })
		said := contentOf(us[from:to])
		if !whole || told || said.total < fewAlike || len(out) > 0 && name.from < out[len(out)-1].to || said.cover(contentOf(other)) >= withinShare {
			continue
		}
		out = append(out, name)
	}
	return out
}

// nameAround is the name of an instrument around its noun: the capitalised words before
// it, and those behind it with the words of grammar between them. A mark or a word that
// joins ends it where another instrument follows.
func (r *reading) nameAround(us []unit, at int) (from, to int) {
	from, to = at, at+1
	for from > 0 && capitalised(&us[from-1]) && us[from-1].Class&(lexicon.LeadClass|lexicon.ActorClass) == 0 {
		from--
	}
	for i := at + 1; i < len(us); i++ {
		switch u := &us[i]; {
		case capitalised(u):
			if _, another := r.facts("instrument").At(1, func(int) string { return u.Key }, lexicon.QualifierClass); another {
				return from, to
			}
			to = i + 1
		case u.Text == "," || u.Class&lexicon.ListingClass != 0:
			if next := i + 1; next == len(us) || !capitalised(&us[next]) && us[next].Class&lexicon.ListingClass == 0 {
				return from, to
			}
		case !u.Stop || u.Kind != token.Word:
			return from, to
		}
	}
	return from, to
}
