package review

import (
	"cmp"
	"slices"

	"reprise/align"
	"reprise/resolution"
)

// Placed are the marks of a review on the changes of one comparison.
type Placed struct {
	Remarks [][]Mark // for each link: what stands, reviewer by reviewer; nil where nobody said anything
	Lost    []Mark   // what follows no clause into this comparison, in order

	Versions []Version // the texts that lost marks were made on
}

// On is what stands at a change, by its place in the comparison.
func (p Placed) On(change int) []Mark {
	if change >= len(p.Remarks) {
		return nil
	}
	return p.Remarks[change]
}

// Place puts each mark on the change that it is about: the one that it was made
// on where the texts are the same, or else the one that its clause has become,
// by alignment of the text that the review keeps with the two compared. Marks
// that were carried say from where, and whether that is uncertain.
//
// Law 9: a mark follows its clause or is listed. Of each reviewer the latest
// mark on a change stands; all others stay in the review.
func (r Review) Place(on Comparison) Placed {
	versions := map[string]*resolution.Document{}
	for _, v := range r.Versions {
		if d, err := v.document(); err == nil {
			versions[v.Key()] = d
		}
	}
	p := NewFinder(on, versions)
	placed := Placed{Remarks: make([][]Mark, len(on.Links))}
	for _, m := range Merge(r).Marks {
		found, carried := p.Find(m)
		if len(found) == 0 {
			if !m.empty() {
				placed.Lost = append(placed.Lost, m)
			}
			continue
		}
		at := found[0] // of the parts of a split the first has it, in doubt
		carried.Uncertain = carried.Uncertain || len(found) > 1
		m.Carried = m.Carried.then(carried)
		placed.Remarks[at] = append(placed.Remarks[at], m)
	}
	for _, v := range r.Versions {
		if key := v.Key(); slices.ContainsFunc(placed.Lost, func(m Mark) bool { return m.Made.Old == key || m.Made.New == key }) {
			placed.Versions = append(placed.Versions, v)
		}
	}
	for i, marks := range placed.Remarks {
		placed.Remarks[i] = latest(marks)
	}
	return placed
}

// Comparison is what marks are placed on.
type Comparison struct {
	Name     string // the names of both texts, as in Made
	Old, New *resolution.Document
	Links    []align.Link
}

// latest leaves of each reviewer the last mark on a change, without those that
// say nothing any more. Marks of nobody in particular may be several people's:
// all of them stand.
func latest(marks []Mark) []Mark {
	var out []Mark
	slices.SortStableFunc(marks, func(a, b Mark) int {
		return cmp.Or(cmp.Compare(a.Reviewer, b.Reviewer), when(a.Time).Compare(when(b.Time)))
	})
	for i, m := range marks {
		replaced := slices.ContainsFunc(marks[i+1:], func(later Mark) bool { return replaces(later, m) })
		if !replaced && !m.empty() {
			out = append(out, m)
		}
	}
	return out
}

// replaces tells whether a later mark of a reviewer takes the place of another
// on a change: one on the same clause, or one that was made on the change as it
// is now compared. Two that nothing but their way here tells apart are one.
func replaces(later, m Mark) bool {
	if later.Reviewer != m.Reviewer {
		return false
	}
	if later.Verdict == m.Verdict && later.Note == m.Note {
		return true
	}
	return m.Reviewer != "" && when(later.Time).After(when(m.Time)) &&
		(!later.Carried.Is() || later.Carried.Comparison == m.Carried.Comparison && later.Carried.Name == m.Carried.Name)
}

// then is where a mark came from after a further step: still from where it was
// made, and uncertain where any step was.
func (c Carried) then(next Carried) Carried {
	if !c.Is() {
		return next
	}
	c.Uncertain = c.Uncertain || next.Uncertain
	return c
}

// Conflict tells whether reviewers differ about a change: not all that say
// something about it say the same.
func Conflict(marks []Mark) bool {
	seen := NoVerdict
	for _, m := range marks {
		switch {
		case m.Verdict == NoVerdict:
		case seen == NoVerdict:
			seen = m.Verdict
		case seen != m.Verdict:
			return true
		}
	}
	return false
}

// Finder finds the changes of one comparison that marks are about. It may not be used
// by several goroutines at once.
type Finder struct {
	on             Comparison
	versions       map[string]*resolution.Document
	oldKey, newKey string
	byOld, byNew   map[string]int                // link of each clause, by ID
	became         map[[2]string]map[string]fate // version and side → clause → what it became
}

// NewFinder finds changes of a comparison for marks on the versions, by key.
func NewFinder(on Comparison, versions map[string]*resolution.Document) *Finder {
	f := &Finder{on: on, versions: versions, became: map[[2]string]map[string]fate{}, byOld: map[string]int{}, byNew: map[string]int{}}
	f.oldKey, f.newKey = VersionOf(on.Old, "").Key(), VersionOf(on.New, "").Key()
	for i, l := range on.Links {
		for _, c := range l.Old {
			f.byOld[c.ID] = i
		}
		for _, c := range l.New {
			f.byNew[c.ID] = i
		}
	}
	return f
}

// fate is what a clause became in another text.
type fate struct {
	ids       []string
	uncertain bool
}

// Find gives the links that a mark is about, by place, and what is to be said of its
// way there: the link that it was made on, or all parts of what its clause became.
// None where it is lost.
func (f *Finder) Find(m Mark) ([]int, Carried) {
	came := Carried{Comparison: m.Made.Comparison, Name: m.Name}
	switch {
	case m.Made.Old == f.oldKey && m.Made.New == f.newKey:
		return f.exactly(m), Carried{}
	case m.Made.Old == "" && m.Made.New == "": // a file without texts
		if m.Made.Comparison == f.on.Name {
			return f.exactly(m), Carried{}
		}
		came.Uncertain = true
		return f.exactly(m), came
	}
	found, uncertain := f.follow(m)
	came.Uncertain = uncertain
	return found, came
}

// exactly finds the change with a mark's own clauses.
func (f *Finder) exactly(m Mark) []int {
	for _, side := range [...]struct {
		ids []string
		by  map[string]int
	}{{m.New, f.byNew}, {m.Old, f.byOld}} {
		if len(side.ids) == 0 {
			continue
		}
		if at, ok := side.by[side.ids[0]]; ok && slices.Equal(resolution.IDs(f.on.Links[at].New), m.New) && slices.Equal(resolution.IDs(f.on.Links[at].Old), m.Old) {
			return []int{at}
		}
	}
	return nil
}

// follow goes with a mark's clauses into the texts compared: the new clause to
// the new text, or to the old one where the next step is compared; a clause
// that had been taken out, by what the old text has. A clause that is gone from
// the new text but stood in the old is found there, and doubtful.
func (f *Finder) follow(m Mark) (found []int, uncertain bool) {
	ways := []struct {
		version  string
		ids      []string
		to       *resolution.Document
		toKey    string
		by       map[string]int
		doubtful bool
	}{
		{m.Made.New, m.New, f.on.New, f.newKey, f.byNew, false},
		{m.Made.New, m.New, f.on.Old, f.oldKey, f.byOld, m.Made.New != f.oldKey},
		{m.Made.Old, m.Old, f.on.Old, f.oldKey, f.byOld, len(m.New) > 0},
		{m.Made.Old, m.Old, f.on.New, f.newKey, f.byNew, true},
	}
	for _, w := range ways {
		for _, id := range w.ids {
			became := f.fateOf(w.version, id, w.to, w.toKey)
			for _, part := range became.ids {
				if at, ok := w.by[part]; ok && !slices.Contains(found, at) {
					found = append(found, at)
					uncertain = uncertain || became.uncertain || w.doubtful
				}
			}
		}
		if len(found) > 0 {
			return found, uncertain
		}
	}
	return nil, false
}

// fateOf is what a clause of a version became in a text.
func (f *Finder) fateOf(version, id string, to *resolution.Document, toKey string) fate {
	if version == toKey {
		return fate{ids: []string{id}}
	}
	from := f.versions[version]
	if from == nil {
		return fate{}
	}
	way := [2]string{version, toKey}
	if f.became[way] == nil {
		f.became[way] = fates(align.Documents(from, to))
	}
	return f.became[way][id]
}

func fates(links []align.Link) map[string]fate {
	out := map[string]fate{}
	for _, l := range links {
		for _, c := range l.Old {
			out[c.ID] = fate{resolution.IDs(l.New), l.Uncertain}
		}
	}
	return out
}
