package nature

import (
	"reprise/align"
	"reprise/diff/redline"
	"reprise/internal/lexicon"
	"reprise/internal/token"
	"reprise/resolution"
)

// The units and hunks of a wording, by short names.
type (
	unit = redline.Unit
	hunk = redline.Hunk
)

// reading is one reworded clause under analysis. Passes take it in turn, each
// explaining the units it understands; what no pass explains is wording.
type reading struct {
	*Setting
	w                      *redline.Wording
	oldDone, newDone       []bool // units explained
	found                  []claim
	oldLimbs               []limb // nil where no lead opens the text
	newLimbs               []limb
	oldLead, newLead       int    // units of leads that differ; a reason of their own
	oldSection, newSection string // those of the clause
	oldClauses, newClauses []*resolution.Clause
	notes                  []Note          // footnotes of the clause that differ
	oldPlaces, newPlaces   map[string]bool // where events were held that moved on; nil before first use
	recurring              *bool           // the clause speaks of an interval; nil before first use
	oldSums, newSums       *bool           // it speaks of documents unnamed; nil before first use
	asking                 bool            // the clause asks someone to act
	noting                 bool            // its lead asks nothing of anyone; a point without a lead may ask
}

// Class is the language's class of words.
type Class = lexicon.Class

// explain finds the causes of the change from old clauses to new ones.
func (s *Setting) explain(l align.Link, notes []Note) []claim {
	old, new := l.Old, l.New
	r := s.read(Joined(old), Joined(new))
	if len(old) > 0 && len(new) > 0 {
		r.oldSection, r.newSection = old[0].Section, new[0].Section
	}
	r.oldClauses, r.newClauses, r.notes = old, new, notes
	r.readLimbs()
	r.noting = r.noting || len(new) > 0 && new[0].Part == resolution.Preamble
	return r.run(clausePasses)
}

func (s *Setting) read(old, new string) *reading {
	w := &redline.Wording{OldText: old, NewText: new, Old: s.senses(old), New: s.senses(new)}
	w.Sense()
	return &reading{Setting: s, w: w, oldDone: make([]bool, len(w.Old)), newDone: make([]bool, len(w.New))}
}

// titles explains a short quoted title that gave way to another.
func (r *reading) titles(h hunk) []claim {
	return r.pair(h, isKind(token.Title), func(o, n int) Cause { return TitleChanged })
}

// part explains a clause that changed from asking to arguing or back.
func (r *reading) part() []claim {
	old, new := r.oldClauses, r.newClauses
	if movesBetweenParts(old, new) {
		return r.claim(PartChanged, place{0, len(r.w.OldText)}, place{0, len(r.w.NewText)})
	}
	var out []claim
	at := 0
	for i, c := range new {
		if i > 0 && len(old) > 0 && movesBetweenParts(old, new[i:i+1]) { // a part of it
			out = append(out, r.claim(PartChanged, place{0, len(r.w.OldText)}, place{at, at + len(c.Text)})...)
		}
		at += len(c.Text) + len("\n")
	}
	return out
}

func movesBetweenParts(old, new []*resolution.Clause) bool {
	if len(old) == 0 || len(new) == 0 {
		return false
	}
	a, b := old[0].Part, new[0].Part
	return a != b && (a == resolution.Preamble || a == resolution.Operative) && (b == resolution.Preamble || b == resolution.Operative)
}

// isOld tells whether some units are those of the old text.
func (r *reading) isOld(us []unit) bool {
	return len(us) > 0 && len(r.w.Old) > 0 && &us[0] == &r.w.Old[0]
}

// span lists the indices from one unit to another.
func span(from, to int) []int {
	out := make([]int, 0, to-from)
	for i := from; i < to; i++ {
		out = append(out, i)
	}
	return out
}

// take is the claim that a cause explains some units, which are marked as explained.
func (r *reading) take(old, new []int, c Cause) []claim {
	r.mark(old, new)
	return r.claim(c, about(r.w.Old, old), about(r.w.New, new))
}

func (r *reading) mark(old, new []int) {
	for _, i := range old {
		r.oldDone[i] = true
	}
	for _, i := range new {
		r.newDone[i] = true
	}
}

// run is one side of a hunk: the units from:to of a text, with the whole text
// and which of its units a pass has explained.
type run struct {
	text     string
	us       []unit
	done     []bool
	from, to int
}

func (r *reading) oldRun(h hunk) run { return run{r.w.OldText, r.w.Old, r.oldDone, h.O0, h.O1} }

func (r *reading) newRun(h hunk) run { return run{r.w.NewText, r.w.New, r.newDone, h.N0, h.N1} }

// left lists the units of a run that no pass has explained and that satisfy
// the test.
func (in run) left(is func(*unit) bool) []int {
	var out []int
	for i := in.from; i < in.to; i++ {
		if !in.done[i] && is(&in.us[i]) {
			out = append(out, i)
		}
	}
	return out
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
