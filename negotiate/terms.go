package negotiate

import (
	"cmp"
	"slices"
	"strings"

	"reprise/diff"
	"reprise/resolution"
)

// term is words that give way to others wherever they stand.
type term struct {
	old, new string
	title    bool
	parts    []resolution.Part
}

func (t term) operation() Operation {
	op := Operation{Kind: ReplaceWords, Words: t.old, By: Passage{Text: t.new}, all: true}
	if t.title {
		op.Targets = append(op.Targets, Target{Kind: TitlePlace})
	}
	for _, p := range t.parts {
		op.Targets = append(op.Targets, Target{Kind: WholePlace, Part: p})
	}
	return op
}

// leastClauses is how many clauses a term must change in to be changed once for
// all: for two, two operations are as plain.
const leastClauses = 3

// maxTerms bounds how many terms are looked for.
const maxTerms = 5

// findTerms finds the words that change in the same way in several clauses, and
// stay nowhere.
func (w *writer) findTerms() []term {
	clauses := map[[2]string]map[*resolution.Clause]bool{}
	for _, c := range bodyOf(w.old) {
		new := w.partner[c]
		if new == nil || new.Text == c.Text {
			continue
		}
		for _, h := range hunksOf(diff.Words(c.Text, new.Text)) {
			old, new := core(h.old, h.new)
			if old == "" || new == "" {
				continue
			}
			key := [2]string{old, new}
			if clauses[key] == nil {
				clauses[key] = map[*resolution.Clause]bool{}
			}
			clauses[key][c] = true
		}
	}
	var found [][2]string
	for key, in := range clauses {
		if len(in) >= leastClauses {
			found = append(found, key)
		}
	}
	slices.SortFunc(found, func(a, b [2]string) int {
		return cmp.Or(cmp.Compare(len(clauses[b]), len(clauses[a])), cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
	})
	var out []term
	for _, key := range found {
		if t, ok := w.everywhere(key[0], key[1]); ok && len(out) < maxTerms {
			out = append(out, t)
		}
	}
	return out
}

// core takes what two wordings share at their ends off, up to the ends of words.
func core(old, new string) (string, string) {
	old, new = strings.TrimSpace(old), strings.TrimSpace(new)
	for n := min(len(old), len(new)); n > 0; n-- {
		if old[len(old)-n:] == new[len(new)-n:] && n < len(old) && n < len(new) && wordEnds(old, len(old)-n) && wordEnds(new, len(new)-n) {
			return core(old[:len(old)-n], new[:len(new)-n])
		}
	}
	for n := min(len(old), len(new)); n > 0; n-- {
		if old[:n] == new[:n] && n < len(old) && n < len(new) && wordEnds(old, n) && wordEnds(new, n) {
			return strings.Trim(old[n:], " -"), strings.Trim(new[n:], " -")
		}
	}
	return strings.Trim(old, " -"), strings.Trim(new, " -")
}

// everywhere tells whether a term changes wherever it stands in what stays of the
// old text, and where that is.
func (w *writer) everywhere(old, new string) (term, bool) {
	t := term{old: old, new: new}
	if old == "" || new == "" || old == new || len(occurrencesIn(new, old)) > 0 {
		return t, false
	}
	for _, c := range bodyOf(w.old) {
		if len(occurrencesIn(c.Text, old)) == 0 {
			continue
		}
		partner := w.partner[c]
		if partner != nil && len(occurrencesIn(partner.Text, old)) > 0 {
			return t, false
		}
		if !slices.Contains(t.parts, c.Part) {
			t.parts = append(t.parts, c.Part)
		}
	}
	t.title = len(occurrencesIn(w.old.Title, old)) > 0 && w.draft.title != nil
	if t.title && len(occurrencesIn(w.new.Title, old)) > 0 {
		t.title = false
	}
	slices.Sort(t.parts)
	return t, len(t.parts) > 0
}

// applied is a text of the old draft with the terms changed.
func (w *writer) applied(text string, kind TargetKind, part resolution.Part) string {
	for _, t := range w.terms {
		if kind == TitlePlace && !t.title || kind == ClausePlace && !slices.Contains(t.parts, part) {
			continue
		}
		list := occurrencesIn(text, t.old)
		for i := len(list) - 1; i >= 0; i-- {
			text = text[:list[i][0]] + t.new + text[list[i][1]:]
		}
	}
	return text
}
