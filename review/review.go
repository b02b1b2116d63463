// Package review keeps what people say of a comparison: marks and notes on its
// changes. It merges the reviews of several people with nothing lost and
// carries them to the next revision of a text.
//
// Its main calls are Parse, Merge and Place. It opens no files, reads no clock,
// and knows no output form.
package review

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Review is a set of marks, of one reviewer or of many, and the texts that they
// were made on. The zero value holds none.
type Review struct {
	Marks    []Mark    // without doubles, in the order of Compare
	Versions []Version // texts that the marks name, by key, each once
}

// Mark is what one reviewer said of one change at one time.
type Mark struct {
	Reviewer string   // as the file gives it; "" where it does not tell
	Time     string   // RFC 3339, as the file gives it; "" where it does not tell
	Made     Made     // the comparison it was made on
	Old, New []string // IDs of the change's clauses; one of them may be empty
	Name     string   // the change as negotiators name it: "OP4"
	Verdict  Verdict
	Note     string
	Carried  Carried // where it came from, of a mark that followed its clause
}

// Made names the comparison that a mark was made on.
type Made struct {
	Comparison string // the names of both texts, "A/RES/200/41 → A/RES/202/38"
	Old, New   string // keys of versions; "" where the file has no texts
}

// Carried tells where a mark stood before it followed its clause into another
// comparison. The zero value is a mark that stands where it was made.
type Carried struct {
	Comparison string // it was made on, as in Made
	Name       string // of the change there
	Uncertain  bool   // its clause may be another one
}

// Is tells whether the mark was carried at all.
func (c Carried) Is() bool { return c != Carried{} }

// Verdict is what a reviewer thinks of a change.
type Verdict int

// The verdicts. A mark without verdict and note takes back what its reviewer
// said of the change before.
const (
	NoVerdict Verdict = iota
	Agreed
	Discuss
	Rejected
)

var verdictNames = [...]string{"", "agreed", "discuss", "rejected"}

// String is the verdict's name in JSON.
func (v Verdict) String() string { return verdictNames[v] }

// Merge puts reviews together.
//
// Law 9: reviews lose nothing. Merging is associative, commutative and
// idempotent, and every mark and note of each review is in the result. Nothing
// is decided: where a reviewer thought better of a mark, both are kept, and
// Latest tells which one stands.
func Merge(reviews ...Review) Review {
	var all Review
	for _, r := range reviews {
		all.Marks = append(all.Marks, r.Marks...)
		all.Versions = append(all.Versions, r.Versions...)
	}
	slices.SortFunc(all.Marks, Compare)
	all.Marks = slices.CompactFunc(all.Marks, func(a, b Mark) bool { return Compare(a, b) == 0 })
	slices.SortFunc(all.Versions, compareVersions)
	all.Versions = slices.CompactFunc(all.Versions, func(a, b Version) bool { return a.Key() == b.Key() })
	return all
}

// Compare orders marks by comparison, change, time and reviewer, so that what
// was said of one change stands together. Zero means that nothing tells two
// marks apart.
func Compare(a, b Mark) int {
	return cmp.Or(
		cmp.Compare(a.Made.Comparison, b.Made.Comparison),
		cmp.Compare(a.Made.Old, b.Made.Old),
		cmp.Compare(a.Made.New, b.Made.New),
		slices.Compare(a.New, b.New),
		slices.Compare(a.Old, b.Old),
		when(a.Time).Compare(when(b.Time)),
		cmp.Compare(a.Time, b.Time),
		cmp.Compare(a.Reviewer, b.Reviewer),
		cmp.Compare(a.Verdict, b.Verdict),
		cmp.Compare(a.Note, b.Note),
		cmp.Compare(a.Name, b.Name),
		cmp.Compare(a.Carried.Comparison, b.Carried.Comparison),
		cmp.Compare(a.Carried.Name, b.Carried.Name),
		cmp.Compare(order(a.Carried.Uncertain), order(b.Carried.Uncertain)),
	)
}

// when is a mark's time; the zero time where it has none.
func when(text string) time.Time {
	t, _ := time.Parse(time.RFC3339, text)
	return t
}

func order(is bool) int {
	if is {
		return 1
	}
	return 0
}

// Reviewers are the names of all who said something, each once, in order.
func (r Review) Reviewers() []string {
	var names []string
	for _, m := range r.Marks {
		names = append(names, m.Reviewer)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// empty tells a mark that says nothing any more.
func (m Mark) empty() bool { return m.Verdict == NoVerdict && strings.TrimSpace(m.Note) == "" }
