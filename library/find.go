package library

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"reprise/internal/lexicon"
	"reprise/internal/terms"
)

// How tells how a clause has a phrase.
type How int

// The ways, best first.
const (
	Exact How = iota // word for word; capitals do not matter
	Forms            // the same words in other forms: "lighthouse" for "lighthouses"
	Near             // the words close together, in any order and form
)

var hows = [...]string{"exact", "forms", "near"}

// String is the way's name in JSON.
func (h How) String() string { return hows[h] }

// Finding is a lineage that has a phrase.
type Finding struct {
	How   How
	Uses  []Use    // the clauses that have the phrase, by adoption; at least one
	Marks [][2]int // where the words stand in the text of the last use, in bytes
}

// First is the earliest use.
func (f Finding) First() Use { return f.Uses[0] }

// Last is the latest use.
func (f Finding) Last() Use { return f.Uses[len(f.Uses)-1] }

// Bodies are those that used the phrase in the lineage, sorted.
func (f Finding) Bodies() []string { return bodies(f.Uses) }

// Found is what a library has of a phrase.
type Found struct {
	Phrase   string
	Findings []Finding // best first: by How, then the most used, then the latest
	Lineages int       // that have the words as asked for, of which Findings has the first
	Common   bool      // there are more: the words are so common that only the texts added last were counted
}

// FindOptions say what to find; the zero value finds DefaultLimit lineages in texts
// of every language.
type FindOptions struct {
	Filter
	Language string // ISO 639-1; "" all that the library has
	Limit    int    // 0 is DefaultLimit
}

// Bounds of Find.
const (
	// DefaultLimit is how many lineages are shown: what a reader looks through.
	DefaultLimit = 20
	// lookedAt is how many of the most used lineages are opened to see how they have
	// a phrase: a phrase that more have is a formula.
	lookedAt = 200
	// commonTexts is how many texts with the words of a phrase are counted where nothing
	// else narrows the search: with "the" in all of them, to count would take longer
	// than to read on.
	commonTexts = 4000
	// nearSlack is how many other words may stand between the words of a near phrase.
	nearSlack = 8
)

// ErrNoWords says that a phrase has no word to look for.
var ErrNoWords = errors.New("no word to look for")

// Find looks for a phrase: word for word, in other forms, and where that finds less
// than the limit, with its words close together.
//
// Law 5: every store gives the same findings in the same order.
func (l *Library) Find(ctx context.Context, phrase string, opts FindOptions) (*Found, error) {
	limit := cmp.Or(opts.Limit, DefaultLimit)
	opts.Lead = lexicon.Fold(opts.Lead)
	languages := []string{opts.Language}
	if opts.Language == "" {
		var err error
		if languages, err = l.store.Languages(ctx); err != nil {
			return nil, err
		}
	}
	out := &Found{Phrase: phrase}
	if len(terms.In("").Words(phrase)) == 0 {
		return nil, ErrNoWords
	}
	for _, near := range []bool{false, true} {
		if near && len(out.Findings) >= limit {
			break
		}
		for _, language := range languages {
			s := search{library: l, words: terms.In(language).Words(phrase), near: near}
			s.query = Query{Language: language, Filter: opts.Filter, Terms: terms.Phrase(s.words)}
			if near {
				s.query.Terms = terms.Stems(s.words)
			}
			if opts.isOpen() {
				s.query.Most = commonTexts
			}
			if err := s.run(ctx, out); err != nil {
				return nil, err
			}
		}
	}
	slices.SortStableFunc(out.Findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.How, b.How), cmp.Compare(len(b.Uses), len(a.Uses)),
			cmp.Compare(b.Last().Of.Adopted, a.Last().Of.Adopted), cmp.Compare(a.First().Lineage, b.First().Lineage))
	})
	out.Findings = out.Findings[:min(limit, len(out.Findings))]
	return out, nil
}

// search looks for words in the texts of one language.
type search struct {
	library *Library
	words   []terms.Word
	query   Query
	near    bool
}

func (s search) run(ctx context.Context, out *Found) error {
	if len(s.words) == 0 || s.near && len(s.words) == 1 {
		return nil
	}
	tallies, err := s.library.store.Lineages(ctx, s.query)
	if err != nil {
		return err
	}
	if !s.near {
		out.Lineages += len(tallies)
	}
	if common, err := s.common(ctx, tallies); err != nil {
		return err
	} else if common {
		out.Common = out.Common || !s.near
		s.query.Terms = nil // all uses of these lineages count, not only the latest
	}
	s.query.Most = 0
	var lineages []int64
	for _, t := range tallies[:min(lookedAt, len(tallies))] {
		if !slices.ContainsFunc(out.Findings, func(f Finding) bool { return f.First().Lineage == t.Lineage }) {
			lineages = append(lineages, t.Lineage)
		}
	}
	if len(lineages) == 0 {
		return nil
	}
	uses, err := s.library.store.Uses(ctx, s.query, lineages)
	if err != nil {
		return err
	}
	for len(uses) > 0 {
		n := 1
		for n < len(uses) && uses[n].Lineage == uses[0].Lineage {
			n++
		}
		if f, ok := s.finding(uses[:n]); ok {
			out.Findings = append(out.Findings, f)
		}
		uses = uses[n:]
	}
	return nil
}

// common tells whether more texts have the words than were counted.
func (s search) common(ctx context.Context, tallies []Tally) (bool, error) {
	uses := 0
	for _, t := range tallies {
		uses += t.Uses
	}
	if s.query.Most == 0 || uses < s.query.Most { // a text has a use at least
		return false, nil
	}
	texts, err := s.library.store.Having(ctx, [][]string{s.query.Terms}, s.query.Most)
	return err == nil && len(texts[0]) > s.query.Most, err
}

// finding judges the uses of one lineage: a store gives all that have the terms,
// which are not all that have the phrase.
func (s search) finding(uses []Use) (Finding, bool) {
	f := Finding{How: Near}
	analyzer := terms.In(s.query.Language)
	known := map[int64]sight{}
	for _, u := range uses {
		seen, ok := known[u.Wording]
		if !ok {
			seen = s.look(analyzer.Words(u.Text))
			known[u.Wording] = seen
		}
		if len(seen.marks) == 0 {
			continue
		}
		f.How, f.Marks = min(f.How, seen.how), seen.marks
		f.Uses = append(f.Uses, u)
	}
	return f, len(f.Uses) > 0
}

// sight is how and where a text has the words; no marks where it has not.
type sight struct {
	how   How
	marks [][2]int
}

func (s search) look(text []terms.Word) sight {
	if s.near {
		return s.lookNear(text)
	}
	out := sight{how: Forms}
	n := len(s.words)
	for i := 0; i+n <= len(text); i++ {
		how, same := Exact, true
		for j, w := range s.words {
			if text[i+j].Stem != w.Stem {
				same = false
				break
			}
			if text[i+j].Form != w.Form {
				how = Forms
			}
		}
		if same {
			out.how = min(out.how, how)
			out.marks = append(out.marks, [2]int{text[i].From, text[i+n-1].To})
		}
	}
	return out
}

// lookNear finds the first window that has all the words, and marks them in it.
func (s search) lookNear(text []terms.Word) sight {
	wanted := map[string]bool{}
	for _, w := range s.words {
		wanted[w.Stem] = true
	}
	for i := range text {
		if !wanted[text[i].Stem] {
			continue
		}
		got := map[string]bool{}
		var marks [][2]int
		for j := i; j < len(text) && j < i+len(s.words)+nearSlack; j++ {
			if wanted[text[j].Stem] {
				got[text[j].Stem] = true
				marks = append(marks, [2]int{text[j].From, text[j].To})
			}
			if len(got) == len(wanted) {
				return sight{Near, marks}
			}
		}
	}
	return sight{}
}
